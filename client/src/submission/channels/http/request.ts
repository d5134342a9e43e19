// The mechanics of one HTTP request on node:http: opening it, pouring the body with back-pressure, reading the answer
// up to a limit. node:http, because VS Code's own proxy and certificate settings act on it.
import * as nodeHttp from 'node:http'
import * as nodeHttps from 'node:https'
import type { Answer, ExchangeInput } from './exchange'
import type { MultipartBody } from './multipart'
import { forwardOptions, tunnelAgent } from './proxy'

export function openRequest(input: ExchangeInput, proxy: URL | undefined): nodeHttp.ClientRequest {
  const { url, ca } = input
  const headers: Record<string, string | number> = {
    ...input.headers,
    'Content-Length': input.body.length,
    ...(input.expectContinue && { Expect: '100-continue' }),
  }
  const own = ca ? { ca } : {}
  // Said aloud, so that no variable in the environment can switch it off.
  const strict = { rejectUnauthorized: true, minVersion: 'TLSv1.2' as const, ...own }
  if (url.protocol === 'https:') {
    const agent = proxy ? tunnelAgent(proxy, ca) : false
    return nodeHttps.request(url, { method: 'POST', headers, agent, ...strict })
  }
  if (!proxy) return nodeHttp.request(url, { method: 'POST', headers, agent: false })
  const forward = forwardOptions(url, proxy)
  const options = { method: 'POST', agent: false, ...forward, headers: { ...headers, ...forward.headers } }
  return proxy.protocol === 'https:'
    ? nodeHttps.request({ ...options, ...strict })
    : nodeHttp.request(options)
}

export function collectAnswer(
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
  const end = () => done(Buffer.concat(chunks), response.complete ? 'no' : 'cut')
  response.on('end', end)
  response.on('error', end)
  response.on('close', end)
}

/** Writes the body until it is out or `over` says that nobody wants it any more. */
export async function pour(
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
