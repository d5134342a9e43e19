// A text in pages is the string that it stands for, whatever is done to it.

import assert from 'node:assert/strict'
import fc from 'fast-check'
import { firstLine, Text } from '../../../server/src/core/document/text'

/** Pages are 4,096 units long: pieces that are shorter, as long, and longer. */
const piece = fc
  .tuple(fc.constantFrom('稿', '稿\n', 'a😀', '\r\n'), fc.constantFrom(0, 1, 3, 700, 2048, 4096, 5000))
  .map(([unit, times]) => unit.repeat(times))
const edit = fc.record({ at: fc.nat(), cut: fc.oneof(fc.nat(9), fc.nat(9000)), put: piece })
const parts = ['\n', '稿', '\r\n', 'a😀a', '无']

describe('a text in pages', () => {
  it('reads as the string after any edits', () => {
    fc.assert(
      fc.property(piece, fc.array(edit, { maxLength: 12 }), fc.nat(), fc.nat(), (first, edits, a, b) => {
        let string = first
        let text = Text.of(first)
        for (const { at, cut, put } of edits) {
          const start = at % (string.length + 1)
          const end = Math.min(string.length, start + cut)
          string = string.slice(0, start) + put + string.slice(end)
          text = text.replaced({ start, end }, put)
          assert.equal(text.length, string.length)
          const from = a % (string.length + 1)
          const to = from + (b % 9000)
          assert.equal(text.slice(from, to), string.slice(from, to))
          for (const part of parts) {
            assert.equal(text.indexOf(part, from), string.indexOf(part, from), `${part} from ${from}`)
            assert.equal(text.lastIndexOf(part, from), string.lastIndexOf(part, from), `${part} to ${from}`)
          }
        }
        assert.equal(String(text), string)
        assert.equal(text.slice(0), string)
      }),
      { numRuns: 300 },
    )
  })

  it('cuts off what lies outside', () => {
    const text = Text.of('一二三')
    assert.equal(text.slice(-2), '一二三')
    assert.equal(text.slice(1, 99), '二三')
    assert.equal(text.slice(2, 1), '')
    assert.equal(text.lastIndexOf('一', -1), -1)
    assert.equal(text.indexOf('一', 99), -1)
  })

  it('knows its first line', () => {
    assert.deepEqual(firstLine(Text.of('标题\r\n正文')), { start: 0, end: 2 })
    assert.deepEqual(firstLine(Text.of('标题')), { start: 0, end: 2 })
    assert.deepEqual(firstLine(Text.of('\n')), { start: 0, end: 0 })
  })
})
