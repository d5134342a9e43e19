import assert from 'node:assert/strict'
import { createAnalyzer, defaultSettings, openDraft } from '../../server/src/core'
import { fingerprint } from '../../server/src/core/report/earlier'
import { duplicateContent } from '../../server/src/core/rules/duplicate-content'

const analyze = createAnalyzer([duplicateContent])
const earlierText = `---
标题: 青石镇开展防溺水宣传
类型: 动态
成稿日期: 2026-07-01
---

7月1日，青石镇组织志愿者12人走进东街社区开展防溺水宣传，向家长讲解暑期儿童看护要点和危险水域位置，提醒孩子不要私自下水游泳，发放告知书。
`
const earlier = [fingerprint(openDraft(earlierText), '稿件/防溺水.md')]
const check = (body: string) =>
  analyze(openDraft(`---\n类型: 动态\n---\n\n${body}\n`), {
    settings: defaultSettings,
    now: 0,
    earlier,
  }).findings.map(finding => finding.what[0])

describe('duplicate-content', () => {
  it('a paragraph that differs in dates and places alone is told, with the earlier report', () => {
    const [what] = check(
      '8月9日，柳河镇组织志愿者12人走进西街社区开展防溺水宣传，向家长讲解暑期儿童看护要点和危险水域位置，提醒孩子不要私自下水游泳，发放告知书。',
    )
    assert.match(what!, /《青石镇开展防溺水宣传》（2026-07-01）雷同/)
  })

  it('a paragraph on the same matter in other words is not', () => {
    assert.deepEqual(
      check(
        '8月9日，青石镇在5处危险水域新增警示牌21块，安排巡查员6名分两班值守，劝离下水儿童37人次，未发生溺水事件，巡查记录每日报镇应急办。',
      ),
      [],
    )
  })

  it('the same form with new figures is news', () => {
    assert.deepEqual(
      check(
        '8月9日，青石镇组织志愿者46人走进东街社区开展防溺水宣传，向家长讲解暑期儿童看护要点和危险水域位置，发放告知书2300份，入户走访518户，提醒孩子不要私自下水游泳。',
      ),
      [],
    )
  })

  it('keeps no text of an earlier report', () => {
    assert.ok(!JSON.stringify(earlier[0]!.paragraphs).includes('防溺水'))
  })
})
