// ligao.reveal: jumps to a place in a draft. Used by links of our own pages; not in the palette.

import * as vscode from 'vscode'

interface PlainRange {
  readonly start: { readonly line: number; readonly character: number }
  readonly end: { readonly line: number; readonly character: number }
}

export function registerReveal(): vscode.Disposable {
  return vscode.commands.registerCommand('ligao.reveal', async (uri: string, range: PlainRange) => {
    const selection = new vscode.Range(
      range.start.line,
      range.start.character,
      range.end.line,
      range.end.character,
    )
    const target = vscode.Uri.parse(uri)
    const shown = vscode.window.visibleTextEditors.find(
      editor => editor.document.uri.toString() === target.toString(),
    )
    const editor = await vscode.window.showTextDocument(target, {
      selection,
      viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
    })
    editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport)
  })
}
