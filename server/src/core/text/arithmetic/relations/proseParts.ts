// A whole and its parts in running prose, without 其中: 共86人，男性51人，女性35人 · 小区46个，有物业的29个，无物业的17个 ·
// 种植2150亩，油茶1200亩，柑橘650亩，其他300亩.

import { expressionOf } from '../../../knowledge/cue'
import { mayOverlap } from '../../../knowledge/figures.generated'
import type { Quantity } from '../../quantities'
import { addsUp, someChoiceFits, sumMismatch, sumOf } from '../reading/addition'
import { amount, isPlainAmount, sameDimension } from '../reading/amounts'
import { isIntensive, mayBeMean } from '../reading/intensive'
import { areFunds, isWhole } from '../reading/partLabels'
import { isRest, type Part, readParts } from '../reading/parts'
import { isChange, isEach, isElsewhere, looseSum } from '../reading/roles'
import type { FigureMismatch, FigureSentence, SentenceCheck } from '../reading/types'

export const proseParts: SentenceCheck = { figures: 3, check: checkProseParts }

/** A slip of the pen leads no further from what is right; beyond it the parts are those of something else. */
const farthest = 0.35

function checkProseParts(sentence: FigureSentence): FigureMismatch[] {
  const { text, start, end } = sentence
  const body = text.slice(start, end)
  if (looseSum.test(body) || /其中|等[，。；]|四舍五入/.test(body)) return []
  const parts = readParts(sentence).filter(part => part.depth === 0)
  for (let i = 0; i + 2 < parts.length; i++) {
    const total = parts[i]!
    if (!mayBeTotal(sentence, total)) continue
    const run = runBehind(sentence, parts, i)
    const list = closed(run) ?? behindColon(sentence, total, run)
    if (!list || parts.slice(0, i).some(part => sameDimension(part.q, total.q) && isPlainAmount(part.q)))
      continue
    const mismatch = judge(list, total)
    if (mismatch) return [mismatch]
  }
  return []
}

const mayBeTotal = (sentence: FigureSentence, { q }: Part): boolean =>
  isPlainAmount(q) &&
  !q.chinese &&
  !isChange(sentence, q) &&
  !isElsewhere(sentence, q) &&
  !isEach(sentence, q)

/** The amounts of the same dimension behind a total, up to the end of its clauses. */
function runBehind(sentence: FigureSentence, parts: readonly Part[], at: number): readonly Part[] {
  const total = parts[at]!
  const run: Part[] = []
  for (const part of parts.slice(at + 1)) {
    if (!sameDimension(part.q, total.q)) {
      // 女性37人，占…: a share or an amount of another kind belongs to the part before it.
      if (part.q.kind === 'percent') continue
      break
    }
    const from = run.at(-1)?.q.end ?? total.q.end
    if (/[。；]/.test(sentence.text.slice(from, part.q.start))) break
    if (!isPlainAmount(part.q) || isChange(sentence, part.q) || isElsewhere(sentence, part.q)) return []
    if (isEach(sentence, part.q)) return []
    run.push(part)
  }
  return run
}

/** The parts that surely make up the whole: two that exclude each other, or all up to a rest. */
function closed(run: readonly Part[]): readonly Part[] | undefined {
  const rest = run.findIndex((part, i) => i > 0 && isRest(part))
  if (rest > 0) return run.slice(0, rest + 1)
  const pair = run.slice(0, 2)
  if (pair.length < 2 || run.length > 2) return undefined
  const labels = pair.map(part => part.label.replace(/^(?:现有|共有|目前)/, ''))
  if (labels.some(label => label.length > 8 || verb.test(label))) return undefined
  return isWhole(labels) ? pair : undefined
}

/** 投入420万元：省级补助200万元，县级配套120万元，…: a colon behind the total leads in all of its parts. */
function behindColon(
  sentence: FigureSentence,
  total: Part,
  run: readonly Part[],
): readonly Part[] | undefined {
  const { text, end } = sentence
  const last = run.at(-1)
  if (!last || run.length < 2 || run.some(part => part.q.unit !== total.q.unit)) return undefined
  if (!/^[^，。；、：]{0,4}：$/.test(text.slice(total.q.end, total.q.end + 5).split(/(?<=：)/)[0]!))
    return undefined
  const labels = run.map(part => part.label)
  if (
    (labels.some(label => label === '' || overlapping.test(label)) && !areFunds(labels)) ||
    new Set(labels).size < run.length
  )
    return undefined
  if (!/^[。；]?\s*$/.test(text.slice(last.q.end, end))) return undefined
  const excess = sumOf(run.map(part => part.q)) / amount(total.q) - 1
  // A list that falls far short names only the main parts.
  return excess > -nearly ? run : undefined
}
const nearly = 0.12

const verb = /^(?:办结|办理|完成|新增|培训|走访|发放|救助|调解|受理)/

/** Parts of kinds that may overlap can exceed the whole; they can never fall short of it. */
const overlapping = expressionOf(mayOverlap)

function judge(list: readonly Part[], total: Part): FigureMismatch | undefined {
  const quantities = list.map(part => part.q)
  if (mayBeMean(total.q, quantities) || [total, ...list].some(isIntensive)) return undefined
  if (addsUp(quantities, total.q)) return undefined
  const rest = isRest(list.at(-1)!)
  if (rest && choiceFits(list, total.q)) return undefined
  const excess = sumOf(quantities) - amount(total.q)
  if (Math.abs(excess) > farthest * amount(total.q)) return undefined
  if (quantities.some(q => amount(q) > amount(total.q))) return undefined
  if (rest && excess > 0 && list.some(part => overlapping.test(part.label))) return undefined
  return sumMismatch('sum', quantities, total.q)
}

/** The rest may be that of the whole and some parts, or of one part alone; 其他 always is that of the whole. */
function choiceFits(list: readonly Part[], total: Quantity): boolean {
  const quantities = list.map(part => part.q)
  const last = quantities.at(-1)!
  const others = quantities.slice(0, -1)
  if (someChoiceFits(others, [last], total)) return true
  return (
    !/^其[他它]/.test(list.at(-1)!.label) &&
    others.some((one, i) => i + 1 < others.length && someChoiceFits(others.slice(i + 1), [last], one))
  )
}
