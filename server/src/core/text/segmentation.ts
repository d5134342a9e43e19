// The port through which rules ask for words: what a word is, and how any backend's answer is laid back onto the text.
// Backends see runs of Han characters only; numbers, Latin words and marks are cut here, so that every backend agrees
// on them and nothing odd (NUL, lone surrogates, emoji) ever reaches an addon or shifts an offset.

/** One word of a text. Offsets are UTF-16, half-open: `source.slice(start, end) === text`. */
export interface Word {
  text: string
  start: number
  end: number
  /**
   * Part of speech as jieba names it: `n…` nouns (`ns` place, `nt` organisation, `nr` person, `nz` other name), `v…` verbs
   * (`vn` used as a noun), `a` adjective, `d` adverb, `m` number, `q` measure word, `t` time, `p` preposition,
   * `c` conjunction, `u…` particle, `i`/`l` set phrase, `eng` Latin, `w` punctuation, `x` anything else or unknown.
   */
  tag: string
}

/** Cuts a text into words. The words cover the text without gaps, or there are none: then nothing is known about it. */
export interface Segmenter {
  cut(text: string): Word[]
}

/** Stands in while no dictionary is loaded: it knows nothing, which is not the same as "there is no verb here". */
export const noSegmenter: Segmenter = { cut: () => [] }

export interface HanWord {
  text: string
  tag: string
}

/** What a backend has to offer: for each run of Han characters its words, in order. */
export type CutHan = (runs: readonly string[]) => readonly (readonly HanWord[])[]

/** A full segmenter out of a backend for Han runs. */
export function segmenterOf(cutHan: CutHan): Segmenter {
  return { cut: text => cutText(text, cutHan) }
}

/**
 * One token: a Han run (kept short, since a backend needs some 300 bytes for each character of a run), a number, a Latin
 * word, white space, or one single code point.
 */
const HAN = /([\u3400-\u4DBF\u4E00-\u9FFF]{1,1000})/u
const NUMBER = /([0-9０-９]+(?:[.,．][0-9０-９]+)*[%％‰]?|〇+)/u
const LATIN = /([A-Za-zＡ-Ｚａ-ｚ][A-Za-z0-9Ａ-Ｚａ-ｚ０-９]*(?:[-'_][A-Za-z0-9]+)*)/u
const TOKEN = new RegExp(`${HAN.source}|${NUMBER.source}|${LATIN.source}|\\s+|.`, 'gsu')

/** Characters handed to a backend at once: few calls for a report, bounded memory for a file of many megabytes. */
const BATCH = 20_000

const MARK = /^[\p{P}\p{S}]$/u

/** Tag of a Han run that is still to be cut. */
const UNCUT = ''

function cutText(text: string, cutHan: CutHan): Word[] {
  const words: Word[] = []
  let tokens: Word[] = []
  let batchStart = 0
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const start = match.index
    const end = TOKEN.lastIndex
    tokens.push({ text: match[0], start, end, tag: tagOf(match) })
    if (end - batchStart >= BATCH) {
      layOut(tokens, cutHan, words)
      tokens = []
      batchStart = end
    }
  }
  layOut(tokens, cutHan, words)
  return words
}

function tagOf([token, han, number, latin]: RegExpExecArray): string {
  if (han !== undefined) return UNCUT
  if (number !== undefined) return 'm'
  if (latin !== undefined) return 'eng'
  return MARK.test(token) ? 'w' : 'x'
}

/** Appends the tokens to the words, with each Han run cut. */
function layOut(tokens: readonly Word[], cutHan: CutHan, words: Word[]) {
  const runs = tokens.filter(token => token.tag === UNCUT)
  if (runs.length === 0) {
    words.push(...tokens)
    return
  }
  const cuts = cutHan(runs.map(run => run.text))
  let run = 0
  for (const token of tokens) {
    if (token.tag !== UNCUT) {
      words.push(token)
      continue
    }
    let start = token.start
    for (const { text, tag } of repaired(token.text, cuts[run++])) {
      words.push({ text, start, end: start + text.length, tag: tag || 'x' })
      start += text.length
    }
  }
}

/** A backend that dropped or changed a character would shift all offsets after it: such a run is taken by characters. */
function repaired(run: string, pieces: readonly HanWord[] = []): readonly HanWord[] {
  let at = 0
  for (const { text } of pieces) {
    if (text === '' || !run.startsWith(text, at)) return characters(run)
    at += text.length
  }
  return at === run.length ? pieces : characters(run)
}

function characters(run: string): HanWord[] {
  return [...run].map(text => ({ text, tag: 'x' }))
}
