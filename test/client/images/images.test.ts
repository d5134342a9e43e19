// Pictures that are pasted or dropped: their names, their addresses, the text that goes into the draft.

import assert from 'node:assert/strict'
import fc from 'fast-check'
import { addressOf, isPicture, pathUnder, pictureName, sameName } from '../../../client/src/images/names'
import { belongsBehind, captionStub, picturesSnippet } from '../../../client/src/images/snippet'
import { resolveAddress } from '../../../server/src/address'
import { createAnalyzer, defaultSettings, openDraft, rules } from '../../../server/src/core'
import { describes } from '../../../server/src/core/facts/data/images'
import { withoutTabStops } from '../../../server/src/lsp/edits/workspaceEdit'

const none = new Set<string>()
const draft = '/w/稿件/01 河道清淤（动态）.md'

describe('the name of a picture', () => {
  it('its own where that says something', () => {
    assert.equal(pictureName('柳河村段清淤后.JPG', 'image/jpeg', draft, none), '柳河村段清淤后.jpg')
    assert.equal(pictureName('C:\\照片\\南渠 淤积(1).png', 'image/png', draft, none), '南渠-淤积-1.png')
  })

  it('that of the draft where a clipboard, a camera or a chat program gave it', () => {
    for (const given of [
      '',
      'image.png',
      'IMG_20260412_093301.png',
      'mmexport1775961181.png',
      '微信图片_20260412093301.png',
      '屏幕截图 2026-04-12 093301.png',
      'Screenshot 2026-04-12 at 09.33.01.png',
      '20260412.png',
    ])
      assert.equal(pictureName(given, 'image/png', draft, none), '01-河道清淤（动态）-图1.png', given)
  })

  it('the extension comes from the type where the name has none', () => {
    assert.equal(pictureName('清淤后', 'image/jpeg', draft, none), '清淤后.jpg')
    assert.equal(pictureName('', 'image/webp', draft, none), '01-河道清淤（动态）-图1.webp')
  })

  it('never one that is taken, whatever the case and the form of its letters', () => {
    const taken = new Set(['清淤.jpg', '清淤-2.jpg', '01-河道清淤（动态）-图1.png', 'café.png'].map(sameName))
    assert.equal(pictureName('清淤.JPG', '', draft, taken), '清淤-3.jpg')
    assert.equal(pictureName('image.png', 'image/png', draft, taken), '01-河道清淤（动态）-图2.png')
    assert.equal(pictureName('CAFE\u0301.PNG', '', draft, taken), 'CAFÉ-2.png')
  })

  it('no name leads out of the folder or needs masking in Markdown, and all are free', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.array(fc.string()), (given, others) => {
        const taken = new Set(others.map(sameName))
        const name = pictureName(given, 'image/png', draft, taken)
        assert.match(name, /^[^\\/:*?"<>|\s()#%&]+\.(?:png|jpe?g|gif|webp|bmp|svg|tiff?)$/)
        assert.ok(!name.startsWith('.') && !name.startsWith('-') && name.length <= 100)
        assert.ok(!taken.has(sameName(name)))
        assert.equal(addressOf(name), name)
        assert.equal(encodeURI(decodeURI(encodeURI(name))), encodeURI(name))
      }),
    )
  })

  it('Windows keeps some names for itself', () =>
    assert.equal(pictureName('con.png', '', draft, none), '图-con.png'))
})

describe('what counts as a picture', () => {
  it('by its name, else by its type', () => {
    assert.ok(isPicture('a.JPEG') && isPicture('', 'image/png') && isPicture('粘贴', 'image/png'))
    assert.ok(
      !isPicture('台账.xlsx', 'image/png') && !isPicture('a.heic', 'image/heic') && !isPicture('稿件.md'),
    )
  })
})

describe('where a picture lies', () => {
  it('under the folder of the draft or elsewhere', () => {
    assert.equal(pathUnder('/w/稿件', '/w/稿件/图/a.png'), '图/a.png')
    assert.equal(pathUnder('/w/稿件/', '/w/稿件/a.png'), 'a.png')
    assert.equal(pathUnder('/w/稿件', '/w/稿件二/a.png'), undefined)
    assert.equal(pathUnder('/w/稿件', '/w/a.png'), undefined)
  })

  it('its address leads the server to that very file', () => {
    for (const path of [
      '图片/清淤.jpg',
      '照片 一/清淤 后(2).jpg',
      '完成100%.png',
      'a#b?.png',
      '图/甲<乙>.png',
    ]) {
      const written = addressOf(path)
      assert.equal(
        resolveAddress('file:///w/draft.md', written),
        `file:///w/${path.split('/').map(encodeURIComponent).join('/').replace(/%28/g, '(').replace(/%29/g, ')')}`,
        written,
      )
      const { blocks } = openDraft(`---\n类型: 动态\n---\n\n![说明](${written})\n`)
      assert.deepEqual(
        blocks.flatMap(({ block }) => block.inline.images.map(({ url }) => url)),
        [written],
      )
    }
  })
})

describe('the text for pictures', () => {
  it('one tab stop for each caption, each picture a paragraph', () => {
    const stub = captionStub
    assert.equal(
      picturesSnippet(['图片/a.jpg', '图片/b.jpg']),
      `![\${1:${stub}}](图片/a.jpg)\n\n![\${2:${stub}}](图片/b.jpg)`,
    )
    const around = { before: '', after: '', above: '', below: '' }
    const one = `![\${1:${stub}}](a.jpg)`
    assert.equal(picturesSnippet(['a.jpg'], { ...around, before: '清淤3.2公里。' }), `\n\n${one}`)
    assert.equal(picturesSnippet(['a.jpg'], { ...around, after: '下一步' }), `${one}\n\n`)
    assert.equal(picturesSnippet(['a.jpg'], { ...around, above: '上段', below: '下段' }), `\n${one}\n`)
    assert.ok(belongsBehind({ ...around, before: '清淤3.2', after: '公里' }))
    assert.ok(!belongsBehind({ ...around, before: '清淤3.2公里。' }))
  })

  it('stays in its line in a table, a list, a quotation', () => {
    for (const before of ['| 清淤前 ', '1. 清淤前 ', '- ', '> ']) {
      const place = { before, after: '清淤后', above: '上', below: '下' }
      assert.doesNotMatch(picturesSnippet(['a.jpg', 'b.jpg'], place), /\n/)
      assert.ok(!belongsBehind(place))
    }
  })

  it('addresses are no snippets', () =>
    assert.equal(withoutTabStops(picturesSnippet(['图/$1}.png'])), `![${captionStub}](图/$1}.png)`))

  it('a caption that nobody wrote is pointed out, a written one is not', () => {
    const check = createAnalyzer(rules)
    const findings = (alt: string) =>
      check(
        openDraft(`---\n类型: 动态\n---\n\n4月12日，青石镇清理河道3.2公里。\n\n![${alt}](图片/a.jpg)\n`),
        {
          settings: defaultSettings,
          now: Date.parse('2026-04-28T10:00:00+08:00'),
          images: () => ({ exists: true, width: 1600, height: 1200 }),
        },
      ).findings.filter(({ rule }) => rule === 'missing-image').length
    assert.equal(findings(captionStub), 1)
    assert.equal(findings('图注：'), 1)
    assert.equal(findings('4月12日，青石镇村民在梨园村段清淤'), 0)
    assert.ok(!describes(captionStub) && describes('图注：4月12日，青石镇村民在梨园村段清淤'))
  })
})
