// Which lists of parts surely make up a whole: closed by 其他, naming a closed set, or as long as announced.

import { expressionOf, wordsOf } from '../../../knowledge/cue'
import { eventUnit, mayOverlap } from '../../../knowledge/figures.generated'
import type { Quantity } from '../../quantities'
import { sumOf } from './addition'
import { amount, isPlainAmount, stepOf } from './amounts'
import {
  areExclusive,
  areFunds,
  arePlaces,
  areReasons,
  areSites,
  isClassification,
  isWhole,
} from './partLabels'
import { isOpenList, isRest, type Part } from './parts'
import type { FigureSentence } from './types'

/** The stretches of parts that surely make up a whole; none when the list may be open. */
export function closedLists(
  sentence: FigureSentence,
  parts: readonly Part[],
  total: Quantity,
  bracket: boolean,
): readonly (readonly Part[])[] {
  if (parts.length < 2) return []
  const rest = parts.findIndex((part, i) => i > 0 && isRest(part))
  if (rest > 0) return isBroken(sentence, parts.slice(0, rest + 1)) ? [] : [parts.slice(0, rest + 1)]
  // 城镇…，乡村…；男性…，女性…: each stretch between semicolons may divide the total in its own way.
  const stretches = [parts, ...splitAtSemicolons(sentence, parts)]
  const whole = stretches.filter(list => isWhole(list.map(part => part.label)) && !isBroken(sentence, list))
  if (whole.length > 0) return whole
  const list = likelyWhole(sentence, parts, total, bracket)
  return list ? [list] : []
}

function splitAtSemicolons(sentence: FigureSentence, parts: readonly Part[]): Part[][] {
  const stretches: Part[][] = []
  parts.forEach((part, i) => {
    const apart = i === 0 || sentence.text.slice(parts[i - 1]!.q.end, part.q.start).includes('；')
    if (apart) stretches.push([part])
    else stretches.at(-1)!.push(part)
  })
  return stretches.length > 1 ? stretches : []
}

/** No word closes the list, but its labels or its near hit leave no doubt. */
function likelyWhole(
  sentence: FigureSentence,
  parts: readonly Part[],
  total: Quantity,
  bracket: boolean,
): readonly Part[] | undefined {
  if (isOpenList(sentence, parts.at(-1)!.q) || isBroken(sentence, parts)) return undefined
  if (parts.some(part => !isPlainAmount(part.q))) return undefined
  const labels = parts.map(part => part.label)
  const excess = sumOf(parts.map(part => part.q)) - amount(total)
  const listed = bracket || countsParts(sentence, parts)
  if (isClassification(labels) || arePlaces(labels)) return excess > 0 || listed ? parts : undefined
  if (areSites(labels) && countsSites(sentence, parts, excess > 0)) return parts
  if ((areExclusive(labels) || areReasons(labels)) && excess > 0) return parts
  if (areFunds(labels) && total.kind === 'money' && excess > 0) return parts
  const things = total.kind === 'count' && !'人名位'.includes(total.unit)
  // A list of things that overshoots a large total by one or two is a slip of the pen. A list that falls short may
  // have left out a small rest, unless it stands in brackets behind the total.
  // A single wrong digit: the parts exceed the whole by 10, 30, 200. Kinds that overlap miss it by any number.
  const people = total.kind === 'count' && !things
  const step = Math.max(stepOf(total), ...parts.map(part => stepOf(part.q)), total.kind === 'count' ? 1 : 0)
  const slip = !people && step > 0 && isDigitSlip(excess / step, amount(total) / step) && plainKinds(labels)
  if (slip && evenList(sentence, parts)) return parts
  if (excess > 0 && excess < mostExcess * amount(total) && labels.every(label => label !== '')) {
    const apart = new Set(labels).size === labels.length && !labels.some(label => overlapping.test(label))
    // One event is of one kind; a bracket behind a total names kinds that make it up.
    if (apart && (events.has(total.unit) || (bracket && things)) && plainNames(labels)) return parts
    if (apart && areTypes(labels)) return parts
  }
  const near = things && parts.length >= 3 && amount(total) >= 60 && Math.abs(excess) <= 2
  return near && (bracket || excess > 0) && evenList(sentence, parts) ? parts : undefined
}

/** Parts that exceed their whole by more are those of something else. */
const mostExcess = 0.35
const overlapping = expressionOf(mayOverlap)
const events = wordsOf(eventUnit)
const plainNames = (labels: readonly string[]): boolean =>
  labels.every(label => /^[一-龥]{2,8}$/.test(label) && !derived.test(label))

/** 预期性指标、约束性指标 */
const areTypes = (labels: readonly string[]): boolean => {
  const kind = /[类型性式][一-龥]{0,4}$/
  return labels.every(label => kind.test(label))
}

/** 10, 30, 200: one digit beyond the units, and no more than a seventh of the whole. */
function isDigitSlip(excess: number, total: number): boolean {
  if (excess < 10 || excess * 7 > total) return false
  const whole = Math.round(excess)
  if (Math.abs(excess - whole) > 1e-6) return false
  return Number.isInteger(whole / 10 ** Math.floor(Math.log10(whole)))
}

/** 滑坡、崩塌、泥石流: short nouns of one kind, nothing that marks a level, a share or a use. */
function plainKinds(labels: readonly string[]): boolean {
  return (
    labels.every(
      label =>
        /^[一-龥]{2,6}$/.test(label) && !/[级型性化度率以的]|省|市|县|国家|民生|产业|专精|高新/.test(label),
    ) && new Set(labels).size === labels.length
  )
}

/** 3个村共上报45处，其中A村…、B村…、C村…; 四类问题共132个: as many parts listed as announced. */
function countsParts(sentence: FigureSentence, parts: readonly Part[]): boolean {
  const kind = parts[0]!.label.at(-1)!
  return sentence.figures.some(
    q =>
      q.end < parts[0]!.q.start &&
      q.value === parts.length &&
      (q.unit.endsWith(kind) || startsWithin(sentence.text.slice(q.end, q.end + 4), kind)),
  )
}

/** 个村, 个行政村: the kind is named before the clause ends. */
function startsWithin(behind: string, kind: string): boolean {
  const at = behind.indexOf(kind)
  return at >= 0 && !/[，。；、]/.test(behind.slice(0, at))
}

/** 设置安置点4个，…其中中学…、村委会…、敬老院…、粮站…: as many sites as were set up. */
function countsSites(sentence: FigureSentence, parts: readonly Part[], excess: boolean): boolean {
  const first = parts[0]!
  return sentence.figures.some(q => {
    if (q.end >= first.q.start || q.value !== parts.length || q.chinese) return false
    if (!/^[个处所家]$/.test(q.unit) || q.unit === first.q.unit) return false
    // 新建3个 leaves room for older ones.
    const ahead = sentence.text.slice(Math.max(sentence.start, q.start - 12), q.start)
    if (!excess && /[新增]/.test(ahead)) return false
    const name = sentence.text.slice(Math.max(sentence.start, q.start - 6), q.end + 6)
    return /[点所站院]\d{1,2}[个处所家]|\d{1,2}[个处所家](?:[^，。；、]{0,4}[点站院]|单位|学校|机构)/.test(
      name,
    )
  })
}

/** Labels that speak of progress or comparison do not divide a whole. */
const derived =
  /已|完成|整改|新增|同比|环比|占|较|比上|涉及|惠及|覆盖|带动|以上|以下|重点|重大|困难|党员|妇女/

/** 、 between all parts and no word of progress in any label. */
function evenList(sentence: FigureSentence, parts: readonly Part[]): boolean {
  return parts.every((part, i) => {
    if (derived.test(part.label)) return false
    return i === 0 || /^[^，。；：]{0,8}[、和及]/.test(sentence.text.slice(parts[i - 1]!.q.end, part.q.start))
  })
}

/** Something stands between the parts that shows they are not one list. */
function isBroken(sentence: FigureSentence, parts: readonly Part[]): boolean {
  const between = sentence.text.slice(parts[0]!.q.end, parts.at(-1)!.q.start)
  return /其余(?:全部|均|都)|不等|左右/.test(between)
}
