// Instants written with the office's own zone. The machine's zone is never asked: a laptop set to another zone
// must not turn an on-time report into a late one.

const defaultZone = 'Asia/Shanghai'

function parts(at: number, zone: string): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  })
  return Object.fromEntries(format.formatToParts(at).map(part => [part.type, part.value]))
}

/** `2026-04-28T10:05:00+08:00` */
export function isoInZone(at: number, zone = defaultZone): string {
  const p = parts(at, zone)
  const offset = (p.timeZoneName ?? 'GMT').replace('GMT', '') || '+00:00'
  return `${p.year}-${p.month}-${p.day}T${p.hour}:${p.minute}:${p.second}${offset}`
}

/** `2026-04-28 10:05`, for people. */
export const readableTime = (at: number, zone = defaultZone): string =>
  isoInZone(at, zone).slice(0, 16).replace('T', ' ')

/** `20260428`, for receipts and file names. */
export const compactDate = (at: number, zone = defaultZone): string =>
  isoInZone(at, zone).slice(0, 10).replaceAll('-', '')
