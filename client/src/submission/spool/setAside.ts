// A damaged entry is moved, whole, to a folder that people see; it is reported and never deleted.
import * as path from 'node:path'
import { errorCode } from '../disk'
import { type Notice, notice } from '../messages'
import { isFacts } from './entry'
import { entryFolder, type Spool, setAsideName, setAsideOf } from './layout'
import { appendLedger, eventNow, type LedgerLine, ledgerLine } from './ledger'

export interface SetAside {
  /** Folder name inside 损坏待查. */
  name: string
  folder: string
  notice: Notice
}

export async function setAside(spool: Spool, key: string, detail: string): Promise<SetAside | undefined> {
  const { disk, token } = spool.runtime
  const name = `${key.slice(0, 60)}-${token().slice(0, 8)}`
  const folder = path.join(setAsideOf(spool), name)
  const line = await lineFor(spool, key)
  await disk.makeFolder(setAsideOf(spool))
  try {
    await disk.rename(entryFolder(spool, key), folder)
  } catch (error) {
    // Another window was faster.
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
  await disk.syncFolder(setAsideOf(spool))
  const what = damageNotice(key, detail)
  await disk.create(path.join(folder, '为什么在这里.txt'), `${what.zh}\n${what.en}\n`).catch(() => undefined)
  if (line) await appendLedger(spool, [line]).catch(() => undefined)
  spool.settled.delete(key)
  return { name, folder, notice: what }
}

/** The event's number where the status that counts them cannot be trusted. */
const afterAll = 1_000_000

// The record says where the report went to, as far as the entry can still say what it was.
async function lineFor(spool: Spool, key: string): Promise<LedgerLine | undefined> {
  try {
    const text = await spool.runtime.disk.read(path.join(entryFolder(spool, key), 'entry.json'))
    const facts: unknown = JSON.parse(text.toString('utf8'))
    if (!isFacts(facts, key)) return undefined
    const event = eventNow(spool, 'set-aside', facts.timeZone, { code: 'entry-damaged' })
    return ledgerLine(facts, { sequence: afterAll, ...event })
  } catch {
    return undefined
  }
}

const damageNotice = (key: string, detail: string): Notice =>
  notice('entry-damaged', { file: key.slice(0, 12), detail, place: setAsideName })

/** Everything that was ever set aside and is still there. */
export async function listSetAside(spool: Spool): Promise<SetAside[]> {
  const { disk } = spool.runtime
  const names = await disk.list(setAsideOf(spool)).catch(error => {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  })
  const folders = names.filter(entry => entry.kind === 'folder')
  return Promise.all(
    folders.map(async ({ name }) => {
      const folder = path.join(setAsideOf(spool), name)
      const why = await disk.read(path.join(folder, '为什么在这里.txt')).catch(() => undefined)
      const [zh, en] = why?.toString('utf8').split('\n') ?? []
      const standard = damageNotice(name, '?')
      return { name, folder, notice: { ...standard, zh: zh ?? standard.zh, en: en ?? standard.en } }
    }),
  )
}
