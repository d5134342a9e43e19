// The list of what is due as it stands at a moment: order, groups, words. No VS Code and no clock of its own, so that any
// moment can be tried.

import type { DueFile, DueItem } from '../../../../server/src/protocol'
import { t } from '../../l10n'

export interface Due {
  /** The same as long as the file, the words and the time are. */
  readonly key: string
  readonly file: DueFile
  readonly item: DueItem
  readonly due: number
  readonly nearFrom: number
  /** Milliseconds that the clock of its zone is ahead of UTC. */
  readonly offset: number
}

export type Standing = 'overdue' | 'near' | 'open'
export type Grouping = 'time' | 'owner' | 'draft'

export interface DueGroup {
  readonly id: string
  readonly label: string
  readonly dues: readonly Due[]
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export function duesOf(files: Iterable<DueFile>): Due[] {
  const dues: Due[] = []
  for (const file of files) {
    const seen = new Map<string, number>()
    for (const item of file.items) {
      const name = [file.uri, item.of, item.text, item.due].join('\n')
      const count = seen.get(name) ?? 0
      seen.set(name, count + 1)
      dues.push({
        key: count ? `${name}\n${count}` : name,
        file,
        item,
        // Of a whole day the last second is told; it is over with the second after.
        due: Date.parse(item.due) + (item.wholeDay ? 999 : 0),
        nearFrom: Date.parse(item.nearFrom),
        offset: offsetIn(item.due),
      })
    }
  }
  return dues.sort((a, b) => a.due - b.due)
}

function offsetIn(iso: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(iso) ?? []
  const size = Number(hours ?? 0) * hour + Number(minutes ?? 0) * minute
  return sign === '-' ? -size : size
}

export function standingOf({ due, nearFrom }: Due, now: number): Standing {
  return now > due ? 'overdue' : now >= nearFrom ? 'near' : 'open'
}

/** Days from today to the day it is due, on the calendar of its zone. */
function daysLeft({ due, offset }: Due, now: number): number {
  return Math.floor((due + offset) / day) - Math.floor((now + offset) / day)
}

export function groupsOf(dues: readonly Due[], grouping: Grouping, now: number): DueGroup[] {
  const reports = dues.filter(({ item }) => item.of === 'report')
  const texts = dues.filter(({ item }) => item.of === 'text')
  const groups: DueGroup[] = [{ id: 'reports', label: t('待报稿件'), dues: reports }]
  if (grouping === 'time')
    for (const { id, label, holds } of spans()) {
      const part = texts.filter(due => holds(due, now))
      groups.push({ id, label, dues: part })
    }
  else {
    const parts = new Map<string, Due[]>()
    for (const due of texts) {
      const name = grouping === 'owner' ? due.item.owner : due.file.uri
      const part = parts.get(name)
      if (part) part.push(due)
      else parts.set(name, [due])
    }
    // The group with the most urgent matter first; what nobody has to do last.
    for (const [name, part] of [...parts].sort(([a], [b]) => Number(a === '') - Number(b === '')))
      groups.push({
        id: `${grouping}:${name}`,
        label: grouping === 'draft' ? part[0]!.file.title : name || t('没写责任单位'),
        dues: part,
      })
  }
  return groups.filter(({ dues: part }) => part.length > 0)
}

const spans = (): { id: string; label: string; holds: (due: Due, now: number) => boolean }[] => {
  const between = (from: number, to: number) => (due: Due, now: number) =>
    now <= due.due && daysLeft(due, now) >= from && daysLeft(due, now) <= to
  return [
    { id: 'overdue', label: t('已过期'), holds: (due, now) => now > due.due },
    { id: 'soon', label: t('今明两天'), holds: between(0, 1) },
    { id: 'week', label: t('七天内'), holds: between(2, 7) },
    { id: 'month', label: t('三十天内'), holds: between(8, 30) },
    { id: 'later', label: t('以后'), holds: between(31, Number.POSITIVE_INFINITY) },
  ]
}

/** `4月30日`, `4月28日 10:30`, with the year where it is another one. */
export function dayText({ item, offset }: Due, now: number): string {
  const [, year, month, date, clock] = /^(\d+)-(\d+)-(\d+)T(\d+:\d+)/.exec(item.due) ?? []
  const same = new Date(now + offset).getUTCFullYear() === Number(year)
  const shown = same
    ? t('{0}月{1}日', Number(month), Number(date))
    : t('{0}年{1}月{2}日', Number(year), Number(month), Number(date))
  return item.wholeDay ? shown : `${shown} ${clock}`
}

/** How long is left or how long it is past: minutes under two hours, whole days for what is due on a day. */
export function leftText(due: Due, now: number): string {
  const late = now > due.due
  if (due.item.wholeDay) {
    const days = daysLeft(due, now)
    if (late) return t('已过{0}天', Math.max(1, -days))
    return days === 0 ? t('今天到期') : days === 1 ? t('明天到期') : t('剩{0}天', days)
  }
  const minutes = Math.max(
    1,
    late ? Math.floor((now - due.due) / minute) : Math.ceil((due.due - now) / minute),
  )
  const words = spanText(minutes)
  return late ? t('超时 {0}', words) : t('剩 {0}', words)
}

function spanText(minutes: number): string {
  if (minutes < 120) return t('{0}分钟', minutes)
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? t('{0}小时{1}分', hours, minutes % 60) : t('{0}天', Math.floor(hours / 24))
}

/** What has to be done in one line, with who is to do it in front unless the words say it themselves. */
export function headline({ item: { of, owner, matter }, file }: Due, named = true): string {
  if (of === 'report') return file.title
  return named && owner && !matter.includes(owner) ? `${owner}：${matter}` : matter
}

/** When the list next looks different although nothing is edited. */
export function nextChange(dues: readonly Due[], now: number): number {
  let next = Number.POSITIVE_INFINITY
  for (const due of dues) {
    if (due.nearFrom > now) next = Math.min(next, due.nearFrom)
    if (due.due >= now) next = Math.min(next, due.due + 1)
    if (due.item.wholeDay) next = Math.min(next, midnightAfter(now, due.offset))
    // Minutes are counted down for whatever is due within two hours.
    else if (Math.abs(due.due - now) < 48 * hour) next = Math.min(next, now + minute)
    else next = Math.min(next, midnightAfter(now, due.offset))
  }
  return next
}

function midnightAfter(now: number, offset: number): number {
  return (Math.floor((now + offset) / day) + 1) * day - offset
}
