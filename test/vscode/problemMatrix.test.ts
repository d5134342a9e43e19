// The problem matrix in a real VS Code: opened from the draft, read, jumped from, copied, and true while one writes.

import assert from 'node:assert/strict'
import { commands, env, window, workspace } from 'vscode'
import {
  actionsAt,
  activate,
  apply,
  canDrive,
  click,
  closeAll,
  insertAt,
  lensesOf,
  openDraft,
  positionOf,
  screenshot,
  useTheme,
  visibleText,
  waitFor,
  waitForRule,
  waitForVisible,
} from '../support/vscode'

const draft = `---
标题: 青石镇沟渠淤堵问题
类型: 问题
单位: 云岭县青石镇人民政府
---

# 青石镇沟渠淤堵问题

## 一、存在的问题

（一）沟渠淤堵。32处沟渠淤堵，其中李村11处，4月以来3次漫水。

（二）管护费停发。18名管护员两年未领补助，共18万元。

## 二、原因分析

（一）沟渠淤堵是因为清淤只在汛前做一次。

## 三、下一步措施

（一）清理淤堵沟渠。由农业农村办（张某）牵头，5月10日前完成32处沟渠清淤，达到过水标准。

（二）补发管护费。抓好补发工作。
`
const matrix = '.matrix'
const tabs = () => window.tabGroups.all.flatMap(group => group.tabs)
const shownTab = () =>
  waitFor(
    [window.tabGroups.onDidChangeTabs],
    () => tabs().find(tab => /对照表：青石镇沟渠淤堵问题/.test(tab.label)),
    () => `no tab with the matrix among ${tabs().map(tab => tab.label)}`,
  )

describe('the problem matrix', () => {
  before(activate)
  afterEach(closeAll)

  it('opens from a finding and over the title, shows each blank in words, and follows the draft', async () => {
    const { document } = await openDraft(draft)
    const finding = await waitForRule(document.uri, 'measure-without-owner')
    const lens = (await lensesOf(document.uri)).find(each => /对照表 3处未填/.test(each.command?.title ?? ''))
    assert.equal(lens?.command?.command, 'ligao.showProblemMatrix')
    const action = (await actionsAt(document.uri, finding.range)).find(each => /对照表/.test(each.title))
    assert.ok(action, 'the matrix is not offered beside the finding')
    await apply(action)
    await shownTab()
    if (!canDrive) return
    await waitForVisible(matrix)
    const text = await visibleText(matrix)
    for (const words of [
      '沟渠淤堵',
      '农业农村办（张某）',
      '5月10日前',
      '未写原因',
      '未写责任单位',
      '未写时限',
    ])
      assert.ok(text.includes(words), `${words} is not in the table:\n${text}`)
    await screenshot('problem-matrix')
    await useTheme('dark')
    await waitForVisible(matrix)
    await screenshot('problem-matrix-dark')
    await workspace.getConfiguration('workbench').update('colorTheme', 'Default High Contrast', true)
    await waitForVisible('.monaco-workbench.hc-black')
    await waitForVisible(matrix)
    await screenshot('problem-matrix-high-contrast')
    await useTheme('light')
    await insertAt(document, positionOf(document, '抓好补发工作'), '由镇财政所5月15日前补发18万元。')
    await waitForVisible(`${matrix}:has-text("镇财政所")`)
  })

  if (canDrive)
    it('a cell leads to its words in the draft', async () => {
      const { document } = await openDraft(draft)
      await waitForRule(document.uri, 'measure-without-owner')
      await commands.executeCommand('ligao.showProblemMatrix', document.uri)
      await shownTab()
      await waitForVisible(matrix)
      await click(`${matrix} .blank a:has-text("未写责任单位")`)
      const editor = await waitFor(
        [window.onDidChangeTextEditorSelection, window.onDidChangeActiveTextEditor],
        () => {
          const active = window.activeTextEditor
          return active && document.getText(active.selection) === '（二）补发管护费' ? active : undefined
        },
        () => `selected: ${document.getText(window.activeTextEditor?.selection)}`,
      )
      assert.equal(editor.document, document)
    })

  it('is copied as a Markdown table with owner, person and day', async () => {
    const { document } = await openDraft(draft)
    await waitForRule(document.uri, 'measure-without-owner')
    await commands.executeCommand('ligao.copyProblemMatrix', document.uri)
    const lines = (await env.clipboard.readText()).trim().split('\n')
    assert.equal(lines[0], '| 问题 | 原因 | 措施 | 责任单位 | 责任人 | 完成时限 | 验收标准 |')
    assert.equal(lines.length, 4)
    assert.match(lines[2]!, /农业农村办 \| 张某 \| 5月10日前/)
  })

  it('says so for a kind that owes no problems', async () => {
    const { document } = await openDraft(
      '---\n标题: 青石镇沟渠淤堵问题\n类型: 动态\n---\n\n4月12日，青石镇清理河道3.2公里，出动41人。\n',
    )
    await commands.executeCommand('ligao.showProblemMatrix', document.uri)
    await shownTab()
    if (!canDrive) return
    await waitForVisible('.lead:has-text("动态类信息不要求写问题")')
    await screenshot('problem-matrix-not-owed')
  })
})
