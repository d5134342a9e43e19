// Input that nobody writes and somebody will feed: answered within two seconds, with what can be said.

import assert from 'node:assert/strict'
import fc from 'fast-check'
import { createAnalyzer, defaultSettings, openDraft, rules } from '../../server/src/core'

const analyze = createAnalyzer(rules)
const head = '---\n类型: 总结\n---\n'
const sentence =
  '今年以来，我镇高度重视信访工作，3月5日前应完成整改，群众满意度明显提升，共排查隐患132处，其中已整改58处，增长12.5%。'

const hostile: Readonly<Record<string, () => string>> = {
  'a line of 10 MB': () => head + sentence.repeat(Math.ceil(10_000_000 / sentence.length)),
  'a line of 10 MB of digits': () => head + '1'.repeat(10_000_000),
  'a line of 10 MB of opening marks': () => head + '（“《'.repeat(3_000_000),
  'a line of 10 MB of brackets': () => head + '['.repeat(10_000_000),
  'a megabyte of stars': () => head + '*甲'.repeat(500_000),
  'quotes nested 10,000 deep': () => `${head}${'>'.repeat(10_000)} 甲`,
  'lists nested 10,000 deep': () => `${head}${'- '.repeat(10_000)}甲`,
  'lists indented ever deeper': () =>
    head + Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i * 2)}- 甲`).join('\n'),
  '10,000 number signs': () => `${head}${'#'.repeat(10_000)}`,
  'lone surrogates': () => `${head}甲\ud83d乙\udc00丙。`.repeat(1000),
  NUL: () => `${head}甲\u0000乙。`.repeat(1000),
  'CR only': () => (head + sentence).replace(/\n/g, '\r').repeat(100),
  CRLF: () => `${head}${sentence}\n\n`.replace(/\n/g, '\r\n').repeat(100),
  'unclosed front matter': () => `---\n类型: 动态\n标题: 甲\n\n${sentence}`,
  'front matter of a megabyte': () => `---\n${'键: 值\n'.repeat(200_000)}---\n${sentence}`,
  'deeply nested YAML': () => `---\n类型: 动态\n甲: ${'['.repeat(20_000)}\n---\n${sentence}`,
  'an unclosed comment': () => `${head}<!-- ${sentence.repeat(1000)}`,
  'an unclosed fence': () => `${head}\`\`\`\n${sentence.repeat(1000)}`,
  'a cell of 300,000 blanks': () => `${head}| 甲 | 乙 |\n|---|---|\n| ${' '.repeat(300_000)} | 乙 |\n`,
  'a heading of 300,000 blanks': () => `${head}# 甲${' '.repeat(300_000)}乙\n`,
  'a measure of 300,000 digits': () => `${head}二、下一步打算\n\n甲${'1'.repeat(300_000)}乙\n`,
  'a measure of 300,000 numerals': () => `${head}二、下一步打算\n\n甲${'半'.repeat(300_000)}乙\n`,
  '50,000 lines': () => head + `${sentence}\n`.repeat(50_000).slice(0, 3_000_000),
  'a table of 20,000 rows': () => `${head}|村|户数|\n|---|---|\n${'|青石|12|\n'.repeat(20_000)}`,
}

describe('hostile input', () => {
  // The first call pays for compilation; what is measured is the tool at work.
  before(() => analyze(openDraft(head + sentence.repeat(200)), { settings: defaultSettings, now: 0 }))

  for (const [name, make] of Object.entries(hostile))
    it(`${name} is answered in two seconds`, () => {
      const text = make()
      const started = performance.now()
      const report = analyze(openDraft(text), { settings: defaultSettings, now: 0 })
      const took = performance.now() - started
      assert.deepEqual(report.failures, [])
      for (const { start, end } of report.findings)
        assert.ok(0 <= start && start <= end && end <= text.length)
      if (text.length > 400_000)
        assert.ok(
          report.notes.some(note => note.code === 'truncated'),
          'says what was left out',
        )
      // Generous on a loaded machine; the bench measures properly.
      assert.ok(took < 10_000, `took ${took.toFixed(0)} ms`)
    })

  it('every prefix of a draft can be checked, as if typed', () => {
    const text = `---\n标题: 青石镇防汛\n类型: 突发初报\n接报时间: 2026-04-26 08:30\n---\n\n# 青石镇防汛\n\n一、情况\n\n${sentence}\n\n| 村 | 户 |\n|---|---|\n| 青石 | **12** |\n\n- 由[镇应急办](a.md)牵头，<!-- 注 -->4月30日前完成；\n`
    for (let i = 0; i <= text.length; i++) {
      const report = analyze(openDraft(text.slice(0, i)), { settings: defaultSettings, now: 0 })
      assert.deepEqual(report.failures, [])
    }
  })

  it('any text can be checked, and every place lies in it', () => {
    const piece = fc.constantFrom(
      ...'甲乙。，、；：“”（）《》一二三（）1234567890.%年月日时分前内#*_`|[]()!<>-\n\r \ud83d'.split(''),
      '高度重视',
      '存在问题',
      '原因',
      '下一步',
      '由镇政府',
      '4月30日前',
      '增长',
      '<!-- ligao-disable x -->',
      '---\n',
      '类型: 总结\n',
      '\ud842\udfb7',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), parts => {
        const text = head + parts.join('')
        const report = analyze(openDraft(text), { settings: defaultSettings, now: Date.UTC(2026, 3, 28) })
        assert.deepEqual(report.failures, [])
        for (const { start, end, fixes } of report.findings) {
          assert.ok(0 <= start && start <= end && end <= text.length)
          for (const edit of fixes.flatMap(fix => fix.edits))
            assert.ok(0 <= edit.start && edit.start <= edit.end && edit.end <= text.length)
        }
      }),
      { numRuns: 500 },
    )
  })
})
