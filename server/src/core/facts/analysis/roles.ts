// What a heading or the opening of a passage announces: problems, causes, measures, results. Meaning, not exact titles.

import { expressionOf } from '../../knowledge/cue'
import * as rolesWords from '../../knowledge/roles.generated'
import { createGate } from '../../text/gate'
import { pairOf } from '../../text/ideographs'

export type SectionRole = 'problem' | 'cause' | 'measure' | 'result'

export interface Announced {
  readonly roles: readonly SectionRole[]
  /** The measures are still to be taken (下一步、对策), not told as done (主要做法). */
  readonly ahead: boolean
}

const none: Announced = { roles: [], ahead: false }

const problem = expressionOf(rolesWords.problemTitle)
const notProblem =
  /问题导向|解决|破解|整改|化解|攻克|治理|补齐|消除|应对|防范|排查|对策|处理|处置|答复|回应|为导向|聚焦|关于|投诉|(?:减少|下降|清零|归零|压降|销号|见底)$/
const cause = /原因|成因|症结|根源|缘由|归因|影响因素|制约因素|问题分析|问题剖析|深层次?分析|何以|为何|为什么/
const ahead = expressionOf(rolesWords.aheadTitle)
const plainMeasure = /措施|举措|整改|处置|应对|办法|解决|破解|方略|抓手/
const done = /(?:有|较大|明显|很大|不断)改进|成效|做法|已|情况|经验|回顾|采取的|开展的|成果/
const result =
  /成效|成果|成绩|效果|亮点|完成情况|进展|主要做法|做法|经验|回顾|工作开展情况|启示|(?:做|干|抓)了(?:什么|哪些)|怎么(?:做|干)的|有(?:较大|明显|很大)?改进/

/** Most headings announce nothing. */
const { scan } = createGate({ part: [cause, ahead, problem, plainMeasure, result] })

/** `title` is a heading without its number. */
export function announcedBy(title: string): Announced {
  if (title.length > 46 || title.length < 2 || scan(title) === 0) return none
  const roles = new Set<SectionRole>()
  let isAhead = false
  for (const piece of title.split(/[、，与和及]|以及|(?<=[^建])暨|兼/)) {
    if (piece === '') continue
    if (cause.test(piece)) roles.add('cause')
    else if (ahead.test(piece)) {
      roles.add('measure')
      isAhead = true
    } else if (problem.test(piece) && !notProblem.test(piece)) roles.add('problem')
    else if (plainMeasure.test(piece) && !/^(?:任务|组织)?(?:保障)?措施得力/.test(piece)) {
      roles.add('measure')
      if (!done.test(piece) && !/处置/.test(piece)) isAhead ||= roles.has('problem') || roles.has('cause')
    } else if (result.test(piece)) roles.add('result')
  }
  if (roles.size === 0) return none
  return { roles: [...roles], ahead: isAhead }
}

/** A sentence that opens a passage inside running text: 存在以下问题：…… 原因是…… 下一步，…… */
interface Opening {
  readonly role: SectionRole
  readonly pattern: RegExp
}

const { source: causeNoun } = rolesWords.causeNoun
const causeOpening = new RegExp(
  `^(?:[^，。；：]{2,20}，)?(?:[^，。；：]{0,16}(?:${rolesWords.beforeCause.source})?[^，。；：]{0,10})(?:${causeNoun})` +
    `(?:分析)?(?:，?主要)?(?:有[^，。；：]{0,8}|是|在于|：|如下|归纳)|${rolesWords.causeOpening.source}`,
)
const { source: problemNoun } = rolesWords.problemNoun
const problemOpening = new RegExp(
  `^(?:[^。；：]{0,44}?)(?:${rolesWords.thereIs.source})(?:的|着|了)?(?!投诉)[^。；：，]{0,16}(?:${problemNoun})` +
    `(?:和[^。；：，]{1,6})?(?:${rolesWords.problemTold.source})?(?:${rolesWords.listBegins.source})|${rolesWords.problemOpening.source}`,
)

const openings: readonly Opening[] = [
  {
    role: 'cause',
    pattern: causeOpening,
  },
  {
    role: 'problem',
    pattern: problemOpening,
  },
  {
    role: 'measure',
    pattern: expressionOf(rolesWords.measureLead),
  },
]

export const causeWord = expressionOf(rolesWords.causeNoun)
/** What begins a list within a paragraph; and 问题主要有三。 */
export const listWords: readonly string[] = ['一是', '（1）', '①']
export const countedList = /(?:问题|困难|不足|短板)[^，。]{0,4}有[二三四五六七八九两几]/
const problemWord = expressionOf(rolesWords.problemNoun)
const pairAt = (text: string, at: number) => pairOf(text.charCodeAt(at), text.charCodeAt(at + 1))
const measureStarts = new Set(
  '对此 对以 为此 针对 根据 下一 下步 今后 接下 后续 下半 明年 新的 今年 二季 三季 四季 下季 整改 工作 主要 具体 措施 对策 建议 意见 打算 因此 特提 现提 提出'
    .split(' ')
    .map(word => pairAt(word, 0)),
)

/** May the words at `start` open measures? */
export function mayOpenMeasures(text: string, start: number): boolean {
  const code = text.charCodeAt(start)
  if (code >= 0x31 && code <= 0x32) return text[start + 4] === '年'
  return text[start] === '为' || measureStarts.has(pairAt(text, start))
}

/** The role of the passage that the sentence opens, if it opens one. */
export function openedBy(sentence: string): SectionRole | undefined {
  // Most sentences open nothing; a look at their first words spares them the long patterns.
  const start = sentence.slice(0, 70)
  for (const { role, pattern } of openings) {
    if (role === 'cause' ? !causeWord.test(start) : role === 'problem' ? !problemWord.test(start) : false)
      continue
    if (role === 'measure' && !mayOpenMeasures(start, 0)) continue
    if (pattern.test(sentence)) return role
  }
  return undefined
}
