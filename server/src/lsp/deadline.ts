import type { Draft, Instant, Language, Report, Settings } from '../core'
import type { DeadlineState } from '../protocol'

export function deadlineOf(
  _draft: Draft,
  _report: Report,
  _settings: Settings,
  _now: Instant,
  _language: Language,
): DeadlineState | null {
  return null
}
