// What a kind should contain and what a draft has of it: for every kind and stage, with the fixes that put the rest in.

import assert from 'node:assert/strict'
import {
  createAnalyzer,
  type Draft,
  defaultSettings,
  editDraft,
  type KindId,
  kinds,
  openDraft,
  rules,
  type Stage,
} from '../../../server/src/core'
import { viewOf } from '../../../server/src/core/engine/view'
import { expectedOf } from '../../../server/src/core/report/explain'
import { lessonOf } from '../../../server/src/core/report/explainKinds'
import { kindById, stageLabel } from '../../../server/src/core/report/kinds'
import { withoutTabStops } from '../../../server/src/lsp/edits/workspaceEdit'

const settings = defaultSettings
const now = Date.parse('2026-04-28T10:00:00+08:00')
const analyze = createAnalyzer(rules)

type Variant = readonly [KindId, Stage | undefined]
const variants: readonly Variant[] = kinds.flatMap(({ id }): Variant[] =>
  id === 'emergency'
    ? (['first', 'follow-up', 'final'] as const).map(stage => [id, stage])
    : [[id, undefined]],
)
const nameOf = (kind: KindId, stage: Stage | undefined) =>
  `${kindById[kind].name}${stage ? stageLabel[stage][0] : ''}`

function explained(draft: Draft) {
  const report = analyze(draft, { settings, now })
  const { kind, stage } = report.classification
  const view = viewOf(draft, { settings })
  return expectedOf(draft, view, { kind, stage, context: { settings, now }, findings: report.findings })
}

const head = (kind: KindId, stage?: Stage) => `---\n类型: ${nameOf(kind, stage)}\n---\n\n`

function fixed(draft: Draft, id: string): Draft {
  const item = explained(draft).find(each => each.id === id)
  assert.ok(item?.fix, `${id} can be put in`)
  // From the end, so that the places before stay what they are.
  return [...item.fix.edits]
    .sort((a, b) => b.start - a.start)
    .reduce((before, { start, end, text }) => {
      const plain = withoutTabStops(text)
      return editDraft(
        before,
        { start, end, text: plain },
        before.text.slice(0, start) + plain + before.text.slice(end),
      )
    }, draft)
}

describe('what a kind teaches', () => {
  for (const [kind, stage] of variants) {
    const name = nameOf(kind, stage)
    const { purpose, order, pair, length } = lessonOf(kind, stage)
    it(`${name}: what it is for and how it is built, in both languages`, () => {
      for (const [zh, en] of [purpose, order, ...(pair ? [pair.because] : [])]) {
        assert.match(zh, /[一-鿿]{4}/)
        assert.match(en, /^[A-Z][\x20-\x7e]+$/)
      }
      const [from, to] = length ?? kindById[kind].length
      assert.ok(from < to)
      assert.equal(pair === undefined, kind === 'other')
    })
    if (!pair) continue
    const check = (text: string) =>
      analyze(openDraft(head(kind, stage) + text), { settings, now }).findings.filter(
        ({ rule }) => rule !== 'front-matter',
      )
    it(`${name}: the poor passage is found fault with`, () =>
      assert.ok(
        check(`${pair.bad}\n`).some(
          ({ family }) => family === 'generic' || family === 'data' || family === 'analysis',
        ),
      ))
    it(`${name}: the good one passes without any warning`, () =>
      assert.deepEqual(
        check(`${pair.good}\n`)
          .filter(({ family }) => family !== 'deadline')
          .map(({ rule, severity, what }) => `${severity} ${rule} ${what[0]}`),
        [],
      ))
    it(`${name}: the good one has all that is expected of such a passage`, () =>
      assert.deepEqual(
        explained(openDraft(`${head(kind, stage)}${pair.good}\n`))
          .filter(({ group, present, must }) => group !== 'head' && must && !present)
          .map(({ id }) => id),
        [],
      ))
  }
})

describe('what a draft has of it', () => {
  it('a draft that has just begun lacks everything, and all of it can be put in or is told how', () => {
    for (const [kind, stage] of variants) {
      const items = explained(openDraft(head(kind, stage)))
      assert.ok(items.length >= 6, nameOf(kind, stage))
      assert.deepEqual(
        items.filter(({ present }) => present).map(({ id }) => id),
        ['key:类型'],
      )
      for (const { id, how, fix, group } of items) if (group !== 'head') assert.ok(how ?? fix, id)
      assert.equal(new Set(items.map(({ id }) => id)).size, items.length)
    }
  })

  it('what is put in is there afterwards, and leads to its place', () => {
    for (const [kind, stage] of variants) {
      const draft = openDraft(`${head(kind, stage)}# 青石镇河道\n\n`)
      for (const { id, fix, group } of explained(draft)) {
        if (!fix) continue
        const after = fixed(draft, id)
        const item = explained(after).find(each => each.id === id)
        if (group === 'head') assert.match(String(after.text), new RegExp(`^${id.slice(4)}:`, 'm'))
        // A frame with gaps gives a place to write; whether it says anything yet is for the rules to judge.
        if (id === 'part:problem' || id === 'part:cause' || id === 'part:measure')
          assert.ok(item?.present && item.at, `${nameOf(kind, stage)} ${id}\n${after.text}`)
        assert.ok(after.text.length > draft.text.length)
      }
    }
  })

  it('each thing by its place', () => {
    const text =
      '---\n标题: 停车难\n类型: 问题\n单位:\n---\n\n# 柳河街道停车难\n\n## 一、主要问题\n\n（一）车位少。6个小区登记车辆1820辆，车位640个。\n\n## 二、措施\n\n由街道城管办牵头，6月30日前增设临时车位150个。\n'
    const draft = openDraft(text)
    const items = new Map(explained(draft).map(item => [item.id, item]))
    const words = (id: string) => {
      const at = items.get(id)?.at
      return at && text.slice(at.start, at.end)
    }
    const states = [...items.values()].map(({ id, present }) => `${present ? '+' : '-'}${id}`)
    assert.deepEqual(states, [
      '+part:problem',
      '-part:cause',
      '+part:measure',
      '+part:owner',
      '+part:deadline',
      '+part:figures',
      '+key:标题',
      '+key:类型',
      '-key:单位',
      '-key:拟稿人',
      '-key:审核人',
      '-key:签发人',
    ])
    assert.equal(words('part:problem'), '一、主要问题')
    assert.equal(words('part:measure'), '二、措施')
    assert.match(words('part:figures') ?? '', /1820/)
    assert.equal(words('key:类型'), '问题')
    assert.equal(words('key:单位'), '单位')
    assert.match(String(fixed(draft, 'part:cause').text), /## 二、原因分析[\s\S]*## 三、措施/)
    assert.match(String(fixed(draft, 'key:审核人').text), /单位:\n审核人: \n---\n\n# 柳河/)
  })

  it('an emergency by its elements, one slot each', () => {
    const text =
      '---\n类型: 突发初报\n接报时间: 2026-04-28 09:35\n---\n\n# 东湾乡滑坡\n\n4月28日9时20分，东湾乡柳树村三组发生山体滑坡，无人员伤亡。\n'
    const draft = openDraft(text)
    const items = explained(draft)
    const state = (name: string) => items.find(({ id }) => id === `element:${name}`)
    assert.ok(state('事发时间')?.present && state('伤亡情况')?.present && state('接报时间')?.present)
    assert.equal(text.slice(state('伤亡情况')!.at!.start, state('伤亡情况')!.at!.end), '无人员伤亡')
    assert.equal(text.slice(state('接报时间')!.at!.start, state('接报时间')!.at!.end), '2026-04-28 09:35')
    assert.ok(!state('现场负责人和电话')?.present)
    const after = fixed(draft, 'element:续报说明')
    assert.match(String(after.text), /无人员伤亡。\n\n后续情况将及时续报。\n$/)
    assert.ok(explained(after).find(({ id }) => id === 'element:续报说明')?.present)
  })

  it('a draft without a head gets one, with what is known', () => {
    const draft = openDraft(
      '# 柳河街道停车难问题\n\n## 一、存在的问题\n\n（一）车位少。6个小区登记车辆1820辆，车位640个，居民反映强烈。\n\n（二）占用消防通道。4月夜间抽查12次，9次有车堵在通道上。\n\n## 二、原因分析\n\n小区建成于2003年，未按现行标准配建车位；通道没有划线。\n\n## 三、下一步措施\n\n由街道城管办牵头，6月30日前增设临时车位150个。\n',
    )
    assert.match(String(fixed(draft, 'key:类型').text), /^---\n类型: 问题\n---\n\n# 柳河街道/)
    assert.match(String(fixed(draft, 'key:标题').text), /^---\n标题: 柳河街道停车难问题\n---\n\n#/)
  })

  it('a measure without owner is pointed at, with the fix of its rule', () => {
    const draft = openDraft(
      '---\n类型: 问题\n---\n\n# 停车难\n\n## 一、问题\n\n车位少，6个小区登记车辆1820辆，车位640个。\n\n## 二、原因\n\n小区建成于2003年，未按现行标准配建车位。\n\n## 三、下一步措施\n\n（一）增设临时车位150个。\n\n（二）夜间错时开放机关车位80个。\n',
    )
    const owner = explained(draft).find(({ id }) => id === 'part:owner')
    assert.equal(owner?.present, false)
    assert.match(draft.text.slice(owner!.at!.start, owner!.at!.end), /增设临时车位|下一步措施/)
  })
})
