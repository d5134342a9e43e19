// The title against the text: the same indicator, another figure.

import { strict as assert } from 'node:assert'
import { checkRestated } from '../../../server/src/core/text/arithmetic'
import { findQuantities } from '../../../server/src/core/text/quantities'

const figured = (text: string) => ({ text, figures: findQuantities(text) })
const check = (title: string, body: readonly string[]) =>
  checkRestated(figured(title), () => body.map(figured))

describe('checkRestated', () => {
  it('finds the figure of the title that the text contradicts', () => {
    const title = '青石镇排查整治危旧房132户'
    const body = ['4月以来，青石镇组织18个村开展排查。', '截至4月20日，共排查整治危旧房135户，其中砖木58户。']
    const [one, ...others] = check(title, body)
    assert.equal(others.length, 0)
    assert.equal(title.slice(one!.start, one!.end), '132户')
    assert.equal(one!.paragraph, 1)
    assert.equal(body[1]!.slice(one!.there.start, one!.there.end), '135户')
    assert.equal(one!.working, '标题写“排查整治危旧房132户”，正文写“排查整治危旧房135户”')
  })

  const silent: readonly (readonly [title: string, ...body: string[]])[] = [
    ['青石镇排查整治危旧房132户', '共排查整治危旧房132户。'],
    ['柳河街道一季度节约财政资金2189万元', '一季度节约财政资金2189.3万元。工程类节约财政资金1457.3万元。'],
    ['云岭县发放惠农补贴超1000万元', '全县发放惠农补贴1234万元。'],
    ['道路交通事故造成2人死亡', '事故造成2人当场死亡，另1人经抢救无效死亡，共造成3人死亡。'],
    ['青石镇新建高标准农田1.2万亩', '新建高标准农田12036亩。'],
    ['青石镇清理河道12公里', '去年清理河道8公里，今年又有新进展。'],
    ['青石镇清理河道12公里', '上游清理河道5公里，下游清理河道7公里。'],
    ['青石镇三措并举抓春耕', '投入农机126台。'],
    ['全镇流转土地3000亩', '其中上河村流转土地800亩。'],
  ]
  for (const [title, ...body] of silent)
    it(`silent: ${title} / ${body.join('')}`, () => assert.deepEqual(check(title, body), []))
})
