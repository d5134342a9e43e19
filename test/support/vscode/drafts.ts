// Drafts in the test workspace: made, opened, edited, thrown away.
import {
  commands,
  type Position,
  type TextDocument,
  type TextEditor,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode'

// Every suite is a bundle of its own; a name that two of them used would show one the text of the other.
const counter = globalThis as { ligaoDrafts?: number }
const next = () => {
  counter.ligaoDrafts = (counter.ligaoDrafts ?? 0) + 1
  return counter.ligaoDrafts
}

/** The folder that this VS Code has open: a scratch copy, free to be written into. */
export function workspaceRoot(): Uri {
  const folder = workspace.workspaceFolders?.[0]
  if (!folder) throw new Error('No folder is open.')
  return folder.uri
}

/** Writes `text` into a new file of the workspace and shows it in an editor. */
export async function openDraft(text: string | Uint8Array, name = `稿件${next()}.md`): Promise<TextEditor> {
  const uri = Uri.joinPath(workspaceRoot(), name)
  await workspace.fs.writeFile(uri, typeof text === 'string' ? Buffer.from(text, 'utf8') : text)
  return window.showTextDocument(await workspace.openTextDocument(uri), { preview: false })
}

/** Opens a file that is in the workspace already. */
export async function openInWorkspace(path: string): Promise<TextEditor> {
  const document = await workspace.openTextDocument(Uri.joinPath(workspaceRoot(), path))
  return window.showTextDocument(document, { preview: false })
}

/** Inserts text as an edit of the document, wherever the cursor is. To type as a person does, use `typeText`. */
export async function insertAt(document: TextDocument, position: Position, text: string): Promise<void> {
  const edit = new WorkspaceEdit()
  edit.insert(document.uri, position, text)
  if (!(await workspace.applyEdit(edit))) throw new Error('The edit was not applied.')
}

/** Where `phrase` begins in the document. */
export function positionOf(document: TextDocument, phrase: string): Position {
  const at = document.getText().indexOf(phrase)
  if (at < 0) throw new Error(`Not in the draft: ${phrase}`)
  return document.positionAt(at)
}

/** Closes every editor without a question about unsaved text. */
export async function closeAll(): Promise<void> {
  for (const document of workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await window.showTextDocument(document)
    await commands.executeCommand('workbench.action.files.revert')
  }
  await commands.executeCommand('workbench.action.closeAllEditors')
}
