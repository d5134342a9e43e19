// ligao.newReport: from an empty window to a draft with the structure of its kind, in three questions.

import * as vscode from 'vscode'
import { t } from '../l10n'
import { drafterNames } from '../leads/authors'
import { listTemplates, readTemplate, type TemplateEntry } from '../templates/catalogue'
import { inheritedFrom } from '../templates/inherited'
import { filePath, fillTemplate, headValues, type TemplateValues } from '../templates/template'
import { monthAndDay, today } from '../templates/today'
import { ask } from './multiStep'
import { practiceFile } from './openPractice'

const remembered = ['单位', '拟稿人', '审核人', '签发人', '联系电话', '报送对象'] as const
const memory = 'newReport.values'
const pathPattern = '{日期} {标题}（{类型}）.md'

export function registerNewReport(context: vscode.ExtensionContext): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('ligao.newReport', (kind?: unknown) =>
      newReport(context, typeof kind === 'string' ? kind : undefined),
    ),
    // Whoever signs today's report signs tomorrow's: what a saved draft says is offered in the next one.
    vscode.workspace.onDidSaveTextDocument(document => {
      // The names in the practice draft are nobody's.
      if (document.languageId === 'markdown' && !document.uri.path.endsWith(`/${practiceFile}`))
        void remember(context, valuesIn(document.getText()))
    }),
  )
}

async function newReport(context: vscode.ExtensionContext, kind: string | undefined): Promise<void> {
  const templates = await listTemplates(context.extensionUri)
  const known = context.globalState.get<TemplateValues>(memory, {})
  const unit = vscode.workspace.getConfiguration('ligao').get('unit', '') || known.单位 || ''
  const given = templates.find(template => template.name === kind)
  const answers = await ask([
    {
      key: 'template',
      title: t('新建政务信息'),
      placeholder: t('报哪一类信息？'),
      skip: () => given !== undefined,
      choices: () =>
        templates.map((template, i) => ({
          label: template.name,
          description: template.purpose || template.from,
          value: String(i),
        })),
    },
    {
      key: 'first',
      title: t('续哪一篇？'),
      placeholder: t('选定后带出事发时间、接报时间等要素'),
      skip: answer => !/续报|终报/.test((given ?? templates[Number(answer.template)])?.name ?? ''),
      choices: earlierEmergencies,
    },
    {
      key: 'unit',
      title: t('报送单位全称'),
      value: () => unit,
      validate: value => (value.trim() ? undefined : t('请写单位全称，例如“云岭县青石镇人民政府”')),
    },
    {
      key: 'title',
      title: t('标题：单位 + 做了什么 + 结果'),
      value: answer => answer.first?.split('\n')[1] ?? '',
      validate: titleProblem,
    },
  ])
  if (!answers) return
  const template = given ?? templates[Number(answers.template)]!
  const earlier = answers.first ? await headOf(vscode.Uri.parse(answers.first.split('\n')[0]!)) : {}
  const values: TemplateValues = {
    ...known,
    ...inheritedFrom(earlier),
    单位: answers.unit!,
    标题: answers.title!,
    今天: today(),
    日期: today(),
    月日: monthAndDay(today()),
    类型: template.name,
  }
  await remember(context, { 单位: answers.unit! })
  await openDraft(template, values)
}

function titleProblem(value: string): string | undefined {
  const title = value.trim()
  if (!title) return t('请写标题')
  if (title.length > 60) return t('标题太长，宜在30字以内')
  return /[。；]$/.test(title) ? t('标题末尾不加标点') : undefined
}

async function openDraft(template: TemplateEntry, values: TemplateValues): Promise<void> {
  const snippet = fillTemplate(await readTemplate(template), values)
  const document = await createDocument(filePath(pathPattern, values))
  const editor = await vscode.window.showTextDocument(document)
  await editor.insertSnippet(new vscode.SnippetString(snippet), new vscode.Position(0, 0))
}

/** A file in the workspace where there is one, so that nothing typed hangs in the air; otherwise an untitled document. */
async function createDocument(path: string): Promise<vscode.TextDocument> {
  const [folder] = vscode.workspace.workspaceFolders ?? []
  if (!folder) return vscode.workspace.openTextDocument({ language: 'markdown' })
  const drafts = vscode.Uri.joinPath(folder.uri, '稿件')
  const base = (await exists(drafts)) ? drafts : folder.uri
  const uri = await freeName(vscode.Uri.joinPath(base, path))
  await vscode.workspace.fs.writeFile(uri, new Uint8Array())
  return vscode.workspace.openTextDocument(uri)
}

async function freeName(wanted: vscode.Uri): Promise<vscode.Uri> {
  for (let number = 1; ; number++) {
    const uri = number === 1 ? wanted : wanted.with({ path: wanted.path.replace(/\.md$/, ` ${number}.md`) })
    if (!(await exists(uri))) return uri
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri)
    return true
  } catch {
    return false
  }
}

/** Emergency reports of the workspace, the latest first. */
async function earlierEmergencies() {
  const files = await vscode.workspace.findFiles('**/*.md', '**/{node_modules,模板}/**', 500)
  const found = await Promise.all(files.map(async uri => ({ uri, head: await headOf(uri) })))
  const emergencies = found
    .filter(({ head }) => /突发|初报|续报/.test(head.类型 ?? head.type ?? ''))
    .sort((a, b) => (b.head.接报时间 ?? '').localeCompare(a.head.接报时间 ?? ''))
  if (emergencies.length === 0) return undefined
  return [
    ...emergencies.map(({ uri, head }) => ({
      label: head.标题 ?? uri.path.split('/').pop()!,
      description: head.接报时间 ?? '',
      value: `${uri.toString()}\n${head.标题 ?? ''}`,
    })),
    { label: t('没有初报，直接新建'), value: '' },
  ]
}

async function headOf(uri: vscode.Uri): Promise<TemplateValues> {
  try {
    return valuesIn(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)))
  } catch {
    return {}
  }
}

/** Authors may stand in a list with their parts; those who draft are taken over, in a line. */
function valuesIn(text: string): TemplateValues {
  const { 拟稿人: line = '', ...values } = headValues(text)
  const names = drafterNames(text) || line
  return names ? { ...values, 拟稿人: names } : values
}

async function remember(context: vscode.ExtensionContext, values: TemplateValues): Promise<void> {
  const known = context.globalState.get<TemplateValues>(memory, {})
  const next: Record<string, string> = { ...known }
  for (const key of remembered) {
    const value = values[key]
    if (value && !/【填/.test(value)) next[key] = value
  }
  if (JSON.stringify(next) !== JSON.stringify(known)) await context.globalState.update(memory, next)
}
