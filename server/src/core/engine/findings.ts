// A finding on its way out: where it is and how grave, and its words only if it is shown. Long drafts have thousands, of
// which a few hundred are listed, and an edit moves every one behind it.

import type { Block } from '../document/block'
import type { Draft } from '../document/document'
import { isContiguous, toSourceSpan } from '../document/prose'
import { type Edit, type Family, type Finding, type Fix, fill, type Severity, type Span } from '../types'
import { spanOfPlace } from './locate'
import type { Active } from './plan'
import type { BlockRule, DocumentReported, DocumentRule, Message, Reported, Rule, SentenceRule } from './rule'

/** What the filters look at. */
export interface Judged extends Span {
  readonly rule: string
  readonly family: Family
  readonly severity: Severity
}

export interface Stated extends Judged {
  /** In words; made when it is first asked for. */
  readonly finding: Finding
}

type Told = Pick<Reported, 'message' | 'values' | 'severity'>

/** A finding of a block rule, counted from the block's source. Lives with the block, whose place may change. */
export class BlockFinding {
  #finding: Finding | undefined
  #placed: Stated | undefined
  #placedAt = -1
  readonly start: number
  readonly end: number
  readonly severity: Severity

  /** Throws when the rule names a place that is not there, or a message that it has not. */
  constructor(
    readonly block: Block,
    readonly active: Active<SentenceRule | BlockRule>,
    readonly reported: Reported,
    /** Where what the rule saw begins in the block's prose. */
    readonly offset: number,
  ) {
    const { rule } = active
    const limit = block.context.type === 'table' ? block.source.length : block.text.length
    const span = { start: reported.start + offset, end: reported.end + offset }
    if (!(span.start >= 0 && span.end <= limit && span.start <= span.end))
      throw new RangeError(`${rule.id} reported ${span.start}..${span.end} in a block of ${limit}`)
    messageOf(active, reported)
    const source = this.#toSource(span)
    this.start = source.start
    this.end = source.end
    this.severity = severityOf(active, reported)
  }

  /** The same where the block stands now. */
  placed(at: number): Stated {
    if (!this.#placed || this.#placedAt !== at) {
      this.#placed = new PlacedFinding(this, at)
      this.#placedAt = at
    }
    return this.#placed
  }

  get finding(): Finding {
    this.#finding ??= inWords(this.active, this.reported, this, this.#fixes(), this.#related())
    return this.#finding
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

class PlacedFinding implements Stated {
  #finding: Finding | undefined
  readonly rule: string
  readonly family: Family
  readonly severity: Severity
  readonly start: number
  readonly end: number

  constructor(
    readonly own: BlockFinding,
    readonly at: number,
  ) {
    this.rule = own.active.rule.id
    this.family = own.active.rule.family
    this.severity = own.severity
    this.start = own.start + at
    this.end = own.end + at
  }

  get finding(): Finding {
    this.#finding ??= moved(this.own.finding, this.at)
    return this.#finding
  }
}

/** A finding of a document rule. Throws as `BlockFinding` does. */
export class DocumentFinding implements Stated {
  #finding: Finding | undefined
  readonly rule: string
  readonly family: Family
  readonly severity: Severity
  readonly start: number
  readonly end: number

  constructor(
    readonly draft: Draft,
    readonly active: Active<DocumentRule>,
    readonly reported: DocumentReported,
  ) {
    messageOf(active, reported)
    const { start, end } = spanOfPlace(draft, reported.at)
    this.rule = active.rule.id
    this.family = active.rule.family
    this.severity = severityOf(active, reported)
    this.start = start
    this.end = end
  }

  get finding(): Finding {
    const { draft, active, reported } = this
    this.#finding ??= inWords(
      active,
      reported,
      this,
      reported.fixes ?? [],
      reported.related?.map(part => ({ ...spanOfPlace(draft, part.at), note: part.note })),
    )
    return this.#finding
  }
}

/** A finding that is in words already. */
export function stated(finding: Finding): Stated {
  const { rule, family, severity, start, end } = finding
  return { rule, family, severity, start, end, finding }
}

function messageOf({ rule }: Active<Rule>, { message }: Told): Message {
  const found = rule.messages[message]
  if (!found) throw new Error(`${rule.id} has no message ${message}`)
  return found
}

function severityOf({ rule, override }: Active<Rule>, { severity }: Told): Severity {
  return override ?? severity ?? rule.severity
}

function inWords(
  active: Active<Rule>,
  reported: Told,
  { start, end }: Span,
  fixes: readonly Fix[],
  related: Finding['related'],
): Finding {
  const { what, why, doNext } = messageOf(active, reported)
  const { values } = reported
  const finding = {
    rule: active.rule.id,
    family: active.rule.family,
    severity: severityOf(active, reported),
    start,
    end,
    what: fill(what, values),
    why: fill(why, values),
    doNext: fill(doNext, values),
    fixes,
  }
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
