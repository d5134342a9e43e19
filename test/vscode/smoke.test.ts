// The least that has to be true in a real VS Code: it loads, reads along in a Chinese report, and stays out of other files.
import assert from 'node:assert/strict'
import { commands, extensions } from 'vscode'
import {
  activate,
  canDrive,
  closeAll,
  EXTENSION_ID,
  findingsOf,
  openDraft,
  placeCursor,
  positionOf,
  press,
  screenshot,
  settle,
  typeText,
  useTheme,
  waitForFindings,
} from '../support/vscode'

const DRAFT = `---
标题: 青石镇开展汛期安全检查情况
类型: 没有这种类型
---

# 青石镇开展汛期安全检查情况

今年以来，镇党委、政府高度重视防汛工作，狠抓责任落实，各项工作取得了显著成效。

## 存在问题

部分村组排水沟渠淤塞，群众反映较多。
`

describe('smoke', () => {
  after(closeAll)

  it('is there, and its commands are', async () => {
    assert.ok(extensions.getExtension(EXTENSION_ID), 'the extension is not installed')
    await activate()
    const known = new Set(await commands.getCommands(true))
    const declared: { command: string }[] =
      extensions.getExtension(EXTENSION_ID)?.packageJSON.contributes?.commands ?? []
    assert.deepEqual(
      declared.map(({ command }) => command).filter(command => !known.has(command)),
      [],
    )
  })

  it('finds what is wrong with a draft that is opened', async () => {
    const { document } = await openDraft(DRAFT)
    const findings = await waitForFindings(document.uri)
    for (const { message, range } of findings) {
      assert.ok(document.validateRange(range).isEqual(range), 'a finding lies outside of the text')
      assert.match(message, /[\u4E00-\u9FFF]/)
    }
    await screenshot('findings-light')
    await useTheme('dark')
    await screenshot('findings-dark')
    await useTheme('light')
  })

  if (canDrive) {
    it('reads along while a person types', async () => {
      const editor = await openDraft(DRAFT.replace('没有这种类型', '动态'))
      const { document } = editor
      const line = positionOf(document, '类型').line
      await waitForFindings(
        document.uri,
        findings => !findings.some(({ range }) => range.start.line === line),
      )
      await placeCursor(editor, document.lineAt(line).range.end)
      for (const _ of '动态') await press('Backspace')
      await typeText('天外来客')
      await waitForFindings(document.uri, findings => findings.some(({ range }) => range.start.line === line))
    })
  }

  it('says nothing about English and technical documents', async () => {
    const english = await openDraft(
      '# Notes\n\nThis is a plain English document about a library.\n',
      'README.md',
    )
    await settle()
    assert.deepEqual(findingsOf(english.document.uri), [])
  })
})
