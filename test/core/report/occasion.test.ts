// Which parts a draft can owe depends on what it was written for.

import assert from 'node:assert/strict'
import { check } from '../analysis/support'

const rules = (text: string, kind: 'overview' | 'summary' | 'survey') =>
  check(text, { kind }).findings.flatMap(({ rule, also }) => [rule, also ?? []].flat())

const complaint =
  '关于校门口安全的问题。新大门面向省道，校门口一直存在安全隐患，过往车辆多，放学时十分拥挤，家长意见很大。今年8月，镇里在校门口安装监控3处、减速带2条，画出人行横道1处。关于近视的问题。部分学生视力下降明显，学校把大课间延长到60分钟，手机一律不带进教室。'

describe('an answer to a complaint', () => {
  it('owes no cause for what others complain of', () => {
    assert.ok(
      !rules(`# 关于青石小学有关问题的答复\n\n${complaint}\n`, 'overview').includes('problem-without-cause'),
    )
    assert.ok(
      !rules(`网友您好，您的留言已收悉。${complaint}\n`, 'overview').includes('problem-without-cause'),
    )
  })

  it('is another thing than a report of the same problems', () => {
    assert.ok(
      rules(`# 青石小学校园安全情况汇报\n\n${complaint}\n`, 'overview').includes('problem-without-cause'),
    )
  })
})

describe('a communiqué', () => {
  const figures =
    '全年实现生产总值62.6亿元，比上年增长5.3%。其中第一产业增加值12.9亿元，增长3.7%；第二产业增加值27.2亿元，增长6.9%；第三产业增加值22.5亿元，增长4.0%。年末户籍人口18.1万人，常住人口15.8万人，全年出生1466人，死亡1283人。全年粮食播种面积26.5万亩，产量10.9万吨，蔬菜播种面积6.3万亩，产量7.4万吨。年末就业人员8.6万人，城镇新增就业1392人，农民工总量7.4万人，其中外出3.1万人，本地4.3万人。公路里程1206公里，其中村道814公里。'

  it('owes no part on problems', () => {
    assert.ok(
      !rules(`# 云岭县2025年国民经济和社会发展统计公报\n\n${figures}\n`, 'summary').includes(
        'missing-section',
      ),
    )
    assert.ok(rules(`# 云岭县2025年经济工作总结\n\n${figures}\n`, 'summary').includes('missing-section'))
  })
})

describe('a problem lost in praise', () => {
  const praise =
    '合作社收入明显提高，农民积极性大大增强，品种质量显著改善，销路持续扩大，农户普遍满意。全县推广取得明显成效，受到省里表彰，种植水平稳步提升，粮食品质得到优化，品牌影响进一步扩大，带动了周边乡镇发展，形成了良好格局，赢得各方好评，增收效果显著。'.repeat(
      2,
    )

  it('is told once, with the call for its cause', () => {
    const text = `# 云岭县优质小麦开发的调查\n\n${praise}前年粮站普遍出现积压卖难现象。\n`
    const told = rules(text, 'survey')
    assert.ok(told.includes('one-sided-positive'), told.join())
    assert.ok(!told.includes('problem-without-cause'), told.join())
  })
})
