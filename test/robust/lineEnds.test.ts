// What nobody sees must change nothing: the line ends of Windows, blanks behind a line, comments.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAnalyzer, defaultSettings, openDraft, rules } from '../../server/src/core'

const analyze = createAnalyzer(rules)
const now = Date.UTC(2026, 3, 28, 2)
const folder = join(__dirname, '..', 'fixtures', 'drafts')

const invisible: Readonly<Record<string, (text: string) => string>> = {
  'CR LF': text => text.replaceAll('\n', '\r\n'),
  'CR alone': text => text.replaceAll('\n', '\r'),
  'a blank behind each line': text => text.replaceAll('\n', ' \n'),
  'more empty lines': text => text.replaceAll('\n\n', '\n\n\n'),
  'a comment before the first words': text =>
    text.replace(/^(?:---\n[\s\S]*?\n---\n)?/, '$&<!-- 待核 -->\n\n'),
  'no line end at the end': text => text.trimEnd(),
}

function verdict(text: string) {
  const { findings, classification, score } = analyze(openDraft(text), { settings: defaultSettings, now })
  return {
    kind: classification.kind,
    score: score?.total,
    findings: findings.map(({ rule, severity, what }) => `${rule} ${severity} ${what[0]}`).sort(),
  }
}

describe('what nobody sees', () => {
  for (const [name, change] of Object.entries(invisible))
    it(`${name}: the findings are the same`, () => {
      for (const file of readdirSync(folder).filter(each => each.endsWith('.md'))) {
        const text = readFileSync(join(folder, file), 'utf8')
        assert.deepEqual(verdict(change(text)), verdict(text), file)
      }
    })

  it('a finding ends at the last word, not at the line end', () => {
    const text =
      '---\r\n类型: 动态\r\n---\r\n\r\n青石镇高度重视防汛工作\r\n\r\n4月3日，青石镇查堤3.2公里。\r\n'
    for (const { start, end } of analyze(openDraft(text), { settings: defaultSettings, now }).findings)
      assert.equal(text.slice(start, end).trimEnd(), text.slice(start, end))
  })

  it('a table is one with any line end', () => {
    const table = '| 村 | 户 |\n| --- | ---: |\n| 青石村 | 12 |\n'
    for (const change of Object.values(invisible)) {
      const found = openDraft(change(table)).blocks.find(({ block }) => block.context.type === 'table')
      assert.deepEqual(
        found?.block.rows.map(row => row.map(cell => cell.text)),
        [
          ['村', '户'],
          ['青石村', '12'],
        ],
      )
    }
  })
})
