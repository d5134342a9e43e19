import assert from 'node:assert/strict'
import fc from 'fast-check'
import { editDraft, openDraft } from '../../../server/src/core'
import { allSections } from '../../../server/src/core/document/outline'

const shape = (text: string) =>
  openDraft(text).blocks.map(
    ({ block }) =>
      `${block.context.type}${block.context.quoted ? ' quoted' : ''}: ${block.text || block.source}`,
  )

describe('a draft', () => {
  it('is split into blocks', () => {
    assert.deepEqual(shape('# 标题\n\n正文。\n\n> 引文\n\n- 甲\n- 乙\n\n```\n码\n```\n\n<!-- 注 -->\n'), [
      'heading: 标题',
      'paragraph: 正文。',
      'paragraph quoted: 引文',
      'paragraph: 甲',
      'paragraph: 乙',
      'code: ```\n码\n```',
      'comment: <!-- 注 -->',
    ])
  })

  it('lines that are paragraphs to the writer are paragraphs', () => {
    assert.deepEqual(shape('一、基本情况\n4月12日，青石镇清淤。\n　　次日复查。\n二、问题\n有三处未清。'), [
      'paragraph: 一、基本情况',
      'paragraph: 4月12日，青石镇清淤。',
      'paragraph: 次日复查。',
      'paragraph: 二、问题',
      'paragraph: 有三处未清。',
    ])
  })

  it('hard-wrapped lines are one paragraph', () => {
    assert.deepEqual(shape('这一段文字被编辑器在七十二列\n处折行，但它是一段。'), [
      'paragraph: 这一段文字被编辑器在七十二列处折行，但它是一段。',
    ])
  })

  it('hard-wrapped lines are one paragraph when the first is indented, too', () => {
    const wrapped = '　　据县统计局抽样调查，全县夏粮面积18.6万亩，\n比上年增加0.4万亩。\n'
    assert.deepEqual(
      openDraft(wrapped).blocks.map(({ block }) => block.text),
      ['据县统计局抽样调查，全县夏粮面积18.6万亩，比上年增加0.4万亩。'],
    )
    const heading = '　　存在问题\n青石村3口堰塘渗漏。\n'
    assert.equal(openDraft(heading).blocks.length, 2)
  })

  it('four blanks are an indentation, not code', () => {
    assert.deepEqual(shape('    近日，青石镇清淤。'), ['paragraph: 近日，青石镇清淤。'])
  })

  it('# and textual headings make one outline', () => {
    const draft = openDraft(
      '# 青石镇河道清淤\n\n## 一、做法\n\n（一）早部署\n\n甲。\n\n（二）严检查。乙。\n\n## 二、问题\n\n丙。\n',
    )
    assert.deepEqual(
      [...allSections(draft.outline)].map(({ depth, title }) => `${depth} ${title}`),
      ['1 青石镇河道清淤', '2 做法', '3 早部署', '3 严检查', '2 问题'],
    )
  })

  it('reads table cells', () => {
    const { block } = openDraft('| 村 | 户数 |\n|---|---:|\n| 青石 | 12 |\n| 合计 | **12** |\n').blocks[0]!
    assert.deepEqual(
      block.rows.map(row => row.map(cell => cell.text)),
      [
        ['村', '户数'],
        ['青石', '12'],
        ['合计', '12'],
      ],
    )
    assert.equal(block.source.slice(block.rows[1]![0]!.span.start, block.rows[1]![0]!.span.end), '青石')
  })

  it('reads the front matter, with a full-width colon too', () => {
    const draft = openDraft(
      '---\n标题：青石镇清淤\ntype: 动态\n拟稿人:\n  - 王某\n  - 李某\n其他: 1\n---\n正文',
    )
    const { entries, otherKeys, repeated } = draft.frontMatter!
    assert.equal(entries.get('标题')!.text, '青石镇清淤')
    assert.equal(entries.get('类型')!.text, '动态')
    assert.deepEqual(entries.get('拟稿人')!.list, ['王某', '李某'])
    assert.deepEqual(
      otherKeys.map(({ name }) => name),
      ['其他'],
    )
    assert.deepEqual(repeated, [])
    const { value } = entries.get('类型')!
    assert.equal(draft.text.slice(value.start, value.end), '动态')
  })

  it('an unclosed front matter is a problem, not a lost draft', () => {
    const draft = openDraft('---\n标题: 青石镇\n\n正文。')
    assert.equal(draft.frontMatter!.problems.length, 1)
    assert.ok(draft.blocks.some(({ block }) => block.text.includes('正文')))
  })

  it('an alias bomb expands nothing', () => {
    const lines = ['a: &a [x,x,x,x,x,x,x,x,x]']
    for (let i = 1; i < 12; i++)
      lines.push(
        `b${i}: &b${i} [${Array(9)
          .fill(i === 1 ? '*a' : `*b${i - 1}`)
          .join(',')}]`,
      )
    const draft = openDraft(`---\n${lines.join('\n')}\n类型: 动态\n---\n正文`)
    assert.equal(draft.frontMatter!.entries.get('类型')!.text, '动态')
  })

  it('after any edits equals a fresh reading, and untouched blocks keep their identity', () => {
    const pieces = [
      '一、问题\n',
      '甲乙丙。',
      '\n\n',
      '\n',
      '- ',
      '> ',
      '# ',
      '| a | b |\n|---|---|\n| 1 | 2 |\n',
      '```\n',
      '---\n',
      '类型: 动态\n',
      '<!-- x -->',
      '\r\n',
      '\r',
      '|---|---|\r\n',
      ' \n',
      '    ',
      '1. ',
      '**',
      '\ud83d',
    ]
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map(parts => parts.join(''))
    fc.assert(
      fc.property(
        text,
        fc.array(fc.record({ at: fc.nat(), cut: fc.nat(20), put: text }), { maxLength: 8 }),
        (start, edits) => {
          let draft = openDraft(start)
          for (const { at, cut, put } of edits) {
            const from = at % (draft.text.length + 1)
            const to = Math.min(draft.text.length, from + cut)
            draft = editDraft(
              draft,
              { start: from, end: to, text: put },
              draft.text.slice(0, from) + put + draft.text.slice(to),
            )
            const fresh = openDraft(draft.text)
            assert.deepEqual(places(draft), places(fresh))
            assert.deepEqual(draft.frontMatter, fresh.frontMatter)
          }
        },
      ),
      { numRuns: 400 },
    )
  })

  it('an edit in one paragraph creates one block', () => {
    const before = openDraft(
      Array.from({ length: 50 }, (_, i) => `第${i}段文字，内容各不相同。`).join('\n\n'),
    )
    const at = before.text.indexOf('第25段') + 3
    const after = editDraft(
      before,
      { start: at, end: at, text: '新' },
      `${before.text.slice(0, at)}新${before.text.slice(at)}`,
    )
    const old = new Set(before.blocks.map(({ block }) => block))
    assert.equal(after.blocks.filter(({ block }) => !old.has(block)).length, 1)
  })
})

function places(draft: ReturnType<typeof openDraft>) {
  return draft.blocks.map(({ block, start, end }) => ({
    context: block.context,
    source: block.source,
    start,
    end,
  }))
}
