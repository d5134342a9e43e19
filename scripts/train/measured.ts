// What the model is worth on sentences that it has not seen: every document is judged by a model that learned from others.

import { createAnalyzer, defaultSettings, openDraft, readClauseModel, rules } from '../../server/src/core'
import type { ClauseModel } from '../../server/src/core/text/clauses/model'
import { judgeClause } from '../../server/src/core/text/phrases/emptyClause'
import { readSentence } from '../../server/src/core/text/phrases/readSentence'
import { check, findingsIn, wilson } from '../../test/eval/measure'
import type { LabelledDraft, LabelledSentence, Source } from '../../test/eval/sentences'
import type { Course } from './course'
import { createRandom, shuffled } from './random'

const folds = 8
/** False alarms of the model among sentences that no reader would strike. */
const falseAlarms = 0.0075
const mostLaw = 4000

/** right, wrong, missed. */
export type Counts = readonly [tp: number, fp: number, fn: number]

export interface Measured {
  readonly threshold: number
  /** By source and certainty: the lexicon alone, the model alone, both as the rule speaks. */
  readonly rows: readonly {
    readonly source: Source | 'all real' | 'all'
    readonly labels: 'sure' | 'agreed'
    readonly lexicon: Counts
    readonly model: Counts
    readonly joined: Counts
  }[]
  /** Findings of the model in a thousand sentences of laws that it has not seen. */
  readonly inLaw: number
}

interface Judged {
  readonly row: LabelledSentence
  readonly lexicon: boolean
  readonly model: boolean
  readonly joined: boolean
}

/** `share`: how much of the other documents each model may learn from. */
export function measure(course: Course, drafts: readonly LabelledDraft[], share = 1): Measured {
  const order = shuffled(
    [...drafts].sort((a, b) => (a.id < b.id ? -1 : 1)),
    createRandom(3),
  )
  const models = Array.from({ length: folds }, (_, fold) => {
    const others = order.filter((_, i) => i % folds !== fold)
    return course.train(others.slice(0, Math.ceil(others.length * share)), -Infinity)
  })
  const foldOf = new Map(order.map(({ id }, i) => [id, i % folds]))
  const eager = models.map(model => readClauseModel({ ...model, threshold: lowest }))
  const threshold = thresholdOf(drafts, draft => eager[foldOf.get(draft.id)!]!)
  const ready = models.map(model => readClauseModel({ ...model, threshold }))
  const judged = drafts.flatMap(draft => judge(draft, ready[foldOf.get(draft.id)!]!))
  return {
    threshold,
    rows: rowsOf(judged),
    inLaw: Math.round(inLaw(course, ready[0]!) * 100) / 100,
  }
}

const lowest = -1000

/** At it the rule adds the allowed share of false alarms, after all that makes it silent (headings, law, quotations). */
function thresholdOf(
  drafts: readonly LabelledDraft[],
  modelOf: (draft: LabelledDraft) => ClauseModel,
): number {
  let clean = 0
  const scores: number[] = []
  for (const draft of drafts) {
    const model = modelOf(draft)
    for (const { row, lexicon, joined } of judge(draft, model)) {
      if (!row.generic.sure || row.generic.value) continue
      clean++
      if (joined && !lexicon) scores.push(model.judge(row.text)!.surplus + lowest)
    }
  }
  scores.sort((a, b) => b - a)
  return Math.round(scores[Math.floor(clean * falseAlarms)]! * 1000) / 1000
}

const analyze = createAnalyzer(rules)
const only = new Set(['generic-phrase'])

function judge(draft: LabelledDraft, clauses: ClauseModel): Judged[] {
  const lexicon = check(draft.text, draft.file, [...only], draft.now)
  const report = analyze(openDraft(draft.text), {
    settings: defaultSettings,
    now: draft.now ?? 0,
    path: draft.file,
    clauses,
    only,
  })
  return draft.sentences.map(row => ({
    row,
    lexicon: findingsIn(lexicon, row.text, [...only]).length > 0,
    model: clauses.judge(row.text) !== undefined,
    joined: findingsIn({ ...lexicon, report }, row.text, [...only]).length > 0,
  }))
}

function rowsOf(judged: readonly Judged[]): Measured['rows'] {
  const groups: readonly (readonly [Measured['rows'][number]['source'], (source: Source) => boolean])[] = [
    ...(['own', 'corpus', 'real2', 'official'] as const).map(
      source => [source, (each: Source) => each === source] as const,
    ),
    ['all real', source => source !== 'own'],
    ['all', () => true],
  ]
  return groups.flatMap(([source, belongs]) =>
    (['sure', 'agreed'] as const).map(labels => {
      const own = judged.filter(({ row }) => belongs(row.source) && row.generic[labels])
      const count = (answer: 'lexicon' | 'model' | 'joined'): Counts => [
        own.filter(each => each[answer] && each.row.generic.value).length,
        own.filter(each => each[answer] && !each.row.generic.value).length,
        own.filter(each => !each[answer] && each.row.generic.value).length,
      ]
      return { source, labels, lexicon: count('lexicon'), model: count('model'), joined: count('joined') }
    }),
  )
}

function inLaw({ unseenLaw }: Course, clauses: ClauseModel): number {
  const asked = unseenLaw.slice(0, mostLaw)
  const said = asked.filter(({ text }) => judgeClause(readSentence(text), { kind: 'summary' }, clauses))
  return (said.length / asked.length) * 1000
}

/** The table that `npm run train` and `npm run eval` print. */
export function tableOf({ threshold, rows, inLaw: alarms }: Measured): string {
  const share = (part: number, rest: number) => {
    if (part + rest === 0) return '   –'.padEnd(16)
    const [low, high] = wilson(part, part + rest)
    return `${(part / (part + rest)).toFixed(2)} [${low.toFixed(2)}–${high.toFixed(2)}]`
  }
  const told = ([tp, fp, fn]: Counts) =>
    `P ${share(tp, fp)} R ${share(tp, fn)} (${tp}/${fp}/${fn})`.padEnd(52)
  return [
    `Clause model, cross-validated by document, threshold ${threshold}; in laws ${alarms} findings in 1,000 sentences`,
    '(right/wrong/missed)',
    ...rows.map(
      ({ source, labels, lexicon, model, joined }) =>
        `  ${source.padEnd(9)}${labels.padEnd(8)}lexicon ${told(lexicon)}model ${told(model)}joined ${told(joined)}`,
    ),
  ].join('\n')
}
