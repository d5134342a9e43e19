// ligao.changeKind: says in the front matter which kind of report this is, with one choice.

import * as vscode from 'vscode'
import { t } from '../l10n'
import type { Server } from '../server'
import { requireDraft } from './activeDraft'

const kindNames = [
  '动态',
  '突发初报',
  '突发续报',
  '突发终报',
  '问题',
  '经验',
  '综合',
  '调研',
  '建议',
  '舆情',
  '专报',
  '总结',
  '简报',
  '其他',
] as const

export function registerChangeKind(_server: Server): vscode.Disposable {
  return vscode.commands.registerCommand('ligao.changeKind', async (argument?: unknown) => {
    const uri = requireDraft(argument)
    if (!uri) return
    const kind = await vscode.window.showQuickPick(kindNames, {
      title: t('这篇稿件是什么类型？'),
      placeHolder: t('选定后写入文首的“类型”'),
    })
    if (!kind) return
    const document = await vscode.workspace.openTextDocument(uri)
    const edit = new vscode.WorkspaceEdit()
    edit.set(uri, [kindEdit(document.getText(), kind, offset => document.positionAt(offset))])
    await vscode.workspace.applyEdit(edit)
  })
}

/** Replaces the 类型 entry, adds it to the front matter, or adds a front matter. */
function kindEdit(text: string, kind: string, at: (offset: number) => vscode.Position): vscode.TextEdit {
  const head = /^---[ \t]*\r?\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\r?\n|$)/.exec(text)
  if (!head) return vscode.TextEdit.insert(at(0), `---\n类型: ${kind}\n---\n\n`)
  const entry = /^(类型|type)[ \t]*[:：].*/m.exec(text.slice(0, head[0].length))
  if (!entry) {
    const afterFence = text.indexOf('\n') + 1
    return vscode.TextEdit.insert(at(afterFence), `类型: ${kind}\n`)
  }
  const start = entry.index
  return vscode.TextEdit.replace(
    new vscode.Range(at(start), at(start + entry[0].trimEnd().length)),
    `${entry[1]}: ${kind}`,
  )
}
