// Does a text without a declaration read like a government-information report? Decided by the words of the trade against
// the words of other trades, not by single words: 项目, 部署, 检查 and 监管 are everybody's.

import { expressionOf } from '../knowledge/cue'
import * as genreWords from '../knowledge/genre.generated'
import type { Bilingual } from '../types'
import type { Sample } from './sample'

/** Offices and bodies of state: nobody else signs with them. */
const bodies = expressionOf(genreWords.body, 'g')

/** How the trade speaks of its own house and business. */
const trade = expressionOf(genreWords.tradeWord, 'g')

/** Towns, villages and streets by name, and how their people are spoken of at home. */
const places = expressionOf(genreWords.homePlace, 'g')

/** The turns of phrase of the office: nobody else strings them together. */
const rhetoric = expressionOf(genreWords.rhetoric, 'g')

/** （柳河镇敬老院 4月15日）, 高坪村村委会 2026年6月13日: a unit and a day close the text, as they close no article. */
const signature = new RegExp(
  `(?:^|\\n)[（(]?[^，。；：\\n]{0,24}(?:${genreWords.signer.source})[^，。；：\\n\\d]{0,8}[\\s　]*(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日[^，。\\n]{0,6}[）)]?\\s*$`,
)
/** 柳河街道开展……, 龙门镇敬老院……: the title begins with the unit. */
const unitTitle = expressionOf(genreWords.unitTitle)

const officialTitle = expressionOf(genreWords.officialTitle)

/** A report's title begins with the place or the office that it is about. */
const placeTitle = /^[一-龥]{2,6}(?:镇|乡|街道|社区|县|区|村|局)(?!域|里|长|民)[^。]{4,40}$/

/** What offices count. */
const counts = /(?<=\d)(?:余|多)?(?:户|人次|万元|亿元|亩|公顷|公里|处|家|件|起|份|场次?|个村|吨|株)/g

/** The parts of a report under their usual names. */
const sectionTitle =
  /工作(?:完成|开展|进展)情况|工作计划|协调(?:解决)?(?:的)?事项|存在(?:的)?(?:困难|问题)|下一步(?:工作)?(?:打算|安排|计划|措施)/

/** Everyday words of any office. */
const office =
  /(?:工作|开展|推进|加强|落实|部署|检查|监管|项目|资金|单位|部门|组织|建设|管理|制度|机制|措施|全面|进一步|责任|安全|情况|问题)/g

/** Words of other trades: each list is one, so that a text with many of one kind is known for what it is. */
const others: readonly (readonly [name: Bilingual, pattern: RegExp])[] = [
  [['技术文档', 'technical writing'], expressionOf(genreWords.software, 'gi')],
  [['商业宣传', 'business writing'], expressionOf(genreWords.business, 'g')],
  [
    ['使用说明', 'a manual'],
    /(?:本产品|本机|请勿|电源|按键|指示灯|遥控|说明书|保修卡|开机|关机|充电|电池|滤网|插头|旋钮|型号|额定|清洁|拆卸|松开|拧紧|长按|短按|蓝牙|配对|故障代码)/g,
  ],
  [
    ['菜谱', 'a recipe'],
    /(?:食材|食谱|料酒|生抽|老抽|蚝油|小火|中火|大火|切块|切丝|切片|油温|翻炒|焯水|腌制|葱花|姜片|蒜末|少许|适量|克盐|出锅|装盘|锅中|口感|烤箱)/g,
  ],
  [['文学作品', 'fiction'], expressionOf(genreWords.story, 'g')],
  [
    ['体育报道', 'sports news'],
    /(?:联赛|进球|球队|球员|主教练|赛季|比分|上半场|下半场|主场|客场|半决赛|决赛|冠军|夺冠|世界杯|亚冠|点球|门将|传球|射门|分钟破门|积分榜|得分|篮板|助攻|选手|金牌)/g,
  ],
  [['学术论文', 'academic writing'], expressionOf(genreWords.paper, 'g')],
  [
    ['个人文章', 'a personal text'],
    /(?:你|您可以|大家可以|我们可以|我觉得|我认为|我自己|我的|我在|我是|我想|我曾|我们来|咱们|吧[，。！]|呢[，。？]|啊[，。！]|博客|读者|作者|小说|电影|英语|单词|书籍|这本书|朋友们|亲爱的)/g,
  ],
]

export interface GenreVerdict {
  readonly is: boolean
  readonly reason: Bilingual
}

const no = (zh: string, en: string): GenreVerdict => ({ is: false, reason: [zh, en] })

/** Everything is counted per thousand Chinese characters. */
export function looksLikeReport({ text, headings, codeBlocks, inlineCode, title }: Sample): GenreVerdict {
  const chinese = count(text, /[一-鿿]/g)
  const latin = count(text, /[A-Za-z]/g)
  if (chinese < 40) return no('正文几乎没有汉字', 'Hardly any Chinese prose')
  if (latin > chinese * 0.25) return no('正文多为外文', 'Mostly Latin letters')
  if (codeBlocks > 0 || inlineCode * 200 > chinese)
    return no('含代码，按技术文档对待', 'Holds code: read as a technical document')
  const whole = `${title}\n${text}`
  const body = distinct(whole, bodies)
  const own = distinct(whole, trade)
  const plain = distinct(whole, office)
  const local = distinct(whole, places)
  const turns = distinct(whole, rhetoric)
  const named = title.trim()
  const titled =
    (officialTitle.test(named) ? 3 : 0) +
    (unitTitle.test(named) ? 2 : 0) +
    (signature.test(text.trimEnd().slice(-80)) ? 3 : 0) +
    (sectionTitle.test(headings) ? 3 : 0) +
    (placeTitle.test(named) ? 1 : 0) +
    (distinct(whole, counts).kinds >= 3 ? 2 : 0) +
    (/(?:^|[。；：\s])一是[\s\S]{4,300}二是/.test(text) ? 1 : 0)
  const telling = body.total * 2 + own.total + local.total + turns.total + titled
  const kinds = body.kinds * 2 + own.kinds + Math.min(local.kinds, 4) + turns.kinds * 0.5 + titled
  const score = per1000(telling + Math.min(plain.total, telling) * 0.3, chinese)
  let rival = 0
  let rivalName: Bilingual = ['其他文章', 'another text']
  let strangers = 0
  for (const [name, pattern] of others) {
    const { kinds: different, total } = distinct(whole, pattern)
    // One word said often is a topic (用户 in a note on water supply); several words are a trade.
    const weight = different === 1 ? 1 : Math.min(total, different * 3)
    strangers += weight
    if (weight > rival) {
      rival = weight
      rivalName = name
    }
  }
  // An abstract with its keywords heads a paper, whatever the paper is about.
  if (/摘要：/.test(text) && /关键词：/.test(text) && /引言|中图分类号|文献标识码|本文|实证/.test(text))
    return no('正文像学术论文，不像政务信息稿', 'Reads like academic writing')
  const foreign = per1000(rival + (strangers - rival) * 0.5, chinese)
  if (foreign > score * 0.75 || (foreign > 12 && foreign > score * 0.5))
    return no(`正文像${rivalName[0]}，不像政务信息稿`, `Reads like ${rivalName[1]}`)
  const enough = chinese < 150 ? 4 : 5
  if (kinds < enough || score < 14) return no('正文不像政务信息稿', 'Does not read like a report')
  return { is: true, reason: ['正文像政务信息稿', 'Reads like a report'] }
}

function per1000(value: number, chinese: number): number {
  return (value * 1000) / Math.max(chinese, 150)
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

function distinct(text: string, pattern: RegExp): { kinds: number; total: number } {
  const hits = text.match(pattern) ?? []
  return { kinds: new Set(hits).size, total: hits.length }
}
