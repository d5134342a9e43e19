// NUM02 as a rate: 应训102人，实训96人，参训率94.1%; 发现127处，已整改109处、整改率85.8%.

import { expressionOf } from '../../../knowledge/cue'
import { cappedRate } from '../../../knowledge/figures.generated'
import type { Quantity } from '../../quantities'
import { amount, isExactPercent, isPlainAmount, sameDimension } from '../reading/amounts'
import { isChange, isEarlier, isElsewhere } from '../reading/roles'
import { gapBefore, textAfter, textBefore } from '../reading/sentence'
import type { FigureMismatch, FigureSentence, SentenceCheck } from '../reading/types'
import { shareMismatch } from './share'

const rateLabel =
  /(?:^|[，、；：。（()）]|其|且)([\u4e00-\u9fff]{2,5}?)(?:率|度|进度)(?:为|达到?|仅为?|是|约)?$/
/** Cases carried over and weights make the rate one of other amounts. */
const otherBase = /结转|旧存|加权|含往年|折算|权重|存量/

export const rates: SentenceCheck = { figures: 3, kind: 'percent', cue: /[率度]/, check: checkRates }

function checkRates(sentence: FigureSentence): FigureMismatch[] {
  const { text, start, end, figures } = sentence
  const body = text.slice(start, end)
  if (!/[率度]/.test(body) || otherBase.test(body)) return []
  const found: FigureMismatch[] = []
  figures.forEach((percent, i) => {
    if (!isExactPercent(percent)) return
    const label = rateLabel.exec(textBefore(sentence, percent.start, 14))?.[1]
    const pair =
      i >= 2 && label
        ? (dutyPair(sentence, i) ?? verbPair(sentence, i, label) ?? undonePair(sentence, i, label))
        : attendance(sentence, i)
    // 388个项目开工，开工率113.8%: a rate beyond all of it is that of a plan.
    if (!pair || !comparable(sentence, percent, pair, label)) return
    if (/上年|去年/.test(text.slice(pair[1].start, percent.start))) return
    const mismatch = shareMismatch(sentence, percent, pair[0], pair[1])
    if (mismatch) found.push(mismatch)
  })
  return found
}

const capped = expressionOf(cappedRate)

/** More than all, or a rate beyond it, is reckoned only where both figures say what was due and what was done of it. */
function comparable(
  { text }: FigureSentence,
  percent: Quantity,
  [part, whole]: Pair,
  label: string | undefined,
): boolean {
  if (amount(part) <= amount(whole) && percent.value <= 100) return true
  const between = text.slice(whole.end, part.start)
  if (part.start < whole.end || !/^[^，。；]{0,4}，(?:实际?|已)[^，。；、\d]{0,8}$/.test(between))
    return false
  if (amount(part) > amount(whole)) return percent.value <= 100 && label !== undefined && capped.test(label)
  return /应[^，。；、\d]{0,10}$/.test(text.slice(Math.max(0, whole.start - 12), whole.start))
}

type Pair = readonly [part: Quantity, whole: Quantity]

const usable = (sentence: FigureSentence, q: Quantity) =>
  isPlainAmount(q) && !isChange(sentence, q) && !isElsewhere(sentence, q)

/** 应到…实到…: the two amounts directly in front. */
function dutyPair(sentence: FigureSentence, index: number): Pair | undefined {
  const [whole, part] = [sentence.figures[index - 2]!, sentence.figures[index - 1]!]
  if (!sameDimension(whole, part) || !isPlainAmount(whole) || !isPlainAmount(part)) return undefined
  if (!/应[^，。；、\d]{1,6}$/.test(textBefore(sentence, whole.start, 8))) return undefined
  if (!/实[^，。；、\d]{1,6}$|已[^，。；、\d]{1,6}$/.test(textBefore(sentence, part.start, 8)))
    return undefined
  return [part, whole]
}

/** Words that stand at the amount for the verb of the rate. */
const otherWords: Readonly<Record<string, string>> = {
  回收: '收回',
  收回: '回收',
  有效回收: '有效',
  到会: '实到',
  出席: '实到',
  出勤: '实到',
  完工: '竣工',
  支付: '支出',
  拨付: '下达',
}

/** The rate's own verb stands at the part: 化解149件，化解率. The amount in front of the part is the whole. */
function verbPair(sentence: FigureSentence, index: number, label: string): Pair | undefined {
  const verb = label.replace(/^(?:[^，]*?(?:其|且))/, '')
  for (let i = index - 1; i >= Math.max(1, index - 3); i--) {
    const part = sentence.figures[i]!
    if (!usable(sentence, part) || !countsVerb(sentence, i, verb)) continue
    if (sentence.text.slice(part.end, sentence.figures[index]!.start).includes('；')) return undefined
    const whole = wholeFor(sentence, i, part)
    // 参保4.6万人，其中困难群众参保0.23万人，参保率: the whole is told with the verb as well, so the rate has a base of its own.
    return whole && !clauseEnd(gapBefore(sentence, sentence.figures.indexOf(whole))).includes(verb)
      ? [part, whole]
      : undefined
  }
  return undefined
}

/** 抽检120批次，不合格5批次，合格率: the rate is that of what is left. */
function undonePair(sentence: FigureSentence, index: number, verb: string): Pair | undefined {
  const [whole, part] = [sentence.figures[index - 2]!, sentence.figures[index - 1]!]
  if (!sameDimension(whole, part) || !usable(sentence, whole) || !usable(sentence, part)) return undefined
  const undone = new RegExp(`^[，、](?:其中)?(?:有|仅|只有)?(?:不|未|没有)${verb}(?:的)?(?:有|为)?$`)
  if (!undone.test(gapBefore(sentence, index - 1))) return undefined
  if (whole.scale !== part.scale || whole.unit !== part.unit || part.value > whole.value) return undefined
  return [{ ...whole, value: whole.value - part.value }, whole]
}

/** 已整改180处 counts for 整改率; 正在整改34处 and 按期整改100处 do not. */
function countsVerb(sentence: FigureSentence, index: number, verb: string): boolean {
  const part = sentence.figures[index]!
  const ahead = clauseEnd(gapBefore(sentence, index))
  const behind = textAfter(sentence, part.end, 14).split(/[，。；、]/)[0]!
  const words = [verb, otherWords[verb] ?? verb].filter(word => ahead.includes(word) || behind.includes(word))
  if (words.length === 0) return false
  const spoilt = new RegExp(`(?:按期|按时|及时|限时|限期|当场|提前|新|不|未|待|正在|需|应|拟)${words[0]}`)
  return !spoilt.test(ahead) && !spoilt.test(behind)
}

/** The amount directly in front of the part, or the only one in the sentence. */
function wholeFor(sentence: FigureSentence, index: number, part: Quantity): Quantity | undefined {
  const before = sentence.figures
    .slice(0, index)
    .filter(
      q => sameDimension(q, part) && isPlainAmount(q) && !isChange(sentence, q) && !isEarlier(sentence, q),
    )
  const nearest = before.at(-1)
  if (!nearest || amount(nearest) >= amount(part)) return nearest
  const larger = before.filter(q => amount(q) >= amount(part))
  if (larger.length === 0 && before.length === 1) return nearest
  return larger.length === 1 ? larger[0] : undefined
}

const clauseEnd = (gap: string): string => /[^，。；：]*$/.exec(gap.slice(-60))![0]

/** 1200名党员参学率100%，1186名党员参加: whole, rate, part in this order. */
function attendance(sentence: FigureSentence, index: number): Pair | undefined {
  const { figures } = sentence
  const whole = figures[index - 1]
  const part = figures[index + 1]
  if (!whole || !part || !sameDimension(whole, part) || !usable(sentence, whole) || !usable(sentence, part))
    return undefined
  const noun =
    /^([\u4e00-\u9fff]{2,4}?)(?:的)?(?:参|到|出|完成|办结|签约|受理|入|覆盖)[\u4e00-\u9fff]{0,3}率/.exec(
      gapBefore(sentence, index),
    )?.[1]
  if (!noun || !/^[，；]?(?:实际|实有|其中|共有|有|共)?$/.test(gapBefore(sentence, index + 1)))
    return undefined
  return textAfter(sentence, part.end, 8).startsWith(noun) ? [part, whole] : undefined
}
