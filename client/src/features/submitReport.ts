// ligao.submitReport: from the draft to the receipt. Saves, has that version checked, shows the page to confirm; the rest
// happens by itself.

import * as vscode from 'vscode'
import { say, t } from '../l10n'
import { warn } from '../notify'
import { requireDraft } from './activeDraft'
import { isChecked, savedFile } from './handIn/check'
import { library } from './handIn/library'
import type { HandInPage } from './handInPage'

export function registerSubmitReport(page: HandInPage): vscode.Disposable {
  return vscode.commands.registerCommand(
    'ligao.submitReport',
    async (argument?: unknown, selection?: unknown) => {
      const wanted = draftsOf(argument, selection)
      if (wanted.length === 0) return
      if (!vscode.workspace.isTrusted) {
        void refuse()
        return
      }
      const drafts: vscode.Uri[] = []
      for (const uri of wanted) {
        const saved = await savedFile(uri)
        if (!isChecked(saved)) return void warn(saved.problem)
        drafts.push(saved)
      }
      await page.open(drafts)
    },
  )
}

/** The endpoints in a folder that nobody vouched for may lead anywhere. */
async function refuse(): Promise<void> {
  const manage = t('管理工作区信任')
  const answer = await warn(say(library().notice('untrusted-workspace')), manage)
  if (answer === manage) await vscode.commands.executeCommand('workbench.trust.manage')
}

/** Menus give the item and the whole selection; a selection without the item is another one. */
function draftsOf(argument: unknown, selection: unknown): vscode.Uri[] {
  const uriOf = (item: unknown): vscode.Uri | undefined =>
    item instanceof vscode.Uri
      ? item
      : (item as { resourceUri?: unknown } | undefined)?.resourceUri instanceof vscode.Uri
        ? (item as { resourceUri: vscode.Uri }).resourceUri
        : undefined
  const own = uriOf(argument)
  const all = Array.isArray(selection) ? selection.map(uriOf).filter(uri => uri !== undefined) : []
  const isPart = own !== undefined && all.some(uri => uri.toString() === own.toString())
  if (isPart && all.length > 1) return all.filter(uri => /\.(?:md|markdown)$/i.test(uri.path))
  const one = own ?? requireDraft(argument)
  return one ? [one] : []
}
