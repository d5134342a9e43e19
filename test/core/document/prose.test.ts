import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type BlockContext, createBlock } from '../../../server/src/core/document/block'
import { normalize } from '../../../server/src/core/document/normalize'
import { isContiguous, placeholder, toSourceSpan } from '../../../server/src/core/document/prose'

const paragraph: BlockContext = {
  type: 'paragraph',
  level: 0,
  quoted: false,
  listDepth: 0,
  listValue: 0,
  listLead: false,
}
const prose = (source: string) => createBlock(paragraph, source).text

const cases: readonly (readonly [why: string, source: string, seen: string])[] = [
  ['emphasis marks are not seen', '**成效显著**，*很好*', '成效显著，很好'],
  ['a word split by emphasis is whole', '取得**显著**成效', '取得显著成效'],
  [
    'the label of a link is seen, its address is not',
    '见[通报](https://example.cn/a_(b).html)第2条',
    '见通报第2条',
  ],
  ['a picture is no text', '现场![清淤](a.jpg)如图', `现场${placeholder}如图`],
  ['code is no text', '运行`npm i`即可', `运行${placeholder}即可`],
  ['a comment is not seen', '今日<!-- ligao-disable x -->报', '今日报'],
  ['a soft line break between Chinese words is nothing', '这一段被编辑器\n折了行', '这一段被编辑器折了行'],
  ['CRLF too', '这一段被编辑器\r\n折了行', '这一段被编辑器折了行'],
  ['a soft line break between Latin words is a blank', 'hello\nworld', 'hello world'],
  ['full-width digits become half-width', '增长１２．５％', '增长12.5%'],
  [
    'half-width marks beside Chinese become full-width',
    '开展检查,发现(一般)隐患:3处',
    '开展检查，发现（一般）隐患：3处',
  ],
  ['a clock keeps its colon', '于8:30到场', '于8:30到场'],
  ['the blank indentation is not seen', '　　近日，', '近日，'],
  ['an escaped star is a star', '3\\*4', '3*4'],
]

describe('prose', () => {
  for (const [why, source, seen] of cases) it(why, () => assert.equal(prose(source), seen))

  it('finds its way back to the source', () => {
    const { prose: map } = createBlock(paragraph, '取得**显著**成效')
    assert.deepEqual(toSourceSpan(map, { start: 2, end: 4 }), { start: 4, end: 6 })
    assert.deepEqual(toSourceSpan(map, { start: 0, end: 6 }), { start: 0, end: 10 })
    assert.ok(isContiguous(map, { start: 2, end: 4 }))
    assert.ok(!isContiguous(map, { start: 0, end: 6 }))
  })

  it('maps every visible character to itself, whatever the markup', () => {
    const alphabet = fc.constantFrom(
      ...'甲乙，。*_`[]()!<>&\\~\n\r |#-1a',
      '\ud842\udfb7',
      '\ud83d',
      '<!--',
      '-->',
      'https://a.cn',
    )
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 60 }), parts => {
        const source = parts.join('')
        const block = createBlock(paragraph, source)
        for (let i = 0; i < block.text.length; i++) {
          const { start, end } = toSourceSpan(block.prose, { start: i, end: i + 1 })
          assert.ok(start >= 0 && end <= source.length && end === start + 1)
          const char = block.text[i]
          if (char !== placeholder && char !== ' ')
            assert.equal(
              normalize(source)[start] === char ||
                normalize(source[start]!) === char ||
                isTwin(source[start]!, char!),
              true,
            )
        }
      }),
    )
  })

  it('normalising keeps the length', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => normalize(text).length === text.length))
  })
})

/** Whether a mark counts as Chinese depends on its neighbours, which hidden markup changes. */
function isTwin(source: string, seen: string): boolean {
  return '，：；？！（）'.includes(seen) && ',:;?!()'.includes(source)
}
