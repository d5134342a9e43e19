// ligao.explainReport: one page that teaches what this kind of report should contain and shows what the draft has of it.
// ligao.insertMissing, a link of the page, puts one missing thing into the draft.

import * as vscode from 'vscode'
import {
  type DiagnosticData,
  type Explanation,
  explainFixRequest,
  explainRequest,
  type Status,
  statusNotification,
} from '../../../server/src/protocol'
import { t } from '../l10n'
import { mention } from '../notify'
import type { Server } from '../server'
import { isPageOf, requireDraft } from './activeDraft'
import { explainPage, page } from './explainPage'
import { escapeHtml } from './handIn/html'

/** After the last key: the page follows the draft, but not letter by letter. */
const pause = 400
const commands = ['ligao.reveal', 'ligao.insertMissing', 'ligao.changeKind', 'ligao.showReportCard']

export function registerExplainReport(server: Server): vscode.Disposable {
  let panel: vscode.WebviewPanel | undefined
  let shown: vscode.Uri | undefined
  let timer: NodeJS.Timeout | undefined
  const refresh = async () => {
    clearTimeout(timer)
    if (!panel?.visible || !shown) return
    const uri = shown
    const answer = await server.request<Explanation | null>(explainRequest, { uri: uri.toString() })
    if (!panel || shown !== uri) return
    const html = answer
      ? explainPage(answer)
      : page('', `<p>${escapeHtml(t('这个文件现在读不了，稍后再试。'))}</p>`)
    panel.title = answer?.isReport ? t('“{0}”怎么写', answer.kindLabel) : t('这类稿件怎么写')
    // The same page again would take the reader's place away.
    if (panel.webview.html !== html) panel.webview.html = html
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void refresh(), pause)
  }
  const open = () => {
    const made = vscode.window.createWebviewPanel(
      'ligao.explainReport',
      t('这类稿件怎么写'),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: false, enableCommandUris: commands, enableFindWidget: true, localResourceRoots: [] },
    )
    isPageOf(made, () => shown)
    made.onDidDispose(() => {
      panel = undefined
      clearTimeout(timer)
    })
    made.onDidChangeViewState(() => void refresh())
    return made
  }
  return vscode.Disposable.from(
    vscode.commands.registerCommand('ligao.explainReport', async (argument?: unknown) => {
      const uri = requireDraft(argument)
      if (!uri) return
      shown = uri
      if (panel) panel.reveal(undefined, true)
      else panel = open()
      await refresh()
    }),
    vscode.commands.registerCommand('ligao.insertMissing', (uri: string, item: string) =>
      insertMissing(server, vscode.Uri.parse(uri), item),
    ),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (panel?.visible && document.uri.toString() === shown?.toString()) later()
    }),
    server.onNotification<Status>(statusNotification, ({ uri }) => {
      if (panel?.visible && vscode.Uri.parse(uri).toString() === shown?.toString()) later()
    }),
    server.onReady(later),
    new vscode.Disposable(() => {
      clearTimeout(timer)
      panel?.dispose()
    }),
  )
}

async function insertMissing(server: Server, uri: vscode.Uri, item: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri)
  const shown = vscode.window.visibleTextEditors.find(editor => editor.document === document)
  await vscode.window.showTextDocument(document, { viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One })
  const answer = await server.request<DiagnosticData | null>(explainFixRequest, { uri: uri.toString(), item })
  const fix = answer?.fixes[0]
  if (!fix || answer.version !== document.version) {
    mention(t('稿件刚刚改过，请再点一次。'), 5000)
    return
  }
  const edit = new vscode.WorkspaceEdit()
  edit.set(
    uri,
    fix.edits.map(({ range: { start, end }, newText }) => {
      const range = new vscode.Range(start.line, start.character, end.line, end.character)
      // A number that moves on is no frame to fill in.
      return fix.snippet && /\$(?:\d|\{)/.test(newText)
        ? vscode.SnippetTextEdit.replace(range, new vscode.SnippetString(newText))
        : vscode.TextEdit.replace(range, newText)
    }),
  )
  await vscode.workspace.applyEdit(edit)
}
