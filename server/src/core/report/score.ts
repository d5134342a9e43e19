// The score of a draft: five dimensions of twenty points, each deduction traceable to the findings of one rule or to what could
// not be checked, and a ceiling where something is missing that no other merit makes good.
//
// The numbers were set against marks that an editor gave to real drafts before any rule was run (`npm run eval`, score).

import type { Family, Severity } from '../types'
import { type Counted, rulesInOrder, type Said, type Tally, totalOf } from './tally'

export type Dimension = 'elements' | 'data' | 'analysis' | 'timeliness' | 'style'

export const dimensionNames: Readonly<Record<Dimension, readonly [zh: string, en: string]>> = {
  elements: ['要素', 'Elements'],
  data: ['数据', 'Data'],
  analysis: ['分析', 'Analysis'],
  timeliness: ['时效', 'Timeliness'],
  style: ['文风', 'Style'],
}

export interface Deduction {
  readonly dimension: Dimension
  readonly rule: string
  readonly points: number
  /** Findings; 0 where the points were not taken for a fault but never given, because nothing there could be checked. */
  readonly count: number
}

/** With such a finding a draft is worth no more, whatever else is in it. */
export interface Ceiling {
  readonly rule: string
  readonly most: number
}

export interface Score {
  /** 0–100: the sum of the dimensions, or the lowest ceiling. */
  readonly total: number
  readonly byDimension: Readonly<Record<Dimension, number>>
  readonly deductions: readonly Deduction[]
  /** The lowest ceiling, if it is what decides. */
  readonly ceiling: Ceiling | undefined
}

/** What of a draft could be checked at all. */
export interface Checkable {
  /** It has a head: unit, authors and so on stand there or are missing there. */
  readonly head: boolean
  /** A time is known from which it can be reckoned whether it comes in time. */
  readonly time: boolean
  /** Figures in its prose. */
  readonly figures: number
  /** Its kind owes its reader the problems, and it tells of none. */
  readonly silentOnProblems: boolean
  /** Code units of prose. */
  readonly length: number
}

const full = 20
const cost: Readonly<Record<Severity, number>> = { error: 14, warning: 8, information: 5, hint: 2 }
/** One rule alone never takes more than this from a dimension: ten stock phrases are one habit. */
const mostPerRule = 16
/** Points of a dimension of which nothing could be checked. */
const uncheckedPoints = 8
/** Characters over which a hint or a remark weighs once; in a longer draft each weighs less. */
const stretchFrom = 1000

const dimensionOf: Readonly<Record<Family, Dimension>> = {
  generic: 'style',
  data: 'data',
  analysis: 'analysis',
  deadline: 'timeliness',
  form: 'elements',
}
const exceptions: Readonly<Record<string, Dimension>> = {
  'missing-element': 'elements',
  'missing-image': 'elements',
  'heading-numbering': 'style',
  'broken-emphasis': 'style',
}

/** Ceilings by rule for a finding of at least the severity, in the order in which an editor minds them. */
const ceilings: readonly (readonly [rule: string, at: Severity, most: number])[] = [
  ['sparse-data', 'warning', 40],
  ['sparse-data', 'information', 55],
  ['unfilled-placeholder', 'hint', 59],
  ['generic-document', 'information', 58],
  ['one-sided-positive', 'information', 62],
  ['missing-section', 'information', 65],
  ['chronicle-style', 'information', 65],
]
const withError = 59
/** Each further lack of this weight, below the lowest ceiling. */
const furtherLack = 6
/** All style and no substance: a draft of stock phrases in which nothing can be counted. */
const hollow = 35

const gravity: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1, hint: 0 }

/** Points are lost by weight of finding; hints weigh less in a long draft, never more in a short one. */
export function scoreOf(groups: Counted, tally: Tally, checkable: Checkable): Score {
  const stretch = Math.max(1, checkable.length / stretchFrom)
  const byDimension: Record<Dimension, number> = {
    elements: full,
    data: full,
    analysis: full,
    timeliness: full,
    style: full,
  }
  const deductions: Deduction[] = []
  const take = (dimension: Dimension, rule: string, wanted: number, count: number) => {
    // A dimension that is used up has nothing left for rules that come later in the draft.
    const points = Math.min(round(wanted), byDimension[dimension])
    byDimension[dimension] = round(byDimension[dimension] - points)
    deductions.push({ dimension, rule, points, count })
  }
  if (!checkable.head) take('elements', 'front-matter', uncheckedPoints, 0)
  if (!checkable.time) take('timeliness', 'report-due-soon', uncheckedPoints, 0)
  // Whoever tells problems is asked for causes and measures; who hides them must not come off better for it.
  if (checkable.silentOnProblems) take('analysis', 'one-sided-positive', full, 0)
  for (const rule of rulesInOrder(groups, tally)) {
    const said = tally.get(rule)!
    const dimension = exceptions[rule] ?? dimensionOf[said.family]
    take(dimension, rule, Math.min(pointsOf(said, stretch), mostPerRule), totalOf(said))
  }
  deductions.sort((a, b) => b.points - a.points || (a.rule < b.rule ? -1 : 1))
  const sum = Math.round(Object.values(byDimension).reduce((total, points) => total + points, 0))
  const ceiling = ceilingOf(tally, checkable)
  const capped = ceiling !== undefined && ceiling.most < sum
  return {
    total: capped ? ceiling.most : sum,
    byDimension,
    deductions,
    ceiling: capped ? ceiling : undefined,
  }
}

function ceilingOf(tally: Tally, { figures }: Checkable): Ceiling | undefined {
  const reached = new Map<string, number>()
  for (const [rule, at, most] of ceilings) {
    const said = tally.get(rule)
    if (said && gravest(said) >= gravity[at] && !reached.has(rule)) reached.set(rule, most)
  }
  for (const [rule, said] of tally)
    if (said.counts.error > 0) reached.set(rule, Math.min(reached.get(rule) ?? 100, withError))
  if (reached.size === 0) return undefined
  const lowest = [...reached].reduce((low, each) => (each[1] < low[1] ? each : low))
  const isHollow = reached.has('generic-document') && (figures === 0 || reached.has('sparse-data'))
  const most = Math.min(lowest[1] - furtherLack * (reached.size - 1), isHollow ? hollow : 100)
  return { rule: lowest[0], most: Math.max(most, 5) }
}

const gravest = ({ counts }: Said): number =>
  counts.error > 0 ? 3 : counts.warning > 0 ? 2 : counts.information > 0 ? 1 : 0

function pointsOf({ counts }: Said, stretch: number): number {
  const grave = counts.error * cost.error + counts.warning * cost.warning
  return grave + (counts.information * cost.information + counts.hint * cost.hint) / stretch
}

function round(points: number): number {
  return Math.round(points * 10) / 10
}
