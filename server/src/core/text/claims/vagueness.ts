// Amounts that nobody counted although somebody could have: 一批隐患, 多次检查, 部分企业; and hedges piled on one figure.

import type { Edit, Span } from '../../types'
import { createMadeOf } from '../madeOf'
import type { Quantity } from '../quantities'
import { type Anchored, anchoredScanner } from './anchors'
import { clauseStart, isStated, readSentence, type SentenceReading } from './reading'

/** many 一批、大量; several 多家、数十户; times 多次; some 部分企业. */
export type VagueClass = 'many' | 'several' | 'times' | 'some'

export interface Vague extends Span {
  readonly is: VagueClass
  /** Index into the sentences given. */
  readonly sentence: number
}

interface VaguePattern extends Anchored {
  readonly is: VagueClass
}

const words = (text: string): string => text.trim().split(/\s+/).join('|')
const measures = '家户名位处起件项场个批种条辆台人座栋亩吨所'

/** What the writer's own side did, so that it knows how often and to how many. */
const doings = words(`
  排查 发现 查处 整治 整改 开展 组织 召开 举办 发放 培训 走访 慰问 拆除 清理 清运 化解 解决 受理 办理 引进 签约 新建 建成 完成 帮扶 检查 张贴 悬挂 印发 制作
  出动 投入 安排 转移 救助 收集 征集 收到 接到 打造 培育 新增 选派 抽调 购置 配备 安装 修建 改造 更换 种植 栽植 查获 取缔 关停 约谈 处罚 破获 抓获 调解 回访
  接待 吸引 吸纳 邀请 招募 发动 建立 建设 实施 推出 储备 协调 争取 筹集 捐赠 拨付 兑现 落地 开工 投产 流转 创建 评选 表彰 曝光 通报 下发 下达 责令 涌现 积累 提出 写出 做 做了`)

/** Things and bodies that stand in somebody's register. */
const registered = words(`
  企业 商户 单位 村 行政村 自然村 乡镇 街道 社区 镇街 学校 幼儿园 中小学 农户 站所 项目 点位 小区 路段 设施 合作社 经营户 门店 部门 养殖户 种植户 施工单位 物业 卫生室
  加油站 水库 泵站 桥梁 工厂 园区 网格 家庭农场 养老机构 培训机构 超市 餐馆 饭店 药店 工地 矿山 船舶 档案 村卫生室 家庭 工程 灌区 水厂 厂矿`)

const pattern = (is: VagueClass, anchors: string, source: string): VaguePattern => ({
  is,
  anchors: anchors.split(' '),
  pattern: new RegExp(source, 'y'),
})

const scan = anchoredScanner([
  pattern(
    'many',
    '一批 一大 大批 大量 许多 不少 众多 诸多 若干',
    '(?:一大?批(?![次复准示文])|大批(?!量)|大量|许多|不少(?!于)|众多|诸多|若干)(?:的)?(?=[一-龥])',
  ),
  pattern(
    'several',
    [...measures]
      .map(measure => `多${measure}`)
      .join(' ')
      .concat(' 数十 数百 上百 好几 几十 几百'),
    `(?:(?<![\\d一二三四五六七八九十百千万许很众最更不较增越太大好差繁诸])多|(?<![\\d.十百千万])(?:数十|数百|上百|好几|几十|几百)(?:余|多)?)[${measures}](?=[一-龥])`,
  ),
  pattern(
    'times',
    '多次 数次 屡次 先后',
    `(?:先后)?(?:(?<![许很众\\d十百])多|(?<![人户场架班辆台频])数|屡)次(?=(?:${doings}|上门|督促|现场|前往|深入|对接|调度|部署|反映|督办|赴|到|向|与|对|被|获|主动|专题|集中|联合))`,
  ),
  pattern(
    'some',
    '有的 有些 部分 个别 少数 多数 大多 大部 绝大 相当 一些 不少 许多 很多',
    `(?:有的|有些|(?:相当一|绝大|大)?部分|个别|少数|(?:绝大|大)?多数|一些|不少|许多|很多)(?:的)?(?:${registered})(?![民干级里支委务组集落家主]|[一-龥]?[干群])`,
  ),
])

const done = new RegExp(`(?:${doings})(了|出|到|过|起)?[^，。；：、的]{0,6}$`)
const dated = /\d[月日]|今年|去年|上半年|季度|近年|以来|先后|期间|当[天日]|现场/
/** Before 部分企业 nothing stands but a word of time or of being there. */
const opens = createMadeOf(
  words(`
  一是 二是 三是 四是 五是 六是 七是 八是 九是 十是 目前 当前 但 但是 有 还有 仍有 仍还有 尚有 仍 由于 因 其中 同时 导致 造成 致使 使 据了解 反映 发现 存在 是 对
  此外 另外 ，`).split('|'),
)

/** Vague amounts in one block's prose, where the sentence states what was or is. */
export function findVague(text: string, sentences: () => readonly Span[]): Vague[] {
  const candidates = scan(text)
  if (candidates.length === 0) return []
  const spans = sentences()
  const found: Vague[] = []
  let at = 0
  let reading: SentenceReading | undefined
  for (const { by, start, end } of candidates) {
    while (at < spans.length && spans[at]!.end <= start) at++
    const sentence = spans[at]
    if (!sentence || start < sentence.start) continue
    const prefix = text.slice(clauseStart(text, sentence.start, start), start)
    if (by.is === 'some' ? !opens(prefix) : /[第首同另这那每前后上下两几]$/.test(prefix)) continue
    const doing = by.is === 'many' || by.is === 'several' ? done.exec(prefix) : undefined
    if (doing === null) continue
    if (reading?.start !== sentence.start) reading = readSentence(text, sentence)
    // 引进一批企业 without a word of time or completion is as good as a plan.
    if (doing && !doing[1] && !reading.reported && !dated.test(text.slice(sentence.start, start))) continue
    if (!reading.stating || !isStated(text, reading, start, '')) continue
    found.push({ start, end, is: by.is, sentence: at })
  }
  return found
}

/** Two hedges on one figure, with the edits that leave one. */
export interface DoubleHedge extends Span {
  readonly edits: readonly Edit[]
}

const periods: ReadonlySet<string> = new Set(['年', '个月', '月', '周', '个星期', '天', '小时', '分钟'])
const hedgeBefore =
  /(?:(大约|(?<![节签预合公履违契续特邀条制要失爽])约|大概|将近|接近|(?<![附最靠邻临新远亲])近)(有|为|达)?|(超过|(?<!超)逾|突破|不少于|至少|不低于))$/
const hedgeBehind = /^(?:左右|上下|以上|多(?=[，。；、）人户家])|余(?=[，。；、）人户家]))/

/** 约50余户左右: says three times that nobody counted. */
export function findDoubleHedges(text: string, figures: readonly Quantity[]): DoubleHedge[] {
  const found: DoubleHedge[] = []
  for (const { start, end, approx, unit } of figures) {
    // 近几年, 约两个多月: a span of time is nobody's count.
    if (approx === 'exact' || /[年月周天日旬]$/.test(text.slice(start, end)) || periods.has(unit)) continue
    const before = hedgeBefore.exec(text.slice(Math.max(0, start - 6), start))
    const behind = hedgeBehind.exec(text.slice(end, end + 3))
    const inside = /[多余几]/.test(text.slice(start, end))
    if (Number(before !== null) + Number(behind !== null) + Number(inside) < 2) continue
    // 不少于…以上 and 超过…以上 are two of a kind; 约…以上 contradicts itself: the one in front stays unless 余 says it.
    const edits: Edit[] = []
    const from = before ? start - before[0].length : start
    const word = before ? (before[1] ?? before[3])! : ''
    if (before && inside) edits.push({ start: from, end: from + word.length, text: '' })
    const to = behind ? end + behind[0].length : end
    if (behind) edits.push({ start: end, end: to, text: '' })
    found.push({ start: from, end: to, edits })
  }
  return found
}
