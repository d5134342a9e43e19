// Typing, pasting, cutting: whatever was kept of the draft before, the findings are those of a fresh check.

import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createAnalyzer, defaultSettings, editDraft, openDraft, rules } from '../../server/src/core'

const fixtures = path.join(__dirname, '../fixtures')
const folders = ['drafts', 'editor/drafts', 'editor2/drafts', 'others']
const longest = 4000
const edits = 10
/** What people type and paste, and what turns the structure around. */
const pieces = [
  '',
  '',
  '\n',
  '\n\n',
  '、',
  '一、',
  '一是',
  '# ',
  '存在问题',
  '为什么',
  '下一步，由镇应急办牵头，',
  '共12处，其中3处',
  '取得明显成效',
  '4月31日前完成',
  '图1',
  '| 村 | 户 |\n|---|---|\n| 柳河 | 12 |\n',
  '```\n',
  '<!-- ligao-disable -->',
]

/** The same numbers in [0, 1) on every run. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

describe('any sequence of edits', () => {
  const analyze = createAnalyzer(rules)
  const now = Date.parse('2026-04-28T10:00:00+08:00')
  const request = { settings: defaultSettings, now, path: '稿件.md', kind: 'overview' as const }

  for (const folder of folders) {
    const whole = path.join(fixtures, folder)
    if (!existsSync(whole)) continue
    it(`of ${folder} gives what a fresh check gives`, function () {
      this.timeout(60_000)
      const next = random(20261123)
      const pick = (below: number) => Math.floor(next() * below)
      for (const name of readdirSync(whole).filter(each => each.endsWith('.md'))) {
        let text = readFileSync(path.join(whole, name), 'utf8').slice(0, longest)
        let draft = openDraft(text)
        for (let i = 0; i < edits; i++) {
          const start = pick(text.length + 1)
          const end = Math.min(text.length, start + (next() < 0.5 ? 0 : pick(120)))
          const piece = pieces[pick(pieces.length)]!
          text = text.slice(0, start) + piece + text.slice(end)
          draft = editDraft(draft, { start, end, text: piece }, text)
          // Not after every edit: several may come before anybody looks.
          if (next() < 0.4) continue
          const kept = analyze(draft, request)
          const fresh = analyze(openDraft(text), request)
          assert.deepEqual(kept.findings, fresh.findings, `${name}, edit ${i}`)
          assert.deepEqual(kept.score, fresh.score, `${name}, edit ${i}`)
        }
      }
    })
  }
})
