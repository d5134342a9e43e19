// Items that run on inside a paragraph: 一是……；二是……　首先……其次……　（1）……（2）……　①……②……

import { chineseOrdinal } from '../../document/numbering'
import type { Span } from '../../types'

/** One item: its marker and its text up to the next marker. Offsets count in the block's prose. */
export interface RunIn extends Span {
  readonly marker: string
}

interface Hit {
  readonly at: number
  readonly marker: string
  readonly value: number
}

const styles: readonly {
  /** What the first item starts with: without it the pattern need not be tried. */
  readonly firsts: readonly string[]
  readonly pattern: RegExp
  readonly value: (hit: RegExpExecArray) => number
}[] = [
  {
    firsts: ['一是', '一要', '一为', '第一是', '第一要'],
    pattern: /(?:^|[。；：，、！？\s”）])((第?[一二三四五六七八九十]{1,2})(?:是|要|为|，要))(?=[^，。；：])/g,
    value: hit => chineseOrdinal(hit[2]!.replace('第', '')),
  },
  {
    firsts: ['第一，', '第一、'],
    pattern: /(?:^|[。；：，！？\s])(第([一二三四五六七八九十]))[，、]/g,
    value: hit => chineseOrdinal(hit[2]!),
  },
  {
    firsts: ['（一）'],
    pattern: /(?:^|[。；：，！？\s])(（([一二三四五六七八九十]{1,2})）)/g,
    value: hit => chineseOrdinal(hit[2]!),
  },
  {
    firsts: ['一、'],
    pattern: /(?:^|[。；：\s])(([一二三四五六七八九十]{1,2})、)/g,
    value: hit => chineseOrdinal(hit[2]!),
  },
  { firsts: ['（1）'], pattern: /(?:^|[。；：，！？\s])(（(\d{1,2})）)/g, value: hit => Number(hit[2]) },
  {
    firsts: ['1.', '1．', '1、'],
    pattern: /(?:^|[。；：，！？\s])((\d{1,2})[.．、])(?!\d)/g,
    value: hit => Number(hit[2]),
  },
  { firsts: ['①'], pattern: /([①-⑳])/g, value: hit => hit[1]!.charCodeAt(0) - 0x245f },
  {
    firsts: ['首先'],
    pattern: /(?:^|[。；：！？])(首先|其次|再次|再者|最后)/g,
    value: hit => ({ 首先: 1, 其次: 2, 再次: 3, 再者: 3, 最后: -1 })[hit[1] as '首先'],
  },
  { firsts: ['一方面'], pattern: /(?:^|[。；：！？，])((另)?一方面)/g, value: hit => (hit[2] ? 2 : 1) },
]

/** The items between `start` and `end`; empty when nothing is enumerated there. The outermost enumeration wins. */
export function runInsOf(text: string, start = 0, end = text.length): RunIn[] {
  const part = text.slice(start, end)
  let best: Hit[] = []
  for (const { firsts, pattern, value } of styles) {
    if (!firsts.some(first => part.includes(first))) continue
    const hits = sequence(part, pattern, value)
    if (hits.length >= 2 && (best.length === 0 || hits[0]!.at < best[0]!.at)) best = hits
  }
  return best.map((hit, i) => ({
    start: start + hit.at,
    end: start + trimmedEnd(part, hit.at, best[i + 1]?.at ?? part.length),
    marker: hit.marker,
  }))
}

/** Markers that count 1, 2, 3 … in order. */
function sequence(part: string, pattern: RegExp, value: (hit: RegExpExecArray) => number): Hit[] {
  const hits: Hit[] = []
  let next = 1
  pattern.lastIndex = 0
  for (let hit = pattern.exec(part); hit; hit = pattern.exec(part)) {
    const number = value(hit)
    if (number !== next && number !== -1) continue
    const marker = hit[1]!
    hits.push({ at: hit.index + hit[0].indexOf(marker), marker, value: number })
    next++
  }
  return hits
}

function trimmedEnd(part: string, from: number, to: number): number {
  let end = to
  while (end > from && /[\s；，]/.test(part[end - 1]!)) end--
  return end
}
