// Which draft a command is about: the one it was called with, the one in the active editor, or the one that the page in front
// shows.

import * as vscode from 'vscode'
import { t } from '../l10n'
import { inform } from '../notify'

let recent: vscode.Uri | undefined
const pages = new Map<vscode.WebviewPanel, () => vscode.Uri | undefined>()
const changed = new vscode.EventEmitter<void>()

/** Another draft may be the one that is worked on. */
export const onDidChangeActiveDraft = changed.event

/** Remembers the draft that was worked on last: in front of a page of VS Code's own, a command means that one. */
export function followActiveDraft(): vscode.Disposable {
  const follow = (editor: vscode.TextEditor | undefined) => {
    if (editor?.document.languageId === 'markdown' && /^(?:file|untitled)$/.test(editor.document.uri.scheme))
      recent = editor.document.uri
    changed.fire()
  }
  follow(vscode.window.activeTextEditor)
  return vscode.window.onDidChangeActiveTextEditor(follow)
}

/** While this page has the focus, commands and the status bar mean the draft that it shows. */
export function isPageOf(panel: vscode.WebviewPanel, draft: () => vscode.Uri | undefined): void {
  pages.set(panel, draft)
  panel.onDidChangeViewState(() => changed.fire())
  panel.onDidDispose(() => {
    pages.delete(panel)
    changed.fire()
  })
}

function draftOfPage(): vscode.Uri | undefined {
  for (const [panel, draft] of pages) if (panel.active) return draft()
  return undefined
}

/** The draft that is worked on: in the active editor, or on the page that has the focus. */
export function activeDraft(): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document
  return document?.languageId === 'markdown' ? document.uri : draftOfPage()
}

const isOpen = (uri: vscode.Uri): boolean =>
  vscode.workspace.textDocuments.some(document => document.uri.toString() === uri.toString())

/** A command gets a Uri from menus, a string from code lenses and links, nothing from the palette. */
export function draftOf(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument
  if (typeof argument === 'string') return vscode.Uri.parse(argument)
  const active = activeDraft()
  if (active) return active
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab
  const input = tab?.input
  // The walkthrough says "look at the report card" while it is in front itself; its tab has no input.
  if (tab && input === undefined && recent && isOpen(recent)) return recent
  return input instanceof vscode.TabInputText && /\.(?:md|markdown)$/i.test(input.uri.path)
    ? input.uri
    : undefined
}

/** Like `draftOf`, and says what to do when there is none. */
export function requireDraft(argument: unknown): vscode.Uri | undefined {
  const uri = draftOf(argument)
  if (!uri) void inform(t('请先打开一篇稿件（Markdown 文件）。'))
  return uri
}
