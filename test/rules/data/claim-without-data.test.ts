import assert from 'node:assert/strict'
import { defaultSettings } from '../../../server/src/core/config/settings'
import { openDraft } from '../../../server/src/core/document/document'
import { createAnalyzer } from '../../../server/src/core/engine/analyze'
import type { KindId } from '../../../server/src/core/report/kinds'
import { claimWithoutData } from '../../../server/src/core/rules/claim-without-data'
import { ownPassages } from '../../support/ownClaims'

const analyze = createAnalyzer([claimWithoutData])
const now = Date.parse('2026-04-28T10:00:00+08:00')

function found(text: string, kind: KindId = 'experience') {
  const report = analyze(openDraft(text), { settings: defaultSettings, now, kind })
  assert.deepEqual(report.failures, [])
  return report.findings
}
const words = (text: string, kind?: KindId) => found(text, kind).map(each => text.slice(each.start, each.end))

describe('claim-without-data', () => {
  it('leaves the hours of an incident alone', () => {
    assert.deepEqual(words('4月3日8时起火。大火于九时十分被基本控制，十时零五分被完全扑灭。'), [])
    assert.deepEqual(words('经过多方努力，矛盾得到有效化解。'), ['矛盾得到有效化解'])
  })

  it('keeps its precision and recall on our own labelled passages', () => {
    let hit = 0
    let wrong = 0
    let missed = 0
    for (const { text, sentences } of ownPassages()) {
      const findings = found(text)
      for (const { start, end, owes } of sentences) {
        const said = findings.some(each => each.start < end && each.end > start)
        if (said && owes) hit++
        else if (said) wrong++
        else if (owes) missed++
      }
    }
    assert.ok(hit + missed > 100, 'enough labelled claims')
    assert.ok(hit / (hit + wrong) >= 0.95, `precision ${hit}/${hit + wrong}`)
    assert.ok(hit / (hit + missed) >= 0.9, `recall ${hit}/${hit + missed}`)
  })

  describe('takes as evidence', () => {
    const backed: readonly (readonly [string, string])[] = [
      ['a figure in the sentence', '灌溉效率大幅提升，每亩由3.5小时缩短到2.1小时。'],
      ['a figure in the next sentence', '灌溉效率大幅提升。每亩用时由3.5小时缩短到2.1小时。'],
      ['a figure in the sentence before', '1—3月受理信访47件，比上年同期减少16件。信访总量明显下降。'],
      ['an event on file', '河道水质明显改善，已通过市生态环境局验收。'],
      ['a list that it leads to', '整治取得明显成效：\n- 清运垃圾186吨；\n- 拆除违建43处。\n'],
      [
        'a table that it leads to',
        '整治成效显著，情况如下：\n\n| 村 | 吨 |\n| --- | --- |\n| 柳树村 | 42 |\n',
      ],
      ['an attachment', '各村整治成效显著（详见附件2）。'],
      [
        'an enumeration behind a short lead',
        '整治成效显著。一是环境变好。垃圾日产日清。二是违建减少。拆除43处。',
      ],
    ]
    for (const [what, text] of backed) it(what, () => assert.deepEqual(words(text), []))
  })

  describe('does not take as evidence', () => {
    const bare: readonly (readonly [string, string, string])[] = [
      ['how much was done before', '全年走访渔户140户，切实提升了渔民满意度。', '切实提升了渔民满意度'],
      [
        'the example that is claimed',
        '比如，石坳村花椒种植规模较大，但仍靠人工采摘。',
        '石坳村花椒种植规模较大',
      ],
      [
        'a figure of another matter in the sentence before',
        '缺勤登记率100%，发病7例。幼儿膳食更加均衡。',
        '幼儿膳食更加均衡',
      ],
      [
        'a figure of another matter farther back in the sentence',
        '婚姻登记合格率100%，殡葬改革推进，群众安全感逐年上升。',
        '群众安全感逐年上升',
      ],
      [
        'the figures of the next item',
        '全村情况如此。一是项目推进较慢。二是用地难，11宗用地只批回4宗。',
        '项目推进较慢',
      ],
      ['the figures of another topic', '干部作风明显好转。此外，印发告知书200份。', '干部作风明显好转'],
      ['the announcement of a summary', '各项工作成绩显著。现将全年工作总结如下：', '各项工作成绩显著'],
      ['a date', '4月12日以来，灌溉效率大幅提升。', '灌溉效率大幅提升'],
      ['这两个企业', '这两个企业的效益大幅提升。', '这两个企业的效益大幅提升'],
      [
        'figures that belong to another claim',
        '茶叶产业快速发展，面积达3万亩。农民收入明显提高。各村反映很好。',
        '农民收入明显提高',
      ],
      [
        'a list without figures',
        '整治取得明显成效：\n- 建立保洁制度；\n- 党员带头打扫。\n',
        '整治取得明显成效',
      ],
    ]
    for (const [what, text, claim] of bare)
      it(what, () => assert.ok(words(text).includes(claim), words(text).join()))
  })

  describe('asks for the number behind small amounts and completeness', () => {
    const bare: readonly (readonly [string, string])[] = [
      ['部分村民已撤离到高处。', '部分村民已撤离到高处'],
      ['有多名学生感到头晕。', '有多名学生感到头晕'],
      ['多数网点只收件不派件。', '多数网点只收件不派件'],
      ['部分山区路段中断。', '部分山区路段中断'],
      ['窗口缺人，代办业务很少开展。', '代办业务很少开展'],
      ['会修农机的年轻人少。', '会修农机的年轻人少'],
      ['检查发现的隐患均已整改到位。', '检查发现的隐患均已整改到位'],
      ['巡查中做到了发现一处、整改一处。', '巡查中做到了发现一处、整改一处'],
      ['村民收入增速高于城镇居民。', '村民收入增速高于城镇居民'],
      ['村里要填的表格很多，文书顾不过来。', '村里要填的表格很多'],
      ['全年到校宣讲多场次。', '全年到校宣讲多场次'],
      ['窗口收到锦旗多次。', '窗口收到锦旗多次'],
      ['分拣场地不足。', '分拣场地不足'],
      ['设备自动化程度低。', '设备自动化程度低'],
      ['菜品单一，老人反映口味不太好。', '老人反映口味不太好'],
      ['村里的路平了、灯亮了、河净了。', '村里的路平了、灯亮了、河净了'],
      ['随着电商兴起，我县快递业务量逐年攀升。', '我县快递业务量逐年攀升'],
      ['争取上级支持后，经费保障更加有力。', '经费保障更加有力'],
      ['二次收费现象时有发生。', '二次收费现象时有发生'],
      ['合作社带动周边大批农户增收。', '合作社带动周边大批农户增收'],
      ['我县粮食产量稳中有增。', '我县粮食产量稳中有增'],
      ['受理的来信绝大部分已经办结。', '受理的来信绝大部分已经办结'],
    ]
    for (const [text, claim] of bare) it(text, () => assert.deepEqual(words(text), [claim]))

    const open: readonly (readonly [string, string])[] = [
      ['尽管下了雨，山塘蓄水仍不足，影响较大。', '影响较大'],
      ['随着订单转移，绣品价格逐月走低。', '绣品价格逐月走低'],
      ['蜂农反映，洋槐蜜收购价格低。', '洋槐蜜收购价格低'],
      ['新品种周期长、见效慢，农户不愿改种。', '新品种周期长'],
      ['桥墩冲刷十分普遍。', '桥墩冲刷十分普遍'],
      ['淤泥淤积，严重影响渔船进出。', '严重影响渔船进出'],
      ['溺水报警呈上升趋势。', '溺水报警呈上升趋势'],
      ['早市的摊位多了不少。', '早市的摊位多了不少'],
      ['蓝莓收购价翻了番。', '蓝莓收购价翻了番'],
      ['泵房频频跳闸，抽水时断时续。', '泵房频频跳闸'],
      ['茶厂普遍缺少冷库。', '茶厂普遍缺少冷库'],
      ['县里投入了巨资修建码头。', '县里投入了巨资'],
      ['清淤耗费了大量人力。', '清淤耗费了大量人力'],
      ['护林人员紧缺。', '护林人员紧缺'],
      ['渠道进度与工期还有较大的差距。', '渠道进度与工期还有较大的差距'],
      ['春茶受到较大影响。', '春茶受到较大影响'],
      ['全镇烤烟不同程度受灾。', '全镇烤烟不同程度受灾'],
      ['老党员为防汛作出了积极贡献。', '老党员为防汛作出了积极贡献'],
      ['亩均投入远远高于周边乡镇。', '亩均投入远远高于周边乡镇'],
      ['鲜藕销路大不如前。', '鲜藕销路大不如前'],
      ['配电房经常跳闸。', '配电房经常跳闸'],
      ['旧粮站长期闲置。', '旧粮站长期闲置'],
      ['村集体几乎没有收入。', '村集体几乎没有收入'],
      ['偷捕势头得到遏制。', '偷捕势头得到遏制'],
      ['村级力量得到充实。', '村级力量得到充实'],
      ['镇里顺利完成了各项征收任务。', '镇里顺利完成了各项征收任务'],
      ['联欢增进了干群感情。', '联欢增进了干群感情'],
      ['杨梅成为全镇支柱产业。', '杨梅成为全镇支柱产业'],
      ['亩产处于全市较低水平。', '亩产处于全市较低水平'],
      ['按照县里印发的通知要求，干部进一步提高了认识。', '干部进一步提高了认识'],
    ]
    for (const [text, claim] of open) it(text, () => assert.deepEqual(words(text)[0], claim))

    for (const text of [
      '镇里十分重视。',
      '严重影响行洪的构筑物已登记。',
      '出现异常情况立即上报。',
      '频发地段设了警示牌。',
      '价格低于成本时由县里收储。',
      '普遍性问题由县里研究。',
      '侵占渡口情节较轻，依法不予处罚。',
      '草案经常务会议审议。',
      '频繁划转的，',
      '引进规模大、带动性强、成长性好的项目2个。',
      '主要原因是村医用量小。',
      '有较大差距的村由县里约谈。',
      '生活方式基本不变。',
      '方案提出了总体目标，到2030年，亩产取得显著提高。',
      '各村得到保障后再申报。',
    ])
      it(`but not: ${text}`, () => assert.deepEqual(words(text), []))

    for (const text of [
      '已撤离43户126人，部分村民已住到亲戚家。',
      '排查发现隐患23处。隐患均已整改到位。',
      '发现隐患23处，均已整改到位。',
      '5月底前隐患要全部整改到位。',
    ])
      it(`but not: ${text}`, () => assert.deepEqual(words(text), []))
  })

  describe('does not take a neighbour for evidence that speaks of something else', () => {
    it('an amount spent beside praise by superiors', () => {
      const text = '物业当天修好水管，花费640元。该做法得到县领导充分肯定。'
      assert.deepEqual(words(text), ['该做法得到县领导充分肯定'])
    })
    it('guests counted beside praise by superiors', () => {
      const text = '市领导对该做法给予高度评价，先后接待参观12批。'
      assert.deepEqual(words(text), ['市领导对该做法给予高度评价'])
    })
    it('an amount done beside quality', () => {
      const text = '柳河街道已铺管网7公里，投资2.4亿元。总体来看，质量和效益稳步提升。'
      assert.deepEqual(words(text), ['质量和效益稳步提升'])
    })
    it('but does take what the claim is about, or a measured change', () => {
      assert.deepEqual(words('已铺管网7公里，投资2.4亿元。管网质量稳步提升。'), [])
      assert.deepEqual(words('刑事警情由31起降到19起。社会治安明显好转。'), [])
      assert.deepEqual(words('回访127户，满意121户，受到居民好评。'), [])
    })
    it('the announcement of suggestions', () => {
      const text = '我县村道重建轻养问题仍然突出。为此，提出如下建议：\n\n一是由县交通局补足经费。'
      assert.deepEqual(words(text, 'proposal'), ['我县村道重建轻养问题仍然突出'])
    })
  })

  it('leaves the label of an item alone when its text says the same', () => {
    assert.deepEqual(words('3.待遇保障偏低。村医收入不高。\n'), ['村医收入不高'])
  })

  it('takes the first paragraphs for the figures of the title', () => {
    const figures = '今年1—9月接报此类火情14起，比上年同期多6起。'
    assert.deepEqual(words(`老楼飞线充电问题突出\n\n柳河街道办事处\n\n${figures}\n`), [])
    assert.equal(words('老楼飞线充电问题突出\n\n柳河街道办事处\n\n各社区都有。\n').length, 1)
  })

  it('reads an item that is a sentence, not a title', () => {
    assert.equal(words('1.培训覆盖率不高，还有部分护林员未参加培训。\n').length, 1)
    assert.deepEqual(words('1.培训覆盖率不高\n'), [])
  })

  describe('is silent about', () => {
    const silent: readonly (readonly [string, string])[] = [
      ['plans', '下一步，青石镇将扩大面积，农民收入将大幅提高。'],
      [
        'the rest of a paragraph of plans',
        '下一步，青石镇将扩大茶园面积。茶农收入大幅增长，品牌影响力明显提升。',
      ],
      ['sections of plans', '## 一、下一步打算\n\n全镇茶园面积稳步扩大，茶农收入大幅增长。\n'],
      ['demands', '会议强调，要保持安全形势持续稳定，事故总量明显下降。'],
      ['suppositions', '如果水位持续上涨，下游3个村将受到影响。若不处置，损失将明显扩大。'],
      ['what is denied', '截至20时，险情尚未得到有效控制。'],
      ['attributes', '对成效显著的单位通报表扬，对进展缓慢的单位约谈。'],
      ['questions', '为什么治理多年，河水水质仍未明显好转？'],
      ['quotations', '有村民反映“路面质量明显下降”，已安排核实。'],
      ['law', '第五条 学校应当配备教师，保证教学质量稳步提高。'],
      ['how it is to be done', '四、加大宣传，入户发放明白卡，做到家喻户晓。'],
      ['what something is for', '村医在保障农民健康方面发挥着重要作用。'],
      ['purposes', '为进一步提高干部业务水平，街道举办培训班。'],
    ]
    for (const [what, text] of silent) it(what, () => assert.deepEqual(words(text), []))
  })

  it('says it once per sentence and names the other places', () => {
    const text = '茶园面积大幅增长，茶农收入明显提高，茶叶销售渠道不断拓展。'
    const [finding, ...rest] = found(text)
    assert.equal(rest.length, 0)
    assert.deepEqual(
      finding!.related?.map(part => text.slice(part.start, part.end)),
      ['茶农收入明显提高', '茶叶销售渠道不断拓展'],
    )
  })

  it('offers slots and never a figure', () => {
    const text = '全镇信访总量**明显下降**。'
    const [finding] = found(text)
    const [fix] = finding!.fixes
    assert.equal(fix!.snippet, true)
    const [edit] = fix!.edits
    assert.equal(edit!.start, text.indexOf('降') + 1)
    assert.match(edit!.text, /由\$\{1:上年同期值\}降至\$\{2:本期值\}/)
    assert.doesNotMatch(edit!.text.replace(/\$\{\d:/g, ''), /\d/)
  })

  it('warns where a result is what is asked for, and only mentions degrees', () => {
    assert.equal(found('灌溉效率大幅提升。', 'experience')[0]!.severity, 'warning')
    assert.equal(found('灌溉效率大幅提升。', 'other')[0]!.severity, 'information')
    assert.equal(found('全镇专业技术人员相对较少。', 'experience')[0]!.severity, 'information')
  })
})
