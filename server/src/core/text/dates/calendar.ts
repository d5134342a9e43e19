// Working days and festivals: the State Council's yearly notices (data of chinese-days) with the writer's own changes.

import { getYearLeapMonth, monthDays } from 'chinese-days'
import officialDays from 'chinese-days/dist/chinese-days.json'
import { dateOf, dayOf, weekdayOf } from './civil'
import { solarTermDay, solarTerms } from './solarTerms'
import { readIsoDay } from './zone'

export interface WorkCalendar {
  isWorkday(day: number): boolean
  /** False where no notice is known for the year: Monday to Friday without the statutory days is an estimate. */
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

/**
 * How many days from which one each festival is free by law whatever the yearly notice says (《全国年节及纪念日放假办法》
 * as revised in November 2024): 除夕 and 初一 to 初三, two days in May, three in October.
 */
const statutory: readonly (readonly [festival: string, from: number, to: number])[] = [
  ['元旦', 0, 0],
  ['春节', -1, 2],
  ['清明', 0, 0],
  ['劳动节', 0, 1],
  ['端午', 0, 0],
  ['中秋', 0, 0],
  ['国庆', 0, 2],
]

const statutoryDays = new Map<number, ReadonlyMap<number, string>>()

/** The festival for which a day is free by law in any year. */
function statutoryName(day: number): string | undefined {
  const { year } = dateOf(day)
  let days = statutoryDays.get(year)
  if (!days) {
    const made = new Map<number, string>()
    for (const [name, from, to] of statutory) {
      const at = festivalDay(name, year)
      if (at !== undefined) for (let i = from; i <= to; i++) made.set(at + i, name)
    }
    days = made
    statutoryDays.set(year, days)
  }
  return days.get(day)
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
      if (!this.isKnown(day) && statutoryName(day) !== undefined) return false
      return base.worked.has(day) || weekdayOf(day) <= 5
    },
    isKnown(day) {
      const { year } = dateOf(day)
      return base.years.has(year) || (ownYears.get(year) ?? 0) >= wholeYear
    },
    holidayName(day) {
      if (own.worked.has(day)) return undefined
      const given = base.free.get(day) ?? (own.free.has(day) ? '本地休息日' : undefined)
      return given ?? (this.isKnown(day) ? undefined : statutoryName(day))
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

/** How many days a lunar month has; undefined outside of the table. */
export const lunarMonthLength = (year: number, month: number): number | undefined =>
  newYear(year) === undefined || year >= lastLunarYear || month < 1 || month > 12
    ? undefined
    : monthDays(year, month)

const before = (day: number | undefined) => (day === undefined ? undefined : day - 1)
/** The n-th Sunday or other weekday of a month. */
const nth = (year: number, month: number, weekday: number, count: number): number => {
  const first = dayOf(year, month, 1)
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (count - 1) * 7
}
/** Festivals of the sun: month and day. */
const fixedDays: Readonly<Record<string, readonly [month: number, day: number]>> = {
  元旦: [1, 1],
  警察节: [1, 10],
  情人节: [2, 14],
  妇女节: [3, 8],
  植树节: [3, 12],
  消费者权益日: [3, 15],
  世界水日: [3, 22],
  气象日: [3, 23],
  国家安全教育日: [4, 15],
  地球日: [4, 22],
  劳动节: [5, 1],
  青年节: [5, 4],
  防灾减灾日: [5, 12],
  护士节: [5, 12],
  儿童节: [6, 1],
  环境日: [6, 5],
  土地日: [6, 25],
  禁毒日: [6, 26],
  建党节: [7, 1],
  建军节: [8, 1],
  生态日: [8, 15],
  医师节: [8, 19],
  教师节: [9, 10],
  烈士纪念日: [9, 30],
  国庆: [10, 1],
  记者节: [11, 8],
  消防日: [11, 9],
  双十一: [11, 11],
  艾滋病日: [12, 1],
  宪法日: [12, 4],
  志愿者日: [12, 5],
  双十二: [12, 12],
  公祭日: [12, 13],
  平安夜: [12, 24],
  圣诞: [12, 25],
}
/** Festivals of the moon: month and day of the lunar year that begins in the same year. */
const lunarDays: Readonly<Record<string, readonly [month: number, day: number]>> = {
  元宵: [1, 15],
  二月二: [2, 2],
  三月三: [3, 3],
  端午: [5, 5],
  七夕: [7, 7],
  中元: [7, 15],
  中秋: [8, 15],
  重阳: [9, 9],
  寒衣: [10, 1],
  下元: [10, 15],
}

const festivalDays: Readonly<Record<string, (year: number) => number | undefined>> = {
  ...Object.fromEntries(
    Object.entries(fixedDays).map(([name, [month, day]]) => [
      name,
      (year: number) => dayOf(year, month, day),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(lunarDays).map(([name, [month, day]]) => [
      name,
      (year: number) => lunarDay(year, month, day),
    ]),
  ),
  ...Object.fromEntries(solarTerms.map(name => [name, (year: number) => solarTermDay(name, year)])),
  春节: year => newYear(year),
  除夕: year => before(newYear(year)),
  // Both are in the winter that ends in the year: the twelfth month of the lunar year before.
  腊八: year => lunarDay(year - 1, 12, 8),
  小年: year => lunarDay(year - 1, 12, 23),
  母亲节: year => nth(year, 5, 7, 2),
  助残日: year => nth(year, 5, 7, 3),
  父亲节: year => nth(year, 6, 7, 3),
  感恩节: year => nth(year, 11, 4, 4),
  农民丰收节: year => festivalDay('秋分', year),
}

export const lunarFestivals: ReadonlySet<string> = new Set([
  ...Object.keys(lunarDays),
  '除夕',
  '春节',
  '腊八',
  '小年',
])
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
