// The time at which the figures of an emergency were counted: 截至8时, 至8时累计, 到4日8时. 6时至8时 is a span of time.

import * as baselinesWords from '../../knowledge/baselines.generated'
import { expressionOf } from '../../knowledge/cue'

export const asOf = expressionOf(baselinesWords.asOf)
