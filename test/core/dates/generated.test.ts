// Forms of a time word that can be counted out: every week word with every weekday, every festival, every hour of an evening.
// What is expected is worked out from the civil calendar here, by other means than the reader's.

import assert from 'node:assert/strict'
import { createCalendar, findTimeExpressions } from '../../../server/src/core/text/dates'

const calendar = createCalendar()
const zone = 'Asia/Shanghai'
const at = (iso: string) => Date.parse(`${iso}+08:00`)

/** The one obligation of a sentence, as the text that was read and its instant. */
function owed(text: string, base: string): { text: string; due: string | undefined }[] {
  return findTimeExpressions(text, { base: at(base), zone, calendar })
    .filter(time => time.nature === 'obligation')
    .map(({ text: read, due }) => ({
      text: read,
      due: due === null ? undefined : new Date(due + 8 * 3_600_000).toISOString().slice(0, 19),
    }))
}

/** A day as people count: so many days after a Monday. */
const dayAfter = (monday: string, days: number) =>
  new Date(Date.parse(`${monday}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

describe('week words', () => {
  const monday = '2026-11-16'
  const leads: readonly (readonly [string, number])[] = [
    ['本', 0],
    ['这', 0],
    ['这个', 0],
    ['下', 1],
    ['下个', 1],
    ['下一', 1],
    ['下一个', 1],
    ['下下', 2],
    ['下下个', 2],
  ]
  const weekdays = '一二三四五六日'
  for (const [lead, weeks] of leads)
    for (const unit of ['周', '星期', '礼拜'])
      for (const again of ['', '周', '星期']) {
        const words = [...weekdays].map(day => `${lead}${unit}${again}${day}前`)
        it(`${words[0]} … ${words[6]}`, () => {
          for (const [i, word] of words.entries())
            assert.deepEqual(owed(`要求各村${word}报送台账。`, `${monday}T07:00:00`), [
              { text: word, due: `${dayAfter(monday, weeks * 7 + i)}T23:59:59` },
            ])
        })
      }

  it('次周一 is the Monday of the week to come', () =>
    assert.deepEqual(owed('要求各村次周一前报送台账。', '2026-11-16T09:00:00'), [
      { text: '次周一前', due: '2026-11-23T23:59:59' },
    ]))

  it('what follows in the sentence runs on from there', () =>
    assert.deepEqual(
      owed('要求各村下周三前完成摸底，周五前公示。', '2026-11-16T09:00:00').map(({ due }) => due),
      ['2026-11-25T23:59:59', '2026-11-27T23:59:59'],
    ))
})

describe('festivals and solar terms', () => {
  // Days from the calendars that are printed for 2027 (Purple Mountain Observatory).
  const days2027: Readonly<Record<string, string>> = {
    腊八节: '01-15',
    小年: '01-30',
    除夕: '02-05',
    春节: '02-06',
    元宵节: '02-20',
    清明节: '04-05',
    三月三: '04-09',
    端午节: '06-09',
    七夕节: '08-08',
    中元节: '08-16',
    中秋节: '09-15',
    重阳节: '10-08',
    教师节: '09-10',
    '“五一”': '05-01',
    '“八一”': '08-01',
    母亲节: '05-09',
    父亲节: '06-20',
    全国助残日: '05-16',
    国家宪法日: '12-04',
    立春: '02-04',
    谷雨: '04-20',
    芒种: '06-06',
    处暑: '08-23',
    秋分: '09-23',
    立冬: '11-07',
    大雪节气: '12-07',
    冬至: '12-22',
  }
  for (const [name, day] of Object.entries(days2027))
    for (const suffix of ['前', '之前'])
      it(`${name}${suffix} ends the day before ${day}`, () =>
        assert.deepEqual(owed(`要求各村${name}${suffix}报送台账。`, '2027-01-02T09:00:00'), [
          { text: `${name}${suffix}`, due: `${dayAfter(`2027-${day}`, -1)}T23:59:59` },
        ]))

  for (const [word, due] of [
    ['腊月底前', '2027-02-05'],
    ['农历六月底前', '2027-08-01'],
    ['阴历六月底前', '2027-08-01'],
    ['农历八月十五前', '2027-09-15'],
    ['冬月底前', '2027-01-07'],
  ] as const)
    it(`${word} is a lunar month to its end`, () =>
      assert.deepEqual(owed(`要求各村${word}报送台账。`, '2026-11-16T09:00:00'), [
        { text: word, due: `${due}T23:59:59` },
      ]))

  for (const word of [
    '古尔邦节前',
    '泼水节前',
    '那达慕节前',
    '农历闰六月底前',
    '闰六月前',
    '大雪前',
    '半年前',
    '学年前',
  ])
    it(`${word} is not read by half`, () =>
      assert.deepEqual(owed(`要求各村${word}报送台账。`, '2026-11-16T09:00:00'), []))
})

describe('hours of the evening', () => {
  const base = '2026-11-16T09:00:00'
  const numerals = '零一二三四五六七八九十'
  const hour = (n: number) => (n > 10 ? `十${numerals[n - 10]}` : numerals[n]!)
  for (const [word, day] of [
    ['今晚', '2026-11-16'],
    ['明晚', '2026-11-17'],
    ['今天晚上', '2026-11-16'],
    ['11月20日晚', '2026-11-20'],
    ['11月20日晚上', '2026-11-20'],
  ] as const)
    it(`${word} runs from 5 in the afternoon over midnight`, () => {
      for (let said = 0; said <= 12; said++)
        for (const written of [String(said), hour(said)]) {
          const hours = said === 12 || said < 5 ? (said % 12) + 24 : said + 12
          const due = new Date(Date.parse(`${day}T00:00:00Z`) + hours * 3_600_000).toISOString().slice(0, 19)
          assert.deepEqual(owed(`要求各村${word}${written}点前报送台账。`, base), [
            { text: `${word}${written}点前`, due },
          ])
        }
    })

  it('noon is twelve, and 中午前 before it', () =>
    assert.deepEqual(
      owed('要求各村11月20日中午12点前报送，11月21日中午前反馈。', base).map(({ due }) => due),
      ['2026-11-20T12:00:00', '2026-11-21T12:00:00'],
    ))
})

describe('dates typed in a hurry', () => {
  for (const [word, due] of [
    ['11月25前', '2026-11-25'],
    ['11月25之前', '2026-11-25'],
    ['2026年11月25前', '2026-11-25'],
    ['2026年、11月25日前', '2026-11-25'],
    ['11月、25日前', '2026-11-25'],
    ['11月.25日前', '2026-11-25'],
    ['11月 25 日前', '2026-11-25'],
    ['11.25前', '2026-11-25'],
    ['2026.11.25前', '2026-11-25'],
    ['１１月２５前', '2026-11-25'],
  ] as const)
    it(`${word} is one date`, () =>
      assert.deepEqual(owed(`要求各村${word}报送台账。`, '2026-11-16T09:00:00'), [
        { text: word, due: `${due}T23:59:59` },
      ]))

  for (const text of [
    '11月25人返乡。',
    '1月12.5万元。',
    '年满60周岁老人36人。',
    '全程12.5公里。',
    '3周岁以下儿童12人。',
  ])
    it(`no day in: ${text}`, () =>
      assert.deepEqual(
        findTimeExpressions(text, { base: at('2026-11-16T09:00:00'), zone, calendar }).filter(
          time => time.precision === 'day' || time.nature === 'condition',
        ),
        [],
      ))
})

describe('what has been is no plan', () => {
  for (const text of [
    '昨日（17日）上午，县水利局检查闸门。',
    '会上，各组汇报了26日工作情况。',
    '县信访局年终工作总结。',
    '11月启动的管网改造完成沟槽开挖。',
  ])
    it(text, () =>
      assert.deepEqual(
        findTimeExpressions(text, { base: at('2026-11-16T09:00:00'), zone, calendar })
          .filter(time => time.nature === 'plan' || time.nature === 'obligation')
          .map(time => time.text),
        [],
      ),
    )
})

describe('working days of a year without a notice', () => {
  for (const [text, base, due] of [
    ['要求各村3个工作日内报送台账。', '2027-09-28T09:00:00', '2027-10-04'],
    ['要求各村5个工作日内报送台账。', '2027-09-28T09:00:00', '2027-10-06'],
    ['要求各村2个工作日内报送台账。', '2028-04-28T09:00:00', '2028-05-04'],
  ] as const)
    it(`${text} on ${base.slice(0, 10)} skips the days that are free by law`, () => {
      const [time] = findTimeExpressions(text, { base: at(base), zone, calendar })
      assert.equal(time!.due, at(`${due}T23:59:59.999`))
      assert.ok(time!.ambiguities.some(({ code }) => code === 'no-holiday-data'))
    })
})
