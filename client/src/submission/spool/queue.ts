// Works the spool off: what is due is sent, channel by channel side by side and one at a time within a channel;
// what failed waits its time; a channel that cannot be reached is not asked again for every report.
import type { Notice } from '../messages'
import { passesByItself } from '../passing'
import type { EntryView } from '../types'
import { finalStates } from '../types'
import { backoff, dueTime } from './backoff'
import { type Attempt, type DeliverOptions, deliverEntry } from './deliver'
import type { Spool } from './layout'
import { listEntries } from './open'
import type { SetAside } from './setAside'

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
  const { now } = spool.runtime
  const isOnce = options.until === 'once'
  const paused = new Map<string, number>()
  const tried = new Set<string>()
  /** Lanes under way, each on its own: a receiver that drips for ten minutes holds up nobody else. */
  const busy = new Map<string, Promise<void>>()
  /** Lanes that somebody asked to be tried now. */
  const forced = new Set<string>()
  /** Lanes with an entry that another window holds. */
  const resting = new Map<string, number>()
  const start = (lane: string, entries: readonly EntryView[]) => {
    for (const entry of entries) tried.add(entry.key)
    forced.delete(lane)
    const run = runLane(spool, entries, options, paused).then(isHeld => {
      busy.delete(lane)
      if (isHeld) resting.set(lane, now() + Math.max(250, spool.leaseMs / 2))
      else resting.delete(lane)
    })
    busy.set(lane, run)
  }
  const restOf = (lane: string) =>
    Math.max(dueTime(resting.get(lane) ?? 0, now()), dueTime(paused.get(lane) ?? 0, now()))
  while (!options.signal?.aborted) {
    nudges.wake = new AbortController()
    const open = await openEntries(spool, options)
    if (nudges.force) {
      nudges.force = false
      paused.clear()
      for (const entry of open) forced.add(laneOf(entry))
    }
    for (const [lane, entries] of lanes(open)) {
      if (busy.has(lane)) continue
      const isAsked = isOnce || forced.has(lane)
      if (!isAsked && restOf(lane) > now()) continue
      const due = entries.filter(entry =>
        isOnce ? !tried.has(entry.key) : isAsked || dueTime(entry.nextAttemptAt, now()) <= now(),
      )
      if (due.length > 0) start(lane, due)
    }
    if (busy.size === 0) {
      if (isOnce && open.every(entry => tried.has(entry.key))) return
      if (options.until === 'settled' && open.length === 0) return
    }
    const times = open
      .filter(entry => !busy.has(laneOf(entry)))
      .map(entry => Math.max(dueTime(entry.nextAttemptAt, now()), restOf(laneOf(entry))))
    await somethingHappens(spool, options, nudges, busy, Math.min(...times))
  }
  await Promise.all(busy.values())
}

/** A lane ends, somebody nudges, all is stopped, or it is `next`. */
async function somethingHappens(
  { runtime: { now, wait } }: Spool,
  { signal, until }: QueueOptions,
  nudges: Nudges,
  busy: ReadonlyMap<string, Promise<void>>,
  next: number,
): Promise<void> {
  const over = new AbortController()
  const early = AbortSignal.any([nudges.wake.signal, over.signal, ...(signal ? [signal] : [])])
  // Other windows take reports in as well, so a queue without an end looks now and then.
  const wakesItself = busy.size === 0 || Number.isFinite(next) || until === 'forever'
  const rest = Math.min(Math.max(0, next - now()), pollMs)
  const nudged = new Promise<void>(resolve => {
    if (early.aborted) resolve()
    else early.addEventListener('abort', () => resolve(), { once: true })
  })
  await Promise.race([nudged, ...busy.values(), ...(wakesItself ? [wait(rest, early)] : [])])
  over.abort()
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
    const { diskNotice } = await import('../diskNotice')
    options.onEvent?.({ type: 'trouble', notice: diskNotice(error, spool.dir) })
    return []
  }
}

const laneOf = (entry: EntryView): string => JSON.stringify([entry.channel, entry.target])

function lanes(entries: readonly EntryView[]): ReadonlyMap<string, readonly EntryView[]> {
  const byChannel = new Map<string, EntryView[]>()
  for (const entry of entries) {
    const lane = byChannel.get(laneOf(entry))
    if (lane) lane.push(entry)
    else byChannel.set(laneOf(entry), [entry])
  }
  return byChannel
}

/** True where an entry could not be had: another window holds it, or the disk did not answer. */
async function runLane(
  spool: Spool,
  lane: readonly EntryView[],
  options: QueueOptions,
  paused: Map<string, number>,
): Promise<boolean> {
  let isHeld = false
  for (const entry of lane) {
    if (options.signal?.aborted) return isHeld
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
    if (result.kind === 'busy' || result.kind === 'failed') isHeld = true
    if (result.kind === 'entry' && (result.unreachable || result.asked)) {
      const until = Math.min(result.entry.nextAttemptAt, spool.runtime.now() + backoff.longestMs)
      paused.set(laneOf(entry), until)
    }
  }
  return isHeld
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
