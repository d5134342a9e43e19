// How often somebody may ask: so many at once, and so many a minute after that. Kept in memory; a restart forgives.

export interface Rate {
  /** Seconds to wait, or 0 when this one may pass. */
  take(who: string, now: number): number
}

/** Beyond so many askers the quiet ones are forgotten. */
const most = 10_000

export function createRate({ atOnce, perMinute }: { atOnce: number; perMinute: number }): Rate {
  const known = new Map<string, { left: number; at: number }>()
  const refill = (left: number, since: number, now: number) =>
    Math.min(atOnce, left + (Math.max(0, now - since) / 60_000) * perMinute)
  return {
    take(who, now) {
      const entry = known.get(who)
      const left = entry ? refill(entry.left, entry.at, now) : atOnce
      known.delete(who)
      known.set(who, { left: left < 1 ? left : left - 1, at: now })
      if (known.size > most) known.delete(known.keys().next().value as string)
      return left < 1 ? Math.ceil(((1 - left) * 60) / perMinute) : 0
    },
  }
}
