// Pasting pictures into a report: the file goes beside the draft, the caption waits to be written.

import * as vscode from 'vscode'
import { hasUris } from '../images/incoming'
import { pictureKind, pictureTypes, placePictures, reports } from '../images/place'
import type { Server } from '../server'

export function registerPasteImage(server: Server): vscode.Disposable {
  const provider: vscode.DocumentPasteEditProvider = {
    async provideDocumentPasteEdits(document, ranges, data, _context, token) {
      const [range] = ranges
      if (!range) return undefined
      const placed = await placePictures(server, document, range, data, token)
      if (!placed) return undefined
      const edit = new vscode.DocumentPasteEdit(placed.insertText, placed.title, pictureKind)
      edit.additionalEdit = placed.additionalEdit
      // Cells of a spreadsheet and words of a text program bring a picture of themselves along: there the words are meant.
      if (await isText(data)) edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text]
      return [edit]
    },
  }
  return vscode.languages.registerDocumentPasteEditProvider(reports, provider, {
    providedPasteEditKinds: [pictureKind],
    pasteMimeTypes: pictureTypes,
  })
}

async function isText(data: vscode.DataTransfer): Promise<boolean> {
  const text = (await data.get('text/plain')?.asString()) ?? ''
  return text.trim() !== '' && !(await hasUris(data))
}
