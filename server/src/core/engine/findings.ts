// From what a rule reports to a finding: its place in the source, its words, its fixes.

import type { Block } from '../document/block'
import type { Draft } from '../document/document'
import { isContiguous, toSourceSpan } from '../document/prose'
import { type Bilingual, type Edit, type Finding, type Fix, fill, type Span } from '../types'
import { spanOfPlace } from './locate'
import type { Active } from './plan'
import type { BlockRule, DocumentReported, DocumentRule, Reported, Rule, SentenceRule } from './rule'

/** From prose offsets to offsets in the block's source; undefined when the rule named a place that is not there. */
export function blockFinding(
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

export function documentFinding(
  draft: Draft,
  active: Active<DocumentRule>,
  reported: DocumentReported,
): Finding {
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

/** The same finding `by` code units further down. */
// Field by field: an edit at the top moves every finding of the draft, and spreading each would cost more than the check.
export function moved(finding: Finding, by: number): Finding {
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
