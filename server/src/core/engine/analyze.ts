// Runs the rules over a draft. Block rules are cached with the block they read, so an edit costs the touched block and one
// fold over facts; a rule that throws loses its own findings and nobody else's.

import type { Settings } from '../config/settings'
import { type Block, blockMemo, forget } from '../document/block'
import type { Draft, PlacedBlock } from '../document/document'
import { isContiguous, toSourceSpan } from '../document/prose'
import { type Classification, classify } from '../report/classify'
import type { EarlierReport } from '../report/earlier'
import type { KindId, Stage } from '../report/kinds'
import { type Score, scoreOf } from '../report/score'
import type { Segmenter, Word } from '../text/segmentation'
import {
  type Bilingual,
  type Edit,
  type Finding,
  type Fix,
  fill,
  type Instant,
  type Note,
  type Span,
} from '../types'
import { capped, joined, sorted, withoutOverlaps, withoutTwins } from './filters'
import { type BlockPlace, placesOf } from './place'
import type {
  BlockRule,
  DocumentReported,
  DocumentRule,
  DocumentView,
  Fact,
  ImageFile,
  OptionValue,
  Place,
  Reported,
  Rule,
  SentenceRule,
  TextContext,
} from './rule'
import { applySuppressions, readSuppressions } from './suppression'

export interface AnalysisRequest {
  readonly settings: Settings
  readonly now: Instant
  /** Path of the draft as far as known: for the names README, CHANGELOG and for image files. */
  readonly path?: string
  /** Overrides what the front matter says or the text suggests. */
  readonly kind?: KindId
  readonly stage?: Stage
  /** Cuts prose into words; rules that need words say less while it is missing. */
  readonly segmenter?: Segmenter
  /** Reports that the unit has handed in before: the same list object as long as nothing changed. */
  readonly earlier?: readonly EarlierReport[]
  /** What the host knows of the file behind a picture's address, relative to the draft; undefined when it cannot tell. */
  readonly images?: (address: string) => ImageFile | undefined
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
  readonly failures: readonly { readonly rule: string; readonly error: unknown }[]
}

/** No writer works through more at once, and each costs the way to the editor again at every key. */
export const mostFindings = 300

/** A finding counted from its block, and the same where the block stood last: most blocks stay where they are. */
interface BlockFinding {
  readonly finding: Finding
  placed: Finding | undefined
  placedAt: number
}

interface BlockResults {
  readonly plan: Plan
  readonly place: BlockPlace
  readonly findings: readonly BlockFinding[]
  readonly failures: readonly { rule: string; error: unknown }[]
}

/** A lead is raw material and may be written as one likes; but what is secret must not lie there either. */
const holdsForLeads: ReadonlySet<string> = new Set(['classified-content'])

/** Binds a list of rules. The same analyzer serves any number of drafts and keeps no state of its own. */
export function createAnalyzer(rules: readonly Rule[]): (draft: Draft, request: AnalysisRequest) => Report {
  const plans = new WeakMap<Settings, Map<string, Plan>>()
  const planFor = (settings: Settings, kind: KindId, stage: Stage | undefined): Plan => {
    const byKind = plans.get(settings) ?? new Map<string, Plan>()
    plans.set(settings, byKind)
    const key = `${kind}/${stage ?? ''}`
    const known = byKind.get(key)
    if (known) return known
    const plan = createPlan(rules, settings, kind, stage)
    byKind.set(key, plan)
    return plan
  }
  const leadPlans = new WeakMap<Settings, Plan>()
  const leadPlanFor = (settings: Settings): Plan => {
    const plan =
      leadPlans.get(settings) ??
      createPlan(
        rules.filter(({ id }) => holdsForLeads.has(id)),
        settings,
        'other',
        undefined,
      )
    leadPlans.set(settings, plan)
    return plan
  }
  return (draft, request) => {
    const classification = classify(draft, request)
    if (!classification.isReport || !request.settings.enable) {
      const told =
        classification.isLead && request.settings.enable
          ? run(draft, request, classification, leadPlanFor(request.settings))
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
    const plan = planFor(request.settings, classification.kind, classification.stage)
    return run(draft, request, classification, plan)
  }
}

/** The rules that apply to one kind under one set of settings, by scope, with severity and options resolved. */
interface Plan {
  readonly settings: Settings
  readonly kind: KindId
  readonly stage: Stage | undefined
  readonly sentence: readonly Active<SentenceRule>[]
  readonly paragraph: readonly Active<BlockRule>[]
  readonly heading: readonly Active<BlockRule>[]
  readonly table: readonly Active<BlockRule>[]
  readonly document: readonly Active<DocumentRule>[]
}

interface Active<R extends Rule> {
  readonly rule: R
  readonly override: Finding['severity'] | undefined
  readonly options: Readonly<Record<string, OptionValue>>
}

function createPlan(
  rules: readonly Rule[],
  settings: Settings,
  kind: KindId,
  stage: Stage | undefined,
): Plan {
  const active = rules.flatMap(rule => {
    const setting = settings.rules[rule.id]
    if (setting?.level === 'off' || (rule.kinds && !rule.kinds.includes(kind))) return []
    return [{ rule, override: setting?.level, options: optionsOf(rule, setting?.options ?? {}) }]
  }) as Active<Rule>[]
  const of = <R extends Rule>(scope: R['scope']) =>
    active.filter(each => each.rule.scope === scope) as unknown as Active<R>[]
  return {
    settings,
    kind,
    stage,
    sentence: of<SentenceRule>('sentence'),
    paragraph: of<BlockRule>('paragraph'),
    heading: of<BlockRule>('heading'),
    table: of<BlockRule>('table'),
    document: of<DocumentRule>('document'),
  }
}

/** A wrong option falls back to its default, key by key. */
function optionsOf(rule: Rule, given: Readonly<Record<string, unknown>>): Record<string, OptionValue> {
  const options: Record<string, OptionValue> = {}
  for (const [name, declared] of Object.entries(rule.options ?? {})) {
    const value = given[name]
    const fits =
      declared.type === 'strings'
        ? Array.isArray(value) && value.every(item => typeof item === 'string')
        : declared.type === 'number'
          ? typeof value === 'number' &&
            value >= (declared.minimum ?? -Infinity) &&
            value <= (declared.maximum ?? Infinity)
          : typeof value === declared.type
    options[name] = fits ? (value as OptionValue) : declared.default
  }
  return options
}

function run(draft: Draft, request: AnalysisRequest, classification: Classification, plan: Plan): Report {
  const failures: { rule: string; error: unknown }[] = []
  const found: Finding[] = []
  const places = placesOf(draft)
  for (let i = 0; i < draft.blocks.length; i++) {
    const placed = draft.blocks[i]!
    const results = blockResults(placed.block, plan, places[i]!)
    for (const finding of results.findings) found.push(placedFinding(finding, placed.start))
    if (results.failures.length) failures.push(...results.failures)
  }
  let refreshAt: Instant | undefined
  const view = viewOf(draft, request)
  for (const active of plan.document) {
    const own: Finding[] = []
    try {
      active.rule.check(view, {
        settings: plan.settings,
        options: active.options,
        kind: plan.kind,
        stage: plan.stage,
        now: request.now,
        report: reported => {
          own.push(documentFinding(draft, active, reported))
        },
        refreshAt: instant => {
          if (instant > request.now && (refreshAt === undefined || instant < refreshAt)) refreshAt = instant
        },
        locate: (block, span) => spanOfPlace(draft, { block, ...span }),
        insertBefore: (block, text) => insertion(draft, block, text),
      })
      found.push(...own)
    } catch (error) {
      failures.push({ rule: active.rule.id, error })
    }
  }
  const wanted = request.only ? found.filter(finding => request.only!.has(finding.rule)) : found
  const suppressions = readSuppressions(draft)
  const { kept, unused } = applySuppressions(withoutOverlaps(sorted(wanted)), suppressions)
  const told = joined(withoutTwins(kept))
  const extra = plan.document.find(active => active.rule.id === 'unused-suppression')
  const all = extra
    ? sorted([
        ...told,
        ...unused.map(each =>
          documentFinding(draft, extra, {
            at: { source: each.comment },
            message: 'unused',
            values: { rule: each.rule ?? '全部规则' },
          }),
        ),
      ])
    : told
  const { kept: findings, left } = capped(all, mostFindings)
  return {
    isReport: true,
    classification,
    findings,
    notes: [...notesOf(draft, left), ...failures.slice(0, 3).map(failureNote)],
    score: scoreOf(all, view.proseLength),
    refreshAt,
    failures,
  }
}

function blockResults(block: Block, plan: Plan, place: BlockPlace): BlockResults {
  const known = resultsMemo.get(block)
  if (known?.plan === plan && known.place === place) return known
  if (known && known.plan.settings !== plan.settings) forget(block)
  const run: BlockRun = { block, place, findings: [], failures: [], offset: 0 }
  const { type } = block.context
  if (type === 'paragraph' || type === 'heading' || type === 'table')
    for (const active of plan[type]) runOnBlock(active, run, plan)
  if (type === 'paragraph' && block.text !== '')
    for (const active of plan.sentence) runOnSentences(active, run, plan)
  const { findings, failures } = run
  const results: BlockResults = {
    plan,
    place,
    findings: findings.length ? findings : nothing,
    failures: failures.length ? failures : nothing,
  }
  return resultsMemo.set(block, results)
}

const resultsMemo = blockMemo<BlockResults>()

const nothing: readonly never[] = []

/** One block on its way through the rules. */
interface BlockRun {
  readonly block: Block
  readonly place: BlockPlace
  readonly findings: BlockFinding[]
  readonly failures: { rule: string; error: unknown }[]
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
    report: reported => {
      const finding = blockFinding(run.block, active, reported, run.offset)
      if (finding) run.findings.push({ finding, placed: undefined, placedAt: 0 })
    },
  }
}

function runOnBlock(active: Active<BlockRule>, run: BlockRun, plan: Plan) {
  if (active.rule.cue && !active.rule.cue.test(run.block.text)) return
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
  if (active.rule.cue && !active.rule.cue.test(run.block.text)) return
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

/** From prose offsets to offsets in the block's source; undefined when the rule named a place that is not there. */
function blockFinding(
  block: Block,
  active: Active<SentenceRule | BlockRule>,
  reported: Reported,
  offset: number,
): Finding | undefined {
  const limit = block.context.type === 'table' ? block.source.length : block.text.length
  const span = { start: reported.start + offset, end: reported.end + offset }
  if (!(span.start >= 0 && span.end <= limit && span.start <= span.end))
    throw new RangeError(`${active.rule.id} reported ${span.start}..${span.end} in a block of ${limit}`)
  const toSource = (part: Span) => (block.context.type === 'table' ? part : toSourceSpan(block.prose, part))
  const fixes = (reported.fixes ?? []).flatMap(fix => {
    const edits: Edit[] = []
    for (const edit of fix.edits) {
      const prose = { start: edit.start + offset, end: edit.end + offset }
      if (block.context.type !== 'table' && !isContiguous(block.prose, prose)) return []
      edits.push({ ...toSource(prose), text: edit.text })
    }
    return [{ ...fix, edits } satisfies Fix]
  })
  return finish(
    active,
    reported,
    toSource(span),
    fixes,
    reported.related?.map(part => ({
      ...toSource({ start: part.start + offset, end: part.end + offset }),
      note: part.note,
    })),
  )
}

function documentFinding(draft: Draft, active: Active<DocumentRule>, reported: DocumentReported): Finding {
  return finish(
    active,
    reported,
    spanOfPlace(draft, reported.at),
    reported.fixes ?? [],
    reported.related?.map(part => ({ ...spanOfPlace(draft, part.at), note: part.note })),
  )
}

function finish(
  active: Active<Rule>,
  reported: Pick<Reported, 'message' | 'values' | 'severity'>,
  span: Span,
  fixes: readonly Fix[],
  related: readonly (Span & { note: Bilingual })[] | undefined,
): Finding {
  const message = active.rule.messages[reported.message]
  if (!message) throw new Error(`${active.rule.id} has no message ${reported.message}`)
  const { values } = reported
  const finding = {
    rule: active.rule.id,
    family: active.rule.family,
    severity: active.override ?? reported.severity ?? active.rule.severity,
    start: span.start,
    end: span.end,
    what: fill(message.what, values),
    why: fill(message.why, values),
    doNext: fill(message.doNext, values),
    fixes,
  }
  return related?.length ? { ...finding, related } : finding
}

function placedFinding(own: BlockFinding, at: number): Finding {
  if (!own.placed || own.placedAt !== at) {
    own.placed = moved(own.finding, at)
    own.placedAt = at
  }
  return own.placed
}

// Field by field: an edit at the top moves every finding of the draft, and spreading each would cost more than the check.
function moved(finding: Finding, by: number): Finding {
  const { rule, family, severity, what, why, doNext, related } = finding
  const fixes = finding.fixes.length === 0 ? finding.fixes : finding.fixes.map(fix => movedFix(fix, by))
  const start = finding.start + by
  const end = finding.end + by
  const placed = { rule, family, severity, start, end, what, why, doNext, fixes }
  return related ? { ...placed, related: related.map(part => movedSpan(part, by)) } : placed
}

const movedFix = (fix: Fix, by: number): Fix => ({
  ...fix,
  edits: fix.edits.map(edit => movedSpan(edit, by)),
})

const movedSpan = <T extends Span>(span: T, by: number): T => ({
  ...span,
  start: span.start + by,
  end: span.end + by,
})

export function spanOfPlace(draft: Draft, place: Place): Span {
  if ('source' in place) return clamp(place.source, draft.text.length)
  if ('key' in place) {
    const entry = draft.frontMatter?.entries.get(place.key)
    if (!entry) return firstLine(draft.text)
    return entry.value.end > entry.value.start ? entry.value : entry.key
  }
  const placed = draft.blocks[place.block] as PlacedBlock
  const { block, start } = placed
  if (block.context.type === 'heading' || block.context.type === 'paragraph') {
    const span = toSourceSpan(block.prose, clamp(place, block.text.length))
    return { start: span.start + start, end: span.end + start }
  }
  const span = clamp(place, block.source.length)
  return { start: span.start + start, end: span.end + start }
}

function clamp(span: Span, length: number): Span {
  const start = Math.max(0, Math.min(span.start, length))
  return { start, end: Math.max(start, Math.min(span.end, length)) }
}

function firstLine(text: string): Span {
  const end = text.search(/\r?\n/)
  return { start: 0, end: end < 0 ? text.length : end }
}

/** Whole lines before a block (or at the end), parted by blank lines from what stands there. */
export function insertion(draft: Draft, block: number, text: string): Edit {
  const placed = draft.blocks[block]
  if (placed) {
    const lineStart = draft.text.lastIndexOf('\n', placed.start - 1) + 1
    return { start: lineStart, end: lineStart, text: `${text}\n\n` }
  }
  const end = draft.text.length
  const lead = draft.text.endsWith('\n\n') || end === 0 ? '' : draft.text.endsWith('\n') ? '\n' : '\n\n'
  return { start: end, end, text: `${lead}${text}\n` }
}

/** The draft as document rules see it; also for views that fold the same facts, such as the problem matrix. */
const none: readonly EarlierReport[] = []

export function viewOf(
  draft: Draft,
  request: Pick<AnalysisRequest, 'settings' | 'path' | 'earlier' | 'images' | 'segmenter'>,
): DocumentView {
  return {
    blockCount: draft.blocks.length,
    block: index => draft.blocks[index]!.block,
    fact: (fact, index) => factOf(draft.blocks[index]!.block, fact, request.settings),
    found: <T>(fact: Fact<T>) =>
      draft.memory.gather(
        fact,
        request.settings,
        index => factOf(draft.blocks[index]!.block, fact, request.settings),
        fact.holds ?? anything,
      ),
    outline: draft.outline,
    section: index => draft.sections[index]!,
    frontMatter: draft.frontMatter,
    proseLength: proseLength(draft),
    path: request.path ?? '',
    words: index => wordsOf(draft.blocks[index]!.block, request.segmenter),
    earlier: request.earlier ?? none,
    image: address => request.images?.(address),
  }
}

const anything = () => true

function wordsOf(block: Block, segmenter: Segmenter | undefined): readonly Word[] | undefined {
  if (!segmenter) return undefined
  const known = wordsMemo.get(block)
  if (known?.segmenter === segmenter) return known.words
  return wordsMemo.set(block, { segmenter, words: segmenter.cut(block.text) }).words
}

const wordsMemo = blockMemo<{ readonly segmenter: Segmenter; readonly words: readonly Word[] }>()

function factOf<T>(block: Block, fact: Fact<T>, settings: Settings): T {
  fact.memo ??= blockMemo()
  const known = fact.memo.get(block)
  return known !== undefined ? known : fact.memo.set(block, fact.read(block, settings))
}

/** Visible characters of headings and paragraphs without blanks. */
function proseLength(draft: Draft): number {
  let total = 0
  for (const { block } of draft.blocks) total += block.text.length
  return total
}

function notesOf(draft: Draft, left: number): Note[] {
  const notes: Note[] = []
  if (draft.readLength < draft.text.length)
    notes.push({
      code: 'truncated',
      text: [
        `稿件太长，只检查了前 ${draft.readLength.toLocaleString('en')} 字，后面的没有看`,
        `The draft is too long: only the first ${draft.readLength.toLocaleString('en')} characters were checked`,
      ],
    })
  if (left > 0)
    notes.push({
      code: 'too-many-findings',
      text: [
        `问题太多，只列出最要紧的 ${mostFindings} 条，另有 ${left} 条未列`,
        `Only the ${mostFindings} gravest findings are listed; ${left} more are not`,
      ],
    })
  return notes
}

function failureNote({ rule }: { rule: string }): Note {
  return {
    code: 'rule-failed',
    text: [
      `规则“${rule}”检查时出错，这一条没有检查；其他规则不受影响`,
      `Rule ${rule} failed and was skipped; the others ran`,
    ],
  }
}
