// What `ligao check` says about one file, in the form that `--format json` prints: a contract with other programs.

import {
  type Bilingual,
  type Draft,
  type Finding,
  type Instant,
  kindById,
  type Language,
  type Report,
  type Settings,
  say,
  stageLabel,
} from '../../core'
import { isClassified } from '../../core/report/classified'
import { deadlineOfDraft } from '../../core/report/commitments'
import type { DeadlineState } from '../../core/report/deadlines'
import { formatIso } from '../../core/text/dates'
import { type Position, positionsOf } from './positions'

export interface FileResult {
  readonly file: string
  /** Chinese name of the kind, null for a file that is no report. */
  readonly kind: string | null
  readonly stage: string | null
  readonly kindInferred: boolean
  readonly kindReason: string
  /** 0–100; null for a file that is no report, and while a report has no text yet, only a title or blanks. */
  readonly score: number | null
  readonly deadline: DeadlineResult | null
  readonly findings: readonly FindingResult[]
  /** 先办三件事: `id`s of the findings that would raise the draft most. */
  readonly first: readonly string[]
  readonly notes: readonly string[]
}

/** The time limit of the report itself. */
export interface DeadlineResult {
  /** ISO 8601 with zone; null while the time that starts its clock is missing. */
  readonly due: string | null
  readonly state: DeadlineState
  /** Which limit applies and where it comes from. */
  readonly basis: string
  /** `接报 11月22日 08:30 + 1 小时 = 09:30`. */
  readonly arithmetic: string
  readonly standing: string
}

export interface FindingResult {
  /** Unique in its file. */
  readonly id: string
  readonly rule: string
  /** The other rules that speak in it. */
  readonly also?: string | readonly string[]
  readonly severity: Finding['severity']
  readonly message: string
  readonly range: Range
  readonly excerpt: string
  /** The draft cannot be handed in while it stands, whatever its severity. */
  readonly stopsHandIn?: true
  /** What each rule says, at its own place; the most urgent first. */
  readonly reasons: readonly ReasonResult[]
}

export interface ReasonResult {
  readonly rule: string
  readonly range: Range
  readonly excerpt: string
  readonly message: string
}

interface Range {
  readonly start: Position
  readonly end: Position
}

const longestExcerpt = 60

export interface Checked {
  readonly file: string
  readonly draft: Draft
  readonly report: Report
  readonly settings: Settings
  readonly now: Instant
}

export function resultOf(checked: Checked, language: Language): FileResult {
  const { file, draft, report } = checked
  const text = String(draft.text)
  const position = positionsOf(text)
  const { classification } = report
  // Of a marked draft nothing is repeated but that it is marked, and where.
  const silent = isClassified(draft)
  const told = silent ? report.shown.filter(({ rule }) => rule === 'classified-content') : report.shown
  const placed = (finding: Finding) => ({
    range: { start: position(finding.start), end: position(finding.end) },
    // Never echo what a classification mark stands beside.
    excerpt:
      silent || finding.rule === 'classified-content'
        ? ''
        : text.slice(finding.start, Math.min(finding.end, finding.start + longestExcerpt)),
    message: messageOf(finding, language),
  })
  return {
    file,
    kind: report.isReport ? kindById[classification.kind].name : null,
    stage: report.isReport && classification.stage ? stageLabel[classification.stage][0] : null,
    kindInferred: classification.inferred,
    kindReason: say(classification.reason, language),
    score: report.score?.total ?? null,
    deadline: deadlineOf(checked, language),
    findings: told.map(finding => ({
      id: finding.id,
      rule: finding.rule,
      ...(finding.also ? { also: finding.also } : {}),
      severity: finding.severity,
      ...placed(finding),
      ...(finding.stopsHandIn ? { stopsHandIn: true } : {}),
      reasons: finding.reasons.map(reason => ({ rule: reason.rule, ...placed(reason) })),
    })),
    first: report.first.filter(id => told.some(each => each.id === id)),
    notes: silent ? [say(withheld, language)] : report.notes.map(note => say(note.text, language)),
  }
}

const withheld: Bilingual = [
  '稿件带密级标志，其余提示和原文一律不输出',
  'The draft carries a classification mark: nothing else is said of it, and none of its words',
]

function deadlineOf({ draft, report, settings, now }: Checked, language: Language): DeadlineResult | null {
  if (!report.isReport) return null
  const { state, due, choice, arithmetic, standing } = deadlineOfDraft(
    draft,
    report.classification,
    settings,
    now,
  )
  if (!choice) return null
  const [title, citation] = [say(choice.title, language), say(choice.citation, language)]
  return {
    due: due === null ? null : formatIso(due, settings.timeZone),
    state,
    basis: citation && citation !== title ? `${title}（${citation}）` : title,
    arithmetic,
    standing: say(standing, language),
  }
}

/** What, why and what to do in one line. */
export function messageOf(finding: Finding, language: Language): string {
  const parts = [finding.what, finding.why, finding.doNext].map(part => say(part, language))
  return language === 'zh' ? `${parts.join('。')}。`.replace(/([。！？])。/g, '$1') : `${parts.join('. ')}.`
}
