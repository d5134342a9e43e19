// Runs the sentence and block rules over one block. The results are kept in the block, counted from its start, so they
// hold wherever the block moves.

import { type Block, blockMemo, forget } from '../document/block'
import type { Draft } from '../document/document'
import { draftMemo } from '../document/memory'
import type { ClauseModel } from '../text/clauses/model'
import type { Failure } from './failure'
import { BlockFinding } from './findings'
import type { BlockPlace } from './place'
import type { Active, Plan } from './plan'
import type { BlockRule, Cue, Rule, SentenceRule, TextContext } from './rule'

interface BlockResults {
  readonly plan: Plan
  readonly place: BlockPlace
  readonly clauses: ClauseModel | undefined
  readonly findings: readonly BlockFinding[]
  readonly failures: readonly Failure[]
}

interface OfBlocks {
  readonly findings: readonly (readonly BlockFinding[])[]
  readonly failures: readonly Failure[]
}

interface Known extends OfBlocks {
  readonly plan: Plan
  readonly places: readonly BlockPlace[]
  readonly clauses: ClauseModel | undefined
}

const remembered = draftMemo<Known>()

/** What the block rules say, by block; of the blocks that an edit left alone what they said before. */
export function resultsOfBlocks(
  { blocks, memory }: Draft,
  plan: Plan,
  places: readonly BlockPlace[],
  clauses: ClauseModel | undefined,
): OfBlocks {
  const holds = (known: Known | undefined) =>
    known?.plan === plan && known.places === places && known.clauses === clauses
  const known = remembered.get(memory)
  if (holds(known)) return known!
  const before = remembered.before(memory)
  // A rule that failed is asked again everywhere.
  const kept = holds(before) && before!.failures.length === 0 ? before!.findings : undefined
  const change = kept?.length === blocks.length ? memory.former!.change : { from: 0, newTo: blocks.length }
  const findings = kept?.length === blocks.length ? [...kept] : []
  const failures: Failure[] = []
  for (let i = change.from; i < change.newTo; i++) {
    const results = blockResults(blocks[i]!.block, plan, places[i]!, clauses)
    findings[i] = results.findings
    failures.push(...results.failures)
  }
  remembered.set(memory, { plan, places, clauses, findings, failures })
  return { findings, failures }
}

/**
 * What the block rules say of a block where it stands; known from the last time when nothing changed. When only the clause
 * model has come since, the rules that read it are asked again and no others.
 */
function blockResults(
  block: Block,
  plan: Plan,
  place: BlockPlace,
  clauses: ClauseModel | undefined,
): BlockResults {
  const known = resultsMemo.get(block)
  const holds = known?.plan === plan && known.place === place
  if (holds && known.clauses === clauses) return known
  const same = holds && known.failures.length === 0 ? known : undefined
  if (known && known.plan.settings !== plan.settings) forget(block)
  const asked = ({ rule }: Active<SentenceRule | BlockRule>) => !same || readsClauses(rule)
  const run: BlockRun = { block, place, clauses, findings: [], failures: [], offset: 0 }
  const { type } = block.context
  if (type === 'paragraph' || type === 'heading' || type === 'table')
    for (const active of plan[type]) if (asked(active)) runOnBlock(active, run, plan)
  if (type === 'paragraph' && block.text !== '')
    for (const active of plan.sentence) if (asked(active)) runOnSentences(active, run, plan)
  const kept = same?.findings.filter(({ active }) => !readsClauses(active.rule)) ?? nothing
  const findings = [...kept, ...run.findings]
  const { failures } = run
  const results: BlockResults = {
    plan,
    place,
    clauses,
    findings: findings.length ? findings : nothing,
    failures: failures.length ? failures : nothing,
  }
  return resultsMemo.set(block, results)
}

const readsClauses = ({ reads }: Rule) => reads?.includes('clauses') === true

const resultsMemo = blockMemo<BlockResults>()

const nothing: readonly never[] = []

/** One block on its way through the rules. */
interface BlockRun {
  readonly block: Block
  readonly place: BlockPlace
  readonly clauses: ClauseModel | undefined
  readonly findings: BlockFinding[]
  readonly failures: Failure[]
  /** Where what the rule sees begins in the block's prose. */
  offset: number
}

function contextFor(active: Active<SentenceRule | BlockRule>, run: BlockRun, plan: Plan): TextContext {
  return {
    settings: plan.settings,
    options: active.options,
    kind: plan.kind,
    stage: plan.stage,
    place: run.place,
    clauses: run.clauses,
    report: reported => {
      run.findings.push(new BlockFinding(run.block, active, reported, run.offset))
    },
  }
}

function mayConcern(cue: Cue | undefined, block: Block): boolean {
  if (!cue) return true
  return typeof cue === 'function' ? cue(block) : cue.test(block.text)
}

function runOnBlock(active: Active<BlockRule>, run: BlockRun, plan: Plan) {
  if (!mayConcern(active.rule.cue, run.block)) return
  const before = run.findings.length
  run.offset = 0
  try {
    active.rule.check(run.block, contextFor(active, run, plan))
  } catch (error) {
    run.findings.length = before
    run.failures.push({ rule: active.rule.id, error })
  }
}

function runOnSentences(active: Active<SentenceRule>, run: BlockRun, plan: Plan) {
  if (!mayConcern(active.rule.cue, run.block)) return
  const before = run.findings.length
  const context = contextFor(active, run, plan)
  try {
    for (const sentence of run.block.sentences) {
      run.offset = sentence.start
      active.rule.check(sentence, context)
    }
  } catch (error) {
    run.findings.length = before
    run.failures.push({ rule: active.rule.id, error })
  }
}
