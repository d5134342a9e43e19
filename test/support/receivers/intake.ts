// An intake as docs/intake-openapi.yaml describes it, on a real socket; it honours the idempotency key and checks
// every file against the manifest. `behave` may answer in its place, badly.
import { createHash } from 'node:crypto'
import * as http from 'node:http'
import * as https from 'node:https'
import type { AddressInfo } from 'node:net'
import { type ReceivedPart, readMultipart } from './multipart'

export interface Arrival {
  key: string
  parts: ReceivedPart[]
  manifest: { id: string; files: { path: string; sha256: string }[] }
}

export interface Intake {
  url: string
  port: number
  /** Distinct packages, in order of arrival. */
  arrivals: Arrival[]
  /** Every request that was read to its end. */
  requests: { key: string; headers: http.IncomingHttpHeaders }[]
  /** Requests that broke the contract, in words. */
  faults: string[]
  close(): Promise<void>
}

export type Behave = (
  request: http.IncomingMessage,
  response: http.ServerResponse,
  count: number,
) => boolean | undefined | Promise<boolean | undefined>

export interface IntakeOptions {
  tls?: { key: string; cert: string }
  /** True when it has dealt with the request itself. Called before the body is read. */
  behave?: Behave
  /** After the report was taken, before the answer: true swallows the answer. */
  afterTaking?(request: http.IncomingMessage, response: http.ServerResponse, count: number): boolean
  host?: string
}

export async function startIntake(options: IntakeOptions = {}): Promise<Intake> {
  const intake: Omit<Intake, 'url' | 'port' | 'close'> = { arrivals: [], requests: [], faults: [] }
  const receipts = new Map<string, string>()
  let count = 0
  const listener: http.RequestListener = (request, response) => {
    void (async () => {
      count++
      const mine = count
      if (await options.behave?.(request, response, mine)) return
      const body = await readBody(request)
      if (!body) return
      const key = String(request.headers['idempotency-key'] ?? '')
      intake.requests.push({ key, headers: request.headers })
      const problem = take(intake, receipts, key, request.headers['content-type'] ?? '', body)
      if (problem) {
        intake.faults.push(problem)
        return answer(response, 422, { message: problem })
      }
      if (options.afterTaking?.(request, response, mine)) return
      answer(response, 201, { receipt: receipts.get(key) })
    })().catch(() => response.destroy())
  }
  const server = options.tls ? https.createServer(options.tls, listener) : http.createServer(listener)
  await new Promise<void>(resolve => server.listen(0, options.host ?? '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return Object.assign(intake, {
    url: `${options.tls ? 'https' : 'http'}://127.0.0.1:${port}/intake`,
    port,
    close,
  })
}

export function answer(response: http.ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

async function readBody(request: http.IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer)
  } catch {
    return undefined
  }
  return request.complete ? Buffer.concat(chunks) : undefined
}

function take(
  intake: Pick<Intake, 'arrivals'>,
  receipts: Map<string, string>,
  key: string,
  contentType: string,
  body: Buffer,
): string | undefined {
  const parts = readMultipart(contentType, body)
  const manifestPart = parts[0]
  if (manifestPart?.name !== 'manifest') return 'first part is not the manifest'
  const manifest = JSON.parse(manifestPart.body.toString('utf8')) as Arrival['manifest']
  if (manifest.id !== key) return 'key is not the package id'
  if (parts[1]?.name !== 'report') return 'no report'
  for (const [index, file] of manifest.files.entries()) {
    const part = parts[index + 1]
    if (part?.fileName !== file.path) return `missing ${file.path}`
    if (createHash('sha256').update(part.body).digest('hex') !== file.sha256) return `changed ${file.path}`
  }
  if (parts.length !== manifest.files.length + 1) return 'parts that the manifest does not name'
  if (receipts.has(key)) return undefined
  receipts.set(key, `R-${receipts.size + 1}`)
  intake.arrivals.push({ key, parts, manifest })
  return undefined
}
