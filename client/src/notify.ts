// The one place that shows a notification. VS Code turns `[words](command:…)` of any message into a link that runs the command
// when it is clicked, also where the workspace is not trusted; titles of drafts, receipts and file names come from outside.

import * as vscode from 'vscode'

type Show = {
  <Item extends string>(message: string, ...items: Item[]): Thenable<Item | undefined>
  <Item extends string>(
    message: string,
    options: vscode.MessageOptions,
    ...items: Item[]
  ): Thenable<Item | undefined>
}

/** The same words, in which nothing is a link any more. */
export const inert = (message: string): string => message.replaceAll('](', '] (')

export const inform: Show = (message: string, ...rest: unknown[]) =>
  vscode.window.showInformationMessage(inert(message), ...(rest as string[])) as Thenable<never>
export const warn: Show = (message: string, ...rest: unknown[]) =>
  vscode.window.showWarningMessage(inert(message), ...(rest as string[])) as Thenable<never>
export const complain: Show = (message: string, ...rest: unknown[]) =>
  vscode.window.showErrorMessage(inert(message), ...(rest as string[])) as Thenable<never>
