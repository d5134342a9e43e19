// The reports of the workspace as 内容雷同 compares with them: read once in the background, file by file, then followed.
// Kept are hashes of paragraphs, up to a number; never a text.

import { type EarlierReport, fingerprintOf, rules } from '../core'
import { pathOf } from './checks'
import type { Runtime, Timer } from './runtime'
import { fileKey, isBelow } from './uri'

export interface Earlier {
  /** The same list until something changes; empty while nothing was read. */
  current(): readonly EarlierReport[]
  /** Somebody writes: have the workspace read, in a pause, unless it was. */
  wanted(): void
  /** Has it read now; resolves when it was. */
  ready(): Promise<void>
  /** These files were written, made or removed. */
  changed(uris: Iterable<string>): void
  dispose(): void
}

/** The first findings and what the writer does next come before this. */
const pause = 1500
/** Saving several files is one change. */
const company = 300
const mostFiles = 2000
/** About fifteen megabytes of hashes. */
const mostParagraphs = 12_000
const readAhead = 8

const none: readonly EarlierReport[] = []

export function createEarlier(
  runtime: Runtime,
  folders: () => readonly string[],
  late: () => void,
  log: (what: string, error?: unknown) => void,
): Earlier {
  const reports = new Map<string, EarlierReport>()
  let list: readonly EarlierReport[] = none
  let paragraphs = 0
  let reading: Promise<void> | undefined
  let readFolders: readonly string[] | undefined
  let timer: Timer | undefined
  const dirty = new Set<string>()
  let dirtyTimer: Timer | undefined
  let gone = false
  // Without the rule nobody reads what is kept here.
  const needed = (runtime.rules ?? rules).some(rule => rule.id === 'duplicate-content')

  const put = (uri: string, report: EarlierReport | undefined): boolean => {
    const before = reports.get(uri)
    if (report === before || (report && before && sameReport(report, before))) return false
    paragraphs -= before?.paragraphs.length ?? 0
    reports.delete(uri)
    if (!report || paragraphs + report.paragraphs.length > mostParagraphs) return before !== undefined
    paragraphs += report.paragraphs.length
    reports.set(uri, report)
    return true
  }
  const look = (uri: string, text: string | undefined): boolean => {
    try {
      return put(uri, text === undefined ? undefined : fingerprintOf(text, pathOf(uri)))
    } catch (error) {
      log('earlier', error)
      return false
    }
  }
  const lookAt = async (uris: readonly string[], less = false): Promise<void> => {
    let changed = less
    for (let i = 0; i < uris.length; i += readAhead) {
      const ahead = uris.slice(i, i + readAhead)
      const texts = await Promise.all(ahead.map(uri => runtime.files.read(uri).catch(() => undefined)))
      for (const [k, uri] of ahead.entries()) {
        // Between any two files the writer comes first.
        await runtime.breathe()
        if (gone) return
        if (look(uri, texts[k])) changed = true
      }
    }
    if (!changed) return
    list = [...reports.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    late()
  }
  const readAll = async (): Promise<void> => {
    const found: string[] = []
    for (const folder of folders()) {
      if (found.length >= mostFiles) break
      found.push(...(await runtime.files.list(folder, ['.md', '.markdown'], mostFiles - found.length)))
    }
    const keys = found.map(fileKey)
    // What lies in a folder that was taken out of the workspace counts no more.
    const there = [...reports.keys()].filter(uri => isBelow(uri, folders()))
    const gone = [...reports.keys()].filter(uri => !there.includes(uri))
    for (const uri of gone) put(uri, undefined)
    await lookAt([...new Set([...keys, ...there])], gone.length > 0)
  }
  const start = (): Promise<void> => {
    timer?.cancel()
    timer = undefined
    readFolders = folders()
    reading = readAll().catch(error => log('earlier', error))
    return reading
  }
  return {
    current: () => list,
    wanted() {
      if (!needed || readFolders === folders() || timer || gone) return
      timer = runtime.clock.setTimer(() => void start(), pause)
    },
    ready: async () => (!needed ? undefined : readFolders === folders() && reading ? reading : start()),
    changed(uris) {
      if (!reading) return
      for (const uri of uris) dirty.add(fileKey(uri))
      if (dirty.size === 0 || gone) return
      dirtyTimer ??= runtime.clock.setTimer(() => {
        dirtyTimer = undefined
        const all = [...dirty]
        dirty.clear()
        void lookAt(all)
      }, company)
    },
    dispose() {
      gone = true
      timer?.cancel()
      dirtyTimer?.cancel()
    },
  }
}

/** Whether a draft compared with either hears the same. */
function sameReport(a: EarlierReport, b: EarlierReport): boolean {
  const head = ({ title, date, kind, event, status }: EarlierReport) =>
    JSON.stringify([title, date, kind, event, status])
  return (
    head(a) === head(b) &&
    a.paragraphs.length === b.paragraphs.length &&
    a.paragraphs.every(({ shingles, figures }, i) => {
      const other = b.paragraphs[i]!
      return (
        shingles.length === other.shingles.length &&
        shingles.every((hash, k) => hash === other.shingles[k]) &&
        figures.join() === other.figures.join()
      )
    })
  )
}
