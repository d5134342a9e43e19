// A point of time as it was written, before it is put on a calendar: which fields were said, and how.

export type PeriodPart =
  | 'start' // 初, 上旬
  | 'middle' // 中, 中旬
  | 'late' // 下旬
  | 'end' // 底, 末
  | 'first-half' // 上半月
  | 'second-half' // 下半月
  | 'first-and-second' // 上中旬
  | 'second-and-third' // 中下旬

export type DayWord = 'base' | 'event'

export interface Point {
  start: number
  end: number
  /** Written year, or undefined. */
  year: number | undefined
  /** 今年 0, 明年 1; counted from the report's year. */
  yearShift: number | undefined
  /** 次年 1, 当年 0; counted from the year last named in the text. */
  yearFromText: number | undefined
  month: number | undefined
  monthShift: number | undefined
  day: number | undefined
  /** 今日 0, 明日 1, 当日 0, 次日 1 … from the report's day or from the event's day. */
  dayShift: number | undefined
  dayFrom: DayWord
  part: PeriodPart | undefined
  quarter: number | undefined
  /** 前三季度: the period begins in January. */
  quartersFromJanuary: boolean
  quarterShift: number | undefined
  /** 1 上半年, 2 下半年. */
  half: number | undefined
  weekShift: number | undefined
  /** 1–7; 8 is 周末. */
  weekday: number | undefined
  festival: string | undefined
  /** 年前: before the lunar new year, or before the end of the year. */
  festivalOrYearEnd: boolean
  /** 除夕前 and so on are lunar; 腊月二十三 is a lunar month and day. */
  lunar: boolean
  /** Last year of a five-year plan (“十五五”末). */
  planEnd: number | undefined
  hour: number | undefined
  minute: number | undefined
  second: number | undefined
  dayPart: string | undefined
  /** 下班前: the end of office hours. */
  officeEnd: boolean
  /** 星期五 written behind the date. */
  statedWeekday: number | undefined
  /** 许, 左右. */
  approximate: boolean
  /** Written as 4.28. */
  dotted: boolean
  /** The whole period of this name: 年, 月 … what is left when nothing finer was said. */
  bareYear: boolean
}

export function newPoint(start: number): Point {
  return {
    start,
    end: start,
    year: undefined,
    yearShift: undefined,
    yearFromText: undefined,
    month: undefined,
    monthShift: undefined,
    day: undefined,
    dayShift: undefined,
    dayFrom: 'base',
    part: undefined,
    quarter: undefined,
    quartersFromJanuary: false,
    quarterShift: undefined,
    half: undefined,
    weekShift: undefined,
    weekday: undefined,
    festival: undefined,
    festivalOrYearEnd: false,
    lunar: false,
    planEnd: undefined,
    hour: undefined,
    minute: undefined,
    second: undefined,
    dayPart: undefined,
    officeEnd: false,
    statedWeekday: undefined,
    approximate: false,
    dotted: false,
    bareYear: false,
  }
}

/** What follows the point and turns it into a limit, a start or a neighbourhood. */
export type Suffix = 'none' | 'before' | 'within' | 'after' | 'since' | 'until' | 'about' | 'during'

/** How often, for 每月5日前 and its kind. */
export type Cycle = 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'year' | 'interval'

export interface Every {
  cycle: Cycle
  /** Month of the quarter, 1–3, for 每季度首月10日. */
  monthOfQuarter: number | undefined
  /** 第5个工作日. */
  workdayNumber: number | undefined
  /** 每月报送一次: how often, but not when. */
  dayless: boolean
}

/** One time expression as it was found, not yet judged or computed. */
export interface RawTime {
  start: number
  end: number
  form: 'point' | 'range' | 'span' | 'vague'
  point: Point | undefined
  /** End of a range. */
  last: Point | undefined
  suffix: Suffix
  span: import('./span').TimeSpan | undefined
  /** 3至5日内: the smaller bound was written too. */
  spanRange: boolean
  spanUnit: import('./span').SpanUnit | undefined
  /** Written number of the span. */
  count: number
  /** 自…起N日内, 节后N日内: the point that the span counts from. */
  anchor: Point | undefined
  anchorAfterEnd: boolean
  every: Every | undefined
  /** 5日前: by the 5th, or five days ago. */
  maybeAgo: boolean
  vague: VagueWord | undefined
}

export type VagueWord = 'soon' | 'awaits' | 'at-once' | 'season' | 'recent' | 'some-days' | 'no-day'

export function newRaw(form: RawTime['form'], start: number, end: number): RawTime {
  return {
    start,
    end,
    form,
    point: undefined,
    last: undefined,
    suffix: 'none',
    span: undefined,
    spanRange: false,
    spanUnit: undefined,
    count: 0,
    anchor: undefined,
    anchorAfterEnd: false,
    every: undefined,
    maybeAgo: false,
    vague: undefined,
  }
}
