// In a folder that nobody has vouched for, leads are listed and go into a report as anywhere: they are data, never code.
import assert from 'node:assert/strict'
import { commands, Uri, workspace } from 'vscode'
import {
  canDrive,
  closeAll,
  openDraft,
  screenshot,
  waitFor,
  waitForFile,
  waitForVisible,
  workspaceRoot,
} from '../../support/vscode'

describe('leads in an untrusted workspace', () => {
  after(closeAll)

  it('are listed, read and taken in', async () => {
    const uri = Uri.joinPath(workspaceRoot(), '线索', '2026-11-21-桥.md')
    const note = '---\n标题: 下坪桥栏杆损坏\n提供人: 孙丽\n---\n\n11月21日，下坪桥东侧栏杆损坏4米。\n'
    await workspace.fs.writeFile(uri, Buffer.from(note, 'utf8'))
    const { document } = await openDraft('正在写。\n')
    if (canDrive) {
      await commands.executeCommand('ligao.leads.focus')
      await waitForVisible('.pane-body .monaco-list-row:has-text("下坪桥栏杆损坏")')
      await screenshot('leads')
    }
    await commands.executeCommand('ligao.insertLead', uri)
    await waitFor(
      [workspace.onDidChangeTextDocument],
      () => (document.getText().includes('栏杆损坏4米') ? true : undefined),
      () => document.getText(),
    )
    assert.match(document.getText(), /^---\n拟稿人:\n {2}- 孙丽（线索）\n---\n\n正在写。\n\n11月21日/)
    const marked = await waitForFile(
      async () => new TextDecoder().decode(await workspace.fs.readFile(uri)),
      text => text.includes('采用稿件'),
    )
    assert.ok(marked.endsWith('---\n\n11月21日，下坪桥东侧栏杆损坏4米。\n'))
  })
})
