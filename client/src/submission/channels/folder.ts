// Channel `folder`: one folder per report in a directory, local or shared, with a ledger beside them. The default,
// because it works at once and every office has a shared drive.
//
// Exactly once: the folder's name is made from the package id, it is written whole under a temporary name and
// appears by one rename, which fails where it exists. A second try, or a second machine, finds the first one's
// receipt. A share that is not mounted must not be mistaken for an empty directory: the place carries a mark, and
// where a mark was seen before, its absence means that this is not the place.
import * as path from 'node:path'
import { errorCode } from '../disk'
import { diskNotice } from '../diskNotice'
import { type Notice, notice, noticeError, noticeOf } from '../messages'
import { fitName, safeSegment } from '../package/paths'
import { appendLines } from '../spool/ledger'
import { compactDate, isoInZone, readableTime } from '../zone'
import { badValue, missingValue, textValue } from './settings'
import type { Channel, ChannelType, DeliveryContext, Outcome, Parcel } from './types'

interface FolderSettings {
  path: string
}

const markName = '.ligao-intake.json'
export const folderLedgerName = '报送台账.jsonl'
const temporaryPrefix = '.ligao-tmp-'

export const folder: ChannelType<FolderSettings> = {
  type: 'folder',
  keys: ['path'],
  alwaysDocx: false,
  parse(name, raw, { root }) {
    const { value, problem } = textValue(name, raw, 'path')
    if (problem) return { problems: [problem] }
    if (value === undefined) return { problems: [missingValue(name, 'path')] }
    if (value.startsWith('~')) return { problems: [badValue(name, 'path', '不支持 ~ / no ~')] }
    const problems: Notice[] = []
    const target = path.resolve(root, value)
    if (target === path.parse(target).root)
      problems.push(badValue(name, 'path', '不能是根目录 / not the root'))
    // As written in the settings: the same place has the same name on every machine that shares the spool.
    return problems.length > 0 ? { problems } : { target: value, settings: { path: target } }
  },
  deliver,
}

interface Receipt {
  receipt: string
  id: string
  receivedAt: string
}

async function deliver(
  channel: Channel<FolderSettings>,
  parcel: Parcel,
  context: DeliveryContext,
): Promise<Outcome> {
  const place = channel.settings.path
  try {
    await knowPlace(place, context)
    const name = folderName(parcel)
    const final = path.join(place, name)
    const receipt = (await existing(final, parcel, context)) ?? (await write(place, final, parcel, context))
    await record(place, name, receipt, parcel, context)
    return { kind: 'delivered', receipt: receipt.receipt }
  } catch (error) {
    if (context.signal.aborted) return { kind: 'retry', notice: notice('interrupted'), mayHaveArrived: true }
    const why = noticeOf(error) ?? diskNotice(error, place)
    return { kind: 'retry', notice: why, mayHaveArrived: false, unreachable: true }
  }
}

// Made once when it was never used before and its parent is there; later it must carry the mark that we know.
async function knowPlace(place: string, context: DeliveryContext): Promise<void> {
  const { disk, memory } = context
  const known = await memory.read()
  const gone = noticeError(notice('folder-gone', { file: place }))
  const mark = await readMark(place, context)
  if (mark !== undefined && (known === undefined || known === mark || context.acceptNewPlace)) {
    if (known !== mark) await memory.write(mark)
    return
  }
  if (known !== undefined && !context.acceptNewPlace) throw gone
  try {
    await disk.makeNewFolder(place)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') throw gone
    if (errorCode(error) !== 'EEXIST') throw error
  }
  const fresh = JSON.stringify({ ligao: 'intake', mark: context.token() })
  try {
    await disk.create(path.join(place, markName), fresh)
    await disk.syncFolder(place)
    await disk.syncFolder(path.dirname(place))
  } catch (error) {
    // Another machine was first: its mark is the one.
    if (errorCode(error) !== 'EEXIST') throw error
  }
  await memory.write((await readMark(place, context)) ?? fresh)
}

async function readMark(place: string, { disk }: DeliveryContext): Promise<string | undefined> {
  try {
    return (await disk.read(path.join(place, markName))).toString('utf8').slice(0, 1000)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return undefined
    throw error
  }
}

// From the content alone, so that two machines arrive at the same name.
function folderName(parcel: Parcel): string {
  const { id, report } = parcel.manifest
  const words = [...`${report.unit ?? ''} ${report.title}`.trim()].slice(0, 50).join('')
  return fitName(safeSegment(words).replace(/^\./, '_'), `-${id}`, 200)
}

async function existing(
  final: string,
  parcel: Parcel,
  { disk }: DeliveryContext,
): Promise<Receipt | undefined> {
  try {
    const receipt = JSON.parse(
      (await disk.read(path.join(final, 'receipt.json'))).toString('utf8'),
    ) as Receipt
    return receipt.id === parcel.manifest.id && typeof receipt.receipt === 'string' ? receipt : undefined
  } catch (error) {
    if (error instanceof SyntaxError || errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

async function write(
  place: string,
  final: string,
  parcel: Parcel,
  context: DeliveryContext,
): Promise<Receipt> {
  const { disk, now, token, signal } = context
  const { manifest } = parcel
  const temporary = path.join(place, `${temporaryPrefix}${manifest.id.slice(0, 16)}-${token()}`)
  await sweep(place, context)
  try {
    await disk.makeNewFolder(temporary)
    const folders = new Set([temporary])
    const total = manifest.files.reduce((sum, file) => sum + file.bytes, 0)
    let sent = 0
    for (const file of manifest.files) {
      signal.throwIfAborted()
      const parts = file.path.split('/')
      for (let depth = 1; depth < parts.length; depth++)
        folders.add(path.join(temporary, ...parts.slice(0, depth)))
      const target = path.join(temporary, ...parts)
      await disk.makeFolder(path.dirname(target))
      await disk.create(target, disk.stream(path.join(parcel.folder, ...parts)))
      sent += file.bytes
      context.progress(sent, total)
    }
    await disk.create(path.join(temporary, 'manifest.json'), parcel.manifestBytes)
    const at = now()
    const receipt: Receipt = {
      receipt: `LG${compactDate(at, parcel.timeZone)}-${manifest.id.slice(4, 12).toUpperCase()}`,
      id: manifest.id,
      receivedAt: isoInZone(at, parcel.timeZone),
    }
    await disk.create(path.join(temporary, 'receipt.json'), `${JSON.stringify(receipt, null, 2)}\n`)
    for (const each of [...folders].reverse()) await disk.syncFolder(each)
    signal.throwIfAborted()
    await disk.rename(temporary, final)
    await disk.syncFolder(place)
    return receipt
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined)
    // Someone else's rename came first.
    const theirs = await existing(final, parcel, context).catch(() => undefined)
    if (theirs) return theirs
    throw error
  }
}

// What a killed attempt left behind; judged by the clock of the share, and only after a day.
async function sweep(place: string, { disk, token }: DeliveryContext): Promise<void> {
  const left = (await disk.list(place)).filter(entry => entry.name.startsWith(temporaryPrefix))
  if (left.length === 0) return
  const probe = path.join(place, `${temporaryPrefix}${token()}`)
  await disk.create(probe, '')
  const now = (await disk.facts(probe)).mtimeMs
  await disk.remove(probe)
  for (const { name } of left) {
    const facts = await disk.facts(path.join(place, name)).catch(() => undefined)
    if (facts && now - facts.mtimeMs > 24 * 3_600_000)
      await disk.remove(path.join(place, name)).catch(() => undefined)
  }
}

// The receiving side reads this file. A line that could not be written does not undo the delivery: the folder with
// its receipt is there, and the next delivery of the same version would write it.
async function record(
  place: string,
  name: string,
  receipt: Receipt,
  parcel: Parcel,
  context: DeliveryContext,
): Promise<void> {
  const file = path.join(place, folderLedgerName)
  const { disk } = context
  try {
    const text = (await disk.read(file).catch(() => Buffer.alloc(0))).toString('utf8')
    if (text.includes(`"id":"${receipt.id}"`)) return
    const { report, timing } = parcel.manifest
    const time = readableTime(Date.parse(receipt.receivedAt), parcel.timeZone)
    const line = {
      summary: `${time} 收到 ${report.unit ?? ''}《${report.title}》 回执号 ${receipt.receipt}`,
      id: receipt.id,
      receipt: receipt.receipt,
      receivedAt: receipt.receivedAt,
      folder: name,
      unit: report.unit,
      title: report.title,
      kind: report.kind,
      authors: report.authors,
      deadline: timing.deadline,
      timeliness: timing.timeliness,
      lateReason: timing.lateReason,
    }
    await appendLines(disk, file, [JSON.stringify(line)])
  } catch {}
}
