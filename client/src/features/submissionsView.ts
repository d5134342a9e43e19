// 报送记录: every hand-in with its state, on time or late, receipt and channel, the latest first, grouped by what can be
// done about it.

import * as vscode from 'vscode'
import { say, t } from '../l10n'
import { plainTooltip, row } from '../notify'
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
  const changed = new vscode.EventEmitter<SubmissionNode | undefined>()
  /** Rows that were given out, so that one of them can be redrawn alone. */
  const rows = new Map<string, SubmissionNode>()
  const provider: vscode.TreeDataProvider<SubmissionNode> = {
    onDidChangeTreeData: changed.event,
    getChildren: node =>
      childrenOf(outbox, node).map(child => {
        if (child.kind !== 'entry') return child
        const row = rows.get(child.key) ?? child
        rows.set(child.key, row)
        return row
      }),
    getTreeItem: node => itemOf(outbox, node),
  }
  const view = vscode.window.createTreeView('ligao.submissions', {
    treeDataProvider: provider,
    showCollapseAll: false,
  })
  let timer: NodeJS.Timeout | undefined
  let drawn: Drawn = { shape: '', entries: new Map() }
  const draw = () => {
    timer = undefined
    // A redraw takes rows away under a click, so there is none without a difference to be seen, and none but of the rows
    // that differ where all stay in their places.
    const before = drawn
    drawn = drawnFrom(outbox)
    const differ = [...drawn.entries].flatMap(([key, text]) =>
      before.entries.get(key) === text ? [] : [rows.get(key)],
    )
    if (drawn.shape === before.shape && differ.length === 0) return
    const waiting = outbox.entries.filter(({ state }) => groupOf(state) === 'waiting').length
    view.badge = waiting > 0 ? { value: waiting, tooltip: t('{0} 篇等待送达', waiting) } : undefined
    if (drawn.shape === before.shape) for (const row of differ) changed.fire(row)
    else changed.fire(undefined)
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

interface Drawn {
  /** What rows there are, where, and how they are folded at first. */
  readonly shape: string
  readonly entries: ReadonlyMap<string, string>
}

function drawnFrom(outbox: Outbox): Drawn {
  const { entries, aside, trouble } = outbox
  const shape = [
    trouble?.zh,
    aside.map(({ name }) => name),
    entries.map(entry => [idOf(entry), groupOf(entry.state)]),
  ]
  const texts = entries.map(
    entry =>
      [
        entry.key,
        JSON.stringify([entry.state, describe(outbox, entry), ...linesOf(outbox, entry.key)]),
      ] as const,
  )
  return { shape: JSON.stringify(shape), entries: new Map(texts) }
}

/** Why it does not go on is said at once; a delivered one keeps quiet. */
const isOpenAtFirst = (entry: EntryView): boolean => reasonOf(entry).length > 0 && entry.state !== 'cancelled'

/** VS Code remembers folds by it, so another fold at first needs another one. */
const idOf = (entry: EntryView): string => `${entry.key}${isOpenAtFirst(entry) ? ' why' : ''}`

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
    waiting: t('等待送达'),
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
    const item = row(groupName(node.id), open)
    item.id = `group:${node.id}`
    item.description = String(childrenOf(outbox, node).length)
    item.contextValue = `group-${node.id}`
    return item
  }
  if (node.kind === 'trouble') {
    const item = row(outbox.trouble ? say(outbox.trouble) : '')
    item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
    return item
  }
  if (node.kind === 'aside') {
    const item = row(node.aside.name, undefined, say(node.aside.notice))
    item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
    item.tooltip = say(node.aside.notice)
    item.contextValue = 'aside'
    return item
  }
  if (node.kind === 'line') {
    const item = row(node.text)
    item.tooltip = node.text
    return item
  }
  const entry = entryOf(outbox, node.key)
  return entry ? entryItem(outbox, entry) : row('')
}

function describe(outbox: Outbox, entry: EntryView): string {
  const sent = outbox.progressOf(entry.key)
  const percent = sent && sent.total > 0 ? Math.floor((100 * sent.sent) / sent.total) : undefined
  return lineOf(entry, Date.now(), percent)
}

function entryItem(outbox: Outbox, entry: EntryView): vscode.TreeItem {
  const { key, title, state, notice } = entry
  const item = row(
    title,
    isOpenAtFirst(entry)
      ? vscode.TreeItemCollapsibleState.Expanded
      : vscode.TreeItemCollapsibleState.Collapsed,
    describe(outbox, entry),
  )
  item.id = idOf(entry)
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
  const lines = [`《${entry.title}》`, lineOf(entry, Date.now()), entry.target, ...reasonOf(entry)]
  return plainTooltip(lines)
}
