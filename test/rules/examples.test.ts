// Every rule's examples are executed: a bad one gives exactly the marked findings, a good one gives none of this rule and
// none of any rule that looks at single sentences or paragraphs. They also stand in hovers and documentation.

import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  createAnalyzer,
  defaultSettings,
  type Example,
  type Finding,
  openDraft,
  type Rule,
  rules,
  severities,
} from '../../server/src/core'
import { classify } from '../../server/src/core/report/classify'

const check = createAnalyzer(rules)
const usualNow = '2026-04-28T10:00:00+08:00'
const rulesFolder = join(__dirname, '../../server/src/core/rules')

interface Unmarked {
  readonly text: string
  readonly marks: readonly string[]
}

/** Takes the ⟦⟧ out and says where they stood, as `start-end` in the clean text. */
function unmark(marked: string): Unmarked {
  const marks: string[] = []
  const starts: number[] = []
  let text = ''
  for (const char of marked.split('')) {
    if (char === '⟦') starts.push(text.length)
    else if (char === '⟧') marks.push(`${starts.pop()}-${text.length}`)
    else text += char
  }
  assert.equal(starts.length, 0, 'every ⟦ has its ⟧')
  return { text, marks: marks.sort() }
}

/** An example is read as a report even where it is too short to be recognised as one. */
function findingsOf(text: string, example: Example): readonly Finding[] {
  const draft = openDraft(text)
  const guess = classify(draft, {})
  const report = check(draft, {
    settings: defaultSettings,
    now: Date.parse(example.now ?? usualNow),
    ...(draft.frontMatter?.entries.has('类型') && !example.kind
      ? {}
      : { kind: example.kind ?? guess.kind, stage: example.stage ?? guess.stage }),
  })
  assert.deepEqual(report.failures, [])
  return report.findings
}

const show = (text: string, { start, end }: Finding) => `${start}-${end} “${text.slice(start, end)}”`

describe('the examples of every rule', () => {
  for (const rule of rules)
    describe(rule.id, () => {
      rule.examples.bad.forEach((example, i) => {
        it(`bad ${i + 1}: exactly what is marked`, () => {
          const { text, marks } = unmark(example.text)
          assert.ok(marks.length > 0, 'a bad example marks something')
          const own = findingsOf(text, example).filter(finding => finding.rule === rule.id)
          assert.deepEqual(
            own.map(({ start, end }) => `${start}-${end}`).sort(),
            marks,
            `reported: ${own.map(finding => show(text, finding)).join(' | ')}`,
          )
        })
      })
      rule.examples.good.forEach((example, i) => {
        it(`good ${i + 1}: nothing of this rule, nothing of any rule on sentences`, () => {
          const { text, marks } = unmark(example.text)
          assert.deepEqual(marks, [])
          const wrong = findingsOf(text, example).filter(
            finding => finding.rule === rule.id || scopeOf(finding.rule) !== 'document',
          )
          assert.deepEqual(
            wrong.map(finding => `${finding.rule} ${show(text, finding)}`),
            [],
          )
        })
      })
    })
})

describe('the metadata of every rule', () => {
  it('ids are unique and every rule has the file that bears its name', () => {
    const ids = rules.map(rule => rule.id)
    assert.deepEqual([...new Set(ids)], ids)
    const files = readdirSync(rulesFolder).filter(file => file.endsWith('.ts') && file !== 'index.ts')
    for (const id of ids) assert.ok(files.includes(`${id}.ts`), `${id}.ts`)
  })

  for (const rule of rules)
    it(`${rule.id} says what, why and what to do, in both languages and shortly`, () => {
      assert.match(rule.id, /^[a-z]+(?:-[a-z]+)*$/)
      assert.ok(severities.includes(rule.severity))
      bilingual(rule.title, 'title')
      assert.ok(Object.keys(rule.messages).length > 0)
      for (const [key, message] of Object.entries(rule.messages))
        for (const part of ['what', 'why', 'doNext'] as const) bilingual(message[part], `${key}.${part}`)
      for (const [name, option] of Object.entries(rule.options ?? {})) bilingual(option.description, name)
      assert.ok(rule.examples.bad.length > 0, 'has a bad example')
      assert.ok(rule.examples.good.length > 0, 'has a good example')
    })

  it('every placeholder of a reported message is filled', () => {
    for (const rule of rules)
      for (const example of rule.examples.bad)
        for (const { what, why, doNext } of findingsOf(unmark(example.text).text, example))
          for (const said of [...what, ...why, ...doNext]) assert.doesNotMatch(said, /\{[a-z]\w*\}/i)
  })
})

function scopeOf(id: string): Rule['scope'] | undefined {
  return rules.find(rule => rule.id === id)?.scope
}

/** Chinese in Chinese, English in English, neither longer than a reader takes in at a glance. */
function bilingual([zh, en]: readonly [string, string], where: string) {
  // A message may be nothing but what it was given, such as the parser's own words.
  if (!/^\{\w+\}$/.test(zh)) assert.match(zh, /[一-龥]/, `${where} in Chinese`)
  assert.ok(zh.length > 1 && zh.length <= 120, `${where}: ${zh.length} characters`)
  assert.ok(en.length > 1 && en.length <= 160, `${where} in English: ${en.length} characters`)
  if (!/^\{\w+\}$/.test(en)) assert.match(en, /[A-Za-z]{2}/, `${where} in English`)
}
