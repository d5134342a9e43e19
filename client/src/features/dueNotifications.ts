// A word to the writer when something comes near or is past: once for each, remembered over restarts, and never for each
// of many at once.

import * as vscode from 'vscode'
import { t } from '../l10n'
import { inform, warn } from '../notify'
import { type Due, headline, leftText } from './due/items'
import type { DueList } from './due/list'
import { newsOf, type Told } from './due/thresholds'

const toldKey = 'ligao.due.told'

export function registerDueNotifications(context: vscode.ExtensionContext, list: DueList): vscode.Disposable {
  const look = () => {
    // Half a list would be told of twice.
    if (!list.complete || list.scanning) return
    const told = context.workspaceState.get<Told>(toldKey, {})
    const news = newsOf(list.dues, told, Date.now())
    if (news.near.length + news.overdue.length === 0) return
    const wanted = vscode.workspace.getConfiguration('ligao').get('notifications', true)
    // What passes while reminders are off is not made up for when they are switched on.
    void context.workspaceState.update(toldKey, news.told)
    if (wanted) void announce(news.near, news.overdue)
  }
  return list.onDidChange(look)
}

async function announce(near: readonly Due[], overdue: readonly Due[]): Promise<void> {
  const all = [...overdue, ...near]
  const [only] = all
  if (!only) return
  const words = all.length > 1 ? t('{0} 项已过期，{1} 项临近', overdue.length, near.length) : wordsOf(only)
  const show = overdue.length > 0 ? warn : inform
  const look = t('查看')
  if ((await show(words, look)) !== look) return
  if (all.length > 1) await vscode.commands.executeCommand('ligao.due.focus')
  else await vscode.commands.executeCommand('ligao.reveal', only.file.uri, only.item.range)
}

function wordsOf(due: Due): string {
  const left = leftText(due, Date.now())
  return due.item.of === 'report'
    ? t('报送时限{0}：《{1}》', left, due.file.title)
    : t('{0}：{1}（《{2}》）', left, headline(due), due.file.title)
}
