// The first minute of a newcomer: an empty window, one emergency, nothing but the keyboard. Everything that is done is done
// by `key`, `choose` and `fact`, and counted; what VS Code's API is asked for here is only what came of it.
import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { DiagnosticSeverity, languages, type TextDocument, window, workspace } from 'vscode'
import {
  canDrive,
  findingsOf,
  press,
  ruleOf,
  screenshot,
  typeText,
  waitFor,
  waitForFindings,
  waitForVisible,
  workspaceRoot,
} from '../../support/vscode'

const LIMIT = 25
const quick = (text: string) => `.quick-input-widget:has-text("${text}")`

/** A keypress or chord is one action, and so is a word typed only to choose from a list. A typed fact is none. */
function counted() {
  const actions: string[] = []
  return {
    actions,
    async key(name: string) {
      actions.push(name)
      await press(name)
    },
    async choose(words: string) {
      actions.push(`“${words}”`)
      await typeText(words)
    },
    fact: typeText,
  }
}

/** What the writer knows, in the order in which the tab stops ask for it. */
const facts = (hour: number) => [
  `${hour}:10`,
  `${hour}:25`,
  '云岭县青石镇石板沟村三组后山',
  '山体滑坡',
  '石板沟村党支部书记何建国',
  `${hour}时40分`,
  '无人员伤亡',
  '村道中断40米，农田受损3亩，损失初步统计12万元',
  '正在调查',
  `${hour}时35分`,
  '副镇长陈立',
  '14',
  '转移山脚群众4户12人，在村道两端设置警戒',
  '副镇长陈立',
  '0871-5550123',
  '坡体仍有掉块，暂不需要支援',
]

async function shownDraft(): Promise<TextDocument> {
  const isDraft = () => {
    const document = window.activeTextEditor?.document
    return document?.languageId === 'markdown' && document.getText().includes('【填') ? document : undefined
  }
  return waitFor([window.onDidChangeActiveTextEditor, workspace.onDidChangeTextDocument], isDraft, () =>
    String(window.activeTextEditor?.document.getText()),
  )
}

/** An hour of today that has passed, in the zone of the report. */
const passedHour = () =>
  Math.max(
    0,
    Number(
      new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', hour12: false }).format(
        new Date(),
      ),
    ) - 1,
  )

describe('the first report', () => {
  before(function () {
    if (!canDrive) this.skip()
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
    tell(actions, began)
    assert.match(document.getText(), /^单位: 云岭县青石镇人民政府\n拟稿人: 周敏$/m)
  })
})

/** The draft has been looked at as it now stands, and nothing is wrong with it. */
async function noErrors(document: TextDocument): Promise<void> {
  assert.doesNotMatch(document.getText(), /【填/)
  // An unfilled gap was an error before: that none is left says that the filled text has been looked at.
  const left = await waitForFindings(document.uri, findings =>
    findings.every(
      each => each.severity !== DiagnosticSeverity.Error && ruleOf(each) !== 'unfilled-placeholder',
    ),
  )
  assert.deepEqual(
    left.map(ruleOf).filter(rule => rule !== 'front-matter'),
    [],
  )
  assert.deepEqual(
    languages.getDiagnostics(document.uri).filter(({ severity }) => severity === DiagnosticSeverity.Error),
    [],
  )
  assert.equal(findingsOf(document.uri).length, left.length)
}

function tell(actions: readonly string[], began: number): void {
  console.log(
    `        ${actions.length} key actions besides the facts, ${Math.round((Date.now() - began) / 1000)} s: ${actions.join(' ')}`,
  )
  assert.ok(actions.length < LIMIT, `${actions.length} key actions`)
}
