// Writes （已完成） behind a commitment, as an edit of the draft that can be undone like any other.

import * as vscode from 'vscode'
import { t } from '../../l10n'
import { complain, inform } from '../../notify'
import type { Due } from './items'
import type { DueList } from './list'

const mark = '（已完成）'

export async function markDone({ file, item }: Due, list: DueList): Promise<void> {
  if (!item.doneAt) return
  const uri = vscode.Uri.parse(file.uri)
  const { start, end } = item.range
  const range = new vscode.Range(start.line, start.character, end.line, end.character)
  try {
    const document = await vscode.workspace.openTextDocument(uri)
    // The list may be older than the text by a moment; a mark in the wrong place is worse than none.
    if (withoutMarkup(document.getText(range)) !== withoutMarkup(item.text)) {
      void inform(t('稿件刚刚改过，列表已更新，请再标一次。'))
      return void list.refresh()
    }
    const editor = await vscode.window.showTextDocument(document, { selection: range, preview: false })
    const at = new vscode.Position(item.doneAt.line, item.doneAt.character)
    await editor.edit(edit => edit.insert(at, mark))
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport)
  } catch {
    void complain(t('这篇稿件打不开，没有标上。'))
  }
}

const withoutMarkup = (text: string): string => text.replace(/[*_~`\s]/g, '')
