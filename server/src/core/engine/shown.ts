// From the findings of the rules to what a writer is shown: one finding for a sentence with all its reasons, what is said of a
// whole paragraph or draft in one place, and of all that the three that matter most.

import { type Block, oncePerBlock } from '../document/block'
import type { Draft } from '../document/document'
import { toSourceSpan } from '../document/prose'
import { firstLine } from '../document/text'
import { pieceAt } from '../search'
import { type Bilingual, type Finding, fill, type ShownFinding, type Span, severities } from '../types'
import { inOne } from './filters'
import { urgency } from './urgency'

/** More findings than this on 700 characters are not read. */
const mostOn700 = 12

/**
 * Findings in the order of the draft, each with its reasons. Expects findings sorted by place. While there is no body, what is
 * told in one line is only a hint.
 */
export function shownOf(
  draft: Draft,
  findings: readonly Finding[],
  proseLength: number,
  hasBody: boolean,
): ShownFinding[] {
  const atoms = findings.flatMap(finding => finding.reasons ?? [finding])
  const placed = atoms.map(finding => ({ finding, ...placeOf(draft, finding) }))
  const most = Math.max(mostOn700, (mostOn700 * proseLength) / 700)
  let shown = together(draft, swallowed(placed))
  for (const byParagraph of [styleByParagraph, allByParagraph])
    if (shown.length > most) shown = together(draft, swallowed(placed.map(byParagraph)))
  return withIds(inOrder(shown.map(finding => inOneLine(draft, finding, hasBody))))
}

/** The ids of what raises the draft most: at most three, the most urgent first. */
export function firstOf(shown: readonly ShownFinding[]): readonly string[] {
  return shown
    .map(finding => ({
      id: finding.id,
      urgency: Math.max(urgency(finding), ...finding.reasons.map(urgency)),
    }))
    .sort((a, b) => b.urgency - a.urgency)
    .slice(0, 3)
    .map(({ id }) => id)
}

interface Placed {
  readonly finding: Finding
  /** Findings with the same key are one. */
  readonly key: string
  /** The paragraph that it is about or lies in; -1 for the draft, its head and tables. */
  readonly paragraph: number
  /** It speaks of more than one sentence of its paragraph. */
  readonly wide: boolean
}

function placeOf(draft: Draft, { start, end, rule, wholeDraft, gathered }: Finding): Omit<Placed, 'finding'> {
  if (wholeDraft || gathered) return { key: `draft ${rule}`, paragraph: -1, wide: false }
  const apart = { key: `${start} ${end}`, paragraph: -1, wide: false }
  if (start < draft.bodyStart || draft.blocks.length === 0) return apart
  const at = blockAt(draft, start)
  const { block, start: from } = draft.blocks[at]!
  const { type } = block.context
  if (type !== 'paragraph' && type !== 'heading') return apart
  const sentences = sentencesOf(block)
  const first = sentences.findIndex(sentence => start - from < sentence.end)
  const last = sentences.findIndex(sentence => end - from <= sentence.end)
  const wide = first >= 0 && (last < 0 ? sentences.length - 1 : last) > first
  return { key: wide ? `${at}` : `${at}.${first}`, paragraph: at, wide }
}

const sentencesOf = oncePerBlock((block: Block): readonly Span[] =>
  block.sentences.map(sentence => toSourceSpan(block.prose, sentence)),
)

const starts = new WeakMap<object, readonly number[]>()

function blockAt({ blocks }: Draft, offset: number): number {
  let known = starts.get(blocks)
  if (!known) {
    known = blocks.map(({ start }) => start)
    starts.set(blocks, known)
  }
  return Math.max(0, pieceAt(known, offset))
}

/** What a phrase or a sentence is blamed for is part of what its whole paragraph is blamed for. */
function swallowed(placed: readonly Placed[]): readonly Placed[] {
  const blamed = new Map<number, string>()
  for (const { finding, paragraph, wide, key } of placed)
    if (wide && finding.family === 'generic') blamed.set(paragraph, key)
  if (blamed.size === 0) return placed
  return placed.map(each => {
    const key = each.finding.family === 'generic' ? blamed.get(each.paragraph) : undefined
    return key === undefined ? each : { ...each, key }
  })
}

/** Where a draft is bad throughout: how it is said, paragraph by paragraph. */
const styleByParagraph = (each: Placed): Placed =>
  each.finding.family === 'generic' ? ofParagraph(each, 'style') : each

/** And where that is still too much to read, all of it but what is plainly wrong. */
const allByParagraph = (each: Placed): Placed =>
  each.finding.severity === 'error' ? each : ofParagraph(each, 'all')

const ofParagraph = (each: Placed, what: string): Placed =>
  each.paragraph < 0 ? each : { ...each, key: `${each.paragraph} ${what}`, wide: true }

function together(draft: Draft, placed: readonly Placed[]): Omit<ShownFinding, 'id'>[] {
  const groups = new Map<string, Finding[]>()
  for (const { key, finding } of placed) {
    const group = groups.get(key)
    if (group) group.push(finding)
    else groups.set(key, [finding])
  }
  return [...groups.values()].map(group => joinedOf(draft, group))
}

const inOrder = (shown: readonly Omit<ShownFinding, 'id'>[]) =>
  [...shown].sort((a, b) => a.start - b.start || a.end - b.end || urgency(b) - urgency(a))

function joinedOf(draft: Draft, group: readonly Finding[]): Omit<ShownFinding, 'id'> {
  const reasons = [...group].sort((a, b) => urgency(b) - urgency(a) || a.start - b.start)
  const [lead] = reasons as [Finding]
  const place = lead.wholeDraft ? topOf(draft) : { start: lead.start, end: lead.end }
  if (reasons.length === 1) return { ...lead, ...place, reasons }
  const also = [...new Set(reasons.map(({ rule }) => rule))].filter(rule => rule !== lead.rule)
  const related = [
    ...(lead.related ?? []),
    ...reasons
      .slice(1)
      .flatMap(({ start, end, what, related: own }) => [{ start, end, note: what }, ...(own ?? [])]),
  ]
  return {
    ...lead,
    ...place,
    reasons,
    ...(also.length > 0 ? { also: also.length === 1 ? also[0]! : also } : {}),
    severity: reasons.reduce(
      (gravest, { severity }) =>
        severities.indexOf(severity) < severities.indexOf(gravest) ? severity : gravest,
      lead.severity,
    ),
    what: listed(reasons.map(({ what }) => what)),
    why: listed(reasons.map(({ why }) => why)),
    doNext: listed(reasons.map(({ doNext }) => doNext)),
    fixes: reasons
      .flatMap(({ fixes }) => fixes)
      .filter((fix, i, all) => all.findIndex(other => sameFix(fix, other)) === i),
    related: related.filter(
      (part, i, all) => all.findIndex(other => other.start === part.start && other.end === part.end) === i,
    ),
  }
}

/** Quoted in the line; more of them nobody reads. */
const mostQuoted = 6
const longestQuote = 16

/** All that a rule found, told as one: how many places, and the first of them. */
function inOneLine(
  draft: Draft,
  finding: Omit<ShownFinding, 'id'>,
  hasBody: boolean,
): Omit<ShownFinding, 'id'> {
  const { gathered, reasons } = finding
  if (!gathered) return finding
  const { stopsHandIn } = gathered
  const mildest = hasBody ? gathered.severity : 'hint'
  const severity =
    severities.indexOf(mildest) < severities.indexOf(finding.severity) ? mildest : finding.severity
  const told = { ...finding, severity, ...(stopsHandIn ? { stopsHandIn } : {}) }
  if (reasons.length === 1) return told
  const places = [...reasons].sort((a, b) => a.start - b.start)
  const values = { count: places.length, excerpts: quotesOf(draft, places) }
  return {
    ...told,
    ...topOf(draft),
    reasons: places,
    what: fill(gathered.what, values),
    why: fill(gathered.why, values),
    doNext: fill(gathered.doNext, values),
  }
}

function quotesOf({ text }: Draft, places: readonly Span[]): string {
  const quotes = places.map(({ start, end }) =>
    text
      .slice(start, Math.min(end, start + 60))
      .replace(/^【(?:请?填写?)[：:]?|】$/g, '')
      .split('，')[0]!
      .trim()
      .slice(0, longestQuote),
  )
  const once = [...new Set(quotes.filter(Boolean))]
  return `${once.slice(0, mostQuoted).join('、')}${once.length > mostQuoted ? '等' : ''}`
}

const sameFix = (a: Finding['fixes'][number], b: Finding['fixes'][number]) =>
  a.title[0] === b.title[0] &&
  a.edits.length === b.edits.length &&
  a.edits.every(({ start, end, text }, i) => {
    const other = b.edits[i]!
    return start === other.start && end === other.end && text === other.text
  })

/** The first line: what is said of the whole draft stands there, apart from what is said of the title. */
function topOf(draft: Draft): Span {
  return firstLine(draft.text)
}

/** Each sentence once, and no more than can be read. */
const mostListed = 4

function listed(texts: readonly Bilingual[]): Bilingual {
  const once = texts.filter((text, i) => texts.findIndex(other => other[0] === text[0]) === i)
  const told = once.slice(0, mostListed)
  const left = once.length - told.length
  const [zh, en] = told.reduce(inOne)
  return left > 0 ? [`${zh}；另有${left}处`, `${en}. And ${left} more`] : [zh, en]
}

function withIds(shown: readonly Omit<ShownFinding, 'id'>[]): ShownFinding[] {
  const counts = new Map<string, number>()
  return shown.map(finding => {
    const count = (counts.get(finding.rule) ?? 0) + 1
    counts.set(finding.rule, count)
    return { ...finding, id: count === 1 ? finding.rule : `${finding.rule}#${count}` }
  })
}
