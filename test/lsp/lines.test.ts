// Positions and offsets: both ways, for every line break, edit by edit.

import assert from 'node:assert/strict'
import fc from 'fast-check'
import { editedLines, linesOf, lineText, offsetAt, positionAt, rangeOf } from '../../server/src/lsp/lines'
import { offsetIn, positionIn } from './support/client'

const text = fc.string({ unit: fc.constantFrom('a', '稿', '\n', '\r', '\r\n', '😀', '\ud83d') })

describe('lines', () => {
  it('agree with an arithmetic of the tests own, both ways', () => {
    fc.assert(
      fc.property(text, fc.nat(), (value, at) => {
        const lines = linesOf(value)
        const offset = at % (value.length + 1)
        const position = positionAt(lines, offset)
        assert.deepEqual(position, positionIn(value, offset))
        // Between \r and \n there is no position: the end of the line is meant.
        const back = value.slice(offset - 1, offset + 1) === '\r\n' ? offset - 1 : offset
        assert.equal(offsetAt(lines, position), back)
        assert.equal(offsetIn(value, position), offset)
        for (const end of [offset, offset + 1, offset + 7])
          assert.deepEqual(rangeOf(lines, { start: offset, end }), {
            start: position,
            end: positionIn(value, Math.min(end, value.length)),
          })
      }),
    )
  })

  it('after an edit are the lines of the new text', () => {
    fc.assert(
      fc.property(text, text, fc.nat(), fc.nat(), (value, inserted, a, b) => {
        const start = a % (value.length + 1)
        const end = start + (b % (value.length - start + 1))
        const edited = editedLines(linesOf(value), { start, end }, inserted)
        const anew = linesOf(value.slice(0, start) + inserted + value.slice(end))
        assert.deepEqual({ ...edited, text: String(edited.text) }, { ...anew, text: String(anew.text) })
      }),
      { numRuns: 1000 },
    )
  })

  it('clamp what lies outside', () => {
    const lines = linesOf('一\r\n二')
    assert.equal(offsetAt(lines, { line: 0, character: 99 }), 1)
    assert.equal(offsetAt(lines, { line: 9, character: 0 }), 4)
    assert.equal(offsetAt(lines, { line: -1, character: Number.NaN }), 0)
    assert.equal(offsetAt(lines, { line: 1, character: Number.NaN }), 3)
    assert.deepEqual(positionAt(lines, 99), { line: 1, character: 1 })
    assert.equal(lineText(lines, 0), '一')
    assert.equal(lineText(lines, 7), '')
  })
})
