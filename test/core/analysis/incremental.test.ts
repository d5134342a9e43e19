// What is kept between edits must never be stale: any sequence of edits gives what a fresh check gives.

import assert from 'node:assert/strict'
import fc from 'fast-check'
import { defaultSettings, editDraft, openDraft } from '../../../server/src/core'
import { viewOf } from '../../../server/src/core/engine/view'
import { matrixMarkdown, problemMatrix } from '../../../server/src/core/report/problemMatrix'
import { documentSignals } from '../../../server/src/core/report/signals'
import { checkDraft, draftNamed, ours } from './support'

const seeds = [
  'good-overview-water',
  'bad-seedlike',
  'mixed-overview-single-newlines',
  'good-summary-ledger',
  'mixed-summary-hedged',
]
const snippets = [
  '',
  '字',
  '\n',
  '\n\n',
  '。',
  '；',
  '一是',
  '（二）',
  '## 存在问题\n\n',
  '下一步，',
  '5月31日前',
  '由镇应急办牵头',
  '未',
  '|',
  '主要原因是',
  '\n二、',
  '：',
]

const state = (draft: ReturnType<typeof openDraft>) => {
  const view = viewOf(draft, { settings: defaultSettings })
  return {
    findings: checkDraft(draft, { kind: 'overview' })
      .findings.filter(finding => ours.test(finding.rule))
      .map(({ rule, start, end, what }) => `${rule} ${start}-${end} ${what[0]}`),
    matrix: matrixMarkdown(problemMatrix(view)),
    signals: documentSignals(view, 'overview'),
  }
}

describe('analysis, edit by edit', () => {
  it('equals a fresh check after any edits', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds),
        fc.array(
          fc.record({
            at: fc.nat(),
            cut: fc.integer({ min: 0, max: 30 }),
            text: fc.constantFrom(...snippets),
          }),
          { minLength: 1, maxLength: 6 },
        ),
        (seed, edits) => {
          let text = draftNamed(seed)
          let draft = openDraft(text)
          for (const { at, cut, text: inserted } of edits) {
            const start = at % (text.length + 1)
            const end = Math.min(text.length, start + cut)
            text = text.slice(0, start) + inserted + text.slice(end)
            draft = editDraft(draft, { start, end, text: inserted }, text)
            state(draft)
          }
          assert.deepEqual(state(draft), state(openDraft(text)))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('answers for every prefix of a draft', () => {
    for (const seed of seeds) {
      const text = draftNamed(seed)
      for (let end = 0; end <= text.length; end += 37)
        assert.doesNotThrow(() => state(openDraft(text.slice(0, end))))
    }
  })

  it('answers for text of any kind', () => {
    const piece = fc.constantFrom(
      '问题',
      '一是',
      '（一）',
      '\n',
      '|',
      '措施',
      '由',
      '牵头',
      '#',
      '> ',
      '- ',
      '\u{20bb7}',
      '\ud800',
      '\0',
      '5月',
      '未',
      '存在',
      '：',
      '。',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), pieces => {
        state(openDraft(pieces.join('')))
      }),
      { numRuns: 200 },
    )
  })
})
