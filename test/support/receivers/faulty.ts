// Receivers that do everything wrong, one after the other, each at an address of its own. They live in the process that is
// measured, so they do next to nothing.
import * as http from 'node:http'
import * as https from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { makeCertificate } from './certificates'

export interface Faulty {
  /** What goes wrong, and where. */
  readonly url: string
  /** Where an attempt ends; undefined where it goes on until somebody stops it. */
  readonly ends: { readonly state: 'queued' | 'refused'; readonly says: RegExp } | undefined
}

type Answer = (request: http.IncomingMessage, response: http.ServerResponse) => void

const afterBody =
  (status: number, body: string, headers: http.OutgoingHttpHeaders = {}): Answer =>
  (request, response) => {
    request.resume().on('end', () => response.writeHead(status, headers).end(body))
  }

const huge: Answer = (request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200)
    const chunk = Buffer.alloc(64 * 1024, 120)
    const more = () => {
      while (!response.destroyed && response.write(chunk)) if (response.destroyed) return
    }
    response.on('drain', more)
    more()
  })
}

const drip: Answer = (request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200)
    const timer = setInterval(() => response.write(' '), 100)
    response.on('close', () => clearInterval(timer))
  })
}

const resetInBody: Answer = request => {
  request.once('data', () => request.socket.resetAndDestroy())
}

const answers: Record<string, readonly [Answer, Faulty['ends']]> = {
  '500': [afterBody(500, '{}'), { state: 'queued', says: /系统出错/ }],
  '429': [afterBody(429, '{}', { 'Retry-After': '600' }), { state: 'queued', says: /繁忙.*10 分钟/ }],
  '401': [afterBody(401, '{}'), { state: 'refused', says: /不认可口令/ }],
  '413': [afterBody(413, '{}'), { state: 'refused', says: /太大/ }],
  garbage: [afterBody(200, '<html>欢迎使用</html>'), { state: 'queued', says: /没有给出能识别的回执/ }],
  huge: [huge, { state: 'queued', says: /回应过长/ }],
  reset: [resetInBody, { state: 'queued', says: /连接中途断开/ }],
  drip: [drip, undefined],
}

/** By name: refused, dns, tls and those of the table above. */
export async function startFaulty(): Promise<{
  readonly receivers: ReadonlyMap<string, Faulty>
  close(): Promise<void>
}> {
  const sockets = new Set<Socket>()
  const keep = (server: http.Server) => {
    server.on('connection', socket => {
      sockets.add(socket)
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
    })
    return new Promise<number>(done =>
      server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port)),
    )
  }
  const plain = http.createServer((request, response) => {
    const found = answers[request.url?.slice(1) ?? '']
    if (found) found[0](request, response)
    else response.writeHead(404).end()
  })
  const secure = https.createServer(makeCertificate(), (_, response) => response.end())
  const [port, securePort] = [await keep(plain), await keep(secure)]
  const receivers = new Map<string, Faulty>(
    Object.entries(answers).map(([name, [, ends]]) => [
      name,
      { url: `http://127.0.0.1:${port}/${name}`, ends },
    ]),
  )
  receivers.set('refused', { url: 'http://127.0.0.1:9/', ends: { state: 'queued', says: /连接被拒绝/ } })
  receivers.set('dns', {
    url: 'https://intake.invalid/',
    ends: { state: 'queued', says: /找不到接收方的地址|连不上网络/ },
  })
  receivers.set('tls', {
    url: `https://127.0.0.1:${securePort}/`,
    ends: { state: 'queued', says: /无法确认.*身份.*没有可信机构担保/ },
  })
  return {
    receivers,
    async close() {
      for (const socket of sockets) socket.destroy()
      await Promise.all([plain, secure].map(server => new Promise(done => server.close(done))))
    },
  }
}
