// The status bar item: kind, score, and how long is left. Shows nothing for files that are no reports.

import * as vscode from 'vscode'
import { type Status, statusNotification, statusRequest } from '../../../server/src/protocol'
import { t } from '../l10n'
import { plainTooltip } from '../notify'
import type { Server } from '../server'
import { activeDraft, onDidChangeActiveDraft } from './activeDraft'

/** How often the countdown is redrawn; it shows minutes. */
const tick = 20_000

export function registerStatusBar(server: Server): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('ligao.status', vscode.StatusBarAlignment.Right, 90)
  item.name = '砺稿 Ligao'
  item.command = 'ligao.showReportCard'
  let status: Status | undefined
  const draw = () => {
    if (!status?.isReport) return item.hide()
    const { kindLabel, score, inferred, reason, counts } = status
    const left = countdown(status)
    const points = score === null ? '—' : t('{0}分', score)
    item.text = `$(checklist) ${kindLabel}${inferred ? '?' : ''} ${points}${left ? ` · ${left.text}` : ''}`
    item.backgroundColor = left?.late
      ? new vscode.ThemeColor('statusBarItem.errorBackground')
      : left?.soon
        ? new vscode.ThemeColor('statusBarItem.warningBackground')
        : undefined
    const lines = [
      `${kindLabel}　${reason}`,
      ...(score === null ? [t('正文还没有写，写了再打分')] : []),
      t('错误 {0} · 警告 {1} · 提示 {2}', counts.error, counts.warning, counts.information + counts.hint),
      ...(status.deadline ? [status.deadline.basis] : []),
      t('点击查看体检单'),
    ]
    item.tooltip = plainTooltip(lines)
    item.accessibilityInformation = {
      label: `砺稿 ${kindLabel} ${score === null ? t('未打分') : points} ${left?.text ?? ''}`,
    }
    item.show()
  }
  const isActive = (uri: string) => activeDraft()?.toString() === vscode.Uri.parse(uri).toString()
  const ask = async () => {
    const uri = activeDraft()?.toString()
    // From a draft to its own page and back, nothing blinks.
    if (status && uri && isActive(status.uri)) return
    status = undefined
    draw()
    if (!uri) return
    const answer = await server.request<Status | null>(statusRequest, { uri })
    if (answer && isActive(answer.uri)) {
      status = answer
      draw()
    }
  }
  const timer = setInterval(draw, tick)
  void ask()
  return vscode.Disposable.from(
    item,
    new vscode.Disposable(() => clearInterval(timer)),
    onDidChangeActiveDraft(() => void ask()),
    server.onReady(() => {
      status = undefined
      void ask()
    }),
    server.onNotification<Status>(statusNotification, next => {
      if (!isActive(next.uri)) return
      status = next
      draw()
    }),
  )
}

/** The deadline in words: minutes when under two hours. */
function countdown({ deadline }: Status): { text: string; late: boolean; soon: boolean } | undefined {
  if (!deadline) return undefined
  if (deadline.state === 'met') return { text: t('已按时报送'), late: false, soon: false }
  if (deadline.state === 'missed') return { text: t('已报送（迟报）'), late: false, soon: false }
  // Handed in, but nobody wrote when: nothing runs any more.
  if (deadline.state === 'submitted') return { text: t('已报送'), late: false, soon: false }
  const left = Date.parse(deadline.due) - Date.now()
  const late = left < 0
  return {
    text: late ? t('超时 {0}', span(-left)) : t('剩 {0}', span(left)),
    late,
    soon: !late && deadline.state !== 'open',
  }
}

function span(milliseconds: number): string {
  const minutes = Math.max(1, Math.ceil(milliseconds / 60_000))
  if (minutes < 120) return t('{0}分钟', minutes)
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? t('{0}小时{1}分', hours, minutes % 60) : t('{0}天', Math.floor(hours / 24))
}
