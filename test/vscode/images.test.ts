// Pictures pasted and dropped in a real VS Code: the file beside the report, the caption waiting to be written.
import assert from 'node:assert/strict'
import { deflateSync } from 'node:zlib'
import { type TextDocument, Uri, workspace } from 'vscode'
import { captionStub } from '../../client/src/images/snippet'
import {
  activate,
  canDrive,
  closeAll,
  copyPicture,
  dropOn,
  findingsOf,
  openDraft,
  pasteInto,
  placeCursor,
  positionOf,
  press,
  ruleOf,
  screenshot,
  settle,
  typeText,
  useTheme,
  waitFor,
  waitForFile,
  waitForFindings,
  workspaceRoot,
} from '../support/vscode'

const report = `---
标题: 青石镇清淤3.2公里
类型: 动态
单位: 云岭县青石镇人民政府
---

# 青石镇清淤3.2公里

4月12日，青石镇组织41人清理柳河3.2公里，梨园村3处淤堵当日通水。

`
const readme = '# README\n\n## Install\n\n    npm install\n\nA library for reading tables.\n\n'

/** A picture of one colour, large enough to be printed. */
function png(width = 900, height = 600, shade = 0x7f): Uint8Array {
  const rows = Buffer.alloc((width * 3 + 1) * height, shade)
  for (let row = 0; row < height; row++) rows[row * (width * 3 + 1)] = 0
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const framed = Buffer.alloc(body.length + 8)
    framed.writeUInt32BE(data.length, 0)
    body.copy(framed, 4)
    framed.writeUInt32BE(crc(body), body.length + 4)
    return framed
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function crc(data: Buffer): number {
  let value = 0xffffffff
  for (const byte of data) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  }
  return (value ^ 0xffffffff) >>> 0
}

const at = (...steps: string[]) => Uri.joinPath(workspaceRoot(), ...steps)
const filesIn = async (...steps: string[]) =>
  (await workspace.fs.readDirectory(at(...steps))).map(([name]) => name).sort()
/** Files are written after the text: waits until that many lie in the folder. */
const pictures = (count: number) =>
  waitForFile(
    async () => ((await filesIn('图文')).includes('图片') ? filesIn('图文', '图片') : []),
    names => names.length >= count,
  ).then(() => filesIn('图文', '图片'))
const written = (document: TextDocument, pattern: RegExp) =>
  waitFor(
    [workspace.onDidChangeTextDocument],
    () => (pattern.test(document.getText()) ? document.getText() : undefined),
    () => `${pattern} in\n${document.getText()}`,
  )
const editorInput =
  '.editor-instance .monaco-editor.focused .native-edit-context, .editor-instance .monaco-editor.focused textarea.inputarea'

describe('pictures', () => {
  before(activate)
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await screenshot(`failed-${this.currentTest.title.slice(0, 20)}`)
    await closeAll()
    for (const folder of ['图文', '图文甲'])
      await workspace.fs.delete(at(folder), { recursive: true }).then(undefined, () => undefined)
  })
  if (!canDrive) return

  it('a screenshot from the clipboard lands beside the report, its caption selected to be typed over', async () => {
    const editor = await openDraft(report, '图文/01 清淤（动态）.md')
    const { document } = editor
    await waitForFindings(document.uri, () => true)
    await placeCursor(editor, document.positionAt(report.length))
    await copyPicture(png())
    await press('Control+v')
    await written(document, /!\[图注：何时、谁、在哪里、做什么\]\(图片\/01-清淤（动态）-图1\.png\)/)
    assert.deepEqual(await pictures(1), ['01-清淤（动态）-图1.png'])
    const stored = await workspace.fs.readFile(at('图文', '图片', '01-清淤（动态）-图1.png'))
    assert.deepEqual([...stored.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47])
    await waitForFindings(document.uri, all => all.some(finding => ruleOf(finding) === 'missing-image'))
    await screenshot('picture-pasted')
    assert.equal(document.getText(editor.selection), captionStub)
    await typeText('4月12日，青石镇村民在梨园村段清淤')
    await written(document, /!\[4月12日，青石镇村民在梨园村段清淤\]\(图片/)
    await waitForFindings(document.uri, all => all.every(finding => ruleOf(finding) !== 'missing-image'))
    await useTheme('dark')
    await screenshot('picture-captioned-dark')
    await useTheme('light')
  })

  it('a second one is another file; several at once have a caption each', async () => {
    const editor = await openDraft(report, '图文/清淤.md')
    const { document } = editor
    await workspace.fs.writeFile(at('图文', '图片', '清淤后.png'), png(700, 500))
    const before = await workspace.fs.readFile(at('图文', '图片', '清淤后.png'))
    await placeCursor(editor, document.positionAt(report.length))
    await pasteInto(editorInput, {
      files: [
        { name: '清淤后.png', type: 'image/png', content: png(900, 600, 0x40) },
        { name: '微信图片_20260412.png', type: 'image/png', content: png(900, 600, 0x60) },
      ],
    })
    const text = await written(document, /清淤-图1\.png/)
    assert.ok(
      text.endsWith(`![${captionStub}](图片/清淤后-2.png)\n\n![${captionStub}](图片/清淤-图1.png)`),
      text,
    )
    assert.deepEqual(await pictures(3), ['清淤-图1.png', '清淤后-2.png', '清淤后.png'])
    assert.deepEqual(await workspace.fs.readFile(at('图文', '图片', '清淤后.png')), before)
  })

  it('a picture dropped from outside is copied; one under the folder of the report is linked', async () => {
    const editor = await openDraft(report, '图文/清淤.md')
    const { document } = editor
    await workspace.fs.writeFile(at('图文', '照片 一', '南渠.png'), png())
    await workspace.fs.writeFile(at('图文甲', '北渠.png'), png())
    await placeCursor(editor, positionOf(document, '4月12日'))
    await dropOn('.editor-instance .view-line:has-text("梨园村")', {
      files: [{ name: '东渠.png', type: 'image/png', content: png() }],
    })
    // In the middle of a sentence: the sentence stays whole.
    await written(document, /通水。\n\n!\[图注[^\]]*\]\(图片\/东渠\.png\)/)
    const link = async (uri: Uri, pattern: RegExp) => {
      await placeCursor(editor, document.positionAt(document.getText().length))
      await pasteInto(editorInput, { texts: { 'text/uri-list': uri.toString() } })
      return written(document, pattern)
    }
    await link(at('图文', '照片 一', '南渠.png'), /!\[图注[^\]]*\]\(<照片 一\/南渠\.png>\)/)
    await link(at('图文甲', '北渠.png'), /!\[图注[^\]]*\]\(图片\/北渠\.png\)/)
    assert.deepEqual(await pictures(2), ['东渠.png', '北渠.png'])
    await waitForFindings(
      document.uri,
      all => all.filter(finding => ruleOf(finding) === 'missing-image').length === 3,
    )
    await screenshot('pictures-dropped')
  })

  it('words that bring a picture of themselves along stay words', async () => {
    const editor = await openDraft(report, '图文/清淤.md')
    const { document } = editor
    await placeCursor(editor, document.positionAt(report.length))
    await pasteInto(editorInput, {
      files: [{ name: 'image.png', type: 'image/png', content: png() }],
      texts: { 'text/plain': '合计\t41人' },
    })
    await written(document, /合计\t41人$/)
    assert.deepEqual(await filesIn('图文'), ['清淤.md'])
  })

  it('in a README everything is as VS Code does it', async () => {
    const editor = await openDraft(readme, '图文/README.md')
    const { document } = editor
    await settle()
    await placeCursor(await openDraft(readme, '图文/README.md'), document.positionAt(readme.length))
    await copyPicture(png())
    await press('Control+v')
    const text = await written(document, /image/)
    assert.doesNotMatch(text, /图注|图片\//)
    assert.deepEqual(findingsOf(document.uri), [])
    await waitForFile(
      () => filesIn('图文'),
      names => names.includes('image.png'),
    )
  })
})
