import assert from 'node:assert/strict'
import { figureMismatch } from '../../../server/src/core/rules/figure-mismatch'
import { checkExamples, findingsOf, wordsOf } from '../../support/analyzeRule'

const words = (text: string) => wordsOf(figureMismatch, text, { kind: 'overview' })
const found = (text: string) => findingsOf(figureMismatch, text, { kind: 'overview' })

describe('figure-mismatch', () => {
  it('does what its examples say', () => checkExamples(figureMismatch))

  it('shows the reckoning and points at the figures that it used', () => {
    const text = '4月10日，共排查危旧房132户，其中砖木58户、土坯46户、其他27户。'
    const [finding] = found(text)
    assert.match(finding!.what[0], /58\+46\+27=131/)
    assert.match(finding!.what[1], /58\+46\+27=131/)
    assert.match(finding!.doNext[0], /131户/)
    assert.deepEqual(
      finding!.related?.map(part => text.slice(part.start, part.end)),
      ['58户', '46户', '27户'],
    )
    assert.equal(finding!.severity, 'warning')
    assert.deepEqual(finding!.fixes, [], 'nobody knows which of the figures is wrong')
  })

  it('offers to write 个百分点, because there only the unit is wrong', () => {
    const text = '参保覆盖率由85%提高到92%，提高7%。'
    const [finding] = found(text)
    assert.deepEqual(finding!.fixes[0]!.edits, [
      { start: text.indexOf('7%'), end: text.indexOf('7%') + 2, text: '7个百分点' },
    ])
  })

  it('underlines the cell of a table', () => {
    const table =
      '各村植树：\n\n| 村 | 株 |\n| --- | --- |\n| 柳树村 | 420 |\n| 梨园村 | 310 |\n| 合计 | 750 |\n'
    assert.deepEqual(words(table), ['750'])
    assert.deepEqual(words(table.replace('750', '730')), [])
  })

  it('reads figures through markup', () => {
    assert.deepEqual(words('共排查**132户**，其中砖木58户、土坯46户、其他27户。'), ['132户'])
  })

  describe('announced lists', () => {
    const draft = (lead: string, items: number, end = '二、下一步打算\n\n继续推进。\n') =>
      `一、主要做法\n\n${lead}\n\n${['（一）建机制', '（二）抓清运', '（三）严考核', '（四）强队伍']
        .slice(0, items)
        .map(item => `${item}\n\n各村落实到人。\n\n`)
        .join('')}${end}`
    it('counts the blocks below a lead', () =>
      assert.deepEqual(words(draft('重点抓好以下四项工作：', 3)), ['四项工作']))
    it('is content when they are as many', () =>
      assert.deepEqual(words(draft('重点抓好以下四项工作：', 4)), []))
    it('waits while the list is still being written', () =>
      assert.deepEqual(words(draft('重点抓好以下四项工作：', 2, '')), []))
    it('does not take 完成五项任务中的 for a lead', () =>
      assert.deepEqual(words(draft('五项任务全部按期推进，已由镇纪委逐项核验并在公开栏公示。', 3)), []))
  })

  describe('the title against the text', () => {
    const draft = (told: string) => `# 青石镇排查整治危旧房132户\n\n截至4月20日，共排查整治危旧房${told}。\n`
    it('underlines the figure of the title and points at the other', () => {
      const text = draft('135户')
      const [finding, ...others] = found(text)
      assert.equal(others.length, 0)
      assert.equal(text.slice(finding!.start, finding!.end), '132户')
      assert.match(finding!.what[0], /正文写“排查整治危旧房135户”/)
      assert.deepEqual(
        finding!.related?.map(part => text.slice(part.start, part.end)),
        ['135户'],
      )
    })
    it('is content when they agree, or when a table holds the figure', () => {
      assert.deepEqual(words(draft('132户')), [])
      assert.deepEqual(words(`${draft('135户')}\n| 村 | 户数 |\n| --- | --- |\n| 全镇 | 132户 |\n`), [])
    })
    it('takes a first sentence for no title', () =>
      assert.deepEqual(words('青石镇排查整治危旧房132户。\n\n排查整治危旧房135户。\n'), []))
  })

  describe('a list that goes on in the next paragraph', () => {
    const lead = '主要采取三项措施：一是延长窗口时间，每天多开2小时；二是开通电话预约，每日放号30个。'
    it('is counted to its end', () =>
      assert.deepEqual(words(`${lead}\n\n三是设置流动办理点，覆盖12个村。\n`), []))
    it('is found short when nothing follows', () =>
      assert.deepEqual(words(`${lead}\n\n下一步，将增加窗口3个。\n`), ['三项措施']))
  })

  it('takes half-width commas for commas', () =>
    assert.deepEqual(words('年度计划投资4.8亿元。前五个月完成投资1.8亿元,占年度计划的40.5%。'), ['40.5%']))

  describe('is silent about', () => {
    const silent: readonly string[] = [
      '共走访约130户，其中砖木58户、土坯46户、其他27户。',
      '全镇有企业64家，其中规上企业12家、小微企业40余家。',
      '一季度生产总值52亿元，去年同期50亿元，按不变价格增长6.2%。',
      '发放补贴234万元，惠及1560户，户均1500元。',
      '男性占51.3%、女性占48.7%。',
    ]
    for (const text of silent) it(text, () => assert.deepEqual(words(text), []))
  })
})
