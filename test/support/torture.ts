// Kills a process that hands reports in, again and again, at random moments, and counts what arrives. The receivers
// are real: an HTTP server that loses connections and answers, or a folder.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { listEntries, listSetAside, openSpool, readLedger } from '../../client/src/submission'
import { folderLedgerName } from '../../client/src/submission/channels/folder'
import { answer, type Intake, startIntake } from './receivers/intake'
import { draft, makeOffice, type Office, png } from './submission'

export interface TortureOptions {
  kills: number
  channel: 'http' | 'folder'
  /** Makes the run repeatable as far as an operating system allows. */
  seed: number
  onProgress?(kills: number): void
}

export interface TortureResult {
  kills: number
  reports: number
  /** Kills of one of two processes that shared the spool. */
  shared: number
  lost: number
  twice: number
  changed: number
  damaged: number
  ledgerFaults: number
  /** Requests that reached the server, the repeated ones included. */
  requests: number
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

async function bundleChild(): Promise<{ file: string; clean(): void }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ligao-torture-'))
  const file = path.join(folder, 'child.mjs')
  await build({
    entryPoints: [fileURLToPath(new URL('./tortureChild.ts', import.meta.url))],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);",
    },
    // Neither channel under torture needs them, and every life starts faster without.
    external: ['*/docx/render', '*/smtp/transport'],
    logLevel: 'error',
  })
  return { file, clean: () => rmSync(folder, { recursive: true, force: true }) }
}

const reportsPerBatch = 5
const batchesPerOffice = 12

export async function torture(options: TortureOptions): Promise<TortureResult> {
  const random = dice(options.seed)
  const child = await bundleChild()
  const result: TortureResult = {
    kills: 0,
    reports: 0,
    shared: 0,
    lost: 0,
    twice: 0,
    changed: 0,
    damaged: 0,
    ledgerFaults: 0,
    requests: 0,
  }
  try {
    while (result.kills < options.kills) await oneOffice(options, child.file, random, result)
  } finally {
    child.clean()
  }
  return result
}

async function oneOffice(
  options: TortureOptions,
  child: string,
  random: () => number,
  result: TortureResult,
): Promise<void> {
  const office = makeOffice()
  const intake = options.channel === 'http' ? await startIntake(unreliable(random)) : undefined
  const channel = intake
    ? { name: 'intake', type: 'http', url: intake.url }
    : { name: 'drop', type: 'folder', path: '../收件' }
  const accepted = new Set<string>()
  let written = 0
  try {
    for (let batch = 0; batch < batchesPerOffice && result.kills < options.kills; batch++) {
      for (let n = 0; n < reportsPerBatch; n++, written++) {
        office.write(`图${written}.png`, png(20 + (written % 50), 20))
        office.write(`稿${written}.md`, draft(`第${written}篇`, `编号${random()}。![甲](图${written}.png)`))
      }
      await untilDone(options, child, office, channel, accepted, random, result)
    }
    result.requests += intake?.requests.length ?? 0
    result.reports += accepted.size
    await judge(office, intake, accepted, result)
  } finally {
    await intake?.close()
    office.clean()
  }
}

/** Starts and kills processes until one of them ends by itself. */
async function untilDone(
  options: TortureOptions,
  child: string,
  office: Office,
  channel: object,
  accepted: Set<string>,
  random: () => number,
  result: TortureResult,
): Promise<void> {
  for (;;) {
    const enough = result.kills >= options.kills
    const windows = random() < 0.25 ? 2 : 1
    const lives = Array.from({ length: windows }, () =>
      life(child, office.root, channel, accepted, enough ? undefined : random),
    )
    const ends = await Promise.all(lives)
    const killed = ends.filter(end => end === 'killed').length
    result.kills += killed
    if (windows > 1) result.shared += killed
    if (killed > 0) options.onProgress?.(result.kills)
    if (ends.includes('failed')) throw new Error('the process failed by itself')
    if (ends.every(end => end === 'done')) return faster()
    slower()
  }
}

// Longest wait before the kill, from the process's first word. It follows the machine's pace, so that the kills fall
// everywhere in the work and the work still gets done.
const pace = { ms: 350 }
const slower = (): void => {
  pace.ms = Math.min(4_000, pace.ms * 1.1)
}
const faster = (): void => {
  pace.ms = Math.max(60, pace.ms * 0.6)
}

function life(
  child: string,
  root: string,
  channel: object,
  accepted: Set<string>,
  random: (() => number) | undefined,
): Promise<'done' | 'killed' | 'failed'> {
  const running: ChildProcess = spawn(process.execPath, [child, root, JSON.stringify(channel)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let rest = ''
  let timer: NodeJS.Timeout | undefined
  const arm = () => {
    if (random && !timer) timer = setTimeout(() => running.kill('SIGKILL'), random() * pace.ms)
  }
  // Some die while they open the spool, most after their first word.
  if (random && random() < 0.2) timer = setTimeout(() => running.kill('SIGKILL'), 30 + random() * 100)
  running.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    arm()
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const [verb, name = ''] = line.split(' ')
      if (verb === 'accepted') accepted.add(name)
    }
  })
  return new Promise(resolve => {
    running.on('close', (code, signal) => {
      clearTimeout(timer)
      resolve(signal === 'SIGKILL' ? 'killed' : code === 0 ? 'done' : 'failed')
    })
  })
}

// One answer in four is lost or bad, some before the report was taken and some after.
function unreliable(random: () => number): Parameters<typeof startIntake>[0] {
  return {
    behave: async (request, response) => {
      const fate = random()
      if (fate < 0.06) {
        request.socket.destroy()
        return true
      }
      if (fate < 0.12) {
        request.resume()
        answer(response, 503, {})
        return true
      }
      await new Promise(resolve => setTimeout(resolve, random() * 12))
      return false
    },
    afterTaking: request => {
      if (random() > 0.12) return false
      request.socket.destroy()
      return true
    },
  }
}

async function judge(
  office: Office,
  intake: Intake | undefined,
  accepted: ReadonlySet<string>,
  result: TortureResult,
): Promise<void> {
  const { spool } = await openSpool(path.join(office.root, '.ligao/spool'))
  const { entries } = await listEntries(spool)
  result.damaged += (await listSetAside(spool)).length
  const arrivals = intake ? fromIntake(intake) : fromFolder(path.join(office.root, '../收件'))
  if (intake) result.changed += intake.faults.length
  for (const name of accepted) {
    const got = arrivals.filter(each => each.name === name)
    if (got.length === 0) result.lost++
    if (got.length > 1) result.twice++
    const sent = readFileSync(path.join(office.root, name))
    if (got.some(each => !each.bytes.equals(sent))) result.changed++
  }
  const lines = (await readLedger(spool)).lines
  for (const entry of entries) {
    const own = lines.filter(line => line.key === entry.key)
    const delivered = own.filter(line => line.verb === 'delivered' && line.receipt === entry.receipt)
    const arrival = arrivals.find(each => each.id === entry.id)
    if (entry.state !== 'delivered' || delivered.length !== 1 || own.length !== 2 || !arrival)
      result.ledgerFaults++
    else if (arrival.receipt !== undefined && arrival.receipt !== entry.receipt) result.ledgerFaults++
  }
}

interface Arrived {
  id: string
  name: string
  bytes: Buffer
  receipt?: string
}

const fromIntake = (intake: Intake): Arrived[] =>
  intake.arrivals.map((arrival, index) => ({
    id: arrival.key,
    name: arrival.parts[1]!.fileName,
    bytes: arrival.parts[1]!.body,
    receipt: `R-${index + 1}`,
  }))

function fromFolder(place: string): Arrived[] {
  const ledger = readFileSync(path.join(place, folderLedgerName), 'utf8').trim().split('\n')
  const receipts = ledger.map(line => JSON.parse(line) as { id: string; receipt: string })
  const folders = readdirSync(place).filter(name => !name.startsWith('.') && name.includes('lg1-'))
  return folders.map(name => {
    const manifest = JSON.parse(readFileSync(path.join(place, name, 'manifest.json'), 'utf8'))
    const report: string = manifest.report.path
    const receipt = receipts.find(each => each.id === manifest.id)?.receipt ?? 'missing in the ledger'
    return { id: manifest.id, name: report, bytes: readFileSync(path.join(place, name, report)), receipt }
  })
}
