// Real grassroots drafts as an editor judged them before any rule was run: faults of the whole draft, its kind, its chain of
// problems, its times and figures (`../shared/corpus/real2`, README there).

import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { defaultSettings, openDraft, readKind, rules } from '../../server/src/core'
import { dueEntries } from '../../server/src/core/report/dueEntries'
import { byChain, type ChainLabels } from './chain'
import { isMeasured } from './locked'
import { type Checked, check, rulesOf, Tally, today, wrong } from './measure'
import { grouped, readLines } from './sentences'

interface DraftLabels {
  readonly mark?: string
  readonly id: string
  /** Names of kinds any of which is right, `,` between them. */
  readonly kind: string
  /** An excerpt: parts that are missing are not its fault. */
  readonly cut: boolean
  readonly must: readonly string[]
  readonly false: readonly string[]
}

export function evaluateReal2(folder: string) {
  if (!existsSync(path.join(folder, 'docs.jsonl'))) {
    console.log('\nThe labelled grassroots drafts (../shared/corpus/real2) are not beside the project.')
    return
  }
  const rows = <T>(file: string, idOf: (row: Record<string, unknown>) => unknown = row => row.doc) =>
    readLines(path.join(folder, file)).filter(row => isMeasured('real2', String(idOf(row)))) as T[]
  const labels = rows<DraftLabels>('docs.jsonl', row => row.id)
  const checked = new Map(
    labels.map(({ id }) => {
      const text = readFileSync(path.join(folder, 'docs', `${id}.md`), 'utf8')
      return [id, check(text, `${id}.md`)]
    }),
  )
  console.log(`\nReal grassroots drafts: ${labels.length}`)
  byFault(labels, checked)
  byKind(labels, checked)
  byMark(labels, checked)
  byChain('real2', rows<Real2Chain>('chain.jsonl').map(chainLabels), doc => checked.get(doc)!.text)
  byTime(rows('times.jsonl'), checked)
  byFigures(rows('arithmetic.jsonl'), checked)
}

/** A required part that is missing is one fault under whichever of these names. */
const missingPart = [
  'missing-section',
  'one-sided-positive',
  'problem-without-cause',
  'problem-without-measure',
]

function byFault(labels: readonly DraftLabels[], checked: ReadonlyMap<string, Checked>) {
  const asked = new Map<string, Tally>()
  const everything = new Tally()
  const ask = (id: string, rule: string, wanted: boolean, names: readonly string[]) => {
    const hit = names.some(name => rulesOf(checked.get(id)!).has(name))
    const tally = asked.get(rule) ?? new Tally()
    asked.set(rule, tally)
    for (const each of [tally, everything]) each.add(hit, wanted)
    if (hit !== wanted) wrong('must', `${wanted ? 'MISSED' : 'WRONG '} real2/${id}: ${rule}`)
  }
  for (const { id, cut, must, false: never } of labels) {
    const parts = must.filter(rule => missingPart.includes(rule))
    for (const rule of must)
      if (rules.some(each => each.id === rule) && !parts.includes(rule)) ask(id, rule, true, [rule])
    if (!cut) for (const rule of parts) ask(id, rule, true, missingPart)
    for (const rule of never) if (!cut || !missingPart.includes(rule)) ask(id, rule, false, [rule])
  }
  console.log(`  faults that must or must not be named: ${everything}`)
  for (const [rule, { tp, fp, fn }] of asked)
    console.log(`    ${rule.padEnd(26)} ${tp} of ${tp + fn} found${fp ? `, ${fp} wrongly said` : ''}`)
}

function byKind(labels: readonly DraftLabels[], checked: ReadonlyMap<string, Checked>) {
  let right = 0
  let reports = 0
  for (const { id, kind } of labels) {
    const { isReport, classification } = checked.get(id)!.report
    if (isReport) reports++
    else wrong('kind', `NO REPORT real2/${id} ${kind}`)
    const wanted = kind.split(',').map(name => readKind(name)?.kind.id)
    if (isReport && wanted.includes(classification.kind)) right++
    else
      wrong(
        'kind',
        `KIND real2/${id} ${kind} read as ${classification.kind}: ${classification.reason?.[0] ?? ''}`,
      )
  }
  console.log(
    `  kind read from the text: ${right} of ${labels.length}; seen as a report: ${reports} of ${labels.length}`,
  )
}

interface Real2Chain {
  readonly doc: string
  readonly problem: string
  /** One of the two names, by reader. */
  readonly cause?: string
  readonly cause_given?: string
  readonly measure?: string
  readonly measure_given?: string
  readonly owner: string
  readonly deadline: string
}

/** What the readers wrote down, as yes or no; `-` says nothing, `no`, `cut` and remarks in brackets after them say no. */
function chainLabels(row: Real2Chain): ChainLabels {
  const given = (label: string) => (/^(?:no|cut|-)/.test(label) ? '0' : '1')
  const told = (label: string) => (/^(?:no|cut|-)|空|含糊/.test(label) ? '-' : label)
  return {
    file: row.doc,
    problem: row.problem.replace(/^P\d+\s*/, ''),
    cause: given(row.cause ?? row.cause_given ?? '-'),
    measure: given(row.measure ?? row.measure_given ?? '-'),
    owner: told(row.owner),
    deadline: told(row.deadline),
  }
}

interface TimeLabels {
  readonly doc: string
  readonly expression: string
  readonly nature: string
}

/** The nature of each labelled time; remarks in brackets belong to the reader. */
function byTime(rows: readonly TimeLabels[], checked: ReadonlyMap<string, Checked>) {
  let right = 0
  for (const { doc, expression, nature } of rows) {
    const { text } = checked.get(doc)!
    const words = expression.replace(/[(（].*$/, '')
    const at = text.indexOf(words)
    const entry = dueEntries(openDraft(text), {
      settings: defaultSettings,
      now: today,
      path: `${doc}.md`,
      all: true,
    }).entries.find(each => each.of === 'text' && each.start < at + words.length && each.end > at)
    const wanted = nature.replace(/[(（].*$/, '')
    if (entry?.nature === wanted) right++
    else wrong('times', `TIME real2/${doc} ${expression} ${nature}, read as ${entry?.nature ?? 'nothing'}`)
  }
  console.log(`  nature of times: ${right} of ${rows.length}`)
}

interface FigureLabels {
  readonly doc: string
  readonly relation: string
  readonly holds: string
}

/** Where every relation that was worked out holds, any finding is a wrong accusation until somebody has looked. */
function byFigures(rows: readonly FigureLabels[], checked: ReadonlyMap<string, Checked>) {
  const tally = new Tally()
  for (const [doc, relations] of grouped(rows, row => row.doc)) {
    const { text, report } = checked.get(doc)!
    const hits = report.findings.filter(({ rule }) => rule === 'figure-mismatch')
    const wanted = relations.some(({ holds }) => holds.startsWith('no'))
    tally.add(hits.length > 0, wanted)
    if (hits.length > 0 !== wanted)
      wrong(
        'figures',
        `${wanted ? 'MISSED' : 'WRONG '} real2/${doc}: ${hits.map(hit => text.slice(hit.start, hit.end)).join(' ')}`,
      )
  }
  console.log(`  drafts whose figures were worked out: ${tally}`)
}

/** The editor's marks beside the score: is the better draft the better one here too, and by how much is each off? */
function byMark(labels: readonly DraftLabels[], checked: ReadonlyMap<string, Checked>) {
  const pairs = labels.flatMap(({ id, mark }) => {
    const score = checked.get(id)!.report.score?.total
    return mark && score !== undefined ? [{ mark: Number(mark), score }] : []
  })
  if (pairs.length < 3) return
  const distance = pairs.reduce((sum, { mark, score }) => sum + Math.abs(mark - score), 0) / pairs.length
  const alike = correlation(ranksOf(pairs.map(each => each.mark)), ranksOf(pairs.map(each => each.score)))
  console.log(
    `  score beside the editor’s mark, ${pairs.length} drafts: rank correlation ${alike.toFixed(2)}, mean distance ${distance.toFixed(1)}`,
  )
}

/** Equal values share the middle of their ranks. */
function ranksOf(values: readonly number[]): number[] {
  return values.map(
    value =>
      values.filter(other => other < value).length + (values.filter(other => other === value).length - 1) / 2,
  )
}

/** Pearson's. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [middleA, middleB] = [mean(a), mean(b)]
  const sum = (term: (i: number) => number) => a.reduce((total, _, i) => total + term(i), 0)
  const both = sum(i => (a[i]! - middleA) * (b[i]! - middleB))
  return both / Math.sqrt(sum(i => (a[i]! - middleA) ** 2) * sum(i => (b[i]! - middleB) ** 2))
}
