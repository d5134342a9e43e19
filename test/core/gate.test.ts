// A gate never stays closed where an expression matches, and mostly does where none does.

import assert from 'node:assert/strict'
import { createGate } from '../../server/src/core/text/gate'

const families = {
  one: /密|★/,
  two: [/机密(?:级)?/, '不得'],
  three: /社区矫正|责任(?:编辑|编审)/,
  optional: /(?:如|见)(?:下|上)?图(?!书)/,
  blank: /〔〕|〔[ 　][ 　]*〕/,
}
const texts = [
  ...[
    '',
    '密',
    '保密★',
    '机密级',
    '不得',
    '不',
    '社区',
    '社区矫',
    '社区矫正',
    '社区矫治',
    '责任编辑',
    '责任',
    '编辑',
  ],
  ...['如图', '见上图', '如上', '图书', '〔〕', '〔  〕', '〔2026〕', '\ud83d机密', '机\ud83d密'],
]
const matches = (family: (typeof families)[keyof typeof families], text: string) =>
  [family].flat().some(part => (typeof part === 'string' ? text.includes(part) : part.test(text)))

describe('gate', () => {
  const { scan, bit } = createGate(families)

  it('is open wherever an expression matches', () => {
    for (const text of texts)
      for (const [name, family] of Object.entries(families))
        if (matches(family, text)) assert.ok(scan(text) & bit[name as keyof typeof bit], `${name} in ${text}`)
  })

  it('tells words apart by their first three characters', () => {
    assert.equal(scan('社区治理，责任落实'), 0)
    assert.equal(scan('社区矫治') & bit.three, bit.three)
    assert.equal(scan('〔2026〕5号'), 0)
  })

  it('looks at no more than it is told to', () => {
    assert.equal(scan('机密文件，请勿外传', 2), 0)
    assert.equal(scan('请看附件，机密', 0, 4), 0)
  })

  it('holds with more beginnings than it can tell apart', () => {
    const many = Array.from({ length: 600 }, (_, i) => String.fromCharCode(0x4e00 + i))
    const wide = createGate({ many, last: ['龙'] })
    for (const char of many) assert.ok(wide.scan(char) & wide.bit.many)
    assert.ok(wide.scan('一条龙') & wide.bit.last)
  })

  it('opens for whatever has no certain word', () => {
    const open = createGate({ any: /[^，]{2,4}/ })
    assert.equal(open.scan('，'), open.bit.any)
  })
})
