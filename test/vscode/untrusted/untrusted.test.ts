// In a folder that nobody has vouched for, a draft is still read along with.
import assert from 'node:assert/strict'
import { workspace } from 'vscode'
import { closeAll, openDraft, waitForFindings } from '../../support/vscode'

describe('untrusted workspace', () => {
  after(closeAll)

  it('is one', () => assert.equal(workspace.isTrusted, false))

  it('has findings on a draft', async () => {
    const { document } = await openDraft('---\n类型: 没有这种类型\n---\n\n# 柳河街道燃气安全检查情况\n')
    await waitForFindings(document.uri)
  })
})
