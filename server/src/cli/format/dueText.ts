// What is owed for a reader at a terminal: the most urgent first, each with its day, how long is left, and its place.

import { dueHeadline } from '../../core/report/dueEntries'
import { formatClock, formatDay, humanize, type Nature, wallTime } from '../../core/text/dates'
import { dateOf } from '../../core/text/dates/civil'
import type { DueRow } from './dueRow'
import { plain } from './plain'

const natureNames: Readonly<Record<Nature, string>> = {
  obligation: '时限',
  plan: '计划',
  done: '已完成',
  'as-of': '截至',
  quoted: '引用',
  historical: '叙述',
  condition: '条件',
  vague: '含糊',
}

export function formatDue(rows: readonly DueRow[], now: number, all: boolean, colour: boolean): string {
  const paint = (code: number, text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text)
  const sorted = all ? rows : [...rows].sort((a, b) => (a.instant ?? Infinity) - (b.instant ?? Infinity))
  const lines = sorted.flatMap(row => {
    const { file, range, entry } = row
    const late = isOwed(row) && row.instant !== null && row.instant < now
    const head = [natureNames[entry.nature], dayOf(row, now), standing(row, now)].filter(Boolean).join('  ')
    return [
      paint(late ? 31 : 0, head),
      `  ${plain(entry.of === 'report' ? `报送《${entry.matter || file}》` : dueHeadline(entry))}`,
      paint(
        90,
        `  ${plain(file)}:${range.start.line + 1}:${range.start.character + 1}  “${plain(entry.text)}”`,
      ),
    ]
  })
  const late = rows.filter(row => isOwed(row) && row.instant !== null && row.instant < now).length
  lines.push(
    rows.length === 0
      ? '没有待报的稿件，也没有未了的事项。'
      : `${all ? '时间' : '待报事项'} ${rows.length} 处${late ? `，其中 ${late} 处已过期` : ''}。`,
  )
  return `${lines.join('\n')}\n`
}

const isOwed = ({ entry }: DueRow) => entry.nature === 'obligation' || entry.nature === 'plan'

function dayOf({ instant, zone, wholeDay }: DueRow, now: number): string {
  if (instant === null) return ''
  const { day, ms } = wallTime(zone, instant)
  const shown = formatDay(day, dateOf(wallTime(zone, now).day).year)
  return wholeDay ? shown : `${shown} ${formatClock(ms)}`
}

function standing(row: DueRow, now: number): string {
  const { instant, zone, wholeDay } = row
  if (instant === null || !isOwed(row)) return ''
  const days = wallTime(zone, instant).day - wallTime(zone, now).day
  if (instant < now) return wholeDay ? `已过 ${Math.max(1, -days)} 天` : `已过 ${humanize(now - instant)}`
  if (!wholeDay) return `还剩 ${humanize(instant - now)}`
  return days === 0 ? '今天到期' : `还剩 ${days} 天`
}
