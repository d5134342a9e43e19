// 报送记录: every hand-in with its state, on time or late, receipt and channel, the latest first, grouped by what can be
// done about it.

import * as vscode from 'vscode'
import { say, t } from '../l10n'
import type { EntryView, SetAside } from '../submission'
import type { Outbox } from './handIn/outbox'
import { arrivalName, lineOf, needsSomebody, reasonOf, stateName, timeOf } from './handIn/words'

export type SubmissionNode =
  | { readonly kind: 'group'; readonly id: GroupId }
  | { readonly kind: 'entry'; readonly key: string }
  | { readonly kind: 'line'; readonly key: string; readonly text: string }
  | { readonly kind: 'aside'; readonly aside: SetAside }
  | { readonly kind: 'trouble' }

type GroupId = 'waiting' | 'refused' | 'delivered' | 'cancelled' | 'aside'

const groups: readonly GroupId[] = ['waiting', 'refused', 'delivered', 'cancelled', 'aside']
/** Redraws closer together than this are one. */
const calmMs = 200
/** More are not looked through by hand; the ledger has them all. */
const most = 300

export function registerSubmissionsView(outbox: Outbox): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>()
  const provider: vscode.TreeDataProvider<SubmissionNode> = {
    onDidChangeTreeData: changed.event,
    getChildren: node => childrenOf(outbox, node),
    getTreeItem: node => itemOf(outbox, node),
  }
  const view = vscode.window.createTreeView('ligao.submissions', {
    treeDataProvider: provider,
    showCollapseAll: false,
  })
  let timer: NodeJS.Timeout | undefined
  let drawn = ''
  const draw = () => {
    timer = undefined
    // A redraw takes the rows away under a click, so there is none without a difference to be seen.
    const shown = signatureOf(outbox)
    if (shown === drawn) return
    drawn = shown
    const waiting = outbox.entries.filter(({ state }) => groupOf(state) === 'waiting').length
    view.badge = waiting > 0 ? { value: waiting, tooltip: t('{0} 篇待报', waiting) } : undefined
    changed.fire()
  }
  return vscode.Disposable.from(
    view,
    changed,
    outbox.onDidChange(() => {
      timer ??= setTimeout(draw, calmMs)
    }),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible) void outbox.refresh()
    }),
    new vscode.Disposable(() => clearTimeout(timer)),
  )
}

const signatureOf = (outbox: Outbox): string =>
  JSON.stringify([
    outbox.trouble?.zh,
    outbox.aside.map(({ name }) => name),
    outbox.entries.map(entry => [entry.key, describe(outbox, entry), ...reasonOf(entry)]),
  ])

const groupOf = (state: EntryView['state']): GroupId =>
  state === 'queued' || state === 'sending' ? 'waiting' : state

const entryOf = ({ entries }: Outbox, key: string) => entries.find(entry => entry.key === key)

function childrenOf(outbox: Outbox, node: SubmissionNode | undefined): SubmissionNode[] {
  if (node?.kind === 'group') {
    if (node.id === 'aside') return outbox.aside.map(aside => ({ kind: 'aside', aside }))
    return outbox.entries
      .filter(({ state }) => groupOf(state) === node.id)
      .reverse()
      .slice(0, most)
      .map(({ key }) => ({ kind: 'entry', key }))
  }
  if (node?.kind === 'entry') return linesOf(outbox, node.key)
  if (node) return []
  const shown = groups.filter(id => childrenOf(outbox, { kind: 'group', id }).length > 0)
  return [
    ...(outbox.trouble ? [{ kind: 'trouble' } as const] : []),
    ...shown.map(id => ({ kind: 'group', id }) as const),
  ]
}

/** What is to be known of a hand-in without opening it; a long title would push it out of sight. */
function linesOf(outbox: Outbox, key: string): SubmissionNode[] {
  const entry = entryOf(outbox, key)
  if (!entry) return []
  const { receipt, deliveredAt, acceptedAt, timeZone, deadline, channel, target } = entry
  const lines = [
    ...reasonOf(entry),
    receipt ? t('回执 {0}', receipt) : '',
    deliveredAt ? t('{0} 送达', timeOf(deliveredAt, timeZone)) : t('{0} 交出', timeOf(acceptedAt, timeZone)),
    deadline ? `${t('{0} 时限', timeOf(deadline, timeZone))} ${arrivalName(entry)}`.trim() : '',
    channel === target ? channel : `${channel} ${target}`,
  ]
  return lines.filter(line => line).map(text => ({ kind: 'line', key, text }))
}

const groupName = (id: GroupId): string =>
  ({
    waiting: t('待报'),
    refused: t('被退回'),
    delivered: t('已送达'),
    cancelled: t('已取消'),
    aside: t('记录损坏，已另放'),
  })[id]

function itemOf(outbox: Outbox, node: SubmissionNode): vscode.TreeItem {
  if (node.kind === 'group') {
    const open =
      node.id === 'cancelled'
        ? vscode.TreeItemCollapsibleState.Collapsed
        : vscode.TreeItemCollapsibleState.Expanded
    const item = new vscode.TreeItem(groupName(node.id), open)
    item.id = `group:${node.id}`
    item.description = String(childrenOf(outbox, node).length)
    item.contextValue = `group-${node.id}`
    return item
  }
  if (node.kind === 'trouble') {
    const item = new vscode.TreeItem(outbox.trouble ? say(outbox.trouble) : '')
    item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
    return item
  }
  if (node.kind === 'aside') {
    const item = new vscode.TreeItem(node.aside.name)
    item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
    item.tooltip = say(node.aside.notice)
    item.description = say(node.aside.notice)
    item.contextValue = 'aside'
    return item
  }
  if (node.kind === 'line') {
    const item = new vscode.TreeItem(node.text)
    item.tooltip = node.text
    return item
  }
  const entry = entryOf(outbox, node.key)
  return entry ? entryItem(outbox, entry) : new vscode.TreeItem('')
}

function describe(outbox: Outbox, entry: EntryView): string {
  const sent = outbox.progressOf(entry.key)
  const percent = sent && sent.total > 0 ? Math.floor((100 * sent.sent) / sent.total) : undefined
  return lineOf(entry, Date.now(), percent)
}

function entryItem(outbox: Outbox, entry: EntryView): vscode.TreeItem {
  const { key, title, state, notice } = entry
  // Why it does not go on is said at once; a delivered one keeps quiet.
  const item = new vscode.TreeItem(
    title,
    reasonOf(entry).length > 0 && state !== 'cancelled'
      ? vscode.TreeItemCollapsibleState.Expanded
      : vscode.TreeItemCollapsibleState.Collapsed,
  )
  // Another state may ask for another fold.
  item.id = `${key} ${state}`
  item.description = describe(outbox, entry)
  item.iconPath = iconOf(entry)
  item.tooltip = tooltipOf(entry)
  item.contextValue = `submission ${state}${notice?.code === 'folder-gone' ? ' gone' : ''}`
  item.command = { command: 'ligao.openSubmission', title: t('查看'), arguments: [key] }
  item.accessibilityInformation = {
    label: [title, stateName(state), arrivalName(entry), item.description, ...reasonOf(entry)]
      .filter(part => part)
      .join('，'),
  }
  return item
}

function iconOf(entry: EntryView): vscode.ThemeIcon {
  const icon = (name: string, color?: string) =>
    new vscode.ThemeIcon(name, color ? new vscode.ThemeColor(color) : undefined)
  if (entry.state === 'queued')
    return needsSomebody(entry) ? icon('warning', 'list.warningForeground') : icon('clock')
  return {
    sending: icon('sync~spin'),
    delivered: icon('pass', 'charts.green'),
    refused: icon('error', 'list.errorForeground'),
    cancelled: icon('circle-slash'),
  }[entry.state]
}

function tooltipOf(entry: EntryView): vscode.MarkdownString {
  // Titles and answers of servers are text, not markup.
  const text = new vscode.MarkdownString()
  const lines = [`《${entry.title}》`, lineOf(entry, Date.now()), entry.target, ...reasonOf(entry)]
  for (const [index, line] of lines.entries()) {
    if (index > 0) text.appendMarkdown('\n\n')
    text.appendText(line)
  }
  return text
}
