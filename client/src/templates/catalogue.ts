// The templates that a writer can choose from: the shipped ones, and the unit's own from the workspace folder 模板.

import * as vscode from 'vscode'
import { t } from '../l10n'

export interface TemplateEntry {
  readonly name: string
  readonly uri: vscode.Uri
  /** Where it comes from, for the list. */
  readonly from: string
  readonly purpose: string
}

/** Workspace folder that holds a unit's own templates: plain Markdown, data only. */
const ownTemplateFolder = '模板'

/** In the order of use, not of the alphabet. */
const shipped: readonly (readonly [name: string, purpose: string])[] = [
  ['动态', '一件事，一段话，有结果'],
  ['突发初报', '刚接报，先报已知要素'],
  ['突发续报', '报进展和变化的数'],
  ['突发终报', '处置结束，报原因和整改'],
  ['问题', '问题、原因、对策一一对应'],
  ['经验', '做法和前后对比的成效'],
  ['综合', '一项工作的总体情况'],
  ['调研', '样本、现状、成因、对策'],
  ['建议', '一件小而具体的事'],
  ['舆情', '传播数据、核查、处置'],
  ['专报', '结论在前，一事一报'],
  ['总结', '成效、问题、打算'],
  ['简报', '多条短讯'],
]

export async function listTemplates(extension: vscode.Uri): Promise<TemplateEntry[]> {
  const own: TemplateEntry[] = []
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const directory = vscode.Uri.joinPath(folder.uri, ownTemplateFolder)
    try {
      // Asked first: reading a folder that is not there leaves an error in VS Code's log.
      await vscode.workspace.fs.stat(directory)
      for (const [name, type] of await vscode.workspace.fs.readDirectory(directory))
        if (type === vscode.FileType.File && /\.md$/i.test(name))
          own.push({
            name: name.replace(/\.md$/i, ''),
            uri: vscode.Uri.joinPath(directory, name),
            from: t('本单位模板'),
            purpose: '',
          })
    } catch {
      // No such folder: most workspaces have none.
    }
  }
  return [
    ...own,
    ...shipped.map(([name, purpose]) => ({
      name,
      uri: vscode.Uri.joinPath(extension, 'snippets', 'templates', `${name}.md`),
      from: t('砺稿模板'),
      purpose,
    })),
  ]
}

export async function readTemplate(entry: TemplateEntry): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(entry.uri)
  return new TextDecoder()
    .decode(bytes)
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
}
