// What looks like a figure and is none: policy nicknames, idioms, labels, service numbers.

import { expressionOf } from '../../knowledge/cue'
import * as figuresWords from '../../knowledge/figures.generated'
import { oneOf } from './chars'

const words = (text: string) => text.trim().split(/\s+/)

/** Names and idioms that begin with a numeral, by first character. */
const names = words(`
  一带一路 一国两制 一岗双责 一核 一网通办 一网统管 一件事 一次性 一条龙 一站式 一家亲 一条心 一人一 一户一 一村一 一企一 一事一 一案一 一项一 一镇一 一校一 一园一 一件一 一台一 一车一 一处一 一条一 一类一 一家一 一把 一线
  一个样 一套人马 一处失信 一次办 一次不 一次告知 一人失信 一起来 一起抓 一起干 一个都不能少 一个不漏 一个不少 一户不漏 一人不漏 一户不落 一人不落 一人就业 一人参保 一家人
  二次收 二次供 二次污 二次加 二次装 二次转 二次利 二次创 二次投 二次分 二次开 二次伤 二次事 二次搬 二次倒 二次报 二次付 二次元 二次函
  两会 两个维护 两个确立 两个一百年 两个大局 两个结合 两个毫不动摇 两个覆盖 两个责任 两个健康 两个清单 两学一做 两不愁 两山 两手 两项改革 两类人员 两重 两新 两癌 两线 两面人 两个市场
  三农 三资 三会一课 三严三实 三个代表 三个一 三个区分开来 三个清单 三个务必 三重一大 三公 三项制度 三类人员 三支一扶 三支队伍 三项岗位 三同时 三令五申 三番五次 三三两两 三级 三孩 三年行动 三个必须 三管三必须 三大 三下乡 三次产业 三权 三单 三十而立 三人行 三位一体 三人成众
  四个意识 四个自信 四个全面 四个一 四个伟大 四个最严 四个不摘 四个不出 四不两直 四大 四风 四史 四项基本原则 四面八方 四位一体 四类人员 四类药品 四个专项
  五位一体 五个一 五大 五湖四海 五项制度 五级书记 五险一金 五花八门 五一 五四 五星 五保户 五保 五类 五个坚持 五个文明 五保人
  六稳 六保 六个一 六大 六尺 六个为什么 六个坚持 七一 七个有之 七嘴八舌 七上八下 八项规定 八个明确 八一 八方 八小时 八大 八个坚持 九个坚持 九大
  十个明确 十四个坚持 十大 十分 十二届 十三届 十四届 十五届 十条红线 十六字 十件民生实事 十项民生 十家联保 十户联保 十户长
  百姓 百年 百家 百万庄 百花 百户长 百日 百舸 百件实事 千方百计 千家万户 千方 千万要 千军万马 千头万绪 千人计划 千村 千里 千企 千辛万苦 千差万别 千家 万家 万户 万众 万无一失 万企 万一 万事 万物 万元户 万人迷`)

/** By the first two characters: half of all names begin with 一, and so do many figures. */
const byHead = new Map<number, string[]>()
const headAt = (text: string, at: number) => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)
for (const name of names) {
  const head = headAt(name, 0)
  const list = byHead.get(head) ?? []
  list.push(name)
  byHead.set(head, list)
}

/** Length of the name or idiom that starts at `at`; 0 when there is none. */
export function fixedNameAt(text: string, at: number): number {
  const list = byHead.get(headAt(text, at))
  if (!list) return 0
  for (const name of list) if (text.startsWith(name, at)) return name.length
  return 0
}

const isOpener = oneOf('“‘"「『')
const isCloser = oneOf('”’"」』')
const isPause = oneOf('，。；：')

/** `“三个一”工程`, `“8337”思路`, `“3·15”`: a short quotation that opens with the figure is a name. */
export function isQuotedName(text: string, start: number, end: number): boolean {
  if (!isOpener(text, start - 1)) return false
  const stop = Math.min(text.length, end + 9)
  for (let i = end; i < stop; i++) {
    if (isCloser(text, i)) return true
    if (isPause(text, i)) return false
  }
  return false
}

/** Behind a bare number these make it a label, a name or a point in time rather than an amount. */
const labelTails = words(`
  号 条款 届 代 版 路 线 国道 省道 县道 乡道 高速 热线 指挥中心 报警 急救 政务 平台 工程 文件 单元 楼 室 栋楼 后 年代 世纪 周年 季度 年度 附件
  日 月 时 点 章 节 篇 卷 公司 部队 所示`)
const tailHeads = new Map<number, string[]>()
for (const tail of labelTails) {
  const head = tail.charCodeAt(0)
  const list = tailHeads.get(head) ?? []
  list.push(tail)
  tailHeads.set(head, list)
}

export function isLabelTail(text: string, at: number): boolean {
  const list = at < text.length ? tailHeads.get(text.charCodeAt(at)) : undefined
  return list?.some(tail => text.startsWith(tail, at)) ?? false
}

const labelHeads =
  /(?:附件|附表|附图|附录|表|图|例|案例|步骤|样本|编号|型号|代码|邮编|电话|传真|热线|拨打|国道|省道|县道|高速|GB|QQ|微信|版本|栏目|阶段|标段|专栏|号|卷|页码|〔|\[|【)$/

const endsLabelHead = oneOf('件表图录例案骤本号码编话真线打道速BQ信目段栏卷〔[【')

/** 附件2, 表1, 〔2026〕, 电话…: a bare number behind one of these names something. */
export function isLabelHead(text: string, at: number): boolean {
  return endsLabelHead(text, at - 1) && labelHeads.test(text.slice(Math.max(0, at - 4), at))
}

/** 三个方面、四项措施: such counts announce a list and are no evidence of a result. */
const structuralNouns = expressionOf(figuresWords.structuralNoun)
const structuralArabic =
  /^(?:大|个|项|条|点|方面)?(?:主要|重点|关键|突出|大)?(?:方面|层面|环节|维度|举措|要求|体会|启示|阶段|步骤|抓手|原则|坚持|着力点|关口)/

const mayBeStructural = oneOf(
  '大个项条点种类方层道主重关突具基核专环维举措要建意体启任目阶步抓原坚特经做着转结到必确机行工问矛短不渠字',
)

export function isStructural(text: string, unitStart: number, chinese: boolean): boolean {
  if (!mayBeStructural(text, unitStart) || !mayBeStructural(text, unitStart + 1)) return false
  return (chinese ? structuralNouns : structuralArabic).test(text.slice(unitStart, unitStart + 8))
}
