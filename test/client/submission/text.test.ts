import assert from 'node:assert/strict'
import fc from 'fast-check'
import { packageId } from '../../../client/src/submission/package/identity'
import { classifiedFileName, classifiedMark } from '../../../client/src/submission/text/classified'
import { readFrontMatter, splitNames } from '../../../client/src/submission/text/frontMatter'
import {
  applyEdits,
  handInEdits,
  withoutHandInFields,
} from '../../../client/src/submission/text/handInFields'
import { htmlImages, imageReferences } from '../../../client/src/submission/text/references'
import { draft } from '../../support/submission'

describe('submission: front matter', () => {
  it('reads canonical keys and aliases, lists and single values', () => {
    const front = readFrontMatter(
      '---\ntitle: 汛情\n拟稿人: [张明, 李想]\n报送对象: 县委办、县政府办\ndate: 2026-04-28\n---\n正文',
    )
    assert.deepEqual(front?.values.标题, ['汛情'])
    assert.deepEqual(front?.values.拟稿人, ['张明', '李想'])
    assert.deepEqual(splitNames(front?.values.报送对象), ['县委办', '县政府办'])
    assert.deepEqual(front?.values.成稿日期, ['2026-04-28'])
  })

  it('of a key that is given twice the first counts, whatever its spelling', () => {
    const head = readFrontMatter('---\ntype: 动态\n单位: 青石镇\n类型: 总结\n单位: 东湾乡\n---\n')
    assert.deepEqual([head?.values.类型, head?.values.单位, head?.broken], [['动态'], ['青石镇'], undefined])
  })

  it('keeps values to one line without control characters', () => {
    const front = readFrontMatter('---\n标题: "甲\\r\\nBcc: x@evil.example\\u0000\\u202e乙"\n---\n')
    assert.equal(front?.values.标题?.[0], '甲 Bcc: x@evil.example 乙')
  })

  it('reports broken YAML and never throws', () => {
    assert.ok(readFrontMatter('---\n标题: 甲\n未写冒号\n---\n正文')?.broken)
    fc.assert(fc.property(fc.string(), text => void readFrontMatter(`---\n${text}\n---\n${text}`)))
  })

  it('does not follow a bomb of aliases', () => {
    const bomb = [
      'a: &a [1,1,1,1,1,1,1,1,1]',
      ...'bcdefgh'.split('').map((k, i) => `${k}: &${k} [${`*${'abcdefg'[i]},`.repeat(9)}]`),
    ]
    const front = readFrontMatter(`---\n${bomb.join('\n')}\n标题: x\n---\n`)
    assert.ok(front?.broken)
  })
})

describe('submission: fields that the hand-in writes', () => {
  const fields = { 状态: '已报送', 报送时间: '2026-04-28T10:05:00+08:00', 回执号: 'R-1: "甲" #2' }

  it('replaces, adds, and keeps the line ends of the draft', () => {
    const text = draft('汛情').replaceAll('\n', '\r\n')
    const after = applyEdits(text, handInEdits(text, fields)!)
    const front = readFrontMatter(after)
    assert.deepEqual(front?.values.状态, ['已报送'])
    assert.deepEqual(front?.values.报送时间, ['2026-04-28T10:05:00+08:00'])
    assert.deepEqual(front?.values.回执号, ['R-1: "甲" #2'])
    assert.equal(/[^\r]\n/.test(after), false)
    assert.equal(after.split('状态').length, 2)
  })

  it('makes front matter where there is none', () => {
    const after = applyEdits('\ufeff正文一句。\n', handInEdits('\ufeff正文一句。\n', { 状态: '已报送' })!)
    assert.equal(after, '\ufeff---\n状态: 已报送\n---\n\n正文一句。\n')
  })

  it('keeps an English key and replaces a value of several lines', () => {
    const text = '---\nstatus:\n  - 草稿\n  - 待审\ntitle: 甲\n---\n正文\n'
    assert.equal(
      applyEdits(text, handInEdits(text, { 状态: '已报送' })!),
      '---\nstatus: 已报送\ntitle: 甲\n---\n正文\n',
    )
  })

  it('reads and edits a head with the colons of a Chinese keyboard', () => {
    const text = '---\n标题：青石镇防汛\n单位: 青石镇\n状态：草稿\n---\n正文\n'
    assert.deepEqual(readFrontMatter(text)?.values.标题, ['青石镇防汛'])
    const after = applyEdits(text, handInEdits(text, fields)!)
    assert.deepEqual(readFrontMatter(after)?.values.标题, ['青石镇防汛'])
    assert.deepEqual(readFrontMatter(after)?.values.状态, ['已报送'])
    assert.equal(after.split('状态').length, 2)
    assert.equal(packageId(after, []), packageId(text, []))
  })

  it('a receipt of figures keeps its zeros', () => {
    for (const 回执号 of ['0012345', '1e5', '12345678901234567890', 'null', '0x10']) {
      const after = applyEdits('---\n标题: 甲\n---\n', handInEdits('---\n标题: 甲\n---\n', { 回执号 })!)
      assert.deepEqual(readFrontMatter(after)?.values.回执号, [回执号])
    }
  })

  it('leaves front matter alone that it cannot edit line by line', () => {
    assert.deepEqual(readFrontMatter('---\n- 类型: 动态\n---\n')?.values, {})
    assert.equal(handInEdits('---\n- 类型: 动态\n---\n', fields), undefined)
    assert.equal(handInEdits('---\n{标题: 甲, 状态: 草稿}\n---\n', fields), undefined)
    assert.equal(handInEdits('---\n标题: 甲\n[\n---\n', fields), undefined)
  })

  it('gives the same id before and after delivery, on every machine', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '标题: 甲',
        '状态: 草稿',
        '报送时间:',
        'status: x',
        '附件:',
        '  - a.xlsx',
        '# 注',
        '',
        '回执号: 1',
      ),
      fc.string({ maxLength: 12 }).map(text => `备注: ${JSON.stringify(text)}`),
    )
    const body = fc.array(fc.constantFrom('正文。', '', '---', '状态: 正文里的', '# 标题', '\t甲'), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(fc.option(fc.array(line, { maxLength: 8 })), body, (front, lines) => {
        const text = (front ? `---\n${front.join('\n')}\n---\n` : '') + lines.join('\n')
        const id = packageId(text, [])
        const edits = handInEdits(text, fields)
        if (edits) assert.equal(packageId(applyEdits(text, edits), []), id)
        assert.equal(packageId(text.replaceAll('\n', '\r\n'), []), id)
        assert.equal(packageId(`\ufeff${text}\n\n`, []), id)
      }),
      { numRuns: 500 },
    )
  })

  it('changes the id with a word of the text, a figure in the form, or an image', () => {
    const id = packageId(draft('汛情'), [])
    assert.notEqual(packageId(draft('汛情', '甲'), []), id)
    assert.notEqual(packageId(draft('汛情').replace('张明', '张鸣'), []), id)
    assert.notEqual(packageId(draft('汛情'), [{ reference: 'a.png', sha256: 'aa' }]), id)
  })

  it('leaves 状态 in the body alone', () => {
    assert.match(
      withoutHandInFields('---\n状态: 草稿\n标题: 甲\n---\n状态: 正文\n'),
      /^---\n标题: 甲\n---\n状态: 正文$/,
    )
  })
})

describe('submission: classification marks', () => {
  const stops = [
    '机密★10年\n\n正文',
    '正文\n\n秘密 ★ 1 年\n',
    '# 绝密☆长期',
    '机　密★',
    '**机密**★10年',
    '秘密\\*3年',
    '【机密】\n正文',
    '正文\n\n密级：秘密\n',
    '> 绝密\n',
    '<p>机 密 ★ ５ 年</p>',
    '| 密级 | 机密 |\n| --- | --- |\n',
    '机\u200b密★1年',
    '機密★10年',
    '密级：秘密级（5年）',
    '秘密·3年',
    '秘密 5年',
    '《绝密★30年》',
    '秘&#23494;&starf;3个月',
    '秘\n密★3年',
    '秘密\ufe0f⭐3年',
    '【秘密】（长期）',
    '[秘密](甲.md)★3年',
    '内部传阅，秘密★3年，不外传',
  ]
  for (const text of stops)
    it(`stops ${JSON.stringify(text.slice(0, 14))}`, () => assert.equal(classifiedMark(text)?.where, 'body'))

  const inForm = [
    '密级: 机密',
    'classification: Secret',
    '密级: "秘密★1年"',
    '密级: 绝密级',
    '密级: [机密',
    '密级: { 级别: 秘密 }',
    '保密级别: 秘密',
    '密级: "\\u79d8密"',
    '密级: &a 秘密',
  ]
  for (const line of inForm)
    it(`stops the form ${line}`, () =>
      assert.deepEqual(classifiedMark(`---\n标题: 甲\n${line}\n---\n正文`), {
        where: 'front-matter',
        line: 2,
      }))

  it('stops a mark in a draft whose lines end in CR alone', () => {
    assert.deepEqual(classifiedMark('# 甲\r\r机密\r\r正文'), { where: 'body', line: 2 })
    assert.deepEqual(classifiedMark('---\r密级: 机密\r---\r正文'), { where: 'front-matter', line: 1 })
  })

  const passes = [
    '---\n密级: 非涉密\n---\n正文',
    '---\n密级: 非秘密（已审查）\n---\n正文',
    '---\n密级: 内部\n---\n正文',
    '组织学习《中华人民共和国保守国家秘密法》，观看《机密★》专题片。',
    '涉及**商业秘密**的内容不予公开。',
    '一是不得泄露国家秘密、工作秘密。',
    '- 绝密\n- 机密\n- 秘密\n三级的划分，组织干部逐项学习。',
    '| 密级 | 秘密 | 机密 | 绝密 |\n| --- | --- | --- | --- |\n| 件数 | 0 | 0 | 0 |',
    '开展“机密不泄、秘密不传”主题宣传。',
    '没收印有《2026年绝密★启用前模拟卷》字样的材料3份。',
    '清查机密级计算机2台，秘密级移动硬盘1个。',
    '绝密级不超过30年，机密级不超过20年，秘密级不超过10年。',
    '查处泄露秘密 3 起。',
    '学校查处兜售“绝密押题”2起。',
    '五星级评定：服务★★★★★，其中保密培训1次。',
  ]
  for (const text of passes)
    it(`lets pass ${JSON.stringify(text.slice(0, 18))}`, () => assert.equal(classifiedMark(text), undefined))

  it('knows marks in file names', () => {
    for (const name of [
      '【机密】名单.xlsx',
      '（秘密）附表.docx',
      '机密★1年.png',
      '绝密.pdf',
      '附表_秘密.xlsx',
      '秘密级资料.docx',
      '秘密文件2.doc',
    ])
      assert.equal(classifiedFileName(name), true, name)
    for (const name of [
      '保密培训签到表.xlsx',
      '国家秘密法学习.png',
      '商业秘密保护指南.pdf',
      '绝密押题.docx',
      '秘密战线事迹.docx',
    ])
      assert.equal(classifiedFileName(name), false, name)
  })

  it('is linear on hostile lines', () => {
    const started = performance.now()
    classifiedMark(`${'《'.repeat(50_000)}${'<'.repeat(50_000)}密${'['.repeat(50_000)}`)
    assert.ok(performance.now() - started < 1500)
  })
})

describe('submission: image references', () => {
  const targets = async (text: string) => (await imageReferences(text)).map(each => each.target)

  it('finds Markdown images, references and HTML, and nothing in code or comments', async () => {
    const text = [
      '![甲](图/一.png "说明") 与 ![乙](<图 二.png>) 与 ![丙][三] 与 ![四][]',
      '<img alt="丁" src="五.jpg"> 与 <IMG src=六.gif/>',
      '',
      "<div>\n<img\n src='七.png'\n></div>",
      '',
      '`![x](no1.png)` <!-- ![x](no2.png) <img src="no3.png"> -->',
      '',
      '```\n![x](no4.png)\n```',
      '',
      '<!-- <img src="no5.png"> -->',
      '',
      '[三]: 三.png',
      '[四]: 四.png "题"',
    ].join('\n')
    assert.deepEqual(await targets(text), [
      '图/一.png',
      '图 二.png',
      '三.png',
      '四.png',
      '五.jpg',
      '六.gif/',
      '七.png',
    ])
  })

  it('undoes escapes and entities', async () => {
    assert.deepEqual(await targets('![a](a\\_b&amp;c.png)'), ['a_b&c.png'])
  })

  it('gives offsets in the whole text', async () => {
    const text = '---\n标题: 甲\n---\n句子。![a](b.png)'
    const [image] = await imageReferences(text, text.indexOf('句'))
    assert.equal(text.slice(image!.at, image!.at + 2), '![')
  })

  it('is not held up by thousands of half tags', () => {
    const started = performance.now()
    htmlImages('<img '.repeat(50_000))
    htmlImages(`<img ${'a='.repeat(50_000)}`)
    htmlImages('<!--'.repeat(50_000))
    assert.ok(performance.now() - started < 1500)
  })
})
