// More than all: 合格率103.5% · 应接种2300只，实际接种2415只 · 计划400人次，实际436人次，完成率92%.

import { expressionOf } from '../../../knowledge/cue'
import { beyondPlan, cappedRate } from '../../../knowledge/figures.generated'
import {
  amount,
  inUnitsOf,
  isExactPercent,
  isPlainAmount,
  percentFits,
  percentText,
  plain,
  sameDimension,
} from '../reading/amounts'
import { readParts } from '../reading/parts'
import { tell } from '../reading/report'
import { textBefore, write } from '../reading/sentence'
import type { FigureMismatch, FigureSentence, SentenceCheck } from '../reading/types'

/**
 * Rates of those who are there: nobody can be reached twice. 完成率, 结案率 and 开工率 are measured against a plan or hold cases
 * carried over, 参保率 and 接种率 those who live elsewhere; they may exceed all of it.
 */
const closedRate = new RegExp(`(?:${cappedRate.source})率(?:仅?为|达到?|是|约)?$`)
const planned = expressionOf(beyondPlan)
/** Money is paid for other years as well, animals are born. */
const carried = /结转|往年|上年|补缴|预缴|清欠|追缴|存量|新增|补种|加强/

export const overfull: SentenceCheck = { figures: 1, cue: /率|[应须需]|计划|任务|目标/, check: checkOverfull }

function checkOverfull(sentence: FigureSentence): FigureMismatch[] {
  const body = sentence.text.slice(sentence.start, sentence.end)
  if (carried.test(body)) return []
  return [...ratesBeyondAll(sentence, body), ...moreThanDue(sentence), ...rateBelowAll(sentence)]
}

function ratesBeyondAll(sentence: FigureSentence, body: string): FigureMismatch[] {
  if (planned.test(body)) return []
  return sentence.figures
    .filter(q => isExactPercent(q) && q.value > 100 && closedRate.test(textBefore(sentence, q.start, 10)))
    .map(q =>
      tell(sentence, {
        check: 'share',
        blamed: q,
        expected: '不超过100%',
        reckoning: '这个比率最多是100%',
        reckoningEnglish: 'such a rate cannot exceed 100%',
        related: [],
      }),
    )
}

/** 应接种 and 实际接种, 应到 and 实到: what was due, and what was done with the same verb. */
function moreThanDue(sentence: FigureSentence): FigureMismatch[] {
  const parts = readParts(sentence)
  const found: FigureMismatch[] = []
  for (let i = 0; i + 1 < parts.length; i++) {
    const [due, done] = [parts[i]!, parts[i + 1]!]
    if (!isPlainAmount(due.q) || !isPlainAmount(done.q) || !sameDimension(due.q, done.q)) continue
    if (due.q.kind !== 'count' || amount(done.q) <= amount(due.q) || due.q.chinese) continue
    const verb = /应(?:当)?([到检训考会参接种住入评办缴休][一-龥]{0,10}?)(?:人数|数|人员)?(?:为|的)?$/.exec(
      due.label,
    )?.[1]
    if (!verb || !new RegExp(`(?:实际?|已)(?:经)?${verb[0]}[一-龥]{0,5}$`).test(done.label)) continue
    if (/[。；]/.test(sentence.text.slice(due.q.end, done.q.start))) continue
    found.push(
      tell(sentence, {
        check: 'share',
        blamed: done.q,
        expected: `不大于${write(sentence, due.q)}`,
        reckoning: `应${verb[0]}的是${write(sentence, due.q)}`,
        reckoningEnglish: `only ${write(sentence, due.q)} were due`,
        related: [due.q],
      }),
    )
  }
  return found
}

/** 计划400人次，实际436人次，完成率92%: more than planned cannot be less than all. */
function rateBelowAll(sentence: FigureSentence): FigureMismatch[] {
  const { figures } = sentence
  const found: FigureMismatch[] = []
  for (let i = 2; i < figures.length; i++) {
    const [due, done, rate] = [figures[i - 2]!, figures[i - 1]!, figures[i]!]
    if (!isExactPercent(rate) || !isPlainAmount(due) || !isPlainAmount(done)) continue
    if (!sameDimension(due, done) || amount(done) <= amount(due) || amount(due) <= 0) continue
    if (!/(?:计划|任务|目标|应)[^，。；、\d]{0,8}$/.test(textBefore(sentence, due.start, 14))) continue
    if (!/(?:实际|已|完成)[^，。；、\d]{0,8}$/.test(textBefore(sentence, done.start, 12))) continue
    const gap = sentence.text.slice(done.end, rate.start)
    if (!/^[^，。；、]{0,4}[，、][^，。；、]{0,6}(?:率|计划的|任务的|目标的)(?:为|达到?)?$/.test(gap))
      continue
    const ratio = (amount(done) / amount(due)) * 100
    if (rate.value >= 100 || percentFits(rate, ratio, ratio)) continue
    found.push(
      tell(sentence, {
        check: 'share',
        blamed: rate,
        expected: percentText(rate, ratio),
        reckoning: `${inUnitsOf(due, amount(done))}÷${inUnitsOf(due, amount(due))}=${plain(ratio, 1)}%`,
        related: [due, done],
      }),
    )
  }
  return found
}
