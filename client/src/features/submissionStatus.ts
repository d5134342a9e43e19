// In the status bar, only while something waits or is on its way: how many, and whether somebody should look.

import * as vscode from 'vscode'
import { t } from '../l10n'
import type { Outbox } from './handIn/outbox'
import { needsSomebody } from './handIn/words'

export function registerSubmissionStatus(outbox: Outbox): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('ligao.handIn', vscode.StatusBarAlignment.Right, 89)
  item.name = t('砺稿报送')
  item.command = 'ligao.submissions.focus'
  const draw = () => {
    const open = outbox.entries.filter(({ state }) => state === 'queued' || state === 'sending')
    if (open.length === 0 && !outbox.trouble) return item.hide()
    const sending = open.filter(({ state }) => state === 'sending')
    const isStuck = outbox.trouble !== undefined || open.some(needsSomebody)
    item.text =
      sending.length > 0
        ? `$(sync~spin) ${t('正在报送 {0}', sending.length)}`
        : isStuck
          ? `$(warning) ${t('报送待处理 {0}', open.length)}`
          : `$(cloud-upload) ${t('等待送达 {0}', open.length)}`
    item.tooltip = isStuck
      ? t('有稿件报不出去，点开报送记录看原因')
      : t('稿件已存好，连上后自动报送；点开报送记录')
    item.backgroundColor =
      isStuck && sending.length === 0 ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined
    item.show()
  }
  draw()
  return vscode.Disposable.from(item, outbox.onDidChange(draw))
}
