// Which draft a command is about: the one it was called with, or the one in the active editor.

import * as vscode from 'vscode'
import { t } from '../l10n'
import { inform } from '../notify'

let recent: vscode.Uri | undefined

/** Remembers the draft that was worked on last: in front of a page of VS Code's own, a command means that one. */
export function followActiveDraft(): vscode.Disposable {
  const follow = (editor: vscode.TextEditor | undefined) => {
    if (editor?.document.languageId === 'markdown' && /^(?:file|untitled)$/.test(editor.document.uri.scheme))
      recent = editor.document.uri
  }
  follow(vscode.window.activeTextEditor)
  return vscode.window.onDidChangeActiveTextEditor(follow)
}

const isOpen = (uri: vscode.Uri): boolean =>
  vscode.workspace.textDocuments.some(document => document.uri.toString() === uri.toString())

/** A command gets a Uri from menus, a string from code lenses and links, nothing from the palette. */
export function draftOf(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument
  if (typeof argument === 'string') return vscode.Uri.parse(argument)
  const document = vscode.window.activeTextEditor?.document
  if (document?.languageId === 'markdown') return document.uri
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
