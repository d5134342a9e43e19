// Documents of Word, WPS and plain text as drafts. The documents are made here, in the XML that those programs write.
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { encode } from 'iconv-lite'
import { noticeOf } from '../../../client/src/submission'
import { renderDocx } from '../../../client/src/submission/docx/render'
import { importFile, readForeign } from '../../../client/src/submission/incoming/importFile'
import { numberAs } from '../../../client/src/submission/incoming/numbering'
import { png } from '../../support/submission'

const p = (runs: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`
const r = (text: string, properties = '') =>
  `<w:r><w:rPr><w:rFonts w:eastAsia="仿宋"/>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const list = (level: number) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`
const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(r(text))}</w:tc>`

const body = [
  p(r('柳河镇渠道修复情况'), '<w:jc w:val="center"/>'),
  p(r('基本情况'), list(0)),
  p(r('资金'), list(1)),
  p(
    r('蓄水10') +
      r('4', '<w:vertAlign w:val="superscript"/>') +
      `<w:r><w:footnoteReference w:id="2"/></w:r>` +
      `<w:ins w:id="1" w:author="甲">${r('方')}</w:ins><w:del w:id="2" w:author="甲"><w:r><w:delText>亩</w:delText></w:r></w:del>` +
      r('。') +
      '<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>',
  ),
  p(r('存在问题'), list(0)),
  `<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:inline><wp:docPr id="1" name="a" descr="下坪村渠道"/><a:blip r:embed="rId1"/></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:imagedata r:id="rId1"/></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
  `<w:p>${r('旁注在此')}<w:r><w:pict><v:textbox><w:txbxContent>${p(r('框内文字'))}</w:txbxContent></v:textbox></w:pict></w:r></w:p>`,
  `<w:tbl><w:tr>${cell('村', '<w:vMerge w:val="restart"/>')}${cell('用水', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('2025年')}${cell('2026年')}</w:tr></w:tbl>`,
  p(r('云岭县柳河镇人民政府')),
  p(r('2026年11月6日')),
].join('')

const lvl = (at: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`

const docx = (document: string, more: Record<string, string | Uint8Array> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        'word/document.xml': `<?xml version="1.0"?><w:document><w:body>${document}</w:body></w:document>`,
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Id="rId1" Target="media/image1.png"/><Relationship Id="rId2" TargetMode="External" Target="http://x.example/a.png"/></Relationships>',
        'word/numbering.xml': `<w:numbering><w:abstractNum w:abstractNumId="0">${lvl(0, 'chineseCounting', '%1、')}${lvl(1, 'chineseCounting', '（%2）')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
        'word/footnotes.xml': `<w:footnotes><w:footnote w:id="2">${p(r('来自台账。'))}</w:footnote></w:footnotes>`,
        'word/media/image1.png': new Uint8Array(png(10, 10)),
        ...more,
      }).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  )

/** Says of its first part that it unpacks to 400 MB. */
function swollen(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip)
  bytes.writeUInt32LE(400 * 1024 * 1024, bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24)
  return bytes
}

describe('submission: documents that become drafts', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'ligao-import-test-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const put = (name: string, bytes: Uint8Array) => {
    const file = path.join(folder, name)
    writeFileSync(file, bytes)
    return file
  }

  it('title, automatic numbers, notes, changes, pictures, text boxes, merged cells, signature', async () => {
    const { file, remarks } = await importFile(put('渠道.docx', docx(body)))
    assert.equal(
      readFileSync(file, 'utf8'),
      `---
标题: 柳河镇渠道修复情况
单位: 云岭县柳河镇人民政府
成稿日期: 2026-11-06
---

# 柳河镇渠道修复情况

## 一、基本情况

### （一）资金

蓄水10<sup>4</sup>[^1]方。x=2

## 二、存在问题

![下坪村渠道](图片/渠道-图1.png)

旁注在此

框内文字

| 村 | 用水 |  |
| --- | --- | --- |
|  | 2025年 | 2026年 |

云岭县柳河镇人民政府

2026年11月6日

[^1]: 来自台账。
`,
    )
    assert.deepEqual(
      remarks.map(({ code }) => code),
      ['import-changes', 'paste-merged-cells'],
    )
    assert.deepEqual(readdirSync(path.join(folder, '图片')), ['渠道-图1.png'])
  })

  it('writes over nothing', async () => {
    const source = put('渠道.docx', docx(body))
    const first = await importFile(source)
    const before = readFileSync(first.file, 'utf8')
    const second = await importFile(source)
    assert.equal(path.basename(second.file), '渠道-2.md')
    assert.equal(readFileSync(first.file, 'utf8'), before)
    assert.deepEqual(readdirSync(path.join(folder, '图片')).sort(), ['渠道-图1-2.png', '渠道-图1.png'])
    assert.match(readFileSync(second.file, 'utf8'), /图片\/渠道-图1-2\.png/)
  })

  it('what was exported comes back', async () => {
    const draft =
      '# 柳河镇渠道\n\n一、情况\n\n全镇[2026]12号，5*8米[^1]。\n\n| 甲 | 乙 |\n|--|--|\n| 1 | 2 |\n\n[^1]: 来自台账。\n'
    const { bytes } = await renderDocx({ text: draft, image: async () => undefined })
    const { text } = await readForeign(put('回.docx', bytes))
    for (const words of [
      '# 柳河镇渠道',
      '## 一、情况',
      '全镇[2026]12号，5*8米[^1]。',
      '| 1 | 2 |',
      '[^1]: 来自台账。',
    ])
      assert.ok(text.includes(words), `${words} in\n${text}`)
  })

  it('plain text in the encodings of this country', async () => {
    const words = '柳河镇渠道修复情况\r\n一、基本情况\r\n全镇修复渠道3.2公里。'
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), encode(words, 'utf16le')])
    for (const bytes of [Buffer.from(words), encode(words, 'gbk'), utf16])
      assert.equal(
        (await readForeign(put('a.txt', bytes))).text,
        '柳河镇渠道修复情况\n\n## 一、基本情况\n\n全镇修复渠道3.2公里。\n',
      )
  })

  it('refuses in words what is no report', async () => {
    const refused = async (name: string, bytes: Uint8Array, code: string) =>
      assert.rejects(readForeign(put(name, bytes)), error => noticeOf(error)?.code === code)
    await refused('a.docx', Buffer.from('no zip'), 'import-damaged')
    await refused('b.docx', docx(body).slice(0, 500), 'import-damaged')
    await refused('c.docx', swollen(docx(body)), 'import-bomb')
    const entity =
      '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><w:document><w:body>&b;</w:body></w:document>'
    await refused('d.docx', docx('', { 'word/document.xml': entity }), 'import-entities')
    await refused('e.docx', docx(p(r('机密★10年')) + body), 'import-classified')
    assert.deepEqual(
      readdirSync(folder).filter(name => name.endsWith('.md')),
      [],
    )
  })

  it('opens nothing outside of the file', async () => {
    const linked = '<w:p><w:r><a:blip r:link="rId2"/></w:r></w:p>'
    const climbing = docx(`${linked}<w:p><w:r><a:blip r:embed="rId3"/></w:r></w:p>${p(r('正文'))}`, {
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="rId3" Target="../../../etc/passwd.png"/></Relationships>',
      'word/vbaProject.bin': 'macro',
    })
    const { text, pictures, remarks } = await readForeign(put('f.docx', climbing))
    assert.equal(pictures.length, 0)
    assert.match(text, /（图片）\n\n（图片）\n\n正文/)
    assert.ok(remarks.some(({ code }) => code === 'import-macros'))
  })

  it('numbers as Word prints them', () => {
    assert.deepEqual(
      [
        numberAs('chineseCountingThousand', 12),
        numberAs('chineseCounting', 20),
        numberAs('decimalEnclosedCircleChinese', 3),
        numberAs('lowerRoman', 9),
        numberAs('upperLetter', 2),
      ],
      ['十二', '二十', '③', 'ix', 'B'],
    )
  })
})
