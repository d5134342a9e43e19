// Lists of parts: their labels, the brackets they stand in, and whether they make up a whole.

import type { Quantity } from '../quantities'
import type { FigureSentence } from './types'

export interface Part {
  readonly q: Quantity
  /** What the part is called: 砖木 of 砖木58户, or of 58户为砖木. */
  readonly label: string
  /** How many brackets are open where it stands. */
  readonly depth: number
}

const separator = /[，、；。：,;:（(）)]/

/** All figures of the sentence with label and bracket depth. */
export function readParts(sentence: FigureSentence): Part[] {
  const { text, figures } = sentence
  const parts: Part[] = []
  let depth = 0
  let at = sentence.start
  for (let i = 0; i < figures.length; i++) {
    const q = figures[i]!
    let labelFrom = at
    for (let k = at; k < q.start; k++) {
      const char = text[k]!
      if (char === '（' || char === '(') depth++
      else if ((char === '）' || char === ')') && depth > 0) depth--
      if (separator.test(char)) labelFrom = k + 1
    }
    const before = text.slice(labelFrom, q.start).replace(/^(?:和|及|以及|与|其中)+/, '')
    const stop = figures[i + 1]?.start ?? sentence.end
    const after = /^[^，、；。：,;:（(）)]*/.exec(text.slice(q.end, stop))![0]
    // 20480户44365人: the second amount shares the label of the first.
    const shared = q.start === at && i > 0 ? parts[i - 1]!.label : ''
    parts.push({ q, label: before.trim() || shared || after.trim(), depth })
    at = q.end
  }
  return parts
}

/** 其他27户, 余下18处: the last part of a whole. */
export function isRest(part: Part): boolean {
  return (
    /^(?:其他|其它|其余|剩余|余下|剩下|余(?![姚杭江干庆]))/.test(part.label) ||
    /^(?:为|属|是)?其他/.test(part.label)
  )
}

/** The list says itself that it is open: 等 behind its last part. */
export function isOpenList(sentence: FigureSentence, last: Quantity): boolean {
  return /^[^，。；、]{0,8}等/.test(sentence.text.slice(last.end, Math.min(sentence.end, last.end + 10)))
}
