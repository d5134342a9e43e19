// ligao.importDocx: documents of Word, WPS or plain text become drafts beside them, with their pictures.

import path from 'node:path'
import * as vscode from 'vscode'
import { say, t } from '../l10n'
import { complain, warn } from '../notify'
import { importer, library } from './handIn/library'

export function registerImportDocx(): vscode.Disposable {
  return vscode.commands.registerCommand('ligao.importDocx', async (first?: unknown, all?: unknown) => {
    const chosen = Array.isArray(all) && all.length > 0 ? all : [first]
    const given = chosen.filter(each => each instanceof vscode.Uri)
    const files =
      given.length > 0
        ? given
        : await vscode.window.showOpenDialog({
            title: t('导入 Word 文档'),
            canSelectMany: true,
            filters: { [t('Word、WPS 和文本文件')]: ['docx', 'doc', 'wps', 'rtf', 'odt', 'txt'] },
          })
    for (const file of files ?? [])
      await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Window, title: t('正在导入 {0}', path.basename(file.path)) },
        () => bringIn(file),
      )
  })
}

async function bringIn(source: vscode.Uri): Promise<void> {
  const { notice, noticeOf } = library()
  const name = path.basename(source.path)
  try {
    const { file, remarks } = await importer().importFile(source.fsPath)
    await vscode.window.showTextDocument(vscode.Uri.file(file), { preview: false })
    if (remarks.length > 0) void warn([t('已导入 {0}。', name), ...remarks.map(say)].join(''))
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    const why = noticeOf(error) ?? notice('report-unreadable', { file: name, detail })
    void complain(`${name}：${say(why)}`)
  }
}
