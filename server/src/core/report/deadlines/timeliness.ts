// News value: how old the event of a report is when it is handed in, where no limit says anything.

import { dayMs } from '../../text/dates/civil'
import type { Instant } from '../../types'

export type Timeliness = 'fresh' | 'stale' | 'half-month'

const staleDays = 7
const halfMonthDays = 15

/** `reported`: when it was handed in, else now. */
export function timelinessOf(occurred: Instant, reported: Instant): { state: Timeliness; days: number } {
  const days = Math.floor((reported - occurred) / dayMs)
  return { state: days >= halfMonthDays ? 'half-month' : days > staleDays ? 'stale' : 'fresh', days }
}
