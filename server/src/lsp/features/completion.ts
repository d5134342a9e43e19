// Completion: where the cursor is decides which of the small sources is asked.

import {
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
} from 'vscode-languageserver/node'
import { comparisonItems, headingItems, ownerItems } from '../completion/body'
import { headItems, inFrontMatter } from '../completion/frontMatter'
import { createNames, type NameIndex } from '../completion/names'
import { lineText } from '../lines'
import { type Checked, checkedDraft, type Feature, guarded, type Services } from '../services'

export const completion: Feature = services => {
  const names = createNames(services)
  services.connection.onCompletion(
    guarded(services, 'completion', null, params => complete(services, names, params)),
  )
  return { capabilities: { completionProvider: { triggerCharacters: [':', '：', '、', '（', '('] } } }
}

async function complete(
  services: Services,
  names: NameIndex,
  { textDocument: { uri }, position, context }: CompletionParams,
): Promise<CompletionList | null> {
  const checked = await checkedDraft(services, uri)
  if (!checked) return null
  const { document, check, settings, language } = checked
  const before = lineText(document.lines, position.line).slice(0, position.character)
  const invoked = context?.triggerKind !== CompletionTriggerKind.TriggerCharacter
  if (inFrontMatter(document, position.line)) {
    if (!check.report.isReport && !mayBecomeReport(checked)) return null
    const now = services.runtime.clock.now()
    const request = {
      document,
      line: position.line,
      before,
      kind: check.report.classification.kind,
      settings: settings.settings,
      language,
      now,
      names,
    }
    return listed(await headItems(request))
  }
  if (!check.report.isReport) return null
  const typed = context?.triggerCharacter
  return listed([
    ...(invoked || typed !== '（' ? await ownerItems(before, names, settings.settings.unit) : []),
    ...(invoked || typed === '（' || typed === '('
      ? comparisonItems(before, services.client.snippetCompletions)
      : []),
    ...(invoked ? headingItems(document, check.report.classification.kind, before) : []),
  ])
}

/** A head that is just being written, over a text that is still short or Chinese: not the blog of somebody else. */
function mayBecomeReport({ document: { text, draft } }: Checked): boolean {
  const body = text.slice(draft.bodyStart, draft.bodyStart + 2000)
  return body.trim().length < 60 || /[一-鿿]{4}/.test(body)
}

function listed(items: CompletionItem[]): CompletionList | null {
  return items.length ? { isIncomplete: false, items } : null
}
