// Rules that need words get them once a pause has come, without an edit.

import assert from 'node:assert/strict'
import type { Segmenter } from '../../server/src/core'
import type { Runtime } from '../../server/src/lsp/runtime'
import { createWords } from '../../server/src/lsp/segmentation'

describe('words', () => {
  it('are loaded when asked for, in a pause, once', async () => {
    const timers: (() => void)[] = []
    const segmenter: Segmenter = { cut: text => [{ text, start: 0, end: text.length, tag: 'n' }] }
    let loads = 0
    let current: Segmenter | undefined
    const runtime = {
      clock: { now: () => 0, setTimer: (run: () => void) => ({ cancel() {}, index: timers.push(run) }) },
      segmenter: {
        load: async () => {
          loads++
          current = segmenter
          return segmenter
        },
        current: () => current,
      },
    } as unknown as Runtime
    let refreshed = 0
    const words = createWords(
      runtime,
      () => refreshed++,
      () => {},
    )
    assert.deepEqual(words.current().cut('甲'), [])
    words.current().cut('乙')
    assert.equal(timers.length, 1)
    timers[0]!()
    await Promise.resolve()
    await Promise.resolve()
    assert.deepEqual([loads, refreshed], [1, 1])
    assert.equal(words.current(), segmenter)
  })
})
