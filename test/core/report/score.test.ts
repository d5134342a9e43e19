// The score can be believed: nothing for what could not be checked, ceilings for what is missing, every point traceable.

import assert from 'node:assert/strict'
import { createAnalyzer, defaultSettings, openDraft, rules, type Score } from '../../../server/src/core'

const analyze = createAnalyzer(rules)
const score = (text: string, kind?: 'brief'): Score => {
  const { score: found } = analyze(openDraft(text), {
    settings: defaultSettings,
    now: Date.parse('2026-04-28T10:00:00+08:00'),
    path: '青石镇/稿.md',
    ...(kind ? { kind } : {}),
  })
  assert.ok(found)
  return found
}

const head =
  '---\n标题: 青石镇防汛动态\n类型: 动态\n单位: 云岭县青石镇人民政府\n拟稿人: 周敏\n审核人: 何建国\n签发人: 罗志平\n成稿日期: 2026-04-27\n---\n\n'
const good =
  '# 青石镇加固柳河堤段\n\n4月12日至26日，青石镇水利站对柳河堤逐段排查，加固堤段3.2公里，清出淤泥460方，投入86人次。镇防汛办4月26日验收，12座山塘全部达到警戒水位以下，转移的18户54人已返回家中。\n'
const hollow =
  '# 青石镇防汛工作\n\n青石镇高度重视防汛工作，切实加强组织领导，统一思想，狠抓落实，取得了显著成效。\n\n全镇上下凝心聚力，真抓实干，营造了浓厚氛围，群众满意度大幅提升。\n'

describe('the score', () => {
  it('a good draft with its head stands high, an empty one low', () => {
    assert.ok(score(head + good).total >= 85, String(score(head + good).total))
    assert.ok(score(head + hollow).total <= 40, String(score(head + hollow).total))
  })

  it('gives nothing for what could not be checked, and says so', () => {
    const without = score(`---\n类型: 动态\n---\n\n${good}`)
    const bare = score(good, 'brief')
    assert.ok(bare.total < without.total && without.total < score(head + good).total)
    const unchecked = bare.deductions.filter(({ count }) => count === 0)
    assert.deepEqual(unchecked.map(({ dimension }) => dimension).sort(), ['elements', 'timeliness'])
  })

  it('every point is traceable: full marks less the deductions, or the ceiling that is named', () => {
    for (const text of [head + good, head + hollow, good, hollow]) {
      const { total, byDimension, deductions, ceiling } = score(text, 'brief')
      const sum = Object.values(byDimension).reduce((all, points) => all + points, 0)
      assert.ok(Math.abs(100 - deductions.reduce((all, { points }) => all + points, 0) - sum) < 1e-6)
      assert.equal(total, ceiling ? ceiling.most : Math.round(sum))
      if (ceiling) assert.ok(ceiling.most < Math.round(sum))
    }
  })

  it('an error keeps it below 60', () => {
    const wrong = `${head}${good}\n2月30日前完成清淤。\n`
    assert.ok(score(wrong).total <= 59)
  })

  it('telling problems never scores below hiding them', () => {
    const summary = head.replace('类型: 动态', '类型: 总结')
    const work =
      '# 青石镇2026年一季度防汛工作总结\n\n## 一、主要工作\n\n1至3月，加固堤段3.2公里，清出淤泥460方，投入286人次，12座山塘全部验收，山洪预警广播覆盖14个村。\n\n'
    const told = `${work}## 二、存在问题\n\n柳河村3座山塘溢洪道未清，其中1座裂缝长2.4米，管护经费12万元尚未到位。\n`
    assert.ok(score(summary + told).total >= score(summary + work).total)
  })
})
