// NUM12 and NUM01 with the total behind: 3个社区、5个村共9个单位; A村12户、B村15户、C村9户，合计37户.

import type { Quantity } from '../../quantities'
import { addsUp, someChoiceFits, sumMismatch, sumOf } from '../reading/addition'
import { amount, isPlainAmount, sameDimension } from '../reading/amounts'
import { isIntensive, mayBeMean } from '../reading/intensive'
import { isRest, type Part, readParts } from '../reading/parts'
import { isChange, isEach, isElsewhere, looseSum } from '../reading/roles'
import { textBefore } from '../reading/sentence'
import type { FigureMismatch, FigureSentence, SentenceCheck } from '../reading/types'

const totalWord =
  /(?:(?:^|[，、；：。）)]|[^公])共(?:为|达|是|涉及|完成|投入|筹集|安排|落实)?|共有[\u4e00-\u9fff]{0,4}|(?:共|合|总)计[\u4e00-\u9fff]{0,4}|总共(?:有|为)?|一共(?:有|为)?|[两三四五]项(?:相加|合计))$/

export const totalsBehind: SentenceCheck = { figures: 3, cue: /共|计/, check: checkTotalsBehind }

function checkTotalsBehind(sentence: FigureSentence): FigureMismatch[] {
  const { text, start, end } = sentence
  const body = text.slice(start, end)
  if (!/共|计/.test(body) || looseSum.test(body)) return []
  const parts = readParts(sentence)
  const found: FigureMismatch[] = []
  parts.forEach((part, i) => {
    if (i < 2 || !isPlainAmount(part.q)) return
    const run = runBefore(sentence, parts, i)
    if (run.length < 2) return
    if (
      totalWord.test(textBefore(sentence, part.q.start, 8))
        ? !comparable(sentence, run, part)
        : !sameTail(run, part) && !sameVerb(run, part)
    )
      return
    const quantities = run.map(member => member.q)
    if (mayBeMean(part.q, quantities)) return
    const first = parts[parts.indexOf(run[0]!) - 1]
    const before = first && sameDimension(first.q, part.q) ? [first.q] : []
    if (addsUp(quantities, part.q) || someChoiceFits([...before, ...quantities], [], part.q)) return
    if ([part, ...run].some(isIntensive)) return
    // More of the same before the run: the list may begin there, behind a remark in brackets.
    const ahead = parts
      .slice(0, parts.indexOf(run[0]!))
      .some(({ q }) => !q.chinese && isPlainAmount(q) && sameDimension(q, part.q))
    if (ahead && sumOf(quantities) < amount(part.q)) return
    const kinds = run.some(member => member.q.unit !== part.q.unit) || part.q.unit === '个'
    found.push(sumMismatch(kinds ? 'unit-sum' : 'sum', quantities, part.q))
  })
  return found
}

/** 省级文明村12个、市级文明村26个，共创建文明村38个: whatever the verb, the same noun is counted. */
function sameTail(run: readonly Part[], total: Part): boolean {
  const noun = /共[\u4e00-\u9fff]{2,4}?([\u4e00-\u9fff]{2,4})$/.exec(total.label)?.[1]
  return noun !== undefined && run.every(part => part.label.length > noun.length && part.label.endsWith(noun))
}

/** 上午接待32人次，下午接待27人次，共接待59人次: the same verb in front of all. */
function sameVerb(run: readonly Part[], total: Part): boolean {
  const verb = /共([\u4e00-\u9fff]{2,6})$/.exec(total.label)?.[1]
  return verb !== undefined && run.every(({ q, label }) => label.includes(verb) && q.unit === total.q.unit)
}

/** 58户、 … 46户和 … 27户，共: a short noun, a separator, a short label. */
const listGap = /^[^，、；。：（）()]{0,8}(?:[、，；](?:和|及|以及)?|和|及|以及|与)[^，、；。：（）()]{0,14}$/
/** 5个村共: the total may follow the last part without a pause. */
const totalGap =
  /^[^，、；。：（）()]{0,8}[，；、]?(?:[两三四五六七八九十](?:项|期|批|轮|类|次|个月|天|年)|全[天年月程]|前后|上下午)?(?:共|合计|总计|总共|一共|相加)/

function runBefore(sentence: FigureSentence, parts: readonly Part[], index: number): Part[] {
  const { text } = sentence
  const total = parts[index]!
  // 第一批…，第二批…，两批共计…: the count in between says how many parts there are.
  const announced = sameDimension(parts[index - 1]!.q, total.q) ? undefined : parts[index - 1]!
  if (announced && !(announced.q.chinese && (announced.q.kind === 'count' || spans.test(announced.q.unit))))
    return []
  const end = announced ? index - 1 : index
  const last = parts[end - 1]!
  if (!totalGap.test(text.slice(announced ? announced.q.end : last.q.end, total.q.start))) return []
  if (last.depth !== total.depth) return []
  const run: Part[] = []
  for (let i = end - 1; i >= 0; i--) {
    const part = parts[i]!
    if (isStage(part)) continue
    if (part.depth !== total.depth || !sameDimension(part.q, total.q)) break
    if (i < end - 1 && !listGap.test(text.slice(part.q.end, parts[i + 1]!.q.start))) break
    if (!isPlainAmount(part.q) || isChange(sentence, part.q)) return []
    if (isElsewhere(sentence, part.q) || isEach(sentence, part.q)) return []
    run.unshift(part)
  }
  if (announced && announced.q.value !== run.length) return []
  const between = run.length > 0 ? text.slice(run[0]!.q.start, total.q.start) : ''
  return /其中|占|同比|环比|已|等|余/.test(between) || run.some(isRest) ? [] : run
}

const spans = /^(?:个月|天|年)$/

/** 一期工程投资…，二期工程投资…: which of them, no amount. */
const isStage = ({ q }: Part): boolean => q.chinese && q.value <= 10 && /^(?:期|批|轮|次|标段)$/.test(q.unit)

const generic =
  /^(?:单位|部门|地区|组织|机构|主体|集体|村（社区）|村（居）|村居|村社|镇街|镇（街道）|乡镇（街道）|乡镇街道|参[演训赛会]单位|点|小组|代表队|队)?$/

/** The total counts what the parts counted: the same thing, or a word wide enough for all of them. */
function comparable(sentence: FigureSentence, run: readonly Part[], total: Part): boolean {
  const whole = nounBehind(sentence, total.q)
  const nouns = run.map(part => nounBehind(sentence, part.q))
  if (nouns.every(noun => noun === nouns[0]) && (whole === '' || whole === nouns[0])) return true
  if (nouns.every(noun => noun === '') && total.q.unit !== '个') return whole.length <= 4
  if (generic.test(whole)) return total.q.unit !== '个' || nouns.every(noun => noun !== '')
  return whole.length >= 2 && nouns.every(noun => noun.endsWith(whole))
}

/** 12个单位报送了自查报告: the noun ends where its verb begins. */
const doing =
  /(?:报送|上报|呈报|提交|递交|完成|开展|建立|成立|设立|设置|接受|签订|签署|获评|获得|荣获|受到|达标|实现|落实|派出|派员|组织|提供|承担|纳入|列入|启动|通过|未|按期|按时|进行|实施|配备|报名|申报|申请|出席|到会|响应|加入|投入|推行).*$/

function nounBehind(sentence: FigureSentence, q: Quantity): string {
  const tail = sentence.text.slice(q.end, Math.min(sentence.end, q.end + 12))
  return /^(?:村（社区）|村（居）|镇（街道）|乡镇（街道）|[^，、；。：（）()共和及与以合总一参均已全]*)/
    .exec(tail)![0]
    .replace(doing, '')
}
