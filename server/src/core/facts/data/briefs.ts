// What a brief (动态) is asked beyond its list of elements: a date instead of 近日, and a result.

import type { DocumentView, Fact } from '../../engine/rule'
import { hasCheckableFact } from '../../text/claims/evidence'
import type { Span } from '../../types'
import { figureCount } from './figureCount'

export interface VagueDate extends Span {
  readonly block: number
  readonly text: string
}

const recent =
  /近日|日前|近期|前不久|前段时间|近段时间|(?:[昨今前]天|[昨今]日)(?:[上下]午|早[上晨]|晚上?|凌晨|中午)?(?!的|下|起|头条|说法)/
/** The date stands in the lead or nowhere. */
const leadBlocks = 4

/** 近日 where a date belongs. */
export function vagueDate(document: DocumentView): VagueDate | undefined {
  for (let block = 0; block < Math.min(document.blockCount, leadBlocks); block++) {
    const hit = recent.exec(document.block(block).text)
    if (hit) return { block, start: hit.index, end: hit.index + hit[0].length, text: hit[0] }
  }
  return undefined
}

const outcome =
  /完成|建成|解决|扑灭|抓获|查处|办结|恢复|通过|达成|签订|投入使用|开通|救出|追回|挽回|整改到位|决定|明确/
/** Longer briefs without figures are told so by sparse-data. */
const longestPlain = 400

const hasOutcome: Fact<boolean> = {
  id: 'outcome',
  read: ({ text }) => outcome.test(text) || hasCheckableFact(text),
}

/** Says what was done, and neither a figure nor an event says what came of it. */
export function isWithoutResult(document: DocumentView): boolean {
  if (document.proseLength > longestPlain) return false
  for (let block = 0; block < document.blockCount; block++)
    if (document.fact(figureCount, block) > 0 || document.fact(hasOutcome, block)) return false
  return true
}
