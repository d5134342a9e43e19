// Handing in, from the command to the receipt, in a real VS Code: to a folder without any setting, to a real HTTP intake,
// and not at all where it must not go.
import assert from 'node:assert/strict'
import path from 'node:path'
import { ConfigurationTarget, commands, Position, Uri, WorkspaceEdit, window, workspace } from 'vscode'
import { originsIn } from '../../client/src/features/handIn/origins'
import { accept, entryKey, openSpool, parseChannels, prepare } from '../../client/src/submission'
import { answer, type Intake, startIntake } from '../support/receivers/intake'
import {
  activate,
  arrivals,
  canDrive,
  click,
  closeAll,
  confirmHandIn,
  editorSpool,
  focusEditor,
  goodDraft,
  openDraft,
  openPreflight,
  placeCursor,
  press,
  readArrival,
  receiptIn,
  screenshot,
  typeText,
  useTheme,
  visibleText,
  waitFor,
  waitForEntries,
  waitForFile,
  waitForReceipt,
  waitForVisible,
  workspaceRoot,
} from '../support/vscode'

const row = (text: string) => `.pane-body .monaco-list-row:has-text("${text}")`

const setChannels = (channels: unknown) =>
  workspace.getConfiguration('ligao').update('channels', channels, ConfigurationTarget.Workspace)

describe('handing in', () => {
  before(activate)
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await screenshot(`failed-${this.currentTest.title.slice(0, 20)}`)
    await closeAll()
  })

  it('tells what is to be done where nothing was handed in yet', async () => {
    await commands.executeCommand('ligao.submissions.focus')
    if (!canDrive) return
    await waitForVisible('text=还没有报送过稿件')
    await screenshot('submissions-empty')
  })

  it('a good draft goes into the default folder, and its receipt into the draft', async () => {
    const title = '青石镇错峰灌溉 用水纠纷报警降为零'
    const editor = await openDraft(goodDraft(title), '错峰灌溉.md')
    const { document } = editor
    const sent = document.getText()
    await openPreflight(document)
    if (canDrive) {
      assert.match(await visibleText('main'), /没有发现问题，可以报送/)
      assert.match(await visibleText('main'), /报送箱（文件夹）/)
      await screenshot('preflight-ready-light')
      await useTheme('dark')
      await screenshot('preflight-ready-dark')
      await useTheme('light')
    }
    await confirmHandIn()
    const receipt = await waitForReceipt(document)
    const [arrival] = (await arrivals()).filter(name => name.includes('错峰灌溉'))
    assert.ok(arrival, 'nothing arrived')
    assert.equal(JSON.parse(await readArrival(arrival, 'receipt.json')).receipt, receipt)
    assert.equal(await readArrival(arrival, '错峰灌溉.md'), sent)
    assert.match(document.getText(), /^状态: 已报送$/m)
    assert.match(document.getText(), /^报送时间: "?\d{4}-\d\d-\d\d \d\d:\d\d"?$/m)
    // Nothing else was touched.
    const rest = document.getText().replace(/^(?:状态|报送时间|回执号): .*\n/gm, '')
    assert.equal(rest, sent.replace(/^状态: .*\n/m, ''))
    if (canDrive) {
      await commands.executeCommand('ligao.submissions.focus')
      await waitForVisible(row(title))
      await click(`${row(title)} .monaco-tl-twistie`)
      await waitForVisible(row(`回执 ${receipt}`))
      await screenshot('submissions-delivered-light')
      await useTheme('dark')
      await screenshot('submissions-delivered-dark')
      await useTheme('light')
    }
    await window.showTextDocument(document)
    if (canDrive) {
      await focusEditor()
      await press('Control+z')
    } else await commands.executeCommand('undo')
    await waitFor(
      [workspace.onDidChangeTextDocument],
      () => document.getText() === sent || undefined,
      () => `the undone draft:\n${document.getText().slice(0, 300)}`,
    )
  })

  if (canDrive)
    it('by keys alone: palette, Tab, Enter', async () => {
      const editor = await openDraft(goodDraft('青石镇村道养护 修补坑槽86处'), '养护.md')
      await placeCursor(editor, new Position(0, 0))
      await press('F1')
      await waitForVisible('.quick-input-widget')
      await typeText('砺稿: 报送')
      await waitForVisible('.quick-input-list .monaco-list-row:has-text("砺稿: 报送")')
      await press('Enter')
      await waitForVisible('h1:has-text("报送前核对")')
      await press('Tab')
      await waitForVisible('a.button:has-text("确认报送"):focus')
      await press('Enter')
      await waitForReceipt(editor.document)
    })

  it('the same version is answered with its receipt, not sent again', async () => {
    const { document } = await openDraft(goodDraft('青石镇河长制巡查 处置河岸垃圾12处'), '巡河.md')
    await openPreflight(document)
    await confirmHandIn()
    const receipt = await waitForReceipt(document)
    const before = (await arrivals()).length
    await openPreflight(document)
    if (canDrive) {
      assert.match(await visibleText('main'), new RegExp(`已经报送过，不再重发。回执号 ${receipt}`))
      await screenshot('preflight-done')
    }
    assert.equal(await commands.executeCommand('ligao.confirmHandIn'), undefined)
    assert.equal((await arrivals()).length, before)
  })

  it('a draft with errors stays where it is', async () => {
    const bad = goodDraft(
      '青石镇信访办结 补贴全部到账',
      '柳河村王某（身份证号11010519491231002X）反映补贴未到账。',
    )
    const { document } = await openDraft(bad, '信访.md')
    const before = (await arrivals()).length
    await openPreflight(document)
    if (canDrive) {
      assert.match(await visibleText('main'), /还不能报送：有 1 处必须先改/)
      await screenshot('preflight-blocked-light')
      await useTheme('dark')
      await screenshot('preflight-blocked-dark')
      await useTheme('light')
    }
    assert.equal(await commands.executeCommand('ligao.confirmHandIn'), undefined)
    assert.equal((await arrivals()).length, before)
    assert.equal(receiptIn(document), undefined)
    if (canDrive) {
      await click('main >> text=/第 \\d+ 行/')
      await waitFor(
        [window.onDidChangeTextEditorSelection, window.onDidChangeActiveTextEditor],
        () => {
          const shown = window.activeTextEditor
          return shown?.document === document && document.getText(shown.selection).includes('1949')
            ? true
            : undefined
        },
        () => 'the place of the finding',
      )
    }
  })

  it('a classified draft is stopped, and its text is not shown', async () => {
    const marked = goodDraft('关于库区防汛值守的情况').replace('# 关于', '机密★1年\n\n# 关于')
    const { document } = await openDraft(marked, '涉密.md')
    await openPreflight(document)
    if (canDrive) {
      const text = await visibleText('main')
      assert.match(text, /密级标志/)
      assert.doesNotMatch(text, /库区防汛|罗志平|机密★/)
    }
    assert.equal(await commands.executeCommand('ligao.confirmHandIn'), undefined)
  })

  if (canDrive)
    it('a late report asks for the reason, and goes out with it', async () => {
      const late = goodDraft('青石镇石板沟道路塌方 已恢复单边通行').replace(
        '成稿日期',
        '报送时限: 2026-11-01 12:00\n成稿日期',
      )
      const { document } = await openDraft(late, '塌方.md')
      const opened = commands.executeCommand('ligao.submitReport', document.uri)
      await waitForVisible('.quick-input-widget:has-text("迟报原因")')
      await screenshot('late-reason')
      await typeText('道路中断，核实情况用时较长')
      await press('Enter')
      await opened
      await waitForVisible('a.button:has-text("确认报送")')
      await screenshot('preflight-late')
      assert.match(document.getText(), /^迟报原因: 道路中断，核实情况用时较长$/m)
      await confirmHandIn()
      await waitForReceipt(document)
      const [arrival] = (await arrivals()).filter(name => name.includes('塌方'))
      const manifest = JSON.parse(await readArrival(arrival!, 'manifest.json'))
      assert.equal(manifest.timing.timeliness, 'late')
      assert.equal(manifest.timing.lateReason, '道路中断，核实情况用时较长')
    })

  it('several drafts go out together; the one with errors stays', async () => {
    const good = [
      await openDraft(goodDraft('青石镇甲村清淤3.2公里'), '清淤甲.md'),
      await openDraft(goodDraft('青石镇乙村清淤3.2公里'), '清淤乙.md'),
    ]
    const bad = await openDraft(goodDraft('青石镇丙村清淤', '身份证号11010519491231002X。'), '清淤丙.md')
    const uris = [...good, bad].map(({ document }) => document.uri)
    await commands.executeCommand('ligao.submitReport', uris[0], uris)
    if (canDrive) {
      await waitForVisible('h1:has-text("报送前核对")')
      assert.match(await visibleText('main'), /2 篇可以报送，1 篇要先修改/)
      await screenshot('preflight-several')
    }
    await confirmHandIn()
    for (const { document } of good) await waitForReceipt(document)
    assert.equal(receiptIn(bad.document), undefined)
  })

  describe('to an HTTP intake', () => {
    let intake: Intake
    let isBroken = false
    before(async () => {
      intake = await startIntake({
        behave: (_, response) => {
          if (!isBroken) return false
          answer(response, 503, { message: '维护中' })
          return true
        },
      })
      await setChannels([
        { name: '县府办接收点', type: 'http', url: intake.url },
        { name: '共享盘', type: 'folder', path: '共享盘' },
      ])
    })
    after(async () => {
      await setChannels(undefined)
      await intake.close()
    })

    it('arrives whole, once, under its id', async () => {
      const { document } = await openDraft(goodDraft('青石镇水费改革 每亩省水40方'), '水费.md')
      const sent = document.getText()
      await openPreflight(document)
      if (canDrive) {
        assert.match(await visibleText('main'), /县府办接收点（网上接口）/)
        await screenshot('preflight-http')
      }
      await confirmHandIn()
      assert.equal(await waitForReceipt(document), 'R-1')
      assert.equal(intake.arrivals.length, 1)
      assert.equal(intake.arrivals[0]!.parts[1]!.body.toString('utf8'), sent)
      assert.deepEqual(intake.faults, [])
    })

    it('waits calmly while the intake is down, and goes out when asked again', async () => {
      isBroken = true
      const before = intake.arrivals.length
      const { document } = await openDraft(goodDraft('青石镇防汛备汛 储备编织袋4600条'), '防汛.md')
      await openPreflight(document)
      await confirmHandIn()
      await commands.executeCommand('ligao.submissions.focus')
      if (canDrive) {
        await waitForVisible(row('再试'))
        await screenshot('submissions-waiting')
        await click(row('防汛备汛'))
        await waitForVisible('h1:has-text("防汛备汛")')
        await screenshot('submission-page-waiting')
        assert.match(await visibleText('main'), /接收方系统出错|繁忙/)
      } else
        await waitFor(
          [],
          () => intake.requests.length > 0 || undefined,
          () => 'a first attempt',
        )
      assert.equal(receiptIn(document), undefined)
      isBroken = false
      await commands.executeCommand('ligao.retrySubmissions')
      const receipt = await waitForReceipt(document)
      assert.equal(receipt, `R-${before + 1}`)
      assert.equal(intake.arrivals.length, before + 1)
      if (canDrive) {
        await waitForVisible(`main >> text=${receipt}`)
        await screenshot('submission-page-delivered')
      }
    })

    it('a draft that was renamed while it waited gets its receipt', async () => {
      isBroken = true
      await setChannels([{ name: '县府办接收点', type: 'http', url: intake.url }])
      const { document } = await openDraft(goodDraft('青石镇路灯维修 恢复照明31盏'), '路灯.md')
      await openPreflight(document)
      await confirmHandIn()
      await waitForEntries(await editorSpool(), entries =>
        entries.find(({ title, notice }) => title.includes('路灯维修') && notice !== null),
      )
      await closeAll()
      const renamed = Uri.joinPath(workspaceRoot(), '路灯（定稿）.md')
      const edit = new WorkspaceEdit()
      edit.renameFile(document.uri, renamed)
      assert.ok(await workspace.applyEdit(edit))
      isBroken = false
      await commands.executeCommand('ligao.retrySubmissions')
      await waitForFile(
        async () => new TextDecoder().decode(await workspace.fs.readFile(renamed)),
        text => /^回执号: R-\d+$/m.test(text),
      )
    })

    if (canDrive)
      it('a channel that wants a secret asks for it first, and sends it to its own address', async () => {
        await setChannels([{ name: '省平台', type: 'http', url: intake.url, auth: 'bearer' }])
        const { document } = await openDraft(goodDraft('青石镇低保复核 清退7户'), '低保.md')
        await openPreflight(document)
        assert.match(await visibleText('main'), /需要口令，还没有设置/)
        await screenshot('preflight-secret')
        await click('main >> text=设置口令')
        await waitForVisible('.quick-input-widget input[type=password]')
        await typeText('k-7f3a')
        await press('Enter')
        await waitForVisible('a.button:has-text("确认报送")')
        await confirmHandIn()
        await waitForReceipt(document)
        assert.equal(intake.requests.at(-1)!.headers.authorization, 'Bearer k-7f3a')
      })

    if (canDrive)
      it('what waits can be cancelled; its package stays and can be read, not changed', async () => {
        isBroken = true
        await setChannels([{ name: '县府办接收点', type: 'http', url: intake.url }])
        const { document } = await openDraft(goodDraft('青石镇森林防火 出动巡护员38人'), '防火.md')
        await openPreflight(document)
        await confirmHandIn()
        await commands.executeCommand('ligao.submissions.focus')
        await waitForVisible(row('再试'))
        await click(row('森林防火'))
        await waitForVisible('h1:has-text("森林防火")')
        await click('main >> text=防火.md')
        const shown = await waitFor(
          [window.onDidChangeActiveTextEditor],
          () => window.activeTextEditor?.document,
          () => 'the file of the package',
        )
        assert.equal(shown.uri.scheme, 'ligao-package')
        assert.equal(shown.getText(), document.getText())
        await commands.executeCommand('workbench.action.closeActiveEditor')
        await click('a.button:has-text("取消报送")')
        await waitForVisible('.quick-input-widget:has-text("不再报送《青石镇森林防火")')
        await screenshot('cancel')
        await click('.quick-input-list .monaco-list-row:has-text("取消报送")')
        await waitForVisible('main .lead:has-text("已取消")')
        isBroken = false
        await commands.executeCommand('ligao.retrySubmissions')
        assert.equal(receiptIn(document), undefined)
      })

    it('refused for good: said once, kept in the list', async () => {
      const refusing = await startIntake({
        behave: (_, response) => {
          answer(response, 422, { message: '要素不全，请补充联系人' })
          return true
        },
      })
      try {
        await setChannels([{ name: '市府办', type: 'http', url: refusing.url }])
        const { document } = await openDraft(goodDraft('青石镇秋粮收购 入库1.2万吨'), '秋粮.md')
        await openPreflight(document)
        await confirmHandIn()
        if (canDrive) {
          await waitForVisible('.notification-toast:has-text("要素不全，请补充联系人")')
          await commands.executeCommand('ligao.submissions.focus')
          await waitForVisible(row('被退回'))
          await screenshot('submissions-refused')
        }
        assert.equal(receiptIn(document), undefined)
      } finally {
        await refusing.close()
      }
    })
  })

  it('what another window took in is sent on by this one', async () => {
    const folder = path.join(workspaceRoot().fsPath, '../user/User/globalStorage/ligao.ligao')
    const { document } = await openDraft(goodDraft('青石镇改厕验收 合格412户'), '改厕.md')
    const place = path.join(workspaceRoot().fsPath, '另一处')
    const raw = { name: '另一处', type: 'folder', path: place }
    const { channels } = parseChannels([raw], { root: place, plainHosts: [] })
    const { spool } = await openSpool(path.join(folder, 'spool'))
    const handIn = {
      file: document.uri.fsPath,
      root: workspaceRoot().fsPath,
      checked: { errors: 0, warnings: 0, ruleSet: 'test' },
    }
    const { id } = await prepare(handIn, spool.runtime)
    await originsIn(path.join(folder, 'origins')).save(entryKey(id, channels[0]!), {
      draft: document.uri.toString(),
      channel: { raw, base: place, plainHosts: [] },
      timeZone: 'Asia/Shanghai',
      written: false,
    })
    // Taken in by somebody whose queue never runs: a window that was closed at this very moment.
    const taken = await accept(spool, handIn, channels[0]!, { trusted: true })
    assert.equal(taken.outcome, 'accepted')
    await waitForReceipt(document)
    assert.equal((await arrivals('另一处')).length, 1)
  })

  if (canDrive)
    it('exports a Word document beside the draft', async () => {
      const { document } = await openDraft(goodDraft('青石镇错峰灌溉 导出一份'), '导出.md')
      const exported = commands.executeCommand('ligao.exportDocx', document.uri)
      await waitForVisible('.quick-input-widget')
      await press('Enter')
      void exported
      await waitForVisible('.notification-toast:has-text("已导出 导出.docx")')
      const bytes = await workspace.fs.readFile(Uri.file(path.join(workspaceRoot().fsPath, '导出.docx')))
      assert.equal(Buffer.from(bytes.slice(0, 4)).toString('latin1'), 'PK\x03\x04')
    })
})
