// The times of whole drafts: what the signature dates, and what the rules about limits say of it.

import assert from 'node:assert/strict'
import { createAnalyzer, defaultSettings, type Finding, openDraft, rules } from '../../../server/src/core'
import { viewOf } from '../../../server/src/core/engine/view'
import { draftTimes } from '../../../server/src/core/report/draftTimes'
import { formatIso } from '../../../server/src/core/text/dates'

const zone = 'Asia/Shanghai'
const check = createAnalyzer(rules)
const clock = (text: string) => Date.parse(`${text}+08:00`)

function timesIn(text: string, now: string) {
  const draft = openDraft(text)
  return draftTimes(viewOf(draft, { settings: defaultSettings }), defaultSettings, clock(now))
}

function told(rule: string, text: string, now: string): readonly Finding[] {
  const only = new Set([rule])
  return check(openDraft(text), { settings: defaultSettings, now: clock(now), path: 'a.md', only }).findings
}

const flood = (signature: string) =>
  `青石沟滑坡险情的续报（二）\n\n县委、县政府总值班室：\n\n现将7月3日20时至7月4日8时情况续报如下。\n\n一、险情变化\n\n` +
  `7月3日20时至4日8时，柳河站雨量38.5毫米，裂缝宽度由12厘米增至15厘米，已转移23户81人，无人员伤亡。\n\n云岭县青石镇人民政府\n\n${signature}\n`

describe('the times of a draft', () => {
  it('count from the hour of the signature where it is written', () => {
    const { base, dated } = timesIn(flood('2026年7月4日8时30分'), '2026-07-10T09:00')
    assert.equal(dated, true)
    assert.equal(formatIso(base, zone), '2026-07-04T08:30:00+08:00')
  })

  for (const heading of ['二、2027年安排', '## 二、明年打算'])
    it(`under “${heading}” fall in the year that it is about`, () => {
      const text = `青石镇2026年工作总结\n\n一、2026年工作\n\n护栏装好61处。\n\n${heading}\n\n其余25处护栏请县林业局6月底前批复，10月底前装完。\n\n青石镇人民政府\n2026年12月9日\n`
      const dues = timesIn(text, '2026-12-09T18:00').all.flatMap(({ due }) =>
        due === null ? [] : [formatIso(due, zone).slice(0, 10)],
      )
      assert.deepEqual(dues, ['2027-06-30', '2027-10-31'])
      assert.deepEqual(told('overdue-commitment', text, '2026-12-09T18:00'), [])
    })

  for (const [name, text, base] of [
    [
      'the first dated sentence',
      '# 青石镇抢修水毁路\n\n2025年7月12日，青石镇抢通水毁路3处。\n\n护栏8月20日前装好。\n',
      '2025-07-12',
    ],
    [
      'the year of the title',
      '# 青石镇2025年防汛工作总结\n\n全年转移群众312人。\n\n护栏12月底前装好。\n',
      '2025-12-31',
    ],
    [
      'the day of writing, where an earlier year is only compared',
      '# 青石镇防汛工作\n\n2025年转移312人，今年转移87人。\n',
      '2026-12-01',
    ],
    ['the day of writing, behind 以来', '# 青石镇2024年以来防汛工作\n\n转移群众312人。\n', '2026-12-01'],
    [
      'the day of writing, where a document of another year is cited',
      '# 落实《青石镇2024年防汛方案》\n\n转移群众312人。\n',
      '2026-12-01',
    ],
  ] as const)
    it(`without a signature count from ${name}`, () => {
      const times = timesIn(text, '2026-12-01T09:00')
      assert.equal(times.dated, false)
      assert.equal(formatIso(times.base, zone).slice(0, 10), base)
    })

  it('told as past after the signature are pointed at, and those before it are not', () => {
    const draft = (day: string) =>
      `---\n类型: 突发初报\n---\n\n# 青石镇仓库火灾\n\n11月${day}日8时30分，青石镇一处仓库发生火灾，9时扑灭。\n\n青石镇人民政府\n\n2026年11月16日\n`
    assert.equal(told('impossible-date', draft('18'), '2026-12-01T09:00').length, 1)
    assert.deepEqual(told('impossible-date', draft('15'), '2026-12-01T09:00'), [])
  })

  for (const signature of ['2026年7月4日8时30分', '2026年7月4日'])
    it(`hours before it are no plans that have passed: ${signature}`, () => {
      assert.deepEqual(told('overdue-commitment', flood(signature), '2026-07-04T08:40'), [])
      const natures = timesIn(flood(signature), '2026-07-04T08:40').all.map(({ nature }) => nature)
      assert.ok(!natures.includes('plan') && !natures.includes('obligation'), natures.join(' '))
    })

  const shortReport = (head: string, foot: string) =>
    `青石供电所四天完成17个台区消缺\n\n${head}6月8日至11日，青石供电所对17个台区逐台消缺，更换导线3.4公里。\n\n梅坞村3号台区7月20日前换大配变。\n${foot}`
  for (const [name, text, base] of [
    ['a signature in brackets', shortReport('', '\n（青石供电所 陈曦 2026年6月12日）\n'), '2026-06-12'],
    ['a line of the head', shortReport('青石镇人居环境整治办公室编　　2026年6月15日\n\n', ''), '2026-06-15'],
  ] as const)
    it(`count from ${name}`, () => {
      const times = timesIn(text, '2026-12-01T09:00')
      assert.equal(times.dated, true)
      assert.equal(formatIso(times.base, zone).slice(0, 10), base)
    })

  it('count from a date that closes the last paragraph without a line of its own', () => {
    const told =
      '您反映的异味问题收悉。经核实，配水井没有密封。镇水务站正在加盖，预计11月15日前完成。感谢您的监督！2023年10月17日\n'
    const { base, dated, all } = timesIn(told, '2026-11-23T09:00')
    assert.equal(dated, true)
    assert.equal(formatIso(base, zone).slice(0, 10), '2023-10-17')
    assert.ok(all.some(({ due }) => due !== null && formatIso(due, zone).startsWith('2023-11-15')))
    const meeting = '配水井没有密封，镇水务站要求施工单位11月15日前完成，验收定在2026年12月1日\n'
    assert.equal(timesIn(meeting, '2026-11-23T09:00').dated, false)
  })

  it('do not count from the time of an event in the head', () => {
    const { dated } = timesIn(shortReport('事发时间：2026年6月8日\n\n', ''), '2026-12-01T09:00')
    assert.equal(dated, false)
  })

  it('keep their block when blocks before them are added', () => {
    const one = '# 清淤进展\n\n由镇水利站牵头，5月20日前清淤3.2公里。\n'
    const settings = defaultSettings
    const before = timesIn(one, '2026-04-28T10:00').all
    const draft = openDraft(one.replace('# 清淤进展', '# 清淤进展\n\n柳河村沟渠淤堵。'))
    const after = draftTimes(viewOf(draft, { settings }), settings, clock('2026-04-28T10:00')).all
    assert.deepEqual([before[0]!.block, after[0]!.block], [1, 2])
  })
})

describe('a promise without a day', () => {
  const reply = (sentence: string) =>
    `---\n标题: 关于柳河小区漏水的回复\n类型: 舆情\n成稿日期: 2026-09-14\n---\n\n9月11日，镇供水站在院内查到漏点3处。${sentence}\n`
  const marked = (sentence: string) => {
    const text = reply(sentence)
    return told('ambiguous-deadline', text, '2026-09-14T17:00').map(({ start, end, severity }) => [
      text.slice(start, end),
      severity,
    ])
  }
  it('is pointed out once a paragraph, as information', () => {
    assert.deepEqual(marked('该管段已列入改造计划，将尽快动工。'), [['尽快', 'information']])
    assert.deepEqual(marked('我站将倒排工期、挂图作战，确保按时保质修完。'), [['倒排工期', 'information']])
  })
  it('is none with a day in the sentence, as a demand, a wish or a thing done', () => {
    for (const sentence of [
      '该管段将尽快动工，10月20日前恢复路面。',
      '会议要求，各村要尽快上报。',
      '居民希望尽快修复。',
      '如仍有渗漏，我站将尽快上门。',
      '我站已尽快修复了漏点。',
    ])
      assert.deepEqual(marked(sentence), [], sentence)
  })
})

describe('a limit that has passed', () => {
  const draft = (sentence: string) =>
    `---\n标题: 青石镇整改情况\n类型: 问题\n成稿日期: 2026-06-12\n---\n\n督导组反馈问题8项。镇里制定方案，明确5月31日前完成八项。${sentence}\n`
  const count = (sentence: string) =>
    told('overdue-commitment', draft(sentence), '2026-06-12T17:00').map(({ what }) => what[0])
  it('is told in whole days beyond a day', () => {
    const [what] = count('目前已完成七项。')
    assert.match(what ?? '', /已过 11 天，/)
  })
  it('is settled by the same count or by all of it, and not by less or by another matter', () => {
    for (const sentence of [
      '截至6月10日，已完成整改八项。',
      '截至6月10日，八项问题均已完成。',
      '截至6月10日，上述问题全部整改到位。',
    ])
      assert.deepEqual(count(sentence), [], sentence)
    for (const sentence of [
      '截至6月10日，已完成整改七项。',
      '截至6月10日，已完成整改十八项。',
      '截至6月10日，春播全部完成。',
    ])
      assert.equal(count(sentence).length, 1, sentence)
  })
})
