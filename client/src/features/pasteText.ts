// Pasting from Word, WPS, a spreadsheet, a web page or a chat program into a report: clean Markdown instead of bare words. Plain
// pasting stays one key away (the button that VS Code shows behind the text, and its own command).

import { readFile, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import * as vscode from 'vscode'
import { type Status, statusRequest } from '../../../server/src/protocol'
import { addressOf, isPicture, pictureFolder, pictureName, sameName } from '../images/names'
import { namesIn, reports } from '../images/place'
import { say, t } from '../l10n'
import { warn } from '../notify'
import type { Server } from '../server'
import { library } from './handIn/library'

const kind = vscode.DocumentDropOrPasteEditKind.Text.append('markdown', 'ligao')
const types = ['text/html', 'text/plain']
/** What is copied within an editor is code, whatever colours it has. */
const editorType = 'vscode-editor-data'

export function registerPasteText(server: Server): vscode.Disposable {
  const read = async (
    document: vscode.TextDocument,
    data: vscode.DataTransfer,
    token: vscode.CancellationToken,
  ): Promise<Ready | undefined> => {
    if (data.get(editorType)) return undefined
    const plain = (await data.get('text/plain')?.asString()) ?? ''
    const html = (await data.get('text/html')?.asString()) ?? ''
    if (html === '' && !plain.includes('\n')) return undefined
    if (token.isCancellationRequested) return undefined
    const status = await server.request<Status | null>(statusRequest, { uri: document.uri.toString() }, token)
    if (!status?.isReport || token.isCancellationRequested) return undefined
    return convert(document, html, plain)
  }
  const paste: vscode.DocumentPasteEditProvider = {
    async provideDocumentPasteEdits(document, ranges, data, _context, token) {
      const ready = await read(document, data, token)
      if (!ready || ranges.length !== 1) return undefined
      const edit = new vscode.DocumentPasteEdit(ready.text, t('粘贴为稿件文字（标题、表格、图片）'), kind)
      edit.additionalEdit = ready.files
      if (ready.remarks !== '') void warn(ready.remarks)
      return [edit]
    },
  }
  const drop: vscode.DocumentDropEditProvider = {
    async provideDocumentDropEdits(document, _position, data, token) {
      const ready = await read(document, data, token)
      if (!ready) return undefined
      const edit = new vscode.DocumentDropEdit(ready.text, t('插入为稿件文字（标题、表格、图片）'), kind)
      edit.additionalEdit = ready.files
      if (ready.remarks !== '') void warn(ready.remarks)
      return [edit]
    },
  }
  return vscode.Disposable.from(
    vscode.languages.registerDocumentPasteEditProvider(reports, paste, {
      providedPasteEditKinds: [kind],
      pasteMimeTypes: types,
    }),
    vscode.languages.registerDocumentDropEditProvider(reports, drop, {
      providedDropEditKinds: [kind],
      dropMimeTypes: ['text/html'],
    }),
  )
}

interface Ready {
  text: string
  files: vscode.WorkspaceEdit
  remarks: string
}

async function convert(
  document: vscode.TextDocument,
  html: string,
  plain: string,
): Promise<Ready | undefined> {
  const pictures = await picturesOf(html)
  const home = vscode.Uri.joinPath(document.uri, '..')
  const taken = pictures.size > 0 ? await namesIn(home) : new Set<string>()
  const files = new vscode.WorkspaceEdit()
  const place = (target: string, alt: string): string | undefined => {
    const contents = pictures.get(target)
    // A picture of the web stays where it is; the draft only names it.
    if (!contents) return /^https?:/i.test(target) ? target : undefined
    const fresh = pictureName(alt, contents.type, document.uri.path, taken)
    taken.add(sameName(fresh))
    files.createFile(vscode.Uri.joinPath(home, pictureFolder, fresh), {
      contents: contents.bytes,
      overwrite: false,
      ignoreIfExists: false,
    })
    return addressOf(`${pictureFolder}/${fresh}`)
  }
  const { pasteHtml, pasteText } = library()
  const pasted = html === '' ? await pasteText(plain) : pasteHtml(html, place)
  if (!pasted || same(pasted.markdown, plain)) return undefined
  return { text: pasted.markdown, files, remarks: pasted.remarks.map(say).join('') }
}

/** Nothing but words: VS Code's own paste does. */
const same = (markdown: string, plain: string): boolean =>
  markdown.replace(/\s+/g, ' ').trim() === plain.replace(/\s+/g, ' ').trim() && !/\n\n\S/.test(markdown)

interface Contents {
  type: string
  bytes: Uint8Array
}

const largest = 20 * 1024 * 1024
const mostPictures = 100

/** Pictures that came along: within the HTML, or where Word and WPS leave them while they are on the clipboard. */
async function picturesOf(html: string): Promise<Map<string, Contents>> {
  const found = new Map<string, Contents>()
  for (const [, double, single] of html.matchAll(
    /<img\b[^>]{0,2000}?\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)')/gi,
  )) {
    const target = (double ?? single ?? '').trim()
    if (found.has(target) || found.size >= mostPictures) continue
    const inline = /^data:(image\/(?:png|jpeg|gif|bmp|webp));base64,/i.exec(target)
    if (inline && target.length < largest * 1.4)
      found.set(target, {
        type: inline[1]!.toLowerCase(),
        bytes: Buffer.from(target.slice(inline[0].length), 'base64'),
      })
    else if (/^file:\/\/\/(?!\/)/i.test(target)) {
      const bytes = await ownTemporary(target)
      if (bytes) found.set(target, { type: '', bytes })
    }
  }
  return found
}

/** Only below the folder for temporary files of this machine: a page may name any file, and a host. */
async function ownTemporary(target: string): Promise<Uint8Array | undefined> {
  try {
    const file = path.resolve(fileURLToPath(target))
    const way = path.relative(path.resolve(tmpdir()), file)
    if (way.startsWith('..') || path.isAbsolute(way) || !isPicture(file)) return undefined
    const { size } = await stat(file)
    return size <= largest ? await readFile(file) : undefined
  } catch {
    return undefined
  }
}
