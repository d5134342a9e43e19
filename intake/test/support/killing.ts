// Kills an intake at random moments while units hand in, starts it again on the same folder, and counts at the end: every receipt
// that was ever given must stand for one report, unchanged.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { giveToken } from '../../src/access/units'
import { openStorage } from '../../src/storage/open'
import { bodyOf, type Package, packageOf, partsOf, post, sha256 } from './office'

export interface KillingOptions {
  /** The built intake. */
  readonly program: string
  readonly kills: number
  readonly seed: number
  readonly onProgress?: (kills: number) => void
}

export interface KillingResult {
  kills: number
  /** Reports whose sender holds a receipt. */
  reports: number
  requests: number
  /** Kills while at least one request was under way. */
  inTheMiddle: number
  lost: number
  twice: number
  changed: number
  /** Receipts that were answered differently at another time, or stand otherwise in the record. */
  otherReceipt: number
  /** Records without a sender who holds their receipt. */
  unasked: number
  /** Of the database by its own check. */
  damaged: number
}

// mulberry32: small, and the same everywhere.
function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))
const writers = 4

export async function killing({ program, kills, seed, onProgress }: KillingOptions): Promise<KillingResult> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ligao-killing-'))
  const random = dice(seed)
  const result: KillingResult = {
    kills: 0,
    reports: 0,
    requests: 0,
    inTheMiddle: 0,
    lost: 0,
    twice: 0,
    changed: 0,
    otherReceipt: 0,
    unasked: 0,
    damaged: 0,
  }
  try {
    const tokens = await unitsOf(folder)
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const accepted = new Map<string, { sent: Package; receipts: Set<string> }>()
    let underWay = 0
    let over = false
    let longest = 800
    let before = 0

    const write = async (writer: number) => {
      const token = tokens[writer]!
      for (let n = 0; !over; n++) {
        const sent = madeUp(`${writer}-${n}`, random)
        const receipts = new Set<string>()
        // One more request after the receipt, now and then: a sender whose answer was lost asks again.
        for (let asked = 0; asked === 0 || random() < 0.3; asked++)
          receipts.add(
            await untilReceived(() => {
              result.requests++
              underWay++
              return post(url, token, sent.id, bodyOf(partsOf(sent))).finally(() => underWay--)
            }),
          )
        accepted.set(`${writer} ${sent.id}`, { sent, receipts })
      }
    }

    let running = start(program, folder, port)
    const working = Array.from({ length: writers }, (_, i) => write(i))
    while (result.kills < kills) {
      // Some die while they start, most at work.
      if (random() > 0.15) await running.ready
      await pause(random() * longest)
      if (underWay > 0) result.inTheMiddle++
      running.child.kill('SIGKILL')
      await running.gone
      result.kills++
      // Follows the machine's pace, so that kills fall everywhere in the work and the work still gets done.
      longest = accepted.size > before ? Math.max(100, longest * 0.8) : Math.min(5_000, longest * 1.3)
      before = accepted.size
      onProgress?.(result.kills)
      running = start(program, folder, port)
    }
    over = true
    await Promise.all(working)
    running.child.kill('SIGKILL')
    await running.gone
    await judge(folder, accepted, result)
    return result
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function unitsOf(folder: string): Promise<string[]> {
  const { db, close } = await openStorage(folder)
  const tokens: string[] = []
  for (let i = 0; i < writers; i++) tokens.push((await giveToken(db, `单位${i}`, 0)).token)
  await close()
  return tokens
}

function madeUp(name: string, random: () => number): Package {
  const content = Buffer.alloc(Math.floor(random() * 60_000), name)
  return packageOf({
    title: `第${name}篇`,
    text: `# 第${name}篇\n\n${`排查隐患${name}处。`.repeat(1 + Math.floor(random() * 300))}\n`,
    attachments: random() < 0.5 ? [{ path: '图.png', role: 'image', mediaType: 'image/png', content }] : [],
  })
}

async function untilReceived(ask: () => Promise<{ status: number; body: { receipt?: string } }>) {
  for (;;) {
    const answer = await ask().catch(() => undefined)
    const receipt = answer?.body.receipt
    if (answer && (answer.status === 200 || answer.status === 201) && receipt !== undefined) return receipt
    if (answer && answer.status >= 400 && ![429, 503, 500].includes(answer.status))
      throw new Error(`refused: ${JSON.stringify(answer.body)}`)
    await pause(25)
  }
}

function start(program: string, folder: string, port: number) {
  // The usual rate is for an office, not for four writers that never pause.
  const args = [program, '--data', folder, '--port', String(port), '--rate', '100000']
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = new Promise<void>(resolve => child.on('close', () => resolve()))
  const ready = new Promise<void>(resolve => {
    child.stdout?.once('data', () => resolve())
    child.on('close', () => resolve())
  })
  return { child, gone, ready }
}

async function judge(
  folder: string,
  accepted: ReadonlyMap<string, { sent: Package; receipts: Set<string> }>,
  result: KillingResult,
): Promise<void> {
  const { db, files, close } = await openStorage(folder)
  try {
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
    if (rows[0]?.integrity_check !== 'ok') result.damaged++
    const reports = await db
      .selectFrom('report')
      .innerJoin('unit', 'unit.id', 'report.unit_id')
      .select(['report.number', 'report.package_id', 'report.receipt', 'report.text', 'report.manifest'])
      .select('unit.name')
      .execute()
    result.reports = accepted.size
    for (const [key, { sent, receipts }] of accepted) {
      const [writer, id] = key.split(' ')
      const own = reports.filter(each => each.package_id === id && each.name === `单位${writer}`)
      if (own.length === 0) result.lost++
      if (own.length > 1) result.twice++
      const [report] = own
      if (!report) continue
      if (receipts.size !== 1 || !receipts.has(report.receipt)) result.otherReceipt++
      const kept = await Promise.all(
        sent.files.map(({ content }) => files.read(sha256(content)).catch(() => undefined)),
      )
      const whole =
        report.text === sent.files[0]!.content.toString() &&
        report.manifest === JSON.stringify(sent.manifest) &&
        kept.every((content, i) => content?.equals(sent.files[i]!.content))
      if (!whole) result.changed++
    }
    result.unasked = reports.length - accepted.size
  } finally {
    await close()
  }
}
