// Recognises the numbers of Chinese official outlines: 一、 （一） 1. （1） and 一是.
// Order of levels after GB/T 9704-2012 7.3.3.

import type { Span } from '../types'

export type NumberStyle = '一、' | '（一）' | '1.' | '（1）' | '①' | '一是'

export interface Numbering {
  readonly style: NumberStyle
  /** 1–4 after GB/T 9704-2012; 5 for ①, 6 for 一是. */
  readonly level: number
  readonly value: number
  /** The marker as it is written, such as `（一）`, in the prose. */
  readonly marker: Span
}

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
}

/** 一 … 九十九 as a number; NaN for anything else. */
export function chineseOrdinal(text: string): number {
  const ten = text.indexOf('十')
  if (ten < 0) return text.length === 1 ? (digits[text] ?? Number.NaN) : Number.NaN
  const tens = ten === 0 ? 1 : digits[text.slice(0, ten)]
  const ones = ten === text.length - 1 ? 0 : digits[text.slice(ten + 1)]
  return tens === undefined || ones === undefined ? Number.NaN : tens * 10 + ones
}

/** One for each way to number, in the order of the groups read below. */
const numberings = [
  /第?([一二三四五六七八九十]{1,3})(?:、(?!\d)|、(?=(?:\d{4}年|\d{1,2}(?:[—–~～-]\d{1,2})?月))|[.．，](?!\d))/,
  /（([一二三四五六七八九十]{1,3})）[、.]?/,
  /\(([一二三四五六七八九十]{1,3})\)[、.]?/,
  /(\d{1,2})(?:[.．](?!\d)|[.．](?=\d{1,2}月(?:\d|底|份|[上中下]旬|前|起|至|—))|、)/,
  /（(\d{1,2})）[、.]?/,
  /\((\d{1,2})\)/,
  /([①-⑳])/,
  /([一二三四五六七八九十]{1,2})(?:是|要)(?=[^，。])/,
]
const pattern = new RegExp(`^[\\s　]*(?:${numberings.map(({ source }) => source).join('|')})`)

/** The number at the start of a paragraph's prose, if there is one. */
export function readNumbering(prose: string): Numbering | undefined {
  const first = prose.charCodeAt(0)
  // Most paragraphs start with an ordinary word; one look at the first character spares them the regular expression.
  if (first > 0x7f && !'一二三四五六七八九十第（　①②③④⑤⑥⑦⑧⑨⑩'.includes(prose[0]!)) return undefined
  const hit = pattern.exec(prose)
  if (!hit) return undefined
  const [
    whole,
    upper,
    bracketed,
    bracketedHalf,
    arabic,
    bracketedArabic,
    bracketedArabicHalf,
    circled,
    spoken,
  ] = hit
  const start = whole.length - whole.trimStart().length
  const of = (style: NumberStyle, level: number, value: number): Numbering => ({
    style,
    level,
    value,
    marker: { start, end: whole.length },
  })
  if (upper) return of('一、', 1, chineseOrdinal(upper))
  if (bracketed ?? bracketedHalf) return of('（一）', 2, chineseOrdinal((bracketed ?? bracketedHalf)!))
  if (arabic) return of('1.', 3, Number(arabic))
  if (bracketedArabic ?? bracketedArabicHalf)
    return of('（1）', 4, Number(bracketedArabic ?? bracketedArabicHalf))
  if (circled) return of('①', 5, circled.charCodeAt(0) - 0x245f)
  return of('一是', 6, chineseOrdinal(spoken!))
}

/** Longer than this, or ended like a sentence, and a numbered line is an item of text rather than a heading. */
const longestHeading = 45

/**
 * Where the heading of a numbered paragraph ends: a short line without a full stop is a heading as a whole; in
 * `（一）加强领导。县里……` the heading runs in and ends at the first full stop. Undefined: no heading at all.
 */
export function headingExtent(
  prose: string,
  numbering: Numbering,
): { end: number; standalone: boolean } | undefined {
  const from = numbering.marker.end
  if (numbering.style === '一是') {
    const stop = firstStop(prose, from)
    return stop > 0 && stop - from <= longestHeading ? { end: stop, standalone: false } : undefined
  }
  const trimmed = prose.trimEnd().length
  const stop = firstStop(prose, from)
  if (stop < 0) {
    const colon = prose[trimmed - 1] === '：' ? trimmed - 1 : trimmed
    return trimmed - from <= longestHeading && !/[，；]/.test(prose.slice(from + 12, trimmed))
      ? { end: colon, standalone: true }
      : undefined
  }
  if (stop === trimmed - 1) return trimmed - from <= 26 ? { end: stop, standalone: true } : undefined
  return stop - from <= longestHeading ? { end: stop, standalone: false } : undefined
}

function firstStop(prose: string, from: number): number {
  const hit = /[。！？]/.exec(prose.slice(from, from + longestHeading + 2))
  return hit ? from + hit.index : -1
}
