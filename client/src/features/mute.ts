// ligao.mute: the one entry of the light bulb that switches a finding off. It asks which way is meant, and writes it.

import * as vscode from 'vscode'
import { clientCommands, type MuteParams } from '../../../server/src/protocol'
import { t } from '../l10n'
import { inform, pickOne } from '../notify'

export function registerMute(): vscode.Disposable {
  return vscode.commands.registerCommand(clientCommands.mute, async (params?: MuteParams) => {
    if (!params?.choices.length) return
    const items = params.choices.map(choice => ({ label: choice.label, choice }))
    const picked = await pickOne(items, {
      title: t('不再提示'),
      placeHolder: t('选一种'),
    })
    if (picked) await write(params, picked.choice)
  })
}

async function write({ uri, version }: MuteParams, { edits }: MuteParams['choices'][number]): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri))
  // The places count in the text that was looked at.
  if (document.version !== version) {
    void inform(t('稿件刚才变了，没有改动。请再点一次灯泡。'))
    return
  }
  const edit = new vscode.WorkspaceEdit()
  edit.set(
    document.uri,
    edits.map(({ range: { start, end }, newText, snippet }) => {
      const range = new vscode.Range(start.line, start.character, end.line, end.character)
      return snippet
        ? vscode.SnippetTextEdit.replace(range, new vscode.SnippetString(newText))
        : vscode.TextEdit.replace(range, newText)
    }),
  )
  await vscode.workspace.applyEdit(edit)
}
