// The icon of our own pages: a tab does not colour it, so there is one for each kind of theme.

import * as vscode from 'vscode'

export const pageIcon = (extension: vscode.Uri): { light: vscode.Uri; dark: vscode.Uri } => ({
  light: vscode.Uri.joinPath(extension, 'client', 'media', 'ligao-light.svg'),
  dark: vscode.Uri.joinPath(extension, 'client', 'media', 'ligao-dark.svg'),
})
