// Words that name a time without a number: 本周五, 月底, 明年, 五一, 汛期前, 尽快. Data only; readWords.ts reads them.

import type { Point, VagueWord } from './point'
import { solarTerms } from './solarTerms'

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
  /** It is only a time at the start of a text, behind a mark, or behind one of these. */
  readonly after?: RegExp
  readonly notBefore?: RegExp
}

const word = (
  text: string,
  meaning: Meaning,
  continues: Continues,
  rest: Omit<TimeWord, 'word' | 'meaning' | 'continues'> = {},
): TimeWord[] => text.split(' ').map(each => ({ word: each, meaning, continues, ...rest }))

/** 本月计划, 下周安排: the period names a paper or a matter. */
const asTopic = /^(?:计划|工作|任务|重点|安排|打算|目标|数据|报表|工资|预算|要点)/

/** 本, 这, 上, 下 with any word for a week: 下周, 下个星期, 这礼拜. */
const weeks = (
  leads: string,
  weekShift: number,
  rest: Omit<TimeWord, 'word' | 'meaning' | 'continues'> = {},
): TimeWord[] =>
  leads.split(' ').flatMap(lead => word(`${lead}周 ${lead}星期 ${lead}礼拜`, { weekShift }, 'week', rest))

/**
 * What a short word may follow without being the end of a longer one: 年前 is no word of its own in 小年前, 半年前 and 周年前,
 * 节前 none in 中元节前 and 环节前. No Chinese character, a word of grammar, or who is spoken of.
 */
export const beginsWord =
  /[^一-龥\d〇]|[在于到至须应要需请将拟争保必赶抢并和及与或的了都均全力先就我你他各村镇乡县市区局办所站委校院厂队社家众位户们人会长]/

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
    notBefore: /^(?:工作总结|考核|总结|绩效|奖|述职|盘点|决算|存栏|总人口|户籍|常住|报告|会|目标|评)/,
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
    after: beginsWord,
    notBefore: /^[往来夕后的]/,
  }),
  ...word('今明', { yearShift: 0 }, 'none', { notBefore: /^(?!$)/ }),

  ...word('本月 当月 这个月', { monthShift: 0 }, 'month', {
    notBefore: asTopic,
  }),
  ...word('上个月 上月', { monthShift: -1 }, 'month', { notBefore: /^同期/ }),
  ...word('下个月 下月 次月', { monthShift: 1 }, 'month', {
    notBefore: asTopic,
  }),
  ...word('月底 月末', { monthShift: 0, part: 'end' }, 'none', {
    notAfter: /[\d一二三四五六七八九十两半几数多百近历往每逐正腊冬闰元]/,
  }),
  ...word('月内', { monthShift: 0 }, 'none', {
    suffix: 'within',
    notAfter: /[\d一二三四五六七八九十两半几数多个]/,
    notBefore: /^[部容]/,
  }),
  ...word('上旬', { monthShift: 0, part: 'start' }, 'none'),
  ...word('中旬', { monthShift: 0, part: 'middle' }, 'none'),
  ...word('下旬', { monthShift: 0, part: 'late' }, 'none'),

  ...weeks('本 这 这个 这一 本个', 0, { notBefore: asTopic }),
  ...weeks('上 上个 上一 上一个', -1),
  ...weeks('上上 上上个', -2),
  ...weeks('下 下个 下一 下一个', 1, { notBefore: asTopic }),
  ...word('次周', { weekShift: 1 }, 'week', { notAfter: /[首每逐层档依名其再初多几数]/ }),
  ...weeks('下下 下下个', 2),
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

/** `festival: the words for it`. Festivals count only with 前, 后 or 期间 behind them; as topics they are no time. */
const festivals: Readonly<Record<string, string>> = {
  元旦: '元旦',
  春节: '春节',
  除夕: '除夕 大年三十',
  元宵: '元宵',
  劳动节: '五一 劳动节',
  青年节: '五四 青年节',
  端午: '端午',
  儿童节: '六一 儿童节',
  建党节: '七一 建党节',
  建军节: '八一 建军节',
  中秋: '中秋',
  国庆: '国庆 十一',
  重阳: '重阳 九月九',
  教师节: '教师节',
  妇女节: '三八 妇女节',
  植树节: '植树节',
  小年: '小年',
  腊八: '腊八',
  二月二: '龙抬头 二月二',
  三月三: '三月三 上巳',
  七夕: '七夕',
  中元: '中元',
  寒衣: '寒衣',
  下元: '下元',
  情人节: '情人节',
  母亲节: '母亲节',
  父亲节: '父亲节',
  感恩节: '感恩节',
  平安夜: '平安夜',
  圣诞: '圣诞',
  双十一: '双十一 双11',
  双十二: '双十二 双12',
  警察节: '人民警察节 中国人民警察节 警察节',
  消费者权益日: '国际消费者权益日 消费者权益日',
  世界水日: '世界水日',
  气象日: '世界气象日',
  国家安全教育日: '全民国家安全教育日 国家安全教育日',
  地球日: '世界地球日',
  防灾减灾日: '全国防灾减灾日 防灾减灾日',
  护士节: '国际护士节 护士节',
  助残日: '全国助残日 助残日',
  环境日: '世界环境日 六五环境日',
  土地日: '全国土地日',
  禁毒日: '国际禁毒日',
  医师节: '中国医师节 医师节',
  生态日: '全国生态日',
  烈士纪念日: '烈士纪念日',
  农民丰收节: '中国农民丰收节 农民丰收节 丰收节',
  记者节: '中国记者节 记者节',
  消防日: '全国消防日 消防宣传日 消防日',
  艾滋病日: '世界艾滋病日 艾滋病日',
  宪法日: '国家宪法日 宪法日',
  志愿者日: '国际志愿者日 志愿者日',
  公祭日: '国家公祭日 公祭日',
  next: '节日 节假日 双节 两节 节',
}
/** Solar terms. Those that are weather as well (大雪前, 雨水前, 霜降…) count only with 节气 or in quotation marks. */
export const isWeather: ReadonlySet<string> = new Set('雨水 大雪 小雪 霜降 大寒 小寒 大暑 小暑'.split(' '))

export const festivalWords: readonly (readonly [word: string, festival: string])[] = [
  ...Object.entries(festivals).flatMap(([festival, words]) =>
    words.split(' ').map(each => [each, festival] as const),
  ),
  ...solarTerms.map(each => [each, each] as const),
].sort((a, b) => b[0].length - a[0].length)

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
