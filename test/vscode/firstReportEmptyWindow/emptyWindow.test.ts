// A window with no folder at all: a report can be begun and finished in it, and the walkthrough says what to open.
import assert from 'node:assert/strict'
import { commands, workspace } from 'vscode'
import {
  canDrive,
  counted,
  facts,
  noErrors,
  passedHour,
  screenshot,
  shownDraft,
  tell,
  useZoneWithPassedHour,
  waitForVisible,
} from '../../support/vscode'

const quick = (text: string) => `.quick-input-widget:has-text("${text}")`

describe('an empty window', () => {
  before(async function () {
    if (!canDrive) this.skip()
    assert.equal(workspace.workspaceFolders, undefined)
    await useZoneWithPassedHour()
  })
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await screenshot(`failed-${this.currentTest.title.slice(0, 20)}`)
  })

  it('an emergency by its key alone: no error, under 25 key actions', async () => {
    const { key, choose, fact, actions } = counted()
    const began = Date.now()
    await waitForVisible('.monaco-workbench .statusbar')
    await key('Control+Alt+n')
    await waitForVisible(quick('新建政务信息 (1/3)'))
    await choose('突发初报')
    await waitForVisible('.quick-input-list .monaco-list-row.focused:has-text("突发初报")')
    await key('Enter')
    await waitForVisible(quick('报送单位全称'))
    await fact('云岭县青石镇人民政府')
    await key('Enter')
    await waitForVisible(quick('标题'))
    await fact('青石镇石板沟村山体滑坡致村道中断 12人已转移')
    await key('Enter')
    const document = await shownDraft()
    await waitForVisible('.snippet-placeholder, .finish-snippet-placeholder')
    for (const [i, each] of [...facts(passedHour()), '周敏'].entries()) {
      if (i > 0) await key('Tab')
      await fact(each)
    }
    await noErrors(document)
    await screenshot('filled')
    tell(actions, began)
  })

  it('the walkthrough asks for a folder first', async () => {
    await commands.executeCommand('workbench.action.openWalkthrough', 'ligao.ligao#start')
    await waitForVisible('.getting-started-step.expanded .monaco-button:has-text("打开文件夹")')
    await waitForVisible('[data-done-step-id="ligao.ligao#start#open"]:not(.complete)')
    await screenshot('walkthrough-open')
  })
})
