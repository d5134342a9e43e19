// Text from Word pasted into a report in a real VS Code: headings, a table, the picture beside the draft, one undo.
import assert from 'node:assert/strict'
import { type TextDocument, Uri, workspace } from 'vscode'
import {
  activate,
  closeAll,
  openDraft,
  pasteInto,
  placeCursor,
  press,
  screenshot,
  waitFor,
  waitForFile,
  workspaceRoot,
} from '../support/vscode'

const report = `---
标题: 青石镇渠道修复情况
类型: 综合
单位: 云岭县青石镇人民政府
---

# 青石镇渠道修复情况

`
/** One red dot. */
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='
const html = `<html><body><!--StartFragment--><p class=MsoNormal><span style='font-family:黑体'>一、基本情况</span></p>
<p class=MsoNormal>全镇修复渠道3.2公里。</p><table><tr><td>村</td><td>公里</td></tr><tr><td>下坪村</td><td>1.2</td></tr></table>
<p><img alt="11月12日，下坪村渠道" src="data:image/png;base64,${dot}"></p><!--EndFragment--></body></html>`
const plain = '一、基本情况\n全镇修复渠道3.2公里。\n村\t公里\n下坪村\t1.2'
const editorInput =
  '.editor-instance .monaco-editor.focused .native-edit-context, .editor-instance .monaco-editor.focused textarea.inputarea'

const written = (document: TextDocument, pattern: RegExp) =>
  waitFor(
    [workspace.onDidChangeTextDocument],
    () => (pattern.test(document.getText()) ? document.getText() : undefined),
    () => `${pattern} in\n${document.getText()}`,
  )

describe('text from other programs', () => {
  before(activate)
  after(closeAll)

  const paste = async (name: string, markup: string, pattern: RegExp) => {
    const editor = await openDraft(report, name)
    const { document } = editor
    await placeCursor(editor, document.positionAt(report.length))
    await pasteInto(editorInput, { texts: { 'text/html': markup, 'text/plain': plain } })
    return { document, text: (await written(document, pattern)).slice(report.length).trimEnd() }
  }
  const body = `## 一、基本情况

全镇修复渠道3.2公里。

| 村 | 公里 |
| --- | --- |
| 下坪村 | 1.2 |`

  it('comes in as Markdown with its picture beside the draft', async () => {
    const { text } = await paste('粘贴/渠道.md', html, /!\[/)
    assert.match(
      text.slice(body.length),
      /^\n\n!\[11月12日，下坪村渠道\]\(图片\/11月12日，下坪村渠道(?:-\d)?\.png\)$/,
    )
    assert.equal(text.slice(0, body.length), body)
    await waitForFile(
      async () =>
        (await workspace.fs.readDirectory(Uri.joinPath(workspaceRoot(), '粘贴'))).map(([name]) => name),
      names => names.includes('图片'),
    )
    await screenshot('text-pasted')
  })

  it('goes with one undo', async () => {
    const { document, text } = await paste('粘贴/撤销.md', html.replace(/<img[^>]*>/, ''), /下坪村/)
    assert.equal(text, body)
    await press('Control+z')
    await waitFor(
      [workspace.onDidChangeTextDocument],
      () => document.getText() === report || undefined,
      () => document.getText(),
    )
  })
})
