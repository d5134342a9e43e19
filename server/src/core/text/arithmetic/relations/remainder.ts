// NUM01 without 其中: 发现隐患127处，已整改109处；余17处已下达指令书.

import type { Quantity } from '../../quantities'
import { someChoiceFits, sumMismatch } from '../reading/addition'
import { amount, isPlainAmount, sameDimension } from '../reading/amounts'
import { isIntensive } from '../reading/intensive'
import { type Part, readParts } from '../reading/parts'
import { isChange, isEach, isEarlier, looseSum } from '../reading/roles'
import type { FigureMismatch, FigureSentence, SentenceCheck } from '../reading/types'

/** Verbs that bring in the whole of what is then dealt with. */
const taken =
  /(?:共|总|合计|累计|发现|排查|检查|核查|受理|收到|接到|摸排|梳理|征集|立案|登记|交办|转办|摸底|抽检|抽查|检测|检验|化验|送检|监测|测试|考核|评估|验收|鉴定|回访|评审|样本|应|任务|计划|编制|核定|定编)[^，。；：]{0,12}$/
const rest =
  /^(?:其余|剩余|余下|剩下|余(?![姚杭江干庆])|(?:还|尚|仍)[差缺]$|缺(?:检|席|勤|考|课|编|额|员|岗)?$|空[编缺岗]$)/
/** 尚有6起正在办理 may name one kind of what is left, so it only has an upper bound. */
const still = /^(?:目前|现)?(?:(?:尚|还|仍)(?:剩|余)?有?|另有)$/
const underway = /^[^，。；、\d]{0,4}?(?:正|未|待|没有|需)/
const dealt =
  /^(?:已|现已|目前已|均已|累计|当场|立即|全部|办结|化解|整改|完成|按期|实[到际检有]|在[编岗职]|到岗|到[^，]{1,8}(?:完成|到位))/

/** 另有5件正在办理 is of the same whole; 另有5件来信 is not. */
const underwayToo = /另有(?=\d+[一-龥]{1,2}(?:正|在|待|未|没))/

/** Something is said to be left of a whole, or undone. */
const left = /其余|剩余|余下|剩下|[，；、]余|未|没有|不|[尚还仍]有|[尚还仍][剩余差缺]|[，；、][缺空]|另有/

export const remainders: SentenceCheck = { figures: 3, cue: left, check: checkRemainders }

function checkRemainders(sentence: FigureSentence): FigureMismatch[] {
  const { text, start, end } = sentence
  const body = text.slice(start, end)
  if (!left.test(body) || looseSum.test(body.replace(underwayToo, '')) || body.includes('其中')) return []
  const parts = readParts(sentence).filter(part => part.depth === 0)
  const found: FigureMismatch[] = []
  parts.forEach((part, i) => {
    const mismatch = checkRest(sentence, parts, part, i)
    if (mismatch) found.push(mismatch)
  })
  return found
}

function checkRest(
  sentence: FigureSentence,
  parts: readonly Part[],
  last: Part,
  index: number,
): FigureMismatch | undefined {
  const undoneMore = sameVerbBeyond(sentence, parts, last, index)
  if (undoneMore) return undoneMore
  const open = still.test(last.label) && underway.test(sentence.text.slice(last.q.end, last.q.end + 10))
  const remainder = open || rest.test(last.label)
  if (!remainder && !undone(parts.slice(0, index), last)) return undefined
  if (!isPlainAmount(last.q) || isIntensive(last)) return undefined
  const before = parts
    .slice(0, index)
    .filter(
      ({ q }) =>
        sameDimension(q, last.q) && !isChange(sentence, q) && !isEarlier(sentence, q) && !isEach(sentence, q),
    )
  if (before.length < 2 || before.some(part => !isPlainAmount(part.q))) return undefined
  const total = before.findIndex(part => taken.test(sentence.text.slice(sentence.start, part.q.start)))
  if (total < 0 || total === before.length - 1) return undefined
  const shares = before.slice(total + 1)
  if (remainder && !dealt.test(shares[0]!.label)) return undefined
  if (
    consistent(
      before.map(part => part.q),
      last.q,
    )
  )
    return undefined
  const whole = before[total]!.q
  if (shares.some(part => amount(part.q) > amount(whole))) return undefined
  if (open && shares.reduce((sum, part) => sum + amount(part.q), amount(last.q)) <= amount(whole))
    return undefined
  if (shares.length > 1 && !shares.every(part => dealt.test(part.label))) return undefined
  return sumMismatch('sum', [...shares.map(part => part.q), last.q], whole)
}

/** 186家，建成…171家，还有25家没有建: done and not done with the same verb cannot exceed the whole. */
function sameVerbBeyond(
  sentence: FigureSentence,
  parts: readonly Part[],
  last: Part,
  index: number,
): FigureMismatch | undefined {
  if (!/^(?:目前|现)?(?:尚|还|仍|另)(?:剩|余)?有?$/.test(last.label) || index < 2) return undefined
  const behind = sentence.text.slice(last.q.end, last.q.end + 12)
  const verb = /^[^，。；、\d]{0,3}?(?:尚未|没有|未|没)([\u4e00-\u9fff])/.exec(behind)?.[1]
  const [whole, done] = [parts[index - 2]!, parts[index - 1]!]
  if (!verb || !done.label.replace(/^(?:目前|现)?已?经?/, '').startsWith(verb)) return undefined
  const all = [whole, done, last]
  if (all.some(part => !isPlainAmount(part.q) || !sameDimension(part.q, last.q))) return undefined
  if (all.some(part => isChange(sentence, part.q) || isEarlier(sentence, part.q))) return undefined
  if (amount(done.q) > amount(whole.q) || amount(done.q) + amount(last.q) <= amount(whole.q)) return undefined
  return sumMismatch('sum', [done.q, last.q], whole.q)
}

/** 已整改109处、未整改18处: the same verb, done and not done. */
function undone(before: readonly Part[], last: Part): boolean {
  const verb = /^(?:尚未|未|没有|不)([\u4e00-\u9fff]{2,4}?)(?:的)?$/.exec(last.label)?.[1]
  return verb !== undefined && before.some(part => part.label.replace(/^(?:现|目前)?已/, '').startsWith(verb))
}

/** Any amount in front is the sum of a choice of those behind it and the remainder. */
function consistent(before: readonly Quantity[], last: Quantity): boolean {
  return before.some((whole, i) => someChoiceFits(before.slice(i + 1), [last], whole))
}
