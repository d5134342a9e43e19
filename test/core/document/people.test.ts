import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  createAnalyzer,
  defaultSettings,
  drafters,
  openDraft,
  personText,
  readFrontMatter,
} from '../../../server/src/core'
import { rules } from '../../../server/src/core/rules'
import { findingsOf } from '../../support/analyzeRule'

const read = (value: string) => {
  const text = `---\n标题: 清淤\n${value}\n---\n`
  const entry = readFrontMatter(text)!.entries.get('拟稿人')
  const { people = [], faults = [] } = entry?.people ?? {}
  return {
    entry,
    people: people.map(({ name, part }) => [name, part]),
    places: people.map(({ span }) => text.slice(span.start, span.end)),
    faults: faults.map(({ kind, span }) => [kind, text.slice(span.start, span.end)]),
  }
}

describe('people of a report', () => {
  const two = [
    ['周敏', '采写'],
    ['陈立', '数据核对'],
  ]

  for (const [shape, value] of Object.entries({
    'list with brackets': '拟稿人:\n  - 周敏（采写）\n  - 陈立(数据核对)',
    'list with colons': '拟稿人:\n  - 周敏：采写\n  - 陈立: 数据核对',
    'list of maps': '拟稿人:\n  - 姓名: 周敏\n    分工: 采写\n  - {name: 陈立, part: 数据核对}',
    'map of names': '拟稿人:\n  周敏: 采写\n  陈立: 数据核对',
    'flow list': '拟稿人: [周敏（采写）, "陈立：数据核对"]',
    'flow map': '拟稿人: {周敏: 采写, 陈立: 数据核对}',
    'one line': '拟稿人: 周敏（采写）、陈立（数据核对）',
    'full-width colon': '拟稿人：周敏（采写），陈立：数据核对',
    'english key': 'authors:\n- 周敏（采写）\n- 陈立（数据核对） # 新调来',
  }))
    it(`reads a ${shape}`, () => {
      const { people, faults, entry } = read(value)
      assert.deepEqual(people, two)
      assert.deepEqual(faults, [])
      assert.match(entry!.text, /周敏.*陈立/)
    })

  it('one name stays one name, with its place', () => {
    const { people, places, entry } = read('拟稿人: 周敏 # 新来的')
    assert.deepEqual(people, [['周敏', '']])
    assert.deepEqual(places, ['周敏'])
    assert.equal(entry!.text, '周敏')
  })

  it('several parts of one person are not several people', () => {
    const { people, places } = read('拟稿人: 周敏（采写、摄影）、陈立')
    assert.deepEqual(people, [
      ['周敏', '采写、摄影'],
      ['陈立', ''],
    ])
    assert.deepEqual(places, ['周敏（采写、摄影）', '陈立'])
  })

  it('nobody is no fault', () => {
    for (const value of ['拟稿人:', '拟稿人: []', '拟稿人: ""', '拟稿人:\n  -'])
      assert.deepEqual(read(value).faults, [], value)
  })

  it('a gap of a template is nobody, and no fault', () => {
    const { people, faults, entry } = read('拟稿人: 【填：拟稿人】')
    assert.deepEqual([people, faults, entry!.text], [[], [], '【填：拟稿人】'])
    assert.deepEqual(read('拟稿人:\n  - 【填：拟稿人】\n  - 陈立（线索）').people, [['陈立', '线索']])
  })

  it('what cannot be read is told at its place', () => {
    assert.deepEqual(read('拟稿人:\n  - 周敏\n  - （采写）').faults, [['nameless', '（采写）']])
    assert.deepEqual(read('拟稿人:\n  - 分工: 采写').faults, [['nameless', '分工: 采写']])
    assert.deepEqual(read('拟稿人:\n  - [周敏, 陈立]').faults, [['nameless', '[周敏, 陈立]']])
    assert.deepEqual(read('拟稿人: 13').faults, [['nameless', '13']])
    assert.deepEqual(read('拟稿人: [周敏（采写, 陈立]').faults, [['bracket', '周敏（采写']])
    assert.deepEqual(read('拟稿人: 周敏（采写）、周敏（摄影）').faults, [['twice', '周敏（摄影）']])
  })

  it('who gave a lead did not draft', () => {
    const { people } = readFrontMatter(
      '---\n拟稿人: [周敏, 陈立（线索）, 孙丽（供图、供料）]\n---\n',
    )!.entries.get('拟稿人')!.people!
    assert.deepEqual(
      drafters(people).map(({ name }) => name),
      ['周敏'],
    )
    assert.equal(drafters(people.slice(1)).length, 2)
  })

  it('any value is read without an accident, and its places are in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'周敏（）():：-[]{}、,\n "\'#&*|> 𠮷') }), value => {
        const text = `---\n拟稿人: ${value}\n审核人:\n  - ${value}\n---\n`
        for (const entry of readFrontMatter(text)?.entries.values() ?? [])
          for (const { span } of [...(entry.people?.people ?? []), ...(entry.people?.faults ?? [])])
            assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length)
      }),
    )
  })

  it('a person written as text is read back as the same', () => {
    const name = fc.string({ unit: fc.constantFrom(...'周敏陈立罗志平'), minLength: 2, maxLength: 4 })
    const part = fc.string({ unit: fc.constantFrom(...'采写摄影、数据核对'), maxLength: 8 })
    fc.assert(
      fc.property(name, part, (name, part) => {
        const tidy = part.replace(/^、+|、+$/g, '')
        assert.deepEqual(read(`拟稿人:\n  - ${personText({ name, part: tidy })}`).people, [[name, tidy]])
      }),
    )
  })
})

describe('the rule on the front matter', () => {
  const rule = rules.find(({ id }) => id === 'front-matter')!
  const findings = (value: string, reviewer = '何建国', approver = '罗志平') =>
    findingsOf(
      rule,
      `---\n标题: 青石镇清淤\n类型: 动态\n单位: 青石镇\n${value}\n审核人: ${reviewer}\n签发人: ${approver}\n---\n\n4月12日，青石镇清淤3.2公里。\n`,
    )

  it('says nothing about several people with their parts', () => {
    for (const value of [
      '拟稿人:\n  - 周敏（采写）\n  - 陈立（线索）',
      '拟稿人: [周敏, 陈立]',
      '拟稿人: 周敏：采写',
    ])
      assert.deepEqual(findings(value), [], value)
  })

  it('names the faulty place and does not call the key missing as well', () => {
    const found = findings('拟稿人:\n  - （采写）')
    assert.equal(found.length, 1)
    assert.match(JSON.stringify(found), /读不出姓名/)
  })

  it('sees through parts that one person did it all', () => {
    assert.match(
      JSON.stringify(findings('拟稿人: [何建国（采写）, 陈立（线索）]', '何建国', '何建国')),
      /一人/,
    )
    assert.deepEqual(findings('拟稿人: [何建国, 陈立（采写）]', '何建国', '何建国'), [])
  })
})

describe('a lead', () => {
  const report = (text: string, path = '') =>
    createAnalyzer(rules)(openDraft(text), { settings: defaultSettings, now: 0, path })
  const head = '---\n类型: 线索\n标题: 塌方\n提供人: 陈立\n---\n\n'
  const vague = '近日，在镇党委政府的坚强领导下，取得显著成效，得到群众一致好评。\n'

  it('is no report, by its head or by its folder', () => {
    for (const { isReport, findings, classification } of [
      report(head + vague),
      report(vague, 'file:///w/线索/2026-11-23-塌方.md'),
      report(`---\n单位: 青石镇\n---\n\n${vague}`, '线索/a.md'),
    ]) {
      assert.equal(isReport, false)
      assert.equal(classification.isLead, true)
      assert.deepEqual(findings, [])
    }
  })

  it('a report in that folder is a report', () => {
    assert.equal(report(`---\n类型: 动态\n---\n\n${vague}`, '线索/a.md').isReport, true)
    assert.equal(report(`---\n类型: 问题\n---\n\n${vague}`, '问题线索/a.md').isReport, true)
  })

  it('a secret must not lie there either', () => {
    assert.deepEqual(
      report(`${head}机密★1年\n\n${vague}`).findings.map(({ rule }) => rule),
      ['classified-content'],
    )
  })
})
