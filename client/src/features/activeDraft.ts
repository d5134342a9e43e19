// Which draft a command is about: the one it was called with, or the one in the active editor.

import * as vscode from 'vscode'
import { t } from '../l10n'

/** A command gets a Uri from menus, a string from code lenses and links, nothing from the palette. */
export function draftOf(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument
  if (typeof argument === 'string') return vscode.Uri.parse(argument)
  const document = vscode.window.activeTextEditor?.document
  if (document?.languageId === 'markdown') return document.uri
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input
  return input instanceof vscode.TabInputText && /\.(?:md|markdown)$/i.test(input.uri.path)
    ? input.uri
    : undefined
}

/** Like `draftOf`, and says what to do when there is none. */
export function requireDraft(argument: unknown): vscode.Uri | undefined {
  const uri = draftOf(argument)
  if (!uri) void vscode.window.showInformationMessage(t('请先打开一篇稿件（Markdown 文件）。'))
  return uri
}
