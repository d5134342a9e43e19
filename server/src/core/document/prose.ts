// Turns the source of a block into what a reader sees, and keeps the way back to the source.

import { type Element, GFM, type MarkdownParser, parser } from '@lezer/markdown'
import { pieceAt } from '../search'
import type { Span } from '../types'
import { characterKind, kindsOf, nextOf } from './characters'
import { hasTwin, isChinese, normalize } from './normalize'

/** Visible text with a map to the source it came from. All offsets count from the block's start. */
export interface Prose {
  readonly text: string
  /** Start of each visible run in `text`, ascending, and the source offset it came from. */
  readonly textStarts: readonly number[]
  readonly sourceStarts: readonly number[]
}

/** A part of the source that a reader does not see as text but that rules ask about. */
export interface InlineImage extends Span {
  readonly alt: string
  readonly url: string
}

export interface Inline {
  readonly hidden: readonly Span[]
  readonly images: readonly InlineImage[]
  readonly comments: readonly Span[]
}

/** Stands in the prose for inline code and pictures: no rule's word, not a blank, not a sentence end. */
export const placeholder = '￼'

const inlineParser: MarkdownParser = parser.configure([GFM])
const opensMarkup = characterKind('\\`*_~[]<!&')
const closesMarkup = characterKind('\\`*_~])>;')
const inAddress = characterKind('hw@')
const addresses = /(?:https?:|www\.|@)\S*/g
const lineFeed = characterKind('\n')
const surveyed = opensMarkup | closesMarkup | inAddress | lineFeed | hasTwin
/** Inline parsing is quadratic in the marks of a block; a block of nothing but marks is read as plain text. */
const mostMarks = 3000

/** What the characters of a source may mean, and between which of them there may be markup. */
export interface Survey {
  readonly kinds: number
  /** The first character that may begin markup; -1 without one. */
  readonly firstMark: number
  /** The last character that may end markup; -1 without one. */
  readonly lastMark: number
}

/** Looks once at every character: most sources hold nothing that has to be read more closely. */
export function survey(source: string): Survey {
  let kinds = 0
  let firstMark = -1
  let lastMark = -1
  for (let i = nextOf(surveyed, source, 0); i < source.length; i = nextOf(surveyed, source, i + 1)) {
    const own = kindsOf(source.charCodeAt(i))
    kinds |= own
    if (own & opensMarkup && firstMark < 0) firstMark = i
    if (own & closesMarkup) lastMark = i
  }
  return { kinds, firstMark, lastMark }
}

const nothing: Inline = { hidden: [], images: [], comments: [] }

/** Finds the inline markup of a block's source. */
export function readInline(source: string, seen: Survey): Inline {
  const range = markupRange(source, seen)
  if (!range || hasTooManyMarks(source, range)) return nothing
  const hidden: Span[] = []
  const images: InlineImage[] = []
  const comments: Span[] = []
  const visit = (elements: readonly Element[]) => {
    for (const element of elements) {
      const { from, to } = element
      const children = (element as unknown as { children?: readonly Element[] }).children ?? []
      switch (names[element.type]) {
        case 'Image': {
          const url = children.find(child => names[child.type] === 'URL')
          const close = source.indexOf(']', from)
          images.push({
            start: from,
            end: to,
            alt: source.slice(from + 2, close < 0 ? from + 2 : Math.min(close, to)),
            url: url ? source.slice(url.from, url.to) : '',
          })
          hidden.push({ start: from, end: to })
          break
        }
        case 'Comment':
          comments.push({ start: from, end: to })
          hidden.push({ start: from, end: to })
          break
        case 'InlineCode':
        case 'HTMLTag':
        case 'ProcessingInstruction':
        case 'URL':
        case 'Autolink':
        case 'LinkTitle':
        case 'LinkLabel':
        case 'EmphasisMark':
        case 'LinkMark':
        case 'StrikethroughMark':
        case 'Entity':
          hidden.push({ start: from, end: to })
          break
        case 'Escape':
          hidden.push({ start: from, end: from + 1 })
          break
        case 'Link':
          if (children.length) {
            // Hide everything but the label; nested emphasis is handled by the children.
            const marks = children.filter(child => names[child.type] === 'LinkMark')
            const closeLabel = marks[1]
            if (closeLabel) hidden.push({ start: closeLabel.from, end: to })
            visit(children.filter(child => !closeLabel || child.to <= closeLabel.from))
          }
          break
        default:
          visit(children)
      }
    }
  }
  visit(inlineParser.parseInline(source.slice(range.start, range.end), range.start) as readonly Element[])
  return { hidden, images, comments }
}

/**
 * From the first to the last character that can mean markup, with one neighbour on each side, because emphasis depends on
 * its neighbours. What is outside has nothing to parse, and most of a report is outside.
 */
function markupRange(source: string, { kinds, firstMark, lastMark }: Survey): Span | undefined {
  let first = firstMark
  let last = lastMark
  if (kinds & inAddress)
    for (const { index, 0: address } of source.matchAll(addresses)) {
      if (first < 0 || index < first) first = index
      last = Math.max(last, index + address.length)
    }
  if (first < 0) return undefined
  return { start: Math.max(0, first - 1), end: Math.min(source.length, Math.max(first, last) + 2) }
}

function hasTooManyMarks(source: string, { start, end }: Span): boolean {
  if (end - start <= mostMarks) return false
  let count = 0
  for (let i = start; i < source.length; i++)
    if (kindsOf(source.charCodeAt(i)) & opensMarkup && ++count > mostMarks) return true
  return false
}

const names: readonly string[] = inlineParser.nodeSet.types.map(type => type.name)

const fromTheStart: readonly number[] = [0]

/** The reader's view of `source` between `start` and `end`. */
export function toProse(source: string, start: number, end: number, inline: Inline, seen: Survey): Prose {
  const cuts = inline.hidden.length || seen.kinds & lineFeed ? cutsOf(source, start, end, inline) : noCuts
  if (cuts.length === 0)
    return proseOf(source.slice(start, end), fromTheStart, start === 0 ? fromTheStart : [start], seen)
  const textStarts: number[] = []
  const sourceStarts: number[] = []
  let text = ''
  const take = (from: number, to: number) => {
    if (to <= from) return
    textStarts.push(text.length)
    sourceStarts.push(from)
    text += source.slice(from, to)
  }
  let at = start
  for (const cut of cuts) {
    take(at, cut.start)
    if (cut.stand) {
      textStarts.push(text.length)
      sourceStarts.push(cut.start)
      text += cut.stand
    }
    at = cut.end
  }
  take(at, end)
  if (textStarts.length === 0) {
    textStarts.push(0)
    sourceStarts.push(start)
  }
  return proseOf(text, textStarts, sourceStarts, seen)
}

function proseOf(
  text: string,
  textStarts: readonly number[],
  sourceStarts: readonly number[],
  { kinds }: Survey,
): Prose {
  return { text: kinds & hasTwin ? normalize(text) : text, textStarts, sourceStarts }
}

interface Cut extends Span {
  readonly stand: string
}

const noCuts: readonly Cut[] = []

/** Hidden markup and soft line breaks, in order and without overlap. */
function cutsOf(source: string, start: number, end: number, inline: Inline): readonly Cut[] {
  const cuts: Cut[] = []
  for (const span of inline.hidden)
    if (span.start >= start && span.end <= end)
      cuts.push({ start: span.start, end: span.end, stand: standIn(source, span) })
  for (let lf = source.indexOf('\n', start); lf >= 0 && lf < end; lf = source.indexOf('\n', lf + 1)) {
    let from = lf
    while (from > start && (source[from - 1] === '\r' || source[from - 1] === ' ')) from--
    let to = lf + 1
    while (to < end && (source[to] === ' ' || source[to] === '>' || source[to] === '\t')) to++
    const chinese = isChinese(source.charCodeAt(from - 1)) || isChinese(source.charCodeAt(to))
    cuts.push({ start: from, end: to, stand: chinese ? '' : ' ' })
  }
  if (cuts.every((cut, i) => i === 0 || cut.start >= cuts[i - 1]!.end)) return cuts
  cuts.sort((a, b) => a.start - b.start || b.end - a.end)
  let last = -1
  return cuts.filter(cut => {
    if (cut.start < last) return false
    last = cut.end
    return true
  })
}

function standIn(source: string, span: Span): string {
  const first = source[span.start]
  return first === '`' || first === '!' || first === '&' || first === 'h' ? placeholder : ''
}

/** Prose offset → source offset. `end` offsets belong to the character before them, so that spans stay tight. */
function toSourceOffset(prose: Prose, offset: number, edge: 'start' | 'end'): number {
  const { textStarts, sourceStarts } = prose
  const wanted = edge === 'end' && offset > 0 ? offset - 1 : offset
  const piece = pieceAt(textStarts, wanted)
  const source = sourceStarts[piece]! + (wanted - textStarts[piece]!)
  return edge === 'end' && offset > 0 ? source + 1 : source
}

/** A span of prose as a span of source. */
export function toSourceSpan(prose: Prose, span: Span): Span {
  const start = toSourceOffset(prose, span.start, 'start')
  return { start, end: Math.max(start, toSourceOffset(prose, span.end, 'end')) }
}

/** True when no markup stands inside the span, so that its text can be replaced without touching Markdown structure. */
export function isContiguous(prose: Prose, span: Span): boolean {
  const source = toSourceSpan(prose, span)
  return source.end - source.start === span.end - span.start
}
