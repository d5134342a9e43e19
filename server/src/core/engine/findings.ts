// A finding on its way out: where it is and how grave, and its words only if it is shown. Long drafts have thousands, of
// which a few hundred are listed, and an edit moves every one behind it; so each counts from the start of its block.

import type { Block } from '../document/block'
import type { Draft } from '../document/document'
import { isContiguous, toSourceSpan } from '../document/prose'
import { sameValue } from '../document/sameValue'
import { type Edit, type Family, type Finding, type Fix, fill, type Severity, type Span } from '../types'
import { type Anchor, anchorOf, spanOf } from './anchor'
import { spanOfPlace } from './locate'
import type { Active } from './plan'
import type {
  BlockRule,
  DocumentReported,
  DocumentRule,
  Message,
  Place,
  Reported,
  Rule,
  SentenceRule,
} from './rule'

/** What the filters look at. */
export interface Judged extends Span {
  readonly rule: string
  readonly family: Family
  readonly severity: Severity
}

/** Counts from the start of its block, or from where its anchor says. */
export interface Stated extends Judged {
  /** In words, where it stands in the draft; `at` is what it counts from. */
  told(draft: Draft, at: number): Finding
}

type Told = Pick<Reported, 'message' | 'values' | 'severity'>

/** A finding of a block rule. Throws when the rule names a place that is not there, or a message that it has not. */
export class BlockFinding implements Stated {
  #own: Finding | undefined
  #told: Finding | undefined
  #toldAt = -1
  readonly rule: string
  readonly family: Family
  readonly severity: Severity
  readonly start: number
  readonly end: number

  constructor(
    readonly block: Block,
    readonly active: Active<SentenceRule | BlockRule>,
    readonly reported: Reported,
    /** Where what the rule saw begins in the block's prose. */
    readonly offset: number,
  ) {
    const { rule } = active
    const limit = block.context.type === 'table' ? block.source.length : block.text.length
    const start = reported.start + offset
    const end = reported.end + offset
    if (!(start >= 0 && end <= limit && start <= end))
      throw new RangeError(`${rule.id} reported ${start}..${end} in a block of ${limit}`)
    messageOf(active, reported)
    const source = this.#toSource({ start, end })
    this.rule = rule.id
    this.family = rule.family
    this.severity = severityOf(active, reported)
    this.start = source.start
    this.end = source.end
  }

  told(_draft: Draft, at: number): Finding {
    this.#own ??= inWords(this, wordsOf(this.active, this.reported), this, this.#fixes(), this.#related())
    if (this.#toldAt !== at) {
      this.#told = moved(this.#own, at)
      this.#toldAt = at
    }
    return this.#told!
  }

  #toSource(part: Span): Span {
    return this.block.context.type === 'table' ? part : toSourceSpan(this.block.prose, part)
  }

  #shifted<T extends Span>({ start, end }: T): Span {
    return { start: start + this.offset, end: end + this.offset }
  }

  #fixes(): Fix[] {
    const { block } = this
    return (this.reported.fixes ?? []).flatMap(fix => {
      const edits: Edit[] = []
      for (const edit of fix.edits) {
        const prose = this.#shifted(edit)
        if (block.context.type !== 'table' && !isContiguous(block.prose, prose)) return []
        edits.push({ ...this.#toSource(prose), text: edit.text })
      }
      return [{ ...fix, edits } satisfies Fix]
    })
  }

  #related(): Finding['related'] {
    return this.reported.related?.map(part => ({
      ...this.#toSource(this.#shifted(part)),
      note: part.note,
    }))
  }
}

/** What a finding of one block was made of. */
export interface MadeOf {
  readonly block: Block
  readonly given: readonly unknown[]
}

interface AnchoredFix {
  readonly fix: Fix
  readonly edits: readonly Anchor[]
}

const blockOf = (place: Place) => ('block' in place ? place.block : -1)

/** A finding of a document rule, with every place that it names anchored. Throws as `BlockFinding` does. */
export class DocumentFinding implements Stated {
  readonly rule: string
  readonly family: Family
  readonly severity: Severity
  readonly anchor: Anchor
  readonly start: number
  readonly end: number
  readonly #active: Active<DocumentRule>
  readonly #reported: DocumentReported
  readonly #fixes: readonly AnchoredFix[]
  readonly #related: readonly Anchor[]
  /** Everything that it names stands in its own block, and moves with it. */
  readonly #compact: boolean
  /** Undefined where more was looked at than one block. What was said before may have been made of another block. */
  madeOf: MadeOf | undefined
  #words: Words | undefined
  #told: Finding | undefined
  #toldAt = -1

  constructor(draft: Draft, active: Active<DocumentRule>, reported: DocumentReported) {
    messageOf(active, reported)
    this.#active = active
    this.#reported = reported
    this.rule = active.rule.id
    this.family = active.rule.family
    this.severity = severityOf(active, reported)
    this.anchor = anchorOf(draft, spanOfPlace(draft, reported.at), blockOf(reported.at))
    this.start = this.anchor.start
    this.end = this.anchor.end
    this.#fixes = reported.fixes?.length
      ? reported.fixes.map(fix => ({
          fix,
          edits: fix.edits.map(edit => anchorOf(draft, edit, this.anchor.block)),
        }))
      : nothing
    this.#related =
      reported.related?.map(({ at }) => anchorOf(draft, spanOfPlace(draft, at), this.anchor.block)) ?? nothing
    const here = ({ block }: Anchor) => block === this.anchor.block
    this.#compact = this.#related.every(here) && this.#fixes.every(({ edits }) => edits.every(here))
  }

  told(draft: Draft, at: number): Finding {
    if (!this.#compact) return this.#tell(draft)
    if (this.#toldAt !== at) {
      this.#told = this.#tell(draft)
      this.#toldAt = at
    }
    return this.#told!
  }

  isMadeOf({ block, given }: MadeOf): boolean {
    return this.madeOf?.block === block && sameList(this.madeOf.given, given, Object.is)
  }

  /** The other says the same of the same place, whatever stands where by now. */
  says(other: DocumentFinding): boolean {
    const said = this.#reported
    const again = other.#reported
    return (
      said.message === again.message &&
      this.severity === other.severity &&
      sameAnchor(this.anchor, other.anchor) &&
      sameValue(said.values, again.values) &&
      sameList(this.#related, other.#related, sameAnchor) &&
      sameList(said.related ?? nothing, again.related ?? nothing, (a, b) => sameValue(a.note, b.note)) &&
      sameList(this.#fixes, other.#fixes, sameFix)
    )
  }

  #tell(draft: Draft): Finding {
    const fixes = this.#fixes.map(({ fix, edits }) => ({
      ...fix,
      edits: fix.edits.map(({ text }, i) => ({ ...spanOf(draft, edits[i]!), text })),
    }))
    const notes = this.#reported.related ?? nothing
    const related = this.#related.map((anchor, i) => ({ ...spanOf(draft, anchor), note: notes[i]!.note }))
    this.#words ??= wordsOf(this.#active, this.#reported)
    const finding = inWords(this, this.#words, spanOf(draft, this.anchor), fixes, related)
    const { about, gathered } = this.#active.rule
    if (gathered) return { ...finding, gathered }
    return about === 'draft' ? { ...finding, wholeDraft: true } : finding
  }
}

const nothing: readonly never[] = []

const sameAnchor = (a: Anchor, b: Anchor) => a.block === b.block && a.start === b.start && a.end === b.end

function sameFix(a: AnchoredFix, b: AnchoredFix): boolean {
  return (
    sameValue(a.fix.title, b.fix.title) &&
    a.fix.snippet === b.fix.snippet &&
    a.fix.safe === b.fix.safe &&
    sameList(a.edits, b.edits, sameAnchor) &&
    sameList(a.fix.edits, b.fix.edits, (one, two) => one.text === two.text)
  )
}

function sameList<T>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean): boolean {
  return a === b || (a.length === b.length && a.every((each, i) => same(each, b[i]!)))
}

function messageOf({ rule }: Active<Rule>, { message }: Told): Message {
  const found = rule.messages[message]
  if (!found) throw new Error(`${rule.id} has no message ${message}`)
  return found
}

function severityOf({ rule, override }: Active<Rule>, { severity }: Told): Severity {
  return override ?? severity ?? rule.severity
}

type Words = Pick<Finding, 'what' | 'why' | 'doNext'>

function wordsOf(active: Active<Rule>, reported: Told): Words {
  const { what, why, doNext } = messageOf(active, reported)
  const { values } = reported
  return { what: fill(what, values), why: fill(why, values), doNext: fill(doNext, values) }
}

function inWords(
  { rule, family, severity }: Judged,
  { what, why, doNext }: Words,
  { start, end }: Span,
  fixes: readonly Fix[],
  related: Finding['related'],
): Finding {
  const finding = { rule, family, severity, start, end, what, why, doNext, fixes }
  return related?.length ? { ...finding, related } : finding
}

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
