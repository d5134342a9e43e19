// Completion: where the cursor is decides which of the small sources is asked.

import {
  type Command,
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
  type Position,
} from 'vscode-languageserver/node'
import { clientCommands } from '../../protocol'
import { hasCommand } from '../client'
import { comparisonItems, headingItems, ownerItems, wantedName } from '../completion/body'
import { dateItems, wantedDay } from '../completion/dates'
import { headItems, inFrontMatter } from '../completion/frontMatter'
import { leadItems } from '../completion/lead'
import { createNames, type WorkspaceNames } from '../completion/names'
import { placed } from '../completion/place'
import { type Lines, lineAt, lineText, offsetAt, rangeOf } from '../lines'
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
  workspace: WorkspaceNames,
  { textDocument: { uri }, position: asked, context }: CompletionParams,
): Promise<CompletionList | null> {
  const checked = await checkedDraft(services, uri)
  if (!checked) return null
  const { document, check, settings, language } = checked
  // From here on in UTF-16, as everything of ours; `listed` speaks the client's encoding again.
  const { lines } = document
  const at = offsetAt(lines, asked)
  const position = { line: lineAt(lines, at), character: at - lines.starts[lineAt(lines, at)]! }
  const names = workspace.beside(document, position.line)
  const before = lineText(lines, position.line).slice(0, position.character)
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
      position,
      next: asksAgain(services),
    }
    return listed(lines, await (check.report.classification.isLead ? leadItems : headItems)(request))
  }
  if (!check.report.isReport) return null
  const bracket = context?.triggerCharacter === '（' || context?.triggerCharacter === '('
  const name = wantedName(before, invoked)
  if (name && (invoked || !bracket))
    return listed(lines, placed(await ownerItems(name, names, settings.settings.unit), position, name.typed))
  const day = wantedDay(before, invoked)
  if (day !== undefined && (invoked || !bracket)) {
    const { timeZone } = settings.settings
    return listed(lines, placed(dateItems(services.runtime.clock.now(), timeZone, language), position, day))
  }
  return listed(lines, [
    ...(invoked || bracket
      ? placed(comparisonItems(before, services.client.snippetCompletions), position, '')
      : []),
    ...(invoked
      ? placed(headingItems(document, check.report.classification.kind, before), position, before)
      : []),
  ])
}

/** Once a key stands there, its values are offered; a command of VS Code, so only its client is told. */
function asksAgain({ client }: Services): Command | undefined {
  return hasCommand(client, clientCommands.showReportCard)
    ? { title: '', command: 'editor.action.triggerSuggest' }
    : undefined
}

/** A head that is just being written, over a text that is still short or Chinese: not the blog of somebody else. */
function mayBecomeReport({ document: { text, draft } }: Checked): boolean {
  const body = text.slice(draft.bodyStart, draft.bodyStart + 2000)
  return body.trim().length < 60 || /[一-鿿]{4}/.test(body)
}

function listed(lines: Lines, items: CompletionItem[]): CompletionList | null {
  if (items.length === 0) return null
  return { isIncomplete: false, items: lines.encoding === 'utf-16' ? items : items.map(inColumnsOf(lines)) }
}

const inColumnsOf =
  (lines: Lines) =>
  (item: CompletionItem): CompletionItem => {
    const { textEdit } = item
    if (!textEdit || !('range' in textEdit)) return item
    const { start, end } = textEdit.range
    const offset = ({ line, character }: Position) => lines.starts[line]! + character
    const range = rangeOf(lines, { start: offset(start), end: offset(end) })
    return { ...item, textEdit: { ...textEdit, range } }
  }
