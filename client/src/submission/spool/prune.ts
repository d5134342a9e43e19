// Keeps the spool from growing for ever. Of a report that was delivered long ago, and whose delivery stands in the ledger,
// the copies of its files go; what it was, its checksums, its receipt and its history stay, so that the same version is
// still known and the ledger can still be made again. Nothing else is ever deleted.
import * as path from 'node:path'
import type { EntryView } from '../types'
import { changeEntry } from './change'
import { withEvent } from './entry'
import { packageFolder, type Spool } from './layout'
import { eventNow, readLedger } from './ledger'
import { listEntries } from './open'

export interface Retention {
  /** Copies of deliveries younger than this stay. */
  days: number
  /** So many of the latest deliveries stay whatever the clock says: it may be wrong by years. */
  atLeast: number
}

export const defaultRetention: Retention = { days: 180, atLeast: 200 }

/** Returns the keys whose copies are gone now. */
export async function pruneSpool(
  spool: Spool,
  { days, atLeast }: Retention = defaultRetention,
): Promise<string[]> {
  const { entries } = await listEntries(spool)
  const delivered = entries
    .filter(({ state, receipt, deliveredAt }) => state === 'delivered' && receipt && deliveredAt)
    .sort((a, b) => deliveredTime(b) - deliveredTime(a))
  const before = spool.runtime.now() - days * 24 * 3_600_000
  const old = delivered.slice(atLeast).filter(entry => deliveredTime(entry) < before)
  if (old.length === 0) return []
  const { lines } = await readLedger(spool)
  const recorded = new Set(
    lines
      .filter(({ verb }) => verb === 'delivered')
      .map(line => `${line.key}#${line.instance}#${line.receipt}`),
  )
  const gone: string[] = []
  for (const entry of old) {
    if (!recorded.has(`${entry.key}#${entry.instance}#${entry.receipt}`)) continue
    if (await pruneEntry(spool, entry)) gone.push(entry.key)
  }
  return gone
}

const deliveredTime = ({ deliveredAt }: EntryView): number => Date.parse(deliveredAt ?? '')

export const isPruned = ({ history }: Pick<EntryView, 'history'>): boolean =>
  history.some(({ verb }) => verb === 'pruned')

async function pruneEntry(spool: Spool, entry: EntryView): Promise<boolean> {
  const { disk } = spool.runtime
  const folder = packageFolder(spool, entry.key)
  const names = (await disk.list(folder)).map(({ name }) => name).filter(name => name !== 'manifest.json')
  if (names.length === 0) return false
  // First it is said, then it is done: a crash in between leaves copies that the next look removes.
  if (!isPruned(entry)) {
    const changed = await changeEntry(spool, entry.key, (status, zone) =>
      status.state === 'delivered' ? withEvent(status, {}, eventNow(spool, 'pruned', zone)) : undefined,
    )
    if (!changed) return false
  }
  for (const name of names) await disk.remove(path.join(folder, name))
  await disk.syncFolder(folder)
  return true
}
