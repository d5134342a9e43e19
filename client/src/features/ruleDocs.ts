// ligao.openRuleDocs: the page of a rule inside VS Code, offline.

import * as vscode from 'vscode'
import { type RuleDocsResult, ruleDocsRequest } from '../../../server/src/protocol'
import { t } from '../l10n'
import { pickOne } from '../notify'
import type { Server } from '../server'

const scheme = 'ligao-rule'

export function registerRuleDocs(server: Server): vscode.Disposable {
  const pages: vscode.TextDocumentContentProvider = {
    async provideTextDocumentContent(uri) {
      const answer = await server.request<RuleDocsResult | null>(ruleDocsRequest, { rule: uri.query })
      return answer?.markdown ?? t('没有名为“{0}”的规则。', uri.query)
    },
  }
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, pages),
    vscode.commands.registerCommand('ligao.openRuleDocs', async (argument?: unknown) => {
      const rule = typeof argument === 'string' ? argument : await choose(server)
      if (!rule) return
      // The tab is named as the page is.
      const answer = await server.request<RuleDocsResult | null>(ruleDocsRequest, {})
      const title = answer?.rules.find(each => each.id === rule)?.title ?? rule
      await vscode.commands.executeCommand(
        'markdown.showPreview',
        vscode.Uri.from({ scheme, path: `${title.replace(/[/\\?#]/g, ' ')}.md`, query: rule }),
      )
    }),
  )
}

async function choose(server: Server): Promise<string | undefined> {
  const answer = await server.request<RuleDocsResult>(ruleDocsRequest, {})
  const picked = await pickOne(
    (answer?.rules ?? []).map(({ id, title, familyLabel }) => ({
      label: title,
      description: id,
      detail: familyLabel,
    })),
    { title: t('看哪条规则的说明？'), matchOnDescription: true, matchOnDetail: true },
  )
  return picked?.description
}
