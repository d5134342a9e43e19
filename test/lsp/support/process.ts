// The bundled server as a process, driven by a client that knows nothing but LSP: content-length frames and JSON.

import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'

const root = join(__dirname, '..', '..', '..')

let bundled: Promise<string> | undefined

/** dist/server.js when it is newer than its sources, else a bundle made for this run. */
export function serverBundle(): Promise<string> {
  bundled ??= bundle()
  return bundled
}

async function bundle(): Promise<string> {
  const dist = join(root, 'dist', 'server.js')
  if (existsSync(dist) && statSync(dist).mtimeMs > newest(join(root, 'server', 'src'))) return dist
  const outfile = join(mkdtempSync(join(tmpdir(), 'ligao-server-')), 'server.js')
  await build({
    absWorkingDir: root,
    entryPoints: ['server/src/lsp/main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['nodejieba', 'jieba-wasm'],
    mainFields: ['module', 'main'],
    loader: { '.yaml': 'text', '.md': 'text', '.html': 'text', '.css': 'text' },
    logLevel: 'error',
  })
  return outfile
}

function newest(folder: string): number {
  return Math.max(
    ...readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter(entry => entry.isFile())
      .map(entry => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  )
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { code: number; message: string }
}

export interface ServerProcess {
  readonly child: ChildProcess
  readonly notifications: Message[]
  request(method: string, params?: unknown): Promise<unknown>
  notify(method: string, params?: unknown): void
  /** Bytes as they are, for what no client should send. */
  raw(bytes: string): void
  exited: Promise<number | null>
}

export async function spawnServer(args = ['--stdio'], cwd = root): Promise<ServerProcess> {
  const child = spawn(process.execPath, [await serverBundle(), ...args], {
    cwd,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  const notifications: Message[] = []
  let buffer = Buffer.alloc(0)
  let last = 0
  const send = (message: object) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }))
    child.stdin?.write(`Content-Length: ${body.length}\r\n\r\n`)
    child.stdin?.write(body)
  }
  const take = (message: Message) => {
    if (message.method !== undefined && message.id !== undefined)
      return send({ id: message.id, result: null })
    if (message.method !== undefined) return notifications.push(message)
    const asked = waiting.get(message.id ?? -1)
    waiting.delete(message.id ?? -1)
    if (message.error) asked?.reject(Object.assign(new Error(message.error.message), message.error))
    else asked?.resolve(message.result)
  }
  child.stdout?.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk])
    for (;;) {
      const end = buffer.indexOf('\r\n\r\n')
      if (end < 0) return
      const length = Number(/Content-Length: (\d+)/.exec(buffer.subarray(0, end).toString())?.[1])
      if (buffer.length < end + 4 + length) return
      take(JSON.parse(buffer.subarray(end + 4, end + 4 + length).toString()))
      buffer = buffer.subarray(end + 4 + length)
    }
  })
  return {
    child,
    notifications,
    request(method, params) {
      const id = ++last
      send({ id, method, params })
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }))
    },
    notify: (method, params) => send({ method, params }),
    raw: bytes => void child.stdin?.write(bytes),
    exited: new Promise(resolve => child.on('exit', code => resolve(code))),
  }
}
