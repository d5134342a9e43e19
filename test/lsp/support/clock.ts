// A clock that moves only when a test says so.

import type { Clock } from '../../../server/src/lsp/runtime'

export interface FakeClock extends Clock {
  /** Lets time pass: timers run in order, each at its own time. */
  advance(milliseconds: number): void
  /** The wall clock is set, or the machine slept: no timer notices. */
  jump(milliseconds: number): void
  /** Timers that wait. */
  pending(): number
}

export function fakeClock(iso = '2026-04-28T10:00:00+08:00'): FakeClock {
  let now = Date.parse(iso)
  // Timers count monotonic time; the wall clock may jump.
  let ticks = 0
  let timers: { at: number; run: () => void }[] = []
  return {
    now: () => now,
    setTimer(run, milliseconds) {
      const timer = { at: ticks + milliseconds, run }
      timers.push(timer)
      return {
        cancel() {
          timers = timers.filter(each => each !== timer)
        },
      }
    },
    advance(milliseconds) {
      const end = ticks + milliseconds
      for (;;) {
        const next = timers.filter(timer => timer.at <= end).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        now += Math.max(0, next.at - ticks)
        ticks = Math.max(ticks, next.at)
        timers = timers.filter(timer => timer !== next)
        next.run()
      }
      now += end - ticks
      ticks = end
    },
    jump(milliseconds) {
      now += milliseconds
    },
    pending: () => timers.length,
  }
}
