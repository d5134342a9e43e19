// What an item is about, for laying measures to problems by content: pairs of characters less the words that every item
// has, and families of words that name one thing from both sides (迟报 and 限时, 不会写 and 培训).

import { expressionOf } from '../../knowledge/cue'
import * as substanceWords from '../../knowledge/substance.generated'
import { createGate } from '../../text/gate'
import { pairOf } from '../../text/ideographs'
import { createOrdinals } from '../../text/similarity/ordinals'

/** Words of the office that say nothing about the matter. */
const idle = expressionOf(substanceWords.idleWord, 'g')

/** Each family is one topic. A word may belong to several. */
const families: readonly (readonly [name: string, words: RegExp])[] = [
  ['time', /迟报|及时|时限|超时|拖延|逾期|滞后|限时|时效|半个?月|按时|准时|倒排|进度慢|缓慢|进展慢/],
  ['skill', /培训|业务|素质|学习|本领|专业|不会|技能|以会代训|跟班|写作/],
  ['incentive', /激励|考核|奖惩|奖励|通报|评比|约谈|问责|处罚|积极性|绩效|评先|批评|排名/],
  ['technology', /平台|渠道|技术|系统|信息化|网络|软件|电脑|数字化|智能|线上|自动/],
  ['together', /单打独斗|全员|分工|协同|配合|合力|共同|联动|各自为政|多头|衔接|会商|联席|推诿|扯皮|共享/],
  ['money', /资金|经费|投入|预算|补助|缺口|财政|拨付|筹资|筹集|贷款|融资/],
  ['price', /[水电票气暖药租运]费|[水电票气药粮]价|计价|补贴|亏损|入不敷出|倒挂/],
  ['staff', /人员|人手|编制|力量|在岗|专职|兼职|队伍|配备|招聘|借调|老龄|断层|身兼|一人|聘用/],
  ['awareness', /认识|重视|意识|思想|观念|宣传|知晓|教育|动员|宣讲|引导/],
  ['facility', /设施|设备|管网|路面|维修|老化|破损|管护|改造|更换|破旧|维护|修缮|修复|加固/],
  ['oversight', /监管|监督|检查|督查|执法|巡查|抽查|暗访|排查|处罚|整治/],
  ['procedure', /流程|审批|签批|环节|手续|简化|一次办|代办|材料|跑腿|窗口/],
  ['quality', /质量|深度|综合|精品|价值|高质量|雷同|流水账|把关|审核|图文|图片/],
  ['honesty', /报喜|报忧|问题类|负面|失真|喜忧|真实/],
  ['waste', /垃圾|清运|保洁|脏乱|分类|污水|环境|卫生/],
  ['water', /供水|饮水|用水|停水|水质|管道|水压|水源|水表|灌溉|渠/],
  ['traffic', /交通|道路|停车|拥堵|公路|车位|泊位|路灯|出行|班车/],
  ['fire', /消防|火灾|灭火|通道|线路|用电|充电/],
  ['land', /土地|耕地|撂荒|流转|宅基地|用地|复垦|勘界|确权/],
  ['dispute', /纠纷|矛盾|信访|上访|投诉|调解|诉求|12345/],
  ['market', /销售|销路|滞销|市场|价格|电商|品牌|订单|收购|仓储|冷库|保鲜/],
  ['elderly', /老人|养老|独居|助餐|空巢|护理/],
  ['child', /学生|学校|教师|儿童|留守|托管|校车|师资/],
  ['health', /医疗|医生|村医|药品|就诊|卫生院|医保/],
  ['work', /就业|招工|用工|务工|岗位|欠薪|工资/],
]

const { scan, bit } = createGate(Object.fromEntries(families))

/**
 * Topics of a text with their weights, in the order in which they come. A topic is a pair of characters, or a family by its
 * place in the list (negative).
 */
export interface Topics {
  readonly keys: readonly number[]
  readonly weights: readonly number[]
}

const longestRead = 600

const ordinals = createOrdinals()

export function topicsOf(title: string, text: string): Topics {
  const keys: number[] = []
  const weights: number[] = []
  ordinals.clear(Math.min(text.length, longestRead) + title.length + 2 * families.length)
  const add = (key: number, weight: number) => {
    const at = ordinals.put(key)
    if (at === keys.length) {
      keys.push(key)
      weights.push(weight)
    } else if (weights[at]! < weight) weights[at] = weight
  }
  const read = (part: string, weight: number) => {
    const cues = scan(part)
    families.forEach(([name, words], i) => {
      if (cues & bit[name]! && words.test(part)) add(-1 - i, weight * 1.4)
    })
    eachPair(part.replace(idle, '，'), pair => add(pair, weight))
  }
  read(text.slice(0, longestRead), 1)
  read(title, 1.5)
  return { keys, weights }
}

/** Calls `take` with every two ideographs that stand together, as one number. */
function eachPair(text: string, take: (pair: number) => void) {
  for (let i = 1; i < text.length; i++) {
    const pair = pairOf(text.charCodeAt(i - 1), text.charCodeAt(i))
    if (pair >= 0) take(pair)
  }
}

/**
 * How alike items are, by their indices in the list. They are laid to each other by the topics that several have, but not
 * everybody, since what everybody mentions binds nobody; the rarer a topic, the more it tells.
 */
export function likenessAmong(all: readonly Topics[]): (a: number, b: number) => number {
  const rare = rarities(all)
  const telling = all.map(own => tellingTopics(own, rare))
  // The topics of one item, laid out to be looked up by those of the others.
  const laid = new Float64Array(rare.length)
  let laidItem = -1
  const lay = (item: number) => {
    if (item === laidItem) return
    if (laidItem >= 0) for (const id of telling[laidItem]!.ids) laid[id] = 0
    const { ids, weights } = telling[item]!
    for (let i = 0; i < ids.length; i++) laid[ids[i]!] = weights[i]!
    laidItem = item
  }
  return (a, b) => {
    const [small, large] = telling[a]!.ids.length < telling[b]!.ids.length ? [a, b] : [b, a]
    lay(large)
    const { ids, weights } = telling[small]!
    let total = 0
    for (let i = 0; i < ids.length; i++) {
      const other = laid[ids[i]!]!
      if (other > 0) total += Math.min(weights[i]! * other, 2.25) * rare[ids[i]!]!
    }
    return total
  }
}

/** How rare each topic is, by its ordinal: 0 where nobody else has it, or everybody. Leaves the ordinals to be asked for. */
function rarities(all: readonly Topics[]): readonly number[] {
  ordinals.clear(all.reduce((sum, { keys }) => sum + keys.length, 0))
  const seen: number[] = []
  for (const { keys } of all)
    for (const key of keys) {
      const id = ordinals.put(key)
      seen[id] = (seen[id] ?? 0) + 1
    }
  const reach = Math.max(3, all.length * 0.6)
  return seen.map(count => (count > 1 && count - 2 < reach ? 1 - (count - 2) / reach : 0))
}

function tellingTopics({ keys, weights }: Topics, rare: readonly number[]) {
  const ids: number[] = []
  const kept: number[] = []
  for (let i = 0; i < keys.length; i++) {
    const id = ordinals.find(keys[i]!)
    if (rare[id] === 0) continue
    ids.push(id)
    kept.push(weights[i]!)
  }
  return { ids, weights: kept }
}

/**
 * Does a text say little that one of the others has not said? The others are read once; `besides` leaves out those, by their
 * place in the list, that hold the text themselves.
 */
export function repeats(
  others: readonly string[],
): (text: string, besides?: (other: number) => boolean) => boolean {
  let known: ReadonlyMap<number, readonly number[]> | undefined
  return (text, besides = () => false) => {
    if (/\d/.test(text)) return false
    const own = pairsIn(text.replace(/原因|因为|由于|主要|是|的/g, ''))
    if (own.size < 4) return false
    known ??= holdersOf(others)
    const shared = others.map(() => 0)
    for (const pair of own) for (const holder of known.get(pair) ?? []) shared[holder]!++
    return shared.some((count, other) => count / own.size >= 0.6 && !besides(other))
  }
}

/** Which of the texts hold each pair of characters. */
function holdersOf(texts: readonly string[]): ReadonlyMap<number, readonly number[]> {
  const holders = new Map<number, number[]>()
  texts.forEach((text, i) => {
    for (const pair of pairsIn(text)) {
      const list = holders.get(pair)
      if (list) list.push(i)
      else holders.set(pair, [i])
    }
  })
  return holders
}

function pairsIn(text: string): Set<number> {
  const found = new Set<number>()
  eachPair(text.slice(0, longestRead), pair => found.add(pair))
  return found
}
