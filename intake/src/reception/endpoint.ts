// POST …/reports: what docs/intake-openapi.yaml promises, in its order. Who is unknown, hurried or too large is turned away before
// anything is read to the disk.

import { rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { idPattern } from '../../../client/src/submission/package/identity'
import { type Unit, unitOf } from '../access/units'
import { Problem } from '../http/problem'
import { createRate, type Rate } from '../http/rate'
import type { Storage } from '../storage/open'
import { earlierReceipt, type Received, receive } from './receive'
import { mostBytes, stage } from './stage'

export interface Reception {
  /** The unit that asks for an answer. Rejects with a `Problem`. */
  asking(request: IncomingMessage): Promise<Unit>
  /** Rejects with a `Problem`. */
  handIn(request: IncomingMessage): Promise<Received>
}

/** Packages that are read at the same time; more are asked to come again. */
const mostAtOnce = 32

/** `perMinute`: how many packages a unit may hand in a minute, and at once after a pause. */
export function createReception(storage: Storage, now: () => number, perMinute = 60): Reception {
  // A township hands in a few a day; the first days after a holiday bring a queue of them at once.
  const perUnit = createRate({ atOnce: perMinute, perMinute })
  // A view of all reports that a unit ever handed in asks once for each.
  const questions = createRate({ atOnce: 600, perMinute: 300 })
  const strangers = createRate({ atOnce: 20, perMinute: 10 })
  let reading = 0

  const knownUnit = async (request: IncomingMessage, rate: Rate, deed: string): Promise<Unit> => {
    const unit = await unitOf(storage.db, request.headers.authorization)
    if (!unit) {
      const wait = strangers.take(request.socket.remoteAddress ?? '', now())
      if (wait > 0) throw new Problem(429, '试得太频繁，请稍后再来。', wait)
      throw new Problem(401, '报送口令没有设置或不对，请向接收单位核对后重新设置。')
    }
    const wait = rate.take(String(unit.id), now())
    if (wait > 0) throw new Problem(429, `${unit.name}${deed}得太频繁，请稍后再来。`, wait)
    return unit
  }

  return {
    asking: request => knownUnit(request, questions, '查询'),
    async handIn(request) {
      const unit = await knownUnit(request, perUnit, '报送')
      const key = oneHeader(request, 'idempotency-key')
      if (key === undefined || !idPattern.test(key))
        throw new Problem(400, '请求头 Idempotency-Key 应当是报送编号（lg1-…），只写一次。')
      if (Number(request.headers['content-length'] ?? 0) > mostBytes)
        throw new Problem(413, '这份太大，没有接收。')
      const known = await earlierReceipt(storage.db, unit, key)
      if (known !== undefined) return { receipt: known, fresh: false }
      if (reading >= mostAtOnce) throw new Problem(503, '正在接收的太多，请稍后再来。', 5)
      reading++
      const folder = await storage.files.staging()
      try {
        const staged = await stage(request, folder)
        if (staged.manifest.id !== key)
          throw new Problem(422, '清单上的报送编号与请求头 Idempotency-Key 不同。')
        return await receive(storage, unit, staged, now())
      } finally {
        reading--
        await rm(folder, { recursive: true, force: true })
      }
    },
  }
}

/** Undefined where it is missing or there is more than one: two keys are no key. */
function oneHeader({ rawHeaders }: IncomingMessage, name: string): string | undefined {
  const values = rawHeaders.filter((_, i) => i % 2 === 1 && rawHeaders[i - 1]!.toLowerCase() === name)
  return values.length === 1 ? values[0] : undefined
}
