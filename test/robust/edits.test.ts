// Typing, pasting, cutting: whatever was kept of the draft before, the findings are those of a fresh check.

import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import {
  createAnalyzer,
  defaultSettings,
  editDraft,
  type KindId,
  openDraft,
  rules,
} from '../../server/src/core'

const fixtures = path.join(__dirname, '../fixtures')
const folders = ['drafts', 'editor/drafts', 'editor2/drafts', 'others']
const longest = 4000
const edits = 16
const kinds: readonly (KindId | undefined)[] = [
  undefined,
  'overview',
  'emergency',
  'problem',
  'summary',
  'brief',
]
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
  '尽快',
  '绝密',
  '类型: 初报\n',
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
  for (const folder of folders) {
    const whole = path.join(fixtures, folder)
    if (!existsSync(whole)) continue
    it(`of ${folder} gives what a fresh check gives`, function () {
      this.timeout(60_000)
      const next = random(20261123)
      const pick = (below: number) => Math.floor(next() * below)
      for (const name of readdirSync(whole).filter(each => each.endsWith('.md'))) {
        let text = readFileSync(path.join(whole, name), 'utf8').slice(0, longest)
        // Without a head, and without a line end behind the last words, as one finds them too.
        if (next() < 0.3) text = text.replace(/^---[\s\S]*?\n---\n/, '')
        if (next() < 0.3) text = text.trimEnd()
        const kind = kinds[pick(kinds.length)]
        let now = Date.parse('2026-04-28T10:00:00+08:00')
        let draft = openDraft(text)
        for (let i = 0; i < edits; i++) {
          const start = next() < 0.1 ? text.length : pick(text.length + 1)
          const end = Math.min(text.length, start + (next() < 0.5 ? 0 : pick(120)))
          const piece = pieces[pick(pieces.length)]!
          text = text.slice(0, start) + piece + text.slice(end)
          draft = editDraft(draft, { start, end, text: piece }, text)
          now += next() < 0.8 ? 2000 : 5 * 3_600_000
          // Not after every edit: several may come before anybody looks.
          if (next() < 0.4) continue
          const request = { settings: defaultSettings, now, path: '稿件.md', ...(kind && { kind }) }
          assert.deepEqual(analyze(draft, request), analyze(openDraft(text), request), `${name}, edit ${i}`)
        }
      }
    })
  }
})
