// A real CONNECT proxy that counts what goes through it.
import * as http from 'node:http'
import type { AddressInfo } from 'node:net'
import * as net from 'node:net'

export interface Proxy {
  url: string
  tunnels: string[]
  forwarded: string[]
  close(): Promise<void>
}

/** `refuse` makes it answer CONNECT with that status. */
export async function startProxy(options: { refuse?: number } = {}): Promise<Proxy> {
  const tunnels: string[] = []
  const forwarded: string[] = []
  const sockets = new Set<net.Socket>()
  const server = http.createServer((request, response) => {
    forwarded.push(request.url ?? '')
    const onward = http.request(
      request.url ?? '',
      { method: request.method, headers: request.headers },
      answer => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      },
    )
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  })
  server.on('connect', (request, socket: net.Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    tunnels.push(request.url ?? '')
    if (options.refuse) {
      socket.end(`HTTP/1.1 ${options.refuse} No\r\nContent-Length: 0\r\n\r\n`)
      return
    }
    const [, port] = (request.url ?? '').split(':')
    const onward = net.connect(Number(port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      onward.pipe(socket)
      socket.pipe(onward)
    })
    onward.on('error', () => socket.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const close = () =>
    new Promise<void>(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
      for (const socket of sockets) socket.destroy()
    })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, tunnels, forwarded, close }
}
