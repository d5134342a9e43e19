// What both backends have in common: one call for many runs, and tags looked up once for each word.

import type { CutHan, HanWord } from '../core/text/segmentation'

/** A draft has some thousand different words; past this many the memory is started anew. */
const WORDS_KEPT = 50_000

/** Runs go in one text, apart by line breaks: a call across the border costs more than the cutting. */
const BETWEEN = '\n'

/**
 * Tags are asked for apart from the cut, since nodejieba's `tag` always applies the hidden Markov model. A word alone is
 * cut into itself, so its tag can be remembered.
 */
export function cutHanWith(
  cut: (text: string) => string[],
  tag: (text: string) => { word: string; tag: string }[],
  ownTags: Readonly<Record<string, string>> = {},
): CutHan {
  const own = Object.entries(ownTags).map(([text, tag]): [string, HanWord] => [text, { text, tag }])
  let known = new Map(own)

  const learn = (pieces: readonly string[]) => {
    const unknown = new Set(pieces.filter(piece => piece !== BETWEEN && !known.has(piece)))
    if (unknown.size === 0) return
    if (known.size + unknown.size > WORDS_KEPT) {
      known = new Map(own)
      for (const piece of pieces) if (piece !== BETWEEN && !known.has(piece)) unknown.add(piece)
    }
    for (const { word, tag: found } of tag([...unknown].join(BETWEEN))) {
      if (unknown.has(word)) known.set(word, { text: word, tag: found })
    }
  }

  return runs => {
    const pieces = cut(runs.join(BETWEEN))
    learn(pieces)
    const cuts: HanWord[][] = [[]]
    for (const piece of pieces) {
      if (piece === BETWEEN) cuts.push([])
      else cuts[cuts.length - 1]!.push(known.get(piece) ?? { text: piece, tag: 'x' })
    }
    return cuts
  }
}
