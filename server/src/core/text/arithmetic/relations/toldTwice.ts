// One indicator twice in a draft with two values: 查出隐患14处 … 此次检查共查出隐患16处 · 查出隐患14处 … 对查出的16处隐患. Only where
// the second says itself that it speaks of the first.

import { anyOf, expressionOf } from '../../../knowledge/cue'
import { definiteBack, looksBack, narrows, otherScope } from '../../../knowledge/figures.generated'
import type { Span } from '../../../types'
import type { Quantity } from '../../quantities'
import { amount, dimensionOf, isPlainAmount, slackOf, spell } from '../reading/amounts'

/** A figure with the words that say what it counts. */
export interface Statement extends Span {
  readonly quantity: Quantity
  /** The words in front of the figure and the noun behind it: 查出隐患 of 查出14处隐患. */
  readonly words: string
  /** What statements that may be of the same indicator have in common. */
  readonly key: string
  /** It says that it speaks of what was told before. */
  readonly back: boolean
}

/** Fewer words than these would agree by chance. */
const shortest = 4
const longest = 12
const clauseMarks = '，。；：！？、（）()\n“”"'
const sentenceMarks = '。！？\n'
const leads = new RegExp(`(?:^|[。！？\\n])(?:${looksBack.source})$`)
const opening = new RegExp(`^(?:${looksBack.source})`)
const definite = expressionOf(definiteBack)
const narrow = expressionOf(narrows)
const adverbs = /^(?:(?:已经?|先后|总计|均|现场共)(?=[一-龥]{2}))+/
const particles = /(?:了|出了|达到?|为|约|有)$/

/** A statement can only look back behind 共 or 的; most paragraphs have neither in front of a figure. */
export const mayLookBack = (text: string): boolean => /共[^，。；\d]{0,8}\d|的\d/.test(text)

/** The figures of a paragraph that say clearly what they count. */
export function readStatements(text: string, figures: readonly Quantity[]): Statement[] {
  const found: Statement[] = []
  for (const quantity of figures) {
    if (quantity.chinese || !isPlainAmount(quantity) || quantity.value < 2) continue
    const statement = readStatement(text, quantity)
    if (statement) found.push(statement)
  }
  return found
}

function readStatement(text: string, quantity: Quantity): Statement | undefined {
  const { start, end } = quantity
  const sentence = text.slice(Math.max(0, start - 60), start)
  const clause = behindLast(sentence, clauseMarks)
  const behind =
    /^[一-龥]{2,6}(?=[，。；：！？、（]|$|全部|已|均|进行|逐)/.exec(text.slice(end, end + 8))?.[0] ?? ''
  const reference = clause.endsWith('的') && definite.test(sentence)
  const back = reference || backLead(sentence, clause)
  const own = reference
    ? clause
        .replace(definite, '')
        .replace(/^(?:针对|对于|对|就|将|把)(?:此次|本次|这次|检查|排查|走访|调研)?/, '')
        .slice(0, -1)
    : clause.replace(opening, '').replace(adverbs, '').replace(particles, '')
  const words = (own + behind).slice(-longest)
  if (words.length < shortest || !/^[一-龥]+$/.test(words)) return undefined
  if (!back && narrow.test(lastSentence(sentence).slice(-40))) return undefined
  return { start, end, quantity, words, key: `${words.slice(-shortest)}|${dimensionOf(quantity)}`, back }
}

/** What stands behind the last of the marks. */
function behindLast(text: string, marks: string): string {
  let start = text.length
  while (start > 0 && !marks.includes(text[start - 1]!)) start--
  return text.slice(start)
}

const lastSentence = (text: string): string => behindLast(text, sentenceMarks)

/** 此次检查共 in front of the words, and nothing else since the sentence began. */
function backLead(sentence: string, clause: string): boolean {
  const lead = /^(?:[此本这该][次轮项场][一-龥]{0,6}?)?(?:一共|总共|共计|合计|共)/.exec(clause)?.[0] ?? ''
  const ahead = sentence.slice(0, sentence.length - clause.length) + lead
  return lead !== '' && leads.test(ahead.slice(-24))
}

/** The first value, the second, and the reckoning, if they are of one indicator and cannot both hold. */
export interface ToldTwice extends Span {
  readonly stated: string
  readonly expected: string
  readonly working: string
  readonly workingEnglish: string
}

/** Is the later statement the same indicator as the earlier one, with another value? */
export function contradicts(earlier: Statement, later: Statement): boolean {
  if (!later.back || !earlier.words.endsWith(later.words)) return false
  const [a, b] = [earlier.quantity, later.quantity]
  return Math.abs(amount(a) - amount(b)) > slackOf(a) + slackOf(b) + 1e-9 && a.unit === b.unit
}

const scope = anyOf([otherScope])

/** Do the words between the two speak of another place, time or matter? */
export const changesScope = (between: string): boolean => scope.test(between)

/** What is told of the two. */
export function toldTwice(earlier: Statement, later: Statement): ToldTwice {
  const [before, now] = [earlier.quantity, later.quantity].map(q => spell(q, amount(q))) as [string, string]
  const { words } = later
  return {
    start: later.start,
    end: later.end,
    stated: now,
    expected: before,
    working: `同一个“${words}”，前面写${before}，这里写${now}`,
    workingEnglish: `the same indicator was ${before} before and is ${now} here`,
  }
}
