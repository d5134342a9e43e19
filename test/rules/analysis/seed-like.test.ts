// An article like those that started the project: four problems, four causes, four measures, no figure, nobody in charge, no
// day, and a fourth problem that no cause explains.

import assert from 'node:assert/strict'
import { problemMatrix } from '../../../server/src/core/report/problemMatrix'
import { check, draftNamed, ours, said, view } from '../../core/analysis/support'

const text = draftNamed('bad-seedlike')
const report = check(text)
const of = (rule: string) => said(text, report).filter(line => line.startsWith(`${rule} `))

describe('a seed-like article', () => {
  it('is a report of problems or a proposal, without being told', () => {
    assert.equal(report.isReport, true)
    assert.ok(['problem', 'proposal'].includes(report.classification.kind))
  })

  it('all four problems lack substance', () => {
    assert.deepEqual(of('problem-without-substance'), [
      'problem-without-substance （一）“重用轻管”现象突出',
      'problem-without-substance （二）归档质量不高',
      'problem-without-substance （三）开发利用不够',
      'problem-without-substance （四）移交进馆不及时',
    ])
  })

  it('the causes are stock ones, and the fourth problem has none', () => {
    const lines = of('problem-without-cause')
    for (const cause of [
      '（一）思想认识不足',
      '（二）业务培训不足',
      '（三）激励机制不健全',
      '（四）硬件设施不完善',
    ])
      assert.ok(
        lines.some(line => line.endsWith(cause)),
        cause,
      )
    const unmatched = report.findings.filter(finding => finding.what[0].includes('没有对应的一条'))
    assert.deepEqual(
      unmatched.map(({ what }) => what[0]),
      ['问题（四）在原因部分没有对应的一条'],
    )
    assert.equal(text.slice(unmatched[0]!.start, unmatched[0]!.end), '（四）移交进馆不及时')
  })

  it('the fourth problem has no measure either', () => {
    assert.deepEqual(of('problem-without-measure').slice(0, 1), [
      'problem-without-measure （四）移交进馆不及时',
    ])
  })

  it('all four measures lack owner and deadline', () => {
    const four = ['（一）提高思想认识', '（二）加强业务培训', '（三）健全激励机制', '（四）完善硬件设施']
    assert.deepEqual(
      of('measure-without-owner'),
      four.map(measure => `measure-without-owner ${measure}`),
    )
    assert.deepEqual(of('measure-without-deadline'), [])
    for (const { rule, also } of report.findings)
      if (rule === 'measure-without-owner') assert.equal(also, 'measure-without-deadline')
  })

  it('no part is called missing, and it is not called one-sided', () => {
    assert.deepEqual([...of('missing-section'), ...of('one-sided-positive')], [])
  })

  it('次年6月底前 in a problem is told, not promised', () => {
    assert.deepEqual(
      report.findings.filter(
        finding => finding.family === 'deadline' && text.slice(finding.start, finding.end).includes('6月底'),
      ),
      [],
    )
  })

  it('warns and never shouts', () => {
    for (const { rule, severity } of report.findings) if (ours.test(rule)) assert.notEqual(severity, 'error')
  })

  it('the matrix shows the gap', () => {
    const { rows } = problemMatrix(view(text))
    const fourth = rows.find(row => row.problem?.text === '移交进馆不及时')
    assert.deepEqual([fourth?.causes.length, fourth?.measures.length], [0, 0])
  })
})
