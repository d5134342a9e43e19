// When to try again: twice as long each time, never all at once, never sooner than the receiver asked.

export const backoff = { firstMs: 5_000, longestMs: 30 * 60_000, receiverLongestMs: 24 * 3_600_000 }

/**
 * When an attempt is due. No wait is longer than a day: one that seems to be was written under a clock that was wrong, and
 * nobody shall wait for the year that it named.
 */
export const dueTime = (at: number, now: number): number =>
  at - now > 1.2 * backoff.receiverLongestMs ? now : at

/** `attempts` counts the failed ones, from 1. */
export function retryDelay(attempts: number, random: number, askedMs = 0): number {
  const full = Math.min(backoff.longestMs, backoff.firstMs * 2 ** Math.min(30, Math.max(0, attempts - 1)))
  const own = full / 2 + (full / 2) * random
  const asked = Math.min(Math.max(0, askedMs), backoff.receiverLongestMs)
  // A little spread on top: a receiver that tells a hundred offices "in 60 seconds" should not get them in one.
  return Math.round(asked > own ? asked + Math.min(asked * 0.1, 10_000) * random : own)
}
