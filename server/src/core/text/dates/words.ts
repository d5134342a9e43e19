// Words that name a time without a number: 本周五, 月底, 明年, 五一, 汛期前, 尽快. Data only; readWords.ts reads them.

import type { Point, VagueWord } from './point'

/** What a word says, copied into a point. */
export type Meaning = Partial<Omit<Point, 'start' | 'end'>>

/** What may follow the word: more of a year, more of a month, a weekday, a time of day. */
export type Continues = 'year' | 'month' | 'week' | 'clock' | 'none'

export interface TimeWord {
  readonly word: string
  readonly meaning: Meaning
  readonly continues: Continues
  /** 内 and the like are part of the word. */
  readonly suffix?: 'within' | 'before'
  /** The word is only a time when this does (not) stand before or behind it. */
  readonly notAfter?: RegExp
  readonly notBefore?: RegExp
}

const word = (
  text: string,
  meaning: Meaning,
  continues: Continues,
  rest: Omit<TimeWord, 'word' | 'meaning' | 'continues'> = {},
): TimeWord[] => text.split(' ').map(each => ({ word: each, meaning, continues, ...rest }))

const counted = /[\d一二三四五六七八九十两半几数多百近历往每逐]/

export const timeWords: readonly TimeWord[] = [
  ...word('今年 本年度 本年', { yearShift: 0 }, 'year'),
  ...word('去年 上年度 上年', { yearShift: -1 }, 'year', { notBefore: /^同期/ }),
  ...word('前年', { yearShift: -2 }, 'year'),
  ...word('明年 来年', { yearShift: 1 }, 'year'),
  ...word('后年', { yearShift: 2 }, 'year'),
  ...word('次年 翌年', { yearFromText: 1 }, 'year'),
  ...word('当年 同年', { yearFromText: 0 }, 'year'),
  ...word('年底 年末 岁末 年终', { yearShift: 0, month: 12, part: 'end' }, 'none', {
    notAfter: counted,
    notBefore: /^(?:考核|总结|绩效|奖|述职|盘点|决算|存栏|总人口|户籍|常住|报告|会|目标|评)/,
  }),
  ...word('年内', { yearShift: 0, bareYear: true }, 'none', {
    suffix: 'within',
    notAfter: counted,
    notBefore: /^[部容外涝]/,
  }),
  ...word('年初', { yearShift: 0, month: 1, part: 'start' }, 'none', {
    notAfter: counted,
    notBefore: /^(?:预算|计划|目标|确定|制定|部署)/,
  }),
  ...word('年中', { yearShift: 0, month: 6, part: 'end' }, 'none', {
    notAfter: counted,
    notBefore: /^(?:国|央|期|考核|总结|督)/,
  }),
  ...word('年前', { festival: '春节', festivalOrYearEnd: true }, 'none', {
    suffix: 'before',
    notAfter: /[\d一二三四五六七八九十两半几数多百近历往每逐去今明若许早]/,
    notBefore: /^[往来夕后的]/,
  }),
  ...word('今明', { yearShift: 0 }, 'none', { notBefore: /^(?!$)/ }),

  ...word('本月 当月 这个月', { monthShift: 0 }, 'month', {
    notBefore: /^(?:计划|工作|任务|重点|安排|打算|目标|数据|报表|工资|预算|要点)/,
  }),
  ...word('上个月 上月', { monthShift: -1 }, 'month', { notBefore: /^同期/ }),
  ...word('下个月 下月 次月', { monthShift: 1 }, 'month', {
    notBefore: /^(?:计划|工作|任务|重点|安排|打算|目标|数据|报表|工资|预算|要点)/,
  }),
  ...word('月底 月末', { monthShift: 0, part: 'end' }, 'none', { notAfter: counted }),
  ...word('月内', { monthShift: 0 }, 'none', {
    suffix: 'within',
    notAfter: /[\d一二三四五六七八九十两半几数多个]/,
    notBefore: /^[部容]/,
  }),
  ...word('上旬', { monthShift: 0, part: 'start' }, 'none'),
  ...word('中旬', { monthShift: 0, part: 'middle' }, 'none'),
  ...word('下旬', { monthShift: 0, part: 'late' }, 'none'),

  ...word('本周 这周 本星期 这个星期', { weekShift: 0 }, 'week', {
    notBefore: /^(?:计划|工作|任务|重点|安排|打算|目标|数据|报表|工资|预算|要点)/,
  }),
  ...word('上周 上星期 上个星期', { weekShift: -1 }, 'week'),
  ...word('下周 下星期 下个星期', { weekShift: 1 }, 'week', {
    notBefore: /^(?:计划|工作|任务|重点|安排|打算|目标|数据|报表|工资|预算|要点)/,
  }),
  ...word('下下周', { weekShift: 2 }, 'week'),
  ...word('周内', { weekShift: 0 }, 'none', { suffix: 'within', notAfter: counted, notBefore: /^[部容]/ }),

  ...word('本季度 当季', { quarterShift: 0 }, 'none'),
  ...word('上季度 上个季度', { quarterShift: -1 }, 'none'),
  ...word('下季度 下个季度', { quarterShift: 1 }, 'none'),
  ...word('季度末 季度底 季末', { quarterShift: 0, part: 'end' }, 'none', { notAfter: counted }),
  ...word('季度内', { quarterShift: 0 }, 'none', { suffix: 'within', notAfter: counted }),
  ...word('首季度', { quarter: 1 }, 'none'),
  ...word('上半年', { half: 1 }, 'none'),
  ...word('下半年', { half: 2 }, 'none'),

  ...word('今日 今天 本日', { dayShift: 0 }, 'clock', { notBefore: /^(?:的)?(?:中国|头条|之)/ }),
  // Behind 截至 alone; elsewhere 目前 is no time that could be put on a calendar.
  ...word('目前 发稿 此刻', { dayShift: 0 }, 'none', { notAfter: /[^至止到]/ }),
  ...word('今晚', { dayShift: 0, dayPart: '晚' }, 'clock'),
  ...word('今早 今晨', { dayShift: 0, dayPart: '早' }, 'clock'),
  ...word('明日 明天', { dayShift: 1 }, 'clock'),
  ...word('明早 明晨', { dayShift: 1, dayPart: '早' }, 'clock'),
  ...word('明晚', { dayShift: 1, dayPart: '晚' }, 'clock'),
  ...word('后天', { dayShift: 2 }, 'clock'),
  ...word('大后天', { dayShift: 3 }, 'clock'),
  ...word('昨日 昨天', { dayShift: -1 }, 'clock'),
  ...word('昨晚', { dayShift: -1, dayPart: '晚' }, 'clock'),
  ...word('前天', { dayShift: -2 }, 'clock'),
  ...word('当日 当天 同日 同一天', { dayShift: 0, dayFrom: 'event' }, 'clock'),
  ...word('当晚 当夜', { dayShift: 0, dayFrom: 'event', dayPart: '晚' }, 'clock'),
  ...word('次日 翌日 第二天 隔日', { dayShift: 1, dayFrom: 'event' }, 'clock'),
  ...word('次晨', { dayShift: 1, dayFrom: 'event', dayPart: '早' }, 'clock'),
]

/** Festivals count only with 前, 后 or 期间 behind them; as topics they are no time. */
export const festivalWords: readonly (readonly [word: string, festival: string])[] = [
  ['元旦', '元旦'],
  ['春节', '春节'],
  ['除夕', '除夕'],
  ['元宵', '元宵'],
  ['清明', '清明'],
  ['五一', '劳动节'],
  ['劳动节', '劳动节'],
  ['五四', '青年节'],
  ['端午', '端午'],
  ['六一', '儿童节'],
  ['七一', '建党节'],
  ['八一', '建军节'],
  ['中秋', '中秋'],
  ['国庆', '国庆'],
  ['十一', '国庆'],
  ['重阳', '重阳'],
  ['教师节', '教师节'],
  ['三八', '妇女节'],
  ['节日', 'next'],
  ['节假日', 'next'],
  ['双节', 'next'],
  ['节', 'next'],
]

/** Seasons that each place sets for itself, so no date can be computed. Only with 前 behind them. */
export const seasonWords: readonly string[] = [
  '主汛期',
  '汛期',
  '汛',
  '雨季',
  '台风季',
  '防火期',
  '入冬',
  '入夏',
  '入汛',
  '冬季来临',
  '供暖季',
  '供暖',
  '采暖季',
  '采暖期',
  '开学',
  '放假',
  '暑假',
  '寒假',
  '秋收',
  '夏收',
  '春耕',
  '春播',
  '秋播',
  '秋种',
  '三夏',
  '三秋',
  '双抢',
  '霜冻',
  '封冻',
  '上冻',
  '农忙',
  '冬训',
  '两会',
]
export const seasonAnyway: readonly string[] = [
  '农闲时',
  '农闲期间',
  '农闲季节',
  '条件成熟时',
  '条件成熟后',
  '时机成熟时',
  '适当时候',
  '适当时机',
]

export const vagueWords: readonly (readonly [word: string, sense: VagueWord])[] = [
  ['尽快', 'soon'],
  ['尽早', 'soon'],
  ['及早', 'soon'],
  ['早日', 'soon'],
  ['适时', 'soon'],
  ['择期', 'soon'],
  ['择机', 'soon'],
  ['不日', 'soon'],
  ['限期', 'soon'],
  ['限时', 'soon'],
  ['倒排工期', 'soon'],
  ['按时保质', 'soon'],
  ['保质按时', 'soon'],
  ['短期内', 'soon'],
  ['短时间内', 'soon'],
  ['近期内', 'soon'],
  ['近日内', 'soon'],
  ['日内', 'soon'],
  ['数日内', 'some-days'],
  ['几日内', 'some-days'],
  ['几天内', 'some-days'],
  ['数天内', 'some-days'],
  ['近期', 'recent'],
  ['近日', 'recent'],
  ['立即', 'at-once'],
  ['立刻', 'at-once'],
  ['即刻', 'at-once'],
  ['马上', 'at-once'],
  ['第一时间', 'at-once'],
]
