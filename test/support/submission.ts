// A small office for the hand-in tests: a workspace with drafts in a temporary folder, its spool, its channels.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { deflateSync } from 'node:zlib'
import {
  type Accepted,
  accept,
  type Channel,
  type DeliverOptions,
  type EntryView,
  type HandIn,
  nodeRuntime,
  openSpool,
  parseChannels,
  type QueueEvent,
  type Runtime,
  type Spool,
  startQueue,
} from '../../client/src/submission'

export interface Office {
  root: string
  /** Writes a file below the workspace folder and returns its path. */
  write(name: string, content: string | Uint8Array): string
  clean(): void
}

export function makeOffice(inside = 'ligao-office-'): Office {
  const base = mkdtempSync(path.join(tmpdir(), 'ligao-'))
  const root = path.join(base, inside)
  mkdirSync(root, { recursive: true })
  return {
    root,
    write(name, content) {
      const file = path.join(root, name)
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, content)
      return file
    },
    clean: () => rmSync(base, { recursive: true, force: true }),
  }
}

export const draft = (title: string, more = ''): string => `---
标题: ${title}
类型: 问题建议
单位: 青石镇人民政府
拟稿人: [张明, 李想]
审核人: 王芳
签发人: 赵强
联系电话: 0700-1234567
报送对象: 县委办公室信息科
成稿日期: 2026-04-28
状态: 草稿
---

# ${title}

4月27日，青石镇排查地质灾害隐患点46处，发现新增裂缝3处，转移群众17户62人。${more}
`

export const handInOf = (office: Office, file: string, more: Partial<HandIn> = {}): HandIn => ({
  file,
  root: office.root,
  checked: { errors: 0, warnings: 0, ruleSet: 'test-1' },
  ...more,
})

export function channelOf(
  office: Office,
  settings: Record<string, unknown>,
  plainHosts: string[] = [],
): Channel {
  const { channels, problems } = parseChannels([settings], { root: office.root, plainHosts })
  if (!channels[0]) throw new Error(problems.map(each => each.zh).join('\n'))
  return channels[0]
}

export const folderChannel = (office: Office): Channel =>
  channelOf(office, { name: '报送箱', type: 'folder', path: '报送箱' })

export const deliverOptions = (channels: Channel[], more: Partial<DeliverOptions> = {}): DeliverOptions => ({
  channels,
  trusted: true,
  secret: async () => undefined,
  limits: { connectMs: 2_000, idleMs: 2_000, totalMs: 5_000 },
  ...more,
})

/** A runtime whose clock stands still until it is moved, and whose waiting moves it. */
export function stillRuntime(start = Date.parse('2026-04-28T10:00:00+08:00')): Runtime & { at: number } {
  const real = nodeRuntime()
  let waits = 0
  const runtime = {
    ...real,
    at: start,
    now: () => runtime.at,
    random: () => 0.5,
    wait: async (ms: number, signal?: AbortSignal) => {
      // Heartbeats wait until they are stopped; anything else is let through at once, on the moved clock.
      if (ms === heartbeat) return real.wait(2 ** 30, signal)
      if (++waits > 2_000) throw new Error('waits without end')
      if (!signal?.aborted) runtime.at += ms
      await new Promise(resolve => setImmediate(resolve))
    },
  }
  return runtime
}

const leaseMs = 30_000
const heartbeat = leaseMs / 3

export async function openOfficeSpool(office: Office, runtime?: Runtime): Promise<Spool> {
  return (await openSpool(path.join(office.root, '.ligao/spool'), { runtime, leaseMs })).spool
}

export async function mustAccept(spool: Spool, handIn: HandIn, channel: Channel): Promise<EntryView> {
  const result: Accepted = await accept(spool, handIn, channel, { trusted: true })
  if (result.outcome !== 'accepted')
    throw new Error(`${result.outcome}: ${result.notices.map(n => n.zh).join()}`)
  return result.entry
}

/** Runs the queue and returns what it said. */
export async function runQueue(
  spool: Spool,
  options: DeliverOptions,
  until: 'once' | 'settled' = 'once',
): Promise<QueueEvent[]> {
  const events: QueueEvent[] = []
  await startQueue(spool, { ...options, until, onEvent: event => events.push(event) }).done
  return events
}

/** A real PNG with a pattern. */
export function png(width = 40, height = 30): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height)
  for (let at = 0; at < rows.length; at++) rows[at] = at % (width * 3 + 1) === 0 ? 0 : (at * 7) % 256
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc(body))
  return Buffer.concat([length, body, sum])
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  }
  return (value ^ 0xffffffff) >>> 0
}
