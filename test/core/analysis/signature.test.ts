// What stands in the last blocks may be a signature. Where the draft ends is no part of the passage, so an edit below
// it must not leave the passage as it was read before.
import assert from 'node:assert/strict'
import { createAnalyzer, defaultSettings, editDraft, openDraft, rules } from '../../../server/src/core'

const request = { settings: defaultSettings, now: Date.parse('2026-06-18T09:00:00+08:00'), path: '稿件.md' }

const signed = `---
标题: 柳溪镇校园周边食品安全存在的问题及建议
类型: 问题
---

# 柳溪镇校园周边食品安全存在的问题及建议

一、存在的问题

（一）东街6家食品摊点无证经营，6月12日检查时仍在营业。

二、原因

（一）镇里没有专人巡查，检测经费1.5万元未到位。

三、下一步措施

由镇市场监管所牵头，7月5日前取缔6家无证摊点。

由镇财政所牵头，7月8日前拨付检测经费1.5万元。

河阳县柳溪镇人民政府办公室

2026年6月18日

## 四、附件
`
const below = '\n摊点名单见附表。\n\n检测费用表见附表。\n\n检查照片5张。\n'

describe('a signature that is the end of the draft no longer', () => {
  for (const [what, before, after] of [
    ['text is added below it', signed, signed + below],
    ['text below it is taken away', signed + below, signed],
  ] as const)
    it(`is read as in a draft opened afresh when ${what}`, () => {
      const analyze = createAnalyzer(rules)
      const draft = openDraft(before)
      const first = analyze(draft, request)
      const start = Math.min(before.length, after.length)
      const change = { start, end: before.length, text: after.slice(start) }
      const edited = analyze(editDraft(draft, change, after), request)
      const fresh = createAnalyzer(rules)(openDraft(after), request)
      assert.deepEqual(edited.findings, fresh.findings)
      assert.deepEqual(edited.score, fresh.score)
      assert.notDeepEqual(first.findings, fresh.findings)
    })
})
