// Any text is read without failing, in time that grows no faster than the text.

import assert from 'node:assert/strict'
import fc from 'fast-check'
import { createCalendar, findTimeExpressions, instantAt } from '../../../server/src/core/text/dates'
import { dayOf } from '../../../server/src/core/text/dates/civil'
import { scanTimes } from '../../../server/src/core/text/dates/scan'

const zone = 'Asia/Shanghai'
const options = { base: instantAt(zone, dayOf(2026, 4, 28), 36_000_000), zone, calendar: createCalendar() }
const pieces = [
  '2026年',
  '4月',
  '30日',
  '前',
  '内',
  '底',
  '上旬',
  '至',
  '—',
  '24时',
  '8:30',
  '每月',
  '每周五',
  '自',
  '起',
  '3个工作日',
  '15',
  '二十',
  '〇',
  '（',
  '）',
  '“',
  '”',
  '《',
  '》',
  '，',
  '。',
  '须于',
  '已',
  '将',
  '原定',
  '推迟至',
  '截至',
  '了',
  '完成',
  '五一',
  '节',
  '农历',
  '正月',
  '.',
  ':',
  '\n',
  ' ',
  '𠮷',
  '\ud800',
  '第',
  '半',
  '个',
  '月',
  '小时',
  '下班',
  '十五五',
  '末',
  '期',
]

describe('time expressions in any text', () => {
  it('lie in the text, in order, without overlap', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), parts => {
        const text = parts.join('')
        let last = 0
        for (const found of findTimeExpressions(text, options)) {
          assert.ok(
            found.start >= last && found.end > found.start && found.end <= text.length,
            JSON.stringify(text),
          )
          assert.equal(found.text, text.slice(found.start, found.end))
          assert.ok(found.due === null || Number.isFinite(found.due))
          assert.ok(
            found.from === null || found.to === null || found.faults.length > 0 || found.from <= found.to,
            JSON.stringify(text),
          )
          last = found.end
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('are found while a sentence is being typed', () => {
    const text =
      '会议要求，4月26日14时20分接报后须在1小时内报告；原定4月20日完工，因雨推迟至5月10日；自2026年5月1日起3个工作日内、每月5日前、“五一”前、“十五五”末完成。'
    for (let end = 0; end <= text.length; end++) findTimeExpressions(text.slice(0, end), options)
    for (let start = 0; start <= text.length; start++) findTimeExpressions(text.slice(start), options)
  })

  it('are the same with full-width figures', () => {
    const half = '须于2026年5月10日17:30前报送，3个工作日内反馈'
    const full = half.replace(/[0-9:]/g, char => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
    const answers = (text: string) =>
      findTimeExpressions(text, options).map(found => [found.start, found.end, found.nature, found.due])
    assert.equal(answers(half).length, 2)
    assert.deepEqual(answers(full), answers(half))
  })

  it('ten megabytes of figures, numerals, quotes or half-written dates are read in one pass', () => {
    const size = 1e7
    const inputs: Record<string, string> = {
      figures: '1'.repeat(size),
      numerals: '一'.repeat(size),
      tens: '十'.repeat(size),
      dots: '1.2'.repeat(size / 3),
      colons: '1:'.repeat(size / 2),
      dashes: '1—'.repeat(size / 2),
      every: '每'.repeat(size),
      quotes: '“'.repeat(size),
      months: '4月'.repeat(size / 2),
    }
    for (const [name, text] of Object.entries(inputs)) {
      const began = performance.now()
      scanTimes(text)
      // Generous for a busy machine; a quadratic pass would take hours.
      assert.ok(performance.now() - began < 60_000, name)
    }
  }).timeout(120_000)

  it('ten times the text takes about ten times as long', () => {
    const line =
      '4月15日，镇党委研究改造项目12个、资金320万元，由镇财政所负责，5月底前拨付到位；3个工作日内报县财政局，25.2%、1560户。\n'
    const time = (text: string) => {
      let best = Number.POSITIVE_INFINITY
      for (let i = 0; i < 5; i++) {
        const began = performance.now()
        findTimeExpressions(text, options)
        best = Math.min(best, performance.now() - began)
      }
      return best
    }
    time(line.repeat(300))
    const small = time(line.repeat(300))
    assert.ok(time(line.repeat(3000)) < small * 25 + 20)
  })
})
