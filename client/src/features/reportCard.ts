// ligao.showReportCard: a readable page of the findings beside the draft, kept true while the draft is edited.

import * as vscode from 'vscode'
import {
  type ReportCard,
  reportCardRequest,
  type Status,
  statusNotification,
} from '../../../server/src/protocol'
import { say, t } from '../l10n'
import type { Server } from '../server'
import { isPageOf, requireDraft } from './activeDraft'
import { reportCardPage } from './reportCardPage'

export function registerReportCard(server: Server): vscode.Disposable {
  let panel: vscode.WebviewPanel | undefined
  let shown: string | undefined
  const refresh = async () => {
    if (!panel || !shown) return
    const uri = shown
    const card = await server.request<ReportCard | null>(reportCardRequest, { uri })
    if (!panel || shown !== uri) return
    panel.title = card
      ? t('体检单：{0}', card.title || decodeURIComponent(uri.split('/').pop() ?? uri))
      : t('体检单')
    panel.webview.html = reportCardPage(card ?? undefined, say({ zh: 'zh-CN', en: 'en' }) as 'zh-CN' | 'en')
  }
  return vscode.Disposable.from(
    vscode.commands.registerCommand('ligao.showReportCard', async (argument?: unknown) => {
      const uri = requireDraft(argument)
      if (!uri) return
      shown = uri.toString()
      if (!panel) {
        panel = vscode.window.createWebviewPanel(
          'ligao.reportCard',
          t('体检单'),
          { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
          {
            enableScripts: false,
            enableCommandUris: [
              'ligao.reveal',
              'ligao.openRuleDocs',
              'ligao.changeKind',
              'ligao.submitReport',
              'ligao.explainReport',
            ],
            localResourceRoots: [],
          },
        )
        isPageOf(panel, () => (shown === undefined ? undefined : vscode.Uri.parse(shown)))
        panel.onDidDispose(() => {
          panel = undefined
        })
      } else panel.reveal(undefined, true)
      await refresh()
    }),
    server.onNotification<Status>(statusNotification, status => {
      if (panel?.visible && status.uri === shown) void refresh()
    }),
    new vscode.Disposable(() => panel?.dispose()),
  )
}
