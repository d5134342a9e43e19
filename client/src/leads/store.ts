// The leads of the workspace: every Markdown file in a folder 线索, kept true by the file system's own reports.

import * as vscode from 'vscode'
import { readSaved } from './files'
import { isLeadText, type Lead, leadFolder, readLead, sortableTime } from './lead'

export interface LeadFile {
  readonly uri: vscode.Uri
  readonly lead: Lead
}

export interface Leads extends vscode.Disposable {
  /** The newest first. Looked through when first asked for. */
  all(): Promise<readonly LeadFile[]>
  /** As known now; undefined before the first look. */
  readonly known: readonly LeadFile[] | undefined
  readonly onDidChange: vscode.Event<void>
}

const files = `**/${leadFolder}/**/*.{md,markdown}`
const most = 2000
/** Changes closer together than this are looked at as one. */
const calm = 150

export function openLeads(): Leads {
  const changed = new vscode.EventEmitter<void>()
  let known: readonly LeadFile[] | undefined
  let scan: Promise<readonly LeadFile[]> | undefined
  let timer: NodeJS.Timeout | undefined
  const all = () =>
    (scan ??= findLeads().then(found => {
      known = found
      return found
    }))
  const again = () => {
    // Nobody has asked yet: the first look will see it.
    if (!scan) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      scan = undefined
      void all().then(() => changed.fire())
    }, calm)
  }
  const watch = (pattern: string, ignoreChange = false) => {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern, false, ignoreChange)
    return vscode.Disposable.from(
      watcher,
      watcher.onDidCreate(again),
      watcher.onDidChange(again),
      watcher.onDidDelete(again),
    )
  }
  // Of a folder that goes, only the folder itself is reported.
  const gone = vscode.workspace.createFileSystemWatcher('**', true, true)
  const subscriptions = vscode.Disposable.from(
    changed,
    watch(files),
    watch(`**/${leadFolder}`, true),
    gone,
    gone.onDidDelete(({ path }) => {
      if (known?.some(({ uri }) => uri.path.startsWith(`${path}/`))) again()
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(again),
  )
  return {
    all,
    get known() {
      return known
    },
    onDidChange: changed.event,
    dispose() {
      clearTimeout(timer)
      subscriptions.dispose()
    },
  }
}

async function findLeads(): Promise<readonly LeadFile[]> {
  const uris = await vscode.workspace.findFiles(files, '**/node_modules/**', most)
  const found = await Promise.all(uris.map(readFile))
  return found.flatMap(each => each ?? []).sort(byAge)
}

async function readFile(uri: vscode.Uri): Promise<LeadFile | undefined> {
  const text = await readSaved(uri)
  const name = uri.path.split('/').at(-1) ?? ''
  if (text === undefined || /^readme\b/i.test(name) || !isLeadText(text)) return undefined
  return { uri, lead: readLead(text, name) }
}

function byAge(a: LeadFile, b: LeadFile): number {
  const newer = (sortableTime(b.lead.time) ?? 0) - (sortableTime(a.lead.time) ?? 0)
  return newer || b.uri.path.localeCompare(a.uri.path)
}
