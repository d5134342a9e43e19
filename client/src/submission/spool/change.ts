// What a person can do to an entry: try again now, cancel, hand in again. Each under the entry's lease.
import * as path from 'node:path'
import { errorCode } from '../disk'
import { notice } from '../messages'
import type { EntryStatus, EntryView } from '../types'
import { loadEntry, viewOf, withEvent, writeStatus } from './entry'
import { entryFolder, type Spool } from './layout'
import { appendLedger, eventNow, ledgerLine } from './ledger'
import { acquire, isBusy } from './lock'

export const leaseFolder = (spool: Spool, key: string): string => path.join(entryFolder(spool, key), 'lock')
const cancelMark = (spool: Spool, key: string): string =>
  path.join(entryFolder(spool, key), 'cancel-requested')

/** Changes an entry under its lease; undefined where it is held by someone else, gone, or `change` says no. */
export async function changeEntry(
  spool: Spool,
  key: string,
  change: (status: EntryStatus, zone: string) => EntryStatus | undefined,
): Promise<EntryView | undefined> {
  const lease = await acquire(leaseFolder(spool, key), spool.leaseMs, spool.runtime)
  if (isBusy(lease)) return undefined
  try {
    const loaded = await loadEntry(spool, key)
    if (loaded.kind !== 'entry') return undefined
    const next = change(loaded.status, loaded.facts.timeZone)
    if (!next) return undefined
    await writeStatus(spool, key, next)
    const added = next.history.slice(loaded.status.history.length)
    await appendLedger(
      spool,
      added.map(event => ledgerLine(loaded.facts, event)),
    ).catch(() => undefined)
    return viewOf(spool, loaded.facts, next)
  } finally {
    await lease.release()
  }
}

/** A refused or cancelled entry goes back to the queue as it is. */
export async function requeue(
  spool: Spool,
  key: string,
  acceptNewPlace = false,
): Promise<EntryView | undefined> {
  await spool.runtime.disk.remove(cancelMark(spool, key))
  const view = await changeEntry(spool, key, (status, zone) => {
    if (status.state === 'delivered') return undefined
    if (status.state === 'queued' || status.state === 'sending')
      return { ...status, nextAttemptAt: 0, acceptNewPlace: acceptNewPlace || status.acceptNewPlace }
    const change = { state: 'queued' as const, attempts: 0, nextAttemptAt: 0, notice: null, acceptNewPlace }
    return withEvent(status, change, eventNow(spool, 'requeued', zone))
  })
  if (view) spool.settled.delete(key)
  return view
}

export interface RetryOptions {
  /** The writer says that a folder that was replaced may be used. */
  acceptNewPlace?: boolean
}

/** Makes an entry due now, whatever kept it. */
export async function retryEntry(
  spool: Spool,
  key: string,
  options: RetryOptions = {},
): Promise<EntryView | undefined> {
  try {
    return await requeue(spool, key, options.acceptNewPlace)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Cancels. Where an attempt runs in this process it is stopped; where another window or machine is sending, a mark is
 * left that it finds. `requested` says that the end is not known yet.
 */
export async function cancelEntry(
  spool: Spool,
  key: string,
): Promise<{ outcome: 'cancelled' | 'delivered' | 'requested' | 'absent'; entry?: EntryView }> {
  const before = await loadEntry(spool, key)
  if (before.kind !== 'entry') return { outcome: 'absent' }
  if (before.status.state === 'delivered')
    return { outcome: 'delivered', entry: viewOf(spool, before.facts, before.status) }
  await markCancel(spool, key)
  spool.active.get(key)?.abort()
  const entry = await changeEntry(spool, key, (status, zone) => cancelled(spool, status, zone))
  if (entry) return { outcome: 'cancelled', entry }
  const after = await loadEntry(spool, key)
  if (after.kind !== 'entry') return { outcome: 'absent' }
  const view = viewOf(spool, after.facts, after.status)
  if (view.state === 'cancelled') return { outcome: 'cancelled', entry: view }
  if (view.state === 'delivered') return { outcome: 'delivered', entry: view }
  return { outcome: 'requested', entry: view }
}

async function markCancel(spool: Spool, key: string): Promise<void> {
  try {
    await spool.runtime.disk.create(cancelMark(spool, key), '')
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
}

export const isCancelRequested = async (spool: Spool, key: string): Promise<boolean> =>
  (await spool.runtime.disk.facts(cancelMark(spool, key)).catch(() => undefined)) !== undefined

/** The status after a cancel; undefined where it is final already. */
export function cancelled(spool: Spool, status: EntryStatus, zone: string): EntryStatus | undefined {
  if (status.state === 'delivered' || status.state === 'cancelled') return undefined
  const uncertain = status.uncertain || status.state === 'sending'
  const what = notice(uncertain ? 'cancelled-uncertain' : 'cancelled')
  return withEvent(
    status,
    { state: 'cancelled', uncertain, notice: what },
    eventNow(spool, 'cancelled', zone, { code: what.code }),
  )
}
