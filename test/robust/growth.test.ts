// No time of ours grows faster than the text: each hostile shape is read by the public face at two sizes (support/growth.ts).

import assert from 'node:assert/strict'
import {
  createAnalyzer,
  defaultSettings,
  joinLexicons,
  openDraft,
  readLexiconFile,
  rules,
  withLexicon,
} from '../../server/src/core'
import { commitmentsOf } from '../../server/src/core/report/commitments'
import { dueEntries } from '../../server/src/core/report/dueEntries'
import { createMadeOf } from '../../server/src/core/text/madeOf'
import { growsWithTheText } from '../support/growth'

const analyze = createAnalyzer(rules)
const now = Date.parse('2026-04-28T10:00:00+08:00')
const head = (kind: string) => `---\n标题: 青石镇情况\n类型: ${kind}\n---\n\n`
const check = (text: string) =>
  analyze(openDraft(text), { settings: defaultSettings, now, path: '青石镇/稿.md' })
const due = (text: string) => {
  const draft = openDraft(text)
  commitmentsOf(draft, defaultSettings, now)
  dueEntries(draft, { settings: defaultSettings, now, path: '青石镇/稿.md' })
}

/** `make(n)`: a text whose length grows with n. */
const shapes: readonly (readonly [string, (n: number) => string, (text: string) => unknown])[] = [
  [
    'comments that are not closed',
    n => `${head('总结')}<!-- ligao-disable\n${'<!--\n'.repeat(n / 5)}`,
    check,
  ],
  [
    'blanks in a comment',
    n => `${head('总结')}<!-- ligao-disable generic-phrase 因${' '.repeat(n)}由 -->\n\n内容。\n`,
    check,
  ],
  [
    'comments before blank lines',
    n =>
      `${head('总结')}${'<!-- ligao-disable-next-line -->'.repeat(n / 64)}${'\n'.repeat(n / 2)}乙村高度重视。`,
    check,
  ],
  [
    'one comment with many rules over many findings',
    n =>
      `${head('总结')}<!-- ligao-disable ${Array.from({ length: n / 12 }, (_, i) => `r${i}`).join(',')} -->\n\n${'大批群众取得明显成效。\n\n'.repeat(n / 26)}`,
    check,
  ],
  ['a run of digits', n => `${head('突发初报')}${'1'.repeat(n)}\n\n共排查隐患132处。\n`, check],
  ['a run of Chinese numerals', n => `${head('动态')}${'一'.repeat(n)}\n`, check],
  ['many times in one paragraph', n => `${head('总结')}${'每周一、'.repeat(n / 4)}\n`, due],
  [
    'a table of many limits',
    n =>
      `${head('总结')}|村|户|整改期限|责任单位|\n|---|---|---|---|\n${'|柳河|12|5月31日前|水利站|\n'.repeat(n / 17)}`,
    due,
  ],
]

describe('time grows with the text and no faster', () => {
  before(
    () => void check(`${head('总结')}${'今年以来，我镇部分企业存在问题，群众满意度明显提升。'.repeat(200)}`),
  )

  for (const [name, make, run] of shapes)
    it(name, async function () {
      this.timeout(120_000)
      await growsWithTheText(make, run)
    })

  it('words that overlap are cut in one pass', () => {
    const opens = createMadeOf(['但', '但是', '是', '而', '而且', '且'])
    assert.ok(opens('但是'.repeat(50_000)))
    assert.ok(!opens(`${'但是而且'.repeat(50_000)}甲`))
    assert.ok(opens(''))
    for (const word of ['但是', '而且'])
      check(`${head('总结')}目前${word.repeat(400)}甲部分企业明显提升，共排查12处。\n`)
  })

  it('a pattern of an own lexicon whose options overlap is refused with its reason', () => {
    const { problems } = readLexiconFile(`phrases:\n  - pattern: "${'(?:甲|甲)'.repeat(24)}丙"\n`)
    assert.equal(problems.length, 1)
    const lexicon = joinLexicons([
      readLexiconFile('phrases:\n  - pattern: "(?:推动|推进|狠抓)[一-龥]{0,4}落实"\n'),
    ])
    const { findings } = analyze(openDraft(`${head('总结')}青石镇推进河长落实，狠抓制度落实。\n`), {
      settings: withLexicon(defaultSettings, lexicon),
      now,
      path: '青石镇/稿.md',
    })
    assert.ok(findings.some(({ rule }) => rule === 'generic-phrase'))
  })
})
