// The tally after changes is the tally of what there is then, and rules come in the order in which they speak.

import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  type Counted,
  rulesInOrder,
  tallyAfter,
  tallyOf,
  totalOf,
} from '../../../server/src/core/report/tally'

const said = fc.record({
  rule: fc.constantFrom('generic-phrase', 'claim-without-data', 'missing-section'),
  family: fc.constant('data' as const),
  severity: fc.constantFrom('error', 'warning', 'information', 'hint'),
})
const groups: fc.Arbitrary<Counted> = fc.array(fc.array(said, { maxLength: 3 }), {
  minLength: 4,
  maxLength: 4,
})

describe('a tally', () => {
  it('after changes is what counting anew gives', () => {
    fc.assert(
      fc.property(groups, groups, fc.uniqueArray(fc.nat(3)), (before, other, changed) => {
        const after = before.map((group, i) => (changed.includes(i) ? other[i]! : group))
        const tally = tallyAfter(tallyOf(before), before, after, changed)
        const anew = tallyOf(after)
        assert.deepEqual(
          [...tally].sort(([a], [b]) => (a < b ? -1 : 1)),
          [...anew].sort(([a], [b]) => (a < b ? -1 : 1)),
        )
        const all = after.flat()
        assert.deepEqual([...rulesInOrder(after, tally)], [...new Set(all.map(({ rule }) => rule))])
        for (const [rule, counted] of tally)
          assert.equal(totalOf(counted), all.filter(each => each.rule === rule).length)
      }),
    )
  })
})
