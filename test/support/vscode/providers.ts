// VS Code's own commands that ask language features, with their types.
import {
  type CodeAction,
  type CodeLens,
  commands,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  MarkdownString,
  type Position,
  type Range,
  type Uri,
  workspace,
} from 'vscode'

export const symbolsOf = (uri: Uri) =>
  commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri)

export const foldingsOf = (uri: Uri) =>
  commands.executeCommand<FoldingRange[]>('vscode.executeFoldingRangeProvider', uri)

export const actionsAt = (uri: Uri, range: Range, kind?: string) =>
  commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind)

export const lensesOf = (uri: Uri) =>
  commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 100)

/** The text of all hovers at a position. */
export async function hoverAt(uri: Uri, position: Position): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, position)
  const parts = hovers.flatMap(({ contents }) => contents)
  return parts
    .map(part => (part instanceof MarkdownString || typeof part === 'object' ? part.value : part))
    .join('\n')
}

/** Does what choosing a quick fix does: its edit, then its command. */
export async function apply(action: CodeAction): Promise<void> {
  if (action.edit && !(await workspace.applyEdit(action.edit)))
    throw new Error(`Not applied: ${action.title}`)
  if (action.command)
    await commands.executeCommand(action.command.command, ...(action.command.arguments ?? []))
}
