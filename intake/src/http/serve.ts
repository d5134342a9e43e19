// The server: which address, which limits of time, and how every request ends in exactly one answer.
import { readFileSync } from 'node:fs'
import * as http from 'node:http'
import * as https from 'node:https'
import type { AddressInfo } from 'node:net'
import { Problem, problemBody } from './problem'

export interface Place {
  readonly host: string
  readonly port: number
  /** Files in PEM. */
  readonly tls?: { readonly cert: string; readonly key: string }
}

export interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string | Buffer | NodeJS.ReadableStream
  readonly headers?: http.OutgoingHttpHeaders
}

export type Handle = (request: http.IncomingMessage, url: URL) => Promise<Answer>

export interface Serving {
  readonly url: string
  close(): Promise<void>
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost'])
export const isLoopback = (host: string): boolean => loopback.has(host)

/** How long a head, a body, and silence may last. A package of 80 MB over a slow line takes minutes. */
const limits = { headersTimeout: 15_000, requestTimeout: 15 * 60_000, keepAliveTimeout: 5_000 }
const silence = 60_000

export async function serve(
  { host, port, tls }: Place,
  handle: Handle,
  log: (line: string) => void,
): Promise<Serving> {
  const listener: http.RequestListener = (request, response) => {
    void answerOf(request, handle, log).then(answer => send(request, response, answer))
  }
  const options = { ...limits, maxHeaderSize: 16 * 1024 }
  const server = tls
    ? https.createServer(
        { ...options, cert: readFileSync(tls.cert), key: readFileSync(tls.key), minVersion: 'TLSv1.2' },
        listener,
      )
    : http.createServer(options, listener)
  server.setTimeout(silence)
  server.maxConnections = 500
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const { port: given } = server.address() as AddressInfo
  return {
    url: `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${given}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), 2_000).unref()
      }),
  }
}

async function answerOf(
  request: http.IncomingMessage,
  handle: Handle,
  log: (line: string) => void,
): Promise<Answer> {
  try {
    return await handle(request, new URL(request.url ?? '/', 'http://intake'))
  } catch (error) {
    if (error instanceof Problem) return problemAnswer(error)
    // The words of a failure may hold what was sent; its place in the program does not.
    log(`接收端出错：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    return problemAnswer(new Problem(500, '接收端出错，没有办成；报送的会自动再试。'))
  }
}

export const problemAnswer = (problem: Problem): Answer => ({
  status: problem.status,
  type: 'application/problem+json; charset=utf-8',
  body: problemBody(problem),
  headers: {
    ...(problem.retryAfterSeconds !== undefined && { 'Retry-After': String(problem.retryAfterSeconds) }),
    ...(problem.status === 401 && { 'WWW-Authenticate': 'Bearer' }),
  },
})

export const json = (status: number, body: unknown): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
})

/** What a refused sender may still have under way is read and thrown away, but not without end. */
const mostDrained = 8 * 1024 * 1024

function send(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  { status, type, body, headers }: Answer,
): void {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, {
    'Content-Type': type,
    'X-Content-Type-Options': 'nosniff',
    // Not no-referrer: forms would then come from the origin "null", like those of a stranger.
    'Referrer-Policy': 'same-origin',
    'Cache-Control': 'no-store',
    ...(!request.complete && { Connection: 'close' }),
    ...headers,
  })
  if (typeof body === 'string' || Buffer.isBuffer(body)) response.end(body)
  else {
    body.on('error', () => response.destroy())
    body.pipe(response)
  }
  if (request.complete) return
  let drained = 0
  request.on('data', (chunk: Buffer) => {
    drained += chunk.length
    if (drained > mostDrained) request.destroy()
  })
  request.resume()
}
