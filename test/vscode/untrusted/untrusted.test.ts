// In a folder that nobody has vouched for, a draft is still read along with.
import assert from 'node:assert/strict'
import { commands, workspace } from 'vscode'
import {
  arrivals,
  canDrive,
  closeAll,
  goodDraft,
  openDraft,
  screenshot,
  waitForFindings,
  waitForVisible,
} from '../../support/vscode'

describe('untrusted workspace', () => {
  after(closeAll)

  it('is one', () => assert.equal(workspace.isTrusted, false))

  it('has findings on a draft', async () => {
    const { document } = await openDraft('---\n类型: 没有这种类型\n---\n\n# 柳河街道燃气安全检查情况\n')
    await waitForFindings(document.uri)
  })

  it('hands nothing in: whoever made the folder may have named the address', async () => {
    const { document } = await openDraft(goodDraft('青石镇错峰灌溉 用水纠纷降为零'))
    const before = document.getText()
    await commands.executeCommand('ligao.submitReport', document.uri)
    if (canDrive) {
      await waitForVisible('.notification-toast:has-text("未受信任，不能报送")')
      await screenshot('refused')
    }
    assert.equal(await commands.executeCommand('ligao.confirmHandIn'), undefined)
    assert.deepEqual(await arrivals(), [])
    assert.equal(document.getText(), before)
  })
})
