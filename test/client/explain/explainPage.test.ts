// The page of a kind, and how long is a while before the offer to turn on suggestions.

import assert from 'node:assert/strict'
import { explainPage } from '../../../client/src/features/explainPage'
import { isAWhile, noWork, worked } from '../../../client/src/features/suggestionsWork'
import { chooseLanguage } from '../../../client/src/l10n'
import type { ExplainedItem, Explanation } from '../../../server/src/protocol'

const range = { start: { line: 8, character: 0 }, end: { line: 8, character: 4 } }
const item = (name: string, rest: Partial<ExplainedItem>): ExplainedItem => ({
  id: `part:${name}`,
  group: 'part',
  must: true,
  name,
  how: '怎么写',
  why: '为什么',
  present: false,
  ...rest,
})
const explanation = (rest: Partial<Explanation> = {}): Explanation => ({
  uri: 'file:///w/a.md',
  version: 1,
  isReport: true,
  kind: 'problem',
  kindLabel: '问题',
  inferred: false,
  reason: '',
  score: 90,
  deadline: null,
  counts: { error: 0, warning: 0, information: 0, hint: 0 },
  title: '停车难',
  purpose: '讲清问题',
  order: '现状 → 问题',
  pair: { bad: '高度重视', good: '车位640个', because: '有数' },
  length: { from: 800, to: 1500, now: 2000 },
  items: [
    item('存在的问题', { present: true, range }),
    item('原因', { fix: '补上“原因分析”一节' }),
    item('不足', { must: false }),
    item('完成时限', { range }),
    item('单位', { group: 'head', how: '', why: '' }),
  ],
  limit: null,
  otherLimits: [],
  ...rest,
})
const cells = (html: string, name: string) =>
  new RegExp(`<tr class="(\\w+)"><th scope="row">${name}</th>.*?</tr>`).exec(html) ?? assert.fail(name)

describe('the page of a kind', () => {
  before(() => chooseLanguage('zh-CN', 'en'))

  it('tells what is there, what is missing and what is worth having, in words and not by colour alone', () => {
    const html = explainPage(explanation())
    assert.match(html, /应当有的 5 项，还缺 3 项/)
    assert.match(cells(html, '存在的问题')[0], /✓ 已有.*>第 9 行</)
    assert.match(cells(html, '原因')[0], /✗ 缺/)
    assert.match(cells(html, '不足')[0], /○ 最好有/)
    assert.match(cells(html, '完成时限')[0], /第 9 行，去补/)
    assert.match(html, /偏长/)
  })

  it('a button only where something can be put in; it says what for', () => {
    const html = explainPage(explanation())
    assert.equal(html.match(/class="button"/g)?.length, 1)
    const [button] = /<a class="button"[^>]*>/.exec(cells(html, '原因')[0]) ?? assert.fail()
    assert.match(button, /aria-label="补上“原因”"/)
    assert.deepEqual(
      JSON.parse(decodeURIComponent(/command:ligao\.insertMissing\?([^"]*)/.exec(button)![1]!)),
      ['file:///w/a.md', 'part:原因'],
    )
  })

  it('no scripts, no addresses, and nothing of the draft as HTML', () => {
    const html = explainPage(
      explanation({ title: '<script>alert(1)</script>', pair: null, limit: null, otherLimits: [] }),
    )
    assert.match(html, /default-src 'none'; style-src 'unsafe-inline'/)
    assert.doesNotMatch(html, /<script|https?:|\bon\w+=/)
    for (const [, href] of html.matchAll(/href="([^"]*)"/g)) assert.match(href!, /^command:ligao\./)
  })

  it('a limit with its source, others to be unfolded', () => {
    const limit = {
      title: '24小时内',
      route: '基层 → 上级',
      from: '从事发时算起',
      source: '依据《某法》',
      problem: '',
    }
    const html = explainPage(explanation({ limit, otherLimits: [{ ...limit, title: '2小时内' }] }))
    assert.match(html, /24小时内 · 从事发时算起 · 基层 → 上级 · 依据《某法》/)
    assert.match(html, /<details><summary>其他规定（1 条，供查阅）<\/summary>.*2小时内/)
    assert.match(explainPage(explanation()), /没有统一的时限/)
  })

  it('says why a file is none, and how to make it one', () => {
    const html = explainPage(explanation({ isReport: false, reason: '文件名是说明类文档', items: [] }))
    assert.match(html, /文件名是说明类文档.*command:ligao\.changeKind/s)
    assert.doesNotMatch(html, /<table/)
  })
})

describe('a while of work on reports', () => {
  it('is five minutes of typing, breaks left out', () => {
    let work = noWork
    for (let second = 0; second <= 290; second += 2) work = worked(work, 1_000_000 + second * 1000)
    assert.ok(!isAWhile(work))
    // An hour at lunch is no work.
    for (let second = 0; second <= 20; second += 2) work = worked(work, 4_600_000 + second * 1000)
    assert.ok(isAWhile(work))
  })

  it('is not one long paste, nor a clock set back', () => {
    let work = noWork
    for (let i = 0; i < 500; i++) work = worked(work, 1_000_000 - i * 30_000)
    assert.ok(!isAWhile(work))
    assert.ok(!isAWhile(worked(worked(noWork, 1), 600_000)))
  })
})
