// Signs of a log (流水账): what happened in order of time, who spoke and who was there, and nothing that came of it.

import { attendance, dated, event, opener, outcome } from './chronicle-words'
import { cue } from './cues'
import type { ReadSentence } from './read-sentence'

/** What the sentences of one block add up to. */
export interface ChronicleCounts {
  readonly sentences: number
  /** Open with a time or an order: 4月12日, 近日, 会上, 随后, 最后. */
  readonly openers: number
  /** Tell of a meeting, visit, training or campaign, or of what was said there. */
  readonly events: number
  /** One or the other. */
  readonly told: number
  /** Say what was found, decided, solved or reached. */
  readonly outcomes: number
  /** Dated lines of events without an outcome: six of them stay a calendar however much praise is wrapped around them. */
  readonly lines: number
  /** At least as many as `lines`, and found without looking for outcomes. */
  readonly dated: number
}

export interface Chronicle {
  readonly sentences: number
  readonly events: number
  readonly outcomes: number
}

/** `sentences`: running text. */
export function countChronicle(sentences: readonly ReadSentence[]): ChronicleCounts {
  return sentences.length === 0 ? nothingTold : new CountedSentences(sentences)
}

const nothingTold: ChronicleCounts = {
  sentences: 0,
  openers: 0,
  events: 0,
  told: 0,
  outcomes: 0,
  lines: 0,
  dated: 0,
}

/** What is told is counted at once; outcomes only matter where much is told. */
class CountedSentences implements ChronicleCounts {
  readonly sentences: number
  readonly openers: number
  readonly events: number
  readonly told: number
  readonly dated: number
  #outcomes: number | undefined
  #lines: number | undefined

  constructor(readonly read: readonly ReadSentence[]) {
    let [openers, events, told, dated] = [0, 0, 0, 0]
    for (const sentence of read) {
      const opens = isOpener(sentence)
      const tells = isEvent(sentence)
      if (opens) openers++
      if (tells) events++
      if (opens || tells) told++
      if (opens && tells && isDated(sentence)) dated++
    }
    this.sentences = read.length
    this.openers = openers
    this.events = events
    this.told = told
    this.dated = dated
  }

  get outcomes(): number {
    this.#outcomes ??= this.read.filter(hasOutcome).length
    return this.#outcomes
  }

  get lines(): number {
    this.#lines ??=
      this.dated === 0
        ? 0
        : this.read.filter(each => isOpener(each) && isDated(each) && isEvent(each) && !hasOutcome(each))
            .length
    return this.#lines
  }
}

const isOpener = ({ text, cues }: ReadSentence) => (cues & cue.opener) !== 0 && opener.test(text)
/** An opener that is a line of a calendar. */
const isDated = ({ text }: ReadSentence) => dated.test(text)
const isEvent = ({ text, cues }: ReadSentence) => (cues & cue.event) !== 0 && event.test(text)
const isAttended = ({ text, cues }: ReadSentence) => (cues & cue.attendance) !== 0 && attendance.test(text)
const isOutcome = ({ text, cues }: ReadSentence) => (cues & cue.outcome) !== 0 && outcome.test(text)

function hasOutcome(sentence: ReadSentence): boolean {
  return isOutcome(sentence) || (sentence.hasFigure && !isEvent(sentence) && !isAttended(sentence))
}

const fewestSentences = 3
/** So many dated lines without an outcome make a log by themselves. */
const calendar = 4

/**
 * A report is a log when most of its sentences tell of proceedings and hardly one of an outcome. Headings, titles and
 * signatures are not passed in. Undefined when it is none.
 */
export function chronicleOf(counts: readonly ChronicleCounts[]): Chronicle | undefined {
  const sentences = total(counts, each => each.sentences)
  const events = total(counts, each => each.events)
  if (sentences < fewestSentences || events < 2) return undefined
  const mostly = total(counts, each => each.told) / sentences >= 0.5
  // Most reports end here, and nobody has looked for outcomes.
  if (!mostly && total(counts, each => each.dated) < calendar) return undefined
  const outcomes = total(counts, each => each.outcomes)
  if (outcomes >= events || outcomes > Math.max(1, Math.floor(sentences / 8))) return undefined
  return mostly || total(counts, each => each.lines) >= calendar ? { sentences, events, outcomes } : undefined
}

function total(counts: readonly ChronicleCounts[], count: (each: ChronicleCounts) => number): number {
  let sum = 0
  for (const each of counts) sum += count(each)
  return sum
}
