// Where everything lies in a spool, and the object that the other functions pass around.
//
//   entries/<key>/entry.json    what it is: never changes
//                 status.json   where it stands: replaced by rename
//                 package/      report, images, manifest.json: never change
//                 lock/         numbered leases
//   tmp/                        half-written packages: not accepted yet
//   损坏待查/                    damaged entries, set aside and never deleted
//   ledger.jsonl                append-only record of every hand-in
import { createHash } from 'node:crypto'
import * as path from 'node:path'
import type { Channel } from '../channels/types'
import { errorCode } from '../disk'
import { diskNotice } from '../diskNotice'
import { notice, noticeError } from '../messages'
import type { Runtime } from '../runtime'

export interface Spool {
  dir: string
  runtime: Runtime
  /** A lease that is not renewed for this long is stale. */
  leaseMs: number
  /** Attempts that run in this process, by key, so that a cancel reaches them at once. */
  active: Map<string, AbortController>
  /** Keys that were seen in a final state: a long-lived queue does not read them again and again. */
  settled: Set<string>
}

export const setAsideName = '损坏待查'

export const entriesOf = (spool: Spool): string => path.join(spool.dir, 'entries')
export const temporaryOf = (spool: Spool): string => path.join(spool.dir, 'tmp')
export const setAsideOf = (spool: Spool): string => path.join(spool.dir, setAsideName)
export const ledgerOf = (spool: Spool): string => path.join(spool.dir, 'ledger.jsonl')
export const entryFolder = (spool: Spool, key: string): string => path.join(entriesOf(spool), key)
export const packageFolder = (spool: Spool, key: string): string =>
  path.join(entryFolder(spool, key), 'package')

/** Editor and terminal meet in the same spool without being told. */
export const spoolFolderFor = (root: string): string => path.join(root, '.ligao', 'spool')

export const keyPattern = /^lg1-[0-9a-f]{40}\.[0-9a-f]{10}$/

/** One version by one channel to one place: the unit that is sent once. */
export function entryKey(id: string, channel: Pick<Channel, 'name' | 'type' | 'target'>): string {
  const place = JSON.stringify([channel.name, channel.type, channel.target])
  return `${id}.${createHash('sha256').update(place).digest('hex').slice(0, 10)}`
}

const readme = `这里是“砺稿”的报送队列，请不要手工改动。
entries：每份报送一个文件夹，package 里是稿件、图片和 manifest.json；status.json 写明报送状态。
ledger.jsonl：报送台账，每行一条，只增不改。
已送达满 180 天的，只清理 package 里的稿件副本（最近 200 份始终保留），清单、回执和台账都留着；没有送达的一律不删。
${setAsideName}：损坏的记录会原样移到这里，不会删除。
This is the outgoing spool of Ligao. Please do not edit it by hand.
Copies of files go 180 days after delivery (the latest 200 always stay); manifests, receipts and the ledger stay.
What was not delivered is never deleted.
`

export async function ensureLayout(spool: Spool): Promise<void> {
  const { disk } = spool.runtime
  try {
    if (await isReady(spool)) return
    for (const folder of [entriesOf(spool), temporaryOf(spool)]) await disk.makeFolder(folder)
    await createOnce(spool, '说明.txt', readme)
    // Drafts must not slip into a repository.
    await createOnce(spool, '.gitignore', '*\n')
    // The new folders' own names must outlive a power cut too, up to where the workspace begins.
    for (let folder = spool.dir, up = 0; up < 3; folder = path.dirname(folder), up++)
      await disk.syncFolder(folder)
  } catch (error) {
    const why = diskNotice(error, spool.dir)
    if (why.code === 'disk-full' || why.code === 'disk-read-only') throw noticeError(why)
    throw noticeError(notice('spool-unusable', { file: spool.dir, detail: errorCode(error) || 'error' }))
  }
}

const isReady = async (spool: Spool): Promise<boolean> => {
  const parts = [entriesOf(spool), temporaryOf(spool), path.join(spool.dir, '.gitignore')]
  const found = await Promise.all(parts.map(part => spool.runtime.disk.facts(part).catch(() => undefined)))
  return found.every(each => each !== undefined)
}

async function createOnce(spool: Spool, name: string, text: string): Promise<void> {
  try {
    await spool.runtime.disk.create(path.join(spool.dir, name), text)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
}
