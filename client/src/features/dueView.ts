// 待报事项: the drafts that wait to be handed in by their time, and what the drafts promise by day, by owner or by draft.

import * as vscode from 'vscode'
import { t } from '../l10n'
import { type Entry, pickOne, plainTooltip, row } from '../notify'
import {
  type Due,
  type DueGroup,
  dayText,
  type Grouping,
  groupsOf,
  headline,
  leftText,
  standingOf,
} from './due/items'
import type { DueList } from './due/list'
import { markDone } from './due/markDone'

type Node = { readonly group: DueGroup } | { readonly due: Due; readonly within: string }

const groupingKey = 'ligao.due.grouping'

export function registerDueView(context: vscode.ExtensionContext, list: DueList): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>()
  const grouping = () => context.workspaceState.get<Grouping>(groupingKey, 'time')
  const provider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren(node) {
      if (!node) return groupsOf(list.dues, grouping(), Date.now()).map(group => ({ group }))
      return 'group' in node ? node.group.dues.map(due => ({ due, within: node.group.id })) : []
    },
    getTreeItem: node => ('group' in node ? groupItem(node.group) : dueItem(node.due, node.within)),
    resolveTreeItem(item, node) {
      if ('due' in node) item.tooltip = tooltipOf(node.due)
      return item
    },
  }
  const view = vscode.window.createTreeView('ligao.due', {
    treeDataProvider: provider,
    showCollapseAll: true,
  })
  let progress: (() => void) | undefined
  let drawn: string | undefined
  const draw = () => {
    const { scanning } = list
    view.badge = badgeOf(list.dues)
    view.message = scanning?.all ? t('正在查找待报事项 {0}/{1}', scanning.done, scanning.all) : undefined
    view.description = list.complete || scanning ? undefined : t('没有找完')
    void vscode.commands.executeCommand('setContext', 'ligao.dueScanning', scanning !== undefined)
    if (scanning && !progress)
      void vscode.window.withProgress(
        { location: { viewId: 'ligao.due' } },
        () => new Promise<void>(end => (progress = end)),
      )
    if (!scanning) {
      progress?.()
      progress = undefined
    }
    // Rows that are drawn again under the mouse lose their buttons and a click: only what looks different is.
    const picture = pictureOf(list.dues, grouping())
    if (picture === undefined || picture !== drawn) changed.fire()
    drawn = picture
  }
  const chooseGrouping = async (chosen?: unknown) => {
    const choices: (Entry & { grouping: Grouping })[] = [
      { grouping: 'time', label: t('按时间') },
      { grouping: 'owner', label: t('按责任单位') },
      { grouping: 'draft', label: t('按稿件') },
    ]
    const picked =
      choices.find(choice => choice.grouping === chosen) ??
      (await pickOne(choices, { title: t('待报事项怎样分组？') }))
    if (!picked) return
    await context.workspaceState.update(groupingKey, picked.grouping)
    draw()
  }
  return vscode.Disposable.from(
    view,
    changed,
    list.onDidChange(draw),
    vscode.commands.registerCommand('ligao.refreshDue', () => list.refresh()),
    vscode.commands.registerCommand('ligao.stopDue', () => list.stop()),
    vscode.commands.registerCommand('ligao.groupDue', chooseGrouping),
    vscode.commands.registerCommand('ligao.markDone', (node?: Node) =>
      node && 'due' in node ? markDone(node.due, list) : undefined,
    ),
    vscode.commands.registerCommand('ligao.handInDue', (node?: Node) =>
      node && 'due' in node
        ? vscode.commands.executeCommand('ligao.submitReport', vscode.Uri.parse(node.due.file.uri))
        : undefined,
    ),
    new vscode.Disposable(() => progress?.()),
  )
}

/** More rows than anybody looks at are drawn again without asking what differs. */
const mostCompared = 1000

/** What a person can see of the rows; undefined where they are too many to compare. */
function pictureOf(dues: readonly Due[], grouping: Grouping): string | undefined {
  if (dues.length > mostCompared) return undefined
  const now = Date.now()
  const row = (due: Due) => [
    due.key,
    leftText(due, now),
    dayText(due, now),
    headline(due, true),
    standingOf(due, now),
    due.item,
    due.file,
  ]
  return JSON.stringify(
    groupsOf(dues, grouping, now).map(({ id, label, dues }) => [id, label, dues.map(row)]),
  )
}

function badgeOf(dues: readonly Due[]): vscode.ViewBadge | undefined {
  const now = Date.now()
  const late = dues.filter(due => standingOf(due, now) === 'overdue').length
  const near = dues.filter(due => standingOf(due, now) === 'near').length
  if (late + near === 0) return undefined
  return { value: late + near, tooltip: t('{0} 项已过期，{1} 项临近', late, near) }
}

function groupItem({ id, label, dues }: DueGroup): vscode.TreeItem {
  const far = id === 'later' || id === 'month'
  const item = row(
    label,
    far ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.Expanded,
  )
  item.id = `group ${id}`
  item.description = String(dues.length)
  item.contextValue = 'dueGroup'
  return item
}

function dueItem(due: Due, within: string): vscode.TreeItem {
  const now = Date.now()
  const { item: entry, file } = due
  // How urgent it is comes first: what stands behind a long sentence is out of sight.
  const words = `${leftText(due, now)} · ${headline(due, !within.startsWith('owner:'))}`
  const item = row(words)
  item.id = `${within} ${due.key}`
  item.description = [dayText(due, now), entry.of === 'report' ? file.kindLabel : '']
    .filter(Boolean)
    .join(' · ')
  item.iconPath = iconOf(due, now)
  item.contextValue = entry.of === 'report' ? 'due report' : entry.doneAt ? 'due open' : 'due'
  item.command = { command: 'ligao.reveal', title: t('跳到原文'), arguments: [file.uri, entry.range] }
  item.accessibilityInformation = { label: [words, item.description, file.title].join('，') }
  return item
}

function iconOf(due: Due, now: number): vscode.ThemeIcon {
  const standing = standingOf(due, now)
  if (standing === 'overdue')
    return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'))
  if (standing === 'near')
    return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
  return new vscode.ThemeIcon(
    due.item.of === 'report' ? 'file-text' : due.item.nature === 'plan' ? 'milestone' : 'clock',
  )
}

/** Words of a draft are text, not markup. */
function tooltipOf(due: Due): vscode.MarkdownString {
  const now = Date.now()
  const { item, file } = due
  const lines = [
    item.matter || file.title,
    `${dayText(due, now)}，${leftText(due, now)}`,
    item.owner ? (item.of === 'report' ? t('拟稿人：{0}', item.owner) : t('责任单位：{0}', item.owner)) : '',
    item.of === 'text' ? `“${item.text}” ${item.basis}` : item.basis,
    t('出自《{0}》（{1}）', file.title, file.kindLabel),
  ].filter(Boolean)
  return plainTooltip(lines)
}
