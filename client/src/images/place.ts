// Puts pictures beside a report: what lies under its folder is linked, everything else is copied into 图片, never over
// another file.

import * as vscode from 'vscode'
import { type Status, statusRequest } from '../../../server/src/protocol'
import { t } from '../l10n'
import type { Server } from '../server'
import { picturesIn } from './incoming'
import { addressOf, pathUnder, pictureFolder, pictureName, sameName } from './names'
import { belongsBehind, picturesSnippet, type Surroundings } from './snippet'

/** What VS Code hands us, as types of its DataTransfer; `files` stands for anything dragged from outside. */
export const pictureTypes = ['image/*', 'files', 'text/uri-list']

/** Reports that have a folder. The Markdown preview, a package, a new file without a name have none. */
export const reports: vscode.DocumentSelector = { language: 'markdown', scheme: 'file' }

/** VS Code's own Markdown edits give way to this kind, so that in a report a picture comes with its caption. */
export const pictureKind = vscode.DocumentDropOrPasteEditKind.Empty.append(
  'markdown',
  'link',
  'image',
  'attachment',
  'ligao',
)

export interface Placed {
  readonly title: string
  readonly insertText: vscode.SnippetString
  readonly additionalEdit: vscode.WorkspaceEdit
}

/** The edit for the pictures in `data`; undefined where we have no say: no picture, no report. */
export async function placePictures(
  server: Server,
  document: vscode.TextDocument,
  range: vscode.Range,
  data: vscode.DataTransfer,
  token: vscode.CancellationToken,
): Promise<Placed | undefined> {
  const incoming = await picturesIn(data)
  if (incoming.length === 0 || token.isCancellationRequested) return undefined
  const status = await server.request<Status | null>(statusRequest, { uri: document.uri.toString() }, token)
  if (!status?.isReport || token.isCancellationRequested) return undefined
  const home = vscode.Uri.joinPath(document.uri, '..')
  const folder = vscode.Uri.joinPath(home, pictureFolder)
  const taken = await namesIn(home)
  const edit = new vscode.WorkspaceEdit()
  const addresses: string[] = []
  let copied = 0
  for (const { name, type, uri, file } of incoming) {
    const path = uri?.scheme === 'file' ? pathUnder(home.path, uri.path) : undefined
    if (path !== undefined) {
      addresses.push(addressOf(path))
      continue
    }
    const contents = file ?? (uri && (await read(uri)))
    if (!contents) return undefined
    const fresh = pictureName(name, type, document.uri.path, taken)
    taken.add(sameName(fresh))
    edit.createFile(vscode.Uri.joinPath(folder, fresh), { contents, overwrite: false, ignoreIfExists: false })
    addresses.push(addressOf(`${pictureFolder}/${fresh}`))
    copied++
  }
  if (token.isCancellationRequested) return undefined
  const title =
    copied > 0 ? t('插入图片：存到“{0}”文件夹，带图注', pictureFolder) : t('插入图片：引用原文件，带图注')
  const place = around(document, range)
  if (!range.isEmpty || !belongsBehind(place))
    return {
      title,
      insertText: new vscode.SnippetString(picturesSnippet(addresses, place)),
      additionalEdit: edit,
    }
  const { end } = document.lineAt(range.start.line).range
  const text = new vscode.SnippetString(
    picturesSnippet(addresses, around(document, new vscode.Range(end, end))),
  )
  edit.set(document.uri, [vscode.SnippetTextEdit.insert(end, text)])
  return { title, insertText: new vscode.SnippetString(''), additionalEdit: edit }
}

/** What lies in the folder for pictures; nothing before the first one was put there. */
export async function namesIn(home: vscode.Uri): Promise<Set<string>> {
  const list = vscode.workspace.fs.readDirectory
  if (!(await list(home)).some(([name]) => name === pictureFolder)) return new Set()
  return new Set((await list(vscode.Uri.joinPath(home, pictureFolder))).map(([name]) => sameName(name)))
}

async function read(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uri)
  } catch {
    // Gone, or on another machine: VS Code's own paste may still know what to do.
    return undefined
  }
}

function around(document: vscode.TextDocument, { start, end }: vscode.Range): Surroundings {
  const line = (number: number) =>
    number >= 0 && number < document.lineCount ? document.lineAt(number).text : ''
  return {
    before: line(start.line).slice(0, start.character),
    after: line(end.line).slice(end.character),
    above: line(start.line - 1),
    below: line(end.line + 1),
  }
}
