// The clause model is loaded behind the first answer, and what is open is judged again when it is there.

import assert from 'node:assert/strict'
import type { ClauseModel } from '../../server/src/core'
import type { Runtime } from '../../server/src/lsp/runtime'
import { createClauses } from '../../server/src/lsp/segmentation'

const model: ClauseModel = { judge: () => undefined }

function runtimeWith(load: () => Promise<ClauseModel | undefined>) {
  const timers: (() => void)[] = []
  let current: ClauseModel | undefined
  const runtime = {
    clock: { now: () => 0, setTimer: (run: () => void) => ({ cancel() {}, index: timers.push(run) }) },
    clauses: {
      load: async () => {
        current = await load()
        return current
      },
      current: () => current,
    },
  } as unknown as Runtime
  return { runtime, timers }
}

const settled = () => new Promise(resolve => setImmediate(resolve))

describe('the clause model', () => {
  it('is loaded when a rule asks, in a pause, once', async () => {
    const { runtime, timers } = runtimeWith(async () => model)
    let refreshed = 0
    const clauses = createClauses(
      runtime,
      () => refreshed++,
      () => {},
    )
    const waiting = clauses.current()
    assert.equal(timers.length, 0)
    waiting.judge('甲')
    waiting.judge('乙')
    assert.equal(timers.length, 1)
    timers[0]!()
    await settled()
    assert.equal(refreshed, 1)
    assert.equal(clauses.current(), model)
  })

  it('that cannot be loaded changes nothing', async () => {
    const { runtime, timers } = runtimeWith(async () => undefined)
    let refreshed = 0
    const clauses = createClauses(
      runtime,
      () => refreshed++,
      () => {},
    )
    const waiting = clauses.current()
    waiting.judge('甲')
    timers[0]!()
    await settled()
    assert.equal(refreshed, 0)
    assert.equal(clauses.current(), waiting)
  })
})
