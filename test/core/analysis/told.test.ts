// Problems, causes and measures in running text: what is stated is an item, what is mentioned is none.

import assert from 'node:assert/strict'
import { editDraft, openDraft } from '../../../server/src/core'
import { problemMatrix } from '../../../server/src/core/report/problemMatrix'
import { checkDraft, view } from './support'

const rows = (text: string) => problemMatrix(view(`# 平岭县有关情况\n\n${text}\n`)).rows
const problems = (text: string) => rows(text).flatMap(({ problem }) => (problem ? [problem.text] : []))

describe('problems in running text', () => {
  for (const [text, wanted] of [
    // sentences of paragraphs
    [
      '桃溪村3口机井干涸，村民到邻村拉水。\n\n大坪村水管老化，每天漏水20吨。',
      ['3口机井干涸，村民到邻村拉水', '大坪村水管老化'],
    ],
    // run-in heads
    [
      '护林力量不足。全乡2.1万亩林地，只有5名护林员，人均超过4000亩。\n\n巡护装备落后。对讲机还是2014年的，山里没有信号。',
      ['护林力量不足', '巡护装备落后'],
    ],
    // a list behind a colon
    [
      '2个工程滞后：桃溪河堤完成31%，因征地没有谈妥，停工20天；大坪泵站完成44%，设备至今没有到位。',
      ['桃溪河堤完成31%，因征地没有谈妥，停工20…', '大坪泵站完成44%，设备至今没有到位'],
    ],
    // another problem in the same paragraph
    ['部分路段路灯不亮。另有4处井盖破损，雨天积水。', ['部分路段路灯不亮', '另有4处井盖破损']],
  ] as const)
    it(text.slice(0, 16), () => {
      const found = problems(text)
      assert.equal(found.length, wanted.length, found.join(' | '))
      wanted.forEach((each, i) => {
        assert.ok(found[i]!.includes(each.slice(0, 6)) || each.includes(found[i]!), `${found[i]} | ${each}`)
      })
    })

  for (const text of [
    '镇里及时解决群众反映的停水问题26件。',
    '镇里对存在的问题进行了全面梳理，逐项明确责任人。',
    '全年处理垃圾乱倒17起，劝阻占道经营43次。',
    '7月8日，桃溪村山体滑坡，造成2间房屋倒塌，受灾31人。',
    '以往这里污水横流，现在清水绕村。',
    '会议研究了农村饮水困难问题，讨论了初步方案。',
  ])
    it(`none in: ${text}`, () => assert.deepEqual(problems(text), []))
})

describe('what stands beside a problem', () => {
  it('its cause and its measure are laid to it', () => {
    const [row] = rows('检查发现，桃溪桥护栏断裂8米，主要是去年汛期被漂木撞坏。由县公路站11月20日前更换。')
    assert.match(row!.causes[0]!.text, /去年汛期/)
    assert.deepEqual([row!.measures[0]!.owner, row!.measures[0]!.deadline], ['县公路站', '11月20日前'])
  })

  it('a paragraph of measures answers what was told before, each its own', () => {
    const [first, second] = rows(
      '桃溪村公厕化粪池满溢，气味扰民。\n\n大坪村文化广场路灯损坏6盏。\n\n桃溪村公厕由镇环卫站11月5日前清掏；大坪村路灯由镇供电所11月8日前修好。',
    )
    assert.equal(first!.measures[0]!.owner, '镇环卫站')
    assert.equal(second!.measures[0]!.owner, '镇供电所')
  })

  it('done work is no measure', () => {
    const [row] = rows('大坪村水管老化，每天漏水20吨。去年镇里组织巡查31次，开展宣传12场。')
    assert.deepEqual(row!.measures, [])
  })

  it('an owner ends at its name, 我镇 is none, and 标准 alone is no yardstick', () => {
    const measure = (text: string) =>
      rows(`## 一、问题\n\n（一）护林员不足。全乡只有5名。\n\n## 二、下一步措施\n\n${text}`)[0]!.measures[0]!
    assert.equal(measure('护林员由县绿源公司统一招聘、培训和考核，12月底前到岗。').owner, '县绿源公司')
    assert.equal(measure('补助由镇财政所5月15日前发放到位，共18万元。').owner, '镇财政所')
    assert.equal(measure('东岭区要在12月底前清退占用的消防通道。').owner, '东岭区')
    assert.equal(measure('下一步，我镇将增加护林员。').owner, '')
    assert.equal(measure('由县林业局12月底前增加护林员，待遇按更高标准、更严要求落实。').standard, '')
  })
})

describe('what is kept of a part', () => {
  it('is read anew when text below the signature makes it the last no more', () => {
    const text =
      '# 平岭镇防汛问题\n\n一、存在的问题\n\n（一）大坪村3处涵洞堵塞，4月20日仍未清理。\n\n二、下一步措施\n\n由镇水利站5月10日前清理3处涵洞。\n\n由镇财政所5月12日前拨付2万元。\n\n平岭县平岭镇人民政府办公室\n\n2026年4月28日\n\n## 三、附件\n'
    const added = '\n清单见附表。\n\n测算表见附表。\n\n现场照片3张。\n'
    const draft = openDraft(text)
    checkDraft(draft)
    const edited = editDraft(draft, { start: text.length, end: text.length, text: added }, text + added)
    const said = (each: ReturnType<typeof openDraft>) =>
      checkDraft(each).findings.map(({ rule, start }) => `${rule} ${start}`)
    assert.deepEqual(said(edited), said(openDraft(text + added)))
  })
})
