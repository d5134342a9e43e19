// ligao.addTerm: takes a wording into the unit's own terms, so that it is no longer called a stock phrase.

import * as vscode from 'vscode'
import { t } from '../l10n'

export function registerAddTerm(): vscode.Disposable {
  return vscode.commands.registerCommand(
    'ligao.addTerm',
    async (argument?: { uri?: string; term?: string }) => {
      const term = argument?.term?.trim()
      if (!term) return
      const resource = argument?.uri ? vscode.Uri.parse(argument.uri) : undefined
      const settings = vscode.workspace.getConfiguration('ligao', resource)
      const terms = settings.get<string[]>('terms', [])
      if (terms.includes(term)) return
      const target = vscode.workspace.workspaceFolders?.length
        ? vscode.ConfigurationTarget.Workspace
        : vscode.ConfigurationTarget.Global
      await settings.update('terms', [...terms, term], target)
      vscode.window.setStatusBarMessage(t('“{0}”已列为本单位规范提法', term), 5000)
    },
  )
}
