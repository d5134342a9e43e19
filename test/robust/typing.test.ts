// A key at a time, with whatever means something to Markdown: the blocks are those of a fresh reading, and so is the outline.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Draft, editDraft, openDraft } from '../../server/src/core'
import { readLineEdit } from '../../server/src/core/document/lineEdit'

const fixtures = path.join(__dirname, '../fixtures')
const folders = ['drafts', 'others']
const longest = 4000
const keys = 80
const marks = [
  ...'-#|>`*<+=_:1.）)(、一。 　\n~\\!x',
  '',
  '',
  '**',
  '1. ',
  '- ',
  '---',
  '<!--',
  '-->',
  '\r\n',
]
const words = [...'县镇村增加了问题', '工作', '2026年', '：', '；']

/** The same numbers in [0, 1) on every run. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const shapeOf = ({ blocks, sections }: Draft) => [
  blocks.map(({ block, start, end }) => [start, end, block.context, block.source, block.text, block.heading]),
  sections.map(({ title, from, to, depth, rank }) => [title, from, to, depth, rank]),
]

const table =
  '---\n类型: 总结\n---\n\n各村进度如下：\n\n| 村名 | 户数 | 备注 |\n|---|---:|---|\n| 柳河村 | 12 | 含土坯房 |\n| 上坪村 | 7 |  |\n\n表后一段。\n\n1. 第一项\n\n   | 甲 | 乙 |\n   |---|---|\n   | 1 | 2 |\n'

describe('typing', () => {
  it('in a table reads what a fresh reading reads', () => {
    const next = random(7)
    const pick = (below: number) => Math.floor(next() * below)
    let lines = 0
    for (let i = 0; i < 3000; i++) {
      const text = i % 3 ? table : table.replaceAll('\n', '\r\n')
      const start = pick(text.length + 1)
      const end = Math.min(text.length, start + (next() < 0.6 ? 0 : pick(4)))
      const key = next() < 0.5 ? words[pick(words.length)]! : marks[pick(marks.length)]!
      const draft = openDraft(text)
      const change = { start, end, text: key }
      if (readLineEdit(draft.text, draft.bodyStart, draft.blocks, change)) lines++
      const typed = text.slice(0, start) + key + text.slice(end)
      assert.deepEqual(
        shapeOf(editDraft(draft, change, typed)),
        shapeOf(openDraft(typed)),
        `at ${start}..${end}: ${key}`,
      )
    }
    assert.ok(lines > 300, `${lines} edits inside lines`)
  })

  for (const folder of folders)
    it(`in ${folder} reads what a fresh reading reads`, function () {
      this.timeout(120_000)
      const next = random(20261123)
      const pick = (below: number) => Math.floor(next() * below)
      let lines = 0
      for (const name of readdirSync(path.join(fixtures, folder)).filter(each => each.endsWith('.md'))) {
        let text = readFileSync(path.join(fixtures, folder, name), 'utf8').slice(0, longest)
        if (next() < 0.2) text = text.replace(/\r?\n/g, '\r\n')
        let draft = openDraft(text)
        let cursor = 0
        for (let i = 0; i < keys; i++) {
          const start = next() < 0.5 ? pick(text.length + 1) : Math.min(text.length, cursor)
          const end = Math.min(text.length, start + (next() < 0.7 ? 0 : pick(4)))
          const key = next() < 0.5 ? words[pick(words.length)]! : marks[pick(marks.length)]!
          const change = { start, end, text: key }
          if (readLineEdit(draft.text, draft.bodyStart, draft.blocks, change)) lines++
          text = text.slice(0, start) + key + text.slice(end)
          cursor = start + key.length
          draft = editDraft(draft, change, text)
          if (next() < 0.3)
            assert.deepEqual(shapeOf(draft), shapeOf(openDraft(text)), `${name}, key ${i}: ${key}`)
        }
      }
      // Otherwise the parser alone was tested.
      assert.ok(lines > 100, `${lines} edits inside lines`)
    })
})
