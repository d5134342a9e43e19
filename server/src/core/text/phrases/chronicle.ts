// Signs of a log (流水账): what happened in order of time, who spoke and who was there, and nothing that came of it.

import { attendance, dated, event, opener, outcome, speechOpener } from './chronicleWords'
import { cue } from './cues'
import type { ReadSentence } from './readSentence'

/** What the sentences of one block tell; adds up over blocks. */
export interface ToldCounts {
  readonly sentences: number
  /** Open with a time or an order: 4月12日, 近日, 会上, 随后, 最后. */
  readonly openers: number
  /** Tell of a meeting, visit, training or campaign, or of what was said there. */
  readonly events: number
  /** One or the other. */
  readonly told: number
  /** Dated lines of events. */
  readonly dated: number
  /** Repeat what somebody said: from 李某强调， to the end of the paragraph, but for what holds a figure. */
  readonly speech: number
}

/** What came of it; adds up over blocks. Looked for only where much is told. */
export interface OutcomeCounts {
  /** Say what was found, decided, solved or reached. */
  readonly outcomes: number
  /** Dated lines of events without an outcome: six of them stay a calendar however much praise is wrapped around them. */
  readonly lines: number
}

export interface Chronicle {
  readonly sentences: number
  readonly events: number
  readonly outcomes: number
  /** Sentences that repeat a speech. */
  readonly speech: number
}

/** `sentences`: running text. */
export function countTold(sentences: readonly ReadSentence[]): ToldCounts {
  let [openers, events, told, dated, speech] = [0, 0, 0, 0, 0]
  let isSpoken = false
  for (const sentence of sentences) {
    isSpoken = isSpeechOpener(sentence) || (isSpoken && !isDated(sentence))
    if (isSpoken && !sentence.hasFigure) speech++
    const opens = isOpener(sentence)
    const tells = isEvent(sentence)
    if (opens) openers++
    if (tells) events++
    if (opens || tells) told++
    if (opens && tells && isDated(sentence)) dated++
  }
  return { sentences: sentences.length, openers, events, told, dated, speech }
}

/** `sentences`: running text. */
export function countOutcomes(sentences: readonly ReadSentence[]): OutcomeCounts {
  let [outcomes, lines] = [0, 0]
  for (const sentence of sentences)
    if (hasOutcome(sentence)) outcomes++
    else if (isOpener(sentence) && isEvent(sentence) && isDated(sentence)) lines++
  return { outcomes, lines }
}

const isOpener = ({ text, cues }: ReadSentence) => (cues & cue.opener) !== 0 && opener.test(text)
/** An opener that is a line of a calendar. */
const isDated = ({ text }: ReadSentence) => dated.test(text)
const isSpeechOpener = ({ text, cues }: ReadSentence) =>
  (cues & cue.speechOpener) !== 0 && speechOpener.test(text)
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
 * signatures are not passed in. Undefined when it is none; most reports are none before anybody has looked for outcomes.
 */
export function chronicleOf(
  { sentences, events, told, dated, speech }: ToldCounts,
  findOutcomes: () => OutcomeCounts,
): Chronicle | undefined {
  if (sentences < fewestSentences || events < 2) return undefined
  const mostly = Math.max(told, speech) / sentences >= 0.5
  if (!mostly && dated < calendar) return undefined
  const { outcomes, lines } = findOutcomes()
  if (outcomes >= events || outcomes > Math.max(1, Math.floor(sentences / 8))) return undefined
  return mostly || lines >= calendar ? { sentences, events, outcomes, speech } : undefined
}
