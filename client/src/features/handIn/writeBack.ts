// After delivery the draft gets 状态, 报送时间 and 回执号, by an edit that can be undone. Nothing else in it is touched,
// whatever the writer did to it meanwhile.

import * as vscode from 'vscode'
import type { EntryView } from '../../submission'
import { library } from './library'

export type WrittenBack =
  | 'written'
  /** It says so already, or a later hand-in has written its own. */
  | 'unchanged'
  /** The front matter cannot be edited line by line. */
  | 'impossible'
  /** The draft is not there any more. */
  | 'gone'

export async function writeBack(entry: EntryView, draft: vscode.Uri): Promise<WrittenBack> {
  const document = vscode.workspace.textDocuments.find(each => each.uri.toString() === draft.toString())
  return document ? intoDocument(entry, document) : intoFile(entry, draft)
}

async function intoDocument(entry: EntryView, document: vscode.TextDocument): Promise<WrittenBack> {
  const edits = fieldEdits(document.getText(), entry)
  if (edits === undefined) return 'impossible'
  if (edits.length === 0) return 'unchanged'
  const wasDirty = document.isDirty
  const edit = new vscode.WorkspaceEdit()
  edit.set(
    document.uri,
    edits.map(({ start, end, newText }) =>
      vscode.TextEdit.replace(
        new vscode.Range(document.positionAt(start), document.positionAt(end)),
        newText,
      ),
    ),
  )
  if (!(await vscode.workspace.applyEdit(edit))) return 'impossible'
  // What the writer has not saved stays unsaved; what was saved stays saved.
  if (!wasDirty) await document.save()
  return 'written'
}

/** A draft that nobody looks at is not opened for this: a hundred of them would fill the editor. */
async function intoFile(entry: EntryView, draft: vscode.Uri): Promise<WrittenBack> {
  let isNew = false
  try {
    const isDone = await library().editFile(draft.fsPath, text => {
      const edits = fieldEdits(text, entry)
      isNew = edits !== undefined && edits.length > 0
      return edits
    })
    return !isDone ? 'impossible' : isNew ? 'written' : 'unchanged'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'gone' : 'impossible'
  }
}

function fieldEdits(text: string, { receipt, deliveredAt, timeZone }: EntryView) {
  const { handInEdits, readFrontMatter, readableTime } = library()
  const at = Date.parse(deliveredAt ?? '')
  const values = readFrontMatter(text)?.values ?? {}
  const shown = Number.isNaN(at) ? '' : readableTime(at, timeZone)
  const written = values.报送时间?.[0] ?? ''
  if (values.回执号?.[0] === receipt && written === shown && values.状态) return []
  // Two versions that arrive in the wrong order: the later hand-in has the say.
  if (/^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(written) && written > shown) return []
  return handInEdits(text, { 状态: '已报送', 报送时间: shown, 回执号: receipt ?? '' })
}
