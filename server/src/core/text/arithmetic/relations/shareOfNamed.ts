// NUM02 by name: 项目总投资2.4亿元，累计完成1.2亿元，占总投资的60%. The whole is named again, not given again.

import type { Quantity } from '../../quantities'
import { amount, isExactPercent, isPlainAmount, sameDimension } from '../reading/amounts'
import { isChange } from '../reading/roles'
import { textBefore } from '../reading/sentence'
import type { FigureMismatch, FigureSentence, SentenceCheck } from '../reading/types'
import { shareMismatch } from './share'

const named =
  /^[^，。；：、（）()]{0,8}，[^，。；：、\d]{0,4}(?:占|完成|达到?|为)([\u4e00-\u9fff]{2,6}?)(?:数|总数|总额|总量)?的$/

export const namedShares: SentenceCheck = { figures: 2, kind: 'percent', check: checkNamedShares }

function checkNamedShares(sentence: FigureSentence): FigureMismatch[] {
  const { text, figures } = sentence
  const found: FigureMismatch[] = []
  figures.forEach((percent, i) => {
    if (i < 1 || text[percent.start - 1] !== '的' || !isExactPercent(percent)) return
    const part = figures[i - 1]!
    const name = named.exec(text.slice(part.end, percent.start))?.[1]
    if (!name || !isPlainAmount(part) || isChange(sentence, part) || eachHasOne(sentence, name)) return
    const place = [sentence, withPrevious(sentence)].find(one => one && wholesIn(one, part, name).length > 0)
    const wholes = place ? wholesIn(place, part, name) : []
    if (wholes.length !== 1) return
    // A share far off what the sentence before makes it speaks of another whole.
    const ratio = (amount(part) / amount(wholes[0]!)) * 100
    if (place !== sentence && (ratio > 1.5 * percent.value || ratio < percent.value / 1.5)) return
    const mismatch = shareMismatch(place!, percent, part, wholes[0]!)
    if (mismatch) found.push(mismatch)
  })
  return found
}

/** 建设费…，占预算数的97%；文教费…，占预算数的83%: every item has a plan of its own. */
function eachHasOne({ text, start, end }: FigureSentence, name: string): boolean {
  if (!/计划|任务|目标|预算|年初|年度/.test(name)) return false
  const body = text.slice(start, end)
  const again = new RegExp(`${name}(?:数|总数|总额|总量)?的`, 'g')
  return (body.match(again)?.length ?? 0) > 1
}

const otherWhole = /[省市县区镇乡村]级|上年|去年|前年|上一?[年月季]|(?:19|20)\d\d年/

/** 年度计划86亿元。1—5月完成31.8亿元，占年度计划的…: the sentence before names the whole. */
function withPrevious(sentence: FigureSentence): FigureSentence | undefined {
  const { previous } = sentence
  if (!previous || otherWhole.test(sentence.text.slice(previous.start, previous.end))) return undefined
  return { ...sentence, start: previous.start, figures: [...previous.figures, ...sentence.figures], memo: {} }
}

const wholesIn = (sentence: FigureSentence, part: Quantity, name: string) =>
  sentence.figures.filter(
    q => q.end <= part.start && sameDimension(q, part) && isPlainAmount(q) && isNamed(sentence, q, name),
  )

function isNamed(sentence: FigureSentence, q: Quantity, name: string): boolean {
  const ahead = textBefore(sentence, q.start, name.length + 5).replace(/(?:约|为|达到?|是|共)$/, '')
  // 年度计划投资86亿元: a plan says what it is a plan of.
  const label = ahead.replace(/(?<=计划|任务|目标|预算)(?:投资|完成投资|安排|数)$/, '')
  // 参保11.3万人 is 参保人数 when it is named again.
  const counted = name.length > 2 && name.endsWith(q.unit) ? name.slice(0, -q.unit.length) : name
  return label.endsWith(name) || label.endsWith(counted)
}
