// The claims of a block that nothing in the block backs, and what a later block needs to know to back them.

import { type Block, oncePerBlock, type Sentence } from '../../document/block'
import type { Fact } from '../../engine/rule'
import { expressionOf } from '../../knowledge/cue'
import * as evidence from '../../knowledge/evidence.generated'
import { doing } from '../../knowledge/vague.generated'
import { type Claim, findClaims } from '../../text/claims'
import {
  hasCheckableFact,
  itemStart,
  laterItem,
  leadsOn,
  newTopic,
  pointsToFigures,
} from '../../text/claims/evidence'
import { clauseStart, farthest } from '../../text/claims/reading'
import { isSubstantive, type Quantity } from '../../text/quantities'
import type { Span } from '../../types'
import { figuresOf } from './figures'
import { firstFrom } from './figuresWithin'
import { claimSubject, praiseOf, sharesMatter } from './matter'

export interface ClaimFacts {
  readonly bare: readonly BareClaim[]
}

export interface BareClaim extends Claim {
  /** Its sentence announces what the next block says. */
  readonly leads: boolean
  /** Its sentence is all that the block holds. */
  readonly alone: boolean
}

const none: ClaimFacts = { bare: [] }
/** A first sentence of this length is the title of its paragraph; the whole paragraph may back it. */
const longestTitle = 24

/** Every claim of a block, backed or not. */
export const claimsOf = oncePerBlock(
  block => findClaims(block.text, () => block.sentences) as readonly Claim[],
)

export const claimFacts: Fact<ClaimFacts> = {
  id: 'claims',
  holds: ({ bare }) => bare.length > 0,
  read(block) {
    const { context, heading } = block
    if (context.type !== 'paragraph' || context.quoted || block.text.length < 6) return none
    if (heading?.standalone && !isItem(block)) return none
    const claims = claimsOf(block)
    if (claims.length === 0) return none
    const claiming = new Set(claims.map(({ sentence }) => sentence))
    const bare = claims.filter(claim => !inTitle(block, claim) && !isBacked(block, claim, claiming))
    if (bare.length === 0) return none
    const { sentences } = block
    return {
      bare: bare.map(claim => ({
        ...claim,
        leads: claim.sentence === sentences.length - 1 && leadsOn(sentences[claim.sentence]!.text),
        alone: sentences.length === 1,
      })),
    }
  },
}

/** 4.培训覆盖率不高，还有部分驾驶员未参加。 is an item that says something, not a title. */
function isItem({ heading, text }: Block): boolean {
  return (heading?.numbering?.level ?? 0) >= 3 && text.includes('，') && /。\s*$/.test(text)
}

/** （一）成效显著。……: the words of a heading are judged by what stands below it, not alone. */
function inTitle(block: Block, claim: Claim): boolean {
  const { heading, sentences } = block
  if (!heading || claim.start >= heading.title.end || isItem(block)) return false
  return !(heading.numbering?.style === '一是' && sentences.length === 1)
}

/** `claiming`: the sentences that make a claim. */
function isBacked(block: Block, claim: Claim, claiming: ReadonlySet<number>): boolean {
  const { sentences } = block
  const end = block.text.length
  const own = sentences[claim.sentence]!
  const next = sentences[claim.sentence + 1]
  const before = leansBack(claim, claiming) ? sentences[claim.sentence - 1] : undefined
  const praise = praiseOf(block.text.slice(claim.core.start, claim.core.end))
  if (praise)
    return (
      (praise === 'people' && hasFigureIn(block, own)) ||
      [own, next].some(near => near && hasFigureIn(block, near) && opinion.test(near.text)) ||
      hasCheckableFact(own.text) ||
      pointsToFigures(own.text)
    )
  // Figures first: they are looked up, events have to be read.
  const from = clauseStart(block.text, own.start, claim.core.start)
  if (hasFigureIn(block, { start: from, end: own.end })) return true
  if (next && answersBehind(block, next, claim, own)) return true
  if (hasOutcomeIn(block, { start: Math.max(own.start, from - farthest), end: from }, claim)) return true
  if (before && hasFigureIn(block, before) && concerns(block, before, claim)) return true
  // 成效显著。一是……。二是……186吨: the enumeration as a whole backs its lead.
  if (isTitle(claim, own) || (next && /^(?:一是|1[.、]|（1）|①|首先)/.test(next.text)))
    if (hasFigureIn(block, { start: sentences[claim.sentence + 2]?.start ?? end, end })) return true
  // 比如村里种植规模较大: the example is what is claimed, not what shows it.
  const said = exampleLeads(own, claim) ? block.text.slice(claim.core.end, own.end) : own.text
  if (hasCheckableFact(said) || pointsToFigures(own.text)) return true
  if (next && pointsToFigures(next.text)) return true
  // An event in the next sentence may belong to a claim of its own there.
  if (next && !claiming.has(next.index) && hasCheckableFact(next.text)) return true
  return before !== undefined && hasCheckableFact(before.text)
}

const exampleLead = /^(?:例如|比如|譬如|以[^，。；：]{2,18}为例)/

const exampleLeads = (own: Sentence, claim: Claim): boolean =>
  exampleLead.test(own.text) && claim.core.start > own.start

/**
 * Is there, in front of the claim in its own sentence, a figure that tells what came of it? How much was done (走访40户,
 * 发放2000份) shows diligence, not success, unless it speaks of what is claimed; so does what stands farther away than the
 * clause before.
 */
function hasOutcomeIn(block: Block, span: Span, claim: Claim): boolean {
  const claimed = block.text.slice(span.end, claim.core.end)
  const beside = clauseBefore(block.text, span)
  // 发现隐患23处，均已整改: all of those. How things stand (学位缺口较大) is read from all that was counted before.
  const counts = claim.is === 'coverage' || claim.is === 'degree' || claim.is === 'scale'
  const figures = figuresOf(block)
  for (let i = firstFrom(figures, span.start); i < figures.length && figures[i]!.start < span.end; i++) {
    const figure = figures[i]!
    if (!isEvidence(block.text, figure)) continue
    const said = block.text.slice(clauseStart(block.text, span.start, figure.start), figure.end)
    if (counts || measured.test(said) || sharesMatter(claimed, said)) return true
    if (figure.start >= beside && (settled.test(said) || !done.test(said))) return true
  }
  return false
}

/** Where the clause in front of the last one begins; what a 、 parts is one clause. */
function clauseBefore(text: string, { start, end }: Span): number {
  const commaBefore = (at: number) => {
    while (at > start && !'，；：'.includes(text[at - 1]!)) at--
    return at
  }
  return commaBefore(commaBefore(end) - 1)
}

const done = expressionOf(doing)

/** Does the sentence behind the claim say how much? Another item of a list, or another topic, answers for itself. */
function answersBehind(block: Block, next: Sentence, claim: Claim, own: Sentence): boolean {
  if (!hasFigureIn(block, next)) return false
  if (laterItem.test(next.text)) return false
  return !newTopic.test(next.text) || sharesMatter(claimSubject(block.text, claim, own), next.text)
}

/** Do the figures of the sentence before the claim's belong to what is claimed? */
function concerns(block: Block, before: Sentence, claim: Claim): boolean {
  const own = block.sentences[claim.sentence]!
  return !itemStart.test(own.text) && sharesMatter(claimSubject(block.text, claim, own), before.text)
}

/** Amounts that came of something; 完成5.5亿元 is only how much was done. */
const measured = expressionOf(evidence.measured)
/** What was settled, or how much of it turned out well. */
const settled = expressionOf(evidence.settled)

/** Praise is backed by who praised and how many were asked, never by what was spent or built. */
const opinion = expressionOf(evidence.opinion)

/**
 * What went before backs the claim, unless it was given for a claim of its own. A role or an effect is shown by what came
 * of it, never by the amounts that stood before it.
 */
function leansBack(claim: Claim, claiming: ReadonlySet<number>): boolean {
  return claim.is !== 'role' && !claiming.has(claim.sentence - 1)
}

function isTitle(claim: Claim, sentence: Sentence): boolean {
  return claim.sentence === 0 && sentence.end - sentence.start <= longestTitle
}

/** Does a figure that counts as evidence stand in the sentence? */
export function hasFigureIn(block: Block, span: { start: number; end: number }): boolean {
  const figures = figuresOf(block)
  for (let i = firstFrom(figures, span.start); i < figures.length && figures[i]!.start < span.end; i++)
    if (isEvidence(block.text, figures[i]!)) return true
  return false
}

/** 这两个企业, 上述三个村: the number only points back to what was named. */
const pointing = /(?:[这那该前后另其]|上述|以上|以下|其他|其余)$/

/** 翻了一番 says nothing without its base, and 三个组 is how something is arranged. */
const isIdle = ({ unit, chinese, kind, value }: Quantity): boolean =>
  unit === '番' || (chinese && kind === 'count' && value < 10 && unit === '个')

/** Does the figure say how much, so that it can back a claim? */
export function isEvidence(text: string, figure: Quantity): boolean {
  return (
    isSubstantive(figure) &&
    !isIdle(figure) &&
    !(figure.chinese && pointing.test(text.slice(Math.max(0, figure.start - 2), figure.start)))
  )
}
