// NUM10: the title says 排查危旧房132户, the text 排查危旧房135户. Only where the same words stand before both figures
// and the title's figure is found nowhere in the text.

import type { Span } from '../../../types'
import type { Quantity } from '../../quantities'
import { amount, isPlainAmount, sameDimension, slackOf, spell } from '../reading/amounts'

/** The title's figure and the one place of the text that says otherwise. */
export interface Restatement extends Span {
  /** Index of the paragraph and span of its figure. */
  readonly paragraph: number
  readonly there: Span
  readonly stated: string
  readonly expected: string
  readonly working: string
  readonly workingEnglish: string
}

/** So many characters before both figures must agree; fewer would match by chance. */
const shortestLabel = 4
const longestLabel = 8
const particles = /(?:累计|共计|合计|总计|达到|已达|约|达|为|共|近|超|逾|了|出)+$/
const elsewhere = /其中|上年|去年|同期|计划|目标|任务|上月|年初|力争|预计/

/** A text and its figures, which the caller has read already. */
export interface Figured {
  readonly text: string
  readonly figures: readonly Quantity[]
}

/** The paragraphs are only asked for when the title holds a figure that they may contradict. */
export function checkRestated(
  { text: title, figures }: Figured,
  body: () => readonly Figured[],
): Restatement[] {
  const found: Restatement[] = []
  let paragraphs: readonly Figured[] | undefined
  for (const q of figures) {
    const label = isPlainAmount(q) ? labelBefore(title, q) : ''
    if (label.length < shortestLabel) continue
    paragraphs ??= body()
    const same = paragraphs.flatMap(({ text, figures }, paragraph) =>
      figures.filter(other => sameDimension(other, q)).map(other => ({ text, paragraph, other })),
    )
    if (same.some(({ other }) => agree(q, other))) continue
    const told = same.filter(({ text, other }) => sameLabel(label, labelBefore(text, other)))
    const [one] = told
    if (!one || told.length !== 1 || !isPlainAmount(one.other)) continue
    const sentence = one.text.slice(one.text.lastIndexOf('。', one.other.start) + 1, one.other.start)
    if (elsewhere.test(sentence) && !elsewhere.test(title)) continue
    const words = commonTail(label, labelBefore(one.text, one.other))
    found.push(restatement(q, one.other, one.paragraph, words))
  }
  return found
}

function labelBefore(text: string, q: Quantity): string {
  const ahead = text.slice(Math.max(0, q.start - longestLabel - 4), q.start).replace(particles, '')
  return /[\u4e00-\u9fff]*$/.exec(ahead)![0].slice(-longestLabel)
}

/** The common tail is long, or long enough and nothing in the text narrows it (工程类节约资金). */
function sameLabel(titled: string, told: string): boolean {
  const { length } = commonTail(titled, told)
  if (length < shortestLabel) return false
  return length >= shortestLabel + 2 || length === told.length || '共已了并'.includes(told.at(-1 - length)!)
}

function commonTail(a: string, b: string): string {
  let common = 0
  while (common < Math.min(a.length, b.length) && a.at(-1 - common) === b.at(-1 - common)) common++
  return a.slice(a.length - common)
}

/** Equal as far as the digits shown can tell; an approximate figure agrees with anything near it. */
function agree(a: Quantity, b: Quantity): boolean {
  const loose = b.approx === 'exact' && !b.vague ? 0 : 0.15 * amount(b)
  return Math.abs(amount(a) - amount(b)) <= slackOf(a) + slackOf(b) + loose + 1e-9
}

function restatement(q: Quantity, other: Quantity, paragraph: number, label: string): Restatement {
  const [here, there] = [spell(q, amount(q)), spell(other, amount(other))]
  return {
    start: q.start,
    end: q.end,
    paragraph,
    there: { start: other.start, end: other.end },
    stated: here,
    expected: there,
    working: `标题写“${label}${here}”，正文写“${label}${there}”`,
    workingEnglish: `the title says ${here}, the text ${there}`,
  }
}
