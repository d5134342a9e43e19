// Cuts a passage into the stretches within which figures refer to each other.

import type { Quantity } from '../../quantities'
import type { FigureSentence } from './types'

/** A stretch beyond this is no sentence that anyone wrote; reckoning with all pairs in it would take for ever. */
const longestSentence = 3000
const mostFigures = 80

const lineFeed = 0x0a
const fullStop = '。'.charCodeAt(0)
const exclamation = '！'.charCodeAt(0)
const question = '？'.charCodeAt(0)
/** A sentence that opens like this goes on reckoning with the one before. */
const goesOn = /[”’）)\s]*(?:其中|占|比上年|同比|环比|较上年)/y

/** The sentences of a passage that hold figures; one opening with 其中 belongs to the sentence before it. */
export function figureSentences(text: string, figures: readonly Quantity[]): FigureSentence[] {
  if (figures.length === 0) return []
  const sentences: FigureSentence[] = []
  // Text in front of the first figure is cut as well, so that a lead far away is not taken for its label.
  let start = leadStart(text, figures[0]!.start)
  let from = figures[0]!.end
  for (let next = 0; next < figures.length; ) {
    const end = sentenceEnd(text, from)
    const first = next
    while (next < figures.length && figures[next]!.start < end) next++
    if (next > first && next - first <= mostFigures && end - start <= longestSentence) {
      const last = sentences.at(-1)
      const previous = last?.end === start && text[start - 1] !== '\n' ? last : undefined
      sentences.push({ text, start, end, figures: figures.slice(first, next), previous, memo: {} })
    }
    start = end
    from = end
  }
  return sentences
}

/** Behind the last full stop or line end in front of `at`. */
function leadStart(text: string, at: number): number {
  for (let i = at; i > 0; i--) {
    const code = text.charCodeAt(i - 1)
    if (code === fullStop || code === lineFeed) return i
  }
  return 0
}

/** Behind the first full stop from `from` on after which the reckoning does not go on. */
function sentenceEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === lineFeed) return i + 1
    if (code !== fullStop && code !== exclamation && code !== question) continue
    goesOn.lastIndex = i + 1
    if (!goesOn.test(text)) return i + 1
  }
  return text.length
}

/** Text between two figures, or between the sentence's start and the first. */
export function gapBefore(sentence: FigureSentence, index: number): string {
  const from = index === 0 ? sentence.start : sentence.figures[index - 1]!.end
  return sentence.text.slice(from, sentence.figures[index]!.start)
}

export function textBefore(sentence: FigureSentence, at: number, length: number): string {
  return sentence.text.slice(Math.max(sentence.start, at - length), at)
}

export function textAfter(sentence: FigureSentence, at: number, length: number): string {
  return sentence.text.slice(at, Math.min(sentence.end, at + length))
}

/** The clause around a figure, up to the next ，。；： on both sides. */
export function clauseOf(sentence: FigureSentence, q: Quantity): string {
  const before = /[^，。；：]*$/.exec(textBefore(sentence, q.start, 60))![0]
  const after = /^[^，。；：]*/.exec(textAfter(sentence, q.end, 60))![0]
  return before + sentence.text.slice(q.start, q.end) + after
}

export const write = (sentence: FigureSentence, q: Quantity): string => sentence.text.slice(q.start, q.end)
