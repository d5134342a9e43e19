// One finding for a sentence, whatever its reasons; what is said of the whole draft on the first line; nothing lost on the way.

import assert from 'node:assert/strict'
import { createAnalyzer, defaultSettings, openDraft, type Report, rules } from '../../../server/src/core'

const analyze = createAnalyzer(rules)
const now = Date.parse('2026-04-28T10:00:00+08:00')
const check = (text: string): Report & { text: string } => ({
  ...analyze(openDraft(text), { settings: defaultSettings, now, path: '青石镇/稿.md' }),
  text,
})
const head =
  '---\n类型: 总结\n标题: 青石镇防汛工作总结\n单位: 青石镇人民政府\n---\n\n# 青石镇防汛工作总结\n\n'
const empty = '青石镇高度重视防汛工作，切实加强组织领导，狠抓责任落实，取得了显著成效，群众满意度大幅提升。'
const linesOf = ({ shown, text }: ReturnType<typeof check>) =>
  shown.map(({ start }) => text.slice(0, start).split('\n').length)

describe('what is shown', () => {
  it('is one finding for a sentence, with every reason at its own place', () => {
    const report = check(`${head}${empty}\n`)
    const sentence = report.text.indexOf(empty)
    const inSentence = report.shown.filter(({ start, wholeDraft }) => start >= sentence && !wholeDraft)
    assert.equal(inSentence.length, 1)
    const [{ reasons, rule, also }] = inSentence as [(typeof inSentence)[number]]
    assert.ok(reasons.length >= 2)
    const words = reasons.map(({ start, end }) => report.text.slice(start, end))
    assert.ok(
      words.some(each => each.includes('高度重视')),
      words.join(' '),
    )
    assert.deepEqual(
      new Set([rule, ...(typeof also === 'string' ? [also] : (also ?? []))]),
      new Set(reasons.map(each => each.rule)),
    )
  })

  it('loses nothing: the reasons are the findings', () => {
    const report = check(`${head}${empty}${empty}\n\n${empty}\n\n各村要抓好落实。\n`)
    const key = ({ rule, start, end }: { rule: string; start: number; end: number }) =>
      `${rule} ${start} ${end}`
    const atoms = report.findings.flatMap(finding => finding.reasons ?? [finding]).map(key)
    const reasons = report.shown.flatMap(finding => finding.reasons.map(key))
    assert.deepEqual(reasons.sort(), atoms.sort())
  })

  it('speaks of the whole draft on its first line and leaves the title to what is said of the title', () => {
    const report = check(`${head}${empty}\n`)
    const whole = report.shown.filter(({ wholeDraft }) => wholeDraft)
    assert.ok(whole.length >= 1)
    for (const { start } of whole) assert.equal(start, 0)
    const title = report.text.indexOf('# 青石镇')
    assert.ok(report.shown.every(({ start }) => start < title || start > title + 12))
  })

  it('is ordered by place, under ids that are unique', () => {
    const report = check(`${head}${Array.from({ length: 8 }, () => empty).join('\n\n')}\n`)
    const lines = linesOf(report)
    assert.deepEqual(
      lines,
      [...lines].sort((a, b) => a - b),
    )
    assert.equal(new Set(report.shown.map(({ id }) => id)).size, report.shown.length)
  })

  it('stays readable on a draft that is bad throughout', () => {
    const clauses = [
      '高度重视防汛工作',
      '切实加强组织领导',
      '狠抓责任落实',
      '取得了显著成效',
      '营造了浓厚氛围',
    ]
    const sentences = Array.from(
      { length: 40 },
      (_, i) => `青石镇${clauses[i % 5]}，${clauses[(i + 2) % 5]}。`,
    )
    const paragraphs = Array.from({ length: 8 }, (_, i) => sentences.slice(i * 5, i * 5 + 5).join(''))
    const report = check(`${head}${paragraphs.join('\n\n')}\n`)
    const length = paragraphs.join('').length
    assert.ok(report.findings.length > (12 * length) / 700, 'the draft is not bad enough for this test')
    assert.ok(report.shown.length <= Math.max(12, (12 * length) / 700), `${report.shown.length} on ${length}`)
  })

  it('a good draft is shown nothing', () => {
    const good = `${head.replaceAll('总结', '动态')}4月12日，青石镇防汛办对12座山塘逐座排查，加固堤段3.2公里，清出淤泥460方，转移低洼户18户54人，无人员伤亡。\n`
    const { shown } = check(good)
    assert.ok(
      shown.filter(({ rule }) => rule !== 'front-matter').length <= 1,
      shown.map(({ id }) => id).join(' '),
    )
  })
})

describe('先办三件事', () => {
  it('names at most three, what is missing and wrong before how it is said', () => {
    const report = check(`${head}${empty}\n\n共排查山塘12座，其中甲村5座、乙村4座、丙村4座。\n`)
    assert.ok(report.first.length <= 3)
    const rulesFirst = report.first.map(id => report.shown.find(each => each.id === id)!.rule)
    assert.equal(rulesFirst[0], 'figure-mismatch')
    assert.ok(!rulesFirst.includes('generic-phrase'))
  })

  it('is empty where nothing is found, and every id is one of the shown', () => {
    assert.deepEqual(check('# README\n\nhello\n').first, [])
    const report = check(`${head}${empty}\n`)
    for (const id of report.first) assert.ok(report.shown.some(each => each.id === id))
  })
})
