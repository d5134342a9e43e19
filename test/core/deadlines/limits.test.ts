// The shipped table of limits: complete, compiled from its YAML, and careful about what it calls law.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { citationOf, limitById, limits } from '../../../server/src/core/report/deadlines'
import { kindById } from '../../../server/src/core/report/kinds'
import { parseSpan } from '../../../server/src/core/text/dates'

describe('the table of limits', () => {
  it('is what server/limits says now (npm run generate)', async () => {
    const generator = await import('../../../scripts/generate-limits.mjs')
    assert.equal(readFileSync(generator.target, 'utf8'), generator.renderLimits(generator.readLimits()))
  })

  it('has the statutes, local rules and the default', () => {
    for (let i = 1; i <= 16; i++) assert.ok(limitById(`L${String(i).padStart(2, '0')}`), `L${i}`)
    for (let i = 1; i <= 11; i++) assert.ok(limitById(`P${String(i).padStart(2, '0')}`), `P${i}`)
    assert.deepEqual(
      limits.filter(limit => limit.byDefault).map(limit => limit.id),
      ['N01', 'F01', 'Z01'],
    )
    assert.equal(new Set(limits.map(limit => limit.id)).size, limits.length)
  })

  for (const limit of limits)
    it(`${limit.id} can be computed or is only there to be read`, () => {
      for (const kind of limit.kinds) assert.ok(kindById[kind])
      for (const step of limit.steps) if (step.span) assert.ok(parseSpan(step.span).ok, step.span)
      if (limit.choosable) assert.ok(limit.steps.some(step => step.span || step.daily))
      if (limit.superseded) assert.ok(!limit.choosable)
      assert.match(limit.title[0], /[一-龥]/)
      assert.match(limit.title[1], /[a-z]/)
    })

  it('calls only what was read word for word a basis in law', () => {
    for (const limit of limits) {
      const [zh] = citationOf(limit)
      if (zh.startsWith('依据'))
        assert.ok(limit.verified && limit.source.kind === 'law' && limit.source.article, limit.id)
      else assert.match(zh, /^(?:参照|按)/)
    }
    assert.doesNotMatch(citationOf(limitById('N02')!)[0], /依据/)
    assert.doesNotMatch(citationOf(limitById('L13')!)[0], /依据/)
  })
})
