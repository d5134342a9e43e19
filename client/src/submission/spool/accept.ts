// Takes a report into the spool: everything is written under tmp/, made durable, and appears in entries/ by one
// rename. Only after that rename is a report accepted, and from then on it survives a kill at any instruction.
import { createHash } from 'node:crypto'
import * as path from 'node:path'
import { typeOf } from '../channels/index'
import type { Channel } from '../channels/types'
import { errorCode } from '../disk'
import { diskNotice } from '../diskNotice'
import type { DocxRenderer } from '../docx/types'
import { type Notice, notice, noticeError, noticeOf } from '../messages'
import { makeManifest, manifestText } from '../package/manifest'
import { fitName } from '../package/paths'
import { type Prepared, prepare } from '../package/prepare'
import { restBetween } from '../runtime'
import type { EntryFacts, EntryStatus, EntryView, HandIn, ManifestFile } from '../types'
import { isoInZone, readableTime } from '../zone'
import { requeue } from './change'
import { loadEntry, viewOf } from './entry'
import { ensureLayout, entriesOf, entryFolder, entryKey, type Spool, temporaryOf } from './layout'
import { appendLedger, eventNow, type LedgerLine, ledgerLine, readLedger } from './ledger'
import { setAside } from './setAside'

export type Accepted =
  /** Stored and waiting to be sent. */
  | { outcome: 'accepted'; entry: EntryView; notices: Notice[] }
  /** This version is there already: delivered (then `receipt` is its receipt), or still on its way. */
  | { outcome: 'known'; entry?: EntryView; receipt?: string; notices: Notice[] }
  /** Nothing was written; `notices` say why. */
  | { outcome: 'stopped'; notices: Notice[] }

export interface AcceptOptions {
  /** False in an untrusted workspace: its endpoints are not used. */
  trusted: boolean
  docx?: DocxRenderer
}

export async function accept(
  spool: Spool,
  handIn: HandIn,
  channel: Channel,
  options: AcceptOptions,
): Promise<Accepted> {
  if (!options.trusted) return { outcome: 'stopped', notices: [notice('untrusted-workspace')] }
  try {
    const prepared = await prepare(handIn, spool.runtime)
    if (prepared.blocking.length > 0) return { outcome: 'stopped', notices: prepared.blocking }
    const key = entryKey(prepared.id, channel)
    await ensureLayout(spool)
    const known = await lookUp(spool, key, handIn.timeZone)
    if (known) return known
    return await store(spool, key, prepared, handIn, channel, options)
  } catch (error) {
    return { outcome: 'stopped', notices: [noticeOf(error) ?? diskNotice(error, spool.dir)] }
  }
}

/** What is known of this version on this channel; undefined where it is new. */
async function lookUp(spool: Spool, key: string, zone?: string): Promise<Accepted | undefined> {
  const loaded = await loadEntry(spool, key)
  if (loaded.kind === 'damaged') await setAside(spool, key, loaded.detail)
  if (loaded.kind === 'entry') {
    const entry = viewOf(spool, loaded.facts, loaded.status)
    if (entry.state === 'delivered')
      return delivered(entry.receipt ?? '', entry.deliveredAt ?? '', zone, entry)
    if (entry.state === 'queued' || entry.state === 'sending')
      return { outcome: 'known', entry, notices: [notice('already-queued')] }
    const again = await requeue(spool, key)
    return again
      ? { outcome: 'accepted', entry: again, notices: [notice('queued')] }
      : { outcome: 'known', entry, notices: [notice('already-queued')] }
  }
  const line = (await readLedger(spool)).lines.findLast(each => each.key === key && each.verb === 'delivered')
  return line ? fromLedger(line, zone) : undefined
}

const fromLedger = (line: LedgerLine, zone?: string): Accepted => delivered(line.receipt ?? '', line.at, zone)

function delivered(receipt: string, at: string, zone?: string, entry?: EntryView): Accepted {
  const when = Number.isNaN(Date.parse(at)) ? at : readableTime(Date.parse(at), zone)
  return { outcome: 'known', entry, receipt, notices: [notice('already-delivered', { receipt, at: when })] }
}

async function store(
  spool: Spool,
  key: string,
  prepared: Prepared,
  handIn: HandIn,
  channel: Channel,
  options: AcceptOptions,
): Promise<Accepted> {
  const { disk, token, identity } = spool.runtime
  const temporary = path.join(temporaryOf(spool), token())
  try {
    await disk.makeNewFolder(temporary)
    await disk.create(path.join(temporary, 'owner.json'), JSON.stringify(identity))
    const entry = await writeEntry(spool, temporary, key, prepared, handIn, channel, options)
    await disk.remove(path.join(temporary, 'owner.json'))
    await disk.syncFolder(temporary)
    const won = await moveIn(spool, temporary, key)
    if (!won) return (await lookUp(spool, key, handIn.timeZone)) ?? unusable(spool)
    // The entry holds the event too: if this line is lost, the next opening writes it.
    await appendLedger(spool, [ledgerLine(entry.facts, entry.status.history[0]!)]).catch(() => undefined)
    return {
      outcome: 'accepted',
      entry: viewOf(spool, entry.facts, entry.status),
      notices: [notice('queued')],
    }
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined)
    throw error
  }
}

const unusable = (spool: Spool): Accepted => ({
  outcome: 'stopped',
  notices: [notice('spool-unusable', { file: spool.dir, detail: 'EEXIST' })],
})

async function moveIn(spool: Spool, temporary: string, key: string): Promise<boolean> {
  const { disk } = spool.runtime
  try {
    await disk.rename(temporary, entryFolder(spool, key))
  } catch (error) {
    if (!['EEXIST', 'ENOTEMPTY', 'EPERM', 'EACCES'].includes(errorCode(error))) throw error
    if (!(await disk.facts(entryFolder(spool, key)).catch(() => undefined))) throw error
    await disk.remove(temporary)
    return false
  }
  await disk.syncFolder(entriesOf(spool))
  return true
}

async function writeEntry(
  spool: Spool,
  folder: string,
  key: string,
  prepared: Prepared,
  handIn: HandIn,
  channel: Channel,
  options: AcceptOptions,
): Promise<{ facts: EntryFacts; status: EntryStatus }> {
  const { disk, now, token } = spool.runtime
  const payload = path.join(folder, 'package')
  await disk.makeNewFolder(payload)
  const files = await copyFiles(spool, payload, prepared)
  if (handIn.withDocx || typeOf(channel.type)?.alwaysDocx)
    files.push(await addDocx(spool, payload, prepared, handIn, options))
  const manifest = makeManifest(prepared, files, handIn, spool.runtime)
  const manifestSource = manifestText(manifest)
  await disk.create(path.join(payload, 'manifest.json'), manifestSource)
  await syncTree(spool, payload)
  const zone = handIn.timeZone ?? 'Asia/Shanghai'
  const facts: EntryFacts = {
    schema: 'ligao/entry@1',
    key,
    instance: token().slice(0, 8),
    id: prepared.id,
    channel: channel.name,
    channelType: channel.type,
    target: channel.target,
    title: prepared.title,
    unit: manifest.report.unit,
    kind: manifest.report.kind,
    authors: manifest.report.authors,
    acceptedAt: isoInZone(now(), zone),
    deadline: handIn.deadline ?? null,
    timeliness: prepared.timeliness,
    lateReason: manifest.timing.lateReason,
    files: files.length,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    manifestSha256: createHash('sha256').update(manifestSource).digest('hex'),
    timeZone: zone,
  }
  const status: EntryStatus = {
    schema: 'ligao/status@1',
    state: 'queued',
    sequence: 1,
    attempts: 0,
    nextAttemptAt: 0,
    uncertain: false,
    receipt: null,
    deliveredAt: null,
    notice: null,
    remarks: [],
    acceptNewPlace: false,
    history: [{ sequence: 1, ...eventNow(spool, 'accepted', zone) }],
  }
  await disk.create(path.join(folder, 'entry.json'), `${JSON.stringify(facts, null, 2)}\n`)
  await disk.create(path.join(folder, 'status.json'), `${JSON.stringify(status, null, 2)}\n`)
  return { facts, status }
}

async function copyFiles(spool: Spool, payload: string, prepared: Prepared): Promise<ManifestFile[]> {
  const { disk } = spool.runtime
  const files: ManifestFile[] = []
  for (const file of prepared.files) {
    const target = path.join(payload, ...file.path.split('/'))
    await disk.makeFolder(path.dirname(target))
    const hash = createHash('sha256')
    await disk.create(target, hashed(disk.stream(file.source), hash))
    // What was checked and named in the id is what goes out, not what was saved a moment later.
    if (hash.digest('hex') !== file.sha256)
      throw noticeError(notice('file-changed', { file: path.basename(file.source) }))
    const { path: name, role, mediaType, bytes, sha256, references } = file
    files.push({ path: name, role, mediaType, bytes, sha256, ...(references.length > 0 && { references }) })
  }
  return files
}

async function* hashed(source: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>) {
  for await (const chunk of source) {
    hash.update(chunk)
    yield chunk
  }
}

async function addDocx(
  spool: Spool,
  payload: string,
  prepared: Prepared,
  handIn: HandIn,
  options: AcceptOptions,
): Promise<ManifestFile> {
  const report = prepared.files[0]!.path
  const folder = path.posix.dirname(report)
  const stem = path.posix.basename(report).replace(/\.[^.]*$/, '')
  const taken = new Set(prepared.files.map(file => file.path.toLowerCase()))
  const inFolder = (name: string) => (folder === '.' ? name : `${folder}/${name}`)
  let name = inFolder(fitName(stem, '.docx'))
  for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = inFolder(fitName(stem, `-${copy}.docx`))
  const render = options.docx ?? (await import('../docx/render')).renderDocx
  const bytes = await renderOrSay(render, spool, payload, prepared, handIn)
  const { disk } = spool.runtime
  await disk.create(path.join(payload, ...name.split('/')), bytes)
  return {
    path: name,
    role: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: bytes.length,
    sha256: await checksum(bytes),
  }
}

/** In pieces: a document full of pictures is tens of megabytes. */
async function checksum(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256')
  const rest = restBetween()
  for (let at = 0; at < bytes.length; at += 1 << 20) {
    hash.update(bytes.subarray(at, at + (1 << 20)))
    await rest()
  }
  return hash.digest('hex')
}

async function renderOrSay(
  render: DocxRenderer,
  spool: Spool,
  payload: string,
  prepared: Prepared,
  handIn: HandIn,
): Promise<Uint8Array> {
  const byReference = new Map(
    prepared.files.flatMap(file => file.references.map(reference => [reference, file.path] as const)),
  )
  const image = async (reference: string) => {
    const file = byReference.get(reference)
    return file === undefined ? undefined : spool.runtime.disk.read(path.join(payload, ...file.split('/')))
  }
  try {
    return (await render({ text: prepared.text, image, timeZone: handIn.timeZone })).bytes
  } catch (error) {
    throw noticeError(notice('docx-failed', { detail: error instanceof Error ? error.message : 'error' }))
  }
}

// Names of files are durable only when their folder is.
async function syncTree(spool: Spool, folder: string): Promise<void> {
  const { disk } = spool.runtime
  for (const { name, kind } of await disk.list(folder))
    if (kind === 'folder') await syncTree(spool, path.join(folder, name))
  await disk.syncFolder(folder)
}
