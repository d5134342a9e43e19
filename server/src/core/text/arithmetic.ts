// The reviewer's arithmetic: figures of a passage that contradict each other, each with its reckoning.

import { checkAverages } from './arithmetic/average'
import { checkChanges } from './arithmetic/change'
import { checkCompositions, checkStructures } from './arithmetic/composition'
import { checkImpliedBases } from './arithmetic/implied-base'
import { checkAnnouncedItems } from './arithmetic/item-count'
import { checkNamedItems } from './arithmetic/named-items'
import { checkOrdinalParts } from './arithmetic/ordinal-parts'
import { checkProducts } from './arithmetic/product'
import { checkRates } from './arithmetic/rate'
import { checkRemainders } from './arithmetic/remainder'
import { figureSentences } from './arithmetic/sentence'
import { checkShares } from './arithmetic/share'
import { checkSharesOfList } from './arithmetic/share-of-list'
import { checkNamedShares } from './arithmetic/share-of-named'
import { checkSums } from './arithmetic/sum'
import { checkHalves, checkTimes } from './arithmetic/times'
import { checkTotalsBehind } from './arithmetic/total'
import type { FigureCheckFunction, FigureMismatch } from './arithmetic/types'
import { checkWeightedGrowth } from './arithmetic/weighted'
import { checkRateWording, checkShrinkMultiples } from './arithmetic/wording'
import type { Quantity } from './quantities'

export { type Announcement, checkItemCount, continuesList, findAnnouncements } from './arithmetic/item-count'
export { checkRestated, type Restatement } from './arithmetic/restated'
export { checkTable } from './arithmetic/table'
export type { TableCheck, TableMismatch } from './arithmetic/table-cells'
export type { FigureCheck, FigureMismatch } from './arithmetic/types'

/** Checks that a single figure can fail. */
const alone: readonly FigureCheckFunction[] = [
  checkNamedShares,
  checkStructures,
  checkRateWording,
  checkShrinkMultiples,
]

/** Checks that set at least two figures against each other. */
const checks: readonly FigureCheckFunction[] = [
  checkSums,
  checkRemainders,
  checkTotalsBehind,
  checkOrdinalParts,
  checkShares,
  checkSharesOfList,
  checkRates,
  checkCompositions,
  checkChanges,
  checkImpliedBases,
  checkTimes,
  checkHalves,
  checkAverages,
  checkProducts,
  checkWeightedGrowth,
]

const halfWidth = /(?<!\d)[,;]|[,;](?!\d)/g

/** 完成31.8亿元,占…: half-width commas stop a clause like full-width ones. As long as before, so offsets hold. */
function fullWidth(text: string): string {
  if (!text.includes(',') && !text.includes(';')) return text
  return text.replace(halfWidth, mark => (mark === ',' ? '，' : '；'))
}

/** Longer than any paragraph that announces a list. */
const longestParagraph = 20_000

/**
 * Figures of one paragraph that contradict each other, in text order; one finding per blamed figure. `figures` are those of
 * the text, for a caller that has them already.
 */
export function checkFigures(written: string, figures?: readonly Quantity[]): FigureMismatch[] {
  const text = fullWidth(written)
  const found = text.length > longestParagraph ? [] : [...checkAnnouncedItems(text), ...checkNamedItems(text)]
  for (const sentence of figureSentences(text, figures)) {
    for (const check of alone) push(found, check(sentence))
    if (sentence.figures.length > 1) for (const check of checks) push(found, check(sentence))
  }
  if (found.length < 2) return found
  found.sort((a, b) => a.start - b.start || a.end - b.end)
  return found.filter((one, i) => i === 0 || one.start !== found[i - 1]!.start)
}

function push(all: FigureMismatch[], some: readonly FigureMismatch[]): void {
  for (const one of some) all.push(one)
}
