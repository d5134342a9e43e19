// NUM01: 共132户，其中砖木58户、土坯46户、其他27户. The parts of a whole must make up the whole.

import type { Quantity } from '../../quantities'
import { addsUp, someChoiceFits, sumMismatch, sumOf, tolerance } from '../reading/addition'
import { amount, isPlainAmount, sameDimension, spell } from '../reading/amounts'
import { isIntensive, mayBeMean } from '../reading/intensive'
import { isRest, type Part, readParts } from '../reading/parts'
import { isChange, isEach, isElsewhere, looseSum } from '../reading/roles'
import { textBefore } from '../reading/sentence'
import { type FigureMismatch, type FigureSentence, type SentenceCheck, spanOf } from '../reading/types'
import { closedLists } from '../reading/wholeLists'

const announced = /共|总|合计|累计|全部|全[县镇乡市区村街]/

const opening = /其中|包括|[（(]/

export const sums: SentenceCheck = { figures: 2, cue: opening, check: checkSums }

function checkSums(sentence: FigureSentence): FigureMismatch[] {
  const { text, start, end, figures } = sentence
  const body = text.slice(start, end)
  if (!opening.test(body)) return []
  const found: FigureMismatch[] = []
  const markers = listMarkers(sentence).filter(marker => marker.at < figures.at(-1)!.start)
  if (markers.length === 0 || looseSum.test(body)) return found
  const parts = readParts(sentence)
  markers.forEach((marker, i) => {
    const stop = markers.slice(i + 1).find(next => next.depth <= marker.depth)?.at ?? end
    found.push(...checkList(sentence, parts, marker, stop))
  })
  return found
}

interface Marker {
  readonly at: number
  readonly depth: number
  /** Written in brackets directly behind the total: 132户（砖木58户、…）. */
  readonly bracket: boolean
}

/** 其中 and brackets that open a list of parts. */
function listMarkers(sentence: FigureSentence): Marker[] {
  const { text, start, end } = sentence
  const markers: Marker[] = []
  let depth = 0
  for (let i = start; i < end; i++) {
    const char = text[i]!
    if (char === '（' || char === '(') {
      depth++
      if (!text.startsWith('其中', i + 1)) markers.push({ at: i + 1, depth, bracket: true })
    } else if (char === '）' || char === ')') depth = Math.max(0, depth - 1)
    else if (text.startsWith('其中', i) || (text.startsWith('包括', i) && text[i - 1] !== '不'))
      markers.push({ at: i + 2, depth, bracket: false })
  }
  return markers
}

function checkList(
  sentence: FigureSentence,
  all: readonly Part[],
  marker: Marker,
  stop: number,
): FigureMismatch[] {
  const close = closeOf(sentence.text, marker, stop)
  const inside = all.filter(
    part => part.q.start >= marker.at && part.q.end <= close && part.depth === marker.depth,
  )
  const found: FigureMismatch[] = []
  const seen: Quantity[] = []
  for (const { q } of inside) {
    if (seen.some(other => sameDimension(other, q))) continue
    if (q.kind !== 'count' && q.kind !== 'money' && q.kind !== 'measure') continue
    seen.push(q)
    const mismatch = checkDimension(sentence, all, inside, marker, q)
    if (mismatch) found.push(mismatch)
  }
  return found
}

/** Where the bracket that the list stands in closes. */
function closeOf(text: string, marker: Marker, stop: number): number {
  if (marker.depth === 0) return stop
  const at = text.slice(marker.at, stop).search(/[）)]/)
  return at < 0 ? stop : marker.at + at
}

function checkDimension(
  sentence: FigureSentence,
  all: readonly Part[],
  inside: readonly Part[],
  marker: Marker,
  like: Quantity,
): FigureMismatch | undefined {
  const parts = inside.filter(
    part =>
      sameDimension(part.q, like) &&
      !isChange(sentence, part.q) &&
      !isElsewhere(sentence, part.q) &&
      !isEach(sentence, part.q),
  )
  const totals = totalsBefore(sentence, all, marker, like)
  const total = totals.at(-1)
  if (!total) return undefined
  const whole = parts.map(part => part.q)
  if (whole.length > 1 && totals.some(one => addsUp(whole, one))) return undefined
  if (mayBeMean(total, whole)) return undefined
  if (fitsWithOthers(inside, parts, totals)) return undefined
  const mismatch = listMismatch(sentence, parts, totals, marker)
  const holders = mismatch ? [...all.filter(part => part.q === total), ...parts] : []
  return holders.some(isIntensive) ? undefined : mismatch
}

/** 1522户，其中：干部1020人、农户52户…: a part under another unit is a slip of the unit, and the sum holds with it. */
function fitsWithOthers(
  inside: readonly Part[],
  parts: readonly Part[],
  totals: readonly Quantity[],
): boolean {
  const others = inside.filter(
    part => !parts.includes(part) && part.q.kind === 'count' && isPlainAmount(part.q),
  )
  if (others.length === 0 || others.length > mostOthers) return false
  const own = parts.map(({ q }) => q)
  for (let choice = 1; choice < 1 << others.length; choice++) {
    const chosen = others.filter((_, i) => (choice >> i) & 1).map(({ q }) => q)
    if (totals.some(total => addsUp([...own, ...chosen], total))) return true
  }
  return false
}

/** More than these and some choice always fits. */
const mostOthers = 4

function listMismatch(
  sentence: FigureSentence,
  parts: readonly Part[],
  totals: readonly Quantity[],
  marker: Marker,
): FigureMismatch | undefined {
  const total = totals.at(-1)!
  for (const list of closedLists(sentence, parts, total, marker.bracket)) {
    if (list.some(part => !isPlainAmount(part.q))) continue
    const quantities = list.map(part => part.q)
    if (fits(list, totals)) continue
    if (totals.length > 1 && !announced.test(textBefore(sentence, total.start, 12))) continue
    if (marker.at - total.end > reach(marker, list, totals)) continue
    return sumMismatch('sum', quantities, total)
  }
  return totals.length === 1 ? partAboveWhole(sentence, parts, total, marker) : undefined
}

/** How far in front of its parts a total may stand. A lone total and a list that a rest closes may lie further apart. */
function reach(marker: Marker, list: readonly Part[], totals: readonly Quantity[]): number {
  if (marker.bracket) return 6
  return totals.length === 1 && list.length > 2 && isRest(list.at(-1)!) ? 80 : 40
}

/** 132户，其中砖木158户: no part can be larger than the whole it is taken from. */
function partAboveWhole(
  sentence: FigureSentence,
  parts: readonly Part[],
  total: Quantity,
  marker: Marker,
): FigureMismatch | undefined {
  const first = parts[0]
  if (!first || marker.bracket || !isPlainAmount(first.q) || amount(first.q) <= amount(total))
    return undefined
  if (first.q.unit !== total.unit || tolerance([first.q], total) >= amount(first.q) - amount(total))
    return undefined
  if (!/^[^，；。：]{0,10}[，；。：（(]?(?:其中)?$/.test(sentence.text.slice(total.end, marker.at)))
    return undefined
  if (!/^[^，；。：、]{0,12}$/.test(sentence.text.slice(marker.at, first.q.start).replace(/^[：，]/, '')))
    return undefined
  if (/累计|总|达|计划|目标/.test(first.label)) return undefined
  const [part, whole] = [spell(first.q, amount(first.q)), spell(total, amount(total))]
  return {
    start: first.q.start,
    end: first.q.end,
    check: 'sum',
    stated: part,
    expected: `不大于${whole}`,
    working: `总数是${whole}，其中一项却是${part}，部分大于总数`,
    workingEnglish: `the whole is ${whole}, one of its parts ${part}`,
    related: [spanOf(total)],
  }
}

/** Amounts in front of the list that it could break down, nearest last. */
function totalsBefore(
  sentence: FigureSentence,
  all: readonly Part[],
  marker: Marker,
  like: Quantity,
): Quantity[] {
  const least = marker.bracket ? marker.depth - 1 : 0
  return all
    .filter(
      ({ q, depth }) =>
        q.end <= marker.at &&
        sameDimension(q, like) &&
        isPlainAmount(q) &&
        depth <= marker.depth &&
        depth >= least &&
        !isChange(sentence, q) &&
        !isElsewhere(sentence, q) &&
        !isEach(sentence, q),
    )
    .map(({ q }) => q)
}

/** Some reading makes the list consistent: with a total, a sum of totals, or a part that is itself broken down. */
function fits(list: readonly Part[], totals: readonly Quantity[]): boolean {
  const parts = list.map(part => part.q)
  const last = parts.at(-1)!
  const rest = isRest(list.at(-1)!)
  const others = parts.slice(0, -1)
  for (const total of totals) {
    if (addsUp(parts, total)) return true
    if (rest && someChoiceFits(others, [last], total)) return true
  }
  // 砖木58户，已改造20户，其余38户…: the rest may be that of a part. 其他 always is that of the whole.
  if (rest && !/^其[他它]/.test(list.at(-1)!.label)) {
    for (let i = 0; i < others.length - 1; i++)
      if (someChoiceFits(others.slice(i + 1), [last], others[i]!)) return true
  }
  if (totals.length < 2) return false
  const sum = sumOf(parts)
  const all = totals.reduce((whole, q) => whole + amount(q), 0)
  return Math.abs(sum - all) < 1e-6
}
