// The units and measure words of official reports, and what kind of figure each makes.

export type QuantityKind =
  | 'count'
  | 'percent'
  | 'points'
  | 'multiple'
  | 'ratio'
  | 'money'
  | 'measure'
  | 'rank'
  | 'other'

export interface Unit {
  readonly text: string
  readonly kind: QuantityKind
  /** Also taken behind a Chinese numeral; 三级、四面、十分 are words, not figures. */
  readonly chinese: boolean
  /** Also taken behind a lone 一: 一名 is a figure, 一面 is not. */
  readonly one: boolean
}

const words = (text: string) => text.trim().split(/\s+/)

const money = words('元 美元 港元 港币 欧元 日元 英镑 卢布 元钱 块钱 角钱')

const measures = words(`
  平方公里 平方千米 平方米 平方厘米 平方 立方米 立方 公里 千米 米 厘米 毫米 公分 微米 纳米 海里 华里 里地
  公顷 亩 吨 公斤 千克 斤 克 毫克 微克 升 毫升 千瓦时 千瓦 兆瓦 兆瓦时 千伏安 千伏 伏 安培 摄氏度 ℃ °C 度电
  吨标准煤 吨标煤 标箱 标准箱 分贝 兆帕 帕 兆 小时 个小时 分钟 秒 秒钟 天 周 个月 个星期 个工作日 工作日 个季度 年 个年头
  课时 学时 岁 月龄 车公里
  kg KG km KM m cm mm m² m³ ㎡ ㎥ km² ㎞ t g mg L ml mL kW kWh kw KW MW MWh GWh kV kVA GB TB MB Mbps hm² ha`)
const arabicMeasures = words('方 度 分 级 里')

const counts = words(`
  个 名 人 户 家 件 项 次 场 起 例 条 处 座 栋 幢 套 台 辆 艘 架 只 头 匹 羽 尾 株 棵 盏 块 片 本 册 份 张 篇 封
  幅 枚 支 把 顶 床 袋 箱 瓶 桶 盒 包 批 轮 趟 遍 种 类 款 宗 笔 单 孔 眼 位 所 间 间次 人次 户次 件次 场次 家次 台次
  台套 台（套） 辆次 架次 亩次 艘次 车次 批次 频次 频点 班次 班列 列 组 期 页 字 万字 万人次 宗地 口人 口井 根 块次 处次 项次 条次 点次
  人天 工日 人份 剂 剂次 针次 例次 只次 头次 桌 席 间房 粒 捆 节 节课 堂 堂课 道 道题 门 门课程 首 部 部分 幕 集 面锦旗 面 层 拨 伙 串 坛 缸 团 丛 穴 垄 畦 块地
  对 双 副 枝 颗 尊 扇 段 路公交 艇 挂 门次 户（次） 桩`)
/** Nouns that take an Arabic figure without a measure word: 7乡1镇、163村. */
const arabicCounts = words(
  '行政村 自然村 社区 街道 乡镇 镇街 村居 小区 村 镇 乡 县 市 区 省 州 国 企业 单位 部门 学校 校 支部 党支部 户籍人口 口 队',
)

/** Measure words that a Chinese numeral forms ordinary words or labels with: 一道、四面、三部、两团、一节. */
const notChinese = new Set(
  words(
    '度 分 级 里 方 兆 期 节 面 道 门 层 部 部分 集 列 组 单 幕 段 对 双 副 团 字 平方 包 头 角钱 首 秒 尾 串 把 挂 伙 位 安培 伏 帕 架 支 手 根 本 片 口 队 桩 孔 眼 轮 页',
  ),
)
/** Exceptions: these do count behind a Chinese numeral of two or more characters or in official reports. */
const chineseAnyway = new Set(words('位 头 本 轮 架 支 片 对'))
const one = new Set(
  words(
    '名 人 户 家 件 项 次 例 条 处 座 栋 所 辆 台 个 亩 吨 起 套 份 宗 笔 批次 公里 米 平方米 人次 元 间',
  ),
)

function build(): Map<number, Unit[]> {
  const byHead = new Map<number, Unit[]>()
  const add = (text: string, kind: QuantityKind, chinese: boolean) => {
    const unit: Unit = { text, kind, chinese, one: one.has(text) }
    const head = text.charCodeAt(0)
    const list = byHead.get(head) ?? []
    if (!list.some(known => known.text === text)) list.push(unit)
    byHead.set(head, list)
  }
  for (const text of money) add(text, 'money', true)
  for (const text of measures) add(text, 'measure', !notChinese.has(text) && /^[^a-zA-Z]/.test(text))
  for (const text of arabicMeasures) add(text, 'measure', false)
  for (const text of counts) add(text, 'count', !notChinese.has(text) || chineseAnyway.has(text))
  for (const text of arabicCounts) add(text, 'count', false)
  for (const text of ['个百分点', '百分点']) add(text, 'points', true)
  for (const text of ['%', '％']) add(text, 'percent', false)
  for (const text of ['‰', '‱']) add(text, 'percent', false)
  add('成', 'percent', true)
  add('倍', 'multiple', true)
  for (const list of byHead.values()) list.sort((a, b) => b.text.length - a.text.length)
  return byHead
}

const byHead = build()
const isHead = new Uint8Array(0x10000)
for (const head of byHead.keys()) isHead[head] = 1

/** The longest unit that starts at `at`. */
export function unitAt(text: string, at: number): Unit | undefined {
  if (at >= text.length) return undefined
  const head = text.charCodeAt(at)
  if (isHead[head] === 0) return undefined
  for (const unit of byHead.get(head)!)
    if (unit.text.length === 1 || text.startsWith(unit.text, at)) return unit
  return undefined
}

/** Units of elapsed time: a period of years is no evidence of a result. */
export const longPeriods: ReadonlySet<string> = new Set(words('年 个月 个季度 个年头 周 个星期'))

/** What may follow a Chinese numeral that is a figure: a unit, a date mark, 半, 分之, a joint of a range. */
const follows = new Uint8Array(0x10000)
for (const head of byHead.keys()) follows[head] = 1
for (const char of '年月日号时点分秒半多余至到～~—–-－第') follows[char.charCodeAt(0)] = 1

export function mayFollowNumeral(text: string, at: number): boolean {
  return at < text.length && follows[text.charCodeAt(at)] === 1
}
