// The time limit of a draft as clients are told of it.

import { type Draft, type Instant, type Language, type Report, type Settings, say } from '../core'
import { deadlineOfDraft } from '../core/report/commitments'
import type { ReportDeadline, DeadlineState as State } from '../core/report/deadlines'
import { formatIso } from '../core/text/dates'
import type { DeadlineState } from '../protocol'

const shownStates: Readonly<Partial<Record<State, DeadlineState['state']>>> = {
  notDue: 'open',
  dueSoon: 'soon',
  overdue: 'overdue',
  submitted: 'submitted',
  submittedOnTime: 'met',
  submittedLate: 'missed',
}

export function deadlineAt(draft: Draft, report: Report, settings: Settings, now: Instant): ReportDeadline {
  return deadlineOfDraft(draft, report.classification, settings, now)
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
