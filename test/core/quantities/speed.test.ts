// The scan runs at every edit: cost grows with the text and no faster, whatever the text is.

import { strict as assert } from 'node:assert'
import { checkFigures } from '../../../server/src/core/text/arithmetic'
import { findQuantities } from '../../../server/src/core/text/quantities'

function milliseconds(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** The best of a few runs, so that a busy machine does not decide. */
const best = (run: () => unknown, times = 5) =>
  Math.min(...Array.from({ length: times }, () => milliseconds(run)))

const prose =
  '4月1日至20日，青石镇18个村共排查房屋8600栋、矛盾纠纷236件，投入资金1.26亿元，同比增长12.4%；受理群众诉求318件，办结302件，办结率95.0%。' +
  '会议要求，要进一步统一思想、提高认识，千方百计抓好落实，切实把各项工作抓细抓实，确保取得实效，为全年目标任务的完成打下坚实基础。'

describe('figures: speed', () => {
  it('passes over 300,000 characters of prose in a few milliseconds', () => {
    const text = prose.repeat(Math.ceil(300_000 / prose.length))
    best(() => findQuantities(text), 10)
    const time = best(() => findQuantities(text), 10)
    // Measured 2.4 ms at the density of real reports (12 figures per 1,000 characters); this text has four times as many,
    // and the bound only catches a change of kind.
    assert.ok(time < 500, `${time.toFixed(1)} ms`)
  })

  const repeated = [
    '1',
    '1.',
    '1-',
    '1/',
    '1,111,',
    '1万',
    '一',
    '百',
    '1～',
    '1:',
    '“1',
    '分别1、',
    '约',
    '翻',
  ]
  for (const piece of repeated) {
    it(`is linear in ${piece}${piece}${piece}…`, () => {
      const [small, large] = [50_000, 500_000].map(length => piece.repeat(length / piece.length))
      best(() => findQuantities(small!), 3)
      const base = Math.max(
        1,
        best(() => findQuantities(small!), 3),
      )
      assert.ok(best(() => findQuantities(large!), 3) < Math.max(20, base) * 40)
    })
  }

  const sentences = [
    '其中12户、',
    '共12户、',
    '占12户的5%，',
    '由12户增至15户，增长5%，',
    '（12户',
    '12户、其他',
    '四项措施：一是',
    '青石镇、',
  ]
  for (const piece of sentences) {
    it(`does not hang on an endless sentence of ${piece}`, () => {
      const text = piece.repeat(Math.ceil(200_000 / piece.length))
      assert.ok(milliseconds(() => checkFigures(text)) < 3000)
    })
  }
})
