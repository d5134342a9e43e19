// The words around a time that tell what it is: a duty, a plan, something done. Longest match wins, so that 重要 and 申请
// are not taken for 要 and 请. Data and the little scanner over it.

import { expressionOf } from '../../knowledge/cue'
import * as datesWords from '../../knowledge/dates.generated'

export type CueKind =
  | 'oblige'
  | 'plan'
  | 'target'
  | 'done'
  | 'finished' // 销号, 办结: completion if said as a fact
  | 'unfinished'
  | 'perfective' // 了
  | 'original'
  | 'moved'
  | 'statute'
  | 'condition'
  | 'contrast'
  | 'neutral'

export interface Cue {
  readonly kind: CueKind
  readonly start: number
  readonly end: number
}

const words: Readonly<Record<CueKind, string>> = {
  oblige:
    '应当 应该 应于 应在 应 须 须于 须在 必须 务必 务须 务求 必需 需 需要 需于 需在 要 要于 要在 要求 请 敬请 恳请 请于 请在 限 限于 限期 限时 责令 责成 督促 督办 交办 ' +
    '不得 不得超过 不超过 不得多于 确保 保证 承诺 明确 力保 不迟于 不晚于 不得迟于 不得晚于 最迟 至迟 最晚 赶在 抢在 限定 倒排 已明确 已要求 已责令 已承诺 约稿 下达任务 完成时限 整改时限 办结时限 报送时限 完成期限 整改期限 截止时间 截止日期 时间节点 时间要求 ' +
    '牵头 责任人 责任单位 责任领导',
  plan: '将于 将在 将 即将 拟 拟于 拟在 计划 计划于 计划在 预计 预定 预期 定于 已定于 已计划 已安排 安排在 安排于 打算 准备 有望 可望 规划于 预备 今后 未来 拟定于 确定于 初步定于 暂定 暂定于 筹备',
  target: '力争 争取 目标 目标是 力求 致力 奋斗目标 努力实现 努力',
  done: '已 已于 已在 已经 均已 业已 早已 现已 都已 也已 已全部 已全面 已提前 已顺利 已如期 已按期 已按时 提前完成 顺利完成 圆满完成 超额完成 如期完成 按期完成 按时完成',
  finished:
    '销号 办结 完结 验收合格 通过验收 整改完毕 整改到位 完成率100% 完成率达100% 完成率为100% 100%完成 完成率达到100%',
  unfinished:
    '尚未 仍未 还未 未能 至今未 没有完成 未完成 已逾期 已超期 滞后 仅完成 只完成 才完成 完成过半 进度 剩余 还剩 尚有 仍有 仍差 尚差 已完成百分之',
  perfective: '了',
  original: '原定于 原定 原计划 原拟 原要求 原约定 原预计 原本 原先 原 初定',
  moved:
    '推迟至 推迟到 延期至 延期到 延后至 延后到 延长至 延长到 延至 顺延至 顺延到 调整为 调整至 调整到 改为 改至 改到 改期至 提前至 提前到 展期至 宽限至 放宽至 变更为 推后至 推后到 后延至',
  statute: '根据 依据 按照 依照 遵照 规定 条例 法律 办法第 细则 约定',
  condition:
    '如 如果 若 一旦 凡 凡是 倘若 逾期 超过 未按 有效期 有效期限 试行期 试行 质保期 保修期 任期 聘期 保质期 租期 合同期',
  contrast: '但 却 然而 往往 可是 竟',
  neutral:
    '重要 主要 需求 必要 纪要 摘要 要点 要素 要闻 只要 要是 要件 要害 要道 概要 提要 想要 不要 要么 要领 要务 首要 次要 险要 简要 扼要 若要 要塞 要素保障 ' +
    '应急 供应 响应 反应 相应 适应 对应 效应 应对 应用 应邀 应届 应收 应征 应诉 应答 应运 应景 报应 感应 呼应 照应 应付 应变 应聘 回应 答应 应力 应纳 应缴 应训 应到 应学 应参 应检 应转 应报 应保 应兜 应种 应换 应知 应查 应发 ' +
    '供需 刚需 所需 特需 按需 急需 内需 申请 请求 请示 邀请 聘请 请假 提请 请客 请辞 请愿 ' +
    '有限 权限 限制 限额 无限 极限 限速 界限 局限 限高 限量 限产 受限 上限 下限 底限 保险期限 合同期限 保质期限 使用期限 服务期限 贷款期限 借款期限 承包期限 租赁期限 质保期限 年限 限值 限购 限行 ' +
    '模拟 拟建 拟任 拟录用 拟聘 拟推荐 拟提拔 拟表彰 拟出让 拟征收 拟征地 拟稿 草拟 虚拟 拟稿人 将军 将近 即将到期 大将 将信将疑 按计划 按照计划 根据计划 行动计划 年度计划 工作计划 计划生育 五年计划 计划投资 计划总投资 计划数 施工计划 计划任务 整改计划 占计划 占年计划 占年度计划 列入计划 计划表 ' +
    '目标任务 目标责任 目标考核 年度目标 目标数 目标值 既定目标 总目标 各项目标 目标管理 了解 为了 除了 了然 了结 明了 罢了 已故 而已 不已 已有 已知 ' +
    '争取资金 争取项目 争取上级 争取到 争取政策 争取专项 努力下 共同努力 不懈努力 努力提升 努力提高 准备工作 筹备工作 前期准备 准备充分 充分准备 如期 如下 如何 例如 诸如 比如 如实 如图 如有 假如 正如 犹如 现场 现有 现金 现代 实现 出现 发现 体现 表现 呈现 展现 现状 现象 现任 ' +
    '不但 但是 原因 原则 原料 原有 原地 原材料 还原 高原 平原 资源 起源 原来 原始 草原 共计 公共 共同 共享 中共 共建 共治 共产 共青 一共 ' +
    '明确了 规定了 未来得及 情况通知 通知书 会议通知 本通知 通知要求 不要求 需要指出 要不是 高要求 新要求 有关要求 相关要求 工作要求 总要求 各项要求 规范要求 标准要求 严要求 按要求 按照要求 进度快 进度款 现将 为期 学期 不得不 不得已 了不得 怪不得 舍不得 巴不得 严格落实 严格执行 严格按照',
}

// 逾期, 请 and others serve two kinds; the first kind listed here wins where both could match.
const priority: readonly CueKind[] = [
  'neutral',
  'moved',
  'original',
  'unfinished',
  'done',
  'finished',
  'oblige',
  'plan',
  'target',
  'condition',
  'statute',
  'contrast',
  'perfective',
]

interface CueWord {
  readonly word: string
  readonly kind: CueKind
}

// Two characters tell which words can stand at a place; mostly that is none, or the first character alone (要 in 要闻).
const begins = new Uint8Array(0x10000)
const alone = new Int16Array(0x10000)
const byPair = new Int16Array(0x10000)
const pairOf = (first: number, second: number): number => ((first * 31) ^ (second * 7)) & 0xffff
const lists: CueWord[][] = [[]]
{
  const known = new Map<string, CueKind>()
  for (const kind of priority)
    for (const word of words[kind].split(' ')) if (!known.has(word)) known.set(word, kind)
  // The longest come to stand first.
  for (const [word, kind] of [...known].sort(([a], [b]) => a.length - b.length)) {
    const first = word.charCodeAt(0)
    begins[first] = 1
    const [slots, slot] = word.length === 1 ? [alone, first] : [byPair, pairOf(first, word.charCodeAt(1))]
    if (slots[slot] === 0) slots[slot] = lists.push([]) - 1
    lists[slots[slot]!]!.unshift({ word, kind })
  }
}

/** Cues of `text` between two places, in order. */
export function findCues(text: string, start: number, end: number): Cue[] {
  const cues: Cue[] = []
  for (let i = start; i < end; ) {
    const first = text.charCodeAt(i)
    const found =
      begins[first] === 1
        ? (wordAt(text, i, byPair[pairOf(first, text.charCodeAt(i + 1))]!) ?? wordAt(text, i, alone[first]!))
        : undefined
    if (!found) {
      i++
      continue
    }
    const { word, kind } = found
    const next = i + word.length
    if (kind !== 'neutral' && isItself(text, i, next, word)) cues.push({ kind, start: i, end: next })
    i = next
  }
  return cues
}

/** The longest word of a list that begins there. */
function wordAt(text: string, at: number, list: number): CueWord | undefined {
  if (list !== 0) for (const each of lists[list]!) if (text.startsWith(each.word, at)) return each
  return undefined
}

/** What follows 将 when it speaks of the future; before a noun (将名单报…) it is 把. */
const futureVerb = expressionOf(datesWords.futureVerb)

/** 要 and 应 behind certain characters belong to a longer word. */
function isItself(text: string, start: number, end: number, word: string): boolean {
  const before = text[start - 1] ?? ''
  switch (word) {
    case '将':
      return futureVerb.test(text.slice(end, end + 4))
    case '要':
      return !/[主重需必纪摘概提扼简首次险显紧只想]/.test(before)
    case '应':
      return !/[供响反相适对效感呼照回答]/.test(before)
    case '请':
      return !/[申邀聘提报敬恳]/.test(before)
    case '限':
      return !/[有权无极界局受上下底年时期]/.test(before)
    case '需':
      return !/[供刚所特按急内]/.test(before)
    case '拟':
      return !/[模草虚]/.test(before)
    case '如':
      return !/[例诸比假正犹]/.test(before) && !/[期数约此一果上]/.test(text[end] ?? '')
    case '原':
      return /[定计拟]|\d/.test(text[end] ?? '')
    case '已':
      return !/[而不]/.test(before)
    default:
      return true
  }
}
