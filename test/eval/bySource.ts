// The table that tells what the rules are worth by sentence: each labelled source on its own, then all of them, with
// intervals. A rule speaks alone (whatever other rules say of the same words) and among all (as a writer sees it).

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Measured, tableOf } from '../../scripts/train/measured'
import type { ClauseModel } from '../../server/src/core'
import { measuresLocked } from './locked'
import { type Checked, check, committedClauses, findingsIn, Tally, wrong } from './measure'
import type { Label, LabelledDraft, LabelledSentence, Source } from './sentences'

interface Question {
  readonly title: string
  /** For `--list`. */
  readonly name: string
  readonly rules: readonly string[]
  readonly label: (row: LabelledSentence) => Label
}

const questions: readonly Question[] = [
  { title: 'generic-phrase', name: 'generic-phrase', rules: ['generic-phrase'], label: row => row.generic },
  {
    title: 'claim-without-data with vague-quantity',
    name: 'claim',
    rules: ['claim-without-data', 'vague-quantity'],
    label: row => row.claim,
  },
]

const sources: readonly Source[] = ['own', 'corpus', 'real2', 'official']

/** Rows are told apart by how sure the readers were; the first is what nobody disputes. */
const certainties: readonly (readonly [name: string, chosen: (label: Label) => boolean])[] = [
  ['sure', label => label.sure],
  ['agreed', label => label.agreed],
  ['all', () => true],
]

export function evaluateBySource(drafts: readonly LabelledDraft[]) {
  const all = (only?: readonly string[], model?: ClauseModel) =>
    new Map(drafts.map(draft => [draft.id, check(draft.text, draft.file, only, draft.now, model)]))
  const clauses = committedClauses()
  const joined = all(undefined, clauses)
  for (const question of questions) {
    table(
      drafts,
      question,
      question.name === 'generic-phrase' ? 'lexicon alone' : 'alone',
      all(question.rules),
    )
    if (question.name === 'generic-phrase') {
      console.log(`\n${tableOf(readMeasured())}`)
      const seen = measuresLocked ? '' : ' (the model learned from these: only the table above is honest)'
      table(drafts, question, `lexicon and model${seen}`, all(question.rules, clauses))
    }
    table(drafts, question, 'among all rules', joined)
  }
}

/** What `npm run train` measured when it made the committed model. */
const readMeasured = (): Measured =>
  JSON.parse(readFileSync(path.resolve(__dirname, '../../server/model/measured.json'), 'utf8')) as Measured

function table(
  drafts: readonly LabelledDraft[],
  { title, name, rules, label }: Question,
  mode: string,
  checked: ReadonlyMap<string, Checked>,
) {
  console.log(`\n${title}, ${mode}, by source`)
  const rows = drafts.flatMap(({ sentences }) => sentences)
  for (const [group, chosen] of [
    ...sources.map(source => [source, (row: LabelledSentence) => row.source === source] as const),
    ['all sources', () => true] as const,
  ])
    for (const [certainty, counts] of certainties) {
      const tally = new Tally()
      const own = rows.filter(row => chosen(row) && counts(label(row)))
      for (const row of own) {
        const document = checked.get(row.document)!
        const hits = findingsIn(document, row.text, rules)
        const wanted = label(row).value
        tally.add(hits.length > 0, wanted)
        if (group !== 'all sources' && certainty === 'all' && hits.length > 0 !== wanted)
          wrong(
            mode.endsWith('alone') ? name : `${name}-joined`,
            `${hits.length ? 'WRONG ' : 'MISSED'} ${row.document} ${label(row).sure ? '' : '(low) '}${row.text}${hits.map(hit => `\n           ↳ ${document.text.slice(hit.start, hit.end)}`).join('')}`,
          )
      }
      if (own.length) console.log(`  ${group.padEnd(12)} ${certainty.padEnd(7)} ${tally}`)
    }
}
