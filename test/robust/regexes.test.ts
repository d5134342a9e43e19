// No regular expression of the product may take longer than in proportion to what it reads, unless that is bounded and said so
// (scripts/regexes). Only what is new since the committed verdicts is examined here.

import assert from 'node:assert/strict'
import { collect, examine, examineNew, readVerdicts } from '../../scripts/regexes/check'

describe('regular expressions', () => {
  it('none is superlinear that is not known to be harmless', function () {
    this.timeout(240_000)
    const expressions = collect()
    assert.ok(expressions.length > 2000)
    const superlinear = examineNew(expressions, readVerdicts()).filter(({ finding }) =>
      finding.startsWith('superlinear'),
    )
    assert.deepEqual(superlinear, [])
  })

  it('the checker tells the guilty from the innocent', function () {
    this.timeout(60_000)
    assert.equal(examine({ source: '^(?:但是?|是)*$', flags: '' }), 'superlinear: exponential')
    assert.equal(examine({ source: '\\s+$', flags: '' }), 'superlinear: 2nd degree polynomial')
    assert.equal(examine({ source: '^[ \\t]*#', flags: '' }), 'linear')
  })

  it('every harmless one says why', () => {
    for (const [name, why] of Object.entries(readVerdicts().harmless))
      assert.match(why, /^(?:undecided|reads .{8,})/, name)
  })
})
