// 待报事项 in a real VS Code: drafts and promises of the workspace, marked done, undone, gone.
import assert from 'node:assert/strict'
import { commands, Uri, workspace } from 'vscode'
import {
  activate,
  canDrive,
  click,
  closeAll,
  focusEditor,
  hover,
  openDraft,
  screenshot,
  useTheme,
  visibleText,
  waitFor,
  waitForVisible,
  workspaceRoot,
} from '../support/vscode'

const row = (text: string) => `.pane-body .monaco-list-row:has-text("${text}")`

/** The day that many days from now, as a writer writes it. */
function chineseDay(days: number): string {
  const [year, month, date] = isoDay(days).split('-').map(Number)
  return `${year}年${month}月${date}日`
}

const isoDay = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(
    Date.now() + days * 86_400_000,
  )

const clock = (minutes: number): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(Date.now() + minutes * 60_000)

const promises = () => `---
标题: 青石镇河道清淤进展
类型: 问题
成稿日期: ${isoDay(-10)}
---

# 青石镇河道清淤进展

青石镇河道淤积3.2公里。由镇水利站牵头，${chineseDay(20)}前清淤完毕。

费用缺口12万元，请县财政局于${chineseDay(1)}前拨付到位。

柳河村36户改厕应于${chineseDay(-3)}前完成，目前完成25户。
`

const urgent = () => `---
标题: 青石镇柳河村山体滑坡
类型: 突发初报
接报时间: ${clock(-25)}
报送时限: 1小时
---

# 青石镇柳河村山体滑坡

青石镇柳河村三组发生山体滑坡，土方约600立方米，无人员伤亡。
`

describe('what is due', () => {
  const write = (name: string, text: string) =>
    workspace.fs.writeFile(Uri.joinPath(workspaceRoot(), name), Buffer.from(text, 'utf8'))
  before(activate)
  after(async () => {
    await closeAll()
    for (const name of ['清淤进展.md', '山体滑坡.md'])
      await workspace.fs.delete(Uri.joinPath(workspaceRoot(), name)).then(undefined, () => undefined)
  })
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await screenshot(`failed-${this.currentTest.title.slice(0, 20)}`)
  })

  it('drafts by their time limit, promises by day', async () => {
    await write('清淤进展.md', promises())
    await write('山体滑坡.md', urgent())
    await commands.executeCommand('ligao.due.focus')
    await commands.executeCommand('ligao.refreshDue')
    if (!canDrive) return
    for (const text of ['青石镇柳河村山体滑坡', '柳河村36户改厕', '请县财政局'])
      await waitForVisible(row(text))
    assert.match(await visibleText(row('青石镇柳河村山体滑坡')), /剩 3\d分钟/)
    assert.match(await visibleText(row('柳河村36户改厕')), /已过3天/)
    assert.match(await visibleText(row('请县财政局')), /明天到期/)
    await screenshot('due-light')
    await useTheme('dark')
    await screenshot('due-dark')
    await useTheme('light')
    await commands.executeCommand('ligao.groupDue', 'owner')
    await waitForVisible(row('镇水利站'))
    await screenshot('due-by-owner')
    await commands.executeCommand('ligao.groupDue', 'time')
  })

  it('marking as done writes it into the draft, where it can be undone', async () => {
    if (!canDrive) return
    await commands.executeCommand('ligao.due.focus')
    // Grouped by time again, as the test before left it: rows that move under the mouse cannot be clicked.
    await waitForVisible(row('已过期'))
    const action = `${row('柳河村36户改厕')} .action-label[aria-label*="标明已完成"]`
    await hover(row('柳河村36户改厕'))
    await waitForVisible(action)
    await screenshot('due-hover')
    await click(action)
    const document = await waitFor(
      [workspace.onDidChangeTextDocument, workspace.onDidOpenTextDocument],
      () => workspace.textDocuments.find(each => /前完成（已完成），目前/.test(each.getText())),
      () => 'no mark in the draft',
    )
    assert.ok(document.isDirty)
    await waitForVisible('.pane-body:not(:has(.monaco-list-row:has-text("柳河村36户改厕")))')
    await focusEditor()
    await commands.executeCommand('undo')
    await waitForVisible(row('柳河村36户改厕'))
    assert.ok(!document.getText().includes('（已完成）'))
  })

  it('what is typed shows at once, and what is handed in is gone', async () => {
    if (!canDrive) return
    const { document } = await openDraft(urgent().replaceAll('山体滑坡', '山洪'), '山洪.md')
    await waitForVisible(row('青石镇柳河村山洪'))
    await workspace.fs.writeFile(
      document.uri,
      Buffer.from(document.getText().replace('---\n\n', `报送时间: ${clock(0)}\n---\n\n`), 'utf8'),
    )
    await waitForVisible('.pane-body:not(:has(.monaco-list-row:has-text("青石镇柳河村山洪")))')
    await workspace.fs.delete(document.uri)
  })
})
