// ligao.checkWorkspace: checks every draft of the workspace, with progress and cancel. What it finds in files that are not
// open is listed among the problems; an open file is the language server's own.

import * as vscode from 'vscode'
import { type CheckFilesResult, checkFilesRequest } from '../../../server/src/protocol'
import { t } from '../l10n'
import { inform } from '../notify'
import type { Server } from '../server'

const severity = {
  1: vscode.DiagnosticSeverity.Error,
  2: vscode.DiagnosticSeverity.Warning,
  3: vscode.DiagnosticSeverity.Information,
  4: vscode.DiagnosticSeverity.Hint,
} as const

export function registerCheckWorkspace(server: Server): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('ligao-workspace')
  const check = async () => {
    if (!vscode.workspace.workspaceFolders?.length) {
      void inform(t('请先打开放稿件的文件夹。'))
      return undefined
    }
    const result = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: t('正在检查工作区里的稿件'),
        cancellable: true,
      },
      (_, token) => server.request<CheckFilesResult>(checkFilesRequest, {}, token),
    )
    if (!result) return undefined
    collection.clear()
    const open = new Set(vscode.workspace.textDocuments.map(document => document.uri.toString()))
    for (const { status, diagnostics } of result.checked) {
      const uri = vscode.Uri.parse(status.uri)
      if (!open.has(uri.toString())) collection.set(uri, diagnostics.map(toDiagnostic))
    }
    void report(result)
    return result
  }
  return vscode.Disposable.from(
    collection,
    vscode.commands.registerCommand('ligao.checkWorkspace', check),
    vscode.workspace.onDidOpenTextDocument(document => collection.delete(document.uri)),
    vscode.workspace.onDidDeleteFiles(({ files }) => {
      for (const file of files) collection.delete(file)
    }),
  )
}

async function report({ checked, unreadable, cancelled, truncated }: CheckFilesResult): Promise<void> {
  const errors = checked.filter(({ status }) => status.counts.error > 0).length
  const words = [
    cancelled
      ? t('已取消，检查了 {0} 篇。', checked.length)
      : t('检查了 {0} 篇，{1} 篇有错误。', checked.length, errors),
    ...(unreadable.length ? [t('{0} 个文件读不了。', unreadable.length)] : []),
    ...(truncated ? [t('文件太多，没有全部检查。')] : []),
  ].join('')
  const show = t('看问题列表')
  if ((await inform(words, show)) === show)
    await vscode.commands.executeCommand('workbench.actions.view.problems')
}

function toDiagnostic({
  range,
  message,
  severity: level,
  code,
  source,
}: CheckFilesResult['checked'][number]['diagnostics'][number]): vscode.Diagnostic {
  const place = new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character)
  const diagnostic = new vscode.Diagnostic(
    place,
    typeof message === 'string' ? message : message.value,
    severity[level ?? 2],
  )
  diagnostic.source = source
  if (code !== undefined) diagnostic.code = code
  return diagnostic
}
