// The one timer of the server: it wakes when findings that waited for a pause are due, or when the clock changes a report
// by itself. It trusts the wall clock, not the timer: a machine sleeps, a clock is set.

import type { Instant } from '../core'
import type { Clock, Timer } from './runtime'

export interface Wake {
  /** To be called after anything that may bring an instant nearer. */
  schedule(): void
  dispose(): void
}

/** No timer runs longer: after a sleep of the machine it would be late by that much. */
export const longestTimer = 5 * 60_000

export function createWake(
  clock: Clock,
  nextInstants: () => readonly (Instant | undefined)[],
  expired: () => boolean,
  refresh: () => void,
): Wake {
  let timer: Timer | undefined
  let due = Number.POSITIVE_INFINITY
  // What was announced once is not announced again: a client that does not come back must not be called in a loop.
  let announced = Number.NEGATIVE_INFINITY
  let lastSeen = clock.now()

  const stop = () => {
    timer?.cancel()
    timer = undefined
    due = Number.POSITIVE_INFINITY
  }

  const wake = () => {
    timer = undefined
    due = Number.POSITIVE_INFINITY
    const now = clock.now()
    const setBack = now < lastSeen
    lastSeen = now
    if (setBack) announced = now - 1
    const reached = nextInstants().some(
      instant => instant !== undefined && instant <= now && instant > announced,
    )
    if (reached || (setBack && expired())) {
      announced = now
      refresh()
    }
    schedule()
  }

  const schedule = () => {
    const now = clock.now()
    if (now < announced) announced = now
    const ahead = nextInstants().filter(instant => instant !== undefined && instant > announced) as Instant[]
    if (ahead.length === 0) return stop()
    const next = Math.min(...ahead)
    if (timer && next === due) return
    stop()
    due = next
    timer = clock.setTimer(wake, Math.max(1, Math.min(next - now, longestTimer)))
  }

  return { schedule, dispose: stop }
}
