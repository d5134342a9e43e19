// Every relation of figures within a sentence, one file each. What each may mean and may not mean is written down, with
// lines of its own, in test/core/arithmetic/relations.yaml.

import type { SentenceCheck } from '../reading/types'
import { averages } from './average'
import { changes } from './change'
import { compositions, structures } from './composition'
import { fractions } from './fraction'
import { impliedBases } from './impliedBase'
import { leftovers } from './leftover'
import { netFlows } from './netFlow'
import { ordinalParts } from './ordinalParts'
import { overfull } from './overfull'
import { products } from './product'
import { proseParts } from './proseParts'
import { rates } from './rate'
import { remainders } from './remainder'
import { shares } from './share'
import { sharesOfList } from './shareOfList'
import { namedShares } from './shareOfNamed'
import { sharesOfPair } from './shareOfPair'
import { sums } from './sum'
import { halves, times } from './times'
import { totalsBehind } from './total'
import { weightedGrowth } from './weighted'
import { ratePoints, rateWording, shrinkMultiples } from './wording'

export { checkDamaged } from './damaged'
export { checkAnnouncedItems } from './itemCount'
export { checkNamedItems } from './namedItems'

/** Where two relations blame the same figure, the first of them is told. */
export const relations: readonly SentenceCheck[] = [
  namedShares,
  structures,
  rateWording,
  ratePoints,
  shrinkMultiples,
  sums,
  remainders,
  leftovers,
  netFlows,
  proseParts,
  totalsBehind,
  ordinalParts,
  shares,
  sharesOfList,
  rates,
  overfull,
  sharesOfPair,
  fractions,
  compositions,
  changes,
  impliedBases,
  times,
  halves,
  averages,
  products,
  weightedGrowth,
]
