// One attempt to deliver one entry, under its lease. Every way out leaves a state from which a restart goes on.
import { createHash } from 'node:crypto'
import * as path from 'node:path'
import { typeOf } from '../channels/index'
import {
  type Channel,
  type DeliveryContext,
  type DeliveryLimits,
  defaultDeliveryLimits,
  type Outcome,
  type Parcel,
  type SecretSource,
} from '../channels/types'
import { errorCode, forOthers } from '../disk'
import { diskNotice } from '../diskNotice'
import { type Notice, notice } from '../messages'
import { classifiedMark } from '../text/classified'
import type { EntryFacts, EntryStatus, EntryView } from '../types'
import { finalStates } from '../types'
import { isoInZone } from '../zone'
import { retryDelay } from './backoff'
import { cancelled, isCancelRequested, leaseFolder } from './change'
import { loadEntry, verifyPackage, viewOf, withEvent, writeStatus } from './entry'
import { packageFolder, type Spool } from './layout'
import { appendLedger, eventNow, ledgerLine } from './ledger'
import { acquire, isBusy, type Lease } from './lock'
import { type SetAside, setAside } from './setAside'

export interface DeliverOptions {
  channels: readonly Channel[]
  /** False in an untrusted workspace: nothing is sent. */
  trusted: boolean
  secret: SecretSource
  limits?: Partial<DeliveryLimits>
  proxyEnvironment?: Readonly<Record<string, string | undefined>>
  signal?: AbortSignal
  onProgress?(entry: EntryView, sentBytes: number, totalBytes: number): void
  /** Called when an attempt begins, with the entry as `sending`. */
  onSending?(entry: EntryView): void
}

export type Attempt =
  | { kind: 'entry'; entry: EntryView; unreachable?: boolean; asked?: boolean }
  | { kind: 'busy'; heldBy: string | undefined }
  | { kind: 'absent' }
  | { kind: 'set-aside'; aside: SetAside | undefined }
  | { kind: 'failed'; notice: Notice }

export async function deliverEntry(spool: Spool, key: string, options: DeliverOptions): Promise<Attempt> {
  if (!options.trusted) return { kind: 'failed', notice: notice('untrusted-workspace') }
  const stop = new AbortController()
  try {
    const lease = await acquire(leaseFolder(spool, key), spool.leaseMs, spool.runtime, async () => {
      if (await isCancelRequested(spool, key)) stop.abort()
    })
    if (isBusy(lease)) return { kind: 'busy', heldBy: lease.heldBy?.hostName }
    spool.active.set(key, stop)
    try {
      return await attempt(spool, key, options, lease, stop)
    } finally {
      spool.active.delete(key)
      await lease.release()
    }
  } catch (error) {
    if (errorCode(error) === 'ENOENT' && (await loadEntry(spool, key)).kind === 'absent')
      return { kind: 'absent' }
    return { kind: 'failed', notice: diskNotice(error, spool.dir) }
  }
}

async function attempt(
  spool: Spool,
  key: string,
  options: DeliverOptions,
  lease: Lease,
  stop: AbortController,
): Promise<Attempt> {
  const loaded = await loadEntry(spool, key)
  if (loaded.kind === 'absent') return { kind: 'absent' }
  if (loaded.kind === 'damaged')
    return { kind: 'set-aside', aside: await setAside(spool, key, loaded.detail) }
  const { facts, status } = loaded
  if (finalStates.includes(status.state)) return { kind: 'entry', entry: viewOf(spool, facts, status) }
  // "sending" without a holder: the last owner died in the middle, and may have got through.
  const began = status.state === 'sending' ? { ...status, uncertain: true } : status
  if (await isCancelRequested(spool, key))
    return end(spool, facts, cancelled(spool, began, facts.timeZone) ?? began)
  const channel = options.channels.find(
    each => each.name === facts.channel && each.type === facts.channelType && each.target === facts.target,
  )
  if (!channel)
    return end(spool, facts, postponed(spool, began, notice('channel-gone', { name: facts.channel })))
  const whole = await verifyPackage(spool, facts)
  if ('damaged' in whole) return { kind: 'set-aside', aside: await setAside(spool, key, whole.damaged) }
  if (await isMarked(spool, facts, whole.manifest.report.path))
    return end(spool, facts, refused(spool, began, notice('classified-mark', { line: '?' }), facts.timeZone))
  const sending: EntryStatus = { ...began, state: 'sending', attempts: began.attempts + 1 }
  await writeStatus(spool, key, sending)
  options.onSending?.(viewOf(spool, facts, sending))
  const parcel: Parcel = { ...whole, folder: packageFolder(spool, key), timeZone: facts.timeZone }
  const outcome = await callChannel(
    spool,
    channel,
    parcel,
    viewOf(spool, facts, sending),
    options,
    lease,
    stop,
  )
  return conclude(spool, facts, sending, outcome, lease)
}

async function callChannel(
  spool: Spool,
  channel: Channel,
  parcel: Parcel,
  entry: EntryView,
  options: DeliverOptions,
  lease: Lease,
  stop: AbortController,
): Promise<Outcome> {
  const { now, random, token, disk } = spool.runtime
  const signals = [stop.signal, lease.lost, ...(options.signal ? [options.signal] : [])]
  const context: DeliveryContext = {
    now,
    random,
    token,
    disk: forOthers(disk),
    signal: AbortSignal.any(signals),
    secret: options.secret,
    limits: { ...defaultDeliveryLimits, ...options.limits },
    proxyEnvironment: options.proxyEnvironment ?? {},
    lastCode: entry.notice?.code,
    acceptNewPlace: entry.acceptNewPlace,
    memory: memoryOf(spool, channel),
    progress: (sent, total) => options.onProgress?.(entry, sent, total),
  }
  try {
    return await typeOf(channel.type)!.deliver(channel, parcel, context)
  } catch (error) {
    const what = errorCode(error) ? diskNotice(error, channel.target) : unexpected(error)
    return { kind: 'retry', notice: what, mayHaveArrived: true }
  }
}

const unexpected = (error: unknown): Notice =>
  notice('unexpected', { detail: error instanceof Error ? error.name : 'error' })

async function isMarked(spool: Spool, facts: EntryFacts, report: string): Promise<boolean> {
  const file = path.join(packageFolder(spool, facts.key), ...report.split('/'))
  return classifiedMark((await spool.runtime.disk.read(file)).toString('utf8')) !== undefined
}

const refused = (spool: Spool, status: EntryStatus, why: Notice, zone: string): EntryStatus =>
  withEvent(status, { state: 'refused', notice: why }, eventNow(spool, 'refused', zone, { code: why.code }))

const postponed = (spool: Spool, status: EntryStatus, why: Notice, askedMs?: number): EntryStatus => {
  const { now, random } = spool.runtime
  // We stopped, not the receiver: the next start goes on at once.
  const delay = why.code === 'interrupted' ? 0 : retryDelay(Math.max(1, status.attempts), random(), askedMs)
  return { ...status, state: 'queued', notice: why, nextAttemptAt: now() + delay }
}

async function conclude(
  spool: Spool,
  facts: EntryFacts,
  sending: EntryStatus,
  outcome: Outcome,
  lease: Lease,
): Promise<Attempt> {
  const zone = facts.timeZone
  if (outcome.kind === 'delivered')
    return end(spool, facts, received(spool, await latest(spool, facts, sending), outcome, zone))
  // Someone else goes on with it: what they write counts.
  if (!(await lease.stillMine())) return { kind: 'busy', heldBy: undefined }
  if (outcome.kind === 'refused') return end(spool, facts, refused(spool, sending, outcome.notice, zone))
  const uncertain = sending.uncertain || outcome.mayHaveArrived
  if (await isCancelRequested(spool, facts.key)) {
    // Only what is truly unknown is called uncertain: "sending" itself is over.
    const over: EntryStatus = { ...sending, state: 'queued', uncertain }
    return end(spool, facts, cancelled(spool, over, zone) ?? over)
  }
  const next = postponed(spool, { ...sending, uncertain }, outcome.notice, outcome.afterMs)
  const result = await end(spool, facts, next)
  return { ...result, unreachable: outcome.unreachable === true, asked: outcome.afterMs !== undefined }
}

// A lease may have been lost while the receiver answered; the answer still stands, whoever asked.
async function latest(spool: Spool, facts: EntryFacts, sending: EntryStatus): Promise<EntryStatus> {
  const loaded = await loadEntry(spool, facts.key)
  return loaded.kind === 'entry' && loaded.status.sequence >= sending.sequence
    ? { ...loaded.status, attempts: Math.max(loaded.status.attempts, sending.attempts) }
    : sending
}

function received(
  spool: Spool,
  status: EntryStatus,
  outcome: Extract<Outcome, { kind: 'delivered' }>,
  zone: string,
): EntryStatus {
  if (status.state === 'delivered') return status
  const { receipt } = outcome
  const change: Partial<EntryStatus> = {
    state: 'delivered',
    receipt,
    deliveredAt: isoInZone(spool.runtime.now(), zone),
    uncertain: false,
    notice: notice('delivered', { receipt }),
    remarks: outcome.remarks ?? [],
  }
  return withEvent(status, change, eventNow(spool, 'delivered', zone, { receipt }))
}

async function end(
  spool: Spool,
  facts: EntryFacts,
  status: EntryStatus,
): Promise<Extract<Attempt, { kind: 'entry' }>> {
  await writeStatus(spool, facts.key, status)
  const last = status.history.at(-1)
  // The entry is the truth; a ledger line that cannot be written now is written at the next opening.
  if (last && finalStates.includes(status.state))
    await appendLedger(spool, [ledgerLine(facts, last)]).catch(() => undefined)
  return { kind: 'entry', entry: viewOf(spool, facts, status) }
}

// Small facts about a place (the mark of a shared folder) live beside the entries, one file a place.
function memoryOf(spool: Spool, channel: Channel): DeliveryContext['memory'] {
  const { disk, token } = spool.runtime
  const folder = path.join(spool.dir, 'places')
  const name = createHash('sha256')
    .update(JSON.stringify([channel.type, channel.target]))
    .digest('hex')
    .slice(0, 16)
  const file = path.join(folder, `${name}.json`)
  return {
    read: () =>
      disk.read(file).then(
        bytes => bytes.toString('utf8'),
        () => undefined,
      ),
    write: async value => {
      await disk.makeFolder(folder)
      const temporary = `${file}.${token()}.tmp`
      await disk.create(temporary, value)
      await disk.rename(temporary, file)
      await disk.syncFolder(folder)
    },
  }
}
