// The editor's own spool, looked at from outside, as another window would.
import { type FSWatcher, readdirSync, watch } from 'node:fs'
import path from 'node:path'
import {
  cancelEntry,
  type EntryView,
  listEntries,
  openSpool,
  type Spool,
} from '../../../client/src/submission'
import { workspaceRoot } from './drafts'

/** Where the extension keeps what is its own, in the private profile of a run. */
const storageFolder = (): string =>
  path.join(workspaceRoot().fsPath, '../user/User/globalStorage/ligao.ligao')

export const editorSpool = async (): Promise<Spool> =>
  (await openSpool(path.join(storageFolder(), 'spool'))).spool

/** Waits until the entries are as wanted; looks whenever a file of the spool changes. */
export async function waitForEntries<T>(
  spool: Spool,
  accept: (entries: readonly EntryView[]) => T | undefined,
  limitMs = 60_000,
): Promise<T> {
  let changed = () => {}
  // Folder by folder: a recursive watch goes through all of them in one step, and steps are what is measured here.
  const watchers = new Map<string, FSWatcher>()
  const watchAll = () => {
    const root = path.join(spool.dir, 'entries')
    for (const folder of [root, ...readdirSync(root).map(name => path.join(root, name))])
      if (!watchers.has(folder))
        watchers.set(
          folder,
          watch(folder, () => changed()),
        )
  }
  const end = Date.now() + limitMs
  try {
    for (;;) {
      const next = new Promise<boolean>(done => {
        changed = () => done(true)
        setTimeout(() => done(false), Math.max(1, end - Date.now()))
      })
      watchAll()
      const { entries } = await listEntries(spool)
      const found = accept(entries)
      if (found !== undefined) return found
      if (!(await next)) {
        const states = entries.map(({ title, state, notice }) => `${title}: ${state} ${notice?.zh ?? ''}`)
        throw new Error(`Not within ${limitMs / 1000} s:\n${states.join('\n')}`)
      }
    }
  } finally {
    for (const watcher of watchers.values()) watcher.close()
  }
}

/** Nothing is left on its way: other suites begin with an idle queue. */
export async function cancelAll(spool: Spool): Promise<void> {
  const isOpen = ({ state }: EntryView) => state === 'queued' || state === 'sending'
  const { entries } = await listEntries(spool)
  for (const { key } of entries.filter(isOpen)) await cancelEntry(spool, key)
  await waitForEntries(spool, list => (list.some(isOpen) ? undefined : true))
}
