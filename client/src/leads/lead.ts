// A lead (线索): the facts, figures and pictures that a colleague leaves for whoever writes the report. Read from any
// Markdown file, with or without a head: a note that somebody only dropped into the folder is a lead as well.

import { locateHead } from '../../../server/src/core/document/head'
import { classifiedMark } from '../submission/text/classified'
import { firstHeading, headingLine, withoutEnd, withoutStart } from '../submission/text/edges'
import { type Person, peopleOf } from '../submission/text/people'
import { headValues } from '../templates/template'
import { bodyStartOf, openHead, valuesOf } from './head'

export interface Lead {
  readonly title: string
  /** Who gave it. */
  readonly by: readonly Person[]
  /** When it happened or was noted, as it was written; empty where nothing is said. */
  readonly time: string
  readonly place: string
  /** Markdown, without the headings of the form. */
  readonly facts: string
  readonly figures: string
  readonly pictures: string
  readonly used: LeadUse | undefined
}

export interface LeadUse {
  /** The reports that took it in, by path. */
  readonly reports: readonly string[]
  readonly at: string
}

export const leadFolder = '线索'
export const usedKeys = { reports: '采用稿件', at: '采用时间' } as const

const names = {
  title: ['标题', 'title'],
  by: ['提供人', '报料人', '拟稿人', '作者', 'by', 'author', 'authors'],
  time: ['时间', '事发时间', '日期', 'time', 'date', 'occurred'],
  place: ['地点', 'place'],
} as const

/** Total: any text is some lead. `fileName` gives title and day where the text does not. */
export function readLead(text: string, fileName = ''): Lead {
  // Not one word of a marked lead is shown in a list or taken into a report.
  if (classifiedMark(text)) return withheld
  const head = openHead(text)
  const values: Readonly<Record<string, unknown>> =
    head === 'broken' ? headValues(text) : head ? valuesOf(head) : {}
  const body = text.slice(head === 'broken' ? brokenBodyStart(text) : bodyStartOf(text))
  const named = /^(\d{4}-\d{2}-\d{2})?[-_ ]*(.*)/.exec(fileName.replace(/\.(?:md|markdown)$/i, ''))
  const pick = (keys: readonly string[]) => values[keys.find(key => isSaid(values[key])) ?? '']
  const reports = listOf(values[usedKeys.reports] ?? values.used_in)
  const at = lineOf(values[usedKeys.at] ?? values.used_at)
  const title = lineOf(pick(names.title)) || titleOf(body) || named?.[2]?.trim() || fileName
  return {
    title,
    by: peopleOf(pick(names.by)).filter(({ name }) => !/[【】]/.test(name)),
    time: lineOf(pick(names.time)) || named?.[1] || '',
    place: lineOf(pick(names.place)),
    ...partsOf(body, title),
    used: reports.length > 0 || at !== '' ? { reports, at } : undefined,
  }
}

const withheld: Lead = {
  title: '（线索带密级标志，内容不显示）',
  by: [],
  time: '',
  place: '',
  facts: '',
  figures: '',
  pictures: '',
  used: undefined,
}

const isSaid = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

function brokenBodyStart(text: string): number {
  const place = locateHead(text)
  return place && !place.missing ? place.whole.end : 0
}

const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).map(lineOf).filter(each => each !== '')

/** A gap that nobody filled in (【填：…】) says nothing. */
function lineOf(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return ''
  const line = String(value)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
  return isGap(line) ? '' : line
}

const isGap = (line: string): boolean => /^(?:[-*+]|\d+[.、])?\s*(?:【填[^】]*】[，。、；：\s]*)*$/.test(line)

const titleOf = (body: string): string => {
  const heading = firstHeading(body, 1) ?? ''
  return isGap(heading) ? '' : heading
}

type Part = 'facts' | 'figures' | 'pictures'

const partNames: readonly (readonly [Part, RegExp])[] = [
  ['facts', /^(?:事实|情况|经过|基本情况|主要事实|facts?)$/i],
  ['figures', /^(?:数据|数字|主要数据|figures?|data)$/i],
  ['pictures', /^(?:图片|照片|现场图片|现场照片|pictures?|photos?|images?)$/i],
]

/** Whatever stands under a heading that the form does not know is a fact, with its heading as a line. */
function partsOf(body: string, title: string): Record<Part, string> {
  const parts: Record<Part, string[]> = { facts: [], figures: [], pictures: [] }
  let part: Part = 'facts'
  let fence = ''
  for (const line of withoutComments(body).split(/\r?\n/)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (mark && (fence === '' || mark.startsWith(fence))) fence = fence === '' ? mark : ''
    const heading = fence === '' ? headingLine(line) : undefined
    if (!heading) {
      if (fence !== '' || mark || line.trim() === '' || !isGap(line.trim())) parts[part].push(line)
      continue
    }
    const name = heading.text.replace(
      /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.、])\s*/,
      '',
    )
    const known = partNames.find(([, pattern]) => pattern.test(name))
    part = known?.[0] ?? 'facts'
    if (!known && !(heading.depth === 1 && (name === title || isGap(name)))) parts[part].push('', name, '')
  }
  const text = (lines: readonly string[]) =>
    withoutStart(
      withoutEnd(
        lines
          .map(line => withoutEnd(line, ' \t'))
          .join('\n')
          .replace(/\n{3,}/g, '\n\n'),
        '\n',
      ),
      '\n',
    )
  return { facts: text(parts.facts), figures: text(parts.figures), pictures: text(parts.pictures) }
}

/** Hints of the form and notes to oneself stay in the lead. */
const withoutComments = (body: string): string => body.replace(/<!--[\s\S]*?(?:-->|$)/g, '')

/** All that goes into the report, as Markdown; empty where the lead says nothing yet. */
export const contentOf = ({ facts, figures, pictures }: Lead): string =>
  [facts, figures, pictures].filter(part => part !== '').join('\n\n')

/** A time as a number that sorts, from how people write it; undefined where it is none. */
export function sortableTime(time: string): number | undefined {
  const found =
    /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]*(\d{1,2})\s*[:：时点]\s*(\d{1,2})?)?/.exec(
      time,
    )
  if (!found) return undefined
  const [year, month, day, hour, minute] = found.slice(1).map(each => Number(each ?? 0))
  return Date.UTC(year!, month! - 1, day, hour, minute)
}

export interface DayWords {
  readonly today: string
  readonly yesterday: string
  readonly day: (month: number, date: number) => string
  readonly dayOfYear: (year: number, month: number, date: number) => string
}

/** `今天 08:30`, `昨天`, `11月3日`, and with the year where it is another one. `today` as 2026-11-23. */
export function shortTime(time: string, today: string, words: DayWords): string {
  const at = sortableTime(time)
  const now = sortableTime(today)
  if (at === undefined || now === undefined) return time.slice(0, 20)
  const date = new Date(at)
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()] as const
  const days = Math.round((now - Date.UTC(year, month - 1, day)) / 86_400_000)
  if ((days < 0 || days > 1) && year !== Number(today.slice(0, 4))) return words.dayOfYear(year, month, day)
  const named = days === 0 ? words.today : days === 1 ? words.yesterday : words.day(month, day)
  return /\d\s*[:：时点]/.test(time) ? `${named} ${date.toISOString().slice(11, 16)}` : named
}

/** A report may lie among the leads; it is none of them. */
export function isLeadText(text: string): boolean {
  const head = openHead(text)
  const type = typeof head === 'object' ? lineOf(valuesOf(head).类型 ?? valuesOf(head).type) : ''
  return type === '' || /^(?:线索|lead)$/i.test(type)
}
