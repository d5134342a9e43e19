// Everything that was handed in from this machine, and the queue that sends it: opened when it is first needed, shared by
// all windows (the library's locks keep them apart), and taken up again after a restart.

import { access } from 'node:fs/promises'
import path from 'node:path'
import * as vscode from 'vscode'
import type {
  Accepted,
  Channel,
  EntryView,
  HandIn,
  Notice,
  Queue,
  QueueEvent,
  SetAside,
  Spool,
} from '../../submission'
import { channelFrom, type KnownChannel } from './channels'
import { library, wordInWorker } from './library'
import { type Origin, type Origins, originsIn } from './origins'
import type { Secrets } from './secrets'

export interface Outbox extends vscode.Disposable {
  /** The list, or the progress of an entry, changed. */
  readonly onDidChange: vscode.Event<void>
  /** What happened to one entry in this window's own queue. */
  readonly onEvent: vscode.Event<QueueEvent>
  /** A hand-in was delivered, by whichever window, and its receipt is not in the draft yet. */
  readonly onOwed: vscode.Event<{ entry: EntryView; origin: Origin }>
  /** Oldest first. */
  readonly entries: readonly EntryView[]
  readonly aside: readonly SetAside[]
  /** Bytes sent and to send, while an entry is on its way. */
  progressOf(key: string): { readonly sent: number; readonly total: number } | undefined
  /** Makes `entries` what the disk says; opens nothing where nothing was ever handed in. */
  refresh(): Promise<void>
  /** What keeps the spool itself from working. */
  readonly trouble: Notice | undefined
  accept(handIn: HandIn, channel: KnownChannel, draft: vscode.Uri, id: string): Promise<Accepted>
  /** The settings of a place as they are now: a certificate file or a user name may have been mended. */
  learn(key: string, channel: KnownChannel): Promise<void>
  retry(key: string, acceptNewPlace?: boolean): Promise<EntryView | undefined>
  retryAll(): Promise<void>
  cancel(key: string): Promise<'cancelled' | 'delivered' | 'requested' | 'absent'>
  originOf(key: string): Promise<Origin | undefined>
  /** The receipt stands in the draft now. */
  settle(key: string): Promise<void>
  readonly ledger: vscode.Uri
}

const isOpen = ({ state }: EntryView): boolean => state === 'queued' || state === 'sending'

export function openOutbox(context: vscode.ExtensionContext, secrets: Secrets): Outbox {
  const folder = path.join(context.globalStorageUri.fsPath, 'spool')
  const origins: Origins = originsIn(path.join(context.globalStorageUri.fsPath, 'origins'))
  const changed = new vscode.EventEmitter<void>()
  const events = new vscode.EventEmitter<QueueEvent>()
  const owed = new vscode.EventEmitter<{ entry: EntryView; origin: Origin }>()
  const entries = new Map<string, EntryView>()
  const progress = new Map<string, { sent: number; total: number }>()
  const subscriptions: vscode.Disposable[] = [changed, events, owed]
  /** The queue reads this very array before each attempt. */
  const channels: Channel[] = []
  const routed = new Set<string>()
  /** Delivered, and known to stand in its draft. */
  const settled = new Set<string>()
  /** Counts what was taken in, so that a list that was read meanwhile is not believed. */
  let taken = 0
  let trouble: Notice | undefined
  let aside: readonly SetAside[] = []
  let opening: Promise<Spool> | undefined
  let running: { queue: Queue; stop: AbortController } | undefined
  let reading: Promise<void> | undefined
  let again = false

  const open = (): Promise<Spool> => {
    opening ??= library()
      .openSpool(folder)
      .then(
        ({ spool }) => {
          watch()
          // Old copies can wait for a quiet moment; what is in the way of it does not matter today.
          void library()
            .pruneSpool(spool)
            .catch(() => undefined)
          return spool
        },
        error => {
          opening = undefined
          throw error
        },
      )
    return opening
  }

  // Other windows write the ledger too: whatever they do to an entry ends up there.
  const watch = () => {
    const pattern = new vscode.RelativePattern(vscode.Uri.file(folder), 'ledger.jsonl')
    const watcher = vscode.workspace.createFileSystemWatcher(pattern)
    const look = () => void refresh()
    subscriptions.push(watcher, watcher.onDidChange(look), watcher.onDidCreate(look))
  }

  const read = async () => {
    const before = taken
    const spool = await open()
    const list = await library().listEntries(spool)
    aside = await library().listSetAside(spool)
    if (taken !== before) {
      again = true
      return
    }
    entries.clear()
    for (const entry of list.entries) entries.set(entry.key, entry)
    void vscode.commands.executeCommand('setContext', 'ligao.hasSubmissions', entries.size + aside.length > 0)
    changed.fire()
    if (list.entries.some(isOpen)) await run()
    else stop()
    for (const entry of list.entries) if (entry.state === 'delivered') await tellOwed(entry)
  }

  const refresh = async (): Promise<void> => {
    if (reading) {
      again = true
      return reading
    }
    if (!opening && !(await isThere(folder))) return
    reading = (async () => {
      do {
        again = false
        await read()
        trouble = undefined
      } while (again)
    })()
      .catch(error => {
        trouble =
          library().noticeOf(error) ?? library().notice('spool-unusable', { file: folder, detail: '' })
        changed.fire()
      })
      .finally(() => {
        reading = undefined
      })
    return reading
  }

  /** Knows the channel of every waiting entry as it was confirmed, whatever folder this window has open. */
  const route = async () => {
    for (const entry of entries.values()) {
      if (!isOpen(entry) || routed.has(entry.key)) continue
      const origin = await origins.read(entry.key)
      const channel = origin && channelFrom(origin.channel)
      if (channel && !placeOf(channel)) channels.push(channel)
      routed.add(entry.key)
    }
  }

  const placeOf = (channel: Channel) =>
    channels.find(
      ({ name, type, target }) => name === channel.name && type === channel.type && target === channel.target,
    )

  const addChannel = (channel: Channel) => {
    const same = placeOf(channel)
    if (same) channels.splice(channels.indexOf(same), 1, channel)
    else channels.push(channel)
  }

  const run = async () => {
    // What waits was confirmed in a folder that was trusted; a window that is not sends nothing at all.
    if (!vscode.workspace.isTrusted) return
    await route()
    if (running && !running.stop.signal.aborted) return
    const spool = await open()
    const stopper = new AbortController()
    const queue = library().startQueue(spool, {
      until: 'forever',
      channels,
      trusted: true,
      secret: secrets.source,
      proxyEnvironment: proxyEnvironment(),
      signal: stopper.signal,
      onEvent: handle,
    })
    running = { queue, stop: stopper }
  }

  const stop = () => {
    running?.stop.abort()
    running = undefined
  }

  const handle = (event: QueueEvent) => {
    if ('entry' in event) {
      const { entry } = event
      entries.set(entry.key, entry)
      if (event.type === 'progress')
        progress.set(entry.key, { sent: event.sentBytes, total: event.totalBytes })
      else progress.delete(entry.key)
    }
    if (event.type === 'trouble') trouble = event.notice
    events.fire(event)
    changed.fire()
    if (event.type === 'settled' && event.entry.state === 'delivered') void tellOwed(event.entry)
    if (event.type === 'settled' || event.type === 'set-aside') void refresh().catch(() => undefined)
  }

  const tellOwed = async (entry: EntryView) => {
    if (settled.has(entry.key)) return
    const origin = await origins.read(entry.key)
    if (origin?.written) settled.add(entry.key)
    else if (origin) owed.fire({ entry, origin })
  }

  const nudge = () => running?.queue.nudge(true)

  /** A draft that is renamed or moved before its receipt comes gets it all the same. */
  const follow = async (files: vscode.FileRenameEvent['files']) => {
    for (const { key } of entries.values()) {
      if (settled.has(key)) continue
      const origin = await origins.read(key)
      const draft = origin && !origin.written ? movedTo(origin.draft, files) : undefined
      if (origin && draft) await origins.save(key, { ...origin, draft })
    }
  }

  subscriptions.push(
    vscode.workspace.onDidGrantWorkspaceTrust(() => void refresh()),
    vscode.workspace.onDidRenameFiles(({ files }) => void follow(files).catch(() => undefined)),
  )
  return {
    onDidChange: changed.event,
    onEvent: events.event,
    onOwed: owed.event,
    get entries() {
      return [...entries.values()]
    },
    get aside() {
      return aside
    },
    get trouble() {
      return trouble
    },
    progressOf: key => progress.get(key),
    refresh,
    async accept(handIn, { channel, source }, draft, id) {
      const spool = await open()
      const key = library().entryKey(id, channel)
      // First the way, then the report: a report that is taken in without one could not be sent.
      await origins.save(key, {
        draft: draft.toString(),
        channel: source,
        timeZone: handIn.timeZone ?? 'Asia/Shanghai',
        written: false,
      })
      settled.delete(key)
      addChannel(channel)
      const trusted = vscode.workspace.isTrusted
      const answer = await library().accept(spool, handIn, channel, { trusted, docx: wordInWorker() })
      taken++
      if (answer.outcome !== 'stopped' && answer.entry) entries.set(key, answer.entry)
      changed.fire()
      if (answer.outcome === 'accepted') {
        await run()
        nudge()
      }
      if (answer.outcome === 'known' && answer.entry?.state === 'delivered') await tellOwed(answer.entry)
      void vscode.commands.executeCommand('setContext', 'ligao.hasSubmissions', entries.size > 0)
      return answer
    },
    async learn(key, { channel, source }) {
      addChannel(channel)
      const origin = await origins.read(key)
      if (origin) await origins.save(key, { ...origin, channel: source })
    },
    async retry(key, acceptNewPlace) {
      const spool = await open()
      const entry = await library().retryEntry(spool, key, { acceptNewPlace })
      routed.delete(key)
      await refresh()
      nudge()
      return entry
    },
    async retryAll() {
      await refresh()
      routed.clear()
      await run()
      nudge()
    },
    async cancel(key) {
      const { outcome } = await library().cancelEntry(await open(), key)
      await refresh()
      return outcome
    },
    originOf: key => origins.read(key),
    async settle(key) {
      const origin = await origins.read(key)
      if (origin && !origin.written) await origins.save(key, { ...origin, written: true })
      settled.add(key)
    },
    ledger: vscode.Uri.file(path.join(folder, 'ledger.jsonl')),
    dispose() {
      stop()
      for (const each of subscriptions) each.dispose()
    },
  }
}

/** Where a draft is now, after it or a folder above it was renamed; undefined where it did not move. */
function movedTo(draft: string, files: vscode.FileRenameEvent['files']): string | undefined {
  for (const { oldUri, newUri } of files) {
    const before = oldUri.toString()
    if (draft === before || draft.startsWith(`${before}/`))
      return newUri.toString() + draft.slice(before.length)
  }
  return undefined
}

const isThere = (folder: string): Promise<boolean> =>
  access(path.join(folder, 'entries')).then(
    () => true,
    () => false,
  )

/** VS Code's own proxy setting goes before the environment, as everywhere in VS Code. */
function proxyEnvironment(): Record<string, string | undefined> {
  const settings = vscode.workspace.getConfiguration('http')
  const proxy = settings.get<string>('proxy')
  const direct = settings.get<string[]>('noProxy', [])
  return {
    ...process.env,
    ...(proxy && { HTTPS_PROXY: proxy, https_proxy: proxy, HTTP_PROXY: proxy, http_proxy: proxy }),
    ...(direct.length > 0 && { NO_PROXY: direct.join(','), no_proxy: direct.join(',') }),
  }
}
