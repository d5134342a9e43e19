// One request and its answer, with a limit on everything: time to connect, silence, whole time, size of the answer.
// Whatever the other side does, this resolves, once, and leaves no socket or timer behind.
import type * as nodeHttp from 'node:http'
import { errorCode } from '../../disk'
import { type Notice, notice } from '../../messages'
import { networkFailure, seconds } from '../networkNotice'
import type { DeliveryContext } from '../types'
import type { MultipartBody } from './multipart'
import { proxyFor } from './proxy'
import { collectAnswer, openRequest, pour } from './request'

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

/** A receiver that does not know `Expect` says nothing; then the body goes out all the same. */
const continueMs = 3_000

export function exchange(input: ExchangeInput, context: DeliveryContext): Promise<Answer | Failure> {
  const { url, body } = input
  const { limits, signal } = context
  const host = url.hostname
  return new Promise(resolve => {
    if (signal.aborted) {
      resolve({ kind: 'failure', notice: notice('interrupted'), mayHaveArrived: false, unreachable: false })
      return
    }
    const state = { settled: false, sentAll: false, connected: false, answered: false, sending: false }
    const proxy = proxyFor(url, context.proxyEnvironment)
    const request = openRequest(input, proxy)
    const timers: NodeJS.Timeout[] = []
    let idle: NodeJS.Timeout | undefined

    const finish = (result: Answer | Failure) => {
      if (state.settled) return
      state.settled = true
      for (const timer of timers) clearTimeout(timer)
      clearTimeout(idle)
      signal.removeEventListener('abort', onAbort)
      request.destroy()
      resolve(result)
    }
    const fail = (what: Notice, unreachable = false) => {
      const mayHaveArrived = state.sentAll && state.connected
      finish({ kind: 'failure', notice: what, mayHaveArrived, unreachable })
    }
    const failAfter = (ms: number, code: 'connect-timeout' | 'idle-timeout' | 'total-timeout') =>
      setTimeout(() => fail(notice(code, { host, seconds: seconds(ms) }), code === 'connect-timeout'), ms)
    const onAbort = () => fail(notice('interrupted'))
    const alive = () => {
      if (state.settled) return
      if (idle) idle.refresh()
      else idle = failAfter(limits.idleMs, 'idle-timeout')
    }
    const send = () => {
      if (state.sending || state.settled || state.answered) return
      state.sending = true
      const over = () => state.settled || state.answered
      const progress = (sent: number) => {
        if (sent === body.length) state.sentAll = true
        if (state.connected) alive()
        context.progress(sent, body.length)
      }
      // Our own file could not be read: the receiver must not take half a body for a whole one.
      pour(body, request, progress, over).catch(error => {
        if (!over()) fail(notice('disk-error', { file: host, detail: errorCode(error) || 'error' }))
      })
    }

    signal.addEventListener('abort', onAbort, { once: true })
    const connecting = failAfter(limits.connectMs, 'connect-timeout')
    timers.push(connecting, failAfter(limits.totalMs, 'total-timeout'))
    request.on('proxyConnect', (connect: { statusCode?: number }) => {
      if (proxy && connect.statusCode !== 200)
        fail(notice('proxy-failed', { host: proxy.host, detail: String(connect.statusCode ?? '?') }), true)
    })
    request.on('socket', socket =>
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        state.connected = true
        clearTimeout(connecting)
        alive()
        if (input.expectContinue) timers.push(setTimeout(send, continueMs))
      }),
    )
    request.on('continue', send)
    request.on('error', error => {
      if (state.answered) return
      const code = errorCode(error)
      // Bytes came back, and they were not HTTP.
      if (code.startsWith('HPE_')) return fail(notice('unclear-receipt'))
      if (
        proxy &&
        !state.connected &&
        !code.startsWith('ERR_TLS') &&
        /proxy|ECONNREFUSED/i.test(String(error))
      )
        return fail(notice('proxy-failed', { host: proxy.host, detail: code }), true)
      const failure = networkFailure(error, host, limits.connectMs)
      fail(failure.notice, failure.unreachable)
    })
    request.on('response', response => {
      state.answered = true
      clearTimeout(connecting)
      alive()
      collectAnswer(response, limits.responseBytes, alive, (bytes, incomplete) => {
        const { statusCode: status = 0, headers } = response
        finish({ kind: 'answer', status, headers, body: bytes, incomplete })
      })
    })
    if (input.expectContinue) request.flushHeaders()
    else send()
  })
}
