// What a draft as a whole does: names problems, gives causes, takes measures, or reports only good news. The rules and the
// measurements on labelled drafts read the same signals.

import type { DocumentView, Reading } from '../engine/rule'
import { chainOf } from '../facts/analysis/chain'
import type { Item } from '../facts/analysis/items'
import { cuesAt, statementsAt } from '../facts/analysis/reading'
import { cue } from '../facts/analysis/scan'
import { givesFigure } from '../facts/analysis/substance'
import type { KindId } from './kinds'

export interface DocumentSignals {
  readonly hasProblem: boolean
  readonly hasCause: boolean
  readonly hasMeasure: boolean
  readonly oneSidedPositive: boolean
  readonly hasFigures: boolean
}

/** The weight of what the sentences of a draft state. Counting stops where more could not change any verdict. */
export interface Weights {
  readonly problem: number
  /** Problems said outright, not implied. */
  readonly outright: number
  readonly cause: number
  readonly measure: number
  /** Measures that the draft itself plans or asks for, neither told as done nor demanded by a meeting. */
  readonly planned: number
  /** Accidents and disasters, which are nobody's fault and still no good news. */
  readonly incidents: number
  /** Things that came of it: found, settled, saved, built. */
  readonly outcomes: number
  readonly praise: number
  readonly denial: number
  readonly decline: number
}

const reading: Reading<Weights> = { id: 'weights', read: readWeights }

export function weightsOf(view: DocumentView): Weights {
  return view.derived(reading)
}

const enough = 12

function readWeights(view: DocumentView): Weights {
  const sums = {
    problem: 0,
    outright: 0,
    cause: 0,
    measure: 0,
    planned: 0,
    praise: 0,
    denial: 0,
    decline: 0,
    incidents: 0,
    outcomes: 0,
  }
  const ahead = aheadIn(view)
  for (let i = 0; i < view.blockCount; i++) {
    const wanted =
      (sums.problem < enough ? cue.problem : 0) |
      (sums.cause < enough ? cue.cause : 0) |
      (sums.outcomes === 0 ? cue.outcome : 0) |
      (sums.measure < enough ? cue.action : 0) |
      (sums.praise < enough && sums.problem < enough ? cue.praise : 0)
    if (wanted === 0) break
    if ((cuesAt(view, i) & wanted) === 0) continue
    for (const { role, strength, incident, planned } of statementsAt(view, i)) {
      if (role === 'praise' && ahead(i)) continue
      if (role === 'outcome') sums.outcomes += strength
      else if (role === 'problem' && incident) sums.incidents += strength
      else sums[role] += strength
      if (role === 'problem' && strength === 1 && !incident) sums.outright++
      if (planned) sums.planned++
    }
  }
  return sums
}

/** What is planned is no praise, whatever figures it hopes for. */
function aheadIn(view: DocumentView): (block: number) => boolean {
  const passages = chainOf(view)
    .of('measure')
    .filter(({ ahead, to, from }) => ahead === 'announced' && to > from + 1)
  let next = 0
  return block => {
    while (next < passages.length && passages[next]!.to <= block) next++
    return next < passages.length && block >= passages[next]!.from
  }
}

/** Kinds that tell of an event or lay down rules: praise and problems are not theirs to weigh. */
const notWeighed: ReadonlySet<KindId> = new Set(['emergency', 'opinion', 'other'])

export function documentSignals(view: DocumentView, kind: KindId): DocumentSignals {
  const { problems, listed, measures } = chainOf(view)
  const weights = weightsOf(view)
  const hasProblem = problems.length > 0 || statesProblem(weights)
  return {
    hasProblem,
    hasCause: hasCause(view),
    hasMeasure: measures.length > 0 || takesMeasures(weights, kind),
    oneSidedPositive: !notWeighed.has(kind) && isOneSided(weights, listed),
    hasFigures: hasFigures(view),
  }
}

export function hasCause(view: DocumentView): boolean {
  const { problems, causes } = chainOf(view)
  return causes.length > 0 || weightsOf(view).cause >= 1 || problems.some(problem => problem.traits.reasoned)
}

/**
 * What an experience tells and a notice orders is measures; a brief needs to say but one thing done. Elsewhere what has been
 * done is work: the measures are those that the draft plans or asks for.
 */
function takesMeasures({ measure, planned }: Weights, kind: KindId): boolean {
  switch (kind) {
    case 'experience':
    case 'emergency':
    case 'other':
      return true
    case 'brief':
    case 'bulletin':
    case 'opinion':
      return measure >= 0.5
    default:
      return planned >= 1
  }
}

/** One problem said outright, or several implied. */
export function statesProblem({ outright, problem }: Weights): boolean {
  return outright >= 1 || problem >= 1.5
}

/** Praise without a single problem, or with one that is lost in it. */
export function isOneSided(weights: Weights, problems: readonly Item[]): boolean {
  const { problem, praise, decline, denial, incidents } = weights
  // A part on problems that says anything at all is the other side.
  if (decline > 0 || incidents >= 1 || problems.some(({ text }) => text.length >= 24)) return false
  if (denial > 0 && !statesProblem(weights)) return true
  return !statesProblem(weights) ? praise >= 2 : problem <= 1 && praise >= 9
}

/** Something came of it: what was found, settled, saved or built, or by how much something changed. */
export function hasOutcome(view: DocumentView): boolean {
  const { outcomes, outright } = weightsOf(view)
  return outcomes > 0 || outright > 0
}

function hasFigures(view: DocumentView): boolean {
  for (let i = 0; i < view.blockCount; i++) {
    const { context, text, source } = view.block(i)
    if (context.type === 'table' ? /\d/.test(source) : givesFigure(text)) return true
  }
  return false
}
