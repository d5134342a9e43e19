// ligao.showProblemMatrix: 问题—原因—措施对照表 of a draft beside it, kept true while the draft is edited. The page has no
// scripts; its links are commands.

import * as vscode from 'vscode'
import { type ProblemMatrixResult, problemMatrixRequest } from '../../../server/src/protocol'
import { say, t } from '../l10n'
import { inform, mention } from '../notify'
import type { Server } from '../server'
import { isPageOf, requireDraft } from './activeDraft'
import { pageIcon } from './handIn/pageIcon'
import { problemMatrixPage } from './problemMatrixPage'

/** Typing is not followed letter by letter: a page that flickers is not read. */
const pause = 400

export function registerProblemMatrix(context: vscode.ExtensionContext, server: Server): vscode.Disposable {
  let panel: vscode.WebviewPanel | undefined
  let shown: string | undefined
  let timer: NodeJS.Timeout | undefined
  const ask = (uri: string) => server.request<ProblemMatrixResult | null>(problemMatrixRequest, { uri })
  const refresh = async () => {
    if (!panel || !shown) return
    const uri = shown
    const matrix = await ask(uri)
    if (!panel || shown !== uri) return
    const html = problemMatrixPage(matrix ?? undefined, say({ zh: 'zh-CN', en: 'en' }) as 'zh-CN' | 'en')
    panel.title = matrix ? t('对照表：{0}', matrix.title) : t('问题—原因—措施对照表')
    // The same page again would lose the reader's place.
    if (panel.webview.html !== html) panel.webview.html = html
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void refresh(), pause)
  }
  const changed = ({ document }: { readonly document: vscode.TextDocument }) => {
    if (panel && document.uri.toString() === shown) soon()
  }
  return vscode.Disposable.from(
    vscode.commands.registerCommand('ligao.showProblemMatrix', async (argument?: unknown) => {
      const uri = requireDraft(argument)
      if (!uri) return
      shown = uri.toString()
      if (!panel) {
        panel = vscode.window.createWebviewPanel(
          'ligao.problemMatrix',
          t('问题—原因—措施对照表'),
          { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
          {
            enableScripts: false,
            enableFindWidget: true,
            enableCommandUris: [
              'ligao.reveal',
              'ligao.copyProblemMatrix',
              'ligao.showReportCard',
              'ligao.changeKind',
            ],
            localResourceRoots: [],
          },
        )
        panel.iconPath = pageIcon(context.extensionUri)
        isPageOf(panel, () => (shown === undefined ? undefined : vscode.Uri.parse(shown)))
        panel.onDidDispose(() => {
          panel = undefined
          shown = undefined
        })
      } else panel.reveal(undefined, true)
      await refresh()
    }),
    vscode.commands.registerCommand('ligao.copyProblemMatrix', async (argument?: unknown) => {
      const uri = requireDraft(argument)
      if (!uri) return
      const matrix = await ask(uri.toString())
      if (!matrix || matrix.rows.length === 0) {
        void inform(t('没有读到问题、原因和措施，没有可以复制的表格。'))
        return
      }
      await vscode.env.clipboard.writeText(matrix.markdown)
      mention(t('对照表已复制，可以粘贴到稿件或台账里。'), 5000)
    }),
    vscode.workspace.onDidChangeTextDocument(changed),
    server.onReady(soon),
    new vscode.Disposable(() => {
      clearTimeout(timer)
      panel?.dispose()
    }),
  )
}
