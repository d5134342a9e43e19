// Splits Chinese prose into sentences without tearing quotations or brackets apart.

import type { Span } from '../types'

/** A quotation or bracket longer than this is taken for a forgotten closing mark. */
const longestEnclosure = 400

const closerOf: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '（': '）',
  '《': '》',
  '「': '」',
  '『': '』',
  '【': '】',
  '〔': '〕',
}
const interesting = /[。！？…“‘（《「『【〔]/g
const trailing = /^[。！？…”’）》」』】〕"')\s]+/

/**
 * The sentences of one paragraph, in order, as offsets in `text`. They end behind 。！？ or …… and the closing marks
 * that follow; what stands between “ ” （ ） 《 》 stays whole. Blank stretches are left out.
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  interesting.lastIndex = 0
  for (let hit = interesting.exec(text); hit; hit = interesting.exec(text)) {
    const mark = hit[0]
    const closer = closerOf[mark]
    if (closer) {
      const close = closingMark(text, hit.index, mark, closer)
      if (close < 0) continue
      const end = close + 1
      // A quotation that is a sentence of its own ends here, unless the text goes on in the same breath: “好。”他说。
      if (endsInside(text, close) && startsNewSentence(text, end)) {
        push(spans, text, start, end)
        start = end
      }
      interesting.lastIndex = end
      continue
    }
    if (mark === '…' && text[hit.index + 1] !== '…') continue
    const rest = trailing.exec(text.slice(hit.index, hit.index + 16))
    const end = hit.index + (rest ? rest[0].length : 1)
    push(spans, text, start, end)
    start = end
    interesting.lastIndex = end
  }
  push(spans, text, start, text.length)
  return spans
}

function closingMark(text: string, open: number, opener: string, closer: string): number {
  const nearest = text.indexOf(closer, open)
  if (nearest < 0 || nearest - open > longestEnclosure) return -1
  let depth = 1
  const stop = Math.min(text.length, open + longestEnclosure)
  for (let i = open + 1; i < stop; i++) {
    const char = text[i]
    if (char === opener) depth++
    else if (char === closer && --depth === 0) return i
  }
  return -1
}

function endsInside(text: string, close: number): boolean {
  const last = text[close - 1]
  return last === '。' || last === '！' || last === '？'
}

/** After a closed quotation that ended a sentence, only a line end or a fresh clause opener starts a new one. */
function startsNewSentence(text: string, at: number): boolean {
  const next = text[at]
  return next === undefined || next === '\n' || next === '　' || next === ' '
}

function push(spans: Span[], text: string, start: number, end: number) {
  let from = start
  while (from < end && isBlank(text.charCodeAt(from))) from++
  let to = end
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--
  if (to > from) spans.push({ start: from, end: to })
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x3000 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0xa0
}
