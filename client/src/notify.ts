// The one place that shows words to the writer outside of pages and lists. VS Code turns `[words](command:…)` of any message into
// a link that runs the command when it is clicked, also where the workspace is not trusted, and `$(name)` into an icon; titles of
// drafts, receipts and file names come from outside.

import * as vscode from 'vscode'

type Show = {
  <Item extends string>(message: string, ...items: Item[]): Thenable<Item | undefined>
  <Item extends string>(
    message: string,
    options: vscode.MessageOptions,
    ...items: Item[]
  ): Thenable<Item | undefined>
}

// Written as escapes, because none of them can be seen: control characters, zero widths, directions of writing. They break lines,
// or let a title look like another.
const unseen = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

/** The same words in one line, in which nothing is a link or an icon any more. */
export const inert = (message: string): string =>
  message.replace(unseen, ' ').replaceAll('](', '] (').replaceAll('$(', '$ (')

export const inform: Show = (message: string, ...rest: unknown[]) =>
  vscode.window.showInformationMessage(inert(message), ...(rest as string[])) as Thenable<never>
export const warn: Show = (message: string, ...rest: unknown[]) =>
  vscode.window.showWarningMessage(inert(message), ...(rest as string[])) as Thenable<never>
export const complain: Show = (message: string, ...rest: unknown[]) =>
  vscode.window.showErrorMessage(inert(message), ...(rest as string[])) as Thenable<never>

/** A few seconds in the status bar, for what needs no answer. */
export function mention(words: string, milliseconds = 5000): void {
  vscode.window.setStatusBarMessage(inert(words), milliseconds)
}

/** An entry of a list. Its words may come from outside; the icon before them is ours. */
export interface Entry extends vscode.QuickPickItem {
  readonly icon?: string
}

const shownEntry = ({ icon, label, description, detail, ...rest }: Entry): vscode.QuickPickItem => ({
  ...rest,
  label: icon ? `$(${icon}) ${inert(label)}` : inert(label),
  ...(description !== undefined && { description: inert(description) }),
  ...(detail !== undefined && { detail: inert(detail) }),
})

const shownOptions = <Options extends { title?: string; placeHolder?: string; prompt?: string }>(
  options: Options,
): Options => ({
  ...options,
  ...(options.title !== undefined && { title: inert(options.title) }),
  ...(options.placeHolder !== undefined && { placeHolder: inert(options.placeHolder) }),
  ...(options.prompt !== undefined && { prompt: inert(options.prompt) }),
})

/** One entry of a list, as it was given. */
export async function pickOne<Item extends Entry>(
  items: readonly Item[],
  options: vscode.QuickPickOptions,
): Promise<Item | undefined> {
  const shown = items.map(item => ({ ...shownEntry(item), item }))
  return (await vscode.window.showQuickPick(shown, shownOptions(options)))?.item
}

/** A list that its caller drives. */
export function listOf<Item extends Entry>(
  items: readonly Item[],
): vscode.QuickPick<vscode.QuickPickItem & { item: Item }> {
  const list = vscode.window.createQuickPick<vscode.QuickPickItem & { item: Item }>()
  list.items = items.map(item => ({ ...shownEntry(item), item }))
  return list
}

export const askFor = (options: vscode.InputBoxOptions): Thenable<string | undefined> =>
  vscode.window.showInputBox(shownOptions(options))

/** A row of a view. */
export function row(
  label: string,
  state = vscode.TreeItemCollapsibleState.None,
  description?: string,
): vscode.TreeItem {
  const item = new vscode.TreeItem(inert(label), state)
  if (description !== undefined) item.description = inert(description)
  return item
}

/** A tooltip of several lines, all of them text: no link, and no picture that would be fetched from somewhere. */
export function plainTooltip(lines: readonly string[]): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString()
  for (const [index, line] of lines.entries()) {
    if (index > 0) tooltip.appendMarkdown('\n\n')
    tooltip.appendText(line)
  }
  return tooltip
}
