// What the times of a draft are counted from: its own date, its signature, the times of its head, or the day of writing.

import type { Settings } from '../config/settings'
import { allSections, type Section } from '../document/outline'
import { sameValue } from '../document/sameValue'
import type { DocumentView, Reading } from '../engine/rule'
import {
  createCalendar,
  parseInstant,
  type ReadInstant,
  startOfDay,
  type TimeOptions,
  type WorkCalendar,
  wallTime,
} from '../text/dates'
import { dateOf, dayOf } from '../text/dates/civil'
import type { Instant } from '../types'
import { readTimes, timesOf } from './deadlines'

export interface DraftClock {
  readonly options: TimeOptions
  /** What relative expressions are counted from. */
  readonly base: Instant
  /** The draft says its own date (成稿日期, 报送时间 or the signature). */
  readonly dated: boolean
  /** Blocks whose times are in the year after the draft's own, the innermost section first; no year: in its own after all. */
  readonly ahead: readonly { readonly from: number; readonly to: number; readonly year: number | undefined }[]
  /** Times are told by the numbers of their blocks. */
  readonly blockCount: number
}

const calendars = new WeakMap<Settings['calendar'], WorkCalendar>()

/** The working days under these settings; the same object for the same settings. */
export function calendarOf(settings: Settings): WorkCalendar {
  let calendar = calendars.get(settings.calendar)
  if (!calendar) {
    calendar = createCalendar(settings.calendar)
    calendars.set(settings.calendar, calendar)
  }
  return calendar
}

const reading: Reading<DraftClock, [Settings, Instant]> = {
  id: 'draft-clock',
  read: readClock,
  same: sameValue,
}

/** The same all day long: what is kept of it is kept until midnight. */
export function clockOf(document: DocumentView, settings: Settings, now: Instant): DraftClock {
  const zone = settings.timeZone
  return document.derived(reading, settings, startOfDay(zone, wallTime(zone, now).day))
}

function readClock(document: DocumentView, settings: Settings, now: Instant): DraftClock {
  const zone = settings.timeZone
  const read = readTimes(timesOf(document.frontMatter), zone, now)
  const own = read.date ?? read.submitted
  const signed = own ? undefined : signedTime(document, zone)
  // Without a date of its own a draft is being written today, unless its first words are of an earlier year.
  const base =
    (own ?? signed)?.instant ?? earlierDay(document, zone, now) ?? startOfDay(zone, wallTime(zone, now).day)
  const precision = (own ?? signed)?.precision
  const exact = precision !== undefined && precision !== 'day'
  const options: TimeOptions = {
    base,
    basePrecision: exact ? 'minute' : 'day',
    zone,
    calendar: calendarOf(settings),
    ...(read.occurred && { occurred: read.occurred.instant }),
    ...(read.received && { received: read.received.instant }),
  }
  return {
    options,
    base,
    dated: own !== undefined || signed !== undefined,
    ahead: yearsAhead(document.outline, base, zone),
    blockCount: document.blockCount,
  }
}

const aheadTitle =
  /(?:(20\d\d)年|(?:明|来|下一?)年)(?:度)?[^，。]{0,10}(?:打算|安排|计划|思路|重点|任务|目标|部署|措施)/

/** 三、2027年安排, written in December 2026: 10月底前 below it is in 2027. */
function yearsAhead(outline: Section, base: Instant, zone: string): DraftClock['ahead'] {
  const own = dateOf(wallTime(zone, base).day).year
  const found: DraftClock['ahead'][number][] = []
  for (const { title, from, to } of allSections(outline)) {
    const hit = aheadTitle.exec(title)
    if (!hit) continue
    const year = hit[1] ? Number(hit[1]) : own + 1
    found.unshift({ from, to, year: year === own + 1 ? year : undefined })
  }
  return found
}

/** 落款 at the end, or the line of a bulletin's head that names its office and day. */
function signedTime(document: DocumentView, zone: string): ReadInstant | undefined {
  const last = document.blockCount - 1
  for (let i = last; i >= Math.max(0, last - 2); i--) {
    const { text } = document.block(i)
    const read = dateLine(text, zone) ?? (i === last ? gluedDate(text, zone) : undefined)
    if (read) return read
  }
  for (let i = 0; i < Math.min(headLines, last); i++) {
    const text = document.block(i).text
    // A line of the head that says more than who and when (事发时间：…) is not its date.
    const read = /[，。；：:]|时间|截至|期限|时限/.test(text) ? undefined : dateLine(text, zone)
    if (read) return read
  }
  return undefined
}

const headLines = 5
const otherTime = /(?:事发|发生|接报|获悉|完成|开工|竣工|截至|截止)|[期时]限/

const glued = /[。！？”）]\s*((?:\d{4}|[二][〇○零O][〇○零一二三四五六七八九]{2})年[^，。；：\s]{3,10}日)\s*$/

/** How many blocks from the top tell when a draft without a date was written. */
const opening = 6
const yearOrDay = /(20\d\d)年(?!以来|起|至今|开始|前)(?:(\d{1,2})月(\d{1,2})日)?/g
const runningYear = /今年|本年|去年|上年/

/**
 * The day that an old draft counts from, where neither its head nor a signature dates it: the first full date with which one
 * of its first sentences begins, or the end of the year that its title names. Undefined where the opening may be this year's.
 */
function earlierDay(document: DocumentView, zone: string, now: Instant): Instant | undefined {
  const thisYear = dateOf(wallTime(zone, now).day).year
  const title = document.frontMatter?.entries.get('标题')?.text ?? ''
  let latest = 0
  let first: Instant | undefined
  let spoken = false
  for (let i = -1; i < Math.min(opening, document.blockCount); i++) {
    const text = (i < 0 ? title : document.block(i).text).slice(0, 400).replace(/《[^》]{0,60}》/g, '')
    spoken ||= runningYear.test(text)
    for (const hit of text.matchAll(yearOrDay)) {
      const year = Number(hit[1])
      latest = Math.max(latest, year)
      if (first !== undefined || hit[3] === undefined || i < 0) continue
      if (!/(?:^|[。；\n])[^，。；]{0,6}$/.test(text.slice(0, hit.index))) continue
      const read = parseInstant(hit[0], zone)
      if (read.ok) first = read.instant
    }
  }
  if (latest === 0 || latest >= thisYear) return undefined
  if (first !== undefined && dateOf(wallTime(zone, first).day).year === latest) return first
  const named = `${title}${document.outline.children[0]?.title ?? ''}`.includes(`${latest}年`)
  return named && !spoken ? startOfDay(zone, dayOf(latest, 12, 31)) : undefined
}

/** ……气味扰民现象。2026年10月17日: pasted in one piece, the signature ends the last paragraph. */
function gluedDate(text: string, zone: string): ReadInstant | undefined {
  const day = glued.exec(text.slice(-40))?.[1]
  const read = day ? parseInstant(day, zone) : undefined
  return read?.ok ? read : undefined
}

/** （白沙镇党政办　2026年10月12日）: a short line that ends in a date, or a date with an hour. */
function dateLine(line: string, zone: string): ReadInstant | undefined {
  const text = line.trim().replace(/[）)]$/, '')
  if (text.length < 8 || text.length > 60 || otherTime.test(text)) return undefined
  const last = text.slice(Math.max(0, text.search(/(?:\d{4}|[二][〇○零O][〇○零一二三四五六七八九]{2})年/)))
  const read = parseInstant(last, zone)
  return read.ok && /[日时分]$/.test(last) ? read : undefined
}
