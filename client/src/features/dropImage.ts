// Dropping pictures on a report (with Shift held, as VS Code asks for): the same as pasting them.

import * as vscode from 'vscode'
import { pictureKind, pictureTypes, placePictures, reports } from '../images/place'
import type { Server } from '../server'

export function registerDropImage(server: Server): vscode.Disposable {
  const provider: vscode.DocumentDropEditProvider = {
    async provideDocumentDropEdits(document, position, data, token) {
      const placed = await placePictures(server, document, new vscode.Range(position, position), data, token)
      if (!placed) return undefined
      const edit = new vscode.DocumentDropEdit(placed.insertText, placed.title, pictureKind)
      edit.additionalEdit = placed.additionalEdit
      return edit
    },
  }
  return vscode.languages.registerDocumentDropEditProvider(reports, provider, {
    providedDropEditKinds: [pictureKind],
    dropMimeTypes: pictureTypes,
  })
}
