// What came in, what went out, and what is left of it: 调入14人，调出9人，净增5人 · 收入320万元，支出286万元，结余34万元.

import { expressionOf, wordsOf } from '../../../knowledge/cue'
import { oppositeFlows, otherInBalance } from '../../../knowledge/figures.generated'
import { tolerance } from '../reading/addition'
import { amount, inUnitsOf, isPlainAmount, sameDimension, spell } from '../reading/amounts'
import { type Part, readParts } from '../reading/parts'
import { tell } from '../reading/report'
import { isEach, isElsewhere } from '../reading/roles'
import type { FigureMismatch, FigureSentence, SentenceCheck } from '../reading/types'

/** Words of coming and going that belong together. */
const pairs = [...wordsOf(oppositeFlows)].map(pair => pair.split('/') as [come: string, go: string])
/** 现有640户, 总量达8640户: what there is, and no flow. */
const stock = /总|累计|达|现有|存量|保有|共有|比|较|其中|占/

const net =
  /(?:净(?:增加?|减少?|[流迁调转][入出]|回流|出口|进口)|自然(?:增长|减少|增加)|收支相抵结余|结余|相抵后?(?:净?增加?|减少))(?:了|为|达)?$/
const other = expressionOf(otherInBalance)

export const netFlows: SentenceCheck = { figures: 3, cue: /净|结余|相抵|自然[增减]/, check: checkNetFlows }

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
  if (!opposed(come.label, go.label) && !alone(sentence, three)) return undefined
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

function opposed(first: string, second: string): boolean {
  return pairs.some(
    ([come, go]) =>
      (first.includes(come) && second.includes(go)) || (first.includes(go) && second.includes(come)),
  )
}

/** 返乡86人，再次外出52人，净回流34人: a net figure behind no others than two flows is their difference. */
function alone(sentence: FigureSentence, [come, go, left]: readonly [Part, Part, Part]): boolean {
  if (
    !/^(?:自然)?[净自]/.test(left.label) ||
    [come, go].some(({ label }) => label === '' || stock.test(label))
  )
    return false
  const same = sentence.figures.filter(q => q.start < left.q.start && sameDimension(q, left.q))
  return same.length === 2 && /^[^，。；]{0,8}[，、]/.test(sentence.text.slice(come.q.end, go.q.start))
}
