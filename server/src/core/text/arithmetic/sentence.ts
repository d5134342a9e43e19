// Cuts a passage into the stretches within which figures refer to each other.

import { findQuantities, type Quantity } from '../quantities'
import type { FigureSentence } from './types'

/** A stretch beyond this is no sentence that anyone wrote; reckoning with all pairs in it would take for ever. */
const longestSentence = 3000
const mostFigures = 80

const stop = /[。！？\n]/g
/** A sentence that opens like this goes on reckoning with the one before. */
const goesOn = /[”’）)\s]*(?:其中|占|比上年|同比|环比|较上年)/y

/** The sentences of a passage that hold figures; one opening with 其中 belongs to the sentence before it. */
export function figureSentences(
  text: string,
  figures: readonly Quantity[] = findQuantities(text),
): FigureSentence[] {
  if (figures.length === 0) return []
  const sentences: FigureSentence[] = []
  let start = 0
  let next = 0
  const close = (end: number) => {
    const inside: Quantity[] = []
    while (next < figures.length && figures[next]!.start < end) inside.push(figures[next++]!)
    if (inside.length > 0 && inside.length <= mostFigures && end - start <= longestSentence) {
      const last = sentences.at(-1)
      const previous = last?.end === start && text[start - 1] !== '\n' ? last : undefined
      sentences.push({ text, start, end, figures: inside, previous, memo: {} })
    }
    start = end
  }
  stop.lastIndex = figures[0]!.end
  // Text in front of the first figure is cut as well, so that a lead far away is not taken for its label.
  const lead = Math.max(
    text.lastIndexOf('。', figures[0]!.start - 1),
    text.lastIndexOf('\n', figures[0]!.start - 1),
  )
  if (lead >= 0) start = lead + 1
  for (let hit = stop.exec(text); hit; hit = stop.exec(text)) {
    const end = hit.index + 1
    goesOn.lastIndex = end
    if (hit[0] !== '\n' && goesOn.test(text)) continue
    close(end)
  }
  close(text.length)
  return sentences
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
