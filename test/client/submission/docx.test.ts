import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import fc from 'fast-check'
import { docxInWorker, noticeOf } from '../../../client/src/submission'
import { blocksOf } from '../../../client/src/submission/docx/blocks'
import { leadLength, markedLevel } from '../../../client/src/submission/docx/levels'
import { textOf } from '../../../client/src/submission/docx/model'
import { renderDocx } from '../../../client/src/submission/docx/render'
import {
  ownSignature,
  signaturePlaces,
  widthOf,
  writtenDate,
} from '../../../client/src/submission/docx/signature'
import { columnWidths } from '../../../client/src/submission/docx/table'
import { titleLines } from '../../../client/src/submission/docx/title'
import { png } from '../../support/submission'
import { unzip } from '../../support/zip'

const title = '云岭县青石镇入汛以来地质灾害隐患点排查整治情况、存在问题及下一步对策建议'
const paragraph =
  '柳河街道办事处会同县自然资源局对隐患点逐一复核，建立“一点一卡”，明确撤离路线、避险地点和责任人，张贴明白卡四百一十八份，组织演练三次，参加群众六百一十二人次，平均撤离用时十一分钟。'
const sample = `---
标题: ${title}
单位: 云岭县青石镇人民政府
拟稿人: 张明、李想
联系电话: 0700-1234567
报送对象: 县委办公室信息科、县政府办公室
成稿日期: 2026-05-08
附件: [台账/隐患点台账.xlsx, 现场照片说明.docx]
---

# ${title}

5月1日至7日，青石镇排查地质灾害隐患点46处，发现新增裂缝3处，**未发生人员伤亡**。

一、基本情况
全镇46处隐患点中，滑坡31处、崩塌12处。<!-- ligao-disable-next-line x -->

（一）监测预警。46处隐患点全部落实监测员。

## 二、存在问题

### （一）监测设备老化

1. 设备维护经费缺口8.6万元。
2. 镇级专业人员仅1人。

| 村（社区） | 隐患点（处） | 存在问题及说明 |
| --- | ---: | --- |
| 柳河村 | 12 | 其中4处裂缝报警器不能正常报警，需在主汛期前完成更换 |
| 石门村 | 9 | |

![5月3日柳河村裂缝测量现场](图/a.png)

![动图](图/b.webp)

${`${paragraph}\n\n`.repeat(12)}`

const image = async (reference: string) =>
  ({ '图/a.png': png(800, 450), '图/b.webp': Buffer.from('RIFF....WEBPVP8 ') })[reference]

const xmlOf = async (text: string) => {
  const { bytes } = await renderDocx({ text, image })
  return unzip(bytes).get('word/document.xml')!.toString('utf8')
}
/** Paragraphs as [text, xml]. */
const paragraphsOf = (xml: string): [string, string][] =>
  [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([whole]) => [
    [...whole.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
    whole,
  ])

describe('submission: Word document', () => {
  it('has the page, margins, line pitch and fonts of GB/T 9704', async () => {
    const { bytes, remarks } = await renderDocx({ text: sample, image })
    const files = unzip(bytes)
    const xml = files.get('word/document.xml')!.toString('utf8')
    assert.match(xml, /<w:pgSz w:w="11906" w:h="16838"/)
    assert.match(xml, /<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
    const paragraphs = paragraphsOf(xml)
    const find = (start: string) => paragraphs.find(([text]) => text.startsWith(start))![1]
    assert.match(find('云岭县青石镇入汛'), /w:eastAsia="方正小标宋简体".*w:val="44"/s)
    assert.match(find('一、基本情况'), /w:eastAsia="黑体"/)
    assert.match(find('（一）监测设备老化'), /w:eastAsia="楷体_GB2312"/)
    assert.match(
      find('5月1日'),
      /w:line="579" w:lineRule="exact".*w:firstLineChars="200".*w:eastAsia="仿宋_GB2312".*<w:sz w:val="32"/s,
    )
    assert.match(find('（一）监测预警。'), /楷体_GB2312.*（一）监测预警。.*仿宋_GB2312.*46处/s)
    assert.match(find('县委办公室信息科、县政府办公室：'), /^(?!.*firstLine)/s)
    assert.equal(paragraphs.filter(([text]) => text.includes('云岭县青石镇入汛')).length, 1)
    assert.equal(xml.includes('ligao-disable'), false)
    const fonts = files.get('word/fontTable.xml')!.toString('utf8')
    assert.match(fonts, /w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong"/)
    assert.deepEqual(
      remarks.map(each => each.code),
      ['docx-image-skipped'],
    )
  })

  it('numbers pages — 1 —, odd to the right, even to the left', async () => {
    const files = unzip((await renderDocx({ text: sample, image })).bytes)
    const footers = [...files]
      .filter(([name]) => /^word\/footer\d/.test(name))
      .map(([, xml]) => xml.toString('utf8'))
    assert.equal(footers.length, 2)
    for (const [side, footer] of [
      ['right', footers[0]!],
      ['left', footers[1]!],
    ] as const) {
      assert.match(footer, new RegExp(`w:jc w:val="${side}"`))
      assert.match(footer, /— .*PAGE.* —/s)
      assert.match(footer, /宋体.*<w:sz w:val="28"/s)
    }
    assert.match(files.get('word/settings.xml')!.toString('utf8'), /w:evenAndOddHeaders/)
  })

  it('keeps every word of the draft, once', async () => {
    const text = (await xmlOf(sample)).replace(/<w:noBreakHyphen\/>/g, '-').replace(/<[^>]+>/g, '')
    for (const words of [
      '未发生人员伤亡',
      '设备维护经费缺口8.6万元',
      '需在主汛期前完成更换',
      '5月3日柳河村裂缝测量现场',
      '附件：1.隐患点台账',
      '2.现场照片说明',
      '2026年5月8日',
      '（联系人：张明、李想，联系电话：0700-1234567）',
      '（图片：动图）',
    ])
      assert.equal(text.split(words).length, 2, words)
    assert.equal(text.split(paragraph).length, 13)
  })

  it('takes the signature of the draft for the signature', async () => {
    const own =
      '---\n单位: 青石镇\n成稿日期: 2026-05-08\n---\n\n正文一句。\n\n青石镇党政办公室\n\n2026年5月9日\n'
    const paragraphs = paragraphsOf(await xmlOf(own))
    assert.deepEqual(
      paragraphs.map(([text]) => text),
      ['正文一句。', '', '青石镇党政办公室', '2026年5月9日'],
    )
    assert.match(paragraphs[2]![1], /w:jc w:val="right"/)
  })

  it('takes the addressee of the draft for the addressee, once, flush left', async () => {
    const own =
      '---\n报送对象: 云岭县人民政府办公室\n联系电话: 0839-5550115\n拟稿人: 周敏\n---\n\n# 汛情\n\n云岭县人民政府：\n\n7月14日5时，石板沟滑坡。\n\n（联系人：周敏，0839-5550115）\n'
    const paragraphs = paragraphsOf(await xmlOf(own))
    assert.deepEqual(
      paragraphs.map(([text]) => text),
      ['汛情', '', '云岭县人民政府：', '7月14日5时，石板沟滑坡。', '（联系人：周敏，0839-5550115）'],
    )
    assert.doesNotMatch(paragraphs[2]![1], /firstLine/)
    // An introduction that ends in a colon is none.
    for (const words of ['情况如下：', '一、基本情况：', '4月清理沟渠3条：'])
      assert.match(
        paragraphsOf(await xmlOf(`# 汛情\n\n${words}\n\n正文。\n`)).find(([text]) => text === words)![1],
        /firstLine/,
        words,
      )
  })

  it('sets captions in the middle, whether above a table or below a picture', async () => {
    const text =
      '表1 各村用水\n\n| 村 | 方 |\n|---|---|\n| 上坪 | 3 |\n\n![](图/a.png)\n\n图2 量水\n\n图3说明了问题。\n'
    const paragraphs = paragraphsOf(await xmlOf(text))
    const find = (words: string) => paragraphs.find(([each]) => each === words)![1]
    assert.match(find('表1 各村用水'), /w:keepNext.*w:jc w:val="center".*黑体/s)
    assert.match(find('图2 量水'), /w:jc w:val="center".*楷体/s)
    assert.match(find('图3说明了问题。'), /firstLine/)
  })

  it('shows as bold what its writer meant as bold, and no asterisks', async () => {
    const xml = await xmlOf('**一是人手不足。**全镇仅1人，**二是经费不足：**缺8.6万元。\n\n2**3是8。\n')
    const bold = [...xml.matchAll(/<w:r>(?:(?!<\/w:r>).)*<w:b\/>(?:(?!<\/w:r>).)*<w:t[^>]*>([^<]*)/gs)]
    assert.deepEqual(
      bold.map(([, words]) => words),
      ['一是人手不足。', '二是经费不足：'],
    )
    assert.match(xml.replace(/<[^>]+>/g, ''), /2\*\*3是8/)
  })

  it('does not break a telephone number at its dash', async () => {
    assert.match(await xmlOf(sample), /0700<\/w:t><w:noBreakHyphen\/><w:t[^>]*>1234567/)
  })

  it('stops a classified draft', async () => {
    await assert.rejects(
      renderDocx({ text: '机密★10年\n\n正文', image }),
      error => noticeOf(error)?.code === 'classified-mark',
    )
  })

  it('stands anything that can be typed', async () => {
    const bits = fc.constantFrom(
      '\n',
      '\n\n',
      '# ',
      '| a | b |\n| - | - |\n| c |',
      '![',
      '](',
      '<img src="a">',
      '<b',
      '**',
      '`',
      '\u0000\u0008',
      '\ud800',
      '&#0;',
      '- ',
      '1. ',
      '> ',
      '一、',
      '（一）',
      '&lt;',
      '<!--',
      '￿',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(bits, fc.string({ maxLength: 8 })), { maxLength: 30 }),
        async parts => {
          const xml = await xmlOf(parts.join(''))
          assert.equal(
            /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/.test(xml),
            false,
          )
        },
      ),
      { numRuns: 60 },
    )
  })

  it('is made in a worker with the same content', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ligao-worker-'))
    try {
      const outfile = path.join(folder, 'docx-worker.js')
      await build({
        entryPoints: ['client/src/submission/docx/worker.ts'],
        outfile,
        bundle: true,
        platform: 'node',
        format: 'cjs',
        mainFields: ['module', 'main'],
        logLevel: 'error',
      })
      const render = docxInWorker(outfile)
      const [there, here] = [await render({ text: sample, image }), await renderDocx({ text: sample, image })]
      // The library counts its drawings over the life of the process.
      const content = (bytes: Uint8Array) =>
        unzip(bytes)
          .get('word/document.xml')!
          .toString('utf8')
          .replace(/ id="\d+"/g, '')
      assert.ok(content(there.bytes) === content(here.bytes))
      assert.deepEqual(there.remarks, here.remarks)
      await assert.rejects(
        render({ text: '绝密★', image }),
        error => noticeOf(error)?.code === 'classified-mark',
      )
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('submission: parts of an official text', () => {
  it('levels', () => {
    assert.deepEqual(
      ['一、基本情况', '（二）措施', '3.培训', '（4）更换', '3.5万元', '第一，'].map(markedLevel),
      [1, 2, 3, 4, undefined, undefined],
    )
    assert.deepEqual(leadLength('（一）缺人手。全镇仅1人。'), { level: 2, length: 7 })
    assert.deepEqual(leadLength('一、基本情况'), { level: 1, length: 6 })
    assert.equal(leadLength('普通一段。'), undefined)
    assert.equal(leadLength(`（一）${'很长'.repeat(30)}。`), undefined)
  })

  it('lines of one paragraph, as Chinese drafts are typed', async () => {
    const lines = async (text: string) =>
      (await blocksOf(text)).blocks.map(block => ('runs' in block ? textOf(block.runs) : block.kind))
    assert.deepEqual(await lines('一、情况\n全镇46处。\n其中滑坡31处。'), [
      '一、情况',
      '全镇46处。',
      '其中滑坡31处。',
    ])
    assert.deepEqual(await lines('全镇46处，\n其中滑坡31处。'), ['全镇46处，其中滑坡31处。'])
    assert.deepEqual(await lines('use\nVS Code'), ['use VS Code'])
    assert.deepEqual(await lines('　　首行。\n　　次行'), ['首行。', '次行'])
    assert.deepEqual(await lines('1. 甲\n2. 乙\n\n- 丙\n- （一）丁'), ['1.甲', '2.乙', '·丙', '（一）丁'])
    assert.deepEqual(await lines('> 引文[链接](http://x.example)与`代码`和~~旧~~'), ['引文链接与代码和旧'])
  })

  it('titles in even lines that do not cut words', () => {
    const cut = titleLines(title)
    assert.equal(cut.join(''), title)
    assert.ok(cut.length === 2 && cut.every(line => line.length <= 20), cut.join('|'))
    assert.ok(!cut[0]!.endsWith('排'))
    assert.deepEqual(titleLines('短标题'), ['短标题'])
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 200 }), text =>
        assert.equal(titleLines(text).join(''), text),
      ),
    )
  })

  it('columns: short ones keep their words together, long ones share the rest, all fill the width', () => {
    const widths = columnWidths(
      [
        ['序号', '存在问题', '责任单位', '完成时限'],
        ['1', '量水设施因泥沙堵塞停用累计23天，2户农户提出异议，尚未解决', '镇水管站', '2026年12月20日'],
      ],
      8844,
      240,
      160,
    )
    assert.ok(widths.reduce((sum, width) => sum + width, 0) <= 8844)
    assert.ok(widths.reduce((sum, width) => sum + width, 0) > 8844 - 8)
    const [number, , unit, date] = widths.map(width => (width - 160) / 240)
    assert.ok(number! >= 2 && unit! >= 4 && date! >= 8, widths.join())
    assert.ok(widths[1]! > 8844 / 3, widths.join())
    const many = columnWidths([Array(12).fill('一二三四五六七八九十一二三四五')], 8844, 210, 160)
    assert.ok(many.reduce((sum, width) => sum + width, 0) <= 8844 && Math.min(...many) > 600)
    assert.equal(columnWidths([['']], 8844, 240, 160).length, 1)
  })

  it('signature and date', () => {
    assert.deepEqual(['2026-04-08', '2026年04月08日', '2026/4/8 10:00', '近日'].map(writtenDate), [
      '2026年4月8日',
      '2026年4月8日',
      '2026年4月8日',
      '',
    ])
    assert.equal(widthOf('2026年5月8日'), 6)
    assert.deepEqual(signaturePlaces({ unit: '青石镇人民政府党政办公室', date: '2026年5月8日' }), {
      unitRight: 2,
      dateAfterUnit: 2,
    })
    assert.deepEqual(signaturePlaces({ unit: '青石镇', date: '2026年5月8日' }), {
      unitRight: 7,
      dateAfterUnit: 2,
    })
    assert.equal(ownSignature(['各村要抓紧落实。', '2026年5月8日'], '青石镇'), 1)
    assert.equal(ownSignature(['青石镇人民政府', '2026 年 5 月 8 日'], ''), 2)
    assert.equal(ownSignature(['甲。', '乙。'], '青石镇'), 0)
  })
})

describe('submission: Word document as LibreOffice shows it', () => {
  let office: { soffice: string; pdftoppm: string; pdftotext: string } | undefined
  let folder: string
  before(async function () {
    this.timeout(900_000)
    const { ensureOffice } = await import(pathToFileURL(path.resolve('scripts/provision/office.mjs')).href)
    office = await ensureOffice(() => undefined).catch(() => undefined)
    if (!office)
      console.warn(
        'NOT SEEN: LibreOffice is not here and could not be installed; the document was not rendered',
      )
    folder = mkdtempSync(path.join(tmpdir(), 'ligao-docx-'))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('has 22 lines of 28 characters, page numbers, and its faces', async function () {
    this.timeout(120_000)
    if (!office) return
    const { pages, fonts } = await shown(sample)
    const body = pages[2]!.split('\n').filter(line => line.trim() !== '')
    // 22 lines and the page number.
    assert.equal(body.length, 23, pages[2])
    assert.equal(body.at(-1)!.trim(), '— 3 —')
    const widths = body.slice(0, 22).map(line => widthOf(line.trim()))
    assert.equal(Math.max(...widths), 28, pages[2])
    assert.deepEqual(pages[0]!.split('\n').filter(line => /对策建议|隐患点排/.test(line)).length, 2)
    assert.ok(fonts.length >= 4, fonts.join())
    const lines = pages.join('').split('\n')
    const column = (words: string) => lines.find(line => line.includes(words))!.indexOf(words)
    assert.ok(column('2026') > column('云岭县青石镇人民政府'))
  })

  it('shows text and picture in ink, inside the margins', async function () {
    this.timeout(120_000)
    if (!office) return
    const { images } = await shown(sample)
    for (const file of images) {
      const { width, height, dark } = readPgm(readFileSync(file))
      const box = inkBox(dark, width, height)
      const mm = (pixels: number) => (pixels / 50) * 25.4
      assert.ok(mm(box.left) > 25 && mm(width - box.right) > 23, `${file}: ${JSON.stringify(box)}`)
      assert.ok(mm(box.top) > 34, `${file}: ${JSON.stringify(box)}`)
    }
  })

  async function shown(text: string): Promise<{ pages: string[]; fonts: string[]; images: string[] }> {
    const { soffice, pdftoppm, pdftotext } = office!
    const { bytes } = await renderDocx({ text, image })
    const docx = path.join(folder, '稿件.docx')
    writeFileSync(docx, bytes)
    const profile = path.join(folder, 'profile')
    mkdirSync(profile, { recursive: true })
    const conf = path.join(folder, 'fonts.conf')
    writeFileSync(conf, fontsConf)
    const env = { ...process.env, FONTCONFIG_FILE: conf }
    const convert = [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      docx,
    ]
    execFileSync(soffice, convert, { env, stdio: 'ignore', timeout: 90_000 })
    const pdf = path.join(folder, '稿件.pdf')
    const pages = execFileSync(pdftotext, ['-layout', pdf, '-'], { encoding: 'utf8' })
      .split('\f')
      .slice(0, -1)
    const listed = execFileSync(path.join(path.dirname(pdftotext), 'pdffonts'), [pdf], { encoding: 'utf8' })
    execFileSync(pdftoppm, ['-r', '50', '-gray', pdf, path.join(folder, 'page')])
    const images = pages.map((_, index) => path.join(folder, `page-${index + 1}.pgm`))
    return {
      pages,
      fonts: listed
        .split('\n')
        .slice(2)
        .filter(line => line !== ''),
      images,
    }
  }
})

const stand = (name: string, there: string) =>
  `<alias binding="same"><family>${name}</family><prefer><family>${there}</family></prefer></alias>`
const fontsConf = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include>/etc/fonts/fonts.conf</include>
${stand('方正小标宋简体', 'Noto Serif CJK SC')}${stand('黑体', 'Noto Sans CJK SC')}${stand('楷体_GB2312', 'AR PL KaitiM GB')}
${stand('仿宋_GB2312', 'AR PL SungtiL GB')}${stand('宋体', 'AR PL SungtiL GB')}</fontconfig>`

function readPgm(bytes: Buffer): { width: number; height: number; dark(x: number, y: number): boolean } {
  const [, w = '', h = ''] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 40)) ?? []
  const [width, height] = [Number(w), Number(h)]
  const start = bytes.length - width * height
  return { width, height, dark: (x, y) => bytes[start + y * width + x]! < 160 }
}

function inkBox(dark: (x: number, y: number) => boolean, width: number, height: number) {
  const box = { left: width, right: 0, top: height, bottom: 0 }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (dark(x, y)) {
        box.left = Math.min(box.left, x)
        box.right = Math.max(box.right, x)
        box.top = Math.min(box.top, y)
        box.bottom = Math.max(box.bottom, y)
      }
  return box
}
