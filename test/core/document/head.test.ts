// A head as people write it: read as it is meant, or told at its place, and the same in the checks and the hand-in.

import assert from 'node:assert/strict'
import fc from 'fast-check'
import { classifiedMark } from '../../../client/src/submission/text/classified'
import { readFrontMatter as readForm } from '../../../client/src/submission/text/frontMatter'
import { applyEdits, handInEdits } from '../../../client/src/submission/text/handInFields'
import { editDraft, openDraft } from '../../../server/src/core'
import { keysWritten, locateHead, readableHead } from '../../../server/src/core/document/head'

const written = (head: string) => `---\n${head}\n---\n\n东湾乡清淤3.2公里。\n`

/** What the checks read, each value with the very characters that stand at its key and value. */
function read(text: string): Record<string, string> {
  const entries = openDraft(text).frontMatter?.entries ?? []
  return Object.fromEntries([...entries].map(([key, { text: value }]) => [key, value]))
}

const told = (text: string): string[] =>
  (openDraft(text).frontMatter?.problems ?? []).map(({ span }) => text.slice(span.start, span.end))

describe('a head', () => {
  for (const [what, head] of [
    ['no blank behind the colon', '标题:东湾乡清淤\n接报时间:2026-03-02 07:10'],
    ['full-width colons', '标题：东湾乡清淤\n接报时间： 2026-03-02 07:10'],
    ['small and vertical colons', '标题﹕东湾乡清淤\n接报时间﹕2026-03-02 07:10'],
    ['full-width indentation', '　标题：东湾乡清淤\n　接报时间: 2026-03-02 07:10'],
    ['one line indented', '标题: 东湾乡清淤\n　　接报时间：2026-03-02 07:10'],
    ['blanks of a web page', '\u00a0标题:\u00a0东湾乡清淤\n\u00a0接报时间:\u00a02026-03-02 07:10'],
    ['all indented', '  标题: 东湾乡清淤\n  接报时间: 2026-03-02 07:10'],
    ['keys spread to one width', '标　　题: 东湾乡清淤\n接报时间: 2026-03-02 07:10'],
    ['blanks before the colon', '标题 ：东湾乡清淤\n接报时间 : 2026-03-02 07:10'],
    ['quoted keys', '"标题": 东湾乡清淤\n\'接报时间\': "2026-03-02 07:10"'],
  ] as const)
    it(`is read as it is meant: ${what}`, () => {
      const text = written(head)
      assert.deepEqual(told(text), [])
      assert.deepEqual(read(text), { 标题: '东湾乡清淤', 接报时间: '2026-03-02 07:10' })
      assert.deepEqual(readForm(text)?.values, { 标题: ['东湾乡清淤'], 接报时间: ['2026-03-02 07:10'] })
      const { key, value } = openDraft(text).frontMatter!.entries.get('接报时间')!
      assert.equal(text.slice(key.start, key.end).replace(/["']/g, ''), '接报时间')
      assert.equal(text.slice(value.start, value.end).replaceAll('"', ''), '2026-03-02 07:10')
    })

  it('keeps values as text that YAML takes for something else', () => {
    for (const value of [
      '"两清"行动见效',
      '[转发]防汛通知',
      '东湾乡: 清淤3.2公里',
      '3 #泵站停运',
      '#2泵站停运',
      "it's: 甲",
      '*重点* 清淤',
      '- 清淤',
      '@全体',
      '100%达标',
      '08395550114',
      '2026.10',
      '0x10',
      'true',
    ]) {
      const text = written(`标题: ${value}\n联系电话: 08395550114`)
      assert.deepEqual(read(text), { 标题: value, 联系电话: '08395550114' })
      assert.deepEqual(readForm(text)?.values, { 标题: [value], 联系电话: ['08395550114'] })
    }
  })

  it('leaves alone what is well-formed YAML', () => {
    const text = written(
      '标题: "甲: 乙" # 暂定\n附件: [甲.xlsx, 乙.xlsx]\n状态: 草稿 # 待看\n迟报原因: |\n  路断\n  网断\nlayout: {a: 1}',
    )
    assert.deepEqual(told(text), [])
    assert.deepEqual(read(text), {
      标题: '甲: 乙',
      附件: '甲.xlsx、乙.xlsx',
      状态: '草稿',
      迟报原因: '路断\n网断',
    })
  })

  for (const [what, text, at] of [
    ['below another key', written('标题:\n  接报时间: 2026-03-02 07:10'), ['接报时间']],
    ['as items of a list', written('- 标题: 甲\n- 接报时间: 2026-03-02 07:10'), ['标题', '接报时间']],
    [
      'without its own colon',
      written('标题: 甲\n接报时间 2026-03-02 07：10'),
      ['接报时间 2026-03-02 07：10'],
    ],
    ['without fences', '标题：甲\n接报时间：2026-03-02 07:10\n\n东湾乡清淤。\n', ['标题：']],
    ['without an end', '---\n标题：甲\n接报时间：2026-03-02 07:10\n\n东湾乡清淤。\n', ['---']],
  ] as const)
    it(`tells at its place what is not read: ${what}`, () => assert.deepEqual(told(text), at))

  it('may stand below blank lines and between dashes of a Chinese keyboard', () => {
    for (const text of [
      '\n　\n---\n标题: 甲\n类型: 动态\n---\n东湾乡清淤。\n',
      '\ufeff---　\n标题: 甲\n类型: 动态\n---\u00a0\n东湾乡清淤。\n',
      '———\n标题：甲\n类型：动态\n———\n东湾乡清淤。\n',
      '－－－\r\n标题：甲\r\n类型：动态\r\n－－－\r\n东湾乡清淤。\r\n',
    ]) {
      assert.deepEqual(read(text), { 标题: '甲', 类型: '动态' })
      assert.deepEqual(readForm(text)?.values, { 标题: ['甲'], 类型: ['动态'] })
      assert.match(text.slice(readForm(text)!.block.end), /^东湾乡清淤。/)
      assert.match(openDraft(text).blocks[0]!.block.source, /^东湾乡清淤。/)
    }
  })

  it('is none where a text begins with a rule', () => {
    for (const inside of [
      '\n东湾乡清淤3.2公里。\n\n原因：淤积多年。\n',
      '原因：淤积多年。\n措施：挖机2台。\n',
      '\n# 一、情况\n',
    ]) {
      const text = `---\n${inside}\n---\n\n东湾乡清淤。\n`
      assert.equal(locateHead(text), undefined)
      assert.equal(openDraft(text).frontMatter, undefined)
      assert.equal(readForm(text), undefined)
    }
    // Other people's heads, and one that is still empty, are heads.
    for (const inside of ['layout: post\ntags:\n  - a\n', '', '\n', '{title: 甲}\n', '报告人: 甲\n'])
      assert.ok(locateHead(`---\n${inside}---\n正文。\n`))
  })

  it('is written into where it stands', () => {
    const text = '\n---\n　标题：甲\n　状态:草稿\n---\n东湾乡清淤。\n'
    const after = applyEdits(text, handInEdits(text, { 状态: '已报送', 回执号: 'LG-1' })!)
    assert.deepEqual(readForm(after)?.values, { 标题: ['甲'], 状态: ['已报送'], 回执号: ['LG-1'] })
    assert.deepEqual(read(after), { 标题: '甲', 状态: '已报送', 回执号: 'LG-1' })
  })

  it('hides no classification mark', () => {
    for (const head of ['密级:秘密', '　密级：机密', '- 密级: 秘密', '标题: 甲\n 密级: 秘密'])
      assert.ok(classifiedMark(`\n---\n标题：甲\n${head}\n---\n正文。\n`), head)
  })

  it('says where brackets are piled up, and does not take them apart', () => {
    const { problems } = openDraft(`---\n类型: 动态\n甲: ${'['.repeat(20_000)}\n---\n正文。\n`).frontMatter!
    assert.equal(problems.length, 1)
    assert.match(problems[0]!.text[0], /括号/)
    assert.deepEqual(openDraft('---\n类型: 动态\n审核人: [甲, 乙]\n---\n正文。\n').frontMatter!.problems, [])
  })

  it('loses no key in silence, however it is written, and both readers agree', () => {
    const key = fc.constantFrom('标题', '类型', '接报时间', '报送时限', '单位', 'deadline')
    const blank = fc.constantFrom('', '', '', ' ', '　', '  ', '\t', '\u00a0', '- ')
    const value = fc.constantFrom(
      '甲',
      '2026-03-02 07:10',
      '',
      '"甲"乙',
      '[甲',
      '甲: 乙',
      '# 甲',
      '|',
      '- 甲',
      "'甲",
      '{甲',
    )
    const line = fc
      .tuple(blank, key, blank, fc.constantFrom(':', '：', '﹕', ' ', ''), blank, value)
      .map(parts => parts.join(''))
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('\n', '\r\n'),
        (lines, eol) => {
          const text = ['---', ...lines, '---', '', '正文。', ''].join(eol)
          const place = locateHead(text)
          if (!place || place.missing) return
          const head = openDraft(text).frontMatter!
          if (head.problems.length > 0) return
          const known = [
            ...head.entries.values(),
            ...head.repeated.map(({ span }) => ({ key: span, value: span })),
          ]
          const { start, end } = place.inner
          for (const found of keysWritten(text.slice(start, end)))
            assert.ok(
              known.some(
                ({ key, value }) =>
                  key.start === start + found.start ||
                  (value.start <= start + found.start && value.end >= start + found.end),
              ),
              `${found.key} in ${JSON.stringify(text)}`,
            )
          const form = readForm(text)!
          assert.equal(form.broken, undefined)
          for (const [name, { list, people }] of head.entries)
            if (!people)
              assert.deepEqual(
                (form.values[name] ?? []).join().replace(/\s+/g, ' '),
                list
                  .filter(each => each && each !== '~')
                  .join()
                  .replace(/\s+/g, ' '),
              )
        },
      ),
      { numRuns: 600 },
    )
  })

  it('is mapped back character by character', () => {
    const inner = "　标题：it's: 甲\n　单　位:东湾乡\n"
    const { source, toOriginal } = readableHead(inner)
    assert.equal(source, "标题: 'it''s: 甲'\n单位: 东湾乡\n")
    for (const piece of ['标题', '甲', '东湾乡'])
      assert.equal(inner.slice(toOriginal(source.indexOf(piece))).startsWith(piece), true)
    assert.equal(toOriginal(source.length), inner.length)
  })

  it('follows edits that make and unmake it', () => {
    const chars = fc.constantFrom('-', '---\n', '\n', '标题：甲\n', '接报时间:1\n', '甲。', '　', '：')
    fc.assert(
      fc.property(
        fc.array(chars, { maxLength: 10 }),
        fc.array(fc.tuple(fc.nat(40), fc.nat(6), chars), { minLength: 1, maxLength: 6 }),
        (start, edits) => {
          let text = start.join('')
          let draft = openDraft(text)
          for (const [at, length, put] of edits) {
            const from = Math.min(at, text.length)
            const to = Math.min(from + length, text.length)
            text = text.slice(0, from) + put + text.slice(to)
            draft = editDraft(draft, { start: from, end: to, text: put }, text)
            const fresh = openDraft(text)
            assert.deepEqual(draft.frontMatter, fresh.frontMatter)
            assert.equal(draft.bodyStart, fresh.bodyStart)
            assert.deepEqual(
              draft.blocks.map(({ block, start }) => [block.source, start]),
              fresh.blocks.map(({ block, start }) => [block.source, start]),
            )
          }
        },
      ),
      { numRuns: 400 },
    )
  })
})
