// The page of a kind of report in a real VS Code: what it should contain, what the draft has, putting in what it lacks.
import assert from 'node:assert/strict'
import { commands, type TextDocument, window, workspace } from 'vscode'
import { withoutTabStops } from '../../server/src/lsp/edits/workspaceEdit'
import {
  activate,
  canDrive,
  click,
  closeAll,
  insertAt,
  openDraft,
  positionOf,
  press,
  screenshot,
  typeText,
  useTheme,
  visibleText,
  waitFor,
  waitForVisible,
} from '../support/vscode'

const emergency = `---
标题: 东湾乡柳树村山体滑坡
类型: 突发初报
单位: 云岭县东湾乡人民政府
接报时间: 2026-04-28 09:35
---

# 东湾乡柳树村山体滑坡

4月28日9时20分，东湾乡柳树村三组发生山体滑坡，无人员伤亡。
`
const problem = `---
类型: 问题
---

# 柳河街道停车难

## 一、主要问题

（一）车位少。6个小区登记车辆1820辆，车位640个。

## 二、措施

（一）由街道城管办牵头，6月30日前增设临时车位150个。
`

const changed = (document: TextDocument, pattern: RegExp) =>
  waitFor(
    [workspace.onDidChangeTextDocument],
    () => (pattern.test(document.getText()) ? document.getText() : undefined),
    () => `${pattern} in\n${document.getText()}`,
  )
const row = (name: string) => `tr:has(th:text-is("${name}"))`

describe('the page of a kind', () => {
  before(activate)
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await screenshot(`failed-${this.currentTest.title.slice(0, 20)}`)
    await useTheme('light')
    await closeAll()
  })

  it('opens beside the draft, follows it, and leads back to each place', async () => {
    const { document } = await openDraft(emergency, '滑坡.md')
    await commands.executeCommand('ligao.explainReport', document.uri)
    if (!canDrive) return
    await waitForVisible('h1:has-text("“突发·初报”怎么写")')
    assert.match(await visibleText(row('伤亡情况')), /✓ 已有\s+第 10 行/)
    assert.match(await visibleText(row('续报说明')), /✗ 缺\s+补上/)
    assert.match(await visibleText('main'), /从事发时算起/)
    await screenshot('explain-emergency-light')
    await click('summary')
    await click('h2:has-text("好稿是什么样")')
    assert.match(
      await visibleText('details li:has-text("单位负责人1小时内")'),
      /依据《生产安全事故报告和调查处理条例》/,
    )
    await screenshot('explain-emergency-pair')
    await insertAt(document, positionOf(document, '\n---\n\n#'), '\n审核人: 何建国')
    await waitForVisible(`${row('审核人')}:has-text("已有")`)
    await click(`${row('伤亡情况')} a:has-text("行")`)
    await waitFor(
      [window.onDidChangeTextEditorSelection, window.onDidChangeActiveTextEditor],
      () => {
        const editor = window.activeTextEditor
        return editor && document.getText(editor.selection) === '无人员伤亡' ? editor : undefined
      },
      () => 'the place in the draft is not selected',
    )
  })

  it('puts in a missing section, numbered, ready to be typed over', async () => {
    const { document } = await openDraft(problem, '停车难.md')
    await commands.executeCommand('ligao.explainReport', document.uri)
    if (!canDrive) {
      await commands.executeCommand('ligao.insertMissing', document.uri.toString(), 'part:cause')
      await changed(document, /## 二、原因分析[\s\S]*## 三、措施/)
      return
    }
    await waitForVisible('h1:has-text("“问题”怎么写")')
    await useTheme('dark')
    await screenshot('explain-problem-dark')
    await click(`${row('原因')} a.button`)
    const text = await changed(document, /## 二、原因分析[\s\S]*## 三、措施/)
    assert.equal(withoutTabStops(text), text)
    await typeText('管位配建不足')
    await changed(document, /一是管位配建不足；二是/)
    await waitForVisible(`${row('原因')}:has-text("已有")`)
    await screenshot('explain-problem-put-in')
  })

  if (canDrive)
    it('by keys alone, and in high contrast', async () => {
      await openDraft(problem, '停车难二.md')
      await press('F1')
      await waitForVisible('.quick-input-widget')
      await typeText('这类稿件怎么写')
      await waitForVisible('.quick-input-list .monaco-list-row:has-text("这类稿件怎么写")')
      await press('Enter')
      await waitForVisible('h1:has-text("“问题”怎么写")')
      await workspace.getConfiguration('workbench').update('colorTheme', 'Default High Contrast', true)
      await waitForVisible('.monaco-workbench.hc-black')
      await screenshot('explain-high-contrast')
    })
})
