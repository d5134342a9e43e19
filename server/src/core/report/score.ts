// The score of a draft: five dimensions of twenty points, each deduction traceable to the findings of one rule.

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
  readonly count: number
}

export interface Score {
  /** 0–100. */
  readonly total: number
  readonly byDimension: Readonly<Record<Dimension, number>>
  readonly deductions: readonly Deduction[]
}

const full = 20
const cost: Readonly<Record<Severity, number>> = { error: 10, warning: 5, information: 2, hint: 0.7 }
/** One rule alone never takes more than this from a dimension: ten stock phrases are one habit. */
const mostPerRule = 12

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

/**
 * Points are lost by weight of finding. In a long draft a single hint weighs less: its cost is divided by the length in
 * units of 1,500 characters (never multiplied for short ones).
 */
export function scoreOf(groups: Counted, tally: Tally, proseLength: number): Score {
  const stretch = Math.max(1, proseLength / 1500)
  const byDimension: Record<Dimension, number> = {
    elements: full,
    data: full,
    analysis: full,
    timeliness: full,
    style: full,
  }
  const deductions: Deduction[] = []
  // A dimension that is used up has nothing left for rules that come later in the draft.
  for (const rule of rulesInOrder(groups, tally)) {
    const said = tally.get(rule)!
    const dimension = exceptions[rule] ?? dimensionOf[said.family]
    const taken = Math.min(round(Math.min(pointsOf(said, stretch), mostPerRule)), byDimension[dimension])
    byDimension[dimension] = round(byDimension[dimension] - taken)
    deductions.push({ dimension, rule, points: taken, count: totalOf(said) })
  }
  deductions.sort((a, b) => b.points - a.points || (a.rule < b.rule ? -1 : 1))
  const total = Math.round(Object.values(byDimension).reduce((sum, points) => sum + points, 0))
  return { total, byDimension, deductions }
}

function pointsOf({ counts }: Said, stretch: number): number {
  const grave = counts.error * cost.error + counts.warning * cost.warning
  return grave + (counts.information * cost.information + counts.hint * cost.hint) / stretch
}

function round(points: number): number {
  return Math.round(points * 10) / 10
}
