// ligao.changeKind: says in the front matter which kind of report this is, with one choice.

import * as vscode from 'vscode'
import { keyBySpelling, keysWritten, locateHead } from '../../../server/src/core/document/head'
import { t } from '../l10n'
import { pickOne } from '../notify'
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
    const picked = await pickOne(
      kindNames.map(label => ({ label })),
      {
        title: t('这篇稿件是什么类型？'),
        placeHolder: t('选定后写入文首的“类型”'),
      },
    )
    if (!picked) return
    const kind = picked.label
    const document = await vscode.workspace.openTextDocument(uri)
    const edit = new vscode.WorkspaceEdit()
    edit.set(uri, [kindEdit(document.getText(), kind, offset => document.positionAt(offset))])
    await vscode.workspace.applyEdit(edit)
  })
}

/** Replaces the 类型 entry, adds it to the front matter, or adds a front matter. */
function kindEdit(text: string, kind: string, at: (offset: number) => vscode.Position): vscode.TextEdit {
  const head = locateHead(text)
  if (!head || head.missing) return vscode.TextEdit.insert(at(0), `---\n类型: ${kind}\n---\n\n`)
  const { start, end } = head.inner
  const entry = keysWritten(text.slice(start, end)).find(({ key }) => keyBySpelling.get(key) === '类型')
  if (!entry) return vscode.TextEdit.insert(at(start), `类型: ${kind}\n`)
  const from = start + entry.start
  const lineEnd = text.slice(from, end).search(/\r?\n/)
  const line = text.slice(from, lineEnd < 0 ? end : from + lineEnd)
  return vscode.TextEdit.replace(
    new vscode.Range(at(from), at(from + line.trimEnd().length)),
    `${entry.key}: ${kind}`,
  )
}
