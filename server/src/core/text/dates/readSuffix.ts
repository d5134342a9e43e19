// What stands behind a date or a span and gives it its sense: 前 内 后 起 止 左右 期间, and when those characters belong to
// another word instead (前往, 内部, 后续, 起草).

import { expressionOf } from '../../knowledge/cue'
import * as datesWords from '../../knowledge/dates.generated'
import type { Suffix } from './point'

export interface ReadSuffix {
  readonly suffix: Suffix
  readonly end: number
}

const none: ReadSuffix = { suffix: 'none', end: 0 }

const otherWord: Readonly<Record<string, RegExp>> = {
  前: expressionOf(datesWords.notBefore),
  后: /^[续期来勤备方果者台面盾顾遗院半]/,
  内: /^[部容外涝控设业河蒙]/,
  起: /^[草诉火源步点重降飞获因运义伏床身色诱效]|^到(?!\d|[一二三四五六七八九十])/,
  止: /^[血痛损跌步付]/,
}

const follows = (text: string, at: number, char: string): boolean =>
  !otherWord[char]!.test(text.slice(at, at + 5))

/** The suffix that begins at `at`; `none` when there is none. */
export function readSuffix(text: string, at: number): ReadSuffix {
  const char = text[at]
  switch (char) {
    case '前':
      if (text[at + 1] === '后') return { suffix: 'about', end: at + 2 }
      if (text[at + 1] === '夕') return { suffix: 'before', end: at + 2 }
      return follows(text, at + 1, '前') ? { suffix: 'before', end: at + 1 } : none
    case '之':
    case '以': {
      const next = text[at + 1]
      if (next === '前') return { suffix: 'before', end: at + 2 }
      if (next === '内') return { suffix: 'within', end: at + 2 }
      if (next === '后') return { suffix: 'after', end: at + 2 }
      if (char === '以' && next === '来') return { suffix: 'since', end: at + 2 }
      if (char === '之' && text.startsWith('日起', at + 1)) return { suffix: 'since', end: at + 3 }
      return none
    }
    case '内':
      return follows(text, at + 1, '内') ? { suffix: 'within', end: at + 1 } : none
    case '后':
      return follows(text, at + 1, '后') ? { suffix: 'after', end: at + 1 } : none
    case '起':
      return follows(text, at + 1, '起') ? { suffix: 'since', end: at + 1 } : none
    case '止':
      return follows(text, at + 1, '止') ? { suffix: 'until', end: at + 1 } : none
    case '左':
      return text[at + 1] === '右' ? { suffix: 'about', end: at + 2 } : none
    case '期':
      return text[at + 1] === '间' ? { suffix: 'during', end: at + 2 } : none
    default:
      return none
  }
}
