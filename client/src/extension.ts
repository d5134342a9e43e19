// What the extension consists of, as a list. Each feature is one file that registers itself.

import * as vscode from 'vscode'
import { registerAddTerm } from './features/addTerm'
import { registerChangeKind } from './features/changeKind'
import { registerCheckWorkspace } from './features/checkWorkspace'
import { registerInsertTemplate } from './features/insertTemplate'
import { registerNewReport } from './features/newReport'
import { registerReportCard } from './features/reportCard'
import { registerRestartServer } from './features/restartServer'
import { registerReveal } from './features/reveal'
import { registerRuleDocs } from './features/ruleDocs'
import { registerStatusBar } from './features/statusBar'
import { chooseLanguage } from './l10n'
import { startServer } from './server'

export function activate(context: vscode.ExtensionContext): void {
  chooseLanguage(vscode.workspace.getConfiguration('ligao').get('language', 'zh-CN'), vscode.env.language)
  const server = startServer(context)
  context.subscriptions.push(
    server,
    registerRestartServer(server),
    registerReveal(),
    registerStatusBar(server),
    registerReportCard(server),
    registerCheckWorkspace(server),
    registerRuleDocs(server),
    registerChangeKind(server),
    registerAddTerm(),
    registerNewReport(context),
    registerInsertTemplate(context),
  )
}

// The client of the language server is stopped by its own disposal.
export function deactivate(): void {}
