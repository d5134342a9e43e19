// What an expression leaves open or gets wrong: ambiguities, other readings, dates that do not exist.

import assert from 'node:assert/strict'
import {
  type AmbiguityCode,
  ambiguity,
  ambiguityCodes,
  createCalendar,
  findTimeExpressions,
  formatIso,
  parseInstant,
  type TimeOptions,
} from '../../../server/src/core/text/dates'

const zone = 'Asia/Shanghai'
const calendar = createCalendar()

function find(text: string, at = '2026-04-28 10:00', rest: Partial<TimeOptions> = {}) {
  const base = parseInstant(at, zone)
  assert.ok(base.ok)
  return findTimeExpressions(text, { base: base.instant, zone, calendar, ...rest })
}

describe('ambiguities', () => {
  const cases: readonly (readonly [string, AmbiguityCode, string?])[] = [
    ['须于4月30日前完成', 'before-inclusive'],
    ['须于5月中旬前完成', 'before-period'],
    ['须于2026年6月前完成', 'before-period'],
    ['请于15日内反馈', 'natural-days'],
    ['须在2小时内报告', 'clock-start'],
    ['请于收到本通知后5个工作日内反馈', 'clock-start'],
    ['验收合格后30日内支付工程款', 'start-undated'],
    ['须于1月15日前完成', 'year-missing'],
    ['须于20日前完成', 'month-missing'],
    ['须于5月底前完成', 'month-end-workday'],
    ['须于本周五前完成', 'due-on-holiday'],
    ['请于每月5日前报送', 'due-on-holiday'],
    ['请于7日内反馈', 'rolled-by-law'],
    ['请于下周三前反馈', 'week-on-weekend', '2026-11-22 10:00'],
    ['须于4月30日24时前报送', 'midnight'],
    ['须于年内完成', 'within-year'],
    ['请于半年内完成', 'half-year'],
    ['须于7月1日左右完成', 'about'],
    ['须在3日后反馈', 'after-not-within'],
    ['请于5—7日内反馈', 'upper-bound'],
    ['截至5月20日，完成36户', 'cut-off-later'],
    ['截止4月20日，完成36户', 'cut-off-word'],
    ['须于中秋节前完成', 'lunar'],
    ['须于汛期前完成', 'local-season'],
    ['须尽快完成', 'no-date'],
    ['请于5个工作日内反馈', 'no-holiday-data', '2026-12-30 10:00'],
    ['须于今日下午15时前报送', 'twelve-hour'],
    ['将于4.28-30举办培训', 'dotted-date'],
    ['须于明年3月底前完成', 'relative-year'],
    ['须于4月30日下班前报送', 'office-hours'],
    ['即日起施行', 'today-from-date'],
    ['当日须报送初报', 'same-day-late'],
    ['各村每月报送进展', 'no-day-in-cycle'],
    ['须于年前发放到位', 'before-new-year'],
  ]
  for (const [text, code, at] of cases)
    it(`${text} → ${code}`, () => {
      const codes = find(text, at).flatMap(found => found.ambiguities.map(each => each.code))
      assert.ok(codes.includes(code), codes.join(' '))
    })

  it('a start that is only a day is counted from its end, and asked about', () => {
    const [found] = find('须在2小时内报告', '2026-04-28', { basePrecision: 'day' })
    assert.equal(formatIso(found!.due!, zone), '2026-04-29T02:00:00+08:00')
    assert.ok(found!.ambiguities.some(each => each.code === 'clock-day-only'))
  })

  it('every one of them is tried here and speaks both languages', () => {
    const tried = new Set<string>([...cases.map(each => each[1]), 'clock-day-only'])
    assert.deepEqual(
      ambiguityCodes.filter(code => !tried.has(code)),
      [],
    )
    for (const code of ambiguityCodes) {
      const [zh, en] = ambiguity(code).text
      assert.match(zh, /[一-龥]/)
      assert.match(en, /[a-z]/i)
    }
  })

  it('a plain date asks nothing, whatever day of the week or year it is', () => {
    for (const text of [
      '须于5月5日前完成',
      '须于6月20日前完成',
      '须于今年12月底前完成',
      '年底前完成',
      '须于1月15日前完成',
    ])
      assert.deepEqual(
        find(text).flatMap(found => found.ambiguities.filter(each => each.weight === 'ask')),
        [],
        text,
      )
  })

  it('a clear date leaves nothing open', () => {
    for (const text of ['须于2026年4月30日17时前报送', '3月15日，我镇召开推进会', '已于4月20日前完成'])
      assert.deepEqual(
        find(text).flatMap(found => found.ambiguities),
        [],
        text,
      )
  })
})

describe('other readings', () => {
  const days = (text: string, at?: string) => {
    const found = find(text, at).find(each => each.nature === 'obligation')
    assert.ok(found)
    return found.alternatives.map(each => formatIso(each.due, zone).slice(0, 10))
  }
  it('before a day: with it or without it', () => assert.deepEqual(days('须于5月8日前完成'), ['2026-05-07']))
  it('a month end on a Sunday: the last working day', () =>
    assert.deepEqual(days('须于5月底前完成'), ['2026-05-29']))
  it('a holiday: the working days before and after', () =>
    assert.deepEqual(days('请于下周一上报'), ['2026-04-30', '2026-05-06']))
  it('days that may be working days', () => assert.deepEqual(days('请于15日内反馈'), ['2026-05-21']))
  it('a year that is not written', () => assert.ok(days('须于1月15日前完成').includes('2026-01-15')))
  it('none is given twice', () => {
    const all = days('须于本周五前完成')
    assert.equal(new Set(all).size, all.length)
  })
})

describe('dates that cannot be', () => {
  const faults = (text: string) => find(text).flatMap(found => found.faults.map(fault => fault.text[0]))
  const cases: readonly (readonly [string, RegExp])[] = [
    ['2月30日，镇里召开会议', /2月没有30日，最后一天是28日/],
    ['须于4月31日前完成', /4月没有31日，最后一天是30日/],
    ['2026年2月29日，镇里召开会议', /2026年不是闰年，2026年2月没有29日/],
    ['二〇二六年二月三十日', /2月没有30日/],
    ['2026-06-31前报送', /6月没有31日/],
    ['2026年13月5日', /没有13月/],
    ['4月28日25时10分接报', /没有25时10分/],
    ['4月28日8时61分接报', /没有8时61分/],
    ['4月18日（星期五），县局召开调度会', /2026年4月18日是星期六，不是星期五/],
    ['定于5月6日(周二)召开', /2026年5月6日是星期三，不是星期二/],
    ['4月30日至4月28日开展检查', /结束时间早于开始时间/],
    ['自2026年5月1日至2025年6月1日', /结束时间早于开始时间/],
  ]
  for (const [text, expected] of cases)
    it(text, () => {
      const said = faults(text)
      assert.equal(said.length, 1, said.join(' '))
      assert.match(said[0]!, expected)
    })

  const fine = [
    '2028年2月29日前完成',
    '4月18日（星期六），县局召开调度会',
    '12月25日至1月5日开展检查',
    '4月28日至30日举办培训',
    '27日晚至28日凌晨普降暴雨',
    '4月28日22时至次日6时封闭施工',
    '13月龄肉牛出栏',
    '4月30日24时前',
    '生产用房3.13亩、4.28万元、2.30公里',
  ]
  for (const text of fine) it(`${text}: nothing wrong`, () => assert.deepEqual(faults(text), []))

  it('an impossible limit has no due date', () => {
    const [found] = find('须于2月30日前完成')
    assert.deepEqual([found!.nature, found!.due], ['obligation', null])
  })
})

describe('what is no time at all', () => {
  const texts = [
    '十分重视，一时难以解决，提出三点要求',
    '第3次会议，3号楼，5号地块，〔2026〕3号，第15条',
    '比例1:50，比分21:15，编号2026-04-0312，合同号20260430',
    '占地12.5亩，每亩4.28万元，IP为192.168.1.10',
    '身份证号110101199003071234，手机13812345678，邮编430000',
    '百日攻坚、三年行动、7×24小时值班、15分钟便民圈、24小时值班电话',
    '环节前移，年内部审计，月内部通报，日内瓦会议',
    '会议室内，境内外，省内外，区内企业',
    '一周一次，三天两头，一年四季，五年规划',
    '同比增长12.4%，惠及7个村1560户，人均8个平方米',
    '时间节点、时代要求、十五时期、这一时期',
  ]
  for (const text of texts)
    it(text, () =>
      assert.deepEqual(
        find(text).map(found => found.text),
        [],
      ),
    )
})
