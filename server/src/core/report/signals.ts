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
  /** Measures ordered or planned, not told as done. */
  readonly planned: number
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
  const sums = { problem: 0, outright: 0, cause: 0, measure: 0, planned: 0, praise: 0, denial: 0, decline: 0 }
  const ahead = aheadIn(view)
  for (let i = 0; i < view.blockCount; i++) {
    const wanted =
      (sums.problem < enough ? cue.problem : 0) |
      (sums.cause < enough ? cue.cause : 0) |
      (sums.measure < enough ? cue.action : 0) |
      (sums.praise < enough && sums.problem < enough ? cue.praise : 0)
    if (wanted === 0) break
    if ((cuesAt(view, i) & wanted) === 0) continue
    for (const { role, strength } of statementsAt(view, i)) {
      if (role === 'praise' && ahead(i)) continue
      sums[role] += strength
      if (role === 'problem' && strength === 1) sums.outright++
      if (role === 'measure' && strength === 1) sums.planned++
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
  const { problems, measures } = chainOf(view)
  const weights = weightsOf(view)
  const hasProblem = problems.length > 0 || statesProblem(weights)
  return {
    hasProblem,
    hasCause: hasCause(view),
    hasMeasure: measures.length > 0 || takesMeasures(weights, kind),
    oneSidedPositive: !notWeighed.has(kind) && isOneSided(weights, problems),
    hasFigures: hasFigures(view),
  }
}

export function hasCause(view: DocumentView): boolean {
  const { problems, causes } = chainOf(view)
  return causes.length > 0 || weightsOf(view).cause >= 1 || problems.some(problem => problem.traits.reasoned)
}

/**
 * What an experience tells and a notice orders is measures; a brief needs to say but one thing done. In a report of a
 * problem, what has been done belongs to the story: the measures are those still to come.
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
    case 'problem':
      return planned >= 3
    default:
      return measure >= 1
  }
}

/** One problem said outright, or several implied. */
export function statesProblem({ outright, problem }: Weights): boolean {
  return outright >= 1 || problem >= 1.5
}

/** Praise without a single problem, or with one that is lost in it. */
export function isOneSided(weights: Weights, problems: readonly Item[]): boolean {
  const { problem, praise, decline, denial } = weights
  // A part on problems that says anything at all is the other side.
  if (decline > 0 || problems.some(({ text }) => text.length >= 24)) return false
  if (denial > 0 && !statesProblem(weights)) return true
  return !statesProblem(weights) ? praise >= 2 : problem <= 1 && praise >= 9
}

const outcome =
  /办结|完成了|已完成|全部完成|整改到位|签订|达成|议定|会议(?:定|决定|明确|审议|表决)|决定|表决|通过了|审议通过|查处|查出|立案|责令|解决了|修复|通车|投用|启用|投入使用|建成|揭牌|开工|竣工|验收|受益|惠及|获评|荣获/

/** Something came of it: a figure, a decision, a thing finished. */
export function hasOutcome(view: DocumentView): boolean {
  const { praise, problem } = weightsOf(view)
  if (hasFigures(view) || problem >= 1 || praise >= 1) return true
  for (let i = 0; i < view.blockCount; i++) if (outcome.test(view.block(i).text)) return true
  return false
}

function hasFigures(view: DocumentView): boolean {
  for (let i = 0; i < view.blockCount; i++) {
    const { context, text, source } = view.block(i)
    if (context.type === 'table' ? /\d/.test(source) : givesFigure(text)) return true
  }
  return false
}
