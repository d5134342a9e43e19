// What may stand behind an anchor: nothing that a match holds there may be missing.

import assert from 'node:assert/strict'
import fc from 'fast-check'
import { followersOf } from '../../../server/src/core/text/phrases/followers'
import { readPattern } from '../../../server/src/core/text/phrases/pattern'

const followers = (source: string, prefix: string) => {
  const found = followersOf(readPattern(source)!, prefix)
  return found && [...found].sort().join('')
}

describe('what follows an anchor', () => {
  it('is read from the expression', () => {
    assert.equal(followers('(?:解决|化解)了(?:大量|许多)', '解决'), '了')
    assert.equal(followers('得到(?:了)?(?:较好|很好)?的?解决', '得到'), '了很的解较')
    assert.equal(followers('(?:大幅|大幅度)(?:提高|下降)', '大幅'), '下度提')
    assert.equal(followers('(?<=成效|效果)显著(?=，|$)', '显著'), null)
    assert.equal(followers('提高了[^，]{1,9}能力', '提高'), '了')
    assert.equal(followers('推进[^，]{0,9}工作', '推进'), null)
    assert.equal(followers('推进(?:工作)+', '推进'), '工')
  })

  it('leaves nothing out that an expression matches', () => {
    const char = fc.constantFrom('甲', '乙', '丙', '丁')
    const atom = fc.oneof(
      char,
      fc.constantFrom('[甲乙]', '[^甲丙]', '(?:甲|乙丙)', '(?:丙|丁丁|甲乙)', '(?!丁)'),
    )
    const piece = fc
      .tuple(atom, fc.constantFrom('', '', '?', '{0,2}', '{1,3}', '+', '*'))
      .map(([a, q]) => (a.startsWith('(?!') ? a : a + q))
    const pattern = fc.array(piece, { minLength: 1, maxLength: 6 }).map(parts => parts.join(''))
    const text = fc.array(char, { minLength: 3, maxLength: 12 }).map(chars => chars.join(''))
    fc.assert(
      fc.property(pattern, text, (source, sample) => {
        const length = new RegExp(`^(?:${source})`).exec(sample)?.[0].length ?? 0
        const found = followersOf(readPattern(source)!, sample.slice(0, 2))
        if (found && length > 2) assert.ok(found.has(sample[2]!), `${source} ${sample}`)
        if (found) assert.notEqual(length, 2, `${source} ${sample}`)
      }),
      { numRuns: 2000 },
    )
  })
})
