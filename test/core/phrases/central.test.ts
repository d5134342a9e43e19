// Prescribed formulas of the Party's centre: neither blamed, nor counted, nor taken for copied text.

import assert from 'node:assert/strict'
import { createAnalyzer, defaultSettings, openDraft, rules } from '../../../server/src/core'
import { fingerprint } from '../../../server/src/core/report/earlier'
import { centralClauses, withoutCentral } from '../../../server/src/core/text/phrases/central'

const words = (text: string) => centralClauses(text).map(({ start, end }) => text.slice(start, end))
const analyze = createAnalyzer(rules)
const check = (body: string) =>
  analyze(openDraft(`---\n类型: 动态\n---\n\n# 青石镇清淤3.2公里\n\n${body}\n`), {
    settings: defaultSettings,
    now: Date.UTC(2026, 3, 12, 4),
  }).findings

describe('formulas of the centre', () => {
  it('are found by clause', () => {
    assert.deepEqual(
      words('青石镇坚持以习近平新时代中国特色社会主义思想为指导，清淤3.2公里，落实党中央决策部署。'),
      ['青石镇坚持以习近平新时代中国特色社会主义思想为指导', '落实党中央决策部署'],
    )
    assert.deepEqual(words('青石镇党委学习县委书记讲话精神，落实县委、县政府部署，坚持绿色发展思想。'), [])
    assert.equal(withoutCentral('按照党中央、国务院决策部署，清淤3.2公里。'), '，清淤3.2公里。')
  })

  for (const formula of [
    '坚持以习近平新时代中国特色社会主义思想为指导，',
    '为深入贯彻落实习近平总书记关于防灾减灾救灾工作的重要指示精神，',
    '全面贯彻落实党的二十大和二十届三中全会精神，',
    '深刻领悟“两个确立”的决定性意义，',
    '认真贯彻落实党中央、国务院决策部署，',
    '深入学习贯彻中央农村工作会议精神，',
  ])
    it(`is no stock phrase: ${formula}`, () => {
      const body = `4月12日，青石镇${formula}清淤3.2公里，更换闸门2座，储备编织袋4600条，出动41人、铲车3台，疏通涵管12处，清运淤泥680立方米，沿线7个村1.2万亩农田5月1日前可以放水灌溉。另有2处涵管因便道被毁未清，由镇水利站4月20日前疏通，所需机械已向县水利局借调，费用3.6万元由镇财政列支。`
      assert.deepEqual(
        check(body).filter(({ family, severity }) => family === 'generic' && severity !== 'hint'),
        [],
      )
      assert.deepEqual(
        check(body).filter(({ rule }) => rule === 'generic-phrase' || rule === 'duplicate-content'),
        [],
      )
    })

  it('do not make two drafts alike', () => {
    const formulas =
      '坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻党的二十大和二十届三中全会精神，深入学习贯彻习近平总书记关于防灾减灾救灾工作的重要指示精神，认真落实党中央、国务院决策部署，增强“四个意识”、坚定“四个自信”、做到“两个维护”。'
    const [a, b] = ['青石镇清淤3.2公里。', '白杨镇修路1.6公里。'].map(own =>
      fingerprint(openDraft(`---\n类型: 动态\n---\n\n# 题\n\n${formulas}${own}\n`), '甲.md'),
    )
    assert.deepEqual([a!.paragraphs, b!.paragraphs], [[], []])
  })
})

describe('what is asked of a purpose', () => {
  const of = (body: string) => check(body).filter(({ rule }) => rule === 'generic-phrase')

  it('is to delete it, not to name an owner and a day', () => {
    for (const purpose of ['为切实把防汛工作落到实处，', '为了进一步压实责任，']) {
      const found = of(`${purpose}镇里把37处隐患点分到12名班子成员。`)
      assert.ok(found.length > 0, purpose)
      for (const { doNext } of found) {
        assert.match(doNext[0], /删/, purpose)
        assert.doesNotMatch(doNext[0], /责任单位/, purpose)
      }
    }
    assert.match(of('下一步，要把防汛工作落到实处。')[0]!.doNext[0], /责任单位/)
  })
})
