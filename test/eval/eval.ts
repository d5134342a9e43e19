// `npm run eval`: precision and recall of the rules on labelled texts. `--list [rule]` prints every wrong answer.
// The corpus beside the project is for measuring only; where it is missing, the project's own drafts are measured alone.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { rules } from '../../server/src/core'
import { evaluateBySource } from './bySource'
import { type Corpus, readCorpus, readTable } from './corpus'
import { evaluateEditor } from './editor'
import { evaluateFigures } from './figures'
import { evaluateLaw } from './law'
import { isMeasured, measuresLocked } from './locked'
import { type Checked, check, documentAnswers, rulesOf, wrong } from './measure'
import { evaluateReal2 } from './real2'
import { readDrafts } from './sentences'

const root = path.resolve(__dirname, '../..')
const corpusFolder = process.env.LIGAO_CORPUS ?? path.resolve(root, '../shared/corpus')
const ownDrafts = path.join(root, 'test/fixtures/drafts')

function evaluateCorpus(corpus: Corpus) {
  const checked = new Map([...corpus.documents.values()].map(({ id, text }) => [id, check(text, `${id}.md`)]))
  console.log(`Corpus: ${corpus.documents.size} documents`)
  documentAnswers(corpus.labels, checked, 'By document')
  const silent = [...corpus.documents.values()].filter(document => !document.government)
  const noisy = silent.filter(({ id }) => checked.get(id)!.report.findings.length > 0)
  console.log(
    `\nNon-government texts: ${silent.length - noisy.length} of ${silent.length} silent${noisy.length ? `, NOT: ${noisy.map(({ id }) => id).join(' ')}` : ''}`,
  )
  console.log('\nFindings by rule on the government documents')
  const counts = new Map<string, number>()
  for (const { id, government } of corpus.documents.values())
    if (government)
      for (const { rule } of checked.get(id)!.report.findings) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  for (const [rule, count] of [...counts].sort((a, b) => b[1] - a[1]))
    console.log(`  ${rule.padEnd(28)} ${count}`)
  for (const rule of ['figure-mismatch', 'impossible-date', 'overdue-commitment'])
    for (const { id } of corpus.documents.values())
      for (const finding of checked.get(id)!.report.findings.filter(each => each.rule === rule))
        console.log(`  ${rule} ${id}: ${finding.what[0]}`)
}

function evaluateOwnDrafts() {
  if (!existsSync(path.join(ownDrafts, 'labels.tsv'))) return
  const rows = readTable(readFileSync(path.join(ownDrafts, 'labels.tsv'), 'utf8')).filter(row =>
    isMeasured('drafts', (row.doc_id ?? row.id ?? row.file)!),
  )
  const checked = new Map<string, Checked>()
  for (const name of readdirSync(ownDrafts).filter(each => each.endsWith('.md')))
    checked.set(name.replace(/\.md$/, ''), check(readFileSync(path.join(ownDrafts, name), 'utf8'), name))
  const id = (row: Record<string, string | undefined>) =>
    (row.doc_id ?? row.id ?? row.file ?? '').replace(/\.md$/, '')
  const labels = rows.map(row => ({
    document: id(row),
    hasProblem: row.has_problem_analysis === '1',
    hasCause: row.has_cause === '1',
    hasMeasure: row.has_measures === '1',
    chronicle: row.chronicle_only === '1',
    hasFigures: row.has_any_figures === '1',
    oneSidedPositive: row.one_sided_positive === '1',
    confident: row.confidence !== 'low',
  }))
  documentAnswers(labels, checked, `Own drafts (${rows.length}), by document`)
  let asked = 0
  let kept = 0
  const good: number[] = []
  for (const row of rows) {
    const document = checked.get(id(row))
    if (!document) continue
    const found = rulesOf(document)
    for (const [column, wanted] of [
      ['must', true],
      ['mustNot', false],
    ] as const)
      for (const rule of (row[column] ?? '')
        .split(/[,，、\s]+/)
        .filter(name => rules.some(each => each.id === name))) {
        asked++
        if (found.has(rule) === wanted) kept++
        else wrong('own', `${wanted ? 'MISSED' : 'WRONG '} ${id(row)}: ${rule}`)
      }
    if (row.quality === 'good' || row.note?.includes('good')) {
      good.push(document.report.findings.length)
      if (document.report.findings.length > 2)
        wrong(
          'good',
          `GOOD ${id(row)} has ${document.report.findings.length}: ${document.report.findings.map(each => `${each.rule}「${document.text.slice(each.start, each.end).slice(0, 30)}」`).join(' ')}`,
        )
    }
  }
  console.log(`  must and must not: ${kept} of ${asked} as labelled`)
  if (good.length)
    console.log(
      `  good drafts: ${good.filter(count => count <= 2).length} of ${good.length} with at most two findings (most: ${Math.max(...good)})`,
    )
}

const corpus = readCorpus(corpusFolder)
if (corpus) evaluateCorpus(corpus)
else console.log('The labelled corpus is not beside the project: measuring on the own drafts alone.')
evaluateReal2(path.join(corpusFolder, 'real2'))
evaluateOwnDrafts()
evaluateEditor(path.join(root, 'test/fixtures/editor'), 'Editor’s drafts')
evaluateEditor(path.join(root, 'test/fixtures/editor2'), 'Second blind set')
evaluateEditor(path.join(root, 'test/fixtures/editor3'), 'Third blind set')
evaluateEditor(path.join(root, 'test/fixtures/drafts2'), 'Drafts of every kind, marked before any check')
evaluateBySource(readDrafts({ root, shared: corpusFolder }, measuresLocked))
evaluateLaw(path.resolve(corpusFolder, '../background'))
evaluateFigures(path.resolve(corpusFolder, '../background'))
