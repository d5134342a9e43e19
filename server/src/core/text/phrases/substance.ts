// What gives a sentence substance: figures, named places, people with their office, documents, deadlines, examples.

import { expressionOf } from '../../knowledge/cue'
import * as substanceWords from '../../knowledge/substance.generated'
import type { SubstanceKind } from '../../lexicon/types'
import type { Span } from '../../types'
import { findQuantities, isSubstantive } from '../quantities'
import { endOfClause, startOfClause, startOfSentencePart } from './clause'

export const person = expressionOf(substanceWords.person, 'g')
export const document = /〔\d{4}〕\s*\d+号|\[\d{4}\]\s*\d+号|《[^》]{3,60}》/g
export const deadline = expressionOf(substanceWords.deadline, 'g')
export const example = /(?:例如|比如|譬如|如：|以[^，。；]{2,14}为例)(?=[^。]{15})/g
export const place = expressionOf(substanceWords.place, 'g')

// 全镇, 各村, 试点村: no name stands before the word.
const notNamed = new RegExp(`^(?:${substanceWords.notAName.source})*(?:村|社区|街道|镇|小区|水库)$`)

/** Finds the tokens of one kind in one sentence, each kind when it is first asked for. */
export type Substance = (kind: SubstanceKind) => readonly Span[]

const expressions = { person, document, deadline, example, place }
type Worded = keyof typeof expressions
const worded = Object.keys(expressions) as Worded[]

/** Expects normalised text (half-width digits). `mayHold` tells cheaply which kinds to look for. */
export function substanceOf(text: string, mayHold: (kind: Worded) => boolean): Substance {
  const known: Partial<Record<SubstanceKind, readonly Span[]>> = {}
  return kind => (known[kind] ??= kind === 'figure' || mayHold(kind) ? find(kind, text) : none)
}

const none: readonly Span[] = []

function find(kind: SubstanceKind, text: string): readonly Span[] {
  if (kind === 'figure') return findQuantities(text).filter(isSubstantive)
  const spans = all(text, expressions[kind])
  return kind === 'place' ? spans.filter(span => isNamed(text, span)) : spans
}

const isNamed = (text: string, { start, end }: Span) => !notNamed.test(text.slice(start, end))

/** Whether there is a token of any kind. */
export function holdsSubstance(text: string, mayHold: (kind: Worded) => boolean): boolean {
  return worded.some(kind => mayHold(kind) && holds(kind, text)) || findQuantities(text).some(isSubstantive)
}

function holds(kind: Worded, text: string): boolean {
  if (kind === 'place') return find(kind, text).length > 0
  const expression = expressions[kind]
  expression.lastIndex = 0
  return expression.test(text)
}

function all(text: string, expression: RegExp): Span[] {
  const spans: Span[] = []
  expression.lastIndex = 0
  for (let hit = expression.exec(text); hit; hit = expression.exec(text))
    spans.push({ start: hit.index, end: hit.index + hit[0].length })
  return spans
}

const change =
  /(?:由|从|比|较|同比|环比)[^，。；]{0,10}\d|增长|下降|减少|提高|增加|降低|降到|升到|达到?|节约|节省|增收|率|满意|合格|及格|办结|完成/
/** A figure of what was done (leaflets, meetings, visits) says nothing about what came of it. */
const activity =
  /发放|分发|派发|张贴|悬挂|散发|开展|组织|举办|召开|培训|出动|走访|接受咨询|解答|参加|参与|参会|吸引|转发|宣讲|检查|巡查|排查|印发|投入/
const outcome = /整改|劝阻|追回|解决|化解|办结|拆除|完成|下降|减少|提高|增加|增长|降低|满意|及格|合格|率/
const farAhead = 40
const farBehind = 60

/**
 * Whether a token of the given kinds gives the phrase at `span` substance: in its own clause, within 40 code units behind
 * it, or, for a figure, a measured change before it in the same sentence. For an `effect` (a result, praise, a slogan) the
 * figure has to be one of outcome: 60 leaflets do not show that awareness rose.
 */
export function hasSubstance(
  text: string,
  span: Span,
  kinds: readonly SubstanceKind[],
  substance: Substance,
  effect: boolean,
): boolean {
  if (kinds.length === 0) return false
  const clause = startOfClause(text, span.start)
  const sentence = startOfSentencePart(text, span.start)
  for (const kind of kinds)
    for (const token of substance(kind)) {
      // “一公里”, “一张网”: the number belongs to the figure of speech.
      if (effect && token.start > span.start && token.end <= span.end + 1) continue
      if (token.start >= clause && token.start < span.end + farAhead) {
        if (kind === 'document' && token.start >= endOfClause(text, span.end)) continue
        if (kind === 'figure' && effect && isOfActivity(clauseAround(text, token))) continue
        return true
      }
      const isBefore =
        token.start >= sentence && token.end <= span.start && span.start - token.end < farBehind
      if (kind === 'figure' && isBefore && change.test(clauseAround(text, token))) return true
    }
  return false
}

const clauseAround = (text: string, { start, end }: Span) =>
  text.slice(startOfClause(text, start), endOfClause(text, end))

const isOfActivity = (clause: string) => activity.test(clause) && !outcome.test(clause)
