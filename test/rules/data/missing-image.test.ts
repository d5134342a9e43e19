import assert from 'node:assert/strict'
import { missingImage } from '../../../server/src/core/rules/missing-image'
import { checkExamples, findingsOf, wordsOf } from '../../support/analyzeRule'

const head = '4月12日，青石镇清理河道3.2公里。\n\n'
const words = (text: string, images?: Parameters<typeof findingsOf>[2]) =>
  wordsOf(missingImage, head + text, { kind: 'brief', ...images })

describe('missing-image', () => {
  it('does what its examples say', () => checkExamples(missingImage))

  describe('takes for an explanation', () => {
    const explained: readonly (readonly [string, string])[] = [
      ['the description', '![村民在梨园村段清淤](a.jpg)'],
      ['a title', '![](a.jpg "村民在梨园村段清淤")'],
      ['a caption on the next line', '![](a.jpg)\n图1 村民在梨园村段清淤'],
      ['a caption in the next paragraph', '![](a.jpg)\n\n图：村民在梨园村段清淤'],
      ['a figcaption', '<figure><img src="a.jpg"><figcaption>村民清淤</figcaption></figure>'],
    ]
    for (const [what, text] of explained) it(what, () => assert.deepEqual(words(text), []))
  })

  describe('does not', () => {
    for (const text of [
      '![](a.jpg)',
      '![图片](a.jpg)',
      '![IMG_2031.JPG](a.jpg)',
      '![微信图片_20260412](a.jpg)',
      '<img src="a.jpg">',
    ])
      it(text, () => assert.deepEqual(words(text), [text]))
  })

  it('puts the slots between the brackets', () => {
    const text = `${head}清淤现场：![](a.jpg)`
    const [finding] = findingsOf(missingImage, text, { kind: 'brief' })
    const [edit] = finding!.fixes[0]!.edits
    assert.equal(text.slice(0, edit!.start).endsWith('!['), true)
    assert.match(edit!.text, /\$\{1:月\}/)
  })

  it('says that a file is missing when the host knows', () => {
    const asked: string[] = []
    const images = (address: string) => {
      asked.push(address)
      return { exists: address !== '图片/清淤 1.jpg' }
    }
    const text = `${head}![村民清淤](图片/清淤%201.jpg)\n\n![村民清淤](b.jpg)\n`
    const findings = findingsOf(missingImage, text, { kind: 'brief', images })
    assert.deepEqual(asked, ['图片/清淤 1.jpg', 'b.jpg'])
    assert.equal(findings.length, 1)
    assert.equal(findings[0]!.severity, 'warning')
    assert.match(findings[0]!.what[0], /找不到/)
    assert.deepEqual(findingsOf(missingImage, text, { kind: 'brief' }), [], 'silent when nobody knows')
  })

  it('says that a picture is too small to print', () => {
    const at = (width: number, height: number) =>
      words('![村民清淤](a.jpg)', { images: () => ({ exists: true, width, height }) }).length
    assert.equal(at(320, 240), 1)
    assert.equal(at(800, 400), 0)
    assert.equal(at(400, 800), 0)
  })

  it('does not ask the host about addresses on the net', () => {
    const images = () => assert.fail('no file')
    assert.deepEqual(words('![村民清淤](https://example.cn/a.jpg)', { images }), [])
  })

  it('mends an address with a blank', () => {
    const text = `${head}![村民清淤](清淤 1.jpg)`
    const [finding] = findingsOf(missingImage, text, { kind: 'brief' })
    const [edit] = finding!.fixes[0]!.edits
    assert.equal(
      text.slice(0, edit!.start) + edit!.text + text.slice(edit!.end),
      `${head}![村民清淤](<清淤 1.jpg>)`,
    )
    assert.ok(finding!.fixes[0]!.safe)
  })

  describe('a picture that the text promises', () => {
    it('is missed', () => assert.deepEqual(words('前后对比如图1所示。'), ['如图1所示']))
    it('is there', () => assert.deepEqual(words('前后对比如图1所示。\n\n![清淤前后](a.jpg)'), []))
    it('is no library', () => assert.deepEqual(words('活动安排见图书馆公告。'), []))
  })

  it('finds the place behind markup and in quotes', () => {
    assert.deepEqual(words('**现场**：![](a.jpg)完'), ['![](a.jpg)'])
    assert.deepEqual(words('- 现场![](a.jpg)\n- 第二张![](b.jpg)\n'), ['![](a.jpg)', '![](b.jpg)'])
    assert.deepEqual(words('| 图 | 说明 |\n| --- | --- |\n| ![](a.jpg) | 清淤 |\n'), ['![](a.jpg)'])
  })
})
