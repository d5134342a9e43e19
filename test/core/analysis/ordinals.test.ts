import assert from 'node:assert/strict'
import { createOrdinals } from '../../../server/src/core/text/similarity/ordinals'

describe('ordinals', () => {
  it('number what comes, in the order in which it first came, and forget it all when cleared', () => {
    const { clear, put, find } = createOrdinals()
    for (let turn = 0; turn < 3; turn++) {
      const keys = Array.from({ length: 5000 }, (_, i) => Math.imul(i - 2500, 0x9e3779b1))
      clear(keys.length)
      assert.equal(find(keys[0]!), -1)
      assert.deepEqual(
        keys.map(key => put(key)),
        keys.map((_, i) => i),
      )
      assert.deepEqual(
        keys.map(key => put(key)),
        keys.map(key => find(key)),
      )
    }
  })
})
