// The list of what is due: filled and kept true by the server, looked at again whenever the clock changes it. Timers are
// short and the window's focus counts as well, because a machine sleeps.

import * as vscode from 'vscode'
import {
  type DueFile,
  type DueItemsChange,
  type DueItemsResult,
  dueItemsNotification,
  dueItemsRequest,
} from '../../../../server/src/protocol'
import type { Server } from '../../server'
import { type Due, duesOf, nextChange } from './items'

export interface DueList extends vscode.Disposable {
  readonly dues: readonly Due[]
  /** The workspace was looked through at least once. */
  readonly complete: boolean
  readonly scanning: { readonly done: number; readonly all: number } | undefined
  /** The list, or how it stands against the clock, has changed. */
  readonly onDidChange: vscode.Event<void>
  refresh(): Promise<void>
  stop(): void
}

/** The first diagnostics of the open draft come first. */
const startDelay = 1500
const longestTimer = 5 * 60_000
const shortestTimer = 1000
/** Changes closer together than this are drawn as one. */
const calm = 100

export function openDueList(server: Server): DueList {
  const changed = new vscode.EventEmitter<void>()
  const files = new Map<string, DueFile>()
  let dues: readonly Due[] | undefined
  let complete = false
  let scanning: { done: number; all: number } | undefined
  let source: vscode.CancellationTokenSource | undefined
  let timer: NodeJS.Timeout | undefined
  let drawing: NodeJS.Timeout | undefined
  let starting: NodeJS.Timeout | undefined
  let scans = 0

  const sorted = () => (dues ??= duesOf(files.values()))
  const schedule = () => {
    clearTimeout(timer)
    const now = Date.now()
    const wait = Math.min(nextChange(sorted(), now) - now, longestTimer)
    timer = setTimeout(tick, Math.max(wait, shortestTimer))
  }
  const tick = () => {
    changed.fire()
    schedule()
  }
  const draw = () => {
    drawing ??= setTimeout(() => {
      drawing = undefined
      tick()
    }, calm)
  }

  const refresh = async () => {
    source?.cancel()
    const own = new vscode.CancellationTokenSource()
    source = own
    const workDoneToken = `ligao-due-${++scans}`
    scanning = { done: 0, all: 0 }
    changed.fire()
    const progress = server.onProgress(workDoneToken, ({ message }) => {
      const [done, all] = (message ?? '').split('/').map(Number)
      if (source !== own || !all) return
      scanning = { done: done ?? 0, all }
      draw()
    })
    try {
      const result = await server.request<DueItemsResult>(dueItemsRequest, { workDoneToken }, own.token)
      if (result && !result.cancelled) complete = true
    } finally {
      progress.dispose()
      own.dispose()
      if (source === own) {
        source = undefined
        scanning = undefined
        draw()
      }
    }
  }
  const start = () => {
    clearTimeout(starting)
    starting = setTimeout(() => void refresh(), startDelay)
  }
  const subscriptions = vscode.Disposable.from(
    changed,
    server.onNotification<DueItemsChange>(dueItemsNotification, change => {
      for (const file of change.changed) files.set(file.uri, file)
      for (const uri of change.removed) files.delete(uri)
      dues = undefined
      draw()
    }),
    server.onReady(() => {
      // A new server knows nothing of what the old one told.
      files.clear()
      dues = undefined
      start()
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(start),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) tick()
    }),
  )
  start()
  return {
    get dues() {
      return sorted()
    },
    get complete() {
      return complete
    },
    get scanning() {
      return scanning
    },
    onDidChange: changed.event,
    refresh,
    stop: () => source?.cancel(),
    dispose() {
      source?.cancel()
      for (const each of [timer, drawing, starting]) clearTimeout(each)
      subscriptions.dispose()
    },
  }
}
