// Which period a figure belongs to, as far as the words before it say, and which of two periods is the earlier.

/** A period in reach of a figure. `said` holds the words. */
export interface Period {
  readonly said: string
  /** 2023年3月: years and parts of them since the common era; undefined for words that count from the writer's now. */
  readonly absolute?: number
  /** 一季度, 4月 without a year: the part of a year that the text leaves to the reader, as a fraction of it. */
  readonly within?: number
  /** 去年, 上月: years and parts of them from now, at most 0. */
  readonly relative?: number
}

const fromNow: Readonly<Record<string, number>> = {
  前年: -2,
  往年: -1.5,
  上一年: -1,
  上年: -1,
  去年: -1,
  同期: -1,
  年初: -0.9,
  上一季度: -0.25,
  上季度: -0.25,
  上个月: -0.1,
  上月: -0.1,
  今年: 0,
  本年: 0,
  当年: 0,
  本季度: 0,
  本月: 0,
  当月: 0,
  目前: 0,
  现在: 0,
  现: 0,
}

const months: Readonly<Record<string, number>> = { 上: 3, 下: 9 }
const quarters: Readonly<Record<string, number>> = {
  一: 2,
  二: 5,
  三: 8,
  四: 11,
  '1': 2,
  '2': 5,
  '3': 8,
  '4': 11,
}

const year = '((?:19|20)\\d\\d)年'
const part = '(?:(\\d{1,2})月|第?([一二三四1-4])季度|([上下])半年)?'
/** 4月, but no day (4月12日) and no end of a range (1—4月). */
const bare = '(?<![\\d—–～~至到前-])(?:(\\d{1,2})月(?!\\d)|第?([一二三四])季度|([上下])半年)'
const words = new RegExp(
  `${year}${part}|${bare}|(前年|往年|上一年|上年|去年|同期|年初|上一季度|上季度|上个月|上月|今年|本年|当年|本季度|本月|当月|目前|现在)`,
  'g',
)

/** The period named last in a text, the nearest to what follows it. */
export function lastPeriod(text: string): Period | undefined {
  let last: Period | undefined
  for (const [said, y, month, quarter, half, m, q, h, word] of text.matchAll(words)) {
    if (word) last = { said, relative: fromNow[word]! }
    else if (y) last = { said, absolute: Number(y) + partOf(month, quarter, half) }
    else last = { said, within: partOf(m, q, h) }
  }
  return last
}

/** Where in its year a month, a quarter or a half ends; the middle for a year alone. */
function partOf(month?: string, quarter?: string, half?: string): number {
  return (month ? Number(month) : quarter ? quarters[quarter]! : half ? months[half]! : 6) / 12
}

/**
 * Below 0 where the first is the earlier, above 0 where it is the later, undefined where the words do not decide: 去年 and
 * 2024年 may be the same year, and a figure without a period may be of any.
 */
export function comparePeriods(a: Period | undefined, b: Period | undefined): number | undefined {
  if (a?.absolute !== undefined && b?.absolute !== undefined) return a.absolute - b.absolute || undefined
  if (b?.within !== undefined) {
    // 2024年一季度…，二季度…: of the same year, since none is named.
    const first = a?.within ?? (a?.absolute === undefined ? undefined : a.absolute - Math.floor(a.absolute))
    const named = a?.within !== undefined || /[月季半]/.test(a?.said ?? '')
    return first !== undefined && named ? first - b.within || undefined : undefined
  }
  if (a?.within !== undefined && b?.absolute !== undefined) return undefined
  // What is told without a period, or as of a named one, is told of now; 去年 beside it lies before it.
  const first = a === undefined || a.absolute !== undefined ? undefined : a.relative!
  const second = b?.relative
  if (first !== undefined && second !== undefined) return first - second || undefined
  if (second !== undefined && second < 0 && first === undefined) return -second
  return undefined
}
