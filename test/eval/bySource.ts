// The table that tells what the rules are worth by sentence: each labelled source on its own, then all of them, with
// intervals. A rule speaks alone ("alone": whatever other rules say of the same words) and among all ("joined": as a writer
// sees it).

import { type Checked, check, findingsIn, Tally, wrong } from './measure'
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
  const joined = new Map(drafts.map(draft => [draft.id, check(draft.text, draft.file, undefined, draft.now)]))
  for (const question of questions) {
    const alone = new Map(
      drafts.map(draft => [draft.id, check(draft.text, draft.file, question.rules, draft.now)]),
    )
    table(drafts, question, 'alone', alone)
    table(drafts, question, 'joined', joined)
  }
}

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
            mode === 'alone' ? name : `${name}-joined`,
            `${hits.length ? 'WRONG ' : 'MISSED'} ${row.document} ${label(row).sure ? '' : '(low) '}${row.text}${hits.map(hit => `\n           ↳ ${document.text.slice(hit.start, hit.end)}`).join('')}`,
          )
      }
      if (own.length) console.log(`  ${group.padEnd(12)} ${certainty.padEnd(7)} ${tally}`)
    }
}
