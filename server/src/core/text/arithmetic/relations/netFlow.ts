// What came in, what went out, and what is left of it: 调入14人，调出9人，净增5人 · 收入320万元，支出286万元，结余34万元.

import { expressionOf } from '../../../knowledge/cue'
import { otherInBalance } from '../../../knowledge/figures.generated'
import { tolerance } from '../reading/addition'
import { amount, inUnitsOf, isPlainAmount, sameDimension, spell } from '../reading/amounts'
import { type Part, readParts } from '../reading/parts'
import { tell } from '../reading/report'
import { isEach, isElsewhere } from '../reading/roles'
import type { FigureMismatch, FigureSentence, SentenceCheck } from '../reading/types'

/** Words of coming and going; both stand at the end of their labels, or in front of a noun of what came. */
const pairs: readonly (readonly [come: RegExp, go: RegExp])[] = (
  [
    ['调入|转入|迁入|流入|引进|录用|招聘|招录|新进|入职|新招', '调出|转出|迁出|流出|流失|离职|退休|辞职'],
    ['收入', '支出'],
    ['出生', '死亡'],
    ['入库|购进|收购|补栏', '出库|售出|销售|出栏'],
    ['新增|新建|新开|新登记|新设', '减少|注销|关停|关闭|取消|吊销|核销'],
  ] as const
).map(([come, go]) => [new RegExp(come), new RegExp(go)] as const)

const net =
  /(?:净(?:增加?|流入|迁入|调入|减少?|流出|迁出|调出)|自然增长|收支相抵结余|结余|相抵后?(?:净?增加?|减少))(?:了|为|达)?$/
const other = expressionOf(otherInBalance)

export const netFlows: SentenceCheck = { figures: 3, cue: /净|结余|相抵|自然增长/, check: checkNetFlows }

function checkNetFlows(sentence: FigureSentence): FigureMismatch[] {
  if (other.test(sentence.text.slice(sentence.start, sentence.end))) return []
  const parts = readParts(sentence)
  const found: FigureMismatch[] = []
  for (let i = 2; i < parts.length; i++) {
    const mismatch = judge(sentence, [parts[i - 2]!, parts[i - 1]!, parts[i]!])
    if (mismatch) found.push(mismatch)
  }
  return found
}

function judge(sentence: FigureSentence, three: readonly [Part, Part, Part]): FigureMismatch | undefined {
  const [come, go, left] = three
  if (!net.test(left.label)) return undefined
  if (three.some(({ q }) => !isPlainAmount(q) || !sameDimension(q, left.q))) return undefined
  if ([come, go].some(({ q }) => isElsewhere(sentence, q) || isEach(sentence, q))) return undefined
  if (/[。；]/.test(sentence.text.slice(come.q.end, left.q.start))) return undefined
  const opposed = pairs.some(
    ([into, outOf]) =>
      (into.test(come.label) && outOf.test(go.label)) || (outOf.test(come.label) && into.test(go.label)),
  )
  if (!opposed) return undefined
  const made = Math.abs(amount(come.q) - amount(go.q))
  if (Math.abs(made - amount(left.q)) <= tolerance([come.q, go.q], left.q)) return undefined
  const [more, less] = amount(come.q) >= amount(go.q) ? [come.q, go.q] : [go.q, come.q]
  const [a, b, d] = [amount(more), amount(less), made].map(value => inUnitsOf(left.q, value))
  return tell(sentence, {
    check: 'sum',
    blamed: left.q,
    expected: spell(left.q, made),
    reckoning: `${a}−${b}=${d}`,
    related: [come.q, go.q],
  })
}
