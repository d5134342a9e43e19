// The time limit of a draft and the times in its text, with what the settings say about both.

import {
  type Draft,
  type FrontMatterKey,
  type Instant,
  type Language,
  type Report,
  type Settings,
  say,
} from '../core'
import {
  type ReportDeadline,
  reportDeadline,
  type DeadlineState as State,
  timesOf,
} from '../core/report/deadlines'
import {
  createCalendar,
  formatIso,
  parseInstant,
  type TimeOptions,
  type WorkCalendar,
} from '../core/text/dates'
import type { DeadlineState } from '../protocol'

const calendars = new WeakMap<Settings, WorkCalendar>()

function calendarOf(settings: Settings): WorkCalendar {
  const known = calendars.get(settings) ?? createCalendar(settings.calendar)
  calendars.set(settings, known)
  return known
}

const shownStates: Readonly<Partial<Record<State, DeadlineState['state']>>> = {
  notDue: 'open',
  dueSoon: 'soon',
  overdue: 'overdue',
  submitted: 'submitted',
  submittedOnTime: 'met',
  submittedLate: 'missed',
}

export function deadlineAt(draft: Draft, report: Report, settings: Settings, now: Instant): ReportDeadline {
  const { kind, stage } = report.classification
  const times = timesOf(draft.frontMatter)
  return reportDeadline({ kind, stage, times, settings, calendar: calendarOf(settings), now })
}

/** The same for clients; null where no limit applies or where the clock of the limit has no start. */
export function deadlineOf(
  draft: Draft,
  report: Report,
  settings: Settings,
  now: Instant,
  language: Language,
): DeadlineState | null {
  const { state, due, choice, standing, arithmetic } = deadlineAt(draft, report, settings, now)
  const shown = shownStates[state]
  if (!shown || due === null || !choice) return null
  const [title, citation] = [say(choice.title, language), say(choice.citation, language)]
  return {
    due: formatIso(due, settings.timeZone),
    state: shown,
    left: due - now,
    standing: say(standing, language),
    arithmetic,
    basis: citation && citation !== title ? `${title}（${citation}）` : title,
  }
}

/** Relative dates count from the date of the draft; one that names none is being written now. */
export function timeOptionsOf({ frontMatter }: Draft, settings: Settings, now: Instant): TimeOptions {
  const read = (key: FrontMatterKey) => {
    const text = frontMatter?.entries.get(key)?.text
    const found = text ? parseInstant(text, settings.timeZone, now) : undefined
    return found?.ok ? found : undefined
  }
  const date = read('成稿日期') ?? read('报送时间')
  return {
    base: date?.instant ?? now,
    basePrecision: date && date.precision !== 'day' ? 'minute' : 'day',
    zone: settings.timeZone,
    occurred: read('事发时间')?.instant,
    received: read('接报时间')?.instant,
    calendar: calendarOf(settings),
  }
}
