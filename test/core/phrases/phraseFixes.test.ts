// What is offered for a stock phrase, applied: what is left is a sentence, and what can be looked up stays.

import assert from 'node:assert/strict'
import type { ClassId } from '../../../server/src/core/lexicon/types'
import { findBlanks } from '../../../server/src/core/text/blanks'
import { phraseFixes } from '../../../server/src/core/text/phrases/phraseFixes'

/** ⟦⟧ marks the phrase. Each fix, applied; undefined where none of the kind is offered. */
function applied(marked: string, classId: ClassId, mayBeEmptied = true) {
  const span = { start: marked.indexOf('⟦'), end: marked.indexOf('⟧') - 1 }
  const text = marked.replace(/[⟦⟧]/g, '')
  const [fill, remove] = phraseFixes(text, span, classId, mayBeEmptied).map(({ edits: [edit] }) =>
    [text.slice(0, edit!.start), edit!.text, text.slice(edit!.end)].join(''),
  )
  return { fill: fill!.replace(/\$\{\d+:(【[^】]*】)\}/g, '$1'), remove }
}

describe('the fixes of a stock phrase', () => {
  for (const classId of 'ABCDEFGHIJKLMNOPQ'.split('') as ClassId[])
    it(`class ${classId}: every blank of the sentence counts as one`, () => {
      const { fill } = applied('石湾镇⟦高度重视⟧防汛，转移12户。', classId)
      const blanks = fill.match(/【填：/g)!.length
      assert.ok(blanks >= 1)
      assert.equal(findBlanks(fill).length, blanks)
      assert.match(fill, /，转移12户。$/)
    })

  for (const [text, classId, left] of [
    ['⟦为进一步做好防汛工作⟧，4月12日，石湾镇查堤3.2公里。', 'A', '4月12日，石湾镇查堤3.2公里。'],
    ['石湾镇查堤3.2公里，⟦取得了显著成效⟧。', 'D', '石湾镇查堤3.2公里。'],
    ['查堤3.2公里。⟦全镇上下高度重视。⟧加固2处。', 'B', '查堤3.2公里。加固2处。'],
    ['查堤3.2公里，⟦压实责任⟧，加固2处。', 'F', '查堤3.2公里，加固2处。'],
    ['⟦全镇上下高度重视。⟧', 'B', ''],
  ] as const)
    it(`deleted from ${text}`, () => assert.equal(applied(text, classId).remove, left))

  it('an item is not left with its number alone, and a clause with a figure stays', () => {
    assert.equal(applied('⟦加强领导⟧。', 'F', false).remove, undefined)
    const { fill, remove } = applied('高效转移12户，⟦圆满完成⟧任务3项。', 'D')
    assert.equal(remove, undefined)
    assert.match(fill, /^高效转移12户，圆满完成任务3项，【填：指标】/)
  })
})
