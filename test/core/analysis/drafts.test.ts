// The labelled drafts: what the signals and the rules say of whole reports. Labels were written before the rules ran.

import assert from 'node:assert/strict'
import { kindById } from '../../../server/src/core'
import { documentSignals } from '../../../server/src/core/report/signals'
import { check, labelledDrafts, ours, view } from './support'

const least = 0.95

describe('labelled drafts', () => {
  const judged = labelledDrafts.map(draft => {
    const report = check(draft.text)
    return { draft, report, signals: documentSignals(view(draft.text), report.classification.kind) }
  })
  const accuracy = (name: string, agrees: (each: (typeof judged)[number]) => boolean) =>
    it(`${name}: right on at least ${least * 100} %`, () => {
      const wrong = judged.filter(each => !agrees(each)).map(each => each.draft.id)
      assert.ok(1 - wrong.length / judged.length >= least, wrong.join(', '))
    })

  it('are at least sixty, of every kind', () => {
    assert.ok(labelledDrafts.length >= 60)
    assert.ok(new Set(labelledDrafts.map(draft => draft.kind)).size >= 11)
  })

  accuracy('has problems', ({ draft, signals }) => draft.problem === signals.hasProblem)
  accuracy('has causes', ({ draft, signals }) => draft.cause === signals.hasCause)
  accuracy('has measures', ({ draft, signals }) => draft.measure === signals.hasMeasure)
  accuracy('only good news', ({ draft, signals }) => draft.oneSided === signals.oneSidedPositive)
  accuracy('has figures', ({ draft, signals }) => draft.figures === signals.hasFigures)

  it('each is recognised as a report', () => {
    assert.deepEqual(
      judged.filter(({ report }) => !report.isReport).map(({ draft }) => draft.id),
      [],
    )
  })

  it('the kind is inferred right, most of the time, where nothing declares it', () => {
    const wrong = labelledDrafts.filter(draft => {
      const { kind } = check(draft.text.replace(/^类型:.*\n/m, '')).classification
      return kindById[kind].name !== draft.kind
    })
    assert.ok(wrong.length / labelledDrafts.length <= 0.1, wrong.map(draft => draft.id).join(', '))
  })

  for (const { draft, report } of judged) {
    if (draft.must.length + draft.mustNot.length === 0) continue
    it(`${draft.id}: what must be said is said, and nothing that must not`, () => {
      const found = new Set(report.findings.flatMap(({ rule, also }) => (also ? [rule, also] : rule)))
      assert.deepEqual(
        draft.must.filter(rule => !found.has(rule)),
        [],
        'missing',
      )
      assert.deepEqual(
        draft.mustNot.filter(rule => found.has(rule)),
        [],
        'too much',
      )
    })
  }

  it('good drafts get nothing from this family', () => {
    for (const { draft, report } of judged)
      if (draft.id.startsWith('good-'))
        assert.deepEqual(
          report.findings.filter(finding => ours.test(finding.rule)).map(finding => finding.what[0]),
          [],
          draft.id,
        )
  })
})
