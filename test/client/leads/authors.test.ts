import assert from 'node:assert/strict'
import fc from 'fast-check'
import { creditEdits, drafterNames } from '../../../client/src/leads/authors'
import { applyEdits } from '../../../client/src/submission/text/handInFields'
import { readFrontMatter } from '../../../server/src/core'

const chen = { name: '陈立', part: '线索' }
const credit = (text: string, people = [chen]): string => {
  const edits = creditEdits(text, people)
  assert.ok(edits, `no edits for\n${text}`)
  return applyEdits(text, edits)
}
const headed = (head: string) => `---\n${head}\n---\n\n正文。\n`
const becomes = (before: string, after: string, people = [chen]) =>
  assert.equal(credit(headed(before), people), headed(after))

describe('crediting who gave a lead', () => {
  it('a name becomes a list, its comment and its quotes stay', () => {
    becomes('拟稿人: 周敏', '拟稿人:\n  - 周敏\n  - 陈立（线索）')
    becomes(
      '拟稿人:   "周敏"  # 新来的\n类型: 动态',
      '拟稿人:\n  - "周敏"  # 新来的\n  - 陈立（线索）\n类型: 动态',
    )
    becomes('authors: 周敏（采写）', 'authors:\n  - 周敏（采写）\n  - 陈立（线索）')
    becomes('拟稿人：周敏\n类型：动态', '拟稿人:\n  - 周敏\n  - 陈立（线索）\n类型：动态')
  })

  it('names in a line stay a line', () => {
    becomes('拟稿人: 周敏、孙丽 # 两人', '拟稿人: 周敏、孙丽、陈立（线索） # 两人')
    becomes('拟稿人: "周敏, 孙丽（摄影、采写）"', '拟稿人: "周敏, 孙丽（摄影、采写）, 陈立（线索）"')
  })

  it('a list stays the list that it is', () => {
    becomes('拟稿人: [周敏, 孙丽]  # 组', '拟稿人: [周敏, 孙丽, 陈立（线索）]  # 组')
    becomes('拟稿人: []', '拟稿人: [陈立（线索）]')
    becomes(
      '拟稿人:\n- 周敏（采写） # 执笔\n# 还有人\n类型: 动态',
      '拟稿人:\n- 周敏（采写） # 执笔\n- 陈立（线索）\n# 还有人\n类型: 动态',
    )
    becomes('拟稿人:\n    - 周敏\n    -', '拟稿人:\n    - 周敏\n    - 陈立（线索）')
  })

  it('parts are written as the others are', () => {
    becomes('拟稿人:\n  - 周敏: 采写', '拟稿人:\n  - 周敏: 采写\n  - 陈立: 线索')
    becomes(
      '拟稿人:\n  - 姓名: 周敏\n    分工: 采写\n类型: 动态',
      '拟稿人:\n  - 姓名: 周敏\n    分工: 采写\n  - 姓名: 陈立\n    分工: 线索\n类型: 动态',
    )
    becomes(
      '拟稿人:\n  - {name: 周敏, part: 采写}',
      '拟稿人:\n  - {name: 周敏, part: 采写}\n  - {name: 陈立, part: 线索}',
    )
    becomes('拟稿人:\n  周敏: 采写', '拟稿人:\n  周敏: 采写\n  陈立: 线索')
    becomes('拟稿人: {周敏: 采写}', '拟稿人: {周敏: 采写, 陈立: 线索}')
    becomes(
      '拟稿人:\n  姓名: 周敏\n  分工: 采写\n类型: 动态',
      '拟稿人:\n  - 姓名: 周敏\n    分工: 采写\n  - 姓名: 陈立\n    分工: 线索\n类型: 动态',
    )
    becomes(
      '拟稿人: {姓名: 周敏, 分工: 采写}',
      '拟稿人: [{姓名: 周敏, 分工: 采写}, {姓名: 陈立, 分工: 线索}]',
    )
  })

  it('nobody is there yet', () => {
    becomes('拟稿人:\n类型: 动态', '拟稿人:\n  - 陈立（线索）\n类型: 动态')
    becomes('拟稿人: # 待定', '拟稿人: # 待定\n  - 陈立（线索）')
    becomes('拟稿人: ""', '拟稿人:\n  - 陈立（线索）')
    becomes(
      '标题: 清淤\n单位: 青石镇\n状态: 草稿',
      '标题: 清淤\n单位: 青石镇\n拟稿人:\n  - 陈立（线索）\n状态: 草稿',
    )
    becomes('标题: 清淤', '标题: 清淤\n拟稿人:\n  - 陈立（线索）')
    becomes('{标题: 清淤}', '{标题: 清淤, 拟稿人: [陈立（线索）]}')
    becomes('{标题: 清淤, 拟稿人: 周敏}', '{标题: 清淤, 拟稿人: [周敏, 陈立（线索）]}')
  })

  it('a report without a head gets one, and loses nothing', () => {
    assert.equal(credit('正文。\n'), '---\n拟稿人:\n  - 陈立（线索）\n---\n\n正文。\n')
    assert.equal(
      credit('\ufeff正文。\r\n'),
      '\ufeff---\r\n拟稿人:\r\n  - 陈立（线索）\r\n---\r\n\r\n正文。\r\n',
    )
    assert.equal(credit(''), '---\n拟稿人:\n  - 陈立（线索）\n---\n\n')
    assert.equal(credit('---\n\n正文。\n'), '---\n拟稿人:\n  - 陈立（线索）\n---\n\n---\n\n正文。\n')
  })

  it('a gap of the template stays a gap', () => {
    becomes('拟稿人: 【填：拟稿人】', '拟稿人:\n  - 【填：拟稿人】\n  - 陈立（线索）')
  })

  it('nobody is named twice', () => {
    for (const value of ['陈立', '陈立（采写）', '[周敏, 陈立：摄影]', '\n  - 姓名: 陈立', '\n  陈立:'])
      assert.deepEqual(creditEdits(headed(`拟稿人: ${value}`), [chen]), [], value)
    becomes('拟稿人: [陈立]', '拟稿人: [陈立, 孙丽（线索）]', [chen, { name: '孙丽', part: '线索' }])
  })

  it('what cannot be read is not touched', () => {
    for (const head of [
      '拟稿人: [周敏',
      '拟稿人: *谁',
      '拟稿人: &a 周敏\n审核人: *a\n: : :',
      '- 拟稿人: 周敏',
      '拟稿人: 周敏\n只有一句话',
    ])
      assert.equal(creditEdits(headed(head), [chen]), undefined, head)
    assert.equal(creditEdits('---\n标题: 没有写完\n拟稿人: 周敏\n', [chen]), undefined)
  })

  it('who drafts the next report is who drafted this one, not who gave a lead', () => {
    assert.equal(drafterNames(headed('拟稿人:\n  - 周敏（采写） # 执笔\n  - 陈立（线索）')), '周敏')
    assert.equal(drafterNames(headed('拟稿人：周敏、孙丽（摄影）')), '周敏、孙丽')
    assert.equal(drafterNames(headed('标题: 清淤')), '')
    assert.equal(drafterNames('正文。'), '')
  })

  it('with any shape, comments and line ends: everybody is there, all else is as it was', () => {
    const name = fc.string({ unit: fc.constantFrom(...'周敏陈孙丽何罗平'), minLength: 2, maxLength: 3 })
    const part = fc.constantFrom('', '采写', '采写、摄影', '数据核对')
    const people = fc.uniqueArray(fc.record({ name, part }), { selector: each => each.name, maxLength: 4 })
    const comment = fc.constantFrom('', ' # 注', '   # 周敏: [')
    type P = { name: string; part: string }
    const text = ({ name, part }: P) => (part ? `${name}（${part}）` : name)
    const shape = fc.constantFrom<(list: P[], c: string) => string>(
      (list, c) => `拟稿人: ${list.map(text).join('、')}${c}`,
      (list, c) => `拟稿人: [${list.map(text).join(', ')}]${c}`,
      (list, c) => `authors: [${list.map(p => `"${text(p)}"${c ? `${c}\n  ` : ''}`).join(', ')}]`,
      (list, c) => `拟稿人:${c}\n${list.map(p => `  - ${text(p)}${c}`).join('\n')}`,
      (list, c) => `拟稿人:${c}\n${list.map(p => `- '${text(p)}'${c}`).join('\n')}`,
      (list, c) => `拟稿人:\n${list.map(p => `  - 姓名: ${p.name}${c}\n    分工: ${p.part}`).join('\n')}`,
      (list, c) => `拟稿人:\n${list.map(p => `    ${p.name}: ${p.part}${c}`).join('\n')}`,
      (list, c) => `拟稿人：${list.map(text).join('，')}${c}`,
    )
    const eol = fc.constantFrom('\n', '\r\n')
    const added = fc.uniqueArray(name, { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(shape, people, comment, eol, added, (write, list, c, eol, names) => {
        const before = `---\n标题: 清淤 # 题\n${write(list, c)}\n审核人: 何建国\n---\n\n正文。\n`.replaceAll(
          '\n',
          eol,
        )
        const read = (value: string) => readFrontMatter(value)!
        const known = read(before).entries.get('拟稿人')?.people?.people ?? []
        const after = credit(
          before,
          names.map(each => ({ name: each, part: '线索' })),
        )
        const expected = [
          ...known.map(text),
          ...names.filter(each => !known.some(p => p.name === each)).map(each => `${each}（线索）`),
        ]
        const head = read(after)
        assert.deepEqual(head.problems, [])
        assert.deepEqual((head.entries.get('拟稿人')?.people?.people ?? []).map(text), expected, after)
        for (const key of ['标题', '审核人'] as const)
          assert.equal(head.entries.get(key)?.text, read(before).entries.get(key)?.text)
        assert.ok(after.endsWith(before.slice(before.indexOf('---', 4))), 'the body stays')
        assert.equal(after.split('#').length, before.split('#').length, 'comments stay')
        assert.equal(after.includes('\r\n'), eol === '\r\n')
        assert.equal(/[^\r]\n/.test(after) && eol === '\r\n', false)
        assert.deepEqual(
          creditEdits(
            after,
            names.map(each => ({ name: each, part: '线索' })),
          ),
          [],
          'a second time changes nothing',
        )
      }),
      { numRuns: 400 },
    )
  })

  it('any text is taken without an accident', () => {
    const soup = fc.string({ unit: fc.constantFrom(...'-拟稿人: ：周敏[]{}（）、\n\r"\'#&*|>?\ufeff') })
    fc.assert(
      fc.property(soup, fc.boolean(), (text, fenced) => {
        const report = fenced ? `---\n${text}\n---\n正文` : text
        const edits = creditEdits(report, [chen])
        if (edits === undefined) return
        const after = applyEdits(report, edits)
        assert.equal(after.replace(/\s/g, '').length >= report.replace(/\s/g, '').length, true)
        assert.deepEqual(creditEdits(after, [chen]), [])
      }),
      { numRuns: 500 },
    )
  })
})
