// A hundred reports of 1 MB: progress, cancel, flat memory, and an event loop that is free for the editor.

import assert from 'node:assert/strict'
import * as http from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHistogram, performance } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { accept, cancelEntry, listEntries, startQueue } from '../../../client/src/submission'
import {
  channelOf,
  deliverOptions,
  draft,
  handInOf,
  makeOffice,
  openOfficeSpool,
} from '../../support/submission'

const line = '柳河街道对隐患点逐一复核，明确撤离路线3条、避险地点2处，张贴明白卡418份。'
const body = `\n\n${line.repeat(20)}`.repeat(Math.ceil(1_000_000 / Buffer.byteLength(line.repeat(20))))

describe('submission: a hundred reports of 1 MB', () => {
  it('go out with progress and cancel, in flat memory', async function () {
    this.timeout(240_000)
    const office = makeOffice()
    let received = 0
    // Takes them and keeps nothing, so that what grows is ours.
    const server = http.createServer((request, response) => {
      request.on('data', (chunk: Buffer) => {
        received += chunk.length
      })
      request.on('end', () => {
        response.writeHead(201)
        response.end(JSON.stringify({ receipt: String(request.headers['idempotency-key']) }))
      })
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    try {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
      const channel = channelOf(office, { name: 'intake', type: 'http', url })
      const spool = await openOfficeSpool(office)
      const steps = createHistogram()
      const heap: number[] = []
      const watch = watchLoop(ms => steps.record(Math.max(1, Math.round(ms))))
      const keys: string[] = []
      for (let n = 0; n < 100; n++) {
        const file = office.write(`${n}.md`, draft(`第${n}篇`, body))
        const result = await accept(spool, handInOf(office, file), channel, { trusted: true })
        assert.equal(result.outcome, 'accepted')
        if (result.outcome === 'accepted') keys.push(result.entry.key)
        heap.push(usedHeap())
      }
      const settled: string[] = []
      let lastProgress = 0
      await startQueue(spool, {
        ...deliverOptions([channel], { limits: {} }),
        until: 'settled',
        onEvent: event => {
          if (event.type === 'progress') lastProgress = event.sentBytes / event.totalBytes
          if (event.type !== 'settled') return
          assert.ok(event.entry.state === 'cancelled' || lastProgress === 1)
          settled.push(event.entry.state)
          heap.push(usedHeap())
          // The writer thinks better of the last ten when the first is out.
          if (settled.length === 1) for (const key of keys.slice(90)) void cancelEntry(spool, key)
        },
      }).done
      watch.stop()
      const { entries } = await listEntries(spool)
      const count = (state: string) => entries.filter(entry => entry.state === state).length
      assert.deepEqual([count('delivered'), count('cancelled')], [90, 10])
      assert.ok(received > 90_000_000)
      const growth = (Math.max(...heap.slice(100)) - Math.max(...heap.slice(0, 20))) / 1024 / 1024
      console.log(
        `      heap growth ${growth.toFixed(0)} MB; a keystroke waited ${steps.percentile(50)} ms at the median, ${steps.percentile(99)} ms at 99 %, ${steps.max} ms at most`,
      )
      assert.ok(growth < 60, `${growth} MB`)
    } finally {
      server.close()
      office.clean()
    }
  })
})

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** What is really kept: other suites share this process, and their garbage is none of ours. */
const usedHeap = (): number => {
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const every = 5

/**
 * Reports how long a keystroke would have waited: how late a timer comes that should come every 5 ms, but no more than
 * this process really computed in the meantime, so that a busy machine is not taken for a busy editor.
 */
function watchLoop(report: (ms: number) => void): { stop(): void } {
  let last = performance.now()
  let lastCpu = process.cpuUsage()
  const timer = setInterval(() => {
    const now = performance.now()
    const { user, system } = process.cpuUsage(lastCpu)
    report(Math.min(now - last - every, (user + system) / 1000))
    last = now
    lastCpu = process.cpuUsage()
  }, every)
  return { stop: () => clearInterval(timer) }
}
