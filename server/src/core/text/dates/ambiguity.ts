// What a time expression leaves open, in the writer's words. Nothing here is resolved in silence: the reading that was
// taken is shown together with the other one.

import type { Bilingual } from '../../types'

export interface Ambiguity {
  readonly code: AmbiguityCode
  /** `ask`: two readers may well understand different days. `note`: settled by law or usage, worth showing in a hover. */
  readonly weight: 'ask' | 'note'
  readonly text: Bilingual
}

const ask = (zh: string, en: string) => ({ weight: 'ask' as const, text: [zh, en] as Bilingual })
const note = (zh: string, en: string) => ({ weight: 'note' as const, text: [zh, en] as Bilingual })

const table = {
  'before-inclusive': note(
    '“前”是否含当日，各地理解不一；这里按含当日计算',
    'Whether “before” includes the day itself is not agreed; it is counted in',
  ),
  'before-period': ask(
    '“前”指这一时段开始之前，还是结束之前？这里按结束计算，请写明日期',
    'Before the period begins, or before it ends? Its end is taken; write a date',
  ),
  'natural-days': note(
    '“日”按自然日计算；如指工作日，请写“个工作日”',
    'Calendar days are counted; write 个工作日 for working days',
  ),
  'clock-start': ask(
    '没有写明从什么时候起算（事发、接报还是收文），请写明起算时间',
    'It is not said when the time begins to run; name the start',
  ),
  'start-undated': note(
    '从写明的那件事起算，文中没有写那件事的时间，所以算不出是哪天',
    'It runs from an event whose own time is not given, so no day can be computed',
  ),
  'clock-day-only': ask(
    '起算时间只有日期没有时刻，按当天24时起算，请补上时刻',
    'The start has no time of day; the end of that day is taken',
  ),
  'year-missing': note(
    '没有写年份，可能是今年也可能是明年，请补上年份',
    'No year is given and two years are possible; write it',
  ),
  'month-missing': ask(
    '没有写月份，按最近的一个月计算，请补上月份',
    'No month is given; the nearest is taken',
  ),
  'month-end-workday': note(
    '这一天不是工作日，最后一个工作日在它之前',
    'That day is not a working day; the last working day is earlier',
  ),
  'due-on-holiday': ask(
    '这一天是法定节假日或休息日，请写明提前还是顺延',
    'That day is a holiday; say whether it moves forward or back',
  ),
  'rolled-by-law': note(
    '最后一天是休息日，按民法典第二百零三条顺延到下一个工作日',
    'The last day is free, so it moves to the next working day (Civil Code §203)',
  ),
  'week-on-weekend': ask(
    '成稿在周末，“本周”“下周”容易理解不一，请写日期',
    'Written on a weekend, “this week” is read in two ways; write a date',
  ),
  midnight: note('24时就是次日0时', '24:00 is 0:00 of the next day'),
  'within-year': ask('“年内、年底”没有具体月份，请写明月份', '“Within the year” names no month; write one'),
  'before-new-year': ask(
    '“年前”可指春节前，也可指年底前，请写明日期',
    '“Before the year” may mean before the lunar new year or before 31 December',
  ),
  'half-year': note(
    '“半年内”是六个月，不是“上半年”',
    '“Half a year” is six months, not the first half of the year',
  ),
  about: ask('“左右、前后”没有确切日期，请写明日期', '“About” gives no date; write one'),
  'after-not-within': ask(
    '“N天后”不是“N天内”，没有最后期限，请写明截止日期',
    '“After N days” is no limit; write the last day',
  ),
  'upper-bound': ask(
    '写的是一个范围，按较长的期限计算，请写明一个数',
    'A range is given and its upper bound taken; write one number',
  ),
  'cut-off-later': ask(
    '“截至”的日期晚于成稿日期；如指报名、申报结束，请写“截止”',
    '“截至” names a day after the report; for an end of entries write 截止',
  ),
  'cut-off-word': note(
    '统计到某日用“截至”，“截止”指停止办理',
    'Use 截至 for data up to a day; 截止 means that something stops',
  ),
  lunar: note('按农历推算的日期', 'Computed from the lunar calendar'),
  'local-season': ask(
    '汛期、防火期、农时由各地规定，没有统一日期，请写明日期',
    'Each place sets its own season; write a date',
  ),
  'no-date': ask('没有可以计算的日期，请写明年月日', 'No date can be computed; write one'),
  'no-holiday-data': ask(
    '这一年的放假安排还没有公布，按周一至周五、除去法定节日估算',
    'The holidays of that year are not published; Monday to Friday without the statutory days is an estimate',
  ),
  'twelve-hour': note('同一稿件请统一用24小时制', 'Keep to the 24-hour clock throughout'),
  'dotted-date': ask('“4.28”容易看成小数，请写“4月28日”', '4.28 looks like a decimal; write 4月28日'),
  'relative-year': note(
    '公文中“今年、明年”宜写具体年份',
    'Write the year itself instead of this or next year',
  ),
  'office-hours': note(
    '“下班前”按17:30计算，下班时间不同的请写明几时',
    'Close of business is taken as 17:30; write the hour where it differs',
  ),
  'today-from-date': note('“即日起”从成稿日期起算', '“From today” counts from the date of the report'),
  'same-day-late': ask(
    '“当日”按事发当天24时计算，事发较晚时只剩很短时间',
    '“The same day” ends at 24:00, which may be very soon',
  ),
  'no-day-in-cycle': ask(
    '只写了多久一次，没有写哪一天，请写明日期',
    'How often is said, but not on which day',
  ),
} as const satisfies Record<string, { weight: 'ask' | 'note'; text: Bilingual }>

export type AmbiguityCode = keyof typeof table

const made = Object.fromEntries(
  Object.entries(table).map(([code, rest]) => [code, { code, ...rest }]),
) as unknown as Readonly<Record<AmbiguityCode, Ambiguity>>

export const ambiguity = (code: AmbiguityCode): Ambiguity => made[code]
export const ambiguityCodes = Object.keys(table) as readonly AmbiguityCode[]
