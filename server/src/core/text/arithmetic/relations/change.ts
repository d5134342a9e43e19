// NUM04, NUM05, NUM06: two amounts and the change stated between them.
// 由120件增至132件，环比增长10% · 47件，比上年同期(63件)减少16件、下降25.4% · 由85%提高到92%，提高7个百分点.

import type { Quantity } from '../../quantities'
import { isExactPercent, isPlainAmount, sameDimension } from '../reading/amounts'
import { comparePeriods, lastPeriod, type Period } from '../reading/periods'
import { fall, isChange, rise } from '../reading/roles'
import { gapBefore, textBefore } from '../reading/sentence'
import type { FigureMismatch, FigureSentence, SentenceCheck } from '../reading/types'
import { judgeChange } from './judgeChange'

export type Direction = 'up' | 'down'

/** An earlier and a later amount, and where in the sentence the statements about their difference begin. */
export interface Movement {
  readonly from: Quantity
  readonly to: Quantity
  /** Index of the first figure that may state the change. */
  readonly next: number
  /** The words that say what `from` is: 上年同期, 3月, 年初. */
  readonly base: string
}

export const changes: SentenceCheck = { figures: 3, check: checkChanges }

function checkChanges(sentence: FigureSentence): FigureMismatch[] {
  const found = recalledLast(sentence)
  for (const movement of movementsIn(sentence)) {
    for (let i = movement.next; i < sentence.figures.length; i++) {
      if (isSpan(sentence, i)) continue
      const direction = statedDirection(sentence, movement, i)
      if (!direction) break
      const mismatch = judgeChange(sentence, movement, sentence.figures[i]!, direction)
      if (mismatch && !fitsAnother(sentence, movement, i, direction)) found.push(mismatch)
    }
    const before = statedInFront(sentence, movement)
    const mismatch = before && judgeChange(sentence, movement, before.q, before.direction)
    if (mismatch) found.push(mismatch)
  }
  return found
}

/** 2021年42%，2023年45%，2025年48%，累计提高6个百分点: in a row of amounts the change may be told from any before. */
function fitsAnother(
  sentence: FigureSentence,
  movement: Movement,
  index: number,
  direction: Direction,
): boolean {
  const { figures } = sentence
  return figures
    .slice(0, figures.indexOf(movement.to))
    .some(
      from =>
        from !== movement.from &&
        usable(from) &&
        sameDimension(from, movement.to) &&
        !judgeChange(sentence, { ...movement, from }, figures[index]!, direction),
    )
}

const usable = (q: Quantity) => isPlainAmount(q) || isExactPercent(q)

const origin = /(?:由|从|[将把]原(?:来|有)?的?|原(?:来|有)的)([^，。；：]{0,26})$/
const arrival =
  /^[^，。；、]{0,12}，?[^，。；、\d]{0,6}(?:增加|增长|增|提高|提升|上升|上涨|升|涨|扩大|扩展|发展|攀升|跃升|壮大|下降|降低|降|减少|减|缩减|压减|压缩|缩短|缩小|回落|下跌|跌|变|调整|下调|上调|调|提|改|扩|缩|优化|整合|精简|合并|撤并)了?(?:到|至|为)了?[^，。；、]{0,16}$/
const changeWord = new RegExp(`${rise}|${fall}`)

function movementsIn(sentence: FigureSentence): Movement[] {
  const { figures } = sentence
  const movements: Movement[] = namedBases(sentence)
  for (let i = 0; i + 1 < figures.length; i++) {
    const [first, second] = [figures[i]!, figures[i + 1]!]
    if (!usable(first) || !usable(second) || !sameDimension(first, second)) continue
    // 增长15.6%，存贷比达95.3%: a change is no state that something moved from.
    if (isChange(sentence, first) || isChange(sentence, second)) continue
    const gap = gapBefore(sentence, i + 1)
    const from = origin.exec(textBefore(sentence, first.start, 30))
    if (from && arrival.test(gap)) movements.push({ from: first, to: second, next: i + 2, base: from[1]! })
    else {
      const order = orderOf(sentence, i, gap)
      if (order === 'second is the base') movements.push({ from: second, to: first, next: i + 2, base: gap })
      if (order === 'first is the base')
        movements.push({ from: first, to: second, next: i + 2, base: periodBefore(sentence, i)?.said ?? '' })
    }
  }
  return movements
}

/**
 * Which of two amounts is the earlier, by every word of time in reach. Where the words allow both, nothing is said of the
 * change between them: 655件，2024年802件 may be this year's figure and last year's, or last year's and this year's.
 */
function orderOf(
  sentence: FigureSentence,
  index: number,
  gap: string,
): 'first is the base' | 'second is the base' | undefined {
  const [first, second] = [periodBefore(sentence, index), lastPeriod(gap)]
  const apart = comparePeriods(first, second)
  if (isNoBase(gap)) return undefined
  if (compared.test(gap)) return apart !== undefined && apart < 0 ? 'first is the base' : 'second is the base'
  if (apart === undefined) return undefined
  if (apart > 0) return recalled.test(gap) ? 'second is the base' : undefined
  return followed.test(gap) && sameMatter(sentence, index, gap) ? 'first is the base' : undefined
}

/** The last words of time before a figure, not those of a figure of another matter before it. */
function periodBefore(sentence: FigureSentence, index: number): Period | undefined {
  const before = sentence.figures[index - 1]
  const from = before && before.end > sentence.start ? before.end : sentence.start
  const { start } = sentence.figures[index]!
  return lastPeriod(sentence.text.slice(Math.max(from, start - longestReach), start))
}

const longestReach = 60

/** 2023年受理投诉655件，2024年受理802件: told of the same thing, in the same words or without any. */
function sameMatter(sentence: FigureSentence, index: number, gap: string): boolean {
  const { said } = lastPeriod(gap)!
  const own = gap.slice(gap.lastIndexOf(said) + said.length).replace(filler, '')
  return (
    own === '' || textBefore(sentence, sentence.figures[index]!.start, 20).replace(filler, '').includes(own)
  )
}

const filler = /[共计达为至到了有是约仅只则已，的]|累计|同期|全年|共计/g

/** 86件，涉及…1213人…，件数比上年同期的71件增长: the unit's name leads back over figures of other units. */
function namedBases(sentence: FigureSentence): Movement[] {
  const { figures } = sentence
  const movements: Movement[] = []
  for (let i = 2; i + 1 < figures.length; i++) {
    const from = figures[i]!
    if (!usable(from) || from.kind === 'percent') continue
    const hit = /[，；](\S{1,2})数(?:量)?[比较](上年|去年|上月|上季度)(?:同期)?的?[（(]?$/.exec(
      gapBefore(sentence, i),
    )
    if (hit?.[1] !== from.unit) continue
    const same = figures.slice(0, i).filter(q => sameDimension(q, from))
    const to = same[0]!
    if (same.length === 1 && usable(to) && to !== figures[i - 1])
      movements.push({ from, to, next: i + 1, base: hit[2]! })
  }
  return movements
}

const compared =
  /^[）)]?[^。；，、]{0,10}，?[^。；，、\d]{0,8}(?:(?<!占|贷|对|配|性价|同|环|收入|供需|产销)比|较|(?:与|同|和)(?=[^，。；]*相?比?))[^。；，、]{0,16}[（(]?(?:的|为|是)?$/
const recalled =
  /^[）)]?[^。；，、]{0,10}[，；（(]而?(?:上年|去年|前年|上月|上个月|上季度|上一年|上一季度|往年|年初|(?:19|20)\d\d年)(?:同期|全年|同月|年?底|年?末)?[^，。；、\d]{0,8}?(?:为|是|只有|仅为|仅有|仅|只)?[（(]?$/

/** A later period told behind an earlier one: ，2024年受理 · ；今年为. */
const followed =
  /^[）)]?[，；](?:到|至)?[^，。；、\d]{0,4}(?:(?:19|20)\d\d年|今年|本年|本月|本季度|目前|[二三四]季度|下半年|\d{1,2}月)[^，。；、]{0,14}$/

/** A share, a part or a word of change in between: the second amount is no other state of the first. */
function isNoBase(gap: string): boolean {
  if (/比例|比重|占|比赛|评比|其中|共(?!受理|收到|办理|有)/.test(gap)) return true
  return changeWord.test(gap.replace(/较好|较多|较大|比较|同比|环比|最高|最低/g, ''))
}

/** …，五年减少了122人: how long the change took is no statement of it. */
function isSpan(sentence: FigureSentence, index: number): boolean {
  const q = sentence.figures[index]!
  return (
    q.kind === 'measure' &&
    /^(?:年|个月|天)$/.test(q.unit) &&
    /^[）)]?[，、]$/.test(gapBefore(sentence, index)) &&
    index + 1 < sentence.figures.length &&
    new RegExp(`^(?:来|间|内|里)?(?:累计|共)?(?:${rise}|${fall})`).test(gapBefore(sentence, index + 1))
  )
}

const noun = '(?:总量|数量|总数|总额|幅度|累计|共|实现|净|平均|即|也就是|且)?'
const comparison =
  '(?:同比|环比|相比|比上年同期|较上年同期|与上年同期相比|比上年|较上年|比去年同期|较去年同期|比去年|较去年|年均递?|平均每年|每年|年平均)?'
const statement = new RegExp(
  `^(?:的[\\u4e00-\\u9fff]{0,4})?[）)]?(?:相比|的?水平)?[，、（(]?${noun}${comparison}${noun}(?:(${rise}|递增|新增)|(${fall}|递减))(?:幅度?|率)?(?:了|约|达到?|为|近)?$`,
)

/** Does figure `index` go on with a statement of this change, and which way? */
function statedDirection(sentence: FigureSentence, movement: Movement, index: number): Direction | undefined {
  const spanned = index > movement.next && isSpan(sentence, index - 1)
  const gap = spanned
    ? `，${gapBefore(sentence, index).replace(/^(?:来|间|内|里)/, '')}`
    : withoutRepeat(sentence, movement, gapBefore(sentence, index))
  if (sentence.figures[index]!.unit === '番')
    return /^[）)]?，(?:基本)?(?:实现)?$/.test(gap) ? 'up' : undefined
  const first = index === movement.next || (spanned && index === movement.next + 1)
  if (!first && !/^[）)]?[，、]/.test(gap)) return undefined
  const hit = statement.exec(gap)
  if (!hit || !sameComparison(gap, movement.base, first)) return undefined
  return hit[1] ? 'up' : 'down'
}

/** 日均…由312吨减少到274吨，日均减少48吨: both amounts are daily, and so is their difference. */
function withoutRepeat(sentence: FigureSentence, { from, to }: Movement, gap: string): string {
  const hit = /^[，、](?:([日月周年])均|每([一-龥]{1,2}?)(?=[上下增减提降涨多少]))/.exec(gap)
  const ahead = textBefore(sentence, Math.min(from.start, to.start), 30)
  const said = hit?.[1] ?? hit?.[2]
  return said && ahead.includes(said) ? gap[0]! + gap.slice(hit![0].length) : gap
}

/** 较年初增加…，同比增长…: the second statement has a base of its own. */
function sameComparison(gap: string, base: string, first: boolean): boolean {
  const lastYear = /上年|去年|同期|(?:19|20)\d\d年/.test(base)
  if (/同比|上年|去年/.test(gap)) return lastYear && (first || !/同比/.test(gap))
  if (/环比/.test(gap)) return first && !lastYear && !/年初|年底|年末/.test(base)
  return true
}

/** 620户，同比增长24%，去年同期新增540户: the base comes last. */
function recalledLast(sentence: FigureSentence): FigureMismatch[] {
  const { figures } = sentence
  const found: FigureMismatch[] = []
  for (let i = 0; i + 2 < figures.length; i++) {
    const [to, stated, from] = [figures[i]!, figures[i + 1]!, figures[i + 2]!]
    if (!isPlainAmount(to) || !isPlainAmount(from) || !sameDimension(to, from)) continue
    const gap = gapBefore(sentence, i + 2)
    if (!gap.includes('同期') || !recalled.test(gap)) continue
    const change = statement.exec(gapBefore(sentence, i + 1))
    if (!change || /环比|年初/.test(change[0])) continue
    const movement = { from, to, next: i + 1, base: gap }
    const mismatch = judgeChange(sentence, movement, stated, change[1] ? 'up' : 'down')
    if (mismatch) found.push(mismatch)
  }
  return found
}

const changed = new RegExp(`(?:(${rise})|(${fall}))(?:了|达到?|为)?$`)

/** 环比增长15%，由3月120件增至4月132件: the statement stands in front. */
function statedInFront(
  sentence: FigureSentence,
  movement: Movement,
): { q: Quantity; direction: Direction } | undefined {
  const { figures, text } = sentence
  const q = figures[figures.indexOf(movement.from) - 1]
  if (!q || movement.from.start > movement.to.start) return undefined
  if (!/^[）)]?[，（(：]?即?(?:由|从)[^，。；]{0,14}$/.test(text.slice(q.end, movement.from.start)))
    return undefined
  if (q.unit === '番') return { q, direction: 'up' }
  const before = textBefore(sentence, q.start, 10)
  const hit = changed.exec(before)
  return hit && sameComparison(before, movement.base, true)
    ? { q, direction: hit[1] ? 'up' : 'down' }
    : undefined
}
