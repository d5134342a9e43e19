// Splits Chinese prose into sentences without tearing quotations or brackets apart.

import type { Span } from '../types'
import { characterKind, kindsOf, nextOf } from './characters'

/** A quotation or bracket longer than this is taken for a forgotten closing mark. */
const longestEnclosure = 400
/** Nothing longer is a sentence; it is cut, so that no rule's cost can grow with the square of what somebody pasted. */
const longestSentence = 1500

const enclosures: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '（': '）',
  '《': '》',
  '「': '」',
  '『': '』',
  '【': '】',
  '〔': '〕',
}
const closerOf = new Map(Object.entries(enclosures).map(([open, close]) => [open.charCodeAt(0), close]))
const fullStop = '。'.charCodeAt(0)
const exclamation = '！'.charCodeAt(0)
const question = '？'.charCodeAt(0)
const ellipsis = '…'.charCodeAt(0)
/** A sentence may end with it, or an enclosure begin. */
const divides = characterKind(`。！？…${Object.keys(enclosures).join('')}`)
/** Behind the end of a sentence it still belongs to it. */
const follows = characterKind('。！？…”’）》」』】〕"\') \t\r\n　')

/**
 * The sentences of one paragraph, in order, as offsets in `text`. They end behind 。！？ or …… and the closing marks
 * that follow; what stands between “ ” （ ） 《 》 stays whole. Blank stretches are left out. Linear in the length.
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = []
  eachSentence(text, (start, end) => {
    spans.push({ start, end })
  })
  return spans
}

type Take = (start: number, end: number) => void

/** The same, without an object for each. */
export function eachSentence(text: string, take: Take): void {
  let start = 0
  let closers: Map<string, number> | undefined
  for (let i = nextOf(divides, text, 0); i < text.length; i = nextOf(divides, text, i + 1)) {
    const code = text.charCodeAt(i)
    if (
      code === fullStop ||
      code === exclamation ||
      code === question ||
      (code === ellipsis && text.charCodeAt(i + 1) === ellipsis)
    ) {
      let end = i + 1
      while (end < text.length && kindsOf(text.charCodeAt(end)) & follows) end++
      push(take, text, start, end)
      start = end
      i = end - 1
      continue
    }
    const closer = closerOf.get(code)
    if (!closer) continue
    closers ??= new Map()
    const close = closingMark(text, i, closer, closers)
    if (close < 0) continue
    // A quotation that is a sentence of its own ends here, unless the text goes on in the same breath: “好。”他说。
    if (
      isFinal(text.charCodeAt(close - 1)) &&
      (close + 1 === text.length || isBlank(text.charCodeAt(close + 1)))
    ) {
      push(take, text, start, close + 1)
      start = close + 1
    }
    i = close
  }
  push(take, text, start, text.length)
}

/** `nearest` remembers where the next mark of each kind is, so that a text of opening marks alone is read once. */
function closingMark(text: string, open: number, closer: string, nearest: Map<string, number>): number {
  let next = nearest.get(closer) ?? 0
  if (next >= 0 && next <= open) {
    next = text.indexOf(closer, open + 1)
    nearest.set(closer, next)
  }
  if (next < 0 || next - open >= longestEnclosure) return -1
  const opener = text[open]
  let depth = 1
  const stop = Math.min(text.length, open + longestEnclosure)
  for (let i = open + 1; i < stop; i++) {
    const char = text[i]
    if (char === closer) {
      if (--depth === 0) return i
    } else if (char === opener) depth++
  }
  return -1
}

function isFinal(code: number): boolean {
  return code === fullStop || code === exclamation || code === question
}

function push(take: Take, text: string, start: number, end: number) {
  let rest = start
  while (end - rest > longestSentence) {
    pushPart(take, text, rest, rest + longestSentence)
    rest += longestSentence
  }
  pushPart(take, text, rest, end)
}

function pushPart(take: Take, text: string, start: number, end: number) {
  let from = start
  while (from < end && isBlank(text.charCodeAt(from))) from++
  let to = end
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--
  if (to > from) take(from, to)
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x3000 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0xa0
}
