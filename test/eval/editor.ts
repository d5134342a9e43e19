// Drafts labelled by an editor who had not seen the rules: by sentence, by document, by passage of figures, and the kind of
// report that is read out of the text alone.

import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { rules } from '../../server/src/core'
import { readKind } from '../../server/src/core/report/kinds'
import { byChain, type ChainLabels } from './chain'
import { type DocumentLabels, readTable } from './corpus'
import { isMeasured, type LabelledSet } from './locked'
import { type Checked, check, documentAnswers, rulesOf, Tally, wrong } from './measure'

type Row = Record<string, string | undefined>

export function evaluateEditor(folder: string, title: string) {
  if (!existsSync(path.join(folder, 'labels.tsv'))) return
  const set = path.basename(folder) as LabelledSet
  const rows = (file: string) =>
    existsSync(path.join(folder, file))
      ? readTable(readFileSync(path.join(folder, file), 'utf8')).filter(
          row => !row.file || isMeasured(set, row.file),
        )
      : []
  const labels = rows('labels.tsv')
  const texts = new Map(
    labels.map(({ file }) => [file!, readFileSync(path.join(folder, 'drafts', file!), 'utf8')]),
  )
  const clock = new Map(labels.map(({ file, now }) => [file!, Date.parse(now!)]))
  const checked = new Map(
    [...texts].map(([file, text]) => [file, check(text, file, undefined, clock.get(file))]),
  )
  console.log(`\n${title}: ${labels.length} drafts`)
  documentAnswers(labels.map(documentLabels), byName(checked), `${title}, by document`)
  if (existsSync(path.join(folder, 'figures.tsv'))) byFigures(rows('figures.tsv'))
  byKind(labels, texts)
  byRules(labels, checked)
  const chain = rows('chain.tsv') as unknown as ChainLabels[]
  if (chain.length > 0) byChain(set, chain, file => texts.get(file)!)
}

const byName = (checked: ReadonlyMap<string, Checked>) =>
  new Map([...checked].map(([file, each]) => [file.replace(/\.md$/, ''), each]))

const documentLabels = (row: Row): DocumentLabels => ({
  document: row.file!.replace(/\.md$/, ''),
  hasProblem: row.has_problem_analysis === '1',
  hasCause: row.has_cause === '1',
  hasMeasure: row.has_measures === '1',
  chronicle: row.chronicle_only === '1',
  hasFigures: true,
  oneSidedPositive: row.one_sided_positive === '1',
  confident: row.confidence === 'high',
})

function byFigures(rows: readonly Row[]) {
  const tally = new Tally()
  for (const { text, consistent, working } of rows) {
    const hits = check(
      `---\n类型: 综合\n---\n${text!.replaceAll('\\n', '\n')}\n`,
      'figures.md',
      'figure-mismatch',
    ).report.findings
    const wanted = consistent === '0'
    tally.add(hits.length > 0, wanted)
    if (hits.length > 0 !== wanted)
      wrong('figures', `${hits.length ? 'WRONG ' : 'MISSED'} ${text} (${working})`)
  }
  console.log(`  figure-mismatch, ${rows.length} passages: ${tally}`)
}

/** What the text alone says: a declared kind is taken away first. */
function byKind(labels: readonly Row[], texts: ReadonlyMap<string, string>) {
  let right = 0
  let reports = 0
  for (const { file, kind } of labels) {
    const text = texts.get(file!)!.replace(/^类型:.*\n/m, '')
    const { classification, isReport } = check(text, file!, 'generic-phrase').report
    // Any of the kinds named is right, as a second editor would name another.
    const wanted = kind!.split(',').map(name => readKind(name))
    if (isReport) reports++
    else wrong('kind', `NO REPORT ${file} ${kind}`)
    if (
      wanted.some(
        each => each?.kind.id === classification.kind && (!each.stage || each.stage === classification.stage),
      )
    )
      right++
    else
      wrong(
        'kind',
        `KIND ${file} ${kind} read as ${classification.kind} ${classification.stage ?? ''}: ${classification.reason[0]}`,
      )
  }
  console.log(`  kind read from the text: ${right} of ${labels.length}; seen as a report: ${reports}`)
}

function byRules(labels: readonly Row[], checked: ReadonlyMap<string, Checked>) {
  let asked = 0
  let kept = 0
  let quiet = 0
  const good = labels.filter(({ quality }) => quality === 'good')
  for (const { file, must, mustNot } of labels) {
    const found = rulesOf(checked.get(file!)!)
    const asks = (cell: string | undefined) =>
      (cell ?? '')
        .split(/\s+/)
        .map(choice => choice.split('|').filter(name => rules.some(({ id }) => id === name)))
        .filter(choice => choice.length > 0)
    for (const [cell, wanted] of [
      [must, true],
      [mustNot, false],
    ] as const)
      for (const choice of asks(cell)) {
        asked++
        if (choice.some(name => found.has(name)) === wanted) kept++
        else wrong('must', `${wanted ? 'MISSED' : 'WRONG '} ${file}: ${choice.join('|')}`)
      }
  }
  for (const { file } of good) {
    const { report, text } = checked.get(file!)!
    if (report.findings.length <= 2) quiet++
    else
      wrong(
        'good',
        `GOOD ${file} has ${report.findings.length}: ${report.findings.map(each => `${each.rule}「${text.slice(each.start, each.end).slice(0, 30)}」`).join(' ')}`,
      )
  }
  console.log(
    `  must and must not: ${kept} of ${asked}; good drafts with at most two findings: ${quiet} of ${good.length}`,
  )
}
