// What `ligao check` says about one file, in the form that `--format json` prints: a contract with other programs.

import { type Finding, kindById, type Language, type Report, say, stageLabel } from '../../core'
import { type Position, positionsOf } from './positions'

export interface FileResult {
  readonly file: string
  /** Chinese name of the kind, null for a file that is no report. */
  readonly kind: string | null
  readonly stage: string | null
  readonly kindInferred: boolean
  readonly kindReason: string
  readonly score: number | null
  readonly deadline: unknown
  readonly findings: readonly FindingResult[]
  readonly notes: readonly string[]
}

export interface FindingResult {
  readonly rule: string
  readonly severity: Finding['severity']
  readonly message: string
  readonly range: { readonly start: Position; readonly end: Position }
  readonly excerpt: string
}

const longestExcerpt = 60

export function resultOf(file: string, text: string, report: Report, language: Language): FileResult {
  const position = positionsOf(text)
  const { classification } = report
  return {
    file,
    kind: report.isReport ? kindById[classification.kind].name : null,
    stage: report.isReport && classification.stage ? stageLabel[classification.stage][0] : null,
    kindInferred: classification.inferred,
    kindReason: say(classification.reason, language),
    score: report.score?.total ?? null,
    deadline: null,
    findings: report.findings.map(finding => ({
      rule: finding.rule,
      severity: finding.severity,
      message: messageOf(finding, language),
      range: { start: position(finding.start), end: position(finding.end) },
      // Never echo what a classification mark stands beside.
      excerpt:
        finding.rule === 'classified-content'
          ? ''
          : text.slice(finding.start, Math.min(finding.end, finding.start + longestExcerpt)),
    })),
    notes: report.notes.map(note => say(note.text, language)),
  }
}

/** What, why and what to do in one line. */
export function messageOf(finding: Finding, language: Language): string {
  const parts = [finding.what, finding.why, finding.doNext].map(part => say(part, language))
  return language === 'zh' ? `${parts.join('。')}。`.replace(/([。！？])。/g, '$1') : `${parts.join('. ')}.`
}
