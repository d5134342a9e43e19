// A promise whose only time is 尽快, 适时 or 倒排工期: 已列入计划，将尽快实施.

import type { Block } from '../document/block'
import type { DraftTime } from './draftTimes'

const words = /^(?:尽快|尽早|及早|适时|择期|择机|倒排工期|按时保质|保质按时)$/
/** The writer's own unit promises; what it asks of others (请…尽快) or a meeting demands is no promise of this report. */
const promised = /(?:将(?!近)|拟|计划|打算|承诺|确保|力争)[^，。；]{0,10}$/
const supposed = /如果|如[有遇仍再]|若|一旦|希望|要求|强调|恳请|建议/

export interface Passage {
  readonly start: number
  readonly end: number
}

/**
 * The sentence of a promise with a vague time and no day; undefined when it is none, or says its day elsewhere in the
 * sentence. `all` are the times of the draft in their order, `at` is the place of this one.
 */
export function datelessPromise(block: Block, all: readonly DraftTime[], at: number): Passage | undefined {
  const time = all[at]!
  if (!words.test(time.text)) return undefined
  const text = block.context.type === 'table' ? block.source : block.text
  const before = text.slice(Math.max(0, time.start - 200), time.start)
  const lead = before.slice(Math.max(...['。', '；', '\n', '|'].map(mark => before.lastIndexOf(mark))) + 1)
  if (!promised.test(lead) || supposed.test(lead)) return undefined
  const rest = text.slice(time.end, time.end + 200)
  const stop = rest.search(/[。；\n|]/)
  const sentence = {
    start: time.start - lead.length,
    end: time.end + (stop < 0 ? rest.length : stop),
  }
  return isDated(all, at, sentence) ? undefined : sentence
}

function isDated(all: readonly DraftTime[], at: number, { start, end }: Passage): boolean {
  const { block } = all[at]!
  let first = at
  while (first > 0 && all[first - 1]!.block === block && all[first - 1]!.start >= start) first--
  for (let i = first; i < all.length; i++) {
    const other = all[i]!
    if (other.block !== block || other.start >= end) return false
    if (other.end <= end && (other.due !== null || other.recurring)) return true
  }
  return false
}
