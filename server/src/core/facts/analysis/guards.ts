// Whether a problem word really states a problem: 整改不到位 does, 防止整改不到位 does not, 针对整改不到位的情况 takes one for
// granted. Each judge sees what stands before and behind the word in its clause and answers 0, 0.5 or 1.

import { expressionOf } from '../../knowledge/cue'
import * as problemsWords from '../../knowledge/problems.generated'
import { opening } from '../../text/edges'
import { createGate } from '../../text/gate'
import { pairOf } from '../../text/ideographs'
import { cannotWords, complaintWords, incidentWords, nounWords, stateWords, weakStateWords } from './cues'

export type Strength = 0 | 0.5 | 1

const preventing =
  /(?:防止|避免|杜绝|严禁|禁止|不得|防范|以免|免于|免受|严防|谨防|不搞|拒绝|反对|力戒|切忌|切实?防|不许|不准|决不|绝不|不让|以防|谨慎)[^，]{0,16}$/
const negating =
  /(?:没有|未发现|未发生|未出现|未造成|未接到|不存在|无任何|没有任何|并非|不是|不再|从未|零|[^有毫]无|^无|没)[^，的]{0,7}$/
const solving = expressionOf(problemsWords.solving)
const facing = /(?:针对|围绕|聚焦|着眼|瞄准|直面|紧盯|正视|对照|抓住|根据|结合|按照)[^，]{0,18}$/
const nominal =
  /^[^，：]{0,5}?等?(?:方面)?的?(?:突出|共性|老大难|瓶颈|各类|各种)?(?:问题|现象|情况|情形|短板|局面|状况|难题|矛盾|困境|弊端|顽疾|行为)/
const conditional = /^(?:对|对于|凡|凡是|如|如果|若|一旦|假如|经查)?[^，]*的$/
const conditionalStart = opening(/^(?:对|凡|如|若|一旦|假如|倘)/)
const isConditional = (clause: string) => conditionalStart.test(clause) && conditional.test(clause)

const exempt = opening(
  /^(?:不足\d|不足以|不高于|不高兴|不强制|不强求|不够的话|不通过|不全是|不清真|不实名|不细说|未来|缺一不|缺口述|欠条|缺席|因素)/,
)
const mending =
  /(?:拆除|清理|清除|疏通|修复|修补|维修|更换|改造|盘活|追讨|追回|清偿|清欠|化解|查处|打击|整治|治理|淘汰|消化|压减|取缔|查扣|没收|下架|封存|抢修)(?:了)?[^，]{0,6}$/

const discarding =
  /(?:废止|修订|清退|淘汰|取缔|关闭|关停|查处|处罚|劝退|清理|剔除|删除|改正|纠正)(?:了|一批)?[^，]{0,2}$/

/** 用电难问题得到有效解决, 发现的隐患均已整改到位: whatever was wrong is over. */
const solved =
  /(?:问题|难题|困难|隐患|矛盾|纠纷|难)(?:[^，。]{0,4})(?:得到|获得|均已|都已|已全部|全部|悉数)(?:了)?[^，。未没]{0,8}(?:解决|整改|化解|消除|销号|办结|缓解|遏制|清零)/

/** 解决了四个小区居民吃水难的问题: whatever stands behind it is over. */
const settled =
  /(?:解决|化解|消除|破解|处置|清理|清除|整改|整治|治理|排除|扭转|改变|填补|查处|修复)(?:好|完|掉)?了(?!一(?:些|部分))/

/** 对存在的问题进行全面梳理: what work was done about, and nothing that is said to be wrong. */
const topic =
  /(?:对|就|将|把|围绕|针对)[^，]{0,24}(?:问题|不足|困难|隐患|短板|矛盾)[^，]{0,8}(?:进行|开展|作了|加以|予以|逐[一项条个]|梳理|研究|分析|讨论|督促)/

// A clause holds few of these words: what is not in the clause is not left or right of a word in it.
const { scan, bit } = createGate({
  preventing,
  negating,
  solving,
  facing,
  nominal,
  mending,
  discarding,
  solved,
  settled,
  topic,
})

/** A problem word in its clause. */
interface Place {
  readonly word: string
  /** What stands before and behind the word. */
  readonly left: string
  readonly right: string
  readonly clause: string
  /** The expressions that may match in the clause. */
  readonly cues: number
}

const isPrevented = ({ left, cues }: Place) => (cues & bit.preventing) !== 0 && preventing.test(left)
const isNegated = ({ left, cues }: Place) => (cues & bit.negating) !== 0 && negating.test(left)
const isSolved = ({ left, cues }: Place) => (cues & bit.solving) !== 0 && solving.test(left)
const isFaced = ({ left, cues }: Place) => (cues & bit.facing) !== 0 && facing.test(left)

function judgeState(place: Place): Strength {
  const { word, left, right, clause, cues } = place
  if (exempt.may(word.charCodeAt(0)) && exempt.test(word + right)) return 0
  if (isPrevented(place) || isNegated(place)) return 0
  if (isConditional(clause)) return 0
  if (word === '薄弱' && right.startsWith('环节'))
    return judgeNoun({ ...place, word: '薄弱环节', right: right.slice(2) })
  if (word === '不足' && /(?:存在|一些|一定|不少|诸多|有)(?:的|着)?$/.test(left))
    return judgeNoun({ ...place, word: '问题' })
  if (cues & bit.discarding && discarding.test(left)) return 0
  const predicate = word[0] === '不' || word[0] === '未'
  if (!predicate && cues & bit.mending && mending.test(left)) return 0
  if (cues & bit.nominal && nominal.test(right)) {
    if (isSolved(place)) return 0
    if (isFaced(place) || /对[^，]{0,16}$/.test(left)) return 0.5
  }
  if (!predicate && /^(?:治理|整治|防治|改造|修复|清理|整改|监测|问题治理|专项)/.test(right)) return 0
  return 1
}

const hardship = /(?:下降|减少|萎缩)/
const goodToFall = expressionOf(problemsWords.goodToFall)

/** 没有路灯, 没有专人, 没有经费: what ought to be there is not. */
const provision = expressionOf(problemsWords.provision)

/** 没有装, 没有彻底解决, 没有及时清运: what ought to have been done is not. */
const neglected =
  /^(?:按|及时|彻底|真正|完全|全部|得到)?(?:安装|设置|张贴|佩戴|持证|装|配|建|修|设|办|签|接|挂|清|交|落实|到位|解决|完成|建立|整改|履行|公示|登记|备案|更新)/

/** 使用率只有23%: a share that is said to be low. */
function judgeShort({ left, right, clause }: Place): Strength {
  if (!/^\d/.test(right) || !/率|比例|占/.test(left)) return 0
  return /失业|死亡|投诉|差评|发案|上访|发生|差错|不良|违约|空置/.test(clause) ? 0 : 1
}

function judgeWeak(place: Place): Strength {
  const { word, left, right, clause } = place
  // 5个村没有村医 counts a lack, 没有装隔油池 a neglect; 没有发生事故 does neither.
  if (word === '没有' && (provision.test(right) || neglected.test(right))) return isPrevented(place) ? 0 : 1
  if (word === '没有')
    return /\d[^，]{0,10}$/.test(left) && !/^(?:问题|发现|发生|出现|任何|困难|造成|变化)/.test(right)
      ? 0.5
      : 0
  if (hardship.test(word)) {
    if (goodToFall.test(left) || goodToFall.test(clause) || isPrevented(place)) return 0
    return /\d/.test(clause) && /比|较|同比|环比|由|从/.test(clause) ? 0.5 : 0
  }
  if (
    /^(?:压力容器|压力管道|风险(?:防|评估|排查|管控|隐患|点|等级|监测|研判|预警|意识)|复杂多变|重复检查|单一窗口|单一来源|无力可|威胁论|争议解决|分散式|分散采购|简单|落后产能|落后地区)/.test(
      word + right,
    )
  )
    return 0
  return judgeState(place) > 0 && !isSolved(place) ? 0.5 : 0
}

const handlingIncident = expressionOf(problemsWords.handlingIncident)
const incidentCompound = expressionOf(problemsWords.incidentCompound)
const happened =
  /发生|造成|导致|引发|遭|突发|接报|报称|报警称|不幸|致\d|致[一二两三四五六七八九十]|出现|暴发|爆发|面临/

function judgeIncident(place: Place): Strength {
  const { left, right, clause } = place
  if (isPrevented(place) || isNegated(place) || handlingIncident.test(left)) return 0
  if (incidentCompound.test(right) || isConditional(clause)) return 0
  if (isSolved(place)) return 0
  const near = left.slice(-5) + right.slice(0, 6)
  return happened.test(clause) ||
    /[\d一二两三四五六七八九十](?:人|名|户|起|间|亩|头|余|万|元|处|公顷)|\d/.test(near)
    ? 1
    : 0.5
}

const complaintCompound = expressionOf(problemsWords.complaintCompound)
const observed =
  /接到|收到|反映|发现|存在|查出|检出|曝光|多次|频繁|遭|引发|产生|涉嫌|影响|严重|突出|增多|上升|不断|依然|仍|屡|时有|主要是|集中在|暗访|通报|横流|满溢|遍地|刺鼻/

const handledBefore = expressionOf(problemsWords.handled)

function judgeComplaint(place: Place): Strength {
  const { word, left, right, clause } = place
  if (isPrevented(place) || isNegated(place) || isConditional(clause)) return 0
  const counted = /\d/.test(left.slice(-6) + right.slice(0, 8))
  const handled = handledBefore.test(left)
  // 处理乱倒14起 is work that was done; 接到投诉14件 is a problem.
  if (handled) return counted && /发现|受理|接/.test(left) ? 1 : 0
  if (/[^，]{0,8}(?:下降|减少|降低|为零|清零|压降)/.test(right.slice(0, 14)) && !/反映/.test(word)) return 0
  if (complaintCompound.test(right)) return 0
  if (/^(?:立案..|涉嫌)$/.test(word)) return counted ? 1 : 0.5
  // 去市上访4批97人次 is a figure of the year; 发生越级上访 is a problem.
  if (/^(?:上访|信访|来访|走访)$/.test(word) && /^\d+[批件人]/.test(right) && !observed.test(clause))
    return /越级|重复|缠|闹|发生/.test(clause) ? 1 : 0.5
  return counted || observed.test(clause) ? 1 : 0.5
}

const nounCompound = expressionOf(problemsWords.nounCompound)
const topical = expressionOf(problemsWords.topical)
const exists = expressionOf(problemsWords.exists)
const stands = expressionOf(problemsWords.stands)

function judgeNoun(place: Place): Strength {
  const { word, left, right, clause } = place
  if (nounCompound.test(right) || isPrevented(place)) return 0
  if (isNegated(place) && !/还|仍/.test(left.slice(-6))) return 0
  if (isConditional(clause)) return 0
  if (isFaced(place)) return exists.test(left) || /突出|薄弱|共性/.test(left) ? 0.5 : 0
  if (isSolved(place) && !/(?:存在|面临|暴露|仍|依然)[^，]{0,12}$/.test(left)) return 0
  if (/^(?:制约|束缚)$/.test(word))
    return /^[了着]/.test(right) || /受|成为|严重/.test(left.slice(-6)) ? 1 : 0.5
  // 也存在一些不足。 and nothing more is a bow, not a problem.
  if (right === '' && /(?:一些|一定的?|某些|若干|各种|诸多)$/.test(left)) return 0.5
  if (exists.test(left) && !/(?:发现|了解|掌握)[^，]{0,4}$/.test(left)) return 1
  if (/^[一二三四五六七八九十\d]+[个项处条起件]/.test(right) && !topical.test(left)) return 1
  if (topical.test(left)) return 0
  const bare = right.replace(
    /^(?:也|又|还|都|均|较为?|十分|比较|依然|仍然?|更加|日益|特别|尤为|相当|进一步)+/,
    '',
  )
  if (stands.test(right)) return /^(?:突出|严重|明显|凸显|不少|较多|存在|加剧|之处)/.test(bare) ? 1 : 0.5
  return /短板|堵点|瓶颈|弊端|漏洞|难题|顽疾|缺陷/.test(word) ? 0.5 : 0
}

function judgeLack(place: Place): Strength {
  const { word, left, right } = place
  if (/^(?:一不可|席|陷|点|水期|氧|课|勤|位|条|电话|口|损|德|血)/.test(right)) return 0
  if (word === '缺' && /[^，]*(?:紧|或|短|欠|残|空|稀|不可或)$/.test(left)) return 0
  if (word === '欠' && !/^(?:缴|费|薪|款|税|租|账|债|\d)/.test(right)) return 0
  return judgeState(place)
}

type Judge = (place: Place) => Strength

interface ProblemWord {
  readonly word: string
  readonly judge: Judge
  /** What has to follow for the word to count at all. */
  readonly followed?: RegExp
}

/** In order of precedence: at one place the first that fits is judged. */
const problemWords: readonly ProblemWord[] = [
  ...words(stateWords, judgeState),
  { word: '只有', judge: judgeShort },
  { word: '仅为', judge: judgeShort },
  { word: '仅有', judge: judgeShort },
  { word: '未', judge: judgeState, followed: /^[^来必免央成满婚发出造受]/ },
  ...words(cannotWords, judgeState),
  ...words(weakStateWords, judgeWeak),
  ...words(incidentWords, judgeIncident),
  ...words(complaintWords, judgeComplaint),
  ...words(nounWords, judgeNoun),
  { word: '缺', judge: judgeLack, followed: /^[一-龥\d]/ },
  { word: '欠', judge: judgeLack, followed: /^[一-龥\d]/ },
]

function words(list: readonly string[], judge: Judge): ProblemWord[] {
  return [...list].sort((a, b) => b.length - a.length).map(word => ({ word, judge }))
}

/** The words without any of which no clause states a problem. */
export const problemCues: readonly string[] = problemWords.map(({ word }) => word)

// By their first two characters: an expression of six hundred alternatives would try them all at every place.
const isFirst = new Uint8Array(0x10000)
const byPair = new Map<number, readonly ProblemWord[]>()
/** Words of one character, which fit whatever follows. */
const bySingle = new Map<number, readonly ProblemWord[]>()
const keyOf = ({ word }: ProblemWord) => pairOf(word.charCodeAt(0), word.charCodeAt(1))
const byFirst = new Map<number, ProblemWord[]>()
for (const each of problemWords) {
  const first = each.word.charCodeAt(0)
  const begun = byFirst.get(first)
  if (begun) begun.push(each)
  else byFirst.set(first, [each])
}
for (const [first, begun] of byFirst) {
  isFirst[first] = 1
  const singles = begun.filter(each => keyOf(each) < 0)
  bySingle.set(first, singles)
  for (const key of new Set(begun.map(keyOf)))
    if (key >= 0)
      byPair.set(
        key,
        begun.filter(each => keyOf(each) === key || keyOf(each) < 0),
      )
}

/** What a clause says of a problem. */
export interface Trouble {
  readonly strength: Strength
  /** Only an accident or a disaster: something that happened, and no fault of anybody's work. */
  readonly incident: boolean
  /** Something is broken: by a disaster, or for want of upkeep. */
  readonly damage: boolean
}

/** How surely the clause states a problem. */
export const problemStrength = (clause: string): Strength => troubleIn(clause).strength

const none: Trouble = { strength: 0, incident: false, damage: false }

/** 路灯损坏6盏 is a lack of upkeep unless a disaster did it. */
const damaged = /损坏|损毁|受损|断裂|坍塌|倒塌|垮塌|泄漏/

export function troubleIn(clause: string): Trouble {
  let best: Strength = 0
  let incident = false
  let damage = false
  let where = 0
  let cues: number | undefined
  for (let at = 0; at < clause.length && best < 1; ) {
    const found = isFirst[clause.charCodeAt(at)] === 1 ? wordAt(clause, at) : undefined
    if (!found) {
      at++
      continue
    }
    const { word, judge } = found
    const end = at + word.length
    const left = clause.slice(Math.max(0, at - 28), at)
    cues ??= scan(clause)
    const strength = judge({ word, left, right: clause.slice(end, end + 16), clause, cues })
    if (strength > best) {
      best = strength
      where = at
      incident = judge === judgeIncident
      damage = incident && damaged.test(word)
    }
    at = end
  }
  if (best === 0) return none
  const over =
    (cues! & bit.solved && solved.test(clause)) ||
    (cues! & bit.settled && settled.test(clause.slice(0, where))) ||
    (cues! & bit.topic && topic.test(clause))
  return over ? none : { strength: best, incident, damage }
}

function wordAt(clause: string, at: number): ProblemWord | undefined {
  const first = clause.charCodeAt(at)
  const list = byPair.get(pairOf(first, clause.charCodeAt(at + 1))) ?? bySingle.get(first)
  return list?.find(
    ({ word, followed }) =>
      clause.startsWith(word, at) &&
      (!followed || followed.test(clause.slice(at + word.length, at + word.length + 1))),
  )
}
