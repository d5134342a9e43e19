// The page of the problem matrix: readable without colour, with scripts or resources from nowhere.

import assert from 'node:assert/strict'
import { problemMatrixPage } from '../../client/src/features/problemMatrixPage'
import type { MatrixMeasureCell, ProblemMatrixResult } from '../../server/src/protocol'

const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 4 } }
const cell = (text: string) => ({ text, range })
const measure = (text: string, more: Partial<MatrixMeasureCell> = {}): MatrixMeasureCell => ({
  ...cell(text),
  owner: '',
  person: '',
  deadline: '',
  standard: '',
  done: false,
  ...more,
})
const matrix: ProblemMatrixResult = {
  uri: 'file:///w/甲.md',
  title: '沟渠<淤堵>',
  isReport: true,
  kindLabel: '问题',
  owes: true,
  blanks: 3,
  markdown: '',
  rows: [
    {
      problem: cell('沟渠淤堵'),
      causes: [],
      measures: [
        measure('加快清淤', {
          owner: '农业农村办',
          person: '张某',
          deadline: '5月10日前',
          standard: '过水标准',
        }),
        measure('加强巡查', { done: true }),
      ],
    },
  ],
}
const show = (change: Partial<ProblemMatrixResult> = {}) =>
  problemMatrixPage({ ...matrix, ...change }, 'zh-CN')
const texts = (html: string, tag: string) =>
  [...html.matchAll(new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`, 'g'))].map(hit =>
    hit[1]!.replace(/<[^>]+>/g, ''),
  )

describe('the page of the problem matrix', () => {
  it('is a table with headers, a line for each measure, and blanks said in words', () => {
    const html = show()
    assert.deepEqual(texts(html, 'th'), [
      '问题',
      '原因',
      '措施',
      '责任单位（人）',
      '完成时限',
      '验收标准',
      '沟渠淤堵',
    ])
    assert.match(html, /<th rowspan="2" scope="row" data-column="问题">/)
    assert.deepEqual(texts(html, 'td'), [
      '未写原因',
      '加快清淤',
      '农业农村办（张某）',
      '5月10日前',
      '过水标准',
      '加强巡查 （已办）',
      '未写责任单位',
      '未写时限',
      '',
    ])
    assert.match(texts(html, 'p').join(), /还有 3 处没有写/)
  })

  it('leads from every cell, blank ones too, to the words in the draft', () => {
    const links = [...show().matchAll(/<td[^>]*><a href="([^"]+)"/g)].map(hit => decodeURIComponent(hit[1]!))
    assert.equal(links.length, 8)
    for (const href of links) assert.match(href, /^command:ligao\.reveal\?\["file:\/\/\/w\/甲\.md",\{"start"/)
  })

  it('says so where nothing is owed, nothing was found, or nothing was checked', () => {
    const brief = show({ owes: false, blanks: 0, kindLabel: '动态', rows: [] })
    assert.match(brief, /动态类信息不要求写问题、原因和措施，不需要对照表/)
    assert.doesNotMatch(brief, /<table|copyProblemMatrix/)
    const some = show({ owes: false, blanks: 0, kindLabel: '动态' })
    assert.match(some, /仅供参考/)
    assert.doesNotMatch(some, /未写|class="blank"/)
    assert.match(show({ rows: [], blanks: 0 }), /没有读到问题、原因和措施/)
    assert.match(show({ isReport: false, rows: [] }), /ligao\.changeKind/)
    assert.match(problemMatrixPage(undefined, 'zh-CN'), /现在读不了/)
  })

  it('runs no script, loads nothing, and takes no markup from a draft', () => {
    const html = show()
    assert.match(html, /default-src 'none'; style-src 'unsafe-inline'/)
    assert.doesNotMatch(html, /<script|<img|\son\w+=|https?:/)
    assert.ok(!html.includes('<淤堵>'))
    assert.doesNotMatch(html, /#[0-9a-f]{3,6}\b(?!;)|rgb\(/i)
  })
})
