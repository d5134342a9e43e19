// Reads and writes one entry. Reading trusts nothing: what does not hold together is reported as damaged, and the
// caller sets it aside.
import { createHash } from 'node:crypto'
import * as path from 'node:path'
import { errorCode } from '../disk'
import type { Notice } from '../messages'
import { digest } from '../package/collect'
import { readManifest } from '../package/manifest'
import type { EntryFacts, EntryStatus, EntryView, LedgerEvent, Manifest } from '../types'
import { finalStates } from '../types'
import { entryFolder, packageFolder, type Spool } from './layout'
import { isLedgerVerb } from './ledger'

export type Loaded =
  | { kind: 'entry'; facts: EntryFacts; status: EntryStatus }
  | { kind: 'absent' }
  | { kind: 'damaged'; detail: string }

const states: readonly unknown[] = ['queued', 'sending', ...finalStates]
const timelinesses: readonly unknown[] = ['on-time', 'late', 'no-deadline']

const isText = (value: unknown): value is string => typeof value === 'string'
const isTextOrNull = (value: unknown): boolean => value === null || isText(value)
const isTextOrNone = (value: unknown): boolean => value === undefined || isText(value)
const isFlag = (value: unknown): boolean => typeof value === 'boolean'
/** What a Date can hold. */
const isInstant = (value: unknown): boolean => typeof value === 'number' && Math.abs(value) <= 8.64e15
const isNotice = (value: unknown): boolean => {
  const notice = value as Notice | null
  return typeof notice === 'object' && notice !== null && [notice.code, notice.zh, notice.en].every(isText)
}
const isEvent = (value: unknown): boolean => {
  const event = value as LedgerEvent | null
  return (
    typeof event === 'object' &&
    event !== null &&
    Number.isSafeInteger(event.sequence) &&
    isLedgerVerb(event.verb) &&
    isText(event.at) &&
    isTextOrNone(event.receipt) &&
    isTextOrNone(event.code)
  )
}

function isZone(value: unknown): boolean {
  try {
    return isText(value) && new Intl.DateTimeFormat('en', { timeZone: value }) !== undefined
  } catch {
    return false
  }
}

// Whole, field by field: one record that somebody edited must not keep the list of all the others from being shown.
export const isFacts = (value: unknown, key: string): value is EntryFacts => {
  const facts = value as EntryFacts | null
  return (
    typeof facts === 'object' &&
    facts !== null &&
    facts.schema === 'ligao/entry@1' &&
    facts.key === key &&
    key.startsWith(`${facts.id}.`) &&
    [facts.instance, facts.channel, facts.channelType, facts.target, facts.title, facts.acceptedAt].every(
      isText,
    ) &&
    [facts.unit, facts.kind, facts.deadline, facts.lateReason].every(isTextOrNull) &&
    Array.isArray(facts.authors) &&
    facts.authors.every(isText) &&
    timelinesses.includes(facts.timeliness) &&
    [facts.files, facts.bytes].every(Number.isSafeInteger) &&
    isZone(facts.timeZone) &&
    /^[0-9a-f]{64}$/.test(facts.manifestSha256)
  )
}

const isStatus = (value: unknown): value is EntryStatus => {
  const status = value as EntryStatus | null
  return (
    typeof status === 'object' &&
    status !== null &&
    status.schema === 'ligao/status@1' &&
    states.includes(status.state) &&
    [status.sequence, status.attempts].every(Number.isSafeInteger) &&
    isInstant(status.nextAttemptAt) &&
    [status.receipt, status.deliveredAt].every(isTextOrNull) &&
    [status.uncertain, status.acceptNewPlace].every(isFlag) &&
    (status.notice === null || isNotice(status.notice)) &&
    Array.isArray(status.remarks) &&
    status.remarks.every(isNotice) &&
    Array.isArray(status.history) &&
    status.history.every(isEvent) &&
    (status.state !== 'delivered' || isText(status.receipt))
  )
}

export async function loadEntry(spool: Spool, key: string): Promise<Loaded> {
  const texts = (await readTexts(spool, key)) ?? (await readTexts(spool, key))
  if (texts === 'absent') return { kind: 'absent' }
  if (!texts) return { kind: 'damaged', detail: '缺少文件 / file missing' }
  const facts = parse(texts.facts)
  const status = parse(texts.status)
  if (!isFacts(facts, key)) return { kind: 'damaged', detail: 'entry.json' }
  if (!isStatus(status)) return { kind: 'damaged', detail: 'status.json' }
  return { kind: 'entry', facts, status }
}

/**
 * Undefined where the folder is there and a file of it is not. That is damage only if it stays so: an entry appears and
 * goes as a whole, and another window may have moved it in between the look for the file and the look for the folder.
 */
async function readTexts(
  spool: Spool,
  key: string,
): Promise<{ facts: string; status: string } | 'absent' | undefined> {
  const folder = entryFolder(spool, key)
  const { disk } = spool.runtime
  const text = async (name: string) => (await disk.read(path.join(folder, name))).toString('utf8')
  try {
    return { facts: await text('entry.json'), status: await text('status.json') }
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
    return (await disk.facts(folder).catch(() => undefined)) ? undefined : 'absent'
  }
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Replaces status.json as a whole: a reader, or a crash, meets the old one or the new one. */
export async function writeStatus(spool: Spool, key: string, status: EntryStatus): Promise<void> {
  const { disk, token } = spool.runtime
  const folder = entryFolder(spool, key)
  const temporary = path.join(folder, `status-${token()}.tmp`)
  try {
    await disk.create(temporary, `${JSON.stringify(status, null, 2)}\n`)
    await disk.rename(temporary, path.join(folder, 'status.json'))
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined)
    throw error
  }
  await disk.syncFolder(folder)
}

/** The next status with a change that the ledger records. */
export function withEvent(
  status: EntryStatus,
  change: Partial<EntryStatus>,
  event: Omit<LedgerEvent, 'sequence'>,
): EntryStatus {
  const sequence = status.sequence + 1
  return { ...status, ...change, sequence, history: [...status.history, { sequence, ...event }] }
}

export const viewOf = (spool: Spool, facts: EntryFacts, status: EntryStatus): EntryView => {
  const { schema: _, ...fields } = status
  return { ...facts, ...fields, packageFolder: packageFolder(spool, facts.key) }
}

/** Every byte of the package against its manifest, and the manifest against the entry. */
export async function verifyPackage(
  spool: Spool,
  facts: EntryFacts,
): Promise<{ manifest: Manifest; manifestBytes: Buffer } | { damaged: string }> {
  const { disk } = spool.runtime
  const folder = packageFolder(spool, facts.key)
  try {
    const manifestBytes = await disk.read(path.join(folder, 'manifest.json'))
    if (createHash('sha256').update(manifestBytes).digest('hex') !== facts.manifestSha256)
      return { damaged: 'manifest.json' }
    const manifest = readManifest(manifestBytes.toString('utf8'))
    if (!manifest || manifest.id !== facts.id) return { damaged: 'manifest.json' }
    for (const file of manifest.files) {
      const found = await digest(path.join(folder, ...file.path.split('/')), disk)
      if (found.sha256 !== file.sha256 || found.bytes !== file.bytes) return { damaged: file.path }
    }
    return { manifest, manifestBytes }
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(errorCode(error)))
      return { damaged: '缺少文件 / file missing' }
    throw error
  }
}
