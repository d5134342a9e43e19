// ligao.openSubmission: one hand-in on one page - where it stands, its receipt, what went out, and what can be done about
// it - and from there its package and its draft. The package is shown read-only: its checksums must stay true.

import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import * as vscode from 'vscode'
import { say, t } from '../l10n'
import { inform, pickOne } from '../notify'
import type { EntryView } from '../submission'
import type { Outbox } from './handIn/outbox'
import { pageIcon } from './handIn/pageIcon'
import { submissionPage } from './handIn/submissionPage'
import { lineOf } from './handIn/words'
import { keyOf } from './retrySubmissions'

const scheme = 'ligao-package'
const readable = /\.(?:md|markdown|json|txt|csv)$/i

export function registerOpenSubmission(context: vscode.ExtensionContext, outbox: Outbox): vscode.Disposable {
  let panel: vscode.WebviewPanel | undefined
  let shown: string | undefined
  const entryOf = (key: string | undefined) => outbox.entries.find(entry => entry.key === key)

  const draw = async () => {
    const entry = entryOf(shown)
    if (!panel || !entry) return
    const files = await filesOf(entry)
    const origin = await outbox.originOf(entry.key)
    if (!panel || shown !== entry.key) return
    panel.title = entry.title
    panel.webview.html = submissionPage({
      entry,
      files,
      hasDraft: origin !== undefined,
      now: Date.now(),
      language: say({ zh: 'zh-CN', en: 'en' }) as 'zh-CN' | 'en',
    })
  }

  const openPage = async (argument?: unknown) => {
    await outbox.refresh()
    const key = keyOf(argument) ?? (await choose(outbox))
    if (!entryOf(key)) return
    shown = key
    if (!panel) {
      panel = vscode.window.createWebviewPanel('ligao.submission', '', vscode.ViewColumn.Active, {
        enableScripts: false,
        enableCommandUris: [
          'ligao.retrySubmissions',
          'ligao.cancelSubmission',
          'ligao.useNewFolder',
          'ligao.openPackage',
          'ligao.openSubmittedDraft',
          'ligao.setChannelSecret',
        ],
        localResourceRoots: [],
      })
      panel.iconPath = pageIcon(context.extensionUri)
      const own = panel
      own.onDidDispose(() => {
        if (panel !== own) return
        panel = undefined
        shown = undefined
      })
    } else panel.reveal()
    await draw()
  }

  const openPackage = async (argument?: unknown, file?: unknown) => {
    const entry = entryOf(keyOf(argument))
    if (!entry) return
    const files = (await filesOf(entry)).map(each => each.path)
    const name = typeof file === 'string' && files.includes(file) ? file : await pickFile(files)
    if (!name) return
    const uri = vscode.Uri.file(path.join(entry.packageFolder, ...name.split('/')))
    if (!readable.test(name)) return void vscode.commands.executeCommand('revealFileInOS', uri)
    const copy = uri.with({ scheme })
    const document = await vscode.workspace.openTextDocument(copy)
    await vscode.window.showTextDocument(document, { preview: true })
  }

  const openDraft = async (argument?: unknown) => {
    const key = keyOf(argument)
    const origin = key === undefined ? undefined : await outbox.originOf(key)
    if (!origin) return void inform(t('不知道这一份的稿件在哪里，可以看报送包。'))
    try {
      await vscode.window.showTextDocument(vscode.Uri.parse(origin.draft))
    } catch {
      void inform(t('稿件已不在原处，可以看报送包。'))
    }
  }

  const pages: vscode.TextDocumentContentProvider = {
    provideTextDocumentContent: uri => readFile(uri.with({ scheme: 'file' }).fsPath, 'utf8'),
  }
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, pages),
    vscode.commands.registerCommand('ligao.openSubmission', openPage),
    vscode.commands.registerCommand('ligao.openPackage', openPackage),
    vscode.commands.registerCommand('ligao.openSubmittedDraft', openDraft),
    outbox.onDidChange(() => {
      if (panel?.visible) void draw()
    }),
    new vscode.Disposable(() => panel?.dispose()),
  )
}

async function choose(outbox: Outbox): Promise<string | undefined> {
  const entries = [...outbox.entries].reverse()
  if (entries.length === 0) return void inform(t('还没有报送过稿件。'))
  const picked = await pickOne(
    entries.map(entry => ({ label: entry.title, description: lineOf(entry, Date.now()), key: entry.key })),
    { title: t('看哪一份报送？'), matchOnDescription: true },
  )
  return picked?.key
}

const pickFile = async (files: readonly string[]): Promise<string | undefined> =>
  (
    await pickOne(
      files.map(label => ({ label })),
      { title: t('看报送包里的哪个文件？') },
    )
  )?.label

/** The files as they lie in the package, manifest last. */
async function filesOf({ packageFolder }: EntryView): Promise<{ path: string }[]> {
  const found = await readdir(packageFolder, { recursive: true, withFileTypes: true }).catch(() => [])
  return found
    .filter(each => each.isFile())
    .map(each => ({
      path: path
        .relative(packageFolder, path.join(each.parentPath ?? each.path, each.name))
        .split(path.sep)
        .join('/'),
    }))
    .sort((a, b) => Number(a.path === 'manifest.json') - Number(b.path === 'manifest.json'))
}
