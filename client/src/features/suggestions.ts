// ligao.suggestWhileTyping: whether completion comes by itself while one types. VS Code keeps it off in Markdown; what comes
// behind a colon, and on Ctrl+Space, comes anyway. That it can be turned on is said once ever, where nobody is disturbed: in
// the language status ({ } in the status bar), in the one window in which a report has been worked on for a while. Nothing
// pops up, and no setting is touched unless the writer asks for it.

import * as vscode from 'vscode'
import { type Status, statusNotification } from '../../../server/src/protocol'
import { t } from '../l10n'
import { mention } from '../notify'
import type { Server } from '../server'
import { isAWhile, noWork, worked } from './suggestionsWork'

const offeredKey = 'ligao.suggestions.offered'
const beforeKey = 'ligao.suggestions.before'
const markdown = { languageId: 'markdown' }

/** What is set for Markdown, and nothing else. Words of the text are no help in Chinese: each is half a sentence. */
const wanted: Readonly<Record<string, unknown>> = {
  quickSuggestions: { other: 'on', strings: 'on', comments: 'off' },
  wordBasedSuggestions: 'off',
}

export function registerSuggestions(context: vscode.ExtensionContext, server: Server): vscode.Disposable {
  const memory = context.globalState
  const reports = new Set<string>()
  let work = noWork
  let item: vscode.LanguageStatusItem | undefined
  const offer = () => {
    if (item || memory.get(offeredKey) || isOn()) return
    void memory.update(offeredKey, true)
    item = vscode.languages.createLanguageStatusItem('ligao.suggestions', {
      language: 'markdown',
      scheme: 'file',
    })
    item.name = '砺稿 Ligao'
    item.text = t('写稿时自动弹出补全：没有开')
    item.detail = t('现在按 Ctrl+Space 才弹出')
    item.command = { title: t('开启'), command: 'ligao.suggestWhileTyping', arguments: [true] }
  }
  return vscode.Disposable.from(
    vscode.commands.registerCommand('ligao.suggestWhileTyping', async (argument?: unknown) => {
      const on = typeof argument === 'boolean' ? argument : !isOn()
      await (on ? turnOn(memory) : turnOff(memory))
      item?.dispose()
      item = undefined
      void memory.update(offeredKey, true)
      mention(
        on ? t('写稿时会自动弹出补全；再运行一次这条命令就关闭。') : t('写稿时不再自动弹出补全。'),
        8000,
      )
    }),
    server.onNotification<Status>(statusNotification, ({ uri, isReport }) => {
      const key = vscode.Uri.parse(uri).toString()
      if (isReport) reports.add(key)
      else reports.delete(key)
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || !reports.has(document.uri.toString())) return
      work = worked(work, Date.now())
      if (isAWhile(work)) offer()
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => reports.delete(uri.toString())),
    new vscode.Disposable(() => item?.dispose()),
  )
}

const settings = () => vscode.workspace.getConfiguration('editor', markdown)
const own = (key: string): unknown => settings().inspect(key)?.globalLanguageValue

function isOn(): boolean {
  const value = settings().get<unknown>('quickSuggestions')
  if (typeof value === 'boolean') return value
  const { other } = (value ?? {}) as { other?: unknown }
  return other === true || other === 'on'
}

/** What stood there is remembered, so that turning off leaves everything as it was. */
async function turnOn(memory: vscode.Memento): Promise<void> {
  if (isOn()) return
  const before = Object.fromEntries(Object.keys(wanted).map(key => [key, own(key) ?? null]))
  await memory.update(beforeKey, before)
  for (const [key, value] of Object.entries(wanted))
    await settings().update(key, value, vscode.ConfigurationTarget.Global, true)
}

async function turnOff(memory: vscode.Memento): Promise<void> {
  const before = memory.get<Record<string, unknown>>(beforeKey) ?? {}
  for (const key of Object.keys(wanted)) {
    if (JSON.stringify(own(key)) !== JSON.stringify(wanted[key]) && key !== 'quickSuggestions') continue
    await settings().update(key, before[key] ?? undefined, vscode.ConfigurationTarget.Global, true)
  }
  await memory.update(beforeKey, undefined)
}
