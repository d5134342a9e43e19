import assert from 'node:assert/strict'
import { chineseOrdinal, headingExtent, readNumbering } from '../../../server/src/core/document/numbering'

const cases: readonly (readonly [
  text: string,
  style: string | undefined,
  value?: number,
  heading?: string,
])[] = [
  ['一、存在的问题', '一、', 1, '存在的问题'],
  ['十二、其他', '一、', 12, '其他'],
  ['三、2027年工作打算', '一、', 3, '2027年工作打算'],
  ['二、1—5月完成情况', '一、', 2, '1—5月完成情况'],
  ['三、4个村受灾', undefined],
  ['（三）加强领导。县里成立专班，抽调6人。', '（一）', 3, '加强领导'],
  ['(二)加强领导', '（一）', 2, '加强领导'],
  ['3.清理河道', '1.', 3, '清理河道'],
  ['3．清理河道', '1.', 3, '清理河道'],
  ['（4）清理河道', '（1）', 4, '清理河道'],
  ['一是压实责任。由镇应急办牵头。', '一是', 1, '压实责任'],
  ['①清理河道', '①', 1, '清理河道'],
  ['3.5公里河道已清理。', undefined],
  ['1.8月1日起，交办前由司法所核定。', '1.', 1, '8月1日起，交办前由司法所核定'],
  ['2.6月底前完成', '1.', 2, '6月底前完成'],
  ['一季度，全镇完成投资。', undefined],
  ['三个村受灾。', undefined],
  ['2026年4月，', undefined],
  ['一些群众反映', undefined],
]

describe('numbering', () => {
  for (const [text, style, value, heading] of cases)
    it(`${text} → ${style ?? 'none'}`, () => {
      const numbering = readNumbering(text)
      assert.equal(numbering?.style, style)
      if (!numbering) return
      assert.equal(numbering.value, value)
      const extent = headingExtent(text, numbering)
      assert.equal(extent && text.slice(numbering.marker.end, extent.end), heading)
    })

  it('a long numbered paragraph is an item, not a heading', () => {
    const text =
      '1.由镇综合执法队牵头，对滨河路3家露天烧烤摊点逐户下达整改通知，要求4月30日前入室经营，逾期未改的暂停夜市摊位证并通报社区'
    assert.equal(headingExtent(text, readNumbering(text)!), undefined)
  })

  it('reads Chinese ordinals', () => {
    assert.deepEqual(['一', '十', '十九', '二十', '九十九'].map(chineseOrdinal), [1, 10, 19, 20, 99])
    assert.ok(Number.isNaN(chineseOrdinal('百')))
  })
})
