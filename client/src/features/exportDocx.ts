// ligao.exportDocx: the draft as a Word document in the layout of official documents, beside the draft unless told
// otherwise.

import path from 'node:path'
import * as vscode from 'vscode'
import { say, t } from '../l10n'
import { complain, inform, warn } from '../notify'
import type { Server } from '../server'
import { requireDraft } from './activeDraft'
import { rootOf, settingsOf } from './handIn/check'
import { library, wordInWorker } from './handIn/library'

export function registerExportDocx(server: Server): vscode.Disposable {
  return vscode.commands.registerCommand('ligao.exportDocx', async (argument?: unknown) => {
    const uri = requireDraft(argument)
    if (!uri) return
    const document = await vscode.workspace.openTextDocument(uri)
    const target = await vscode.window.showSaveDialog({
      title: t('导出为 Word 文档'),
      defaultUri: suggested(document),
      filters: { [t('Word 文档')]: ['docx'] },
    })
    if (!target) return
    const settings = await settingsOf(server, uri)
    const timeZone = settings ? String(settings.values.timeZone) : undefined
    const remarks = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: t('正在生成 Word 文档') },
      () => write(document, target, timeZone),
    )
    if (!remarks) return
    await tell(target, remarks)
  })
}

function suggested({ uri, isUntitled }: vscode.TextDocument): vscode.Uri | undefined {
  if (!isUntitled && uri.scheme === 'file') return vscode.Uri.file(library().wordPathOf(uri.fsPath))
  const [folder] = vscode.workspace.workspaceFolders ?? []
  return folder && vscode.Uri.joinPath(folder.uri, `${t('稿件')}.docx`)
}

/** Undefined where nothing was written; the writer was told why. */
async function write(
  document: vscode.TextDocument,
  target: vscode.Uri,
  timeZone: string | undefined,
): Promise<readonly string[] | undefined> {
  const { exportDocx, noticeOf, notice } = library()
  const isFile = document.uri.scheme === 'file'
  try {
    const { bytes, remarks } = await exportDocx(
      {
        text: document.getText(),
        folder: isFile ? path.dirname(document.uri.fsPath) : undefined,
        root: isFile ? rootOf(document.uri) : undefined,
        timeZone,
      },
      wordInWorker(),
    )
    await vscode.workspace.fs.writeFile(target, bytes)
    return remarks.map(say)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    void complain(say(noticeOf(error) ?? notice('docx-failed', { detail })))
    return undefined
  }
}

async function tell(target: vscode.Uri, remarks: readonly string[]): Promise<void> {
  const open = t('打开')
  const reveal = t('在文件夹中显示')
  const name = path.basename(target.fsPath)
  const show = remarks.length > 0 ? warn : inform
  const answer = await show([t('已导出 {0}。', name), ...remarks].join(''), open, reveal)
  if (answer === open) await vscode.env.openExternal(target)
  if (answer === reveal) await vscode.commands.executeCommand('revealFileInOS', target)
}
