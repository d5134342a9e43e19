// Working days and festivals: the State Council's yearly notices (data of chinese-days) with the writer's own changes.

import { getYearLeapMonth, monthDays } from 'chinese-days'
import officialDays from 'chinese-days/dist/chinese-days.json'
import { dateOf, dayOf, weekdayOf } from './civil'
import { readIsoDay } from './zone'

export interface WorkCalendar {
  isWorkday(day: number): boolean
  /** False where no notice is known for the year, so that Monday to Friday is an estimate. */
  isKnown(day: number): boolean
  /** Name of the holiday that a free day belongs to, such as 劳动节. */
  holidayName(day: number): string | undefined
}

/** Days that differ from the notice: a map `2027-02-08: 休|班`, or two lists. */
export type CalendarChanges =
  | Readonly<Record<string, string>>
  | { readonly holidays?: readonly string[]; readonly workdays?: readonly string[] }

interface Official {
  readonly free: ReadonlyMap<number, string>
  readonly worked: ReadonlySet<number>
  readonly years: ReadonlySet<number>
}

// The functions of chinese-days read dates in the machine's zone; its data does not, so only the data is used.
let official: Official | undefined
function officialCalendar(): Official {
  if (official) return official
  const free = new Map<number, string>()
  const worked = new Set<number>()
  const years = new Set<number>()
  for (const [date, name] of Object.entries(officialDays.holidays as Record<string, string>)) {
    const day = readIsoDay(date)
    if (day === undefined) continue
    free.set(day, name.split(',')[1] ?? name)
    years.add(dateOf(day).year)
  }
  for (const date of Object.keys(officialDays.workdays)) {
    const day = readIsoDay(date)
    if (day !== undefined) worked.add(day)
  }
  official = { free, worked, years }
  return official
}

/** A year counts as known from the writer's own list when that list could be a whole year's holidays. */
const wholeYear = 7

function readChanges(changes: CalendarChanges): { free: Set<number>; worked: Set<number> } {
  const free = new Set<number>()
  const worked = new Set<number>()
  const add = (set: Set<number>, dates: unknown) => {
    if (!Array.isArray(dates)) return
    for (const date of dates) {
      const day = typeof date === 'string' ? readIsoDay(date) : undefined
      if (day !== undefined) set.add(day)
    }
  }
  const lists = changes as { holidays?: unknown; workdays?: unknown }
  add(free, lists.holidays)
  add(worked, lists.workdays)
  for (const [date, value] of Object.entries(changes)) {
    if (value === '休') add(free, [date])
    else if (value === '班') add(worked, [date])
  }
  return { free, worked }
}

export function createCalendar(changes: CalendarChanges = {}): WorkCalendar {
  const base = officialCalendar()
  const own = readChanges(changes)
  const ownYears = new Map<number, number>()
  for (const day of own.free) {
    const { year } = dateOf(day)
    ownYears.set(year, (ownYears.get(year) ?? 0) + 1)
  }
  return {
    isWorkday(day) {
      if (own.free.has(day)) return false
      if (own.worked.has(day)) return true
      if (base.free.has(day)) return false
      return base.worked.has(day) || weekdayOf(day) <= 5
    },
    isKnown(day) {
      const { year } = dateOf(day)
      return base.years.has(year) || (ownYears.get(year) ?? 0) >= wholeYear
    },
    holidayName(day) {
      if (own.worked.has(day)) return undefined
      return base.free.get(day) ?? (own.free.has(day) ? '本地休息日' : undefined)
    },
  }
}

/** The day on which the n-th working day after `day` falls; the day itself is not counted (民法典 §201). */
export function addWorkdays(calendar: WorkCalendar, day: number, count: number): number {
  let current = day
  // No run of free days is longer than a month, so this bound is only reached by nonsense settings.
  for (let left = count, guard = count * 31 + 31; left > 0 && guard > 0; guard--) {
    current++
    if (calendar.isWorkday(current)) left--
  }
  return current
}

export function workdayOnOrAfter(calendar: WorkCalendar, day: number): number {
  for (let at = day; at < day + 60; at++) if (calendar.isWorkday(at)) return at
  return day
}

export function workdayOnOrBefore(calendar: WorkCalendar, day: number): number {
  for (let at = day; at > day - 60; at--) if (calendar.isWorkday(at)) return at
  return day
}

/** True when every day from `first` to `last` lies in a year whose holidays are known. */
export function isKnownBetween(calendar: WorkCalendar, first: number, last: number): boolean {
  const lastYear = dateOf(last).year
  for (let year = dateOf(first).year; year <= lastYear; year++)
    if (!calendar.isKnown(dayOf(year, 6, 1))) return false
  return true
}

// ICU's Chinese calendar misses some new moons near midnight (2027), so the month table of chinese-days is summed up.
// Its two functions used here count in whole lunar months and know no zone.
const firstNewYear = { year: 1900, day: dayOf(1900, 1, 31) }
const lastLunarYear = 2100
let newYearDays: number[] | undefined

/** 春节 of the year; undefined outside 1900–2100. */
export function newYear(year: number): number | undefined {
  if (!newYearDays) {
    newYearDays = [firstNewYear.day]
    for (let y = firstNewYear.year; y < lastLunarYear; y++) {
      let length = getYearLeapMonth(y).days
      for (let month = 1; month <= 12; month++) length += monthDays(y, month)
      newYearDays.push(newYearDays[newYearDays.length - 1]! + length)
    }
  }
  return newYearDays[year - firstNewYear.year]
}

/** Day number of a lunar date (never in a leap month) in the lunar year that begins in `year`. */
export function lunarDay(year: number, month: number, day: number): number | undefined {
  const first = newYear(year)
  if (first === undefined || year >= lastLunarYear || month < 1 || month > 12) return undefined
  const leap = getYearLeapMonth(year)
  let at = first
  for (let m = 1; m < month; m++) at += monthDays(year, m) + (leap.leapMonth === m ? leap.days : 0)
  return day >= 1 && day <= monthDays(year, month) ? at + day - 1 : undefined
}

const before = (day: number | undefined) => (day === undefined ? undefined : day - 1)

const festivalDays: Readonly<Record<string, (year: number) => number | undefined>> = {
  元旦: year => dayOf(year, 1, 1),
  除夕: year => before(newYear(year)),
  春节: year => newYear(year),
  元宵: year => lunarDay(year, 1, 15),
  // The usual formula for the solar term in 2000–2099.
  清明: year => dayOf(year, 4, Math.floor((year % 100) * 0.2422 + 4.81) - Math.floor((year % 100) / 4)),
  劳动节: year => dayOf(year, 5, 1),
  端午: year => lunarDay(year, 5, 5),
  中秋: year => lunarDay(year, 8, 15),
  国庆: year => dayOf(year, 10, 1),
  重阳: year => lunarDay(year, 9, 9),
  妇女节: year => dayOf(year, 3, 8),
  植树节: year => dayOf(year, 3, 12),
  青年节: year => dayOf(year, 5, 4),
  儿童节: year => dayOf(year, 6, 1),
  建党节: year => dayOf(year, 7, 1),
  建军节: year => dayOf(year, 8, 1),
  教师节: year => dayOf(year, 9, 10),
}

export const lunarFestivals: ReadonlySet<string> = new Set(['除夕', '春节', '元宵', '端午', '中秋', '重阳'])
const publicHolidays = ['元旦', '春节', '清明', '劳动节', '端午', '中秋', '国庆'] as const

const festivalCache = new Map<string, number | undefined>()
export function festivalDay(name: string, year: number): number | undefined {
  const key = name + year
  if (!festivalCache.has(key)) festivalCache.set(key, festivalDays[name]?.(year))
  return festivalCache.get(key)
}

/** The first public holiday that begins after `day`. */
export function nextHoliday(day: number): { name: string; day: number } {
  const { year } = dateOf(day)
  let best: { name: string; day: number } | undefined
  for (const candidate of [year, year + 1])
    for (const name of publicHolidays) {
      const at = festivalDay(name, candidate)
      if (at !== undefined && at > day && (!best || at < best.day)) best = { name, day: at }
    }
  return best ?? { name: '元旦', day: dayOf(year + 1, 1, 1) }
}
