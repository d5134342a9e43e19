// Runs the rules over a draft. What a rule said of a block is kept with the block, what it said of the draft is kept as long
// as nothing that it read has changed: an edit costs the touched block and what depends on it. A rule that throws loses its
// own findings and nobody else's.

import type { Draft } from '../document/document'
import type { FrontMatterKey } from '../document/head'
import { hasBody } from '../facts/blanks'
import { figureCount } from '../facts/data/figureCount'
import { type Classification, classify } from '../report/classify'
import { type KindId, kindById, type Stage } from '../report/kinds'
import { type Checkable, type Score, scoreOf } from '../report/score'
import { statesProblem, weightsOf } from '../report/signals'
import type { ClauseModel } from '../text/clauses/model'
import type { Finding, Instant, Note, ShownFinding } from '../types'
import type { Failure } from './failure'
import type { Judged } from './findings'
import { failureNote, mostFindings, notesOf } from './notes'
import { placesOf } from './place'
import { createPlans, type Plan } from './plan'
import { laysDownRules } from './regulation'
import type { DocumentView, Rule } from './rule'
import { resultsOfBlocks } from './runBlock'
import { documentResults } from './runDocument'
import { firstOf, shownOf } from './shown'
import { gravest, tell } from './told'
import { type ViewRequest, viewOf } from './view'

export interface AnalysisRequest extends ViewRequest {
  readonly now: Instant
  /** Overrides what the front matter says or the text suggests. */
  readonly kind?: KindId
  readonly stage?: Stage
  /** Hears empty clauses that no lexicon holds; what it would say is left out while it is missing. */
  readonly clauses?: ClauseModel
  /** Only these rules; all when left out. */
  readonly only?: ReadonlySet<string>
}

export interface Report {
  /** False for README files, technical documents, English: nothing was checked and nothing is said. */
  readonly isReport: boolean
  readonly classification: Classification
  /** What each rule says at its own place, in the order of the draft. */
  readonly findings: readonly Finding[]
  /** The same as a writer is shown it: one finding for a sentence. */
  readonly shown: readonly ShownFinding[]
  /** 先办三件事: ids of the shown findings that would raise the draft most, the first first. */
  readonly first: readonly string[]
  readonly notes: readonly Note[]
  /** Undefined where nothing was checked, or nothing has been written yet. */
  readonly score: Score | undefined
  /** The next instant at which the findings change without an edit. */
  readonly refreshAt: Instant | undefined
  /** Failures of rules, for the log. */
  readonly failures: readonly Failure[]
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
    if (classification.isReport && settings.enable) {
      const { kind, stage, rivals } = classification
      const isWritten = hasBody(viewOf(draft, request))
      const plan = planFor(settings, kind, stage, laysDownRules(draft), rivals, isWritten)
      return run(draft, request, classification, plan, isWritten)
    }
    const told =
      classification.isLead && settings.enable
        ? run(draft, request, classification, planForLead(settings, 'other', undefined, false), true)
        : undefined
    return {
      isReport: false,
      classification,
      findings: told?.findings ?? [],
      shown: told?.shown ?? [],
      first: told?.first ?? [],
      notes: settings.enable ? notesOf(draft, 0) : [],
      score: undefined,
      refreshAt: undefined,
      failures: told?.failures ?? [],
    }
  }
}

/** Keys of the head that start or end a clock, or say when the draft was written. */
const timeKeys = ['成稿日期', '事发时间', '接报时间', '报送时限', '报送时间'] as const

function checkableOf({ frontMatter }: Draft, view: DocumentView, kind: KindId): Checkable {
  const entries = frontMatter?.entries
  let figures = 0
  for (const { value } of view.found(figureCount)) figures += value
  const filled = (key: FrontMatterKey) => (entries?.get(key)?.text.trim() ?? '') !== ''
  return {
    head: (entries?.size ?? 0) > 0,
    time: timeKeys.some(filled),
    figures,
    silentOnProblems: kindById[kind].requires.includes('problem') && !statesProblem(weightsOf(view)),
    length: view.proseLength,
  }
}

const gatheredIn = (plan: Plan): ReadonlySet<string> =>
  new Set(plan.document.filter(({ rule }) => rule.gathered).map(({ rule }) => rule.id))

function run(
  draft: Draft,
  request: AnalysisRequest,
  classification: Classification,
  plan: Plan,
  isWritten: boolean,
): Report {
  const view = viewOf(draft, request)
  const wanted = <T extends Judged>(findings: readonly T[]) =>
    request.only ? findings.filter(({ rule }) => request.only!.has(rule)) : findings
  const results = resultsOfBlocks(draft, plan, placesOf(draft), request.clauses)
  const ofBlocks = request.only ? results.findings.map(wanted) : results.findings
  const failures = [...results.failures]
  let refreshAt: Instant | undefined
  const ofDraft = plan.document.map(active => {
    const results = documentResults(view, plan, active, request.now)
    if (results.error !== undefined) failures.push({ rule: active.rule.id, error: results.error })
    if (results.refreshAt !== undefined && !(refreshAt! <= results.refreshAt)) refreshAt = results.refreshAt
    return wanted(results.findings)
  })
  const told = tell(draft, plan, { ofBlocks, ofDraft })
  const { kept, left } = gravest(draft, told, mostFindings, gatheredIn(plan))
  const shown = shownOf(draft, kept, view.proseLength, isWritten)
  return {
    isReport: true,
    classification,
    findings: kept,
    shown,
    first: firstOf(shown),
    notes: [...notesOf(draft, left), ...failures.slice(0, 3).map(failureNote)],
    score: isWritten
      ? scoreOf(told.groups, told.tally, checkableOf(draft, view, classification.kind))
      : undefined,
    refreshAt,
    failures,
  }
}
