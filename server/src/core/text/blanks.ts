// Blanks: what a template or an earlier draft left to be filled in. The shapes are data (server/knowledge/blanks.yaml); what
// they share, and what only looks like one, is said here.

import {
  blankCount,
  blankMeasure,
  cross,
  cutCount,
  cutDate,
  cutHousehold,
  cutMoney,
  cutNounCount,
  cutNumber,
  cutRate,
  emptyBracket,
  prompt,
  singleCross,
  soAndSo,
  surname,
  underline,
} from '../knowledge/blanks.generated'
import { type Cue, expressionOf } from '../knowledge/cue'
import type { Span } from '../types'

/**
 * `left`: a place that says it is to be filled in · `mask`: crosses, circles, letters where a name or number belongs ·
 * `cut`: words that need a number and have none.
 */
export type BlankShape = 'left' | 'mask' | 'cut'

export interface Blank extends Span {
  readonly shape: BlankShape
}

const shapes: readonly (readonly [shape: BlankShape, cues: readonly Cue[]])[] = [
  ['left', [prompt, underline, emptyBracket]],
  ['mask', [cross, singleCross, soAndSo]],
  [
    'cut',
    [cutDate, cutCount, cutHousehold, blankCount, blankMeasure, cutMoney, cutNounCount, cutRate, cutNumber],
  ],
]

const expressions = shapes.map(([shape, cues]) => ({ shape, all: cues.map(cue => expressionOf(cue, 'g')) }))

/** What a block must hold for one of the shapes to match, for a gate. */
export const blankCues: readonly RegExp[] = shapes.flatMap(([, cues]) => cues.map(cue => expressionOf(cue)))

/** In order, none over another. In the cells of a table nothing is taken for cut: a column head stands without its numbers. */
export function findBlanks(text: string, { inTable = false } = {}): readonly Blank[] {
  const found: Blank[] = []
  for (const { shape, all } of expressions) {
    if (shape === 'cut' && inTable) continue
    for (const expression of all)
      for (const { index, 0: words } of text.matchAll(expression))
        if (shape !== 'mask' || !hidesName(text, index, words))
          found.push({ start: index, end: index + words.length, shape })
  }
  if (found.length < 2) return found
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  let reach = -1
  return found.filter(({ start, end }) => {
    if (start < reach) return false
    reach = end
    return true
  })
}

const isSurname = expressionOf(surname)
/** What no name of a person stands before: 金××万元, 王××村 are gaps, whatever surname the first character is. */
const neverBehindName = /^(?:省|市(?!民)|县|镇|乡|村(?!民)|街道|社区|年|月|[万亿]?元|公里|亩|吨|[%％])/

/** 王××, 李×户: crosses that hide the name of a person are no gap. */
function hidesName(text: string, start: number, words: string): boolean {
  const end = start + words.length
  return isSurname.test(text[start - 1] ?? '') && !neverBehindName.test(text.slice(end, end + 2))
}
