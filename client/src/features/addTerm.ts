// ligao.addTerm: takes a wording into the unit's own lexicon (ligao.lexicon.yaml), so that it is no longer called a stock
// phrase. The file is made when there is none; undoing in it takes the wording back.

import * as vscode from 'vscode'
import { type AllowTermParams, type AllowTermResult, allowTermRequest } from '../../../server/src/protocol'
import { t } from '../l10n'
import { inform } from '../notify'
import type { Server } from '../server'

export function registerAddTerm(server: Server): vscode.Disposable {
  return vscode.commands.registerCommand(
    'ligao.addTerm',
    async (argument?: { uri?: string; term?: string }) => {
      const { term, uri } = argument?.term?.trim() ? { ...selected(), ...argument } : selected()
      if (!term?.trim() || !uri) return
      const params: AllowTermParams = { uri, term: term.trim() }
      const answer = await server.request<AllowTermResult | null>(allowTermRequest, params)
      if (!answer) {
        void inform(t('先把稿件保存到文件夹里，才能建立本单位词库。'))
        return
      }
      const lexicon = vscode.Uri.parse(answer.lexicon)
      if (answer.outcome === 'unreadable') {
        void tell(t('词库文件有写法错误，请先改好再加。'), lexicon)
        return
      }
      if (answer.edit && !(await write(lexicon, answer)))
        void tell(t('词库没有写成，请看文件能不能改。'), lexicon)
      else
        void tell(
          answer.outcome === 'already'
            ? t('“{0}”已经在本单位词库里。', params.term)
            : t('“{0}”已加入本单位词库，以后不算套话。', params.term),
          lexicon,
        )
    },
  )
}

/** From the palette: the words that are selected. */
function selected(): { uri?: string; term?: string } {
  const editor = vscode.window.activeTextEditor
  if (editor?.document.languageId !== 'markdown') return {}
  return { uri: editor.document.uri.toString(), term: editor.document.getText(editor.selection) }
}

/** Saved at once: the checks read what is on the disk, and a lexicon that nobody saved would help no colleague. */
async function write(lexicon: vscode.Uri, { create, edit }: AllowTermResult): Promise<boolean> {
  if (!edit) return true
  if (create) {
    const file = new vscode.WorkspaceEdit()
    file.createFile(lexicon, { ignoreIfExists: true })
    if (!(await vscode.workspace.applyEdit(file))) return false
  }
  const { start, end } = edit.range
  const text = new vscode.WorkspaceEdit()
  text.replace(lexicon, new vscode.Range(start.line, start.character, end.line, end.character), edit.newText)
  if (!(await vscode.workspace.applyEdit(text))) return false
  const document = await vscode.workspace.openTextDocument(lexicon)
  return document.save()
}

async function tell(message: string, lexicon: vscode.Uri): Promise<void> {
  const open = t('打开词库')
  if ((await inform(message, open)) === open)
    await vscode.window.showTextDocument(lexicon, { preview: false })
}
