// What is said to be left: 任务8600亩，目前完成7900亩，还差700亩 · 资金1200万元，已支出865万元，结余335万元. Only where the
// sentence holds these three amounts and no other of their kind, so that there is one reading.

import { expressionOf } from '../../../knowledge/cue'
import { dealtWith, leftOver, otherInBalance } from '../../../knowledge/figures.generated'
import { tolerance } from '../reading/addition'
import { amount, inUnitsOf, isPlainAmount, sameDimension, spell } from '../reading/amounts'
import { isIntensive } from '../reading/intensive'
import { type Part, readParts } from '../reading/parts'
import { tell } from '../reading/report'
import { isChange, isEach, isEarlier, looseSum } from '../reading/roles'
import type { FigureMismatch, FigureSentence, SentenceCheck } from '../reading/types'

const left = new RegExp(
  `^(?:目前|现)?(?:(?:${leftOver.source})|(?:还|尚|仍)有?|(?:还|尚)?(?:未|没有?)[一-龥]{1,4})(?:资金|缺口|任务|新建|改造|安装|补充|完成)?(?:的|有|约|为)?$`,
)
const some = /^(?:目前|现)?(?:还|尚|仍)有/
const cue = /还|尚|仍|剩|余|结存|未|没|缺|节[约省]/
const dealt = new RegExp(`^[一-龥]{0,6}?(?:已经?|均已|${dealtWith.source})`)
const other = expressionOf(otherInBalance)

export const leftovers: SentenceCheck = { figures: 3, cue, check: checkLeftovers }

function checkLeftovers(sentence: FigureSentence): FigureMismatch[] {
  const body = sentence.text.slice(sentence.start, sentence.end)
  if (looseSum.test(body)) return []
  const parts = readParts(sentence)
  for (let i = 2; i < parts.length; i++) {
    const mismatch = judge(sentence, parts, i)
    if (mismatch) return [mismatch]
  }
  return []
}

function judge(sentence: FigureSentence, parts: readonly Part[], index: number): FigureMismatch | undefined {
  const rest = parts[index]!
  if (!left.test(rest.label) || !isPlainAmount(rest.q)) return undefined
  const before = parts.slice(0, index).filter(({ q }) => sameDimension(q, rest.q))
  const [whole, done] = before
  if (!whole || !done || before.length !== 2 || !dealt.test(done.label)) return undefined
  const three = [whole, done, rest]
  if (
    three.some(
      ({ q }) => !isPlainAmount(q) || isChange(sentence, q) || isEach(sentence, q) || isEarlier(sentence, q),
    )
  )
    return undefined
  if (three.some(isIntensive) || three.some(({ depth }) => depth !== rest.depth)) return undefined
  if (other.test(sentence.text.slice(sentence.start, rest.q.start))) return undefined
  if (/[。；]/.test(sentence.text.slice(whole.q.end, done.q.start))) return undefined
  const made = amount(whole.q) - amount(done.q)
  if (made < 0 || Math.abs(made - amount(rest.q)) <= tolerance([whole.q, done.q], rest.q)) return undefined
  // 尚有5处正在施工 may name one kind of what is left, so it only has an upper bound.
  if (some.test(rest.label) && amount(rest.q) < made && !undone(sentence, rest)) return undefined
  const [a, b, d] = [amount(whole.q), amount(done.q), made].map(value => inUnitsOf(rest.q, value))
  return tell(sentence, {
    check: 'sum',
    blamed: rest.q,
    expected: spell(rest.q, made),
    reckoning: `${a}−${b}=${d}`,
    related: [whole.q, done.q],
  })
}

/** 还有33个未安装: all that is not done. */
const undone = ({ text, end }: FigureSentence, { q }: Part): boolean =>
  /^[^，。；、\d]{0,6}?(?:尚未|未|没有?)[一-龥]{1,4}[，。；]/.test(
    text.slice(q.end, Math.min(end, q.end + 16)),
  )
