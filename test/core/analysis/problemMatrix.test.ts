import assert from 'node:assert/strict'
import { matrixMarkdown, problemMatrix } from '../../../server/src/core/report/problemMatrix'
import { draftNamed, view } from './support'

const matrix = (text: string) => problemMatrix(view(text))

describe('问题—原因—措施对照表', () => {
  it('lays causes and measures to problems by content, not by order', () => {
    const { rows, blanks } = matrix(
      [
        '## 一、存在问题',
        '（一）停车位少。6个小区缺车位1180个。',
        '（二）楼道照明损坏。4栋楼道灯坏了2个月。',
        '## 二、原因分析',
        '（一）楼道灯维修基金没有移交。',
        '（二）建成于2003年，停车位没有按标准配建。',
        '## 三、措施',
        '（一）修复楼道照明。由物业5月10日前换完。',
        '（二）增加停车位。由城管办6月30日前增设150个。',
      ].join('\n\n'),
    )
    assert.deepEqual(
      rows.map(row => [row.problem?.text, row.causes[0]?.text, row.measures[0]?.text]),
      [
        ['停车位少', '建成于2003年，停车位没有按标准配建', '增加停车位'],
        ['楼道照明损坏', '楼道灯维修基金没有移交', '修复楼道照明'],
      ],
    )
    assert.equal(blanks, 0)
  })

  it('keeps blanks visible and shows who, when and how well', () => {
    const { rows, blanks } = matrix(
      '## 问题\n\n（一）缺水。3个村限时供水。\n\n（二）缺电。2个村停电37次。\n\n## 措施\n\n（一）通水。由镇水利站6月30日前通水，达到全天供水标准。\n',
    )
    assert.equal(rows[1]!.measures.length, 0)
    assert.deepEqual(rows[0]!.measures[0], {
      text: '通水',
      at: rows[0]!.measures[0]!.at,
      owner: '镇水利站',
      person: '',
      deadline: '6月30日前',
      standard: '达到全天供水标准',
      done: false,
    })
    // No cause for either problem, no measure for the second.
    assert.equal(blanks, 3)
  })

  it('reads the columns of a ledger written out in words', () => {
    const { rows } = matrix(
      '## 问题\n\n（一）缺水。3个村限时供水。\n\n## 措施\n\n（一）通水。责任单位：镇水利站；责任人：李某；完成时限：6月30日前。\n\n（二）巡查供水点。由水管所（张某）牵头，7月5日前查完26处。\n',
    )
    assert.deepEqual(
      rows.flatMap(row => row.measures.map(({ owner, person, deadline }) => [owner, person, deadline])),
      [
        ['镇水利站', '李某', '6月30日前'],
        ['水管所', '张某', '7月5日前'],
      ],
    )
  })

  it('measures that answer no problem have a row of their own', () => {
    const { rows } = matrix(draftNamed('bad-seedlike'))
    assert.ok(rows.some(row => row.problem === undefined))
  })

  it('the places lead into the text', () => {
    const document = view(draftNamed('good-overview-water'))
    for (const { problem, causes, measures } of problemMatrix(document).rows)
      for (const entry of [...(problem ? [problem] : []), ...causes, ...measures]) {
        const { text } = document.block(entry.at.block)
        const shown = text.slice(entry.at.start, entry.at.end)
        assert.ok(shown.includes(entry.text.replace('…', '')), `${shown} / ${entry.text}`)
      }
  })

  it('is a Markdown table whatever stands in it', () => {
    const markdown = matrixMarkdown({
      rows: [
        { problem: { text: '甲|乙\n丙', at: { block: 0, start: 0, end: 1 } }, causes: [], measures: [] },
      ],
      blanks: 2,
    })
    const lines = markdown.trim().split('\n')
    assert.equal(lines.length, 3)
    assert.equal(lines[2], '| 甲\\|乙 丙 |  |  |  |  |  |  |')
    assert.match(lines[0]!, /问题 \| 原因 \| 措施 \| 责任单位 \| 责任人 \| 完成时限 \| 验收标准/)
  })

  it('a draft without problems has an empty one', () => {
    assert.deepEqual(matrix('4月12日，青石镇清理河道3.2公里。\n'), { rows: [], blanks: 0 })
  })
})
