import assert from 'node:assert/strict'
import type { KindId } from '../../../server/src/core/report/kinds'
import { figureWithoutBaseline } from '../../../server/src/core/rules/figure-without-baseline'
import { checkExamples, findingsOf, wordsOf } from '../../support/analyzeRule'

const words = (text: string, kind: KindId = 'brief') => wordsOf(figureWithoutBaseline, text, { kind })

describe('figure-without-baseline', () => {
  it('does what its examples say', () => checkExamples(figureWithoutBaseline))

  describe('growth', () => {
    it('asks once per paragraph', () => {
      const text = '4月12日，春茶开园，鲜叶交易量增长22%，均价上涨8%。'
      const [finding, ...rest] = findingsOf(figureWithoutBaseline, text, { kind: 'brief' })
      assert.equal(rest.length, 0)
      assert.equal(text.slice(finding!.start, finding!.end), '22%')
      assert.equal(finding!.related?.length, 1)
    })
    const based: readonly (readonly [string, string])[] = [
      ['a comparator in the sentence', '鲜叶交易量同比增长22%。'],
      ['a comparator earlier in the paragraph', '与上年相比，开园更早。鲜叶交易量增长22%。'],
      ['both values', '鲜叶交易量由5吨增至6.1吨，增长22%。'],
      ['a period in the sentence', '一季度，鲜叶交易量增长22%。'],
      ['a period in the head of the draft', '# 云岭县2025年茶叶产业情况\n\n鲜叶交易量增长22%。'],
      [
        'a comparator in the lead of the section',
        '## 一、茶叶\n\n与上年同期比较如下。\n\n鲜叶交易量增长22%。',
      ],
      ['a state before', '改造前每亩用水420方，改造后减少31%。'],
      ['an aim', '力争鲜叶交易量增长22%。'],
      ['a plan', '下一步，将推动鲜叶交易量增长22%。'],
    ]
    for (const [what, text] of based) it(`is content with ${what}`, () => assert.deepEqual(words(text), []))
    it('does not take a level for a growth', () => assert.deepEqual(words('持证率提高到94%。'), []))
  })

  describe('a rate alone', () => {
    it('owes the count', () => assert.deepEqual(words('4月12日通报，工单办结率达96%。'), ['96%']))
    const counted: readonly string[] = [
      '4月12日通报，受理工单412件，办结率达96%。',
      '工单办结率由61%提高到88%。',
      '要求办结率不低于95%。',
      '全县森林覆盖率57%。',
      '城镇登记失业率3.1%。',
      '贷款年利率3.85%。',
    ]
    for (const text of counted) it(`is silent: ${text}`, () => assert.deepEqual(words(text), []))
    it('owes the sample when people were asked', () => {
      const [finding] = findingsOf(figureWithoutBaseline, '4月12日回访，群众满意度达98%。', { kind: 'brief' })
      assert.match(finding!.doNext[0], /样本/)
    })
  })

  describe('in an emergency', () => {
    const first = '4月26日7时40分，东湾乡柳树村发生山体滑坡。目前已转移群众36人。'
    it('asks for the time of a figure that changes, with a slot for it', () => {
      const [finding] = findingsOf(figureWithoutBaseline, first, { kind: 'emergency', stage: 'first' })
      assert.equal(first.slice(finding!.start, finding!.end), '36人')
      const [edit] = finding!.fixes[0]!.edits
      assert.match(edit!.text, /^截至\$\{1:月\}月/)
      assert.ok(first.slice(edit!.start).startsWith('目前已转移'))
    })
    it('is content when it is said once', () =>
      assert.deepEqual(words(first.replace('目前', '截至9时，'), 'emergency'), []))
    it('takes 至9时累计 for the time as well', () =>
      assert.deepEqual(words(first.replace('目前', '至9时累计'), 'emergency'), []))
    it('does not ask other kinds', () => assert.deepEqual(words(first, 'brief'), []))
  })
})
