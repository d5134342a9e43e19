// One draft on its way out of the terminal: checked by the same core as in the editor, with the same gate.

import path from 'node:path'
import type { HandIn } from '../../../../client/src/submission'
import { type Finding, kindById, type Report, type Settings, stageLabel } from '../../core'
import { reportDeadline, timesOf } from '../../core/report/deadlines'
import { calendarOf } from '../../core/report/draftClock'
import { formatIso } from '../../core/text/dates'
import type { Judge } from '../judge'
import { rootOf } from '../root'

export interface CheckedDraft {
  /** As the caller named it. */
  readonly shown: string
  readonly report: Report
  readonly handIn: HandIn
  /** What must be mended first. Lateness is not among it: with a reason a report may go out late. */
  readonly errors: readonly Finding[]
  readonly warnings: readonly Finding[]
}

export interface CheckRequest {
  readonly file: string
  readonly text: string
  readonly cwd: string
  readonly settings: Settings
  readonly now: number
  readonly withDocx: boolean
  readonly ruleSet: string
  readonly judge: Judge
}

export async function checkDraft(request: CheckRequest): Promise<CheckedDraft> {
  const { file, text, cwd, settings, now, withDocx, ruleSet, judge } = request
  const { draft, report } = await judge(file, text)
  const errors = [
    ...report.findings.filter(({ severity, rule }) => severity === 'error' && rule !== 'overdue-report'),
    ...report.shown.filter(({ stopsHandIn, severity }) => stopsHandIn && severity !== 'error'),
  ]
  const warnings = report.findings.filter(({ severity }) => severity === 'warning')
  const { kind, stage } = report.classification
  const times = timesOf(draft.frontMatter)
  const deadline = reportDeadline({ kind, stage, times, settings, calendar: calendarOf(settings), now })
  // A version that corrects one which was in time is not late: its first hand-in counts.
  const due = report.isReport && deadline.state !== 'submittedOnTime' ? deadline.due : null
  return {
    shown: path.relative(cwd, file) || file,
    report,
    errors,
    warnings,
    handIn: {
      file,
      root: rootOf(file, cwd),
      text,
      checked: {
        errors: errors.length,
        warnings: warnings.length,
        ruleSet,
        kind: report.isReport
          ? stage
            ? `${kindById[kind].label[0]}·${stageLabel[stage][0]}`
            : kindById[kind].label[0]
          : undefined,
      },
      deadline: due === null ? undefined : formatIso(due, settings.timeZone),
      withDocx,
      timeZone: settings.timeZone,
    },
  }
}
