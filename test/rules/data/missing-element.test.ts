import assert from 'node:assert/strict'
import { missingElement } from '../../../server/src/core/rules/missing-element'
import { checkExamples, findingsOf } from '../../support/analyzeRule'

const head = '---\n类型: 突发初报\n---\n\n'
const whole = {
  occurred: '4月26日7时40分，东湾乡柳树村三组因连日降雨发生山体滑坡，土石阻断村道。',
  casualties: '无人员伤亡。',
  received: '7时52分，乡值班室接村支书电话报告。',
  measures: '乡应急分队8时15分到场，设置警戒。',
  trend: '目前险情未再扩大。',
  person: '现场负责人：副乡长李某，电话0555-6612345。',
  follow: '后续情况将及时续报。',
}
type Slot = keyof typeof whole
const without = (...slots: Slot[]) =>
  head +
  Object.entries(whole)
    .filter(([slot]) => !slots.includes(slot as Slot))
    .map(([, text]) => text)
    .join('') +
  '\n'
const only = (text: string) => findingsOf(missingElement, text)

describe('missing-element', () => {
  it('does what its examples say', () => checkExamples(missingElement))

  describe('first report of an emergency', () => {
    it('is content with all ten', () => assert.deepEqual(only(without()), []))

    it('names all missing ones in one finding', () => {
      const [finding, ...rest] = only(without('person', 'follow'))
      assert.equal(rest.length, 0)
      assert.match(finding!.what[0], /初报缺2项要素：现场负责人和电话、续报说明/)
      assert.equal(finding!.severity, 'warning')
    })

    it('is an error without casualties', () => {
      const [finding] = only(without('casualties'))
      assert.equal(finding!.severity, 'error')
      assert.match(finding!.doNext[0], /无人员伤亡/)
    })

    it('is an error without the time of the event', () => {
      const timeless = without('received', 'occurred', 'measures').replace(
        '无人员伤亡',
        '东湾乡柳树村三组因连日降雨发生山体滑坡，乡应急分队已到场，村支书电话报告，无人员伤亡',
      )
      assert.equal(only(timeless)[0]!.severity, 'error')
      assert.match(only(timeless)[0]!.what[0], /事发时间/)
    })

    for (const said of [
      '伤亡情况正在核实。',
      '造成2人受伤，已送医。',
      '3名村民被困，正在搜救。',
      '未造成人员伤亡。',
      '暂无人员伤亡报告。',
    ])
      it(`takes for casualties: ${said}`, () => assert.deepEqual(only(without('casualties') + said), []))

    it('reads time and phone from the front matter', () => {
      const text = without('received', 'person').replace(
        '类型: 突发初报\n',
        '类型: 突发初报\n接报时间: 2026-04-26 07:52\n联系电话: 0555-6612345\n',
      )
      // Whoever reported it is still missing.
      assert.match(only(text)[0]!.what[0], /缺1项要素：信息来源/)
    })

    it('is no error when the kind was only inferred', () => {
      const text = without('casualties').replace(head, '')
      const [finding] = findingsOf(missingElement, text, { kind: 'emergency', stage: 'first' })
      assert.equal(finding!.severity, 'warning')
    })

    it('offers numbered slots at the end and makes nothing up', () => {
      const text = without('casualties', 'follow')
      const [fix] = only(text)[0]!.fixes
      const [edit] = fix!.edits
      assert.equal(edit!.start, text.length)
      assert.match(edit!.text, /伤亡情况：\$\{1:/)
      assert.match(edit!.text, /后续情况将及时续报。/)
      assert.ok(fix!.snippet)
    })
  })

  describe('later reports', () => {
    it('a follow-up owes the hour', () => {
      const [finding] = only(
        '---\n类型: 突发续报\n---\n\n柳树村滑坡处置进展：道路已抢通一半，群众情绪稳定，抢修队继续清理土石方。\n',
      )
      assert.match(finding!.what[0], /续报缺1项要素：截至时点/)
    })
    for (const asOf of [
      '现将柳树村滑坡至8时情况续报如下：',
      '至8时累计转移43人。',
      '到4日8时，已转移43人。',
      '截至4月27日8时，',
    ])
      it(`a follow-up tells the hour by ${asOf}`, () => {
        const body = '道路已抢通一半，抢修队继续清理土石方，下一步连夜清淤。'
        assert.deepEqual(only(`---\n类型: 突发续报\n---\n\n${asOf}${body}\n`), [])
      })
    it('a span of hours is no hour of counting', () => {
      const body = '6时至8时，抢修队清理土石方，道路已抢通一半，下一步连夜清淤。'
      assert.equal(only(`---\n类型: 突发续报\n---\n\n${body}\n`).length, 1)
    })
    it('a final report owes lessons', () => {
      const [finding] = only(
        '---\n类型: 突发终报\n---\n\n经认定，柳树村滑坡原因为连日降雨。直接经济损失12万元，无人员伤亡。道路4月28日恢复通行，受损农户已安置。\n',
      )
      assert.match(finding!.what[0], /终报缺1项要素：教训和整改/)
    })
  })

  describe('brief', () => {
    const found = (text: string) => findingsOf(missingElement, text, { kind: 'brief' })
    it('puts slots for the date in place of 近日', () => {
      const text = '近日，青石镇组织32名网格员更换98家商铺燃气软管，发现并当场整改隐患7处。'
      const [finding] = found(text)
      assert.equal(finding!.fixes[0]!.edits[0]!.text, '${1:月}月${2:日}日')
    })
    it('lets 近日 pass when the date follows', () =>
      assert.deepEqual(
        found('近日，青石镇开展检查。4月12日，32名网格员更换98家商铺燃气软管，整改隐患7处。'),
        [],
      ))
    for (const day of ['昨天', '昨日上午', '今天下午'])
      it(`asks for a date instead of ${day}`, () =>
        assert.match(
          found(`${day}，青石镇组织32名网格员更换98家商铺燃气软管，当场整改隐患7处。`)[0]!.what[0],
          /不是日期/,
        ))
    it('asks for a date where there is none', () =>
      assert.match(
        found('青石镇组织32名网格员更换98家商铺燃气软管，发现并当场整改隐患7处，剩余商铺继续更换中。')[0]!
          .what[0],
        /日期/,
      ))
    it('leaves a draft alone that was just begun', () => assert.deepEqual(found('近日，青石镇'), []))
  })

  it('public opinion: platform, spread, verification, response', () => {
    const [finding] = findingsOf(
      missingElement,
      '4月20日，有网民在抖音发布视频，反映云岭县某小区停水三天，物业无人处理，引发本地居民围观。',
      { kind: 'opinion' },
    )
    assert.match(finding!.what[0], /传播量、核查情况/)
  })

  it('survey: who was asked', () => {
    const [finding] = findingsOf(
      missingElement,
      '今年3月，县农业农村局就农村养老问题开展调研，采取座谈、走访方式，了解到农村老人生活照料存在困难，需要引起重视。',
      { kind: 'survey' },
    )
    assert.match(finding!.what[0], /样本/)
    assert.equal(finding!.severity, 'information')
  })
})
