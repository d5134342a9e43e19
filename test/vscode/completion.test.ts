// Completion in a real VS Code as it comes out of the box, where Markdown suggests nothing while one types: what is offered
// at once, what is offered on Ctrl+Space, and that nothing else pops up.
import assert from 'node:assert/strict'
import { ConfigurationTarget, commands, type TextEditor, workspace } from 'vscode'
import {
  activate,
  canDrive,
  closeAll,
  openDraft,
  placeCursor,
  press,
  screenshot,
  typeText,
  useTheme,
  visibleText,
  waitFor,
  waitForFindings,
  waitForVisible,
} from '../support/vscode'

const earlier = `---
标题: 青石镇河道清淤
类型: 问题
单位: 云岭县青石镇人民政府
拟稿人: 周敏
审核人: 何建国
---

# 青石镇河道清淤

河道淤积3.2公里。由镇水利站牵头，6月30日前清淤完毕。责任单位：县交通局。
`
const draft = `---
标题: 青石镇停车难
类型: 问题
【行】
---

# 青石镇停车难

## 一、存在问题

6个小区登记车辆1820辆，车位640个。

【文】
`

const widget = '.suggest-widget.visible'
const offer = (text: string) => `${widget} .monaco-list-row:has-text("${text}")`

describe('completion', () => {
  if (!canDrive) return
  let editor: TextEditor
  const line = () => editor.document.lineAt(editor.selection.active.line).text
  const until = (text: string) =>
    waitFor(
      [workspace.onDidChangeTextDocument],
      () => (line() === text ? true : undefined),
      () => `the line is: ${line()}`,
    )
  const begin = async (where: '【行】' | '【文】', text = '') => {
    await closeAll()
    const whole = draft.replace(where, '【此】').replace(/【[行文]】/, '')
    editor = await openDraft(whole.replace('【此】', text))
    await waitForFindings(editor.document.uri)
    const place = editor.document.positionAt(whole.indexOf('【此】') + text.length)
    await placeCursor(editor, place)
  }
  before(async () => {
    await activate()
    const { document } = await openDraft(earlier, '清淤.md')
    await waitForFindings(document.uri, () => true)
    await closeAll()
    assert.deepEqual(
      workspace.getConfiguration('editor', { languageId: 'markdown' }).get('quickSuggestions'),
      {
        comments: 'off',
        strings: 'off',
        other: 'off',
      },
    )
  })
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await screenshot(`failed-${this.currentTest.title.slice(0, 20)}`)
    await press('Escape')
  })
  after(closeAll)

  it('behind the colon of a key its values come by themselves', async () => {
    await begin('【行】')
    await typeText('状态')
    await typeText(':')
    await waitForVisible(offer('草稿'))
    await screenshot('completion-values')
    await press('ArrowDown')
    await press('Enter')
    await until('状态: 待审')
  })

  it('behind the colon of a Chinese keyboard too', async () => {
    await begin('【行】')
    await typeText('单位')
    await typeText('：')
    await waitForVisible(offer('青石镇'))
    await press('Enter')
    await until('单位：云岭县青石镇人民政府')
    await begin('【行】', '拟稿人：陈立')
    await typeText('、')
    await waitForVisible(offer('周敏'))
  })

  it('on an empty line of the head the keys that are missing, then their values at once', async () => {
    await begin('【行】')
    await press('Control+Space')
    await waitForVisible(offer('审核人'))
    assert.doesNotMatch(await visibleText(widget), /类型/)
    await screenshot('completion-keys')
    await typeText('审')
    await waitForVisible(`${widget}:not(:has-text("拟稿人"))`)
    await press('Enter')
    await waitForVisible(offer('何建国'))
    await typeText('建国')
    await waitForVisible(`${widget}:not(:has-text("周敏"))`)
    await press('Enter')
    await until('审核人: 何建国')
  })

  it('behind 责任单位： and 完成时限： who and by when', async () => {
    await begin('【文】')
    await typeText('责任单位')
    await typeText('：')
    await waitForVisible(offer('镇水利站'))
    await useTheme('dark')
    await screenshot('completion-owners-dark')
    await useTheme('light')
    await typeText('交通')
    await waitForVisible(`${widget}:not(:has-text("镇水利站"))`)
    await press('Enter')
    await until('责任单位：县交通局')
    await typeText('，完成时限')
    await typeText('：')
    await waitForVisible(offer('12月31日前'))
  })

  it('on Ctrl+Space behind 由, behind a figure, at the start of a line', async () => {
    await begin('【文】', '下一步，由')
    await press('Control+Space')
    await waitForVisible(offer('镇水利站'))
    await press('Escape')
    await begin('【文】', '登记车辆1820辆')
    await press('Control+Space')
    await waitForVisible(offer('较年初增加×辆'))
    await screenshot('completion-comparisons')
    await press('Enter')
    await until('登记车辆1820辆，同比增长×%')
    await begin('【文】', '##')
    await press('Control+Space')
    await waitForVisible(offer('原因分析'))
    await press('Enter')
    await until('## 二、原因分析')
  })

  it('a bracket behind a figure offers what it may be compared with', async () => {
    await begin('【文】', '登记车辆1820辆')
    await typeText('（')
    await waitForVisible(offer('同比增长×%'))
  })

  it('while sentences are typed nothing pops up', async () => {
    await begin('【文】')
    await typeText('镇里请物业公司6月30日前增设车位150个，居民可以错时停车。')
    await until('镇里请物业公司6月30日前增设车位150个，居民可以错时停车。')
    // A list that had been asked for would be there before the one that is asked for now.
    await press('Enter')
    await press('Control+Space')
    await waitForVisible(offer('原因分析'))
    assert.doesNotMatch(await visibleText(widget), /同比/)
  })

  it('whoever turns suggestions on gets ours while typing, and no words of the text', async () => {
    await commands.executeCommand('ligao.suggestWhileTyping', true)
    await begin('【行】')
    await typeText('审')
    await waitForVisible(offer('审核人'))
    await press('Escape')
    await begin('【文】')
    await typeText('存在')
    await typeText('登记')
    await until('存在登记')
    await screenshot('completion-while-typing')
    await commands.executeCommand('ligao.suggestWhileTyping', false)
    const markdown = { languageId: 'markdown' }
    const { globalLanguageValue } =
      workspace.getConfiguration('editor', markdown).inspect('quickSuggestions') ?? {}
    assert.equal(globalLanguageValue, undefined)
    await workspace
      .getConfiguration('editor', markdown)
      .update('quickSuggestions', undefined, ConfigurationTarget.Global, true)
  })
})
