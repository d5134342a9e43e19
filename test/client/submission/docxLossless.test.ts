// Whatever stands in a draft stands in the Word document, or is named in a remark.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { readFrontMatter } from '../../../client/src/submission'
import { renderDocx } from '../../../client/src/submission/docx/render'
import { png } from '../../support/submission'
import { unzip } from '../../support/zip'

const picture = png(400, 300)
const image = async (address: string) => (address.includes('缺') ? undefined : picture)

interface Shown {
  document: string
  notes: string
  xml: string
  remarks: string[]
}

const wordsOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text = '']) => text)
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

async function shown(text: string): Promise<Shown> {
  const { bytes, remarks } = await renderDocx({ text, image })
  const files = unzip(bytes)
  const xml = files.get('word/document.xml')!.toString('utf8')
  return {
    xml,
    document: wordsOf(xml),
    notes: wordsOf(files.get('word/footnotes.xml')?.toString('utf8') ?? ''),
    remarks: remarks.map(({ zh }) => zh),
  }
}

/** Rows of each table as the words of their cells. */
const rowsOf = (xml: string): string[][] =>
  [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => wordsOf(cell)),
  )

const locked = new Set<string>(
  JSON.stringify(JSON.parse(readFileSync('test/eval/locked.json', 'utf8'))).match(/[^"/\\]+\.md/g) ?? [],
)

function* drafts(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) yield* drafts(file)
    else if (entry.name.endsWith('.md') && !locked.has(entry.name)) yield file
  }
}

const bare = (text: string): string => text.replace(/[^\p{Script=Han}\p{N}]/gu, '')

/** A line as it is seen: without the marks of lists and headings, comments, addresses and tags. */
const seen = (line: string): string =>
  bare(
    line
      .replace(/^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t])?/, '')
      .replace(/\]\([^()]*\)|<[^<>]*>|\[\^[^\]]*\]|&[a-z\d#]+;/gi, ''),
  )

describe('submission: nothing of a draft is lost in the Word document', () => {
  it('every line of every draft that is here', async function () {
    this.timeout(120_000)
    const files = [...drafts('test/fixtures'), ...drafts('samples')]
    assert.ok(files.length > 100)
    for (const file of files) {
      const text = readFileSync(file, 'utf8').replace(/<!--[\s\S]*?-->/g, '')
      const head = readFrontMatter(text)
      const result = await shown(text).catch(() => undefined)
      if (!result) continue
      const there = bare(result.document + result.notes)
      const lost = text
        .slice(head?.block.end ?? 0)
        .split(/\r?\n/)
        .map(seen)
        .filter(line => line !== '' && !there.includes(line))
      assert.deepEqual(lost, [], file)
    }
  })

  it('whatever is mixed with whatever', async function () {
    this.timeout(120_000)
    // Each makes a piece of a draft that shows the words once.
    const shapes: ((words: string, n: number) => string)[] = [
      words => words,
      words => `${words}[2026]12号`,
      words => `## 一、${words}`,
      words => `${words}[^a${words.length}${words}]\n\n[^a${words.length}${words}]: 注文`,
      (words, n) => `文字[^${n}]\n\n[^${n}]: ${words}`,
      (words, n) => `[^无人引${n}]: ${words}`,
      words => `| 甲 | 乙 |\n|--|--|\n| ${words} | 5 |`,
      words => `| 图 |\n|--|\n| ![${words}](a.png) |`,
      words => `![${words}](图/1#机组.png)`,
      words => `![${words}](缺.png)`,
      words => `<table>\n<tr><td rowspan="2">甲</td><td>乙</td></tr>\n\n<tr><td>${words}</td></tr>\n</table>`,
      words => `<table><tr><td><table><tr><td>${words}</td><td>丙</td></tr></table></td></tr></table>`,
      words => `<p align="center">${words}</p>`,
      words => `<div>\n${words}\n</div>`,
      words => `水深10<sup>${words}</sup>米`,
      words => `水深<A>${words}米`,
      words => `池5*8米、3*6米${words}`,
      words => `>60岁${words}`,
      words => `> 引文${words}\n> 次行`,
      words => `1. 甲\n1. ${words}\n1. 丙`,
      words => `- 甲\n  - ${words}`,
      words => `- [ ] ${words}`,
      words => `\`\`\`\n${words}\n\`\`\``,
      words => `    ${words}`,
      words => `**${words}。**后文`,
      words => `[${words}](https://x.example)`,
      words => `[注${words}]: 数据来自年报`,
      words => `[${words}]: 12月1日`,
      words => `&ldquo;${words}&rdquo;&hellip;`,
      words => `---\n\n${words}\n\n---`,
      words => `${words}。\n---`,
      words => `时间：12月1日\n${words}\n人员：4人`,
      words => `\\*${words}\\_`,
      words => `~~${words}~~`,
      words => `*${words}*`,
      words => `张*明、李*华${words}`,
      words => `<details><summary>${words}</summary></details>`,
      words => `<ul><li>${words}</ul>`,
    ]
    const digits = '零壹贰叁肆伍陆柒捌玖'
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(shapes.length - 1), { minLength: 1, maxLength: 12 }),
        fc.constantFrom('\n\n', '\n\n\n', '\r\n\r\n'),
        async (chosen, gap) => {
          const words = chosen.map(
            (_, at) => `词${[...String(at)].map(digit => digits[Number(digit)]).join('')}词`,
          )
          const text = chosen.map((shape, at) => shapes[shape]!(words[at]!, at)).join(gap)
          const { document, notes } = await shown(text)
          const all = document + notes
          for (const [at, word] of words.entries())
            assert.equal(
              all.split(word).length - 1,
              1,
              `${word} of\n${shapes[chosen[at]!]!(word, at)}\nin\n${text}\n→\n${all}`,
            )
        },
      ),
      { numRuns: 80 },
    )
  })

  it('footnotes stand at the foot, called once more by their number; a note that nobody calls stands in the text', async () => {
    const text =
      '用水149.8万方[^1]，复核[^甲]，再引[^1]。\n\n[^1]: 来自年报。\n    第二段。\n[^甲]：由水管站复核。\n[^丙]: 无人引用。\n\n未定义[^9]。'
    const { document, notes, xml } = await shown(text)
    assert.equal(xml.match(/<w:footnoteReference /g)?.length, 2)
    assert.match(xml, /<w:vertAlign w:val="superscript"\/>.*?<w:t[^>]*>1<\/w:t>/s)
    assert.match(notes, /来自年报。第二段。由水管站复核。$/)
    assert.ok(document.includes('[^丙]：无人引用。') && document.includes('未定义[^9]。'))
  })

  it('brackets, stars and angle brackets that are signs', async () => {
    const { document } = await shown(
      '云政发[2026]12号，见[图2][表3]，数组a[0][1]，池5*8米、3*6米，长5米*宽8米、长3米*宽6米，李*华、张*明，2**3和3**2，8:00~~18:00、9:00~~10:00，<A>类和<B>类。\n\n>60岁占35%。\n\n- [ ] 待办',
    )
    assert.equal(
      document,
      '云政发[2026]12号，见[图2][表3]，数组a[0][1]，池5*8米、3*6米，长5米*宽8米、长3米*宽6米，李*华、张*明，2**3和3**2，8:00~~18:00、9:00~~10:00，<A>类和<B>类。>60岁占35%。·☐ 待办',
    )
  })

  it('marks of HTML in a line', async () => {
    const { xml } = await shown('10<sup>4</sup>方，CO<sub>2</sub>，<u>下划</u>，<b>粗<i>斜</i></b>')
    const styles = [...xml.matchAll(/<w:r><w:rPr>(.*?)<\/w:rPr><w:t[^>]*>([^<]*)</g)].map(
      ([, style = '', words]) => [
        words,
        ['superscript', 'subscript', '<w:u ', '<w:b/>', '<w:i/>'].filter(mark => style.includes(mark)).join(),
      ],
    )
    assert.deepEqual(styles, [
      ['10', ''],
      ['4', 'superscript'],
      ['方，CO', ''],
      ['2', 'subscript'],
      ['，', ''],
      ['下划', '<w:u '],
      ['，', ''],
      ['粗', '<w:b/>'],
      ['斜', '<w:b/>,<w:i/>'],
    ])
  })

  it('tables with cells over several columns and rows', async () => {
    const { xml } = await shown(
      '<table><tr><th rowspan="2">村</th><th colspan="2">用水（万方）</th></tr><tr><td>2025年</td><td>2026年</td></tr><tr><td>柳河村<td>120</table>',
    )
    assert.deepEqual(rowsOf(xml), [
      ['村', '用水（万方）'],
      ['', '2025年', '2026年'],
      ['柳河村', '120', ''],
    ])
    assert.match(xml, /<w:gridSpan w:val="2"\/>/)
    assert.equal(xml.match(/<w:tblHeader\/>/g)?.length, 2)
  })

  it('says what could not be kept', async () => {
    const nested = '<table><tr><td>甲<table><tr><td>乙</td></tr></table></td></tr></table>'
    assert.match((await shown(nested)).remarks.join(), /套在别的表格/)
    const columns = (mark: string) => `|${`${mark}|`.repeat(70)}`
    const wide = await shown(`${columns('甲')}\n${columns('-')}\n${columns('乙')}`)
    assert.match(wide.remarks.join(), /63 列/)
    assert.equal(wide.document.split('乙').length, 71)
    const head = await shown('---\n标题: 甲\n\n这一段写在了里面。\n\n---\n\n正文。')
    assert.match(head.remarks.join(), /1 行不是要素.*这一段写在了里面/)
    assert.match((await shown('|甲|\n|-|\n|![丙](缺.png)|')).remarks.join(), /缺\.png/)
  })

  it('text between two rules at the top is text', async () => {
    assert.equal((await shown('---\n\n管道爆裂。\n\n---\n\n已修复。')).document, '管道爆裂。已修复。')
  })

  it('telephone numbers and titles keep their figures', async () => {
    const head = '---\n标题: 2026.10\n拟稿人: 周敏\n联系电话: 08395550112\n---\n\n正文。'
    const { document } = await shown(head)
    assert.match(document, /^2026\.10正文。.*联系电话：08395550112/)
  })

  it('a photograph stands upright, in a cell too', async () => {
    const photo = turnedPhoto(6)
    const { bytes } = await renderDocx({
      text: '![竖](a.jpg)\n\n| 照片 |\n|--|\n| ![竖](a.jpg) |',
      image: async () => photo,
    })
    const files = unzip(bytes)
    const xml = files.get('word/document.xml')!.toString('utf8')
    assert.equal(xml.match(/<a:xfrm rot="5400000">/g)?.length, 2)
    assert.equal(/rId\{/.test(xml), false)
    const [, across, along, top] =
      /<wp:extent cx="(\d+)" cy="(\d+)"\/><wp:effectExtent t="(\d+)"/.exec(xml)?.map(Number) ?? []
    assert.ok(across! > along! && Math.abs(top! - (across! - along!) / 2) <= 9525)
    // No program turns it once more.
    const stored = [...files].find(([name]) => /media\/.*\.jpg/.test(name))![1]
    assert.equal(stored.includes(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 1])), true)
  })

  it('caption and signature stay with what they belong to; a wide table lies', async () => {
    const months = Array.from({ length: 14 }, (_, index) => `${index + 1}月用水`)
    const row = (cells: string[]) => `| ${cells.join(' | ')} |`
    const { xml } = await shown(
      `---\n单位: 青石镇人民政府\n成稿日期: 2026-05-08\n---\n\n正文。\n\n表1 用水\n\n${row(months)}\n${row(months.map(() => '--'))}\n${row(months.map(() => '12345.67'))}\n\n后文。`,
    )
    const paragraphs = [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([whole]) => whole)
    const caption = paragraphs.findIndex(each => wordsOf(each) === '表1 用水')
    assert.match(paragraphs[caption]!, /<w:keepNext\/>/)
    assert.match(paragraphs[caption + 1]!, /<w:keepNext\/>/)
    assert.match(paragraphs.find(each => wordsOf(each) === '青石镇人民政府')!, /<w:keepNext\/>/)
    assert.deepEqual(
      [...xml.matchAll(/<w:pgSz [^>]*>/g)].map(([size]) => size.includes('landscape')),
      [false, true, false],
    )
    assert.ok(xml.indexOf('表1 用水') > xml.indexOf('<w:pgSz '))
  })
})

/** A JPEG of 1200 × 900 whose camera was held otherwise. */
function turnedPhoto(orientation: number): Buffer {
  const tiff = Buffer.from([
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ])
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const app1 = Buffer.from([0xff, 0xe1, 0, exif.length + 2])
  const frame = Buffer.from([
    0xff,
    0xc0,
    0,
    17,
    8,
    900 >> 8,
    900 & 255,
    1200 >> 8,
    1200 & 255,
    3,
    1,
    0x11,
    0,
    2,
    0x11,
    0,
    3,
    0x11,
    0,
  ])
  return Buffer.concat([Buffer.from([0xff, 0xd8]), app1, exif, frame, Buffer.from([0xff, 0xd9])])
}
