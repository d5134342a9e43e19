import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type CutHan, noSegmenter, segmenterOf } from '../../server/src/core/text/segmentation'
import { oddText, showsTheText } from './texts'

const pairs: CutHan = runs => runs.map(run => (run.match(/..?/g) ?? []).map(text => ({ text, tag: 'n' })))

const cut = (text: string, cutHan = pairs) =>
  segmenterOf(cutHan)
    .cut(text)
    .map(word => `${word.text}/${word.tag}`)
    .join(' ')

describe('segmentation port', () => {
  it('hands Han runs to the backend and cuts the rest itself', () => {
    assert.equal(cut('全年完成12.5％，GDP-A增'), '全年/n 完成/n 12.5％/m ，/w GDP-A/eng 增/n')
    assert.equal(cut('二〇二六年 1,200 亩'), '二/n 〇/m 二六/n 年/n  /x 1,200/m  /x 亩/n')
    assert.equal(cut('（一）'), '（/w 一/n ）/w')
  })

  it('keeps odd characters in one piece and out of the backend', () => {
    const seen: string[] = []
    const words = segmenterOf(runs => {
      seen.push(...runs)
      return pairs(runs)
    }).cut('镇\0村𠮷\ud842某😀')
    assert.deepEqual(seen, ['镇', '村', '某'])
    assert.deepEqual(
      words.map(word => word.text),
      ['镇', '\0', '村', '𠮷', '\ud842', '某', '😀'],
    )
  })

  it('takes a run by characters when the backend drops, alters or adds something', () => {
    const broken: CutHan[] = [
      runs => runs.map(run => [{ text: run.slice(1), tag: 'n' }]),
      runs => runs.map(run => [{ text: run.replace('村', '市'), tag: 'n' }]),
      runs => runs.map(run => [{ text: `${run}村`, tag: 'n' }]),
      runs =>
        runs.map(run => [
          { text: '', tag: 'n' },
          { text: run, tag: 'n' },
        ]),
      () => [],
    ]
    for (const cutHan of broken) assert.equal(cut('柳河村。', cutHan), '柳/x 河/x 村/x 。/w')
  })

  it('covers any text whatever the backend answers', () => {
    const answers = fc.array(
      fc.array(fc.record({ text: fc.constantFrom('镇', '', '村委', 'a'), tag: fc.string() })),
    )
    fc.assert(
      fc.property(oddText, answers, (text, answer) =>
        showsTheText(text, segmenterOf(() => answer).cut(text)),
      ),
    )
  })

  it('never hands over a run or a batch without bound', () => {
    const sizes: number[] = []
    const calls: number[] = []
    segmenterOf(runs => {
      sizes.push(...runs.map(run => run.length))
      calls.push(runs.join('').length)
      return pairs(runs)
    }).cut('检'.repeat(100_000))
    assert.ok(Math.max(...sizes) <= 1000)
    assert.ok(Math.max(...calls) <= 21_000)
  })

  it('knows nothing without a backend', () => {
    assert.deepEqual(noSegmenter.cut('柳河村召开会议'), [])
  })
})
