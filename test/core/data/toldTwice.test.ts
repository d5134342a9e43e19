// An indicator or a list that a draft tells twice. The drafts lie beside this file.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { createAnalyzer, defaultSettings, openDraft, rules } from '../../../server/src/core'

interface Kind {
  readonly id: string
  readonly title: string
  readonly right: readonly string[]
  readonly wrong: readonly string[]
}

const kinds = parse(readFileSync(path.join(__dirname, 'told-twice.yaml'), 'utf8')) as readonly Kind[]
const analyze = createAnalyzer(rules)
const only = new Set(['figure-mismatch'])

/** The words that are blamed. */
function blamed(body: string): string[] {
  const text = `---\n类型: 动态\n---\n\n${body.replace(/¶/g, '\n\n')}\n`
  const report = analyze(openDraft(text), {
    settings: defaultSettings,
    now: Date.UTC(2026, 3, 28, 2),
    path: 'draft.md',
    only,
  })
  return report.findings.map(({ start, end }) => text.slice(start, end))
}

describe('told twice in a draft', () => {
  for (const { id, title, right, wrong } of kinds) {
    it(`${id}: ${title}`, () => {
      assert.ok(right.length >= 10 && wrong.length >= 10, id)
      for (const body of right) assert.deepEqual(blamed(body), [], body)
      for (const body of wrong) {
        const marked = /⟦(.*?)⟧/.exec(body)![1]!
        assert.deepEqual(blamed(body.replace(/[⟦⟧]/g, '')), [marked], body)
      }
    })
  }
})
