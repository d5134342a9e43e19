// 两批共214.6万元，第一批126.3万元，第二批98.3万元: as many parts as announced, named by their order.

import { addsUp, sumMismatch } from '../reading/addition'
import { isPlainAmount, sameDimension } from '../reading/amounts'
import { type Part, readParts } from '../reading/parts'
import { isChange, isEach, isElsewhere, looseSum } from '../reading/roles'
import { textBefore } from '../reading/sentence'
import type { FigureMismatch, FigureSentence, SentenceCheck } from '../reading/types'

const ordinal = /^第([一二三四五六七八])(批|期|轮|次|季度|标段|阶段|村民组|组)/
const numerals = '一二三四五六七八'

export const ordinalParts: SentenceCheck = { figures: 3, cue: /第一/, check: checkOrdinalParts }

function checkOrdinalParts(sentence: FigureSentence): FigureMismatch[] {
  const { text, start, end } = sentence
  const body = text.slice(start, end)
  if (!body.includes('第一') || !body.includes('第二') || looseSum.test(body)) return []
  const parts = readParts(sentence)
  const first = parts.findIndex(part => ordinal.exec(part.label)?.[1] === '一')
  const total = parts.slice(0, Math.max(0, first)).findLast(({ q }) => !q.chinese)
  if (!total || !isPlainAmount(total.q) || isChange(sentence, total.q) || isElsewhere(sentence, total.q))
    return []
  const unit = ordinal.exec(parts[first]!.label)![2]!
  const run: Part[] = []
  for (const part of parts.slice(first)) {
    const hit = ordinal.exec(part.label)
    if (!hit || hit[2] !== unit || numerals.indexOf(hit[1]!) !== run.length) break
    if (!isPlainAmount(part.q) || !sameDimension(part.q, total.q) || isEach(sentence, part.q)) return []
    run.push(part)
  }
  if (run.length < 2) return []
  const count = `${run.length === 2 ? '[两二2]' : `[${numerals[run.length - 1]}${run.length}]`}个?${unit}`
  const ahead = textBefore(sentence, total.q.start, 24)
  const between = text.slice(total.q.end, run[0]!.q.start)
  const announced =
    new RegExp(`${count}[^，。；]{0,6}(?:共|合计|总)`).test(ahead) || new RegExp(`分${count}`).test(between)
  if (!announced) return []
  const quantities = run.map(part => part.q)
  return addsUp(quantities, total.q) ? [] : [sumMismatch('sum', quantities, total.q)]
}
