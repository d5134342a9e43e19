// Days by which something can be promised: the ends of the months, quarters and years to come.

import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver/node'
import { type Instant, type Language, say } from '../../core'
import { formatDay, wallTime } from '../../core/text/dates'
import { dateOf, dayOf } from '../../core/text/dates/civil'

const labelled = /(?:完成|办结|整改|办理|落实)?(?:时限|期限|时间)[:：]\s*([^，。；;：:\n]{0,8})$/
const owned =
  /(?:^|[，。；：、）])[^，。；]{0,3}由[^，。；]{2,24}(?:牵头|负责|承办|主办)[^，。；]{0,12}，([\d一二三四五六七八九十]{0,3})$/

/** What was typed of the day, where one is wanted: behind 完成时限：, and behind 由某单位牵头， when it is asked for. */
export function wantedDay(before: string, invoked: boolean): string | undefined {
  return labelled.exec(before)?.[1] ?? (invoked ? owned.exec(before)?.[1] : undefined)
}

/** Closer than this nobody promises the end of a month. */
const shortest = 5

export function dateItems(now: Instant, zone: string, language: Language): CompletionItem[] {
  const { day } = wallTime(zone, now)
  const { year, month } = dateOf(day)
  // The day before the first of the month after; months carry into the year.
  const endOf = (months: number) => dayOf(year, month + months + 1, 1) - 1
  const offers: readonly (readonly [number, string])[] = [
    [endOf(0), say(['本月底', 'end of this month'], language)],
    [endOf(1), say(['下月底', 'end of next month'], language)],
    [endOf((3 - (month % 3)) % 3), say(['本季度末', 'end of this quarter'], language)],
    [endOf(2), say(['两个月后', 'in two months'], language)],
    [endOf(12 - month), say(['年底', 'end of the year'], language)],
  ]
  const far = offers.filter(([end]) => end - day >= shortest)
  const known = new Set<number>()
  return far
    .filter(([end]) => !known.has(end) && known.add(end))
    .sort(([a], [b]) => a - b)
    .map(([end, detail], i) => ({
      label: `${formatDay(end, year)}前`,
      detail,
      kind: CompletionItemKind.Value,
      sortText: String(i),
    }))
}
