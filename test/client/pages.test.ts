// Every page that the extension shows, as a screen reader, a keyboard and a high contrast theme meet it: landmarks, headings in
// order, named links and tables, focus that can be seen, no colour of our own, nothing that runs or is fetched.

import assert from 'node:assert/strict'
import { explainPage } from '../../client/src/features/explainPage'
import { provideLibrary } from '../../client/src/features/handIn/library'
import { preflightOf } from '../../client/src/features/handIn/preflight'
import { preflightPage } from '../../client/src/features/handIn/preflightPage'
import { submissionPage } from '../../client/src/features/handIn/submissionPage'
import { problemMatrixPage } from '../../client/src/features/problemMatrixPage'
import { reportCardPage } from '../../client/src/features/reportCardPage'
import { chooseLanguage } from '../../client/src/l10n'
import * as submission from '../../client/src/submission'
import type { CardFinding, Explanation, ProblemMatrixResult, ReportCard } from '../../server/src/protocol'

provideLibrary(submission)

const hostile = '青石镇"清淤"<img src=x onerror=alert(1)>'
const uri = 'file:///w/甲 乙.md'
const range = { start: { line: 8, character: 0 }, end: { line: 8, character: 4 } }
const deadline = {
  due: '2026-11-23T06:40:00+08:00',
  state: 'overdue',
  left: -1,
  standing: '已超 9 小时',
  arithmetic: '事发 06:40 + 24 小时',
  basis: '24小时内报送',
} as const
const status = {
  uri,
  version: 1,
  isReport: true,
  kind: 'problem',
  kindLabel: '问题',
  inferred: true,
  reason: '标题里有“问题”',
  score: 59,
  deadline,
  counts: { error: 1, warning: 1, information: 1, hint: 1 },
} as const
const finding = (severity: CardFinding['severity']): CardFinding => ({
  rule: 'generic-phrase',
  title: '套话空话',
  severity,
  what: hostile,
  why: '看不出做了什么',
  doNext: '写明谁做了什么',
  range,
  excerpt: hostile,
})
const card: ReportCard = {
  ...status,
  title: hostile,
  authors: ['周敏（采写）'],
  length: 331,
  dimensions: [
    {
      dimension: 'data',
      label: '数据',
      points: 8,
      full: 20,
      deductions: [{ rule: 'claim-without-data', title: '有结论无数据', points: 12, count: 3 }],
    },
    { dimension: 'style', label: '文风', points: 20, full: 20, deductions: [] },
  ],
  ceiling: { rule: 'sparse-data', title: '全文缺数据', most: 40 },
  families: [
    {
      family: 'generic',
      label: '套话空话',
      findings: (['error', 'warning', 'information', 'hint'] as const).map(finding),
    },
  ],
  first: [finding('error')],
  notes: ['稿件太长，只看了前面。'],
}
const item = { how: '写清', why: '因为', range, must: true } as const
const explanation: Explanation = {
  ...status,
  title: hostile,
  purpose: '讲清问题',
  order: '现状 → 问题',
  pair: { bad: '高度重视', good: '车位640个', because: '有数' },
  length: { from: 800, to: 1500, now: 200 },
  items: [
    { ...item, id: 'a', group: 'element', name: '日期', present: true },
    { ...item, id: 'b', group: 'part', name: '原因', present: false, fix: '补上“原因”' },
    { ...item, id: 'c', group: 'head', name: '单位', present: false, must: false },
  ],
  limit: null,
  otherLimits: [],
}
const matrix: ProblemMatrixResult = {
  uri,
  title: hostile,
  isReport: true,
  kindLabel: '问题',
  owes: true,
  blanks: 2,
  markdown: '',
  rows: [
    { problem: { text: hostile, range }, causes: [], measures: [] },
    {
      problem: null,
      causes: [{ text: '管护经费没有列支', range }],
      measures: [
        {
          text: '列支经费',
          range,
          owner: '财政所',
          person: '',
          deadline: '5月10日前',
          standard: '',
          done: false,
        },
      ],
    },
  ],
}
const id = `lg1-${'0'.repeat(40)}`
const preflight = preflightOf({
  uri,
  file: '甲 乙.md',
  card,
  handIn: { file: '/w/a.md', root: '/w', checked: { errors: 0, warnings: 0, ruleSet: '1' } },
  prepared: {
    id,
    title: hostile,
    text: '',
    form: { 标题: [hostile], 联系电话: ['0839-5550112'] },
    files: [],
    bytes: 0,
    timeliness: 'no-deadline',
    blocking: [],
    warnings: [],
    unread: [],
  },
  known: undefined,
  channelProblems: [],
})
const entry = {
  schema: 'ligao/entry@1',
  key: `${id}.${'1'.repeat(10)}`,
  id,
  channel: '接收点',
  channelType: 'http',
  target: 'https://intake.example/',
  title: hostile,
  unit: '青石镇',
  kind: '动态',
  authors: ['周敏'],
  acceptedAt: '2026-04-28T09:50:00+08:00',
  deadline: '2026-04-28T10:00:00+08:00',
  timeliness: 'on-time',
  lateReason: null,
  files: 1,
  bytes: 2048,
  manifestSha256: '',
  timeZone: 'Asia/Shanghai',
  state: 'queued',
  attempts: 1,
  sequence: 1,
  uncertain: false,
  nextAttemptAt: Date.parse('2026-04-28T10:05:00+08:00'),
  receipt: null,
  deliveredAt: null,
  notice: submission.notice('offline'),
  remarks: [],
  acceptNewPlace: false,
  history: [{ sequence: 1, verb: 'accepted', at: '2026-04-28T09:50:00+08:00' }],
  packageFolder: '/w',
} as unknown as submission.EntryView
const readyCard: ReportCard = {
  ...card,
  counts: { error: 0, warning: 0, information: 0, hint: 0 },
  families: [],
}

const pages: Readonly<Record<string, () => string>> = {
  'report card': () => reportCardPage(card, 'zh-CN'),
  'report card without findings': () => reportCardPage(readyCard, 'zh-CN'),
  'report card of no report': () => reportCardPage({ ...card, isReport: false }, 'zh-CN'),
  'report card that cannot be read': () => reportCardPage(undefined, 'zh-CN'),
  'kind of report': () => explainPage(explanation),
  'kind of no report': () => explainPage({ ...explanation, isReport: false }),
  'problem matrix': () => problemMatrixPage(matrix, 'zh-CN'),
  'problem matrix without rows': () => problemMatrixPage({ ...matrix, rows: [] }, 'zh-CN'),
  'problem matrix that cannot be read': () => problemMatrixPage(undefined, 'zh-CN'),
  'hand-in': () =>
    preflightPage({
      drafts: [preflight],
      unchecked: [{ uri, file: hostile, problem: hostile }],
      channel: { name: '报送箱', type: 'folder', target: '/w/报送箱', setIn: '没有设置' },
      hasOtherChannels: true,
      channelRemarks: [hostile],
      withDocx: false,
      message: hostile,
      language: 'zh-CN',
    }),
  submission: () =>
    submissionPage({ entry, files: [{ path: 'report.md' }], hasDraft: true, now: 0, language: 'zh-CN' }),
}

interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** The text inside, without markup. */
  text: string
  readonly inside: readonly string[]
}

const empty = new Set(['meta', 'br', 'img', 'link', 'input'])

/** The elements in order; fails where tags do not nest. */
function elements(html: string): Tag[] {
  const all: Tag[] = []
  const open: Tag[] = []
  for (const [piece, close, name, rest, text] of html.matchAll(
    /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>|([^<]+)/g,
  )) {
    if (text !== undefined) for (const tag of open) tag.text += text
    else if (close) assert.equal(open.pop()?.name, name, `${piece} closes nothing`)
    else {
      const attributes = Object.fromEntries(
        [...rest!.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(hit => [hit[1], hit[2] ?? '']),
      )
      const tag = { name: name!, attributes, text: '', inside: open.map(each => each.name) }
      all.push(tag)
      if (!empty.has(name!)) open.push(tag)
    }
  }
  assert.deepEqual(open, [])
  return all
}

describe('the pages', () => {
  before(() => chooseLanguage('zh-CN', 'en'))

  for (const [page, make] of Object.entries(pages))
    describe(page, () => {
      const of = (...names: string[]) =>
        elements(make().replace(/<!DOCTYPE html>/, '')).filter(tag => names.includes(tag.name))
      const style = () =>
        of('style')
          .map(tag => tag.text)
          .join('\n')

      it('has a language, a title and one main landmark that holds all that is said', () => {
        assert.match(make(), /^<!DOCTYPE html><html lang="zh-CN">/)
        assert.ok(of('title')[0]?.text)
        assert.equal(of('main').length, 1)
        const outside = of('h1', 'h2', 'h3', 'p', 'table', 'ul', 'a').filter(
          tag => !tag.inside.includes('main'),
        )
        assert.deepEqual(outside, [])
      })

      it('has one first heading, and no level is left out', () => {
        const levels = of('h1', 'h2', 'h3', 'h4').map(tag => Number(tag.name[1]))
        assert.equal(levels[0], 1)
        assert.equal(levels.filter(level => level === 1).length, 1)
        for (const [i, level] of levels.entries())
          assert.ok(level <= (levels[i - 1] ?? 0) + 1, String(levels))
      })

      it('every control is a link that Tab reaches, with a name and a command', () => {
        assert.deepEqual(of('button', 'input', 'select', 'textarea'), [])
        for (const { attributes, text } of of('a')) {
          assert.match(attributes.href ?? '', /^command:ligao\.\w+\?/)
          assert.ok((attributes['aria-label'] ?? text).trim(), attributes.href)
          assert.equal(attributes.tabindex, undefined)
        }
        for (const tag of elements(make().replace(/<!DOCTYPE html>/, '')))
          assert.deepEqual(
            Object.keys(tag.attributes).filter(key => /^on/.test(key)),
            [],
          )
      })

      it('tables are named and their headers say what they head', () => {
        const ids = new Set(of('h1', 'h2', 'h3').map(tag => tag.attributes.id))
        const captions = of('caption').length
        const labelled = of('table').filter(tag => ids.has(tag.attributes['aria-labelledby'] ?? '-'))
        assert.equal(captions + labelled.length, of('table').length)
        for (const { attributes } of of('th')) assert.match(attributes.scope ?? '', /^(?:col|row|rowgroup)$/)
      })

      it('focus can be seen, and every colour is that of the theme or of the system', () => {
        assert.match(style(), /a:focus-visible[^{]*\{outline:2px solid var\(--vscode-focusBorder\)/)
        assert.doesNotMatch(style(), /outline:\s*(?:none|0)/)
        assert.doesNotMatch(style(), /#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/i)
        assert.match(style(), /@media \(forced-colors:active\)/)
      })

      it('what is marked by colour is said in words as well', () => {
        const marked = elements(make().replace(/<!DOCTYPE html>/, '')).filter(tag =>
          /\b(?:stop|look|bad|blank|owed|wanted|overdue|missed|note)\b/.test(tag.attributes.class ?? ''),
        )
        for (const tag of marked) assert.match(tag.text, /[\u4E00-\u9FFF]{2}/)
      })

      it('runs nothing and fetches nothing, whatever a draft says', () => {
        assert.match(
          make(),
          /http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/,
        )
        assert.deepEqual(of('script', 'img', 'iframe', 'link', 'object', 'form'), [])
        assert.doesNotMatch(style(), /url\(|@import/)
      })
    })

  it('the report card names the severity of each finding', () => {
    const said = [...pages['report card']!().matchAll(/class="level">([^<]+)</g)].map(hit => hit[1])
    // What comes first stands above the families once more.
    assert.deepEqual(said, ['错误', '错误', '警告', '提示', '建议'])
  })

  it('the report card says how late it is, not only in red', () =>
    assert.match(pages['report card']!(), /class="lead stop"><strong>报送时限<\/strong> 已超 9 小时 · 事发/))
})
