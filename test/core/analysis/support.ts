// Labelled drafts and shortcuts for the tests of the analysis family.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type AnalysisRequest,
  createAnalyzer,
  type Draft,
  defaultSettings,
  openDraft,
  type Report,
  rules,
} from '../../../server/src/core'
import type { DocumentView } from '../../../server/src/core/engine/rule'
import { viewOf } from '../../../server/src/core/engine/view'

const fixtures = join(__dirname, '../../fixtures')

export interface LabelledDraft {
  readonly id: string
  readonly text: string
  readonly kind: string
  readonly problem: boolean
  readonly cause: boolean
  readonly measure: boolean
  readonly figures: boolean
  readonly oneSided: boolean
  readonly must: readonly string[]
  readonly mustNot: readonly string[]
}

const list = (cell: string | undefined) => (cell ?? '').split(',').filter(Boolean)

export const labelledDrafts: readonly LabelledDraft[] = readFileSync(
  join(fixtures, 'drafts/labels.tsv'),
  'utf8',
)
  .trim()
  .split('\n')
  .slice(1)
  .map(line => line.split('\t'))
  .map(([id, kind, problem, cause, measure, , figures, oneSided, , , must, mustNot]) => ({
    id: id!,
    text: readFileSync(join(fixtures, `drafts/${id}.md`), 'utf8'),
    kind: kind!,
    problem: problem === '1',
    cause: cause === '1',
    measure: measure === '1',
    figures: figures === '1',
    oneSided: oneSided === '1',
    must: list(must),
    mustNot: list(mustNot),
  }))

/** Texts of other trades, by file name. */
export const otherTexts: readonly (readonly [name: string, text: string])[] = readdirSync(
  join(fixtures, 'others'),
)
  .filter(file => file.endsWith('.md'))
  .map(file => [file, readFileSync(join(fixtures, 'others', file), 'utf8')])

export const draftNamed = (id: string): string => labelledDrafts.find(draft => draft.id === id)!.text

export const now = Date.parse('2026-04-28T10:00:00+08:00')

const analyze = createAnalyzer(rules)

export function check(text: string, request: Partial<AnalysisRequest> = {}): Report {
  return checkDraft(openDraft(text), request)
}

export function checkDraft(draft: Draft, request: Partial<AnalysisRequest> = {}): Report {
  const report = analyze(draft, { settings: defaultSettings, now, ...request })
  if (report.failures.length) throw report.failures[0]!.error
  return report
}

/** `rule 被标的文字`, in order. */
export function said(text: string, report: Report, family: RegExp = ours): string[] {
  return report.findings
    .filter(finding => family.test(finding.rule))
    .map(({ rule, start, end }) => `${rule} ${text.slice(start, end)}`)
}

export const ours = /^(?:missing-section|one-sided-positive|problem-without-|measure-without-)/

export const view = (text: string): DocumentView => viewOf(openDraft(text), { settings: defaultSettings })
