// What a brief (动态) is asked beyond its list of elements: a date instead of 近日.

import type { DocumentView } from '../../engine/rule'
import type { Span } from '../../types'

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
