// The unit's own lexicon in a real VS Code: a wording is allowed with the light bulb, a phrase of one's own is pointed out,
// and what is wrong in the file is said while it is written.

import assert from 'node:assert/strict'
import { CodeActionKind, commands, Uri, window, workspace } from 'vscode'
import {
  actionsAt,
  activate,
  apply,
  canDrive,
  closeAll,
  type findingsOf,
  insertAt,
  openDraft,
  positionOf,
  ruleOf,
  screenshot,
  waitForFindings,
  waitForVisible,
  workspaceRoot,
} from '../support/vscode'

const draft = `---
标题: 青石镇河道管护总结
类型: 总结
---

# 青石镇河道管护总结

全镇高度重视河道管护，一盘棋推进清淤3.2公里。
`
const lexicon = () => Uri.joinPath(workspaceRoot(), 'ligao.lexicon.yaml')
const written = async () => Buffer.from(await workspace.fs.readFile(lexicon())).toString()
const phrasesOf = (findings: ReturnType<typeof findingsOf>) =>
  findings.filter(each => ruleOf(each) === 'generic-phrase').map(each => /“(.+?)”/.exec(each.message)?.[1])

describe('the own lexicon', () => {
  before(activate)
  afterEach(async () => {
    await closeAll()
    await workspace.fs.delete(lexicon(), { useTrash: false }).then(undefined, () => undefined)
  })

  it('takes a wording with the light bulb: the file is made, the finding is gone, and undo brings it back', async () => {
    const { document } = await openDraft(draft)
    const isTold = (findings: ReturnType<typeof findingsOf>) => phrasesOf(findings).includes('高度重视')
    const finding = (await waitForFindings(document.uri, isTold)).find(each => /高度重视/.test(each.message))!
    const action = (await actionsAt(document.uri, finding.range, CodeActionKind.QuickFix.value)).find(each =>
      /加入本单位词库/.test(each.title),
    )
    assert.ok(action, 'the lexicon is not offered')
    await apply(action)
    assert.match(await written(), /allowed:\n {2}- 高度重视\n/)
    await waitForFindings(document.uri, findings => !isTold(findings))
    if (canDrive) {
      await waitForVisible('.notification-toast:has-text("已加入本单位词库")')
      await screenshot('own-lexicon-added')
    }
    await window.showTextDocument(lexicon(), { preview: false })
    await commands.executeCommand('undo')
    await commands.executeCommand('workbench.action.files.save')
    assert.doesNotMatch(await written(), /高度重视/)
    await waitForFindings(document.uri, isTold)
  })

  it('points out phrases of one’s own as soon as the file is saved', async () => {
    const { document } = await openDraft(draft)
    await waitForFindings(document.uri, findings => phrasesOf(findings).length > 0)
    await openDraft(
      'phrases:\n  - phrase: 一盘棋推进\n    suggestion: 写明哪几个村一起干\n',
      'ligao.lexicon.yaml',
    )
    const findings = await waitForFindings(document.uri, all =>
      all.some(({ message }) => message.includes('一盘棋推进')),
    )
    assert.match(findings.find(each => /一盘棋/.test(each.message))!.message, /写明哪几个村一起干/)
  })

  it('says what is wrong in the file while it is written', async () => {
    const editor = await openDraft(
      'allowed:\n  - 青石夜话\nphrases:\n  - phrase: 一盘棋推进\n    bad:\n      - 全镇一盘棋推动清淤。\n  - pattern: 走深.*走实\n',
      'ligao.lexicon.yaml',
    )
    const { document } = editor
    const findings = await waitForFindings(document.uri, all => all.length === 2)
    assert.deepEqual(
      findings.map(each => document.getText(each.range)),
      ['全镇一盘棋推动清淤。', 'pattern: 走深.*走实'],
    )
    assert.match(findings[0]!.message, /反例里没有找到这条用语/)
    assert.match(findings[1]!.message, /不能用 \* 和 \+/)
    await screenshot('own-lexicon-problems')
    await insertAt(document, positionOf(document, '推动清淤'), '推进，')
    const left = await waitForFindings(document.uri, all => all.length === 1)
    assert.match(left[0]!.message, /不能用 \* 和 \+/)
  })
})
