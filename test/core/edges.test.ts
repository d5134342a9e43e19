// An expression that is watched at its edge says what it would say by itself.

import assert from 'node:assert/strict'
import { ending, opening } from '../../server/src/core/text/edges'

const openings = [
  /^(?:之内)?(?:仍|还|尚)?(?:未|不|没有)[^，。；]{0,18}?(?:的|者)/,
  /^(?:一律)?不得(?!超过)/,
  /^，?才(?!能)/,
  /^(?:前|内)*(?:报送|完成(?=[。；]|$))/,
  /^[^，]{0,4}(?:推迟|延期)/,
  /^(?:$|[，。])/,
  /^[a-c]d/,
]
const endings = [
  /(?:按照|围绕|根据|依据)$/,
  /[由从]$/,
  /截止(?:到|至|日期)*[为是：]?$/,
  /限期?\s*$/,
  /(?<!自.*)[到至]$/,
  /(?:要求|明确)[，：]?$/,
]
const texts = [
  ...[
    '',
    '，',
    '不得',
    '一律不得超过',
    '之内仍未完成的',
    '还不到',
    '才能',
    '，才',
    '前内报送',
    '内完成。',
    '完成了',
  ],
  ...[
    '推迟到',
    '再推迟',
    'ad',
    'bd',
    'dd',
    '。',
    '未\ud83d的',
    '\ud83d',
    '自五月到',
    '到',
    '按照',
    '照',
    '截止',
    '截止到至',
  ],
  ...['截止日期为', '限', '限期 ', '由', '文件要求，', '明确', '要求。', '依据\udc00'],
]

describe('expressions at the edge of a text', () => {
  for (const expression of openings)
    it(`begins as ${expression.source} does`, () => {
      const watched = opening(expression)
      for (const text of texts) assert.equal(watched.test(text), expression.test(text), text)
    })
  for (const expression of endings)
    it(`ends as ${expression.source} does`, () => {
      const watched = ending(expression)
      for (const text of texts) assert.equal(watched.test(text), expression.test(text), text)
    })

  it('is spared where the character does not fit', () => {
    let asked = 0
    class Counted extends RegExp {
      override test(text: string) {
        asked++
        return super.test(text)
      }
    }
    const watched = opening(new Counted('^不得'))
    assert.equal(watched.test('必须办结'), false)
    assert.equal(asked, 0)
    assert.equal(watched.test('不得延期'), true)
    assert.equal(asked, 1)
  })
})
