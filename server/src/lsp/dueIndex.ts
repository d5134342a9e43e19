// What all drafts of the workspace owe. No draft is kept: of each file only the lines that the client was told, so ten
// thousand drafts cost no more memory than their lists.

import type { Instant } from '../core'
import type { DueFile, DueItemsChange } from '../protocol'
import { readDocument } from './documents'
import { readDueFile } from './dueFile'
import type { Services } from './services'
import { fileKey } from './uri'

/** More Markdown files than this are no workspace of drafts. */
const mostFiles = 20_000
/** Files read ahead while one is looked through. */
const readAhead = 16
/** How long found items wait for company on their way to the client. */
const longestWait = 250

interface Known {
  /** Fingerprint of what the client was told; undefined when there is nothing to tell. */
  readonly told: number | undefined
  readonly expires: Instant | undefined
}

export interface DueIndex {
  /** Looks through the whole workspace; `step` hears how far it is. */
  scan(
    stopped: () => boolean,
    step: (done: number, all: number) => void,
  ): Promise<{ looked: number; truncated: boolean; cancelled: boolean }>
  /** Looks at these files again. */
  update(uris: Iterable<string>): Promise<void>
  has(uri: string): boolean
  all(): Iterable<string>
  /** Files whose answer the clock has changed, and when that happens next. */
  expired(now: Instant): readonly string[]
  nextExpiry(): Instant | undefined
}

export function createDueIndex(services: Services, tell: (change: DueItemsChange) => void): DueIndex {
  const { runtime, documents, settings } = services
  const known = new Map<string, Known>()
  // Counts the looks at a file, so that a slow reading never covers a newer one.
  const looks = new Map<string, number>()
  let scans = 0

  // By one address of a file: a draft that is open under another spelling is the same draft.
  const look = async (address: string, change: { changed: DueFile[]; removed: string[] }) => {
    const uri = fileKey(address)
    const turn = (looks.get(uri) ?? 0) + 1
    looks.set(uri, turn)
    const text = documents.get(uri) ? undefined : await runtime.files.read(uri).catch(() => undefined)
    const own = await settings.of(settingsPlace(uri))
    if (looks.get(uri) !== turn) return
    const open = documents.get(uri)
    const document =
      open ?? (text === undefined ? undefined : readDocument(uri, text, services.client.positionEncoding))
    const { file, expires } =
      document?.role === 'draft'
        ? readDueFile(document, own.settings, services.languageOf(own), runtime.clock.now())
        : { file: undefined, expires: undefined }
    const told = file && fingerprint(JSON.stringify(file))
    const before = known.get(uri)?.told
    if (document) known.set(uri, { told, expires })
    else known.delete(uri)
    if (told === before) return
    if (file) change.changed.push(file)
    else change.removed.push(uri)
  }

  const attempt = async (uri: string, change: { changed: DueFile[]; removed: string[] }) => {
    try {
      await look(uri, change)
    } catch (error) {
      services.log('dueItems', error)
    }
  }

  const send = (change: { changed: DueFile[]; removed: string[] }) => {
    if (change.changed.length || change.removed.length) tell({ ...change })
    change.changed = []
    change.removed = []
  }

  return {
    async scan(stopped, step) {
      const scan = ++scans
      const over = () => stopped() || scan !== scans
      const { files, truncated } = await listDrafts(services)
      const change: { changed: DueFile[]; removed: string[] } = { changed: [], removed: [] }
      let sent = runtime.clock.now()
      let done = 0
      for (; done < files.length && !over(); done += readAhead) {
        await Promise.all(files.slice(done, done + readAhead).map(uri => attempt(uri, change)))
        await runtime.breathe()
        const now = runtime.clock.now()
        if (now - sent >= longestWait || now < sent) {
          sent = now
          send(change)
          step(Math.min(done + readAhead, files.length), files.length)
        }
      }
      const cancelled = over()
      if (!cancelled) {
        const there = new Set(files)
        const gone = [...known.keys()].filter(uri => !there.has(uri) && !documents.get(uri))
        for (const uri of gone) {
          if (known.get(uri)?.told !== undefined) change.removed.push(uri)
          known.delete(uri)
          looks.delete(uri)
        }
      }
      send(change)
      return { looked: Math.min(done, files.length), truncated, cancelled }
    },
    async update(uris) {
      const change: { changed: DueFile[]; removed: string[] } = { changed: [], removed: [] }
      let seen = 0
      let sent = runtime.clock.now()
      for (const uri of uris) {
        await attempt(uri, change)
        if (++seen % readAhead !== 0) continue
        await runtime.breathe()
        const now = runtime.clock.now()
        // Of a long list nothing waits for its end: another look at the same file would find it told already.
        if (now - sent < longestWait && now >= sent) continue
        sent = now
        send(change)
      }
      send(change)
    },
    has: uri => known.has(fileKey(uri)),
    all: () => known.keys(),
    expired: now =>
      [...known].filter(([, { expires }]) => expires !== undefined && expires <= now).map(([uri]) => uri),
    nextExpiry() {
      let next: Instant | undefined
      for (const { expires } of known.values())
        if (expires !== undefined && (next === undefined || expires < next)) next = expires
      return next
    },
  }
}

/** Fifty-three bits: two texts of one file that are taken for the same are not to be met. */
function fingerprint(text: string): number {
  let low = 0x811c9dc5
  let high = 0x9e3779b9
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ code, 0x85ebca6b)
  }
  return (high >>> 11) * 0x100000000 + (low >>> 0)
}

/** One question to the editor for all drafts of a folder, not one for each. */
function settingsPlace(uri: string): string {
  return uri.startsWith('file:') ? `${uri.slice(0, uri.lastIndexOf('/') + 1)}due.md` : uri
}

async function listDrafts({ folders, runtime, documents }: Services) {
  const found = new Set<string>()
  for (const folder of folders()) {
    if (found.size > mostFiles) break
    const files = await runtime.files.list(folder, ['.md', '.markdown'], mostFiles + 1 - found.size)
    for (const uri of files) found.add(fileKey(uri))
  }
  const truncated = found.size > mostFiles
  // What is being written comes first, and counts wherever it lies.
  const open = documents.all().flatMap(({ uri, role }) => (role === 'draft' ? fileKey(uri) : []))
  return { files: [...new Set([...open, ...[...found].slice(0, mostFiles)])], truncated }
}
