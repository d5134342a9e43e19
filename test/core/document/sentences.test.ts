import assert from 'node:assert/strict'
import fc from 'fast-check'
import { splitSentences } from '../../../server/src/core/document/sentences'

const split = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end))

const cases: readonly (readonly [why: string, text: string, sentences: readonly string[]])[] = [
  ['ends at 。！？', '水退了。人呢？都在！', ['水退了。', '人呢？', '都在！']],
  ['keeps a quotation whole', '他说：“先救人。再算账。”然后走了。', ['他说：“先救人。再算账。”然后走了。']],
  ['ends behind a quotation that closes the paragraph', '他说：“先救人。”', ['他说：“先救人。”']],
  [
    'keeps brackets whole',
    '清淤3.2公里（其中青石村1.1公里。另有0.4公里未测）。次日复查。',
    ['清淤3.2公里（其中青石村1.1公里。另有0.4公里未测）。', '次日复查。'],
  ],
  [
    'a forgotten closing mark does not swallow the paragraph',
    '他说：“先救人。然后走了。大家都在。',
    ['他说：“先救人。', '然后走了。', '大家都在。'],
  ],
  ['six dots end, three do not', '水退了……人还在。他…她。', ['水退了……', '人还在。', '他…她。']],
  ['blanks are left out', '　　甲。　乙。 ', ['甲。', '乙。']],
  ['a decimal point ends nothing', '增长3.5%，共4.2万人。', ['增长3.5%，共4.2万人。']],
  ['no end mark', '加强领导', ['加强领导']],
  ['nothing', ' 　\n', []],
]

describe('sentences', () => {
  for (const [why, text, expected] of cases) it(why, () => assert.deepEqual(split(text), expected))

  it('lie in the text, in order, and leave out nothing but blanks', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'甲乙。！？…“”‘’（）《》 　\n12.a\ud842\udfb7') }),
        text => {
          let last = 0
          let kept = ''
          for (const { start, end } of splitSentences(text)) {
            assert.ok(last <= start && start < end && end <= text.length)
            assert.equal(text.slice(last, start).trim(), '')
            kept += text.slice(start, end)
            last = end
          }
          assert.equal(text.slice(last).trim(), '')
          assert.ok(kept.length <= text.length)
        },
      ),
    )
  })

  it('cuts what is too long for a sentence, and is linear on a megabyte of opening marks', () => {
    assert.equal(splitSentences('（'.repeat(1_000_000)).length, Math.ceil(1_000_000 / 1500))
  })
})
