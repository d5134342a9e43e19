// Opens a spool after whatever happened to it: cleans what was never accepted, sets damaged entries aside, and
// writes into the ledger what a crash kept from it.
import * as path from 'node:path'
import { diskNotice } from '../diskNotice'
import type { Notice } from '../messages'
import { nodeRuntime, type Runtime } from '../runtime'
import type { EntryView } from '../types'
import { loadEntry, viewOf } from './entry'
import { ensureLayout, entriesOf, keyPattern, type Spool, temporaryOf } from './layout'
import { appendLedger, eventName, ledgerLine, readLedger } from './ledger'
import { listSetAside, type SetAside, setAside } from './setAside'

export interface OpenedSpool {
  spool: Spool
  /** Entries that were found damaged now. */
  setAside: SetAside[]
  /** What did not work and does not keep the spool from working. */
  problems: Notice[]
}

export interface SpoolOptions {
  runtime?: Runtime
  leaseMs?: number
}

/** Rejects with a notice where the folder cannot be used at all. */
export async function openSpool(dir: string, options: SpoolOptions = {}): Promise<OpenedSpool> {
  const spool: Spool = {
    dir: path.resolve(dir),
    runtime: options.runtime ?? nodeRuntime(),
    leaseMs: options.leaseMs ?? 30_000,
    active: new Map(),
    settled: new Set(),
  }
  await ensureLayout(spool)
  const problems: Notice[] = []
  const quietly = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      problems.push(diskNotice(error, spool.dir))
    }
  }
  await quietly(() => cleanTemporary(spool))
  const { setAside: aside } = await listEntries(spool)
  await quietly(() => completeLedger(spool))
  return { spool, setAside: aside, problems }
}

export interface EntryList {
  /** Oldest first. */
  entries: EntryView[]
  /** Found damaged by this very look. */
  setAside: SetAside[]
}

export async function listEntries(
  spool: Spool,
  wanted: (key: string) => boolean = () => true,
): Promise<EntryList> {
  const result: EntryList = { entries: [], setAside: [] }
  for (const { name, kind } of await spool.runtime.disk.list(entriesOf(spool))) {
    if (kind !== 'folder' || !keyPattern.test(name) || !wanted(name)) continue
    const loaded = await loadEntry(spool, name)
    if (loaded.kind === 'entry') result.entries.push(viewOf(spool, loaded.facts, loaded.status))
    if (loaded.kind === 'damaged') {
      const aside = await setAside(spool, name, loaded.detail)
      if (aside) result.setAside.push(aside)
    }
  }
  result.entries.sort(
    (a, b) => Date.parse(a.acceptedAt) - Date.parse(b.acceptedAt) || (a.key < b.key ? -1 : 1),
  )
  return result
}

export { listSetAside }

/** Appends what the entries know and the ledger does not. Returns how many lines came back. */
export async function completeLedger(spool: Spool): Promise<number> {
  const ledger = await readLedger(spool)
  const known = new Set(ledger.lines.map(eventName))
  const { entries } = await listEntries(spool)
  const lines = entries.flatMap(entry =>
    entry.history
      .filter(event => !known.has(eventName({ ...entry, ...event })))
      .map(event => lineOf(entry, event)),
  )
  lines.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.sequence - b.sequence)
  await appendLedger(spool, lines)
  return lines.length
}

const lineOf = (entry: EntryView, event: EntryView['history'][number]) =>
  ledgerLine({ ...entry, schema: 'ligao/entry@1' }, event)

const day = 24 * 3_600_000

// A package that was being written when its process died was never accepted: the writer saw no success.
async function cleanTemporary(spool: Spool): Promise<void> {
  const { disk, identity, startOf, now } = spool.runtime
  for (const { name } of await disk.list(temporaryOf(spool))) {
    const folder = path.join(temporaryOf(spool), name)
    const facts = await disk.facts(folder).catch(() => undefined)
    if (!facts) continue
    const owner = await disk
      .read(path.join(folder, 'owner.json'))
      .then(
        bytes => JSON.parse(bytes.toString('utf8')) as { host?: string; pid?: number; started?: string },
        () => undefined,
      )
      .catch(() => undefined)
    const dead = owner?.host === identity.host && startOf(owner.pid ?? -1) !== owner.started
    if (dead || now() - facts.mtimeMs > day) await disk.remove(folder)
  }
}
