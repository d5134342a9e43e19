// The reviewer's arithmetic: figures of a passage that contradict each other, each with its reckoning.

import { withoutAttributes } from './arithmetic/reading/attribute'
import { figureSentences } from './arithmetic/reading/sentence'
import type { FigureMismatch, FigureSentence } from './arithmetic/reading/types'
import { checkAnnouncedItems, checkDamaged, checkNamedItems, relations } from './arithmetic/relations'
import { createGate } from './gate'
import { findQuantities, type Quantity, type QuantityKind } from './quantities'

export type { FigureCheck, FigureMismatch } from './arithmetic/reading/types'
export {
  type Announcement,
  checkItemCount,
  continuesList,
  findAnnouncements,
} from './arithmetic/relations/itemCount'
export { checkRestated, type Figured, type Restatement } from './arithmetic/relations/restated'
export { checkTable } from './arithmetic/tables'
export type { TableCheck, TableMismatch } from './arithmetic/tables/cells'

const halfWidth = /(?<!\d)[,;]|[,;](?!\d)/g

/** 完成31.8亿元,占…: half-width commas stop a clause like full-width ones. As long as before, so offsets hold. */
function fullWidth(text: string): string {
  if (!text.includes(',') && !text.includes(';')) return text
  return text.replace(halfWidth, mark => (mark === ',' ? '，' : '；'))
}

/** Longer than any paragraph that announces a list. */
const longestParagraph = 20_000

/** Figures of one paragraph that contradict each other, in text order; one finding per blamed figure. */
export function checkFigures(
  written: string,
  figures: readonly Quantity[] = findQuantities(written),
): FigureMismatch[] {
  const text = fullWidth(written)
  const found: FigureMismatch[] = []
  if (text.length <= longestParagraph) {
    push(found, checkAnnouncedItems(text))
    push(found, checkNamedItems(text, figures))
    push(found, checkDamaged(text, figures))
  }
  for (const sentence of figureSentences(text, withoutAttributes(text, figures)))
    checkSentence(sentence, found)
  if (found.length < 2) return found
  const told = found.filter((one, i) => !found.slice(0, i).some(other => sameReckoning(one, other)))
  told.sort((a, b) => a.start - b.start || a.end - b.end)
  return told.filter((one, i) => i === 0 || one.start !== told[i - 1]!.start)
}

/** 58 = 46 + 10 and 58 − 46 = 10 are one contradiction, whichever figure is blamed. */
function sameReckoning(a: FigureMismatch, b: FigureMismatch): boolean {
  if (a.related.length === 0 || a.related.length !== b.related.length) return false
  const places = new Set([b.start, ...b.related.map(({ start }) => start)])
  return [a, ...a.related].every(({ start }) => places.has(start))
}

const gate = createGate(
  Object.fromEntries(relations.flatMap(({ cue }, i) => (cue ? [[String(i), cue] as const] : []))),
)
/** Each check with the bit of its cue, 0 where any words will do. */
const cued = relations.map((check, i) => ({ ...check, cueBit: gate.bit[i] ?? 0 }))
/** The checks that a sentence of so many figures can fail; more than the last number can fail all. */
const byFigures = Array.from(
  { length: 1 + Math.max(...relations.map(({ figures }) => figures)) },
  (_, count) => cued.filter(({ figures }) => figures <= count),
)

/** Asks only the checks that the number of figures, their kinds and the words of the sentence allow. */
function checkSentence(sentence: FigureSentence, found: FigureMismatch[]): void {
  const { text, start, end, figures } = sentence
  let cues: number | undefined
  for (const { kind, cueBit, check } of byFigures[Math.min(figures.length, byFigures.length - 1)]!) {
    if (kind && !holds(figures, kind)) continue
    if (cueBit !== 0) {
      cues ??= gate.scan(text, start, end)
      if ((cues & cueBit) === 0) continue
    }
    push(found, check(sentence))
  }
}

function holds(figures: readonly Quantity[], kind: QuantityKind): boolean {
  for (const figure of figures) if (figure.kind === kind) return true
  return false
}

function push(all: FigureMismatch[], some: readonly FigureMismatch[]): void {
  for (const one of some) all.push(one)
}
