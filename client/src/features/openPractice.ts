// ligao.openPractice: a draft with faults in it, to be mended and handed in by somebody who does this for the first time.
// It becomes a file of the writer's own; whoever comes back to it finds it as it was left.

import * as vscode from 'vscode'
import { plainText } from '../templates/template'
import { monthAndDay, today } from '../templates/today'

export const practiceFile = '练习稿.md'

export function registerOpenPractice(context: vscode.ExtensionContext): vscode.Disposable {
  return vscode.commands.registerCommand('ligao.openPractice', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? []
    const uri = folder && vscode.Uri.joinPath(folder.uri, practiceFile)
    const kept = uri && (await read(uri))
    if (uri && kept !== undefined) return show(await vscode.workspace.openTextDocument(uri))
    const content = await practice(context.extensionUri)
    if (!uri) return show(await vscode.workspace.openTextDocument({ language: 'markdown', content }))
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content))
    return show(await vscode.workspace.openTextDocument(uri))
  })
}

async function show(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document, { preview: false })
}

async function practice(extension: vscode.Uri): Promise<string> {
  const text = (await read(vscode.Uri.joinPath(extension, 'snippets', 'practice', practiceFile))) ?? ''
  return plainText(text.replaceAll('{{今天}}', today()).replaceAll('{{月日}}', monthAndDay(today())))
}

async function read(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))
  } catch {
    return undefined
  }
}
