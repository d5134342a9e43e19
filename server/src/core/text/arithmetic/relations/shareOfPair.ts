// A share of a stated sum: 走访75户，其中22户存在问题，占走访户数的29.3% · 238个村有157个建成，建成比例为65.9%.

import { expressionOf } from '../../../knowledge/cue'
import { otherShareBase } from '../../../knowledge/figures.generated'
import type { Quantity } from '../../quantities'
import {
  amount,
  inUnitsOf,
  isExactPercent,
  isPlainAmount,
  percentFits,
  percentText,
} from '../reading/amounts'
import { exactAmounts, shareReadings, sharesWord } from '../reading/candidates'
import { tell } from '../reading/report'
import { fall, isChange, isElsewhere, rise } from '../reading/roles'
import { clauseOf, write } from '../reading/sentence'
import type { FigureMismatch, FigureSentence, SentenceCheck } from '../reading/types'

export const sharesOfPair: SentenceCheck = {
  figures: 3,
  kind: 'percent',
  cue: /占|比例|比重|率/,
  check: checkSharesOfPair,
}

const otherBase = expressionOf(otherShareBase)
/** So far a slip of the pen leads from what is right; beyond it the share speaks of another whole. */
const farthest = 2
/** With more amounts some reading fits whatever is written. */
const mostAmounts = 3

const tail = '(?:约|为|达到?|是|仅为?|只有|占)?$'
/** 占走访户数的 · 占总数的 */
const named = new RegExp(`[，、（(]?(?:约|共|仅)?占([\\u4e00-\\u9fff]{0,10})的(?:比重|比例)?${tail}`)
/** 占 · 占比达 · 所占比例为 */
const bare = /(?:所)?占(?:比|比重|比例)?(?:约|为|达到?|是|仅)?$/
/** 建成比例为 · 问题发生率 */
const rate = new RegExp(`(?:^|[，、（(])(?:其|总体)?([\\u4e00-\\u9fff]{2,6}?)(?:比例|率)${tail}`)
const moved = new RegExp(`${rise}|${fall}|同比|环比|上年|去年|计划|目标|预算|任务|决算|年初`)

function checkSharesOfPair(sentence: FigureSentence): FigureMismatch[] {
  const { text, start, end, figures } = sentence
  if (otherBase.test(text.slice(start, end))) return []
  const found: FigureMismatch[] = []
  figures.forEach((percent, i) => {
    if (i < 2 || !isExactPercent(percent) || percent.value > 100) return
    const mismatch = checkAt(sentence, percent, i)
    if (mismatch) found.push(mismatch)
  })
  return found
}

function checkAt(sentence: FigureSentence, percent: Quantity, index: number): FigureMismatch | undefined {
  const part = partBefore(sentence, index)
  const gap = sentence.text.slice(part.end, percent.start)
  if (!isPlainAmount(part) || part.unit === '' || gap.length > 30 || /[。；]/.test(gap) || moved.test(gap))
    return undefined
  if (isChange(sentence, part) || isElsewhere(sentence, part)) return undefined
  const amounts = exactAmounts(sentence, part, percent.start)
  if (!amounts || amounts.length < 2 || amounts.length > mostAmounts) return undefined
  const whole = amounts.find(
    q => amount(q) > amount(part) && !isChange(sentence, q) && !isElsewhere(sentence, q),
  )
  if (!whole || !speaksOf(sentence, gap, whole, part)) return undefined
  const stated = percent.value
  const ratio = (amount(part) / amount(whole)) * 100
  if (ratio > farthest * stated || stated > farthest * ratio) return undefined
  for (const [least, most] of shareReadings(amounts))
    if (percentFits(percent, least * 100, most * 100)) return undefined
  const expected = percentText(percent, ratio)
  return tell(sentence, {
    check: 'share',
    blamed: percent,
    expected,
    reckoning: `${write(sentence, part)}占${write(sentence, whole)}：${inUnitsOf(whole, amount(part))}÷${inUnitsOf(whole, amount(whole))}=${expected}`,
    reckoningEnglish: `${inUnitsOf(whole, amount(part))}÷${inUnitsOf(whole, amount(whole))}=${expected}`,
    related: [part, whole],
  })
}

/** The figure in front of the share; 22部已使用20年以上，占: a time or a mark behind the part says which ones are meant. */
function partBefore(sentence: FigureSentence, index: number): Quantity {
  const last = sentence.figures[index - 1]!
  const other = sentence.figures[index - 2]!
  const marksKind = /^(?:及|或)?以[上下内外]/.test(sentence.text.slice(last.end, last.end + 3))
  const qualifies = (marksKind || /^(?:个?年|个?月|天|日|岁)$/.test(last.unit)) && last.unit !== other.unit
  return qualifies && !/[，。；、]/.test(sentence.text.slice(other.end, last.start)) ? other : last
}

/** Does the share speak of this part and this whole? By the name of the whole, by nothing in between, by the rate's verb. */
function speaksOf(sentence: FigureSentence, gap: string, whole: Quantity, part: Quantity): boolean {
  const between = sentence.text.slice(whole.end, part.start)
  if (/[。；]/.test(between)) return false
  const byName = named.exec(gap)
  if (byName) {
    const name = byName[1]!
    if (ownSubject.test(gap.slice(0, byName.index)) || widerScope(name, clauseOf(sentence, whole)))
      return false
    return generic.test(name) || sharesWord(name, clauseOf(sentence, whole))
  }
  const leads = leadsTo.test(between) || namesPart(sentence, whole, part, between)
  if (bare.test(gap)) return leads && !ownSubject.test(gap.replace(bare, ''))
  const verb = rate.exec(gap)?.[1]
  // 参保46.2万人，其中困难群众参保2.3万人，参保率: where the whole is told with the verb, the rate is not the part's share.
  return (
    verb !== undefined &&
    leads &&
    sharesWord(verb, `${between}${part.unit}${gap.slice(0, gap.lastIndexOf(verb))}`) &&
    !sharesWord(verb, clauseBefore(sentence, whole))
  )
}

/** 受理214件，夜间施工类97件 · 总装机9157万千瓦，新能源装机4091万千瓦: a class of what was told, or of a 总 of the same. */
function namesPart(sentence: FigureSentence, whole: Quantity, part: Quantity, between: string): boolean {
  const label = /^[^，。；、：]{0,6}[，、：]([一-龥]{2,12})$/.exec(between)?.[1]
  if (label === undefined || whole.unit !== part.unit) return false
  if (/[类的]$/.test(label)) return true
  const total = /总([一-龥]{2,4}?)(?:达到?|为|是)?$/.exec(clauseBefore(sentence, whole))?.[1]
  return total !== undefined && new RegExp(`${total}(?:达到?|为|是)?$`).test(label)
}

/** 民办学校就读1612人，随迁子女占: a clause with a subject of its own speaks of something else than the figure before it. */
const ownSubject = /[，：][^，：]{3,}$/
/** 走访商户96家，占全街商户的: of more than those that were told of. */
function widerScope(name: string, told: string): boolean {
  const hit = /全[国省市县区镇乡村街]/.exec(name)
  return hit !== null && !told.includes(hit[0])
}
const generic = /^(?:全部|其|)$|总(?:数|量|额|户数|人数|面积|件数)$/
/** Between a whole and its part: 其中, 中, 有, 已, or a clause of the part's own. */
const leadsTo =
  /其中|中[，有]|的有?$|^[^，]{0,8}[，、]?(?:其中|已|现已|仅|只|有|共|发现|检出)|，[^，]{0,8}(?:有|已|未|的)[^，]{0,4}$/

const clauseBefore = (sentence: FigureSentence, q: Quantity): string =>
  /[^，。；：]*$/.exec(sentence.text.slice(Math.max(sentence.start, q.start - 30), q.start))![0]
