// Whoever cannot build the native segmenter gets the same judgement: what is said of the drafts must not depend on which of
// the two cut the words, nor, beyond a hair, on whether words were cut at all.

import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createAnalyzer, defaultSettings, openDraft, rules } from '../../server/src/core'
import type { Segmenter } from '../../server/src/core/text/segmentation'
import { createSegmenter } from '../../server/src/segmenter'
import { BACKENDS, testAssets, unexpected } from './assets'

const fixtures = path.join(__dirname, '../fixtures')
const folders = ['drafts', 'editor/drafts', 'editor2/drafts', 'others']
const now = Date.parse('2026-04-28T10:00:00+08:00')

function drafts(): { name: string; text: string }[] {
  return folders
    .map(folder => path.join(fixtures, folder))
    .filter(folder => existsSync(folder))
    .flatMap(folder =>
      readdirSync(folder)
        .filter(name => name.endsWith('.md'))
        .map(name => ({ name, text: readFileSync(path.join(folder, name), 'utf8') })),
    )
}

describe('findings whoever cuts the words', () => {
  const analyze = createAnalyzer(rules)
  const found = (segmenter: Segmenter | undefined) =>
    drafts().flatMap(({ name, text }) =>
      analyze(openDraft(text), {
        settings: defaultSettings,
        now,
        path: name,
        ...(segmenter ? { segmenter } : {}),
      }).findings.map(({ rule, start, end }) => `${name} ${rule} ${start}-${end}`),
    )

  it('are within one in a hundred of each other', async () => {
    const [first, ...others] = await Promise.all(
      BACKENDS.map(prefer => createSegmenter({ log: unexpected, assetsDir: testAssets(), prefer }).load()),
    )
    const own = new Set(found(first))
    assert.ok(own.size > 500, 'the drafts give enough findings to compare')
    for (const other of others) {
      const theirs = found(other)
      const apart = theirs.filter(each => !own.has(each)).length + own.size - new Set(theirs).size
      assert.ok(apart <= own.size / 100, `${apart} of ${own.size} findings differ`)
    }
  })
})
