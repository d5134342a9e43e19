// A calendar file (RFC 5545) of what is owed, for any calendar program: whole days as days, times of day as instants,
// each with a reminder.

import { createHash } from 'node:crypto'
import { dueHeadline } from '../../core/report/dueEntries'
import { isoDay } from '../../core/text/dates/civil'
import { wallTime } from '../../core/text/dates/zone'
import type { DueRow } from './dueRow'
import { withoutControl } from './plain'

export function formatIcs(rows: readonly DueRow[], now: number): string {
  const seen = new Map<string, number>()
  const events = rows.flatMap(row => (row.instant === null ? [] : event(row, now, uidOf(row, seen))))
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Ligao//ligao due//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:砺稿待报事项',
    ...events,
    'END:VCALENDAR',
  ]
    .map(line => `${folded(line)}\r\n`)
    .join('')
}

function event(row: DueRow, now: number, uid: string): string[] {
  const { instant, wholeDay, zone, entry, title, file } = row
  const what = entry.of === 'report' ? `报送：${title || file}` : dueHeadline(entry)
  const from = file + (title && title !== what ? `《${title}》` : '')
  const about = [`${entry.text}（${from}）`, entry.basis[0]].filter(Boolean).join('\n')
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${utc(now)}`,
    ...(wholeDay
      ? [
          `DTSTART;VALUE=DATE:${isoDay(wallTime(zone, instant!).day).replace(/-/g, '')}`,
          `DTEND;VALUE=DATE:${isoDay(wallTime(zone, instant!).day + 1).replace(/-/g, '')}`,
        ]
      : // Without an end: a moment.
        [`DTSTART:${utc(instant!)}`]),
    `SUMMARY:${escaped(what)}`,
    `DESCRIPTION:${escaped(about)}`,
    `CATEGORIES:${entry.of === 'report' ? '报送时限' : entry.nature === 'plan' ? '计划' : '承诺'}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(what)}`,
    `TRIGGER:${trigger(row)}`,
    'END:VALARM',
    'END:VEVENT',
  ]
}

/** At nine the day before, or when the reminder span begins. */
function trigger({ wholeDay, instant, entry }: DueRow): string {
  if (wholeDay) return '-PT15H'
  const lead = entry.nearFrom === null ? 0 : (instant ?? 0) - entry.nearFrom
  const minutes = Math.round(lead / 60_000)
  return `-PT${minutes > 0 && minutes <= 30 * 24 * 60 ? minutes : 30}M`
}

/** The same for the same matter of the same file, whenever it is exported and whatever its date has become. */
function uidOf({ file, entry }: DueRow, seen: Map<string, number>): string {
  const key = [
    file.replace(/\\/g, '/'),
    entry.of,
    entry.of === 'report' ? '' : entry.matter.replace(entry.text, ''),
  ].join('\n')
  const count = seen.get(key) ?? 0
  seen.set(key, count + 1)
  return `${createHash('sha256').update(`${key}\n${count}`).digest('hex').slice(0, 32)}@ligao`
}

function utc(instant: number): string {
  return `${new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '')}`
}

/** TEXT of RFC 5545; control characters of any kind have no place in it. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .split(/\r\n|\r|\n/)
    .map(withoutControl)
    .join('\\n')
}

/** No line longer than 75 octets, and no character torn. */
function folded(line: string): string {
  let result = ''
  let octets = 0
  for (const char of line) {
    const size = Buffer.byteLength(char)
    if (octets + size > 75) {
      result += '\r\n '
      octets = 1
    }
    result += char
    octets += size
  }
  return result
}
