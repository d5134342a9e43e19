// The record of every hand-in: one JSON object a line, only ever appended. Each line can be made again from the
// entries, so a line lost to a crash comes back; a line written twice is counted once.
import { errorCode } from '../disk'
import type { EntryFacts, LedgerEvent, LedgerVerb, Timeliness } from '../types'
import { isoInZone, readableTime } from '../zone'
import { ledgerOf, type Spool } from './layout'

/** A line of ledger.jsonl. `summary` is for people who open the file. */
export interface LedgerLine extends LedgerEvent {
  v: 1
  summary: string
  key: string
  instance: string
  id: string
  title: string
  unit: string | null
  kind: string | null
  authors: string[]
  channel: string
  channelType: string
  target: string
  acceptedAt: string
  deadline: string | null
  /** When it was handed in. */
  timeliness: Timeliness
  /** When it arrived; only on `delivered`. */
  arrival?: Timeliness
  lateReason: string | null
  files: number
  bytes: number
}

const verbs: Record<LedgerVerb, string> = {
  accepted: '已受理',
  delivered: '已送达',
  refused: '被退回',
  cancelled: '已取消',
  requeued: '重新报送',
  'set-aside': '记录损坏，已隔离',
  pruned: '超过保存期，清理稿件副本（清单和回执保留）',
}

export const isLedgerVerb = (value: unknown): value is LedgerVerb =>
  typeof value === 'string' && Object.hasOwn(verbs, value)

const timelinessWords: Record<Timeliness, string> = { 'on-time': '按时', late: '迟报', 'no-deadline': '' }

const arrivalOf = (facts: EntryFacts, at: string): Timeliness => {
  const due = facts.deadline === null ? Number.NaN : Date.parse(facts.deadline)
  if (Number.isNaN(due)) return 'no-deadline'
  return Date.parse(at) <= due ? 'on-time' : 'late'
}

export function ledgerLine(facts: EntryFacts, event: LedgerEvent): LedgerLine {
  const arrival = event.verb === 'delivered' ? { arrival: arrivalOf(facts, event.at) } : {}
  const words = [
    readableTime(Date.parse(event.at), facts.timeZone),
    verbs[event.verb],
    `《${facts.title}》`,
    `渠道 ${facts.channel}`,
    event.receipt ? `回执号 ${event.receipt}` : '',
    timelinessWords[facts.timeliness],
  ]
  return {
    v: 1,
    summary: words.filter(word => word !== '').join(' '),
    ...event,
    key: facts.key,
    instance: facts.instance,
    id: facts.id,
    title: facts.title,
    unit: facts.unit,
    kind: facts.kind,
    authors: facts.authors,
    channel: facts.channel,
    channelType: facts.channelType,
    target: facts.target,
    acceptedAt: facts.acceptedAt,
    deadline: facts.deadline,
    timeliness: facts.timeliness,
    ...arrival,
    lateReason: facts.lateReason,
    files: facts.files,
    bytes: facts.bytes,
  }
}

/** Appends whole lines. What a crash left without a line end stays alone on its line. */
export async function appendLedger(spool: Spool, lines: readonly LedgerLine[]): Promise<void> {
  if (lines.length === 0) return
  await appendLines(
    spool.runtime.disk,
    ledgerOf(spool),
    lines.map(line => JSON.stringify(line)),
  )
}

export async function appendLines(
  disk: Spool['runtime']['disk'],
  file: string,
  lines: readonly string[],
): Promise<void> {
  let lead = ''
  try {
    const last = await disk.tail(file, 1)
    if (last.length > 0 && last[0] !== 0x0a) lead = '\n'
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
  await disk.append(file, `${lead}${lines.join('\n')}\n`)
}

export interface Ledger {
  /** In the order of the file, each event once. */
  lines: LedgerLine[]
  /** Lines that cannot be read, by one-based number. They stay in the file. */
  unreadable: number[]
}

export const eventName = (line: Pick<LedgerLine, 'key' | 'instance' | 'sequence'>): string =>
  `${line.key}#${line.instance}#${line.sequence}`

export async function readLedger(spool: Pick<Spool, 'dir' | 'runtime'>): Promise<Ledger> {
  let text: string
  try {
    text = (await spool.runtime.disk.read(ledgerOf(spool as Spool))).toString('utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { lines: [], unreadable: [] }
    throw error
  }
  return parseLedger(text)
}

export function parseLedger(text: string): Ledger {
  const seen = new Set<string>()
  const ledger: Ledger = { lines: [], unreadable: [] }
  for (const [index, source] of text.split('\n').entries()) {
    if (source.trim() === '') continue
    const line = parseLine(source)
    if (!line) ledger.unreadable.push(index + 1)
    else if (!seen.has(eventName(line))) {
      seen.add(eventName(line))
      ledger.lines.push(line)
    }
  }
  return ledger
}

function parseLine(source: string): LedgerLine | undefined {
  try {
    const line = JSON.parse(source) as LedgerLine
    const sound =
      line?.v === 1 &&
      typeof line.key === 'string' &&
      isLedgerVerb(line.verb) &&
      Number.isFinite(line.sequence)
    return sound ? line : undefined
  } catch {
    return undefined
  }
}

export const eventNow = (spool: Spool, verb: LedgerVerb, zone: string, rest: Partial<LedgerEvent> = {}) => ({
  verb,
  at: isoInZone(spool.runtime.now(), zone),
  ...rest,
})
