// Where words begin and end, as the dictionary of the Unicode library has them: at hand on every platform, and good enough to tell
// that 竟争 in 究竟争取 is no word.

import type { Span } from '../types'

let words: Intl.Segmenter | undefined

export const segmenter = (): Intl.Segmenter => {
  words ??= new Intl.Segmenter('zh', { granularity: 'word' })
  return words
}

const around = 8

/** Whether a word of two characters or more begins before the span and ends in it, or begins in it and ends behind it. */
export function crossesWord(text: string, { start, end }: Span): boolean {
  const from = Math.max(0, start - around)
  for (const { index, segment } of segmenter().segment(text.slice(from, end + around))) {
    const begin = from + index
    const stop = begin + segment.length
    if (segment.length < 2 || stop <= start) continue
    if (begin >= end) return false
    if (begin < start || stop > end) return true
  }
  return false
}
