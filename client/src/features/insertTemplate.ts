// ligao.insertTemplate: a whole structure, or one section of it, at the cursor of a draft that is already there.

import * as vscode from 'vscode'
import { t } from '../l10n'
import { inform, pickOne } from '../notify'
import { listTemplates, readTemplate } from '../templates/catalogue'
import { bodyOf, fillTemplate, headValues, sectionsOf, withOrdinal } from '../templates/template'

export function registerInsertTemplate(context: vscode.ExtensionContext): vscode.Disposable {
  return vscode.commands.registerCommand('ligao.insertTemplate', async () => {
    const editor = vscode.window.activeTextEditor
    if (editor?.document.languageId !== 'markdown') {
      void inform(t('请先打开一篇稿件（Markdown 文件）。'))
      return
    }
    const text = editor.document.getText()
    const head = headValues(text)
    const templates = await listTemplates(context.extensionUri)
    const own = head.类型 ?? ''
    const sorted = [...templates].sort((a, b) => Number(b.name === own) - Number(a.name === own))
    const chosen = await pickOne(
      sorted.map(template => ({
        label: template.name,
        description: template.purpose || template.from,
        template,
      })),
      { title: t('插入哪一类的结构？') },
    )
    if (!chosen) return
    const template = await readTemplate(chosen.template)
    const sections = sectionsOf(template)
    const whole = t('全部')
    const part = sections.length
      ? await pickOne(
          [
            { label: whole, text: '' },
            ...sections.map(({ title, text: section }) => ({ label: title, text: section })),
          ],
          {
            title: t('插入哪一部分？'),
          },
        )
      : { label: whole, text: '' }
    if (!part) return
    // A draft with a head and a title keeps them; an empty one gets everything.
    const hasHead = /^---\r?\n/.test(text)
    const snippet = part.text
      ? withOrdinal(part.text, nextOrdinal(editor))
      : hasHead
        ? bodyOf(template)
        : template
    const at = editor.selection.active
    const before = editor.document.lineAt(at.line).text.slice(0, at.character).trim() === '' ? '' : '\n\n'
    await editor.insertSnippet(new vscode.SnippetString(before + fillTemplate(snippet, head)), at)
  })
}

/** How many numbered sections stand before the cursor, plus one. */
function nextOrdinal(editor: vscode.TextEditor): number {
  const before = editor.document.getText(new vscode.Range(new vscode.Position(0, 0), editor.selection.active))
  return [...before.matchAll(/^(?:## .*|[一二三四五六七八九十]+、.*)$/gm)].length + 1
}
