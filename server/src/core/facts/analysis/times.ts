// When it is to be done, and how well: days, standing work by its frequency, what is done already, and the words that say
// nothing (尽快).

import { expressionOf } from '../../knowledge/cue'
import * as timesWords from '../../knowledge/times.generated'

/** `period` is 下半年 or 2027年, a frame and no day; `vague` is 尽快 or 逐步 and nothing else. */
export type TimeKind = 'date' | 'frequency' | 'done' | 'period' | 'vague' | 'none'

const date = expressionOf(timesWords.dueDate)
const period =
  /^(?:(?:\d{4}|今|明|本|当)年(?:度)?|(?:今|明|本|当|\d{4})?年?(?:上半年|下半年)|本年度|“十[四五]五”.*|今冬明春)$/
const frequency = expressionOf(timesWords.regularly)
const finished =
  /(?:已|均已|现已|已经)(?!久|知|有(?!效)|[^，。；]{1,8}的(?!整改))[^，。；]{0,24}|完成整改|整改完毕|整改到位|当场|立行立改|销号|到位资金/
const vagueTime =
  /尽快|尽早|抓紧(?=[^，。]{0,10}(?:完成|落实|推进|解决|办理))|适时|择机|逐步|逐渐|长期(?=坚持|抓|推进)|持续(?=推进|整改|坚持)|今后|近期|早日|随时|不?定期|常态化|长效|条件成熟/
export const standard = expressionOf(timesWords.standard)

/** A label of a ledger: the day itself comes behind it. */
const label = /^(?:期限|完成时[限间])$/

function dayIn(text: string): RegExpExecArray | null {
  const day = date.exec(text)
  if (!day || !label.test(day[0])) return day
  const rest = text.slice(day.index + day[0].length)
  // What a fix asks for and nobody has typed in yet is no day.
  if (day[0] === '完成时限' && rest.startsWith('前完成')) return date.exec(rest.slice(3))
  return dayIn(rest) ?? day
}

export function timeOf(text: string): [TimeKind, string] {
  const day = dayIn(text)
  if (day && !period.test(day[0])) return ['date', day[0]]
  const often = frequency.exec(text)
  if (often) return ['frequency', often[0]]
  const over = finished.exec(text)
  if (over) return ['done', over[0]]
  if (day) return ['period', day[0]]
  const vague = vagueTime.exec(text)
  return vague ? ['vague', vague[0]] : ['none', '']
}
