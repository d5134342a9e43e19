// ligao.newLead: whoever sees something leaves its facts, figures and pictures for the one who writes the report.

import * as vscode from 'vscode'
import { t } from '../l10n'
import { freeName, now } from '../leads/files'
import { leadFolder, sortableTime } from '../leads/lead'
import { inform } from '../notify'
import { filePath, fillTemplate, plainText } from '../templates/template'
import { ask } from './multiStep'

const memory = 'newLead.by'

export function registerNewLead(context: vscode.ExtensionContext): vscode.Disposable {
  return vscode.commands.registerCommand('ligao.newLead', () => newLead(context))
}

async function newLead(context: vscode.ExtensionContext): Promise<void> {
  const answers = await ask([
    {
      key: 'title',
      title: t('写一条线索：什么事'),
      placeholder: t('一句话，例如“柳河村石板沟便道塌方”'),
      value: answers => answers.title ?? '',
      validate: value => (value.trim() ? undefined : t('请写一句话，写稿的人靠它找到这条线索')),
    },
    {
      key: 'by',
      title: t('写一条线索：谁提供的'),
      placeholder: t('姓名；几个人用顿号隔开。插入稿件时记入拟稿人'),
      value: answers => answers.by ?? context.globalState.get(memory, ''),
      validate: value => (value.trim() ? undefined : t('请写姓名，采用时要记上提供人')),
    },
    {
      key: 'time',
      title: t('写一条线索：什么时候的事'),
      placeholder: t('例如 {0}', now()),
      value: answers => answers.time ?? now(),
      validate: value =>
        sortableTime(value) === undefined ? t('请写成日期和时间，例如 {0}', now()) : undefined,
    },
  ])
  if (!answers) return
  await context.globalState.update(memory, answers.by)
  const [day] = answers.time!.split(/[\sT]/)
  const values = {
    标题: answers.title!,
    提供人: answers.by!,
    时间: answers.time!,
  }
  const template = vscode.Uri.joinPath(context.extensionUri, 'snippets', 'leads', '线索.md')
  const snippet = fillTemplate(await readTemplate(template), values)
  const name = filePath('{日期}-{标题}.md', { 日期: day!, 标题: answers.title! })
  const editor = await openFile(name, plainText(snippet))
  // What is known stands on the disk already; the rest is filled in by Tab.
  const whole = new vscode.Range(
    new vscode.Position(0, 0),
    editor.document.lineAt(editor.document.lineCount - 1).range.end,
  )
  await editor.insertSnippet(new vscode.SnippetString(snippet), whole)
}

async function readTemplate(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)).replace(/\r\n?/g, '\n')
}

async function openFile(name: string, text: string): Promise<vscode.TextEditor> {
  const active = vscode.window.activeTextEditor?.document.uri
  const folder =
    (active && vscode.workspace.getWorkspaceFolder(active)) ?? vscode.workspace.workspaceFolders?.[0]
  if (!folder) {
    void inform(t('没有打开文件夹，这条线索请自己存到稿件旁的“线索”文件夹里。'))
    return vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument({ language: 'markdown', content: text }),
    )
  }
  const uri = await freeName(vscode.Uri.joinPath(folder.uri, leadFolder, name))
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text))
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false })
}
