import assert from 'node:assert/strict'
import { openDraft } from '../../../server/src/core'
import { classify } from '../../../server/src/core/report/classify'
import { labelledDrafts, otherTexts } from './support'

const of = (text: string, request: Parameters<typeof classify>[1] = {}) => classify(openDraft(text), request)
const body = '4月12日，青石镇清理河道3.2公里，出动41人，村民反映的3处淤堵已通水。'

describe('is it a report?', () => {
  for (const [name, text] of otherTexts)
    it(`${name} is none`, () => {
      const { isReport, reason } = of(text)
      assert.equal(isReport, false, reason[0])
      assert.ok(reason[0].length > 0 && reason[1].length > 0)
    })

  it('title and date in the front matter are on every blog post', () => {
    for (const [name, text] of otherTexts)
      assert.equal(
        of(`---\ntitle: 标题\ndate: 2026-04-01\ntype: post\nauthor: 某人\n---\n\n${text}`).isReport,
        false,
        name,
      )
  })

  it('a report of a school is one', () => {
    const text = `云岭县第三小学举行读书节启动仪式

为进一步丰富校园文化生活，4月23日，云岭县第三小学举行读书节启动仪式，全体师生参加。

首先，校长陈敏致辞。随后，各班开展主题班会。此次活动取得圆满成功，学校将以此为契机抓好阅读。
`
    assert.equal(of(text).isReport, true, of(text).reason[0])
  })

  it('a short notice of any topic is one, and so is a weekly bulletin without a word of politics', () => {
    assert.equal(
      of(
        '# 平岭街道查处一处违规充电棚\n\n11月3日，平岭街道检查发现9号楼地下室停有21辆电动车充电，当日断电清空。\n',
      ).isReport,
      true,
    )
    assert.equal(
      of(
        '【本周（3月2日-3月8日）工作完成情况】\n\n一、征搬进展\n\n截至3月8日，签约121户，剩余3户未签。\n\n【下周（3月9日-3月15日）工作计划】\n\n一、督促倒房进度。\n\n【需协调事项】\n\n一、请加快雨水管网施工。\n',
      ).kind,
      'bulletin',
    )
  })

  it('a 通报 is what it tells of', () => {
    const kind = (title: string, text: string) => of(`# ${title}\n\n${text}\n`).kind
    assert.equal(
      kind(
        '关于平岭村山场火情的通报',
        '11月8日14时，平岭镇平岭村后山发生火情，镇应急办组织村民40人扑救，15时扑灭，过火面积12亩，无人员伤亡。',
      ),
      'emergency',
    )
    assert.equal(
      kind(
        '关于网传平岭镇停水视频的情况通报',
        '2月5日，平岭镇网民在微信群发布视频称全镇停水三天。经镇政府核查，视频不实，供水正常，村民饮水未受影响，发布者已删除并致歉。',
      ),
      'opinion',
    )
    assert.equal(
      kind(
        '关于全县水利工程进展情况的通报',
        '截至10月底，县水利局9项工程完成投资1.8亿元。3项滞后，各乡镇要抓紧。',
      ),
      'overview',
    )
    assert.equal(
      kind('关于表扬2026年度先进单位的通报', '各乡镇、各部门：经研究，决定对平岭镇等6个单位予以表扬。'),
      'other',
    )
  })

  it('提案, three measures and practices under parallel heads', () => {
    const kind = (title: string, text: string) => of(`# ${title}\n\n${text}\n`).kind
    assert.equal(
      kind(
        '关于增设县城公交站点的提案',
        '案由：县城北区2023年以来入住4300户，只有一条公交线，居民反映强烈。建议由县交通局2027年3月前增设3个站，由县财政局安排120万元。',
      ),
      'proposal',
    )
    assert.equal(
      kind(
        '平岭镇四举措抓好秋季绿化',
        '平岭镇今年栽树2.1万株，成活率91%。\n\n一是选准苗木。由镇林业站统一采购本地苗。\n\n二是包片到人。21名镇村干部各包一片。\n\n三是专人管护。每村聘请2名护林员。',
      ),
      'experience',
    )
    assert.equal(
      kind(
        '平岭村“晒账会”理清集体家底',
        '把账摊开算。村里每季度公布收支，已公布7次，收回欠款31万元。\n\n把地量清楚。重新丈量机动地412亩，补签合同58份。\n\n把钱管严实。超过2000元由监委会联签，退回不合规票据19张。',
      ),
      'experience',
    )
  })

  it('our own keys make it one, however short', () => {
    assert.equal(of(`---\n类型: 动态\n---\n\n${body}\n`).isReport, true)
    assert.equal(of(`---\n签发人: 某\n---\n\n草稿。\n`).isReport, true)
    assert.equal(of(`---\ntype: brief\n---\n\n${body}\n`).kind, 'brief')
  })

  it('short and ambiguous text is left alone', () => {
    for (const text of [
      '',
      '工作安排',
      '今天检查了项目部署情况，没有问题。',
      '项目部署完成，检查通过，监管要求已落实。',
    ])
      assert.equal(of(text).isReport, false, text)
  })

  it('a file named like documentation is left alone', () => {
    const [draft] = labelledDrafts
    const bare = draft!.text.replace(/^---[\s\S]*?\n---\n/, '')
    assert.equal(of(bare).isReport, true)
    for (const path of ['README.md', 'docs/CHANGELOG.md', 'README.zh-CN.md', '接口文档.md'])
      assert.equal(of(bare, { path }).isReport, false, path)
    assert.equal(of(bare, { path: '信息/防汛README说明会.md' }).isReport, true)
  })

  it('English and code are left alone', () => {
    assert.equal(of('The county government held a meeting on flood control. '.repeat(20)).isReport, false)
    assert.equal(of(`${body}\n\n\`\`\`js\nconst answer = 42\n\`\`\`\n`).isReport, false)
  })
})

describe('the kind of a report', () => {
  const titled = (title: string, rest = body) =>
    of(`# ${title}\n\n${rest}\n`, { kind: undefined as never }).kind
  const kindOf = (title: string, rest?: string) =>
    of(`---\n标题: ${title}\n单位: 青石镇\n---\n\n${rest ?? body}\n`).kind
  const cases: readonly (readonly [title: string, kind: string])[] = [
    ['青石镇农资市场库房起火初报', 'emergency'],
    ['省道303线货车侧翻事故致2死1伤', 'emergency'],
    ['关于网传“大坪桥裂缝”的舆情信息', 'opinion'],
    ['关于云岭县耕地撂荒情况的调研报告', 'survey'],
    ['关于把夜市纳入积分管理的建议', 'proposal'],
    ['大坪乡村医断档问题突出', 'problem'],
    ['青石镇“板凳会”把纠纷解决在院坝', 'experience'],
    ['青石镇一季度河长制工作总结', 'summary'],
    ['关于全县农村供水情况的汇报', 'overview'],
    ['关于“反映小区停水问题”的答复', 'overview'],
    ['关于沙湾水库渗水情况的专报', 'special'],
    ['柳河街道工作简报（第8期）', 'bulletin'],
    ['关于做好2026年防汛工作的通知', 'other'],
    ['云岭县公益性岗位管理办法（试行）', 'other'],
    ['柳河街道召开防汛工作会议', 'brief'],
    ['县委书记到青石镇调研', 'brief'],
    ['2026年云岭县秋粮生产情况', 'overview'],
    ['一季度全县安全形势综合', 'overview'],
    ['基层反映村级报表“减了又来”', 'problem'],
    ['村卫生室“有牌子没医生”情况反映', 'problem'],
    ['关于一企业火情的情况汇报', 'emergency'],
    ['关于做好学生防溺水工作的建议', 'proposal'],
    ['青石镇开展火灾防范知识培训', 'brief'],
  ]
  for (const [title, kind] of cases) it(`${title}: ${kind}`, () => assert.equal(kindOf(title), kind))

  it('the reason names what it was seen by', () => {
    assert.match(of('---\n标题: 青石镇一季度工作总结\n单位: 青石镇\n---\n\n甲。\n').reason[0], /总结/)
    assert.equal(titled('青石镇一季度工作总结').length > 0, true)
  })

  it('what is asked for goes before what is declared, and that before what is seen', () => {
    const text = '---\n类型: 经验\n---\n\n# 青石镇一季度工作总结\n'
    assert.equal(of(text).kind, 'experience')
    assert.equal(of(text, { kind: 'survey' }).kind, 'survey')
  })
})
