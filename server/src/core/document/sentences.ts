// Splits Chinese prose into sentences without tearing quotations or brackets apart.

import type { Span } from '../types'

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
const closing = '。！？…”’）》」』】〕"\') \t\r\n　'

/**
 * The sentences of one paragraph, in order, as offsets in `text`. They end behind 。！？ or …… and the closing marks
 * that follow; what stands between “ ” （ ） 《 》 stays whole. Blank stretches are left out. Linear in the length.
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  const closers = new Map<string, number>()
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if ((code >= 0x4e00 && code <= 0x9fff) || code < 0x2018) continue
    if (
      code === fullStop ||
      code === exclamation ||
      code === question ||
      (code === ellipsis && text.charCodeAt(i + 1) === ellipsis)
    ) {
      let end = i + 1
      while (end < text.length && closing.includes(text[end]!)) end++
      push(spans, text, start, end)
      start = end
      i = end - 1
      continue
    }
    const closer = closerOf.get(code)
    if (!closer) continue
    const close = closingMark(text, i, closer, closers)
    if (close < 0) continue
    // A quotation that is a sentence of its own ends here, unless the text goes on in the same breath: “好。”他说。
    if (
      isFinal(text.charCodeAt(close - 1)) &&
      (close + 1 === text.length || isBlank(text.charCodeAt(close + 1)))
    ) {
      push(spans, text, start, close + 1)
      start = close + 1
    }
    i = close
  }
  push(spans, text, start, text.length)
  return spans
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

function push(spans: Span[], text: string, start: number, end: number) {
  let rest = start
  while (end - rest > longestSentence) {
    pushPart(spans, text, rest, rest + longestSentence)
    rest += longestSentence
  }
  pushPart(spans, text, rest, end)
}

function pushPart(spans: Span[], text: string, start: number, end: number) {
  let from = start
  while (from < end && isBlank(text.charCodeAt(from))) from++
  let to = end
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--
  if (to > from) spans.push({ start: from, end: to })
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x3000 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0xa0
}
