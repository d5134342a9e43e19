// The light bulb in a real VS Code, for what a report is missing: frames to fill in, in the draft's own numbering.

import assert from 'node:assert/strict'
import { workspace } from 'vscode'
import {
  actionsAt,
  activate,
  apply,
  canDrive,
  closeAll,
  findingsOf,
  openDraft,
  placeCursor,
  press,
  ruleOf,
  screenshot,
  typeText,
  waitFor,
  waitForFindings,
  waitForRule,
  waitForVisible,
} from '../support/vscode'

const done = '清理河道3.2公里，打捞漂浮物41吨，补植护岸林1200株，更换警示牌38块。'
const summary = `---
标题: 青石镇河道管护总结
类型: 总结
---

# 青石镇河道管护总结

## 一、主要工作

${done.repeat(7)}

## 二、下一步措施

由镇水利站7月31日前完成南渠3.4公里清淤，达到汛期过流标准。
`
const problem = `---
标题: 青石镇沟渠淤堵问题
类型: 问题
---

# 青石镇沟渠淤堵问题

## 一、存在的问题

32处沟渠淤堵，其中李村11处，4月以来3次漫水，原因是管护费停发两年。

## 二、下一步措施

（一）加快清淤。

（二）发放管护费。由财政所5月15日前拨付沟渠管护费18万元。
`

describe('the light bulb', () => {
  before(activate)
  afterEach(closeAll)

  it('adds the missing section with a frame, numbers the others anew, and the finding is gone', async () => {
    const { document } = await openDraft(summary)
    const finding = await waitForRule(document.uri, 'missing-section')
    assert.match(finding.message, /没有写存在的问题/)
    const action = (await actionsAt(document.uri, finding.range)).find(each =>
      /补上“存在的问题”/.test(each.title),
    )
    assert.ok(action, 'no frame is offered')
    await apply(action)
    assert.match(document.getText(), /## 二、存在的问题\n\n（一）【填：什么问题】。/)
    assert.match(document.getText(), /## 三、下一步措施/)
    await waitForFindings(document.uri, findings =>
      findings.every(each => ruleOf(each) !== 'missing-section'),
    )
  })

  if (canDrive)
    it('completes a measure: unit, day and aim are typed over one after the other', async () => {
      const editor = await openDraft(problem)
      const { document } = editor
      const finding = await waitForRule(document.uri, 'measure-without-owner')
      assert.match(finding.message, /没有写由谁负责，也没有写什么时候完成/)
      assert.equal(findingsOf(document.uri).filter(each => /^measure-/.test(ruleOf(each))).length, 1)
      await placeCursor(editor, finding.range.start)
      await press('Control+.')
      await waitForVisible('.action-widget >> text=写明责任单位、完成时限和目标')
      await press('Enter')
      const has = (words: string) =>
        waitFor(
          [workspace.onDidChangeTextDocument],
          () => (document.getText().includes(words) ? true : undefined),
          () => document.getText(),
        )
      await has('由【填：责任单位】牵头，【填：完成时限】前完成，达到【填：目标】')
      await screenshot('measure-frame')
      for (const words of ['镇水利站', '5月20日', '过水标准']) {
        await typeText(words)
        await press('Tab')
      }
      await has('由镇水利站牵头，5月20日前完成，达到过水标准。')
      await waitForFindings(document.uri, all => all.every(each => !/^measure-/.test(ruleOf(each))))
    })
})
