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

/** A tooltip of several lines, all of them text: no link, and no picture that would be fetched from somewhere. */
export function plainTooltip(lines: readonly string[]): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString()
  for (const [index, line] of lines.entries()) {
    if (index > 0) tooltip.appendMarkdown('\n\n')
    tooltip.appendText(line)
  }
  return tooltip
}
