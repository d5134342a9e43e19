// An intake at work: storage, reception, pages, one server.

import { Problem } from './http/problem'
import { isLoopback, json, type Place, serve } from './http/serve'
import { createOffice } from './pages/office'
import { answerFor } from './reception/answer'
import { createReception } from './reception/endpoint'
import { openStorage, type Storage } from './storage/open'

export interface IntakeOptions extends Place {
  /** The data folder. */
  readonly data: string
  /** May be reached from other machines without TLS, because something in front of it has it. */
  readonly plain?: boolean
  /** Packages that a unit may hand in a minute. */
  readonly perMinute?: number
  readonly now?: () => number
  readonly log?: (line: string) => void
}

export interface Intake {
  /** Without a slash at its end. */
  readonly url: string
  readonly storage: Storage
  close(): Promise<void>
}

export async function startIntake(options: IntakeOptions): Promise<Intake> {
  const { data, host, tls, plain = false, perMinute, now = Date.now, log = () => {} } = options
  if (!tls && !plain && !isLoopback(host))
    throw new Error('对外开放须有证书（--cert、--key）；前面另有 HTTPS 网关的，加 --plain。')
  const storage = await openStorage(data)
  const reception = createReception(storage, now, perMinute)
  const office = createOffice({ storage, now, log, secure: tls !== undefined || plain })
  try {
    const serving = await serve(
      options,
      async (request, url) => {
        if (url.pathname === '/v1/reports') {
          if (request.method !== 'POST') throw new Problem(405, '这个地址只收报送（POST）。')
          const { receipt, fresh } = await reception.handIn(request)
          return json(fresh ? 201 : 200, { receipt })
        }
        const [, asked] = /^\/v1\/reports\/(lg1-[0-9a-f]{40})$/.exec(url.pathname) ?? []
        if (asked !== undefined) {
          if (request.method !== 'GET') throw new Problem(405, '这个地址只供查询（GET）。')
          return json(200, await answerFor(storage.db, await reception.asking(request), asked))
        }
        if (url.pathname.startsWith('/v1/')) throw new Problem(404, '没有这个地址。')
        return office(request, url)
      },
      log,
    )
    return {
      url: serving.url,
      storage,
      async close() {
        await serving.close()
        await storage.close()
      },
    }
  } catch (error) {
    await storage.close()
    throw error
  }
}
