// The fixes of the family: honest frames in the draft's own numbering. Filled in, they leave nothing to find.

import assert from 'node:assert/strict'
import { defaultSettings, type Finding, type KindId } from '../../../server/src/core'
import { check, draftNamed } from '../../core/analysis/support'

/** Applies a fix and types the given words over its tab stops, in order. */
function applied(text: string, { fixes }: Finding, words: readonly string[]): string {
  const edits = [...fixes[0]!.edits].sort((a, b) => b.start - a.start)
  let out = text
  for (const edit of edits) {
    const filled = edit.text.replace(
      /\$\{(\d+):([^}]*)\}/g,
      (_, stop, preset) => words[Number(stop) - 1] ?? preset,
    )
    out = out.slice(0, edit.start) + filled + out.slice(edit.end)
  }
  return out
}

const find = (text: string, kind: KindId, rule: string) =>
  check(text, { kind }).findings.find(finding => finding.rule === rule)!

describe('the fixes of the analysis family', () => {
  it('a measure gets owner, deadline and yardstick at its end', () => {
    const text =
      '# 沟渠淤堵问题\n\n## 一、问题\n\n32处沟渠淤堵，原因是管护费停发。\n\n## 二、下一步措施\n\n（一）加快清淤。抓好清淤工作。\n'
    const finding = find(text, 'problem', 'measure-without-owner')
    assert.equal(finding.fixes[0]!.snippet, true)
    const mended = applied(text, finding, ['镇水利站', '5月20日', '过水标准'])
    assert.ok(
      mended.includes('（一）加快清淤。由镇水利站牵头，5月20日前完成，达到过水标准。抓好清淤工作。'),
      mended,
    )
    const left = check(mended, { kind: 'problem' }).findings.map(each => each.rule)
    assert.ok(
      !left.includes('measure-without-owner') && !left.includes('measure-without-deadline'),
      left.join(),
    )
  })

  it('what lacks both is one finding, whose fix asks for both and proposes no day', () => {
    const text = '# 沟渠淤堵问题\n\n32处淤堵，原因是停发管护费。\n\n## 措施\n\n一是加快清淤；二是加强巡查。\n'
    const measures = check(text, { kind: 'problem' }).findings.filter(each => /^measure-/.test(each.rule))
    assert.deepEqual(
      measures.map(({ rule, also, start, end }) => [rule, also, text.slice(start, end)]),
      [
        ['measure-without-owner', 'measure-without-deadline', '一是加快清淤'],
        ['measure-without-owner', 'measure-without-deadline', '二是加强巡查'],
      ],
    )
    const [{ what, doNext, fixes }] = measures as [Finding]
    assert.equal(what[0], '这条措施没有写由谁负责，也没有写什么时候完成')
    assert.match(doNext[0], /牵头单位.*完成日期/)
    assert.equal(fixes.length, 1)
    assert.equal(fixes[0]!.edits[0]!.text, `，${'由${1:责任单位}牵头，${2:完成时限}前完成，达到${3:目标}'}`)
  })

  it('a frame that nobody filled in is no owner and no day', () => {
    const text =
      '# 沟渠淤堵问题\n\n32处淤堵，原因是停发管护费。\n\n## 措施\n\n（一）加快清淤。抓好清淤工作。\n'
    const mended = applied(text, find(text, 'problem', 'measure-without-owner'), [])
    assert.match(mended, /由责任单位牵头，完成时限前完成，达到目标。/)
    assert.equal(find(mended, 'problem', 'measure-without-owner').also, 'measure-without-deadline')
  })

  it('with one of the two rules switched off or ignored, the other speaks alone', () => {
    const text = (comment: string) =>
      `# 沟渠淤堵问题\n\n32处淤堵，原因是停发管护费。\n\n## 措施\n\n${comment}一是加快清淤；二是加强巡查。\n`
    const rulesOf = (source: string, off?: string) =>
      new Set(
        check(source, {
          kind: 'problem',
          ...(off
            ? { settings: { ...defaultSettings, rules: { [off]: { level: 'off', options: {} } } } }
            : {}),
        })
          .findings.filter(each => /^measure-/.test(each.rule))
          .map(({ rule, also }) => `${rule} ${also}`),
      )
    assert.deepEqual(
      rulesOf(text(''), 'measure-without-owner'),
      new Set(['measure-without-deadline undefined']),
    )
    assert.deepEqual(
      rulesOf(text('<!-- ligao-disable-next-line measure-without-deadline 另文布置 -->\n')),
      new Set(['measure-without-owner undefined']),
    )
  })

  it('a report that owes its problems and only praises is told so once', () => {
    const text = draftNamed('bad-summary-onesided')
    const findings = check(text).findings.filter(each => /missing-section|one-sided/.test(each.rule))
    assert.deepEqual(
      findings.map(({ rule, also }) => [rule, also]),
      [['missing-section', 'one-sided-positive']],
    )
    assert.match(findings[0]!.what[0], /没有写存在的问题；全文\d+处讲成绩/)
    assert.match(findings[0]!.fixes[0]!.title[0], /补上/)
  })

  it('only what is missing is asked for', () => {
    const text =
      '# 沟渠淤堵问题\n\n32处淤堵，原因是停发管护费。\n\n## 措施\n\n（一）由镇水利站加快清淤。\n\n（二）由镇水利站加强巡查。\n'
    const finding = find(text, 'problem', 'measure-without-deadline')
    assert.match(finding.fixes[0]!.edits[0]!.text, /\$\{1:完成时限\}前完成/)
    assert.doesNotMatch(finding.fixes[0]!.edits[0]!.text, /牵头/)
  })

  it('a heading keeps its words: the frame goes below it', () => {
    const text =
      '# 沟渠淤堵问题\n\n32处淤堵，原因是停发管护费。\n\n## 措施\n\n### 1.加快清淤\n\n抓好清淤。\n\n### 2.加强巡查\n\n抓好巡查。\n'
    const mended = applied(text, find(text, 'problem', 'measure-without-owner'), [
      '镇水利站',
      '5月20日',
      '标准',
    ])
    assert.ok(
      mended.includes('### 1.加快清淤\n\n由镇水利站牵头，5月20日前完成，达到标准。\n\n抓好清淤。'),
      mended,
    )
  })

  it('a section on problems goes before the measures, numbered, and the rest moves up', () => {
    const text = `# 青石镇河道管护情况汇报\n\n一、基本情况\n\n${'清理河道3.2公里，打捞漂浮物41吨，补植护岸林1200株。'.repeat(8)}\n\n二、下一步打算\n\n由镇水利站6月30日前清淤。\n\n三、有关请求\n\n请县水利局支援挖机2台。\n`
    const finding = find(text, 'overview', 'missing-section')
    assert.match(finding.what[0], /存在的问题/)
    const mended = applied(text, finding, [
      '北支渠淤堵',
      '3.4公里未清，影响320亩',
      '护河员老化',
      '18人平均61岁',
    ])
    const headings = mended.split('\n').filter(line => /^[一二三四]、/.test(line))
    assert.deepEqual(headings, ['一、基本情况', '二、存在的问题', '三、下一步打算', '四、有关请求'])
    assert.ok(!check(mended, { kind: 'overview' }).findings.some(each => each.rule === 'missing-section'))
  })

  it('without sections the frame goes to the end', () => {
    const text = `青石镇河道管护情况汇报\n\n${'清理河道3.2公里，打捞漂浮物41吨，补植护岸林1200株。'.repeat(10)}\n`
    const mended = applied(text, find(text, 'overview', 'missing-section'), [])
    assert.match(mended, /株。\n\n## 存在的问题\n\n（一）/)
  })

  it('a cause and a measure can be added the same way', () => {
    const text =
      '# 停车难问题\n\n## 一、主要问题\n\n（一）车位少。6个小区缺车位1180个，夜间抽查12次，9次有车堵在消防通道上。\n\n（二）灯不亮。望江小区4栋楼道灯坏了2个月，居民投诉17件，物业更换了3家仍没有修复，老人夜间上下楼多次摔倒。\n'
    const cause = find(text, 'problem', 'problem-without-cause')
    const measure = find(text, 'problem', 'problem-without-measure')
    assert.match(applied(text, cause, []), /## 二、原因分析\n\n一是/)
    assert.match(
      applied(text, measure, ['增设车位', '城管办', '6月30日', '150个']),
      /## 二、下一步措施\n\n（一）增设车位。由城管办牵头，6月30日前完成，达到150个。/,
    )
  })

  it('a bare problem is asked for figure and case', () => {
    const text =
      '# 防汛问题\n\n## 存在问题\n\n（一）部分干部重视程度不够，宣传力度有待加强。\n\n（二）18个村中7个村未召开动员会。\n\n## 原因\n\n防汛员由文书兼任。\n\n## 措施\n\n由镇应急办5月10日前逐村核对。\n'
    const mended = applied(text, find(text, 'problem', 'problem-without-substance'), [
      '李村、赵村',
      '一季度未开一次会',
    ])
    assert.ok(mended.includes('有待加强。如李村、赵村一季度未开一次会。'), mended)
    assert.ok(
      !check(mended, { kind: 'problem' }).findings.some(each => each.rule === 'problem-without-substance'),
    )
  })
})
