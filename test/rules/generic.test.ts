// The rules on stock phrases at work in a draft: items of lists, headings, counts.

import assert from 'node:assert/strict'
import { createAnalyzer, defaultSettings, openDraft, rules } from '../../server/src/core'

const ids = ['generic-phrase', 'generic-document', 'vague-paragraph']
const analyze = createAnalyzer(rules.filter(rule => ids.includes(rule.id)))
const found = (body: string, kind = '建议') => {
  const text = `---\n类型: ${kind}\n---\n\n${body}`
  return analyze(openDraft(text), { settings: defaultSettings, now: 0 }).findings.map(finding => ({
    ...finding,
    text: text.slice(finding.start, finding.end),
  }))
}
const phrases = (body: string) =>
  found(body)
    .filter(finding => finding.rule === 'generic-phrase')
    .map(finding => finding.text)

describe('stock phrases in the items of a list', () => {
  it('are told when the item holds nothing else', () => {
    const body =
      '# 关于村级水管员队伍的建议\n\n建议：\n\n一是完善配水机制，提高配水效率。\n\n二是加大宣传力度，营造良好氛围。\n'
    assert.deepEqual(phrases(body), ['完善配水机制', '提高配水效率', '加大宣传力度', '营造良好氛围'])
  })

  it('are left alone when the item goes on with something to check', () => {
    const body =
      '# 关于村级水管员队伍的建议\n\n建议：\n\n一是完善配水机制。由镇水管站每周三排出轮灌表，7月底前贴到18个村。\n'
    assert.deepEqual(phrases(body), [])
  })

  it('are left alone in the title of a section', () => {
    assert.deepEqual(phrases('# 关于水管员的建议\n\n一、加大资金投入。每公里补助按600元拨付到村。\n'), [])
    assert.deepEqual(phrases('# 关于水管员的建议\n\n一、加大资金投入。请按规定执行。\n'), [])
  })
})

describe('a numbered title that runs on in its paragraph', () => {
  const lead = '现将有关情况回复如下：（一）配水情况。全镇18个村轮灌。'

  it('is a title when its item gives something to check', () => {
    const body = `${lead}（二）优化人员配置。一是每个村配水管员1名。二是每周三公布轮灌表。\n`
    assert.deepEqual(phrases(body), [])
  })

  it('is all there is when the next title follows', () => {
    const body = `${lead}（二）加强组织领导，健全工作机制。（三）经费情况。每村每年补助3000元。\n`
    assert.deepEqual(phrases(body), ['加强组织领导', '健全工作机制'])
  })
})

describe('a report that is generic throughout', () => {
  const line = '全镇上下高度重视防汛工作，提高政治站位，压实工作责任，狠抓工作落实，形成工作合力。'
  const whole = (body: string) => found(body, '总结').find(finding => finding.rule === 'generic-document')

  it('is told by a count when it is short, never by a rate', () => {
    const what = whole(`# 青石镇防汛工作总结\n\n${line}\n`)!.what[0]
    assert.match(what, /有\d+处套话/)
    assert.doesNotMatch(what, /每千字/)
  })

  it('is told by count and rate when it is long', () => {
    assert.match(whole(`# 青石镇防汛工作总结\n\n${`${line}\n\n`.repeat(9)}`)!.what[0], /每千字约\d+处/)
  })

  it('counts no less than its vague paragraphs', () => {
    const findings = found(`# 青石镇防汛工作总结\n\n${line}${line}\n`, '总结')
    const count = (rule: string) =>
      Number(/(\d+)处套话/.exec(findings.find(f => f.rule === rule)!.what[0])![1])
    assert.ok(count('vague-paragraph') > 0)
    assert.equal(count('generic-document'), count('vague-paragraph'))
  })
})

describe('a sentence in the form of a law', () => {
  for (const text of [
    '区、县人民政府负责渡口管理工作，加强渡口安全管理，保障渡运安全。',
    '当事人应当增强安全意识，加强日常管理。',
    '履行渡运安全职责不力，情节严重的，由水利所责令限期改正，切实加强管理。',
    '（二）加强渡口安全管理，强化宣传教育，提高渡工安全意识；',
  ])
    it(`is not the writer’s: ${text}`, () => assert.deepEqual(phrases(`${text}\n`), []))
  it('is none because it tells of a fine', () =>
    assert.deepEqual(phrases('对2家渡口罚款，进一步加大宣传力度，营造良好氛围。\n'), [
      '进一步加大宣传力度',
      '营造良好氛围',
    ]))
})
