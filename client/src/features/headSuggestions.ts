// What may follow in the head comes by itself behind ：, 、 and （ too. VS Code reads the head as YAML, to which a run of
// characters without a blank is one word, and asks nobody in the middle of a word; behind an ASCII colon it does.

import * as vscode from 'vscode'
import type { CompletionList, CompletionParams } from 'vscode-languageclient/node'
import type { Server } from '../server'

const openers: ReadonlySet<string> = new Set(['：', '、', '（'])
/** A head is no longer; what is further down is text. */
const longestHead = 60

export function registerHeadSuggestions(server: Server): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(async ({ document, contentChanges, reason }) => {
    const [change, ...others] = contentChanges
    if (!change || others.length > 0 || reason !== undefined || !openers.has(change.text)) return
    const { line, character } = change.range.start
    if (document.languageId !== 'markdown' || !isInHead(document, line)) return
    const { version } = document
    const params: CompletionParams = {
      textDocument: { uri: document.uri.toString() },
      position: { line, character: character + change.text.length },
    }
    // The server has to be told of the change first, by a listener of its own.
    await new Promise(resolve => setImmediate(resolve))
    // VS Code would show whatever else there is, such as words of the text: only what we offer is worth a list.
    const offered = await server.request<CompletionList | null>('textDocument/completion', params)
    const isStill = document === vscode.window.activeTextEditor?.document && document.version === version
    if (isStill && offered?.items.length)
      void vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true })
  })
}

function isInHead(document: vscode.TextDocument, line: number): boolean {
  if (line === 0 || line > longestHead || document.lineAt(0).text.trimEnd() !== '---') return false
  for (let above = 1; above <= line; above++)
    if (/^(?:---|\.\.\.)\s*$/.test(document.lineAt(above).text)) return false
  return true
}
