// Nothing that teaches a rule quotes a document of the locked third: else measuring it would measure what was learned.

import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { rules } from '../../server/src/core'
import { isLocked, type LabelledSet } from '../eval/locked'

const root = path.resolve(__dirname, '../..')
/** Characters in a row that nobody writes twice by chance. */
const quoted = 15

const plain = (text: string) => text.replace(/[^\u4e00-\u9fffA-Za-z0-9]/g, '')

/** Every run of so many characters. */
function runsOf(text: string): string[] {
  const letters = plain(text)
  return Array.from({ length: Math.max(0, letters.length - quoted + 1) }, (_, i) =>
    letters.slice(i, i + quoted),
  )
}

const folders: readonly (readonly [LabelledSet, string])[] = [
  ['drafts', 'test/fixtures/drafts'],
  ['editor', 'test/fixtures/editor/drafts'],
  ['editor2', 'test/fixtures/editor2/drafts'],
  ['editor3', 'test/fixtures/editor3/drafts'],
  ['corpus', '../shared/corpus/docs'],
  ['real2', '../shared/corpus/real2/docs'],
]

/** The locked documents that are there; those beside the project may not be. */
function lockedRuns(): Map<string, string> {
  const runs = new Map<string, string>()
  for (const [set, folder] of folders) {
    const full = path.join(root, folder)
    if (!existsSync(full)) continue
    for (const name of readdirSync(full))
      if (name.endsWith('.md') && isLocked(set, name)) {
        const text = readFileSync(path.join(full, name), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '')
        for (const run of runsOf(text)) runs.set(run, `${set}/${name}`)
      }
  }
  return runs
}

/** What teaches: examples of the rules, lines of the lexicons and of all other knowledge. */
function lessons(): { readonly from: string; readonly text: string }[] {
  const found = rules.flatMap(({ id, examples }) =>
    [...examples.bad, ...examples.good].map(({ text, mended }) => ({
      from: `example of ${id}`,
      text: `${text}\n${mended ?? ''}`.replace(/^---\n[\s\S]*?\n---\n/, ''),
    })),
  )
  for (const folder of ['server/lexicons', 'server/knowledge']) {
    const full = path.join(root, folder)
    if (!existsSync(full)) continue
    for (const name of readdirSync(full, { recursive: true, encoding: 'utf8' }))
      if (name.endsWith('.yaml'))
        collect(parse(readFileSync(path.join(full, name), 'utf8')), `${folder}/${name}`)
  }
  return found

  function collect(value: unknown, from: string): void {
    if (typeof value === 'string') found.push({ from, text: value })
    else if (typeof value === 'object' && value !== null)
      for (const each of Object.values(value)) collect(each, from)
  }
}

describe('the locked third', () => {
  it('is quoted by no example and no line of the lexicons', () => {
    const locked = lockedRuns()
    assert.ok(locked.size > 10_000)
    const quotations = lessons().flatMap(({ from, text }) =>
      runsOf(text).flatMap(run => (locked.has(run) ? [`${from} quotes ${locked.get(run)}: ${run}`] : [])),
    )
    assert.deepEqual(quotations, [])
  })

  it('would be noticed if it were', () => {
    assert.deepEqual(
      runsOf('甲乙丙丁戊己庚辛壬癸子丑寅卯辰，巳').map(run => run.length),
      [quoted, quoted],
    )
  })
})
