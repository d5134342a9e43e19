// Every relation of figures within a sentence, one file each. What each may mean and may not mean is written down, with
// lines of its own, in test/core/arithmetic/relations.yaml.

import type { SentenceCheck } from '../reading/types'
import { averages } from './average'
import { changes } from './change'
import { compositions, structures } from './composition'
import { impliedBases } from './impliedBase'
import { ordinalParts } from './ordinalParts'
import { products } from './product'
import { rates } from './rate'
import { remainders } from './remainder'
import { shares } from './share'
import { sharesOfList } from './shareOfList'
import { namedShares } from './shareOfNamed'
import { sums } from './sum'
import { halves, times } from './times'
import { totalsBehind } from './total'
import { weightedGrowth } from './weighted'
import { rateWording, shrinkMultiples } from './wording'

export { checkAnnouncedItems } from './itemCount'
export { checkNamedItems } from './namedItems'

/** Where two relations blame the same figure, the first of them is told. */
export const relations: readonly SentenceCheck[] = [
  namedShares,
  structures,
  rateWording,
  shrinkMultiples,
  sums,
  remainders,
  totalsBehind,
  ordinalParts,
  shares,
  sharesOfList,
  rates,
  compositions,
  changes,
  impliedBases,
  times,
  halves,
  averages,
  products,
  weightedGrowth,
]
