// Amounts that nobody counted although somebody could have: 一批隐患, 多次检查, 部分企业; and hedges piled on one figure.

import { expressionOf } from '../../knowledge/cue'
import {
  countedHead,
  dated,
  determiner,
  doing,
  many,
  manyHappened,
  openingWord,
  permission,
  several,
  severalLoosely,
  shareOfAnything,
  shareOfBody,
  spending,
  times,
} from '../../knowledge/vague.generated'
import type { Edit, Span } from '../../types'
import type { Quantity } from '../quantities'
import { type Anchored, anchoredCue, anchoredScanner } from './anchors'
import { clauseStart, farthest, isStated, readSentence, type SentenceReading } from './reading'

/** many 一批、大量; several 多家、数十户; times 多次; some 部分企业. */
export type VagueClass = 'many' | 'several' | 'times' | 'some'

export interface Vague extends Span {
  readonly is: VagueClass
  /** Index into the sentences given. */
  readonly sentence: number
}

interface VaguePattern extends Anchored {
  readonly is: VagueClass
  /** What was done must stand before it. */
  readonly doing: boolean
  /** Only a word of being, time or cause may stand before it in its clause. */
  readonly opening: boolean
}

const scan = anchoredScanner(
  [shareOfBody, shareOfAnything, manyHappened, many, several, severalLoosely, times].map(
    (cue): VaguePattern => ({
      ...anchoredCue(cue),
      is: cue.with!.class as VagueClass,
      doing: cue.with!.doing === true || cue.with!.class === 'many',
      opening: cue.with!.opening === true,
    }),
  ),
)

const done = expressionOf(doing)
const behindDoing = new RegExp(`(${doing.source}|${spending.source})(了|出|到|过|起)?[^，。；：、的]{0,6}$`)
const determined = new RegExp(`(?:${determiner.source})$`)
const timeWords = expressionOf(dated)
const opened = new RegExp(`(?:^|${openingWord.source})$`)
const permitted = expressionOf(permission)
/** What is counted, shown with the amount; of an unknown noun the first two characters. */
const counted = new RegExp(`^(?:[^，。；：！？、的]{0,4}?(?:${countedHead.source})|[一-龥]{0,2})`)
/** 多次违反规定的，……: says of whom something else holds. */
const attribute = /^[^，。；：！？]{0,40}的(?:[，。；：]|$)/

/** Vague amounts in one block's prose, where the sentence states what was or is. */
export function findVague(text: string, sentences: () => readonly Span[]): Vague[] {
  const candidates = scan(text)
  if (candidates.length === 0) return []
  const spans = sentences()
  const found: Vague[] = []
  let at = 0
  let reading: SentenceReading | undefined
  for (const { by, start, end } of candidates) {
    while (at < spans.length && spans[at]!.end <= start) at++
    const sentence = spans[at]
    if (!sentence || start < sentence.start) continue
    const prefix = text.slice(clauseStart(text, sentence.start, start), start)
    if (determined.test(prefix) || permitted.test(prefix) || attribute.test(text.slice(end, end + 42)))
      continue
    if (by.opening && !opened.test(prefix)) continue
    const doing = by.doing ? behindDoing.exec(prefix) : undefined
    if (doing === null) continue
    if (reading?.start !== sentence.start) reading = readSentence(text, sentence)
    // 引进一批企业 without a word of time or completion is as good as a plan.
    if (
      doing &&
      !doing[2] &&
      done.test(doing[1]!) &&
      !reading.reported &&
      !timeWords.test(text.slice(Math.max(sentence.start, start - farthest), start))
    )
      continue
    if (!reading.stating || !isStated(text, reading, start, '')) continue
    const noun = by.is === 'some' ? counted.exec(text.slice(end, end + 10))![0].length : 0
    found.push({ start, end: end + noun, is: by.is, sentence: at })
  }
  return found
}

/** Two hedges on one figure, with the edits that leave one. */
export interface DoubleHedge extends Span {
  readonly edits: readonly Edit[]
}

const periods: ReadonlySet<string> = new Set(['年', '个月', '月', '周', '个星期', '天', '小时', '分钟'])
const hedgeBefore =
  /(?:(大约|(?<![节签预合公履违契续特邀条制要失爽])约|大概|将近|接近|(?<![附最靠邻临新远亲])近)(有|为|达)?|(超过|(?<!超)逾|突破|不少于|至少|不低于))$/
const hedgeBehind = /^(?:左右|上下|以上|多(?=[，。；、）人户家])|余(?=[，。；、）人户家]))/

/** 约50余户左右: says three times that nobody counted. */
export function findDoubleHedges(text: string, figures: readonly Quantity[]): DoubleHedge[] {
  const found: DoubleHedge[] = []
  for (const { start, end, approx, unit } of figures) {
    // 近几年, 约两个多月: a span of time is nobody's count.
    if (approx === 'exact' || /[年月周天日旬]$/.test(text.slice(start, end)) || periods.has(unit)) continue
    const before = hedgeBefore.exec(text.slice(Math.max(0, start - 6), start))
    const behind = hedgeBehind.exec(text.slice(end, end + 3))
    const inside = /[多余几]/.test(text.slice(start, end))
    if (Number(before !== null) + Number(behind !== null) + Number(inside) < 2) continue
    // 不少于…以上 and 超过…以上 are two of a kind; 约…以上 contradicts itself: the one in front stays unless 余 says it.
    const edits: Edit[] = []
    const from = before ? start - before[0].length : start
    const word = before ? (before[1] ?? before[3])! : ''
    if (before && inside) edits.push({ start: from, end: from + word.length, text: '' })
    const to = behind ? end + behind[0].length : end
    if (behind) edits.push({ start: end, end: to, text: '' })
    found.push({ start: from, end: to, edits })
  }
  return found
}
