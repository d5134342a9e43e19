// Asks a sentence which families of words it may hold, two characters at a time, so that the regular expressions behind
// them run only where they can match.

export const mark = {
  plan: 1,
  demand: 2,
  supposed: 4,
  definition: 8,
  fact: 16,
  reference: 32,
  possible: 64,
} as const

const single = new Uint8Array(0x10000)
const first = new Uint8Array(0x10000)
const pairs = new Uint8Array(0x10000)

const slot = (a: number, b: number) => (a * 31 + b * 7) & 0xffff

function register(bit: number, words: string) {
  for (const word of words.trim().split(/\s+/)) {
    const a = word.charCodeAt(0)
    if (word.length === 1) single[a]! |= bit
    else {
      first[a] = 1
      pairs[slot(a, word.charCodeAt(1))]! |= bit
    }
  }
}

register(
  mark.plan,
  `要 将 应 须 拟 务必 还需 仍需 亟需 急需 有望 预计 预期 预测 势必 以便 以期 旨在 意在 便于 有利 有助 有待 亟待 尚待 力争 争取 力求 力促
  确保 务求 努力 计划 目标 是否 如何 怎样 为什 何以 怎么 通过`,
)
register(mark.demand, '强调 指示 希望 勉励 嘱咐 叮嘱 号召 倡议 呼吁 批示 寄语 要求')
register(
  mark.supposed,
  '若 倘 凡 如果 假如 一旦 只有 只要 除非 无论 不论 不管 即使 即便 哪怕 每当 否则 万一 虽然 虽说 尽管 固然 随着',
)
register(mark.definition, '第 是指 所谓 指的 系指 定义')
register(
  mark.fact,
  `《 》 类 由 零 无 如 通过 批准 批复 核准 许可 证书 命名 授予 授牌 评为 认定 确定 列为 列入 表彰 通报 等奖 金奖 银奖 称号 荣获 获评 获批 获得
  入选 发布 竣工 通车 投入 建成 开工 投产 通水 通电 通气 挂牌 揭牌 封堵 关停 关闭 拆除 取缔 停产 签订 签署 签约 标准 立案 移送 受到 推广 转发 刊发
  交流 全部 均已 都已 全数 悉数 未发 没有 未出 未造 例如 比如 譬如 为例`,
)
register(mark.reference, '表 图 附件 附表 附后 如下')
register(mark.possible, '可 能 会')

/** The families that may stand in `text` from `from` to `to`. A false alarm costs one regular expression. */
export function marksIn(text: string, from: number, to: number): number {
  let found = 0
  for (let i = from; i < to; i++) {
    const a = text.charCodeAt(i)
    found |= single[a]!
    if (first[a] === 1) found |= pairs[slot(a, text.charCodeAt(i + 1))]!
  }
  return found
}
