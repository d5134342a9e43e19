// 线索 in a real VS Code: a colleague writes one, the writer takes it into the report and credits the colleague.
import assert from 'node:assert/strict'
import { commands, Uri, window, workspace } from 'vscode'
import {
  activate,
  canDrive,
  click,
  closeAll,
  findingsOf,
  focusEditor,
  hover,
  openDraft,
  placeCursor,
  positionOf,
  press,
  screenshot,
  settle,
  typeText,
  useTheme,
  visibleText,
  waitFor,
  waitForFile,
  waitForVisible,
  workspaceRoot,
} from '../support/vscode'

const row = (text: string) => `.pane-body .monaco-list-row:has-text("${text}")`
const without = (text: string) => `.pane-body:not(:has(.monaco-list-row:has-text("${text}")))`
const quick = (text: string) => `.quick-input-widget:has-text("${text}")`

const collapse = `---
类型: 线索
标题: 石板沟便道塌方
提供人: 陈立
时间: 2026-11-20 08:30
地点: 柳河村三组
---

## 事实

11月20日8时10分，柳河村三组石板沟便道塌方，13户出行受阻，无人员伤亡。

## 数据

- 塌方土方约600立方米，镇水利站现场测量

## 图片

![11月20日8时柳河村石板沟塌方现场](图片/a.jpg)
`

const bridge = `---
类型: 线索
标题: 下坪桥栏杆损坏
提供人: 孙丽
时间: 2026-11-21 15:00
---

11月21日，下坪桥东侧栏杆损坏4米，镇交通站已设警示带。近日，在镇党委坚强领导下，取得显著成效，群众一致好评。
`

const report = `---
标题: 青石镇道路险情处置情况
类型: 动态
单位: 云岭县青石镇人民政府
拟稿人: 周敏 # 执笔
审核人: 何建国
签发人: 罗志平
状态: 草稿
---

# 青石镇道路险情处置情况

11月20日，青石镇排查道路险情2处。

下一步，由镇交通站于12月10日前修复。
`

describe('leads', () => {
  const at = (name: string) => Uri.joinPath(workspaceRoot(), ...name.split('/'))
  const write = (name: string, text: string) => workspace.fs.writeFile(at(name), Buffer.from(text, 'utf8'))
  const read = async (name: string) => new TextDecoder().decode(await workspace.fs.readFile(at(name)))
  const clean = () => workspace.fs.delete(at('线索'), { recursive: true }).then(undefined, () => undefined)

  before(async () => {
    await activate()
    await clean()
    if (canDrive) await useTheme('light')
  })
  after(async () => {
    await closeAll()
    await clean()
  })
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await screenshot(`failed-${this.currentTest.title.slice(0, 20)}`)
    await commands.executeCommand('workbench.action.closeQuickOpen')
    await commands.executeCommand('notifications.clearAll')
    await closeAll()
  })

  it('the first one is written from the empty list, with a way back between the questions', async () => {
    if (!canDrive) return
    await commands.executeCommand('ligao.leads.focus')
    await waitForVisible('.pane-body:has-text("还没有线索")')
    await screenshot('leads-empty')
    await click('.pane-body .monaco-button:has-text("写第一条线索")')
    await waitForVisible(quick('写一条线索：什么事 (1/3)'))
    await press('Enter')
    await waitForVisible(quick('写稿的人靠它找到这条线索'))
    await typeText('上坪村灌渠渗漏: 3处')
    await press('Enter')
    await waitForVisible(quick('谁提供的 (2/3)'))
    await screenshot('leads-asking')
    await click('.quick-input-widget .codicon-quick-input-back')
    await waitForVisible(quick('什么事 (1/3)'))
    // What was answered before stands there again.
    await press('Enter')
    await waitForVisible(quick('谁提供的 (2/3)'))
    await typeText('马国强')
    await press('Enter')
    await waitForVisible(quick('什么时候的事 (3/3)'))
    await press('Control+a')
    await typeText('2026-11-22 09:10')
    await press('Enter')
    const editor = await waitFor(
      [window.onDidChangeActiveTextEditor, workspace.onDidChangeTextDocument],
      () => {
        const active = window.activeTextEditor
        return active?.document.uri.path.includes('/线索/') && active.document.isDirty ? active : undefined
      },
      () => `the new lead in front; there is ${window.activeTextEditor?.document.uri.path}`,
    )
    await focusEditor()
    for (const text of ['上坪村二组', '11月22日巡渠发现灌渠渗漏3处。', '渗漏3处，水管员现场清点']) {
      await typeText(text)
      await press('Tab')
    }
    await editor.document.save()
    const text = editor.document.getText()
    assert.match(editor.document.uri.path, /\/线索\/2026-11-22-上坪村灌渠渗漏- 3处\.md$/)
    assert.match(
      text,
      /^---\n类型: 线索\n标题: "上坪村灌渠渗漏: 3处"\n提供人: 马国强\n时间: 2026-11-22 09:10\n地点: 上坪村二组\n---\n/,
    )
    assert.match(text, /## 事实\n\n11月22日巡渠发现灌渠渗漏3处。\n\n## 数据\n\n- 渗漏3处，水管员现场清点\n/)
    assert.doesNotMatch(text, /【填/)
    await waitForVisible(row('上坪村灌渠渗漏: 3处'))
    assert.match(await visibleText(row('上坪村灌渠渗漏: 3处')), /马国强/)
    await screenshot('leads-first')
  })

  it('are listed with the newest first as files come and go, and are not judged as reports', async () => {
    await write('线索/2026-11-20-塌方.md', collapse)
    await write('线索/2026-11-21-桥.md', bridge)
    if (canDrive) {
      await commands.executeCommand('ligao.leads.focus')
      await waitForVisible(row('石板沟便道塌方'))
      await waitForVisible(row('下坪桥栏杆损坏'))
      const list = await visibleText('.pane-body:has(.monaco-list-row:has-text("石板沟便道塌方"))')
      assert.ok(list.indexOf('下坪桥') < list.indexOf('石板沟'), list)
      assert.match(await visibleText(row('下坪桥栏杆损坏')), /孙丽/)
      await screenshot('leads-list')
      await write('线索/2026-11-19-误报.md', '误报。\n')
      await waitForVisible(row('误报'))
      await workspace.fs.delete(at('线索/2026-11-19-误报.md'))
      await waitForVisible(without('误报'))
    }
    await openDraft(bridge, '线索/2026-11-21-桥.md')
    await settle()
    assert.deepEqual(findingsOf(at('线索/2026-11-21-桥.md')), [])
  })

  it('one goes from the list into the report, with its picture, its author and a mark, and one undo takes it out', async () => {
    await write('线索/2026-11-20-塌方.md', collapse)
    const editor = await openDraft(report, '道路险情.md')
    const { document } = editor
    await placeCursor(editor, positionOf(document, '下一步').translate(-1, 0))
    if (canDrive) {
      await commands.executeCommand('ligao.leads.focus')
      await waitForVisible(row('石板沟便道塌方'))
      const action = `${row('石板沟便道塌方')} .action-label[aria-label*="插入线索"]`
      await hover(row('石板沟便道塌方'))
      await waitForVisible(action).catch(async () => {
        await hover(row('下坪桥栏杆损坏'))
        await hover(row('石板沟便道塌方'))
      })
      await screenshot('leads-hover')
      await click(action)
    } else await commands.executeCommand('ligao.insertLead', at('线索/2026-11-20-塌方.md'))
    await waitFor(
      [workspace.onDidChangeTextDocument],
      () => (document.getText().includes('石板沟便道塌方，13户') ? true : undefined),
      () => document.getText(),
    )
    const expected = report
      .replace('拟稿人: 周敏 # 执笔', '拟稿人:\n  - 周敏 # 执笔\n  - 陈立（线索）')
      .replace(
        '\n\n下一步',
        '\n\n11月20日8时10分，柳河村三组石板沟便道塌方，13户出行受阻，无人员伤亡。\n\n- 塌方土方约600立方米，镇水利站现场测量\n\n![11月20日8时柳河村石板沟塌方现场](线索/图片/a.jpg)\n\n下一步',
      )
    assert.equal(document.getText(), expected)
    const marked = await waitForFile(
      () => read('线索/2026-11-20-塌方.md'),
      text => /采用稿件/.test(text),
    )
    assert.match(marked, /\n采用稿件: 道路险情\.md\n采用时间: \d{4}-\d\d-\d\d \d\d:\d\d\n---\n/)
    if (canDrive) {
      await waitForVisible(row('已采用'))
      await waitForVisible(without('石板沟便道塌方'))
      await screenshot('leads-inserted')
      await focusEditor()
      await press('Control+z')
    } else {
      await window.showTextDocument(document)
      await commands.executeCommand('undo')
    }
    await waitFor(
      [workspace.onDidChangeTextDocument],
      () => (document.getText() === report ? true : undefined),
      () => document.getText(),
    )
  })

  it('a used one is offered in the palette with a warning', async () => {
    if (!canDrive) return
    const editor = await openDraft('正在写。\n', '没有要素.md')
    const { document } = editor
    await placeCursor(editor, document.positionAt(2))
    await press('F1')
    await waitForVisible('.quick-input-widget')
    await typeText('砺稿: 插入线索')
    await waitForVisible('.quick-input-list .monaco-list-row:has-text("砺稿: 插入线索")')
    await press('Enter')
    await waitForVisible(quick('插入哪条线索'))
    await screenshot('leads-pick')
    await typeText('塌方')
    await waitForVisible('.quick-input-list .monaco-list-row:has-text("已用于 道路险情.md")')
    await press('Enter')
    await waitForVisible(quick('已经用过'))
    await screenshot('leads-warning')
    // What is chosen already is not to insert it.
    await press('Enter')
    await waitForVisible('.monaco-workbench:not(:has(.quick-input-widget:visible))')
    assert.equal(document.getText(), '正在写。\n')
    void commands.executeCommand('ligao.insertLead', at('线索/2026-11-20-塌方.md'))
    await waitForVisible(quick('已经用过'))
    await press('ArrowDown')
    await press('Enter')
    await waitFor(
      [workspace.onDidChangeTextDocument],
      () => (document.getText().includes('石板沟便道塌方，13户') ? true : undefined),
      () => document.getText(),
    )
    assert.match(document.getText(), /^---\n拟稿人:\n {2}- 陈立（线索）\n---\n\n正在写。\n\n11月20日8时10分/)
    const marked = await waitForFile(
      () => read('线索/2026-11-20-塌方.md'),
      text => text.includes('没有要素.md'),
    )
    assert.match(marked, /\n采用稿件:\n {2}- 道路险情\.md\n {2}- 没有要素\.md\n采用时间: /)
  })

  it('is marked as used and unused again with the keyboard alone', async () => {
    if (!canDrive) return
    await commands.executeCommand('ligao.leads.focus')
    await waitForVisible(row('下坪桥栏杆损坏'))
    await click(row('下坪桥栏杆损坏'))
    await waitFor(
      [window.onDidChangeActiveTextEditor],
      () => (window.activeTextEditor?.document.uri.path.endsWith('-桥.md') ? true : undefined),
      () => 'the lead that was clicked is not open',
    )
    await commands.executeCommand('ligao.leads.focus')
    await press('Shift+F10')
    await waitForVisible('.monaco-menu:has-text("标明线索已采用")')
    await screenshot('leads-menu')
    for (let step = 0; step < 3; step++) await press('ArrowDown')
    await press('Enter')
    const marked = await waitForFile(
      () => read('线索/2026-11-21-桥.md'),
      text => /采用时间/.test(text),
    )
    assert.doesNotMatch(marked, /采用稿件/)
    await commands.executeCommand('ligao.markLeadUnused', at('线索/2026-11-21-桥.md'))
    await waitForFile(
      () => read('线索/2026-11-21-桥.md'),
      text => text === bridge,
    )
    await commands.executeCommand('ligao.leads.focus')
    await waitForVisible(row('下坪桥栏杆损坏'))
    await useTheme('dark')
    await screenshot('leads-dark')
    await useTheme('light')
  })

  it('a folder that goes takes its leads out of the list', async () => {
    await workspace.fs.delete(at('线索'), { recursive: true })
    if (!canDrive) return
    await commands.executeCommand('ligao.leads.focus')
    await waitForVisible('.pane-body:has-text("还没有线索")')
  })
})
