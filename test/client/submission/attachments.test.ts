// Classification marks in what travels with a report: in every encoding and form that can be read; what cannot be read is asked about.
import assert from 'node:assert/strict'
import { zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { accept, nodeRuntime, openSpool, parseChannels, prepare } from '../../../client/src/submission'
import { inspectAttachment } from '../../../client/src/submission/package/reading/inspect'
import { draft, handInOf, makeOffice, type Office } from '../../support/submission'

const words = (mark: string) => `${mark}\n关于柳溪水库值守力量的说明\n共18人，分3组。\n`
const utf8 = (text: string) => Buffer.from(text)
const wide = (text: string) => iconv.encode(text, 'utf-16le', { addBOM: true })
const rtf = (text: string) =>
  utf8(
    `{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0 SimSun;}}\\f0\\fs32 ${[...iconv.encode(text, 'gbk')]
      .map(byte => (byte === 10 ? '\\par ' : `\\'${byte.toString(16).padStart(2, '0')}`))
      .join('')}}`,
  )
const rtfUnicode = (text: string) =>
  utf8(
    `{\\rtf1\\uc1 ${[...text].map(char => (char === '\n' ? '\\par ' : `\\u${char.charCodeAt(0)}?`)).join('')}}`,
  )
const runs = (text: string) =>
  text
    .trim()
    .split('\n')
    .map(line => `<w:p>${[...line].map(char => `<w:r><w:t>${char}</w:t></w:r>`).join('')}</w:p>`)
    .join('')
const docx = (text: string) =>
  zipSync({
    '[Content_Types].xml': utf8('<Types/>'),
    'word/document.xml': utf8(
      `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="x"><w:body>${runs(text)}</w:body></w:document>`,
    ),
  })
const xlsx = (text: string) =>
  zipSync({
    '[Content_Types].xml': utf8('<Types/>'),
    'xl/sharedStrings.xml': utf8(
      `<?xml version="1.0"?><sst>${text
        .trim()
        .split('\n')
        .map(line => `<si><r><t>${line[0]}</t></r><r><t>${line.slice(1)}</t></r></si>`)
        .join('')}</sst>`,
    ),
  })
const ofd = (text: string) =>
  zipSync({
    'OFD.xml': utf8('<ofd:OFD/>'),
    'Doc_0/Pages/Page_0/Content.xml': utf8(
      `<?xml version="1.0"?><ofd:Page>${text
        .trim()
        .split('\n')
        .map(line => `<ofd:TextObject><ofd:TextCode X="0">${line}</ofd:TextCode></ofd:TextObject>`)
        .join('')}</ofd:Page>`,
    ),
  })
const nested = (text: string) =>
  zipSync({
    '附表/说明.docx': docx(text),
    '照片.png': Buffer.from('\x89PNG\r\n\x1a\n'.padEnd(40, '\0'), 'latin1'),
  })
const html = (text: string) =>
  `<!DOCTYPE html><html><body>${text
    .trim()
    .split('\n')
    .map(l => `<p><b>${l[0]}</b>${l.slice(1)}</p>`)
    .join('')}</body></html>`

const forms: Record<string, (text: string) => Uint8Array> = {
  'u.txt': utf8,
  'g.txt': text => iconv.encode(text, 'gbk'),
  'g.csv': text => iconv.encode(text.trim().split('\n').join(','), 'gb18030'),
  'quoted.csv': text =>
    utf8(
      text
        .trim()
        .split('\n')
        .map(cell => `"${cell}"`)
        .join(','),
    ),
  'w.txt': wide,
  'be.txt': text => iconv.encode(text, 'utf-16be', { addBOM: true }),
  'bare16.txt': text => iconv.encode(text, 'utf-16le'),
  'big5.txt': text =>
    iconv.encode(
      text
        .replace('级', '級')
        .replaceAll('说', '說')
        .replaceAll('库', '庫')
        .replaceAll('关于', '關於')
        .replaceAll('值守力量', '值守力量')
        .replaceAll('组', '組')
        .replaceAll('机', '機')
        .replaceAll('绝', '絕')
        .replace('年', '年'),
      'big5',
    ),
  'a.html': text => utf8(html(text)),
  'g.htm': text => iconv.encode(html(text), 'gbk'),
  'a.xml': text =>
    utf8(
      `<?xml version="1.0"?><w>${text
        .trim()
        .split('\n')
        .map(l => `<z>${l}</z>`)
        .join('')}</w>`,
    ),
  'ref.xml': text =>
    utf8(`<?xml version="1.0"?><w>${[...text].map(c => `&#${c.codePointAt(0)};`).join('')}</w>`),
  'a.json': text => utf8(JSON.stringify({ 正文: text })),
  'esc.json': text =>
    utf8(
      JSON.stringify([text]).replace(
        /[\u0080-\uffff]/g,
        c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
    ),
  'a.yaml': text =>
    utf8(
      `说明: |\n${text
        .trim()
        .split('\n')
        .map(l => `  ${l}`)
        .join('\n')}\n`,
    ),
  'a.log': text => utf8(text),
  无结尾: utf8,
  'a.rtf': rtf,
  'u.rtf': rtfUnicode,
  'a.svg': text =>
    utf8(
      `<svg xmlns="http://www.w3.org/2000/svg">${text
        .trim()
        .split('\n')
        .map(l => `<text>${l}</text>`)
        .join('')}</svg>`,
    ),
  'a.docx': docx,
  'a.xlsx': xlsx,
  'a.ofd': ofd,
  'a.zip': nested,
}

describe('what travels with a report', () => {
  const offices: Office[] = []
  const office = () => {
    const made = makeOffice()
    offices.push(made)
    return made
  }
  after(() => {
    for (const each of offices) each.clean()
  })

  for (const [name, make] of Object.entries(forms))
    it(`${name}: a mark is found, and prose about secrets is none`, async () => {
      for (const mark of ['秘密★3年', '绝密'])
        assert.equal(await inspectAttachment(name, make(words(mark))), 'marked', mark)
      for (const prose of ['县保密局讲解绝密、机密、秘密三级的划分', '不涉及商业秘密'])
        assert.equal(await inspectAttachment(name, make(words(prose))), 'clean', prose)
    })

  it('the name of a file in an archive counts', async () => {
    const archive = zipSync({ '机密级文件.txt': utf8('甲') })
    assert.equal(await inspectAttachment('a.zip', archive), 'marked')
  })

  it('what cannot be read is no clean file: PDF, old Word, locked or broken archives, archives too deep', async () => {
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600, 0x81)])
    const locked = Buffer.from(zipSync({ '甲.txt': utf8('甲'.repeat(99)) }))
    locked.fill(0xff, 40, 60)
    let deep = zipSync({ '甲.txt': utf8('甲') })
    for (let i = 0; i < 6; i++) deep = zipSync({ '内.zip': deep })
    const files: Record<string, Uint8Array> = {
      'a.pdf': utf8('%PDF-1.7\n%\xe2\xe3\n1 0 obj'),
      'a.doc': ole,
      'a.zip': locked,
      'deep.zip': deep,
      '说明.dat': Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 7919) % 256)),
    }
    for (const [name, bytes] of Object.entries(files))
      assert.equal(await inspectAttachment(name, bytes), 'unreadable', name)
    const word = Buffer.concat([ole, iconv.encode('\u0000秘密★3年\r\u0000', 'utf-16le')])
    assert.equal(await inspectAttachment('a.doc', word), 'marked')
  })

  it('goes out only when the writer has vouched for it, file by file', async () => {
    const here = office()
    const { root, write } = here
    write('扫描件.pdf', '%PDF-1.7\n')
    const file = write(
      '甲.md',
      draft('柳溪水库值守', '').replace('状态: 草稿', '状态: 草稿\n附件: [扫描件.pdf]'),
    )
    const request = handInOf(here, file)
    const seen = await prepare(request, nodeRuntime())
    assert.deepEqual(
      seen.blocking.map(({ code }) => code),
      ['attachments-unread'],
    )
    assert.match(seen.blocking[0]!.zh, /扫描件\.pdf/)
    const { spool } = await openSpool(`${root}/spool`)
    const [channel] = parseChannels([{ name: '箱', type: 'folder', path: '箱' }], {
      root,
      plainHosts: [],
    }).channels
    const trusted = { trusted: true }
    assert.equal((await accept(spool, request, channel!, trusted)).outcome, 'stopped')
    write('扫描件.pdf', '%PDF-1.7\n%')
    const stale = { ...request, unreadAllowed: seen.unread }
    assert.equal((await accept(spool, stale, channel!, trusted)).outcome, 'stopped')
    const now = await prepare(request, nodeRuntime())
    assert.equal(
      (await accept(spool, { ...request, unreadAllowed: now.unread }, channel!, trusted)).outcome,
      'accepted',
    )
  })
})
