// One rule over one draft, as the tests of rules ask it.

import assert from 'node:assert/strict'
import { defaultSettings } from '../../server/src/core/config/settings'
import { openDraft } from '../../server/src/core/document/document'
import { type AnalysisRequest, createAnalyzer } from '../../server/src/core/engine/analyze'
import type { Rule } from '../../server/src/core/engine/rule'
import type { Finding } from '../../server/src/core/types'

const testNow = Date.parse('2026-04-28T10:00:00+08:00')

/** The findings of one rule; fails when the rule threw. */
export function findingsOf(
  rule: Rule,
  text: string,
  request: Partial<AnalysisRequest> = {},
): readonly Finding[] {
  const report = createAnalyzer([rule])(openDraft(text), {
    settings: defaultSettings,
    now: testNow,
    ...request,
  })
  assert.deepEqual(report.failures, [])
  return report.findings
}

/** The words that the findings underline. */
export function wordsOf(rule: Rule, text: string, request: Partial<AnalysisRequest> = {}): string[] {
  return findingsOf(rule, text, request).map(each => text.slice(each.start, each.end))
}

/** Runs the examples of a rule: what ⟦ ⟧ marks is found and nothing else, what is good stays silent. */
export function checkExamples(rule: Rule): void {
  for (const { text, kind, stage, now } of rule.examples.bad) {
    const marked = [...text.matchAll(/⟦([^⟧]*)⟧/g)].map(hit => hit[1])
    const plain = text.replace(/[⟦⟧]/g, '')
    const request = {
      ...(kind ? { kind } : {}),
      ...(stage ? { stage } : {}),
      ...(now ? { now: Date.parse(now) } : {}),
    }
    assert.deepEqual(wordsOf(rule, plain, request), marked, plain)
  }
  for (const { text, kind, stage } of rule.examples.good)
    assert.deepEqual(
      wordsOf(rule, text, { ...(kind ? { kind } : {}), ...(stage ? { stage } : {}) }),
      [],
      text,
    )
}
