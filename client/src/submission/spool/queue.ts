// Works the spool off: what is due is sent, channel by channel side by side and one at a time within a channel;
// what failed waits its time; a channel that cannot be reached is not asked again for every report.
import type { Notice } from '../messages'
import { passesByItself } from '../passing'
import type { EntryView } from '../types'
import { finalStates } from '../types'
import { backoff } from './backoff'
import { type Attempt, type DeliverOptions, deliverEntry } from './deliver'
import type { Spool } from './layout'
import { listEntries } from './open'
import type { SetAside } from './set-aside'

export type QueueEvent =
  | { type: 'sending'; entry: EntryView }
  | { type: 'progress'; entry: EntryView; sentBytes: number; totalBytes: number }
  /** Not yet: waits for `entry.nextAttemptAt`. `calm` means that nobody needs to do anything. */
  | { type: 'waiting'; entry: EntryView; calm: boolean }
  /** The end of an entry: the only moment for a notification. */
  | { type: 'settled'; entry: EntryView }
  | { type: 'set-aside'; aside: SetAside }
  | { type: 'trouble'; notice: Notice }

export interface QueueOptions extends DeliverOptions {
  /** `once`: each due entry gets one attempt. `settled`: until all are final. `forever`: until the signal. */
  until: 'once' | 'settled' | 'forever'
  /** Only these entries; all by default. */
  keys?: readonly string[]
  onEvent?(event: QueueEvent): void
}

export interface Queue {
  /** Looks again now: something was accepted, or the network is back. `force` forgets waiting times. */
  nudge(force?: boolean): void
  /** Ends when `until` is reached or the signal aborts; an attempt under way is stopped, never lost. */
  done: Promise<void>
}

const pollMs = 60_000

export function startQueue(spool: Spool, options: QueueOptions): Queue {
  const nudges = { wake: new AbortController(), force: false }
  const nudge = (force = false) => {
    nudges.force ||= force
    nudges.wake.abort()
  }
  return { nudge, done: work(spool, options, nudges) }
}

interface Nudges {
  wake: AbortController
  force: boolean
}

async function work(spool: Spool, options: QueueOptions, nudges: Nudges): Promise<void> {
  const paused = new Map<string, number>()
  const tried = new Set<string>()
  const { now, wait } = spool.runtime
  while (!options.signal?.aborted) {
    nudges.wake = new AbortController()
    if (nudges.force) paused.clear()
    const force = nudges.force
    nudges.force = false
    const open = await openEntries(spool, options)
    const candidates = options.until === 'once' ? open.filter(entry => !tried.has(entry.key)) : open
    const due = candidates.filter(entry => force || options.until === 'once' || entry.nextAttemptAt <= now())
    for (const entry of due) tried.add(entry.key)
    await Promise.all([...lanes(due)].map(lane => runLane(spool, lane, options, paused)))
    const left = await openEntries(spool, options)
    if (options.until === 'once' && left.every(entry => tried.has(entry.key))) return
    if (options.until === 'settled' && left.length === 0) return
    const next = Math.min(...left.map(entry => Math.max(entry.nextAttemptAt, paused.get(laneOf(entry)) ?? 0)))
    const signals = [nudges.wake.signal, ...(options.signal ? [options.signal] : [])]
    const busyMs = Math.max(250, spool.leaseMs / 2)
    const rest = next <= now() ? busyMs : next - now()
    await wait(Math.min(rest, pollMs), AbortSignal.any(signals))
  }
}

async function openEntries(spool: Spool, options: QueueOptions): Promise<EntryView[]> {
  const wanted = options.keys && new Set(options.keys)
  try {
    const { entries, setAside } = await listEntries(
      spool,
      key => !spool.settled.has(key) && (wanted?.has(key) ?? true),
    )
    for (const aside of setAside) options.onEvent?.({ type: 'set-aside', aside })
    for (const entry of entries) if (finalStates.includes(entry.state)) spool.settled.add(entry.key)
    return entries.filter(entry => !finalStates.includes(entry.state))
  } catch (error) {
    const { diskNotice } = await import('../disk-notice')
    options.onEvent?.({ type: 'trouble', notice: diskNotice(error, spool.dir) })
    return []
  }
}

const laneOf = (entry: EntryView): string => JSON.stringify([entry.channel, entry.target])

function lanes(entries: readonly EntryView[]): Iterable<EntryView[]> {
  const byChannel = new Map<string, EntryView[]>()
  for (const entry of entries) byChannel.set(laneOf(entry), [...(byChannel.get(laneOf(entry)) ?? []), entry])
  return byChannel.values()
}

async function runLane(
  spool: Spool,
  lane: readonly EntryView[],
  options: QueueOptions,
  paused: Map<string, number>,
): Promise<void> {
  for (const entry of lane) {
    if (options.signal?.aborted) return
    if ((paused.get(laneOf(entry)) ?? 0) > spool.runtime.now()) {
      options.onEvent?.({ type: 'waiting', entry, calm: true })
      continue
    }
    const result = await deliverEntry(spool, entry.key, {
      ...options,
      onSending: view => {
        options.onSending?.(view)
        options.onEvent?.({ type: 'sending', entry: view })
      },
      onProgress: (view, sentBytes, totalBytes) => {
        options.onProgress?.(view, sentBytes, totalBytes)
        options.onEvent?.({ type: 'progress', entry: view, sentBytes, totalBytes })
      },
    })
    tell(result, options)
    if (result.kind === 'entry' && (result.unreachable || result.asked)) {
      const until = Math.min(result.entry.nextAttemptAt, spool.runtime.now() + backoff.longestMs)
      paused.set(laneOf(entry), until)
    }
  }
}

function tell(result: Attempt, options: QueueOptions): void {
  if (result.kind === 'failed') options.onEvent?.({ type: 'trouble', notice: result.notice })
  if (result.kind === 'set-aside' && result.aside)
    options.onEvent?.({ type: 'set-aside', aside: result.aside })
  if (result.kind !== 'entry') return
  const { entry } = result
  if (finalStates.includes(entry.state)) options.onEvent?.({ type: 'settled', entry })
  else options.onEvent?.({ type: 'waiting', entry, calm: passesByItself(entry.notice) })
}
