// One request and its answer, with a limit on everything: time to connect, silence, whole time, size of the answer.
// Whatever the other side does, this resolves, once, and leaves no socket or timer behind.
import * as nodeHttp from 'node:http'
import * as nodeHttps from 'node:https'
import { errorCode } from '../../disk'
import { type Notice, notice } from '../../messages'
import { networkFailure, seconds } from '../network-notice'
import type { DeliveryContext } from '../types'
import type { MultipartBody } from './multipart'
import { proxyAgent, proxyFor } from './proxy'

export interface Answer {
  kind: 'answer'
  status: number
  headers: nodeHttp.IncomingHttpHeaders
  body: Buffer
  /** The body went past the limit, or broke off. */
  incomplete: 'no' | 'too-large' | 'cut'
}

export interface Failure {
  kind: 'failure'
  notice: Notice
  mayHaveArrived: boolean
  unreachable: boolean
}

export interface ExchangeInput {
  url: URL
  headers: Record<string, string>
  body: MultipartBody
  ca: string[] | undefined
  /** Ask before sending the body: for a receiver that cut us off in the middle last time. */
  expectContinue: boolean
}

const continueMs = 3_000

export function exchange(input: ExchangeInput, context: DeliveryContext): Promise<Answer | Failure> {
  const { url, body, ca } = input
  const { limits, signal } = context
  const host = url.hostname
  return new Promise(resolve => {
    let settled = false
    let sentAll = false
    let answered = false
    const timers: NodeJS.Timeout[] = []
    const proxy = proxyFor(url, context.proxyEnvironment)
    const headers: Record<string, string | number> = { ...input.headers, 'Content-Length': body.length }
    if (input.expectContinue) headers.Expect = '100-continue'
    const options = {
      method: 'POST',
      headers,
      agent: proxy ? proxyAgent(url, proxy, ca) : (false as const),
      // Said aloud, so that no variable in the environment can switch it off.
      ...(url.protocol === 'https:' && {
        rejectUnauthorized: true,
        minVersion: 'TLSv1.2' as const,
        ...(ca && { ca }),
      }),
    }
    const request = (url.protocol === 'https:' ? nodeHttps : nodeHttp).request(url, options)
    const finish = (result: Answer | Failure) => {
      if (settled) return
      settled = true
      for (const timer of timers) clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
      request.destroy()
      resolve(result)
    }
    const fail = (what: Notice, unreachable = false) =>
      finish({ kind: 'failure', notice: what, mayHaveArrived: sentAll, unreachable })
    const after = (ms: number, run: () => void) => {
      const timer = setTimeout(run, ms)
      timers.push(timer)
      return timer
    }
    const onAbort = () => fail(notice('interrupted'))
    signal.addEventListener('abort', onAbort, { once: true })
    if (signal.aborted) return onAbort()

    const connecting = after(limits.connectMs, () =>
      fail(notice('connect-timeout', { host, seconds: seconds(limits.connectMs) }), true),
    )
    const idle = after(2 ** 30, () => fail(notice('idle-timeout', { host, seconds: seconds(limits.idleMs) })))
    const idleTimer = { current: idle }
    const alive = () => {
      clearTimeout(idleTimer.current)
      idleTimer.current = after(limits.idleMs, () =>
        fail(notice('idle-timeout', { host, seconds: seconds(limits.idleMs) })),
      )
    }
    after(limits.totalMs, () => fail(notice('total-timeout', { host, seconds: seconds(limits.totalMs) })))

    request.on('proxyConnect', (connect: { statusCode?: number }) => {
      if (connect.statusCode !== 200 && proxy)
        fail(notice('proxy-failed', { host: proxy.host, detail: String(connect.statusCode ?? '?') }), true)
    })
    request.on('socket', socket => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        clearTimeout(connecting)
        alive()
      })
    })
    request.on('error', error => {
      if (answered) return
      const code = errorCode(error)
      // Bytes came back, and they were not HTTP.
      if (code.startsWith('HPE_')) return fail(notice('unclear-receipt'))
      if (proxy && isProxyTrouble(error))
        return fail(notice('proxy-failed', { host: proxy.host, detail: code }), true)
      const failure = networkFailure(error, host, limits.connectMs)
      fail(failure.notice, failure.unreachable)
    })
    request.on('response', response => {
      answered = true
      clearTimeout(connecting)
      alive()
      collect(response, limits.responseBytes, alive, (bytes, incomplete) =>
        finish({
          kind: 'answer',
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: bytes,
          incomplete,
        }),
      )
    })
    const send = () => {
      void pour(
        body,
        request,
        sent => {
          if (sent === body.length) sentAll = true
          alive()
          context.progress(sent, body.length)
        },
        () => settled || answered,
      ).catch(error => {
        // Our own file could not be read: the receiver must not take half a body for a whole one.
        if (!settled && !answered)
          fail(notice('disk-error', { file: host, detail: errorCode(error) || 'error' }))
      })
    }
    if (!input.expectContinue) return send()
    let begun = false
    const begin = () => {
      if (begun || settled || answered) return
      begun = true
      send()
    }
    request.once('continue', begin)
    request.flushHeaders()
    request.once('socket', socket => socket.once('connect', () => after(continueMs, begin)))
  })
}

const isProxyTrouble = (error: unknown): boolean => error instanceof Error && /proxy/i.test(error.message)

function collect(
  response: nodeHttp.IncomingMessage,
  limit: number,
  alive: () => void,
  done: (body: Buffer, incomplete: Answer['incomplete']) => void,
): void {
  const chunks: Buffer[] = []
  let size = 0
  response.on('data', (chunk: Buffer) => {
    size += chunk.length
    alive()
    if (size <= limit) chunks.push(chunk)
    else done(Buffer.concat(chunks), 'too-large')
  })
  response.on('end', () => done(Buffer.concat(chunks), response.complete ? 'no' : 'cut'))
  response.on('aborted', () => done(Buffer.concat(chunks), 'cut'))
  response.on('error', () => done(Buffer.concat(chunks), 'cut'))
  response.on('close', () => done(Buffer.concat(chunks), 'cut'))
}

async function pour(
  body: MultipartBody,
  request: nodeHttp.ClientRequest,
  progress: (sent: number) => void,
  over: () => boolean,
): Promise<void> {
  let sent = 0
  for await (const chunk of body.chunks()) {
    if (over()) return
    const room = request.write(chunk)
    sent += chunk.length
    if (!room) await drained(request)
    if (over()) return
    progress(sent)
  }
  request.end()
}

const drained = (request: nodeHttp.ClientRequest): Promise<void> =>
  new Promise(resolve => {
    const done = () => {
      request.off('drain', done)
      request.off('close', done)
      resolve()
    }
    request.once('drain', done)
    request.once('close', done)
  })
