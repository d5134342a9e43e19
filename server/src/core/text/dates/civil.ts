// Calendar arithmetic on whole days, free of any clock or zone: a day is a count since 1970-01-01.

export interface YearMonthDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

export const dayMs = 86_400_000
export const minuteMs = 60_000
export const hourMs = 3_600_000

/** Day number of a date; months outside 1–12 carry into the year. */
export function dayOf(year: number, month: number, day: number): number {
  const carried = year * 12 + month - 1
  const y = Math.floor(carried / 12)
  const m = carried - y * 12 + 1
  const shifted = m <= 2 ? y - 1 : y
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  )
}

export function dateOf(dayNumber: number): YearMonthDay {
  const z = dayNumber + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted + (shifted < 10 ? 3 : -9)
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(dayNumber: number): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Days of a month; months outside 1–12 carry into the year. */
export function daysInMonth(year: number, month: number): number {
  const carried = year * 12 + month - 1
  const y = Math.floor(carried / 12)
  const m = carried - y * 12 + 1
  return m === 2 && isLeapYear(y) ? 29 : monthLengths[m - 1]!
}

/** The corresponding day of a later month, or that month's last day where there is none (民法典 §202). */
export function addMonths(dayNumber: number, months: number): number {
  const { year, month, day } = dateOf(dayNumber)
  return dayOf(year, month + months, Math.min(day, daysInMonth(year, month + months)))
}

export function isoDay(dayNumber: number): string {
  const { year, month, day } = dateOf(dayNumber)
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`
}

export function pad(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}

export const weekdayNames = ['', '一', '二', '三', '四', '五', '六', '日'] as const
