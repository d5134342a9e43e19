// ligao.retrySubmissions, ligao.cancelSubmission, ligao.useNewFolder: what a writer can do about a hand-in that waits or
// came back. Without an item, everything that waits is tried again now.

import * as vscode from 'vscode'
import { t } from '../l10n'
import { inform, mention, pickOne } from '../notify'
import type { Server } from '../server'
import { channelChoice, isChecked } from './handIn/check'
import type { Outbox } from './handIn/outbox'

/** A tree item, or the key that a page's link carries. */
export function keyOf(argument: unknown): string | undefined {
  if (typeof argument === 'string') return argument
  const key = (argument as { key?: unknown } | undefined)?.key
  return typeof key === 'string' ? key : undefined
}

export function registerRetrySubmissions(server: Server, outbox: Outbox): vscode.Disposable {
  const retry = async (argument?: unknown, acceptNewPlace = false) => {
    const key = keyOf(argument)
    await outbox.refresh()
    if (key === undefined) {
      const waiting = outbox.entries.filter(({ state }) => state === 'queued').length
      if (waiting === 0) return void inform(t('没有等待报送的稿件。'))
      for (const { key: each, state } of outbox.entries) if (state === 'queued') await learn(each)
      await outbox.retryAll()
      mention(t('正在重试 {0} 篇', waiting), 5000)
      return
    }
    await learn(key)
    const entry = await outbox.retry(key, acceptNewPlace)
    if (!entry) return void inform(t('这一份已经办结，或另一个窗口正在报送。'))
    mention(t('正在重试：{0}', entry.title), 5000)
  }

  /** Settings of the same place that were mended since count. */
  const learn = async (key: string) => {
    const entry = outbox.entries.find(each => each.key === key)
    const origin = await outbox.originOf(key)
    if (!entry || !origin) return
    const draft = vscode.Uri.parse(origin.draft)
    if (!vscode.workspace.getWorkspaceFolder(draft)) return
    const choice = await channelChoice(server, draft)
    if (!isChecked(choice)) return
    const same = choice.channels.find(
      ({ channel }) =>
        channel.name === entry.channel &&
        channel.type === entry.channelType &&
        channel.target === entry.target,
    )
    if (same) await outbox.learn(key, same)
  }

  const cancel = async (argument?: unknown) => {
    const key = keyOf(argument)
    const entry = outbox.entries.find(each => each.key === key)
    if (!key || !entry) return
    const detail = entry.uncertain
      ? t('此前已发出过一次，对方可能已经收到，取消后请打电话确认。')
      : t('稿件和报送包都留着，以后可以再报。')
    const no = { label: t('继续报送') }
    const yes: typeof no & { detail?: string } = { label: t('取消报送'), detail }
    const answer = await pickOne([no, yes], {
      title: t('不再报送《{0}》？', entry.title),
    })
    if (answer !== yes) return
    const outcome = await outbox.cancel(key)
    if (outcome === 'delivered') void inform(t('来不及取消：《{0}》已经送达。', entry.title))
    if (outcome === 'requested') void inform(t('已要求停止；另一个窗口正在报送，结果看报送记录。'))
  }

  return vscode.Disposable.from(
    vscode.commands.registerCommand('ligao.retrySubmissions', (argument?: unknown) => retry(argument)),
    vscode.commands.registerCommand('ligao.useNewFolder', (argument?: unknown) => retry(argument, true)),
    vscode.commands.registerCommand('ligao.cancelSubmission', cancel),
  )
}
