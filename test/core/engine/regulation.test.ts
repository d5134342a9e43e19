// Drafts that lay down rules are not judged by how well they report; drafts that report are, though they cite a rule.

import assert from 'node:assert/strict'
import { createAnalyzer, defaultSettings, editDraft, openDraft, rules } from '../../../server/src/core'
import { laysDownRules } from '../../../server/src/core/engine/regulation'

const head = '---\n类型: 综合\n---\n\n'
const regulation = `${head}# 青石镇公章使用管理办法

第一条 为规范公章使用，制定本办法。

第二条 党政办应当建立健全用印登记制度。

第三条 用印有下列情形之一的，不得办理：

（一）严重影响群众利益的；

（二）没有部门负责人签字的；

（三）大量空白材料用印的。

第四条 各办所加强管理，完善机制，落实责任。
`
const report = `${head}# 青石镇用印情况

全镇上下高度重视用印管理，建立健全各项制度，取得显著成效。

镇上查了4月的登记，32份材料有5份没有签字。

按照规定，空白材料不得用印。
`

const analyze = createAnalyzer(rules)
const silenced = rules.filter(({ notInRegulations }) => notInRegulations).map(({ id }) => id)
const said = (draft: ReturnType<typeof openDraft>) =>
  analyze(draft, { settings: defaultSettings, now: 0 }).findings.filter(({ rule }) => silenced.includes(rule))

describe('a draft that lays down rules', () => {
  it('is told from one that reports', () => {
    assert.equal(laysDownRules(openDraft(regulation)), true)
    assert.equal(laysDownRules(openDraft(report)), false)
    assert.equal(laysDownRules(openDraft('')), false)
  })

  it('is not accused of empty wording or of claims, whatever kind its head says', () => {
    assert.deepEqual(said(openDraft(regulation)), [])
    assert.ok(said(openDraft(report)).length > 0)
  })

  it('is a report again when an edit takes its articles away', () => {
    const before = openDraft(regulation)
    assert.deepEqual(said(before), [])
    const from = regulation.indexOf('第一条')
    const to = regulation.indexOf('第四条 ')
    const text = `${regulation.slice(0, from)}${regulation.slice(to + 4)}`
    const after = editDraft(before, { start: from, end: to + 4, text: '' }, text)
    assert.ok(said(after).length > 0)
    assert.deepEqual(
      said(after).map(({ rule, start, end }) => [rule, start, end]),
      said(openDraft(text)).map(({ rule, start, end }) => [rule, start, end]),
    )
  })
})
