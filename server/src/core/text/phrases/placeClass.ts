// Which class a hit is shown as where it stands: the same words are a result when they report and a measure when they ask.

import type { ClassId } from '../../lexicon/types'
import { startOfClause, startOfSentencePart } from './clause'
import type { SentenceContext } from './judge'
import type { PhraseHit } from './matcher'

const asked =
  /(?:^|[^主重需必只紧首概摘纲])要(?![求素点闻领件害塞道])|(?:^|[，、；：是])(?:须|应|应当|力争|争取|确保|建议|下一步|今后)|必须|需要|将(?=[^，。；]{0,8}$)/
/** What opens a look ahead is a closing formula wherever it stands. */
const ahead = /^(?:下一?步|接下来|今后|未来|下一?阶段|让我们)/
const completed = /[\u4e00-\u9fa5]{2}了(?![解然])/
/** 为扎实推进……，切实提高……，: what follows an opening of purpose is part of it. */
const purpose = /^(?:[^，。；]{0,8}，)?为(?:了)?(?![此止期何]|主|例)[^，。；]{4,40}，$/
/** The same within one clause: 为切实把防汛工作落到|实处|. */
const purposeClause = /^(?:[^，。；]{0,8})为(?:了)?(?![此止期何]|主|例)/
/** What stands before an ending that begins in mid-sentence: 县水利局将|以此次活动为契机|. */
const looksAhead = /(?:将|要|今后|下一?步|接下来)[^，。；]{0,6}$/
/** A verb of doing at the beginning: what it is about was made better, not found better. */
const effort =
  /^(?:切实|不断|进一步|努力|着力|大力|持续|全面|有效|积极|充分|继续)?(?:地)?(?:加强|强化|提高|提升|增强|改善|改进|优化|树立|转变|营造|激发|调动|巩固|筑牢|普及|提供)/

/** What the writer is told about has to fit: advice for a result does not help with a plan. */
export function classInPlace(hit: PhraseHit, text: string, context: SentenceContext): ClassId {
  const { classId } = hit.entry
  const phrase = text.slice(hit.start, hit.end)
  if (classId === 'G' && (isAmid(context.position) || isOccasion(hit, text)) && !ahead.test(phrase))
    return 'E'
  if (classId === 'F') {
    if (purposeClause.test(text.slice(startOfClause(text, hit.start), hit.start))) return 'A'
    return completed.test(phrase) && effort.test(phrase) ? 'D' : classId
  }
  if (classId !== 'D' || completed.test(phrase) || !effort.test(phrase)) return classId
  const before = text.slice(startOfSentencePart(text, hit.start), hit.start)
  if (purpose.test(before)) return 'A'
  return context.sectionRole === 'measure' || asked.test(before) ? 'F' : classId
}

/** 青石镇以此次活动为契机，清理沟渠12条: who does something else at this chance goes on, and does not close. */
function isOccasion({ start, end }: PhraseHit, text: string): boolean {
  return text.slice(start, end).startsWith('以') && start > 0 && !looksAhead.test(text.slice(0, start))
}

/** Not where a report closes; unknown counts as the close. */
function isAmid(position: SentenceContext['position']): boolean {
  return position === 'heading' || position === 'first' || position === 'body'
}
