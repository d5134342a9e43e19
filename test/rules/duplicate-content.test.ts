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

  describe('does not shout at', () => {
    const body =
      '青石镇组织志愿者12人走进东街社区开展防溺水宣传，向家长讲解暑期儿童看护要点和危险水域位置，提醒孩子不要私自下水游泳，发放告知书。'
    const report = (head: Record<string, string>) =>
      `---\n${Object.entries(head)
        .map(([key, value]) => `${key}: ${value}`)
        .join('\n')}\n---\n\n${body}\n`
    const told = (own: Record<string, string>, other: Record<string, string>, path = '稿件/新.md') =>
      analyze(openDraft(report(own)), {
        settings: defaultSettings,
        now: 0,
        path,
        earlier: [fingerprint(openDraft(report(other)), '稿件/旧.md')],
      }).findings.length > 0
    const brief = { 标题: '东街社区防溺水', 类型: '动态', 成稿日期: '2026-07-09' }

    it('itself, and a version of itself', () => {
      assert.equal(told(brief, brief, '稿件/旧.md'), false)
      assert.equal(
        told(brief, { ...brief, 标题: '东街社区防溺水（修改稿）', 成稿日期: '2026年7月8日' }),
        false,
      )
      assert.equal(told(brief, { ...brief, 成稿日期: '2025-07-08' }), true)
      assert.equal(told({ ...brief, 标题: '西街社区防溺水' }, { ...brief, 状态: '退回' }), false)
    })

    it('a report that was there first', () => {
      const later = { ...brief, 标题: '西街社区防溺水', 成稿日期: '2026-07-10' }
      assert.equal(told(brief, later), false)
      assert.equal(told(later, brief), true)
      assert.equal(told({ 标题: '西街社区防溺水', 类型: '动态' }, brief), true)
    })

    it('a 续报 that repeats its 初报', () => {
      const first = {
        标题: '青石镇溺水险情初报',
        类型: '突发初报',
        成稿日期: '2026-07-09',
        事发时间: '2026-07-09 15:20',
      }
      assert.equal(
        told({ ...first, 标题: '关于青石镇溺水险情的续报（第2次）', 类型: '突发续报' }, first),
        false,
      )
      assert.equal(told({ ...first, 标题: '少年溺水处置情况', 类型: '突发终报' }, first), false)
      assert.equal(
        told(
          { ...first, 标题: '柳河镇落水险情初报', 成稿日期: '2026-07-20', 事发时间: '2026-07-20 09:00' },
          first,
        ),
        true,
      )
    })

    it('a bulletin or a summary that gathers what was reported', () => {
      assert.equal(told({ ...brief, 标题: '政务信息第7期', 类型: '简报' }, brief), false)
      assert.equal(told({ ...brief, 标题: '上半年总结', 类型: '总结' }, brief), false)
      assert.equal(
        told(
          { ...brief, 标题: '2026年总结', 类型: '总结' },
          { ...brief, 标题: '2025年总结', 类型: '总结', 成稿日期: '2025-12-20' },
        ),
        true,
      )
    })
  })
})
