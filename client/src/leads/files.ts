// Files of leads as VS Code sees them: read, changed whether they are open or not, and named so that none is overwritten.

import * as vscode from 'vscode'
import { applyEdits, type TextEdit } from '../submission/text/handInFields'

export const openDocument = (uri: vscode.Uri): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find(each => each.uri.toString() === uri.toString())

/** What stands in the editor counts, saved or not; undefined where there is no such file. */
export async function readText(uri: vscode.Uri): Promise<string | undefined> {
  const open = openDocument(uri)
  return open ? open.getText() : readSaved(uri)
}

export async function readSaved(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))
  } catch {
    return undefined
  }
}

export function replacing(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
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
  return edit
}

/** False where the file cannot be changed. What the writer has not saved stays unsaved, what was saved stays saved. */
export async function changeFile(
  uri: vscode.Uri,
  edit: (text: string) => readonly TextEdit[] | undefined,
): Promise<boolean> {
  const open = openDocument(uri)
  if (open) {
    const edits = edit(open.getText())
    if (!edits) return false
    const wasDirty = open.isDirty
    if (edits.length > 0 && !(await vscode.workspace.applyEdit(replacing(open, edits)))) return false
    return wasDirty || open.save()
  }
  try {
    const bytes = await vscode.workspace.fs.readFile(uri)
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const edits = edit(text)
    if (!edits) return false
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(applyEdits(text, edits)))
    return true
  } catch {
    return false
  }
}

export async function freeName(wanted: vscode.Uri): Promise<vscode.Uri> {
  for (let number = 1; ; number++) {
    const uri = number === 1 ? wanted : wanted.with({ path: wanted.path.replace(/\.md$/, ` ${number}.md`) })
    try {
      await vscode.workspace.fs.stat(uri)
    } catch {
      return uri
    }
  }
}

/** Now in the writer's zone as `2026-11-23 08:30`. */
export function now(): string {
  const timeZone = vscode.workspace.getConfiguration('ligao').get('timeZone', 'Asia/Shanghai')
  const format = (zone: string) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format()
  try {
    return format(timeZone)
  } catch {
    return format('Asia/Shanghai')
  }
}
