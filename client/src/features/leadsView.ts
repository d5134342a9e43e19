// 线索: what colleagues left to be written up, the newest first; what was used stands apart.

import * as vscode from 'vscode'
import { t } from '../l10n'
import { changeFile, now } from '../leads/files'
import type { LeadFile, Leads } from '../leads/store'
import { unusedEdits, usedEdits } from '../leads/used'
import { complain, plainTooltip, row } from '../notify'
import { excerpt, leadOf, pickLead, usedText, whoAndWhen } from './insertLead'

type Node = { readonly file: LeadFile } | { readonly group: 'used' }

export function registerLeadsView(leads: Leads): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>()
  let drawn: string | undefined
  const provider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    async getChildren(node) {
      const all = await leads.all()
      const rows = (used: boolean) =>
        all.filter(({ lead }) => (lead.used !== undefined) === used).map(file => ({ file }))
      if (node) return 'group' in node ? rows(true) : []
      const used = rows(true)
      return [...rows(false), ...(used.length > 0 ? [{ group: 'used' } as const] : [])]
    },
    getTreeItem: node => ('group' in node ? groupItem(leads) : leadItem(node.file)),
  }
  const view = vscode.window.createTreeView('ligao.leads', { treeDataProvider: provider })
  const chosen = async (argument: unknown, title: string) =>
    leadOf(argument) ?? (await pickLead(leads, title))?.uri
  return vscode.Disposable.from(
    view,
    changed,
    leads.onDidChange(() => {
      // Rows that are drawn again under the mouse lose a click: only what looks different is.
      const picture = JSON.stringify(leads.known?.map(({ uri, lead }) => [uri.toString(), lead]))
      if (picture !== drawn) changed.fire()
      drawn = picture
    }),
    vscode.commands.registerCommand('ligao.openLead', async (argument?: unknown) => {
      const uri = await chosen(argument, t('打开哪条线索？'))
      if (uri) await vscode.commands.executeCommand('vscode.open', uri)
    }),
    vscode.commands.registerCommand('ligao.markLeadUsed', async (argument?: unknown) =>
      mark(await chosen(argument, t('哪条线索已采用？')), text => usedEdits(text, { at: now() })),
    ),
    vscode.commands.registerCommand('ligao.markLeadUnused', async (argument?: unknown) =>
      mark(await chosen(argument, t('哪条线索恢复为未采用？')), unusedEdits),
    ),
  )
}

async function mark(uri: vscode.Uri | undefined, edit: typeof unusedEdits): Promise<void> {
  if (uri && !(await changeFile(uri, edit))) void complain(t('线索文件改不了，请打开它看看开头的要素。'))
}

function groupItem(leads: Leads): vscode.TreeItem {
  const item = row(t('已采用'), vscode.TreeItemCollapsibleState.Collapsed)
  item.id = 'used'
  item.description = String(leads.known?.filter(({ lead }) => lead.used).length ?? '')
  item.contextValue = 'leadGroup'
  return item
}

function leadItem(file: LeadFile): vscode.TreeItem {
  const { uri, lead } = file
  const item = row(lead.title, undefined, whoAndWhen(lead))
  item.id = `${lead.used ? 'used' : 'unused'} ${uri.toString()}`
  item.iconPath = new vscode.ThemeIcon(lead.used ? 'check' : 'lightbulb')
  item.contextValue = `lead ${lead.used ? 'used' : 'unused'}`
  item.command = { command: 'ligao.openLead', title: t('打开'), arguments: [uri] }
  item.tooltip = tooltipOf(file)
  const pictures = lead.pictures === '' ? '' : t('有图片')
  item.accessibilityInformation = {
    label: [lead.title, item.description, lead.place, pictures, usedText(lead)].filter(Boolean).join('，'),
  }
  return item
}

/** What a colleague wrote is text, not markup. */
function tooltipOf({ lead }: LeadFile): vscode.MarkdownString {
  const lines = [
    lead.title,
    [whoAndWhen(lead), lead.place].filter(Boolean).join(' · '),
    excerpt(lead),
    usedText(lead),
  ].filter(Boolean)
  return plainTooltip(lines)
}
