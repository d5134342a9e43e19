// Whether a phrase begins in the middle of a word: in 整改进度 there is no 改进. Chinese has few such strings, where the last
// character of one word and the first of the next make a third (overlapping ambiguity), so those whose third word is a verb of
// the lexicon are listed.

import type { Span } from '../../types'

/** By what the phrase seems to begin with: the words that end in its first character, and what goes on behind them. */
const overlaps: Readonly<Record<string, readonly [words: readonly string[], rest: readonly string[]]>> = {
  改进: [
    ['整改', '修改', '技改', '房改', '厕改', '医改', '教改'],
    ['进度', '进展', '进程', '进行', '进入', '进场'],
  ],
  改善: [['整改', '修改'], ['善后']],
  促进: [
    ['督促', '敦促', '催促'],
    ['进度', '进场', '进入', '进行', '进展'],
  ],
  加大: [
    ['参加', '增加', '添加'],
    ['大会', '大赛', '大型', '大病', '大棚', '大学', '大讨论'],
  ],
  实施: [
    ['落实', '核实', '夯实'],
    ['施工', '施肥', '施策', '施救'],
  ],
  发展: [
    ['开发', '研发', '批发'],
    ['展示', '展览', '展销', '展区', '展厅'],
  ],
  强化: [
    ['加强', '增强'],
    ['化肥', '化工', '化解', '化验', '化粪'],
  ],
  规范: [
    ['法规', '新规'],
    ['范围', '范本'],
  ],
  优化: [['择优'], ['化肥']],
  推进: [
    ['公推', '力推'],
    ['进度', '进口'],
  ],
  提高: [['前提'], ['高度', '高低']],
  落实: [
    ['村落', '坐落'],
    ['实际', '实有'],
  ],
  完善: [['做完', '办完', '处理完'], ['善后']],
}

/** Words whose last character begins a slogan of three: 加强|监管 is no 强监管, 确保|安全 no 保安全. */
const endings: Readonly<Record<string, string>> = {
  强: '加增坚顽富',
  保: '确担环社医',
  稳: '平安',
  促: '督敦催',
  补: '弥填增',
  破: '突打侦',
  解: '化破了缓',
  防: '预消国联',
  调: '协空抽',
  重: '注尊',
  求: '要追需',
  聚: '凝汇积',
  办: '开举承协督',
  优: '择质',
}
const sloganLength = 3

/** The words of `text` run across the beginning of the phrase. */
export function beginsInsideWord(text: string, { start, end }: Span): boolean {
  if (start === 0) return false
  if (end - start === sloganLength && endings[text[start]!]?.includes(text[start - 1]!)) return true
  const found = overlaps[text.slice(start, start + 2)]
  if (!found) return false
  const [words, rest] = found
  return (
    words.some(word => text.endsWith(word, start + 1)) && rest.some(each => text.startsWith(each, start + 1))
  )
}
