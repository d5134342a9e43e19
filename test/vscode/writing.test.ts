// A writer at work in a real VS Code: what is underlined, what the hover says, what the light bulb does, what the card and
// the status bar show.

import assert from 'node:assert/strict'
import { CodeActionKind, commands, type DocumentSymbol, TabInputWebview, type Uri, window } from 'vscode'
import {
  actionsAt,
  activate,
  apply,
  canDrive,
  closeAll,
  findingsOf,
  foldingsOf,
  hoverAt,
  insertAt,
  lensesOf,
  openDraft,
  positionOf,
  ruleOf,
  screenshot,
  settle,
  symbolsOf,
  visibleText,
  waitFor,
  waitForFindings,
  waitForRule,
  waitForVisible,
} from '../support/vscode'

const draft = `---
标题: 青石镇前三季度民生工作总结
类型: 总结
单位: 云岭县青石镇人民政府
拟稿人: 周敏
审核人: 何建国
签发人: 罗志平
状态: 草稿
---

# 青石镇前三季度民生工作总结

## 一、主要工作

全镇上下高度重视民生工作，统一思想，狠抓落实，各项工作取得显著成效。

**风险：**柳河村王某（身份证号11010519491231002X）反映补贴未到账。

## 三、下一步打算

进一步加强组织领导，完善体制机制。
`

describe('a writer at work', () => {
  before(activate)
  afterEach(closeAll)

  it('is told how to open a file of an older program, which shows as garbled text', async () => {
    // In GBK: 4月10日，东湾乡组织干部群众清理河道淤泥，出动三十二人。
    const gbk =
      '34d4c23130c8d5a3acb6abcde5cfe7d7e9d6afb8c9b2bfc8bad6dac7e5c0edbad3b5c0d3d9c4e0a3acb3f6b6afc8fdcaaeb6fec8cba1a3'
    const { document } = await openDraft(Buffer.from(gbk, 'hex'))
    const [note, ...others] = await waitForFindings(document.uri)
    assert.match(note!.message, /通过编码重新打开.*GB18030/)
    assert.deepEqual(others, [])
    await screenshot('garbled')
  })

  it('sees each complaint underlined where it is, with what, why and what to do', async () => {
    const { document } = await openDraft(draft)
    const finding = await waitForRule(document.uri, 'personal-information')
    assert.equal(document.getText(finding.range), '11010519491231002X')
    assert.equal(finding.source, 'ligao')
    assert.match(finding.message, /身份证/)
    assert.match(finding.message, /\*/)
    // A sentence is told once, with all that is to be said of it.
    const told = (await waitForFindings(document.uri)).map(({ message }) => message).join('\n')
    for (const words of ['套话', '序号', '加粗不会生效'])
      assert.ok(told.includes(words), `${words} is missing in\n${told}`)
  })

  it('mends a finding with the light bulb, and it is gone', async () => {
    const { document } = await openDraft(draft)
    const finding = await waitForRule(document.uri, 'personal-information')
    const fix = (await actionsAt(document.uri, finding.range, CodeActionKind.QuickFix.value)).find(action =>
      /遮住/.test(action.title),
    )
    assert.ok(fix, 'no fix is offered')
    await apply(fix)
    assert.match(document.getText(), /11\*{13}02X/)
    await waitForFindings(document.uri, findings =>
      findings.every(each => ruleOf(each) !== 'personal-information'),
    )
  })

  it('fixes everything that is safe at once, and Markdown stays what it was', async () => {
    const { document } = await openDraft(draft)
    await waitForFindings(document.uri, all => all.some(({ message }) => message.includes('加粗')))
    const whole = document.validateRange(new (await import('vscode')).Range(0, 0, 999, 0))
    const [all] = await actionsAt(document.uri, whole, 'source.fixAll.ligao')
    assert.ok(all, 'no fix-all is offered')
    await apply(all)
    assert.match(document.getText(), /\*\*风险\*\*：柳河村/)
    assert.match(document.getText(), /11\*{13}02X/)
    assert.match(document.getText(), /取得显著成效/)
  })

  it('reads the card of a finding on hover, with an example and how to switch it off', async () => {
    const { document } = await openDraft(draft)
    const finding = await waitForRule(document.uri, 'personal-information')
    const card = await hoverAt(document.uri, finding.range.start)
    for (const word of ['身份证', 'personal-information', '停用规则'])
      assert.ok(card.includes(word), `${word} is not on the card:\n${card}`)
  })

  it('switches a finding off on its line, with a reason', async () => {
    const { document } = await openDraft(draft)
    const finding = await waitForRule(document.uri, 'heading-numbering')
    const action = (await actionsAt(document.uri, finding.range)).find(each => /不再提示/.test(each.title))
    assert.ok(action, 'no suppression is offered')
    // The one entry asks which way is meant; the first is this place alone.
    const asked = apply(action)
    if (canDrive) await waitForVisible('.quick-input-list .monaco-list-row')
    else await settle()
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
    await asked
    assert.match(document.getText(), /<!-- 砺稿：此处不再提示 /)
    await waitForFindings(document.uri, findings =>
      findings.every(each => ruleOf(each) !== 'heading-numbering'),
    )
  })

  it('finds what is typed in, after a pause', async () => {
    const { document } = await openDraft(draft)
    await waitForRule(document.uri, 'personal-information')
    await insertAt(document, positionOf(document, '进一步加强组织领导'), '由××镇牵头，')
    const finding = await waitForRule(document.uri, 'unfilled-placeholder')
    assert.equal(document.getText(finding.range), '××')
  })

  it('walks through the Chinese outline', async () => {
    const { document } = await openDraft(
      '---\n类型: 总结\n---\n\n青石镇总结\n\n一、做法\n\n（一）早部署\n\n4月清淤3.2公里。\n\n二、问题\n\n2处未清。\n',
    )
    const names = (symbols: readonly DocumentSymbol[]): unknown[] =>
      symbols.map(({ name, children }) => [name, names(children)])
    await settle()
    const symbols = ((await symbolsOf(document.uri)) ?? []) as DocumentSymbol[]
    assert.match(JSON.stringify(names(symbols)), /做法.*早部署.*问题/)
    assert.ok((await foldingsOf(document.uri)).length >= 2)
  })

  it('has the score and the way to the card over the title', async () => {
    const { document } = await openDraft(draft)
    await waitForFindings(document.uri)
    const lenses = await lensesOf(document.uri)
    assert.ok(
      lenses.some(lens => /分/.test(lens.command?.title ?? '')),
      JSON.stringify(lenses),
    )
  })

  it('opens the report card', async () => {
    const { document } = await openDraft(draft)
    await waitForFindings(document.uri)
    await commands.executeCommand('ligao.showReportCard')
    const tab = await waitFor(
      [window.tabGroups.onDidChangeTabs],
      () =>
        window.tabGroups.all
          .flatMap(group => group.tabs)
          .find(each => /体检单：青石镇前三季度民生工作总结/.test(each.label)),
      () => 'no tab with the card',
    )
    assert.ok(tab)
    if (!canDrive) return
    await waitForVisible('.score')
    assert.match((await visibleText('body:has(.score)')) ?? '', /身份证/)
    await screenshot('report-card')
  })

  if (canDrive)
    it('sees kind and score in the status bar', async () => {
      const { document } = await openDraft(draft)
      await waitForFindings(document.uri)
      const item = '.statusbar-item[id*="ligao.status"]'
      await waitForVisible(item)
      assert.match((await visibleText(item)) ?? '', /总结 \d+分/)
      await screenshot('writing')
    })

  if (canDrive)
    it('sees score and card follow the writing, the card open beside the text', async () => {
      const { document } = await openDraft(draft)
      await waitForFindings(document.uri)
      const item = '.statusbar-item[id*="ligao.status"]'
      await waitForVisible(item)
      const lensScore = async () =>
        /(\d+)分/.exec((await lensesOf(document.uri)).map(each => each.command?.title).join(' '))?.[1]
      const before = await lensScore()
      await waitForVisible(`${item}:has-text("${before}分")`)
      await commands.executeCommand('ligao.showReportCard', document.uri)
      await window.showTextDocument(document)
      await insertAt(document, positionOf(document, '**风险'), '各村环境整治取得显著成效。\n\n')
      await waitForFindings(
        document.uri,
        all => all.filter(finding => ruleOf(finding) === 'claim-without-data').length === 2,
      )
      const after = await lensScore()
      await waitForVisible(`${item}:has-text("${after}分")`)
      await waitForVisible(`.score:has-text("${after}")`)
      assert.ok(Number(after) < Number(before), `${before} → ${after}`)
    })

  if (canDrive)
    it('sees kind and score also in front of the card, and commands there mean its draft', async () => {
      const { document } = await openDraft(draft)
      await waitForFindings(document.uri)
      await commands.executeCommand('ligao.showReportCard')
      await waitForVisible('.score')
      await commands.executeCommand('workbench.action.focusNextGroup')
      await waitFor(
        [window.onDidChangeActiveTextEditor],
        () => window.activeTextEditor === undefined,
        () => 'the card has not got the focus',
      )
      await waitForVisible('.statusbar-item[id*="ligao.status"]:has-text("总结")')
      await commands.executeCommand('workbench.action.quickOpen', '>这类稿件怎么写')
      await screenshot('palette-on-card')
      await waitForVisible('.quick-input-list .monaco-list-row:has-text("这类稿件怎么写")')
      await commands.executeCommand('workbench.action.closeQuickOpen')
      await commands.executeCommand('ligao.explainReport')
      await waitFor(
        [window.tabGroups.onDidChangeTabs],
        () => window.tabGroups.all.flatMap(group => group.tabs).some(each => /“总结”怎么写/.test(each.label)),
        () => 'no page of the kind',
      )
    })

  if (canDrive)
    it('reads the page of a rule as a page, from the link of a finding', async () => {
      const { document } = await openDraft(draft)
      const finding = await waitForRule(document.uri, 'personal-information')
      const { target } = finding.code as { target: Uri }
      assert.equal(target.scheme, 'command')
      await commands.executeCommand(
        target.path,
        ...(JSON.parse(decodeURIComponent(target.query)) as string[]),
      )
      await waitFor(
        [window.tabGroups.onDidChangeTabs],
        () =>
          window.tabGroups.all
            .flatMap(group => group.tabs)
            .some(({ input }) => input instanceof TabInputWebview && /markdown/.test(input.viewType)),
        () => 'no preview',
      )
    })

  it('hears nothing about a technical document in Chinese', async () => {
    const { document } = await openDraft(
      '# 部署说明\n\n运行 `npm install` 安装依赖，然后修改配置文件。项目工作目录下的检查脚本会对代码进行监管。\n\n```sh\nnpm start\n```\n',
      '部署说明.md',
    )
    await settle()
    assert.deepEqual(findingsOf(document.uri), [])
  })
})
