import assert from 'node:assert/strict'
import { shorten } from '../../server/src/core/text/shorten'

describe('a quotation in a message', () => {
  it('is left alone when it fits', () => assert.equal(shorten('清理河道3.2公里', 9), '清理河道3.2公里'))

  it('ends with a clause where one ends near', () =>
    assert.equal(shorten('靠前指挥，密切配合，做到守土有责、守土尽责', 12), '靠前指挥，密切配合…'))

  it('ends with a word otherwise', () => {
    assert.equal(shorten('推动全镇各项重点工作取得新的更大成效', 12), '推动全镇各项重点工作…')
    assert.equal(shorten('县水务公司统一招聘培训考核', 9), '县水务公司统一…')
  })

  it('fits, whatever the text', () => {
    for (const text of ['一'.repeat(90), 'x'.repeat(90), '，'.repeat(90), '村民委员会'.repeat(20)])
      for (const most of [8, 24, 30]) {
        const short = shorten(text, most)
        assert.ok(short.length <= most && short.endsWith('…'), short)
        assert.ok(text.startsWith(short.slice(0, -1)), short)
      }
  })
})
