// What every evaluation shares: running the rules on a labelled text, counting yes-or-no answers, printing the wrong ones.

import { readFileSync } from 'node:fs'
import path from 'node:path'
import {
  type ClauseModel,
  type ClauseWeights,
  createAnalyzer,
  defaultSettings,
  type Finding,
  openDraft,
  type Report,
  readClauseModel,
  rules,
} from '../../server/src/core'
import { viewOf } from '../../server/src/core/engine/view'
import { documentSignals } from '../../server/src/core/report/signals'
import type { DocumentLabels } from './corpus'

export const today = Date.UTC(2026, 10, 23, 2)
const analyze = createAnalyzer(rules)
const root = path.resolve(__dirname, '../..')
/** The committed model. It learned from the open two thirds: on those only cross-validation is honest. */
export const committedClauses = (): ClauseModel =>
  readClauseModel(
    JSON.parse(readFileSync(path.join(root, 'server/model/clauses.json'), 'utf8')) as ClauseWeights,
  )

const listed = process.argv.includes('--list')
  ? (process.argv[process.argv.indexOf('--list') + 1] ?? 'all')
  : undefined

export interface Checked {
  readonly text: string
  readonly report: Report
  readonly signals: ReturnType<typeof documentSignals>
}

const silence: ReturnType<typeof documentSignals> = {
  hasProblem: false,
  hasCause: false,
  hasMeasure: false,
  oneSidedPositive: false,
  hasFigures: false,
}

/** With `only` those rules speak alone, so that their measure does not hang on what other rules say of the same words. */
export function check(
  text: string,
  file: string,
  only?: string | readonly string[],
  now = today,
  model?: ClauseModel,
): Checked {
  const draft = openDraft(text)
  const report = analyze(draft, {
    settings: defaultSettings,
    now,
    path: file,
    ...(only ? { only: new Set([only].flat()) } : {}),
    ...(model ? { clauses: model } : {}),
  })
  const signals = report.isReport
    ? documentSignals(viewOf(draft, { settings: defaultSettings, path: file }), report.classification.kind)
    : silence
  return { text, report, signals }
}

/** Counts of a yes-or-no question. */
export class Tally {
  tp = 0
  fp = 0
  fn = 0
  tn = 0
  add(predicted: boolean, actual: boolean) {
    if (predicted) actual ? this.tp++ : this.fp++
    else actual ? this.fn++ : this.tn++
  }
  toString() {
    const share = (part: number, whole: number) => (whole === 0 ? '   –' : (part / whole).toFixed(2))
    const { tp, fp, fn, tn } = this
    return `precision ${share(tp, tp + fp)} ${interval(tp, tp + fp)}  recall ${share(tp, tp + fn)} ${interval(tp, tp + fn)}  accuracy ${share(tp + tn, tp + fp + fn + tn)}  (${tp} right, ${fp} wrong, ${fn} missed, ${tn} rightly silent)`
  }
}

/** Wilson's interval of a share, 95 %: between what limits the share of all such sentences lies, judging by these. */
export function wilson(part: number, whole: number): readonly [low: number, high: number] {
  if (whole === 0) return [0, 1]
  const z = 1.96
  const share = part / whole
  const middle = (share + (z * z) / (2 * whole)) / (1 + (z * z) / whole)
  const half =
    (z / (1 + (z * z) / whole)) * Math.sqrt((share * (1 - share)) / whole + (z * z) / (4 * whole * whole))
  return [Math.max(0, middle - half), Math.min(1, middle + half)]
}

function interval(part: number, whole: number): string {
  const [low, high] = wilson(part, whole)
  return whole === 0 ? '           ' : `[${low.toFixed(2)}–${high.toFixed(2)}]`
}

export const wrong = (rule: string, text: string) => {
  if (listed === 'all' || listed === rule) console.log(`    ${text}`)
}

export function findingsIn(
  { text, report }: Checked,
  sentence: string,
  rule: string | readonly string[],
): Finding[] {
  const at = text.indexOf(sentence)
  if (at < 0) return []
  return report.findings.filter(
    finding => speaksFor(finding, [rule].flat()) && finding.start < at + sentence.length && finding.end > at,
  )
}

/** A finding may speak for two rules. */
export const speaksFor = ({ rule, also }: Finding, wanted: readonly string[]): boolean =>
  wanted.includes(rule) || [also ?? []].flat().some(each => wanted.includes(each))

export const rulesOf = ({ report }: Checked): Set<string> =>
  new Set(report.findings.flatMap(({ rule, also }) => [rule, ...[also ?? []].flat()]))

const documentQuestions: readonly (readonly [
  name: string,
  label: (row: DocumentLabels) => boolean,
  answer: (checked: Checked) => boolean,
])[] = [
  ['has problem analysis', row => row.hasProblem, ({ signals }) => signals.hasProblem],
  ['has cause', row => row.hasCause, ({ signals }) => signals.hasCause],
  ['has measures', row => row.hasMeasure, ({ signals }) => signals.hasMeasure],
  [
    'chronicle only',
    row => row.chronicle,
    ({ report }) => report.findings.some(finding => finding.rule === 'chronicle-style'),
  ],
  ['one-sided positive', row => row.oneSidedPositive, ({ signals }) => signals.oneSidedPositive],
]

export function documentAnswers(
  labels: readonly DocumentLabels[],
  checked: ReadonlyMap<string, Checked>,
  title: string,
) {
  console.log(`\n${title}`)
  for (const [name, label, answer] of documentQuestions) {
    const all = new Tally()
    const confident = new Tally()
    for (const row of labels) {
      const document = checked.get(row.document)
      if (!document) continue
      const predicted = answer(document)
      all.add(predicted, label(row))
      if (row.confident) confident.add(predicted, label(row))
      if (predicted !== label(row))
        wrong(
          name.replace(/ /g, '-'),
          `${predicted ? 'WRONG ' : 'MISSED'} ${name} ${row.document}${row.confident ? '' : ' (low)'}`,
        )
    }
    console.log(
      `  ${name.padEnd(22)} high confidence: ${confident}\n  ${''.padEnd(22)} all:             ${all}`,
    )
  }
}
