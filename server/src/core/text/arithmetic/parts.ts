// Lists of parts: their labels, the brackets they stand in, and whether they make up a whole.

import type { Quantity } from '../quantities'
import type { FigureSentence } from './types'

export interface Part {
  readonly q: Quantity
  /** What the part is called: 砖木 of 砖木58户, or of 58户为砖木. */
  readonly label: string
  /** How many brackets are open where it stands. */
  readonly depth: number
}

const separator = /[，、；。：,;:（(）)]/

/** All figures of the sentence with label and bracket depth. */
export function readParts(sentence: FigureSentence): Part[] {
  const { text, figures } = sentence
  const parts: Part[] = []
  let depth = 0
  let at = sentence.start
  for (let i = 0; i < figures.length; i++) {
    const q = figures[i]!
    let labelFrom = at
    for (let k = at; k < q.start; k++) {
      const char = text[k]!
      if (char === '（' || char === '(') depth++
      else if ((char === '）' || char === ')') && depth > 0) depth--
      if (separator.test(char)) labelFrom = k + 1
    }
    const before = text.slice(labelFrom, q.start).replace(/^(?:和|及|以及|与|其中)+/, '')
    const stop = figures[i + 1]?.start ?? sentence.end
    const after = /^[^，、；。：,;:（(）)]*/.exec(text.slice(q.end, stop))![0]
    parts.push({ q, label: before.trim() || after.trim(), depth })
    at = q.end
  }
  return parts
}

/** 其他27户, 余下18处: the last part of a whole. */
export function isRest(part: Part): boolean {
  return /^(?:其他|其它|其余|剩余|余下|剩下|余)/.test(part.label) || /^(?:为|属|是)?其他/.test(part.label)
}

/** Alternatives that cannot overlap and leave nothing out. */
const wholes: readonly (readonly RegExp[])[] = [
  [/^男|男性|男生|男职工/, /^女|女性|女生|女职工/],
  [/城镇|城市|市区/, /乡村|农村/],
  [/第一产业|一产/, /第二产业|二产/, /第三产业|三产/],
  [/^(?:[^不]*)合格/, /不合格/],
  [/^(?:[^非]*)党员/, /非党员|群众/],
  [/公办|公立/, /民办|私立/],
  [/省内/, /省外/],
  [/[县区]内/, /[县区]外/],
  [/市内/, /市外/],
  [/本地/, /外地|外出/],
  [/本省/, /外省/],
  [/线上/, /线下/],
  [/上半年/, /下半年/],
  [/^(?:[^非]*)国有/, /非国有/],
  [/规(?:模以)?上/, /规(?:模以)?下/],
  [/重伤/, /轻伤/],
  [/^(?:[^不]*)属实/, /不属实/],
  [/^(?:目前|现)?已/, /^(?:未|尚未|没有)/],
  [/水田/, /旱地/],
  [/养殖/, /捕捞/],
  [/财产险/, /人身险/],
  [/^(?!.*非税).*税收/, /非税/],
  [/^(?!.*非).*法人单位/, /产业活动单位/],
  [/初信初访|初次信访/, /重信重访|重复信访/],
  [/^(?:受理)?有效/, /^无效/],
  [/实名/, /匿名/],
  [/(?<!进)出口/, /进口/],
  [/教育部门办/, /社会力量办/],
  [/党委/, /党总支/, /党支部/],
  [/^(?:农业|种植业)/, /^林业/, /^畜?牧业/, /^渔业/, /服务业/],
  [/脱贫不稳定/, /边缘易致贫/, /突发严重困难/],
  [/人工造林/, /封山育林/, /退化林/],
  [/夏粮/, /早稻/, /秋粮/],
  [/户籍|常住/, /流动|外来/],
]

/** The labels name each member of a closed set once. */
export function isWhole(labels: readonly string[]): boolean {
  return wholes.some(
    whole =>
      whole.length === labels.length &&
      whole.every(member => labels.filter(label => member.test(label)).length === 1) &&
      labels.every(label => whole.some(member => member.test(label))),
  )
}

/** 咨询类、投诉类、建议类: labels of one classification. */
export function isClassification(labels: readonly string[]): boolean {
  const last = labels[0]?.at(-1)
  return (
    labels.length >= 3 &&
    last !== undefined &&
    '类级型档'.includes(last) &&
    labels.every(label => label.length >= 2 && label.at(-1) === last)
  )
}

const place = /[\u4e00-\u9fff](?:村|镇|乡|街道|社区|县|区|市|村民小组)$/

/** 青石镇、柳河镇: what lies in one of them does not lie in another. */
export function arePlaces(labels: readonly string[]): boolean {
  const last = labels[0]?.at(-1)
  return (
    labels.every(label => place.test(label) && label.at(-1) === last) &&
    new Set(labels).size === labels.length
  )
}

const source =
  /(?:中央|省|市|县|区|镇|乡|村|街道|集体|群众|村民|企业|社会|银行|财政|帮扶|专项|债券|单位)[^，。；、\d]{0,8}(?:资金|财政|自筹|筹资|捐赠|捐款|捐资|配套|补助|投入|拨款|贷款|预算内|债券|众筹|出资|支持|奖补)/

/** 省级资金、县级配套、群众自筹: every yuan comes from one source. */
export function areFunds(labels: readonly string[]): boolean {
  return labels.every(label => source.test(label)) && new Set(labels).size === labels.length
}

/** The list says itself that it is open: 等 behind its last part. */
export function isOpenList(sentence: FigureSentence, last: Quantity): boolean {
  return /^[^，。；、]{0,8}等/.test(sentence.text.slice(last.end, Math.min(sentence.end, last.end + 10)))
}
