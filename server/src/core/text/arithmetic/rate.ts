// NUM02 as a rate: 应训102人，实训96人，参训率94.1%; 发现127处，已整改109处、整改率85.8%.

import type { Quantity } from '../quantities'
import { amount, isExactPercent, isPlainAmount, sameDimension } from './amounts'
import { isChange, isEarlier, isElsewhere } from './roles'
import { gapBefore, textAfter, textBefore } from './sentence'
import { shareMismatch } from './share'
import type { FigureMismatch, FigureSentence } from './types'

const rateLabel = /(?:^|[，、；：。（()）]|其|且)([\u4e00-\u9fff]{2,5})[率度](?:为|达到?|仅为?|是|约)?$/
/** Cases carried over from last year, time limits and weights make the rate one of other amounts. */
const otherBase = /结转|旧存|上年|去年|加权|含往年|折算|权重|存量/

export function checkRates(sentence: FigureSentence): FigureMismatch[] {
  const { text, start, end, figures } = sentence
  const body = text.slice(start, end)
  if (figures.length < 3 || !body.includes('率') || otherBase.test(body)) return []
  const found: FigureMismatch[] = []
  figures.forEach((percent, i) => {
    if (!isExactPercent(percent)) return
    const label = rateLabel.exec(textBefore(sentence, percent.start, 14))?.[1]
    const pair =
      i >= 2 && label ? (dutyPair(sentence, i) ?? verbPair(sentence, i, label)) : attendance(sentence, i)
    if (!pair || amount(pair[0]) > amount(pair[1])) return
    const mismatch = shareMismatch(sentence, percent, pair[0], pair[1])
    if (mismatch) found.push(mismatch)
  })
  return found
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

/** The rate's own verb stands at the part: 化解149件，化解率. The amount in front of the part is the whole. */
function verbPair(sentence: FigureSentence, index: number, label: string): Pair | undefined {
  const { figures } = sentence
  const part = figures[index - 1]!
  if (!usable(sentence, part)) return undefined
  const verb = label.replace(/^(?:[^，]*?(?:其|且))/, '')
  const ahead = gapBefore(sentence, index - 1)
  const behind = textAfter(sentence, part.end, 14).split(/[，。；、]/)[0]!
  const words = [verb, otherWords[verb] ?? verb]
  if (!words.some(word => clauseEnd(ahead).includes(word) || behind.includes(word))) return undefined
  // 按期办结140件 is not what 办结率 counts.
  if (new RegExp(`(?:按期|按时|及时|限时|当场|提前|新|不)${verb}`).test(clauseEnd(ahead))) return undefined
  if (!/^[^；。]{0,14}$/.test(gapBefore(sentence, index))) return undefined
  const whole = figures[index - 2]!
  const base = isPlainAmount(whole) && !isChange(sentence, whole) && !isEarlier(sentence, whole)
  return sameDimension(whole, part) && base ? [part, whole] : undefined
}

/** Words that stand at the amount for the verb of the rate. */
const otherWords: Readonly<Record<string, string>> = { 回收: '收回', 收回: '回收', 到会: '实到', 出席: '实到', 出勤: '实到', 完工: '竣工' }

const clauseEnd = (gap: string): string => /[^，。；：]*$/.exec(gap)![0]

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
