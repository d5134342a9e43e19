// When it is to be done, and how well: days, standing work by its frequency, what is done already, and the words that say
// nothing (尽快).

/** `period` is 下半年 or 2027年, a frame and no day; `vague` is 尽快 or 逐步 and nothing else. */
export type TimeKind = 'date' | 'frequency' | 'done' | 'period' | 'vague' | 'none'

const date =
  /(?:(?:\d{4}|今|明|本|当|次)年)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})日|底|末|初|中旬|上旬|下旬|份|上半月|下半月)?(?:[前内起]|之前|以前|底前)?|(?:\d{4}|今|明|本|当)年(?:底|末|内|上半年|下半年|度|[一二三四]季度)?(?:前|内)?|年底前?|年内|年前|本?月底前?|月内|季(?:度)?末|(?:\d+|[一二三四五六七八九十两半]+)个?(?:工作日|日|天|周|星期|月|季度|小时|分钟|年)(?:以|之)?内|(?:第?[一二三四]季度|上半年|下半年)|(?:主?汛期|汛|春节|春耕|节|开学|雨季|入冬|供暖|采暖|入汛|入夏|国庆|中秋|五一|清明|元旦|秋收|秋播|双抢|三夏|换届|学期|下次|下一?轮)[^，。；]{0,4}(?:前|之前|期间结束)|(?:主?汛期|春耕|夏收|秋收|秋播|双抢|三夏|春运|雨季|收购季|采暖季|供暖季|旅游旺季|春节|国庆|中秋|五一|清明)(?:期间|时节?|前后)(?!间)|(?:本|下|当)(?:周|月|季度|学期)|即日起|今冬明春|“十[四五]五”(?:期间|末)?|期限|完成时[限间]|\d{1,2}[.．/]\d{1,2}前|(?:前|内)完成/
const period =
  /^(?:(?:\d{4}|今|明|本|当)年(?:度)?|(?:今|明|本|当|\d{4})?年?(?:上半年|下半年)|本年度|“十[四五]五”.*|今冬明春)$/
const frequency =
  /每(?:日|天|晚|周|星期|旬|半?月|季度?|半年|年|逢|班|次|两周|两月|隔)|按(?:日|周|月|季|年|旬)(?:度)?|(?:一|两|\d)(?:周|月|季度?|年|天)(?:一|两|\d)(?:次|报|查|调度|通报|评|结|清|轮|会商)|(?:日|周|月|季)(?:巡查|调度|通报|例会|报告|会商|清|结|报|评)|实时|24小时|全天候|逢[一二三四五六七八九十\d]/
const finished =
  /(?:已|均已|现已|已经)(?!久|知|有(?!效)|[^，。；]{1,8}的(?!整改))[^，。；]{0,24}|完成整改|整改完毕|整改到位|当场|立行立改|销号|到位资金/
const vagueTime =
  /尽快|尽早|抓紧(?=[^，。]{0,10}(?:完成|落实|推进|解决|办理))|适时|择机|逐步|逐渐|长期(?=坚持|抓|推进)|持续(?=推进|整改|坚持)|今后|近期|早日|随时|不?定期|常态化|长效|条件成熟/
export const standard =
  /(?:(?:符合|按照?|对照)(?![^，。；、]{0,3}更)[^，。；、]{1,12}标准|(?:达到?|不低于|不少于|不高于|不超过|控制在|降至|降到|提高到|提升到|压缩到|增至|完成率|合格率|办结率|满意率|覆盖率|达标率|销号|验收|全覆盖|清零|\d+(?:\.\d+)?%)[^，。；、]{0,16})/

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
