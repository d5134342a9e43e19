// Runs the rules over a draft. Block rules are cached with the block they read, so an edit costs the touched block and one
// fold over facts; a rule that throws loses its own findings and nobody else's.

import type { Draft } from '../document/document'
import { type Classification, classify } from '../report/classify'
import type { KindId, Stage } from '../report/kinds'
import { type Score, scoreOf } from '../report/score'
import type { Finding, Instant, Note } from '../types'
import { capped, joined, sorted, withoutOverlaps, withoutTwins } from './filters'
import { DocumentFinding, type Stated } from './findings'
import { insertion, spanOfPlace } from './locate'
import { failureNote, mostFindings, notesOf } from './notes'
import { placesOf } from './place'
import { createPlans, type Plan } from './plan'
import type { DocumentView, Rule } from './rule'
import { blockResults } from './run-block'
import { applySuppressions, readSuppressions } from './suppression'
import { type ViewRequest, viewOf } from './view'

export interface AnalysisRequest extends ViewRequest {
  readonly now: Instant
  /** Overrides what the front matter says or the text suggests. */
  readonly kind?: KindId
  readonly stage?: Stage
  /** Only these rules; all when left out. */
  readonly only?: ReadonlySet<string>
}

export interface Report {
  /** False for README files, technical documents, English: nothing was checked and nothing is said. */
  readonly isReport: boolean
  readonly classification: Classification
  readonly findings: readonly Finding[]
  readonly notes: readonly Note[]
  readonly score: Score | undefined
  /** The next instant at which the findings change without an edit. */
  readonly refreshAt: Instant | undefined
  /** Failures of rules, for the log. */
  readonly failures: readonly Failure[]
}

interface Failure {
  readonly rule: string
  readonly error: unknown
}

/** A lead is raw material and may be written as one likes; but what is secret must not lie there either. */
const holdsForLeads: ReadonlySet<string> = new Set(['classified-content'])

/** Binds a list of rules. The same analyzer serves any number of drafts and keeps no state but the plans. */
export function createAnalyzer(rules: readonly Rule[]): (draft: Draft, request: AnalysisRequest) => Report {
  const planFor = createPlans(rules)
  const planForLead = createPlans(rules.filter(({ id }) => holdsForLeads.has(id)))
  return (draft, request) => {
    const classification = classify(draft, request)
    const { settings } = request
    if (classification.isReport && settings.enable)
      return run(draft, request, classification, planFor(settings, classification.kind, classification.stage))
    const told =
      classification.isLead && settings.enable
        ? run(draft, request, classification, planForLead(settings, 'other', undefined))
        : undefined
    return {
      isReport: false,
      classification,
      findings: told?.findings ?? [],
      notes: notesOf(draft, 0),
      score: undefined,
      refreshAt: undefined,
      failures: told?.failures ?? [],
    }
  }
}

function run(draft: Draft, request: AnalysisRequest, classification: Classification, plan: Plan): Report {
  const found: Stated[] = []
  const failures: Failure[] = []
  const view = viewOf(draft, request)
  runBlockRules(draft, plan, found, failures)
  const refreshAt = runDocumentRules(draft, view, request.now, plan, found, failures)
  const wanted = request.only ? found.filter(finding => request.only!.has(finding.rule)) : found
  const all = told(draft, wanted, plan)
  const { kept, left } = capped(all, mostFindings)
  return {
    isReport: true,
    classification,
    findings: kept.map(({ finding }) => finding),
    notes: [...notesOf(draft, left), ...failures.slice(0, 3).map(failureNote)],
    score: scoreOf(all, view.proseLength),
    refreshAt,
    failures,
  }
}

function runBlockRules(draft: Draft, plan: Plan, found: Stated[], failures: Failure[]): void {
  const places = placesOf(draft)
  for (let i = 0; i < draft.blocks.length; i++) {
    const placed = draft.blocks[i]!
    const results = blockResults(placed.block, plan, places[i]!)
    for (const finding of results.findings) found.push(finding.placed(placed.start))
    if (results.failures.length) failures.push(...results.failures)
  }
}

/** Returns the next instant at which one of them says something else. */
function runDocumentRules(
  draft: Draft,
  view: DocumentView,
  now: Instant,
  plan: Plan,
  found: Stated[],
  failures: Failure[],
): Instant | undefined {
  let refreshAt: Instant | undefined
  for (const active of plan.document) {
    const own: Stated[] = []
    try {
      active.rule.check(view, {
        settings: plan.settings,
        options: active.options,
        kind: plan.kind,
        stage: plan.stage,
        now,
        report: reported => {
          own.push(new DocumentFinding(draft, active, reported))
        },
        refreshAt: instant => {
          if (instant > now && (refreshAt === undefined || instant < refreshAt)) refreshAt = instant
        },
        locate: (block, span) => spanOfPlace(draft, { block, ...span }),
        insertBefore: (block, text) => insertion(draft, block, text),
      })
      found.push(...own)
    } catch (error) {
      failures.push({ rule: active.rule.id, error })
    }
  }
  return refreshAt
}

/** What is left of the findings when each thing is said once, and what was to be suppressed in vain. */
function told(draft: Draft, found: Stated[], plan: Plan): Stated[] {
  const { kept, unused } = applySuppressions(withoutOverlaps(sorted(found)), readSuppressions(draft))
  const findings = joined(withoutTwins(kept))
  const active = plan.document.find(({ rule }) => rule.id === 'unused-suppression')
  if (!active) return findings
  const vain = unused.map(
    ({ comment, rule }) =>
      new DocumentFinding(draft, active, {
        at: { source: comment },
        message: 'unused',
        values: { rule: rule ?? '全部规则' },
      }),
  )
  return sorted([...findings, ...vain])
}
