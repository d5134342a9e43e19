// What other programs put on the clipboard, as a draft. Samples are written as those programs write them; places are fictional.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { pasteHtml, pasteText } from '../../../client/src/submission'

const place = (target: string): string | undefined =>
  target.startsWith('data:') || target.includes('clip_image') ? '图片/稿-图1.png' : undefined

const markdown = (html: string): string => pasteHtml(html, place)?.markdown ?? ''

/** As Word 2016 and later write it: styles in the head, lists that are typed out, notes below. */
const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8><style><!-- p.MsoNormal{font-family:仿宋} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head><body lang=ZH-CN>
<!--StartFragment-->
<h1 align=center style='text-align:center'><span style='font-family:方正小标宋'>柳河镇渠道修复情况</span></h1>
<p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:黑体'>一、基本情况<span lang=EN-US><o:p></o:p></span></span></p>
<p class=MsoNormal><span>全镇修复渠道<span lang=EN-US>3.2</span>公里，蓄水<span lang=EN-US>10<sup>4</sup></span>方</span><a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span lang=EN-US>[1]</span></span></a><span>。</span></p>
<p class=MsoNormal><b>（一）资金到位</b></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US style='mso-list:Ignore'>3.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>县级资金12万元；<br>镇级资金3万元</p>
<table class=MsoNormalTable border=1><tr><td rowspan=2><p class=MsoNormal>村</p></td><td colspan=2><p class=MsoNormal>用水|万方</p></td></tr>
<tr><td><p>2025年</p></td><td><p>2026年</p></td></tr><tr><td><p>下坪村</p></td><td><p>120</p></td><td><p>35</p></td></tr></table>
<p class=MsoNormal><span><!--[if gte vml 1]><v:shape><v:imagedata src="file:///C:/a.png"/></v:shape><![endif]--><![if !vml]><img width=300 src="file:///C:/Users/a/AppData/Local/Temp/msohtmlclip1/01/clip_image002.jpg" alt="图片 1 描述已自动生成"><![endif]></span></p>
<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1><div style='mso-element:footnote' id=ftn1>
<p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a> 来自水管站台账。</p></div></div>
<!--EndFragment--></body></html>`

describe('submission: text from other programs', () => {
  it('Word: levels, lists as printed, merged cells, raised figures, notes, pictures; no fonts', () => {
    const pasted = pasteHtml(word, place)!
    assert.equal(
      pasted.markdown,
      `# 柳河镇渠道修复情况

## 一、基本情况

全镇修复渠道3.2公里，蓄水10<sup>4</sup>方[^1]。

### （一）资金到位

3. 县级资金12万元；

镇级资金3万元

| 村 | 用水\\|万方 |  |
| --- | --- | --- |
|  | 2025年 | 2026年 |
| 下坪村 | 120 | 35 |

![](图片/稿-图1.png)

[^1]: 来自水管站台账。`,
    )
    assert.deepEqual(
      pasted.remarks.map(each => each.code),
      ['paste-merged-cells'],
    )
  })

  it('a spreadsheet: cells as they are shown', () => {
    assert.equal(
      markdown(
        `<html><body><table><!--StartFragment--><col width=72><tr height=19><td>村</td><td class=xl65 align=right>完成%</td></tr><tr><td>石门村</td><td>08</td></tr><!--EndFragment--></table></body></html>`,
      ),
      '| 村 | 完成% |\n| --- | --- |\n| 石门村 | 08 |',
    )
  })

  it('a web page: lists counted, scripts and menus of fonts gone, pictures of the web named', () => {
    const pasted = pasteHtml(
      '<div style="font-size:18px"><script>alert(1)</script><ol start="2"><li>排查</li><li>更换<ul><li>水表</li></ul></li></ol><p>见<a href="https://x.example">公告</a>&ldquo;全文&rdquo;&hellip;</p><img src="https://x.example/a.png" alt="渠道"></div>',
      place,
    )!
    assert.equal(pasted.markdown, '2.排查\n\n3.更换\n\n  - 水表\n\n见公告“全文”…\n\n（图片：渠道）')
    assert.deepEqual(
      pasted.remarks.map(each => each.code),
      ['paste-picture'],
    )
  })

  it('a chat program: its own words, emoji and bold letters go, and that is said', async () => {
    const pasted = pasteHtml(
      '<p data-start="0">当然可以！以下是修改后的信息稿：</p><hr><h3>🌟 一、基本情况</h3><p><strong>全镇</strong>修复渠道3.2公里。</p><p>如果您需要我补充数据，请随时告诉我。</p>',
      place,
    )!
    assert.equal(pasted.markdown, '## 一、基本情况\n\n全镇修复渠道3.2公里。')
    assert.match(pasted.remarks[0]!.zh, /当然可以.*如果您需要/)
    const plain = await pasteText(
      '好的，以下是为您起草的信息：\n\n### ✅ 一、基本情况\n\n**全镇**修复渠道3.2公里。\n\n希望以上内容对您有帮助！',
    )
    assert.equal(plain?.markdown, '## 一、基本情况\n\n全镇修复渠道3.2公里。')
    assert.equal(await pasteText('全镇修复渠道。\n\n当然也有不足。'), undefined)
  })

  it('what looks like a mark stays what it is', () => {
    for (const words of [
      '# 号楼',
      '> 60岁',
      '- 5℃',
      '5*8米、3*6米',
      '<A>类',
      '`甲`',
      '[^1]',
      '&amp;nbsp;',
      '~~甲~~',
      '---',
    ]) {
      const html = `<p>${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`
      const again = markdown(html)
      assert.notEqual(again, '', words)
      assert.equal(again.replaceAll('\\', ''), words, words)
    }
  })

  it('no visible character is lost, whatever the tags', () => {
    const tag = fc.constantFrom(
      'p',
      'div',
      'span',
      'b',
      'h2',
      'li',
      'td',
      'tr',
      'table',
      'ul',
      'o:p',
      'sup',
      'a',
      'th',
    )
    const piece = fc.oneof(
      tag.map(name => `<${name}>`),
      tag.map(name => `</${name}>`),
      fc.constantFrom('<br>', '<img src=x>', '<!--[if x]>', '<![endif]-->'.slice(0, 9)),
      fc.nat(9).map(digit => `字${'零一二三四五六七八九'[digit]}`),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), parts => {
        const html = parts.filter(part => !part.startsWith('<!')).join('')
        const words = [...html.replace(/<[^>]*>/g, '')].filter(char => /\p{Script=Han}/u.test(char)).sort()
        const there = [...(pasteHtml(html, () => '图')?.markdown ?? '')]
          .filter(char => /[字零一二三四五六七八九]/.test(char))
          .sort()
        assert.deepEqual(there, words)
      }),
      { numRuns: 300 },
    )
  })
})
