// Lists of parts: their labels, the brackets they stand in, and whether they make up a whole.

import type { Quantity } from '../../quantities'
import type { FigureSentence } from './types'

export interface Part {
  readonly q: Quantity
  /** What the part is called: 砖木 of 砖木58户, or of 58户为砖木. */
  readonly label: string
  /** How many brackets are open where it stands. */
  readonly depth: number
}

const labelEnd = /[，、；。：,;:（(）)]/g
const joining = /^(?:和|及|以及|与|其中|包括)+/

/** All figures of the sentence with label and bracket depth. Several checks ask; they are read once. */
export function readParts(sentence: FigureSentence): readonly Part[] {
  sentence.memo.parts ??= partsOf(sentence)
  return sentence.memo.parts
}

function partsOf(sentence: FigureSentence): Part[] {
  const { text, figures } = sentence
  const parts: Part[] = []
  let depth = 0
  let at = sentence.start
  for (let i = 0; i < figures.length; i++) {
    const q = figures[i]!
    let labelFrom = at
    for (let k = at; k < q.start; k++) {
      switch (text.charCodeAt(k)) {
        case 0xff08: // （
        case 0x28:
          depth++
          labelFrom = k + 1
          break
        case 0xff09: // ）
        case 0x29:
          if (depth > 0) depth--
          labelFrom = k + 1
          break
        case 0xff0c: // ，
        case 0x3001: // 、
        case 0xff1b: // ；
        case 0x3002: // 。
        case 0xff1a: // ：
        case 0x2c:
        case 0x3b:
        case 0x3a:
          labelFrom = k + 1
      }
    }
    const before = text.slice(labelFrom, q.start).replace(joining, '').trim()
    // 20480户44365人: the second amount shares the label of the first.
    const shared = q.start === at && i > 0 ? parts[i - 1]!.label : ''
    const label = before || shared || labelBehind(text, q.end, figures[i + 1]?.start ?? sentence.end)
    parts.push({ q, label, depth })
    at = q.end
  }
  return parts
}

/** 58户为砖木 */
function labelBehind(text: string, from: number, stop: number): string {
  labelEnd.lastIndex = from
  const at = labelEnd.exec(text)?.index ?? stop
  return text.slice(from, Math.min(at, stop)).trim()
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
