// Title and attachments: what a reader of the finished report would trip over.

import assert from 'node:assert/strict'
import { attachment } from '../../server/src/core/rules/attachment'
import { titleForm } from '../../server/src/core/rules/title-form'
import { checkExamples, findingsOf } from '../support/analyzeRule'

const fact = '4月12日，青石镇清理河道3.2公里。'

describe('title-form', () => {
  it('does what its examples say', () => checkExamples(titleForm))

  const said = (title: string) =>
    findingsOf(titleForm, `# ${title}\n\n${fact}\n`, { kind: 'brief' }).map(({ what }) => what[0])

  for (const title of [
    '青石镇清理河道3.2公里',
    '青石镇为何3年未发生山火？',
    '关于报送2026年防汛备汛情况的报告',
    '关于转发《云岭县防汛预案》的通知',
    '青石镇请示报告制度执行情况',
    '关于解决清淤资金的请示',
    '“三员”进村 清淤3.2公里',
    `${'青'.repeat(40)}`,
  ])
    it(`leaves alone: ${title}`, () => assert.deepEqual(said(title), []))

  for (const [title, words] of [
    ['青石镇清理河道3.2公里。', /末尾有“。”/],
    ['青石镇清理河道3.2公里；', /末尾有“；”/],
    ['关于转发做好清淤工作的通知的通知', /“通知的通知”/],
    ['关于上报清淤情况报告的报告', /“报告的报告”/],
    ['关于追加清淤经费的请示报告', /请示报告/],
    [`${'青'.repeat(41)}`, /标题41字/],
  ] as const)
    it(`tells: ${title}`, () => {
      const found = said(title)
      assert.equal(found.length, 1)
      assert.match(found[0]!, words)
    })

  it('looks at the title only, not at headings and not at a first sentence', () => {
    const long = '青'.repeat(45)
    assert.deepEqual(findingsOf(titleForm, `# 青石镇清淤\n\n## ${long}\n\n${fact}\n`, { kind: 'brief' }), [])
    assert.deepEqual(findingsOf(titleForm, `${long}。\n\n${fact}\n`, { kind: 'brief' }), [])
  })

  it('takes the mark away', () => {
    const text = `# 青石镇清淤3.2公里。\n\n${fact}\n`
    const [finding] = findingsOf(titleForm, text, { kind: 'brief' })
    const [edit] = finding!.fixes[0]!.edits
    assert.equal(
      text.slice(0, edit!.start) + edit!.text + text.slice(edit!.end),
      `# 青石镇清淤3.2公里\n\n${fact}\n`,
    )
  })
})

describe('attachment', () => {
  it('does what its examples say', () => checkExamples(attachment))

  const said = (body: string, head = '') =>
    findingsOf(attachment, `---\n类型: 动态\n${head}---\n\n# 青石镇清淤3.2公里\n\n${fact}${body}\n`).map(
      ({ what }) => what[0],
    )

  for (const [body, head] of [
    ['各村情况见附件。\n\n附件：各村清淤情况', ''],
    ['各村情况见附件。', '附件: 清淤.xlsx\n'],
    ['各村情况见附件2。', '附件: [清淤.xlsx, 设备.xlsx]\n'],
    ['各村情况（附件1、2）。\n\n附件：1.清淤情况\n\n2.设备清单', ''],
    ['各村情况见附件二。\n\n附件一：清淤情况\n\n附件二：设备清单', ''],
    ['各村情况见附件。\n\n## 附件\n\n| 村 | 公里 |\n| --- | --- |\n| 岩口村 | 3.2 |', ''],
    ['各村情况见[附件](清淤.xlsx)。', ''],
    ['收到附件3份，来信附件已存档。', ''],
    ['镇邮箱附件打不开的，可见附件类办理流程。', ''],
    ['\n\n> 各村情况见附件。', ''],
  ] as const)
    it(`leaves alone: ${body} ${head}`, () => assert.deepEqual(said(body, head), []))

  for (const [body, head, words] of [
    ['各村情况见附件。', '', /“附件”，稿子里没有附件/],
    ['各村情况详见附件1。', '', /“附件1”，稿子里没有附件/],
    ['各村情况（附件2）。', '', /“附件2”，稿子里没有附件/],
    ['各村情况见附件三。', '附件: 清淤.xlsx\n', /“附件三”，稿子只列了1个附件/],
    ['设备见附件3。\n\n附件：1.清淤情况\n\n2.设备清单', '', /“附件3”，稿子只列了2个附件/],
  ] as const)
    it(`tells: ${body} ${head}`, () => {
      const found = said(body, head)
      assert.equal(found.length, 1)
      assert.match(found[0]!, words)
    })
})
