// An HTTP intake in a process of its own, which goes on when the VS Code that hands in is killed. It can be told to hang in
// the middle of a body or before the answer; it tells of what it sees in a file, and ends by itself after a while.
import { spawn } from 'node:child_process'

const source = `
const http = require('node:http'), fs = require('node:fs'), crypto = require('node:crypto')
const [log, port] = process.argv.slice(1)
const say = line => fs.appendFileSync(log, JSON.stringify(line) + '\\n')
const receipts = new Map()
let mood = ''
const server = http.createServer((request, response) => {
  if (request.url.startsWith('/mood/')) {
    mood = request.url.slice(6)
    return response.end()
  }
  if (request.url === '/end') {
    response.end(() => process.exit(0))
    return
  }
  const key = request.headers['idempotency-key']
  const hash = crypto.createHash('sha256')
  let bytes = 0
  request.on('data', chunk => {
    hash.update(chunk)
    bytes += chunk.length
    if (mood !== 'body' || bytes < 65536) return
    mood = ''
    request.pause()
    say({ event: 'body', key })
  })
  request.on('error', () => {})
  request.on('end', () => {
    const known = receipts.has(key)
    if (!known) receipts.set(key, 'R-' + (receipts.size + 1))
    say({ event: known ? 'again' : 'arrived', key, bytes })
    if (mood === 'answer') return void (mood = '')
    response.writeHead(known ? 200 : 201).end(JSON.stringify({ receipt: receipts.get(key) }))
  })
})
server.requestTimeout = 0
server.listen(Number(port), '127.0.0.1', () => say({ event: 'port', port: server.address().port }))
setTimeout(() => process.exit(0), 10 * 60_000)
`

/** Returns at once; its first line in `log` tells the port. */
export function startLastingIntake(log: string): void {
  const child = spawn(process.execPath, ['-e', source, log, '0'], {
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' },
  })
  child.unref()
}
