// The first minute of a newcomer: an empty folder, one emergency, nothing but the keyboard. Everything that is done is done
// by `key`, `choose` and `fact`, and counted; what VS Code's API is asked for here is only what came of it.
import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import {
  canDrive,
  counted,
  facts,
  noErrors,
  passedHour,
  saved,
  screenshot,
  shownDraft,
  tell,
  useZoneWithPassedHour,
  waitForVisible,
  workspaceRoot,
} from '../../support/vscode'

const quick = (text: string) => `.quick-input-widget:has-text("${text}")`

describe('the first report', () => {
  before(async function () {
    if (!canDrive) this.skip()
    await useZoneWithPassedHour()
  })
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await screenshot(`failed-${this.currentTest.title.slice(0, 20)}`)
  })

  it('an emergency from an empty folder by the palette, nothing known before: no error, under 25 key actions', async () => {
    const { key, choose, fact, actions } = counted()
    const began = Date.now()
    assert.deepEqual(await readdir(workspaceRoot().fsPath), [])
    await waitForVisible('.monaco-workbench .statusbar')
    await key('F1')
    await waitForVisible('.quick-input-widget')
    await choose('新建政务信息')
    await waitForVisible('.quick-input-list .monaco-list-row:has-text("新建政务信息")')
    await key('Enter')
    await waitForVisible(quick('新建政务信息 (1/3)'))
    await screenshot('1-kind')
    await choose('突发初报')
    await waitForVisible('.quick-input-list .monaco-list-row.focused:has-text("突发初报")')
    await key('Enter')
    await waitForVisible(quick('报送单位全称'))
    await screenshot('2-unit')
    await fact('云岭县青石镇人民政府')
    await key('Enter')
    await waitForVisible(quick('标题'))
    await screenshot('3-title')
    await fact('青石镇石板沟村山体滑坡致村道中断 12人已转移')
    await key('Enter')
    const document = await shownDraft()
    await waitForVisible('.snippet-placeholder, .finish-snippet-placeholder')
    await screenshot('4-tab-stops')
    for (const [i, each] of [...facts(passedHour()), '周敏'].entries()) {
      if (i > 0) await key('Tab')
      await fact(each)
    }
    await key('Control+s')
    await noErrors(document)
    await saved(document)
    await screenshot('5-filled')
    tell(actions, began)
    const text = document.getText()
    assert.match(text, /^拟稿人: 周敏$/m)
    assert.match(text, new RegExp(`^事发时间: \\d{4}-\\d\\d-\\d\\d ${passedHour()}:10$`, 'm'))
    assert.match(
      text,
      /^\d+月\d+日\d+时10分，云岭县青石镇石板沟村三组后山发生山体滑坡。\d+时25分，我单位接石板沟村党支部书记何建国报告。$/m,
    )
    assert.equal((await readdir(workspaceRoot().fsPath)).filter(name => name.endsWith('.md')).length, 1)
  })

  it('the next one by its key, unit and drafter remembered', async () => {
    const { key, choose, fact, actions } = counted()
    const began = Date.now()
    await key('Control+Alt+n')
    await waitForVisible(quick('新建政务信息 (1/3)'))
    await choose('突发初报')
    await waitForVisible('.quick-input-list .monaco-list-row.focused:has-text("突发初报")')
    await key('Enter')
    await waitForVisible(quick('报送单位全称'))
    await key('Enter')
    await waitForVisible(quick('标题'))
    await fact('青石镇下坪村民房起火 5人已转移')
    await key('Enter')
    const document = await shownDraft()
    await waitForVisible('.snippet-placeholder, .finish-snippet-placeholder')
    for (const [i, each] of facts(passedHour()).entries()) {
      if (i > 0) await key('Tab')
      await fact(each)
    }
    await key('Control+s')
    await noErrors(document)
    await saved(document)
    tell(actions, began)
    assert.match(document.getText(), /^单位: 云岭县青石镇人民政府\n拟稿人: 周敏$/m)
  })
})
