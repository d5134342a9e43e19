// Which kind a report is when its front matter does not say: by its title first, then its opening, headings and length.

import { problemStrength } from '../facts/analysis/guards'
import { expressionOf } from '../knowledge/cue'
import * as kindsWords from '../knowledge/kinds.generated'
import type { Bilingual } from '../types'
import { type KindId, kindById, type Stage } from './kinds'
import type { Sample } from './sample'

interface Cue {
  readonly kind: KindId
  readonly where: 'title' | 'headings' | 'opening' | 'text'
  readonly pattern: RegExp
  readonly weight: number
}

const cues: readonly Cue[] = [
  {
    kind: 'emergency',
    where: 'title',
    pattern: expressionOf(kindsWords.emergencyTitle),
    weight: 6,
  },
  {
    kind: 'emergency',
    where: 'title',
    pattern:
      /(?:事故|火灾|灾害|突发)(?:防范|防控|预防|应急演练|隐患|警示|处置(?:能力|培训|演练))|演练|应急预案|防治工作|知识/,
    weight: -7,
  },
  {
    kind: 'emergency',
    where: 'opening',
    pattern: expressionOf(kindsWords.emergencyText),
    weight: 5,
  },
  // 火情的情况汇报: whoever tells of one event to the duty office reports an emergency, whatever he calls it.
  {
    kind: 'emergency',
    where: 'title',
    pattern:
      /关于.{0,24}(?:火情|起火|闪爆|中毒|触电|侧翻|塌方|溺水|事故|险情).{0,4}(?:情况)?(?:的)?(?:汇报|报告|快报)/,
    weight: 3,
  },
  { kind: 'opinion', where: 'title', pattern: /舆情|网络反映|网传|网络热/, weight: 7 },
  {
    kind: 'opinion',
    where: 'opening',
    pattern: /(?:阅读量|转发|评论|热搜|话题|首发|播放量)[^。]{0,30}(?:次|条|万)|抖音|微博|网络平台|短视频/,
    weight: 4,
  },
  {
    kind: 'survey',
    where: 'title',
    pattern:
      /调研(?:报告)?$|调查(?:报告|与思考)?$|的调[查研]|调研报告|思考与探索|实践与思考|的思考$|特点[和与及]|现状[、和与及]|状况(?:分析|调查)|情况的?调[研查]|的实践$/,
    weight: 6,
  },
  {
    kind: 'survey',
    where: 'opening',
    pattern: expressionOf(kindsWords.surveyText),
    weight: 3,
  },
  {
    kind: 'proposal',
    where: 'title',
    pattern:
      /建议$|的建议|对策建议|对策(?:与|和)建议|建议(?:尽快|加快|加强|将|由|对|在|设|把|调整|推)|的(?:几点)?(?:意见)?建议/,
    weight: 6,
  },
  {
    kind: 'problem',
    where: 'title',
    pattern:
      /问题|困难|堵点|难题|隐患|值得关注|亟待|亟需|应?需?引起(?:高度)?(?:重视|关注|警惕)|短板|原因|漏洞|乱象|怪象|困局|困境|为何|何以|风险|“?.{2,6}难”?(?:在哪|突出|凸显)|不容忽视|堪忧|制约/,
    weight: 5,
  },
  {
    kind: 'problem',
    where: 'title',
    pattern: expressionOf(kindsWords.problemHandled),
    weight: -6,
  },
  // 基层反映……；……“有牌子没人手”情况反映
  {
    kind: 'problem',
    where: 'title',
    pattern:
      /情况反映$|^(?:基层|群众|企业|农户|村民|居民|商户|[镇村]?干部|网格员|教师|医生|基层[\u4e00-\u9fa5]{2,4})(?:普遍|集中)?反映/,
    weight: 6,
  },
  {
    kind: 'experience',
    where: 'title',
    pattern: expressionOf(kindsWords.experienceForm),
    weight: 4,
  },
  {
    kind: 'experience',
    where: 'title',
    pattern: expressionOf(kindsWords.experienceTitle),
    weight: 4,
  },
  {
    kind: 'experience',
    where: 'title',
    pattern: /“[^”]{2,10}”[^，。]{0,8}(?:把|让|解|破|激|治|暖|助|促|聚|撬|变)/,
    weight: 3,
  },
  {
    kind: 'experience',
    where: 'headings',
    pattern: /主要做法|具体做法|做法|经验|启示|取得(?:的)?成效|成效|^一是/m,
    weight: 4,
  },
  {
    kind: 'summary',
    where: 'title',
    pattern:
      /总结|工作报告|年度报告|述职|统计公报|工作情况$|工作(?:的)?(?:完成|进展|开展)情况|(?:[一二三四]|上|下)(?:季度|半年)|全年|完成过半|审查情况的报告|年工作|工作回顾/,
    weight: 6,
  },
  {
    kind: 'summary',
    where: 'opening',
    pattern:
      /现将[^。]{0,30}(?:总结|报告)如下|(?:五年来|一年来|上半年|今年以来|过去(?:的)?一年)[，、]|^\d{4}年，/,
    weight: 2,
  },
  {
    kind: 'overview',
    where: 'title',
    pattern:
      /汇报|贯彻落实|情况(?:的)?报告|答复|回复|反馈|进展情况|综述|关于.{2,30}的投诉|核查情况|办理情况|落实情况|自查|整改(?:情况)?(?:的)?(?:报告|汇报)|情况的?说明/,
    weight: 6,
  },
  // 综合 says it itself; 夏粮生产情况 and 重点项目推进情况 are overviews, 工作情况 a summary.
  {
    kind: 'overview',
    where: 'title',
    pattern:
      /综合(?:情况|信息)?$|情况的?综合|综述|形势|(?:运行|生产|建设|推进|进展|增减|供需|产销|收支)情况(?:的?综合|分析)?$/,
    weight: 9,
  },
  {
    kind: 'overview',
    where: 'opening',
    pattern:
      /现将[^。]{0,60}(?:情况|进展|问题)[^。]{0,12}(?:如下|汇报)|现(?:回复|答复|将)[^。]{0,20}如下|您(?:好|反映)|网友|留言|收悉/,
    weight: 5,
  },
  {
    kind: 'experience',
    where: 'text',
    pattern:
      /走出(?:了)?一条|探索出[^。]{2,20}(?:路子|模式|办法|新路)|推广(?:他们|其|该县|这一)[^。]{0,8}(?:经验|做法)|作为[^。，]{0,16}(?:突破口|切入点|有力抓手)/,
    weight: 3,
  },
  { kind: 'survey', where: 'title', pattern: /(?:调查|调研)(?:报告)?$/, weight: 3 },
  { kind: 'summary', where: 'text', pattern: /各位代表[！!，：]/, weight: 7 },
  { kind: 'special', where: 'title', pattern: /专报|专题报告/, weight: 12 },
  { kind: 'bulletin', where: 'title', pattern: /简报|第.{1,4}期|周报|月报/, weight: 8 },
  {
    kind: 'other',
    where: 'title',
    pattern: expressionOf(kindsWords.documentTitle),
    weight: 9,
  },
  {
    kind: 'other',
    where: 'opening',
    pattern:
      /^各(?:省|市|县|区|乡镇|村|科室|单位|部门|有关|镇|街道)[^。]{0,200}：|第[一二]条|各(?:省|市)、自治区|现[将就][^。]{0,30}(?:通知如下|事项通知|印发给你们)|请遵照执行/,
    weight: 6,
  },
  // 通报 is a form: what it tells of decides its kind, and only praise and punishment are nobody's report.
  { kind: 'overview', where: 'title', pattern: /通报$|通报（/, weight: 5 },
  {
    kind: 'overview',
    where: 'title',
    pattern: /(?:督查|督导|检查|核查|抽查|进展|完成|落实|建设).{0,8}通报/,
    weight: 3,
  },
  { kind: 'bulletin', where: 'title', pattern: /通报$/, weight: 3 },
  { kind: 'summary', where: 'title', pattern: /工作(?:开展)?情况(?:的)?通报$/, weight: 3 },
  {
    kind: 'emergency',
    where: 'title',
    pattern: /(?:火情|火灾|灾情|险情|事故|汛情|震情).{0,6}通报$/,
    weight: 6,
  },
  {
    kind: 'opinion',
    where: 'title',
    pattern: /(?:视频|网传|网络|谣言|传言|帖文|不实信息).{0,10}通报$/,
    weight: 8,
  },
  {
    kind: 'other',
    where: 'title',
    pattern: /(?:表扬|表彰|批评|处分|处理决定|评选结果|命名|典型案例)的?通报$|^关于(?:表扬|表彰|给予|命名)/,
    weight: 12,
  },
  { kind: 'proposal', where: 'title', pattern: /(?:提案|议案|建议案)$/, weight: 9 },
  { kind: 'proposal', where: 'title', pattern: /的(?:几点)?建议$/, weight: 3 },
  { kind: 'bulletin', where: 'title', pattern: /^【?[本上下](?:周|月|旬)/, weight: 6 },
  { kind: 'proposal', where: 'text', pattern: /^案\s*由：|^提案人：/m, weight: 6 },
  { kind: 'problem', where: 'title', pattern: /社情民意/, weight: 14 },
  // ……存在的问题及对策建议 is a report of a problem, a proposal and a survey to as many editors.
  {
    kind: 'problem',
    where: 'title',
    pattern: /(?:问题|困难|原因)[、及与和].{0,8}(?:对策|建议)/,
    weight: 5,
  },
  { kind: 'survey', where: 'title', pattern: /(?:问题|困难|原因)[、及与和].{0,8}(?:对策|建议)/, weight: 9 },
  {
    kind: 'problem',
    where: 'title',
    pattern: /(?:率|量|价|度|收入|价格|进展|效益).{0,3}[低慢少高]$|[难乱贵]$/,
    weight: 5,
  },
  { kind: 'summary', where: 'opening', pattern: /现将.{0,20}(?:总结|回顾)如下/, weight: 6 },
  {
    kind: 'bulletin',
    where: 'headings',
    pattern: /[本下上](?:周|月|旬).{0,16}(?:工作|计划|完成)/,
    weight: 6,
  },
  {
    kind: 'experience',
    where: 'title',
    pattern: /[一二三四五六七八九十]+(?:项|条|大|个)?(?:举措|措施|办法|招|抓手)(?=.{2,})/,
    weight: 6,
  },
  {
    kind: 'experience',
    where: 'title',
    pattern: /“[^”]{2,12}”.{0,4}[管议换治查评解晒亮激促赢走]/,
    weight: 5,
  },
  {
    kind: 'brief',
    where: 'title',
    pattern: expressionOf(kindsWords.briefText),
    weight: 4,
  },
  {
    kind: 'brief',
    where: 'opening',
    pattern:
      /^(?:[^。]{0,30})?(?:近日|日前|昨[日天]|今[日天]|\d{1,2}月\d{1,2}日(?:上午|下午|，|消息)|即日起)|^为[^。]{0,60}(?:，|。)\d{1,2}月/,
    weight: 3,
  },
  {
    kind: 'problem',
    where: 'text',
    pattern:
      /(?:为此|对此|因此)，?(?:我们|特|现)?[^，。]{0,6}建议(?:如下)?[：，]|请求(?:上级|县里|市里|县政府)[^。]{0,16}(?:解决|协调|支持)/,
    weight: 3,
  },
  {
    kind: 'survey',
    where: 'title',
    pattern: /(?:领导|一行|到|赴|莅临|率队|检查|来).{0,12}调研|调研.{0,10}(?:我|督导|指导|座谈|推进)/,
    weight: -8,
  },
]

export interface InferredKind {
  readonly kind: KindId
  /** Other kinds that the text may as well be: what only one of them owes is not demanded. */
  readonly rivals: readonly KindId[]
  readonly stage: Stage | undefined
  readonly reason: Bilingual
}

/** A kind whose cues weigh no more than this less than the heaviest is as likely. */
const margin = 3

export function inferKind(sample: Sample): InferredKind {
  const points = weighKinds(sample)
  let best: KindId = sample.length < 900 ? 'brief' : 'overview'
  let most = 0
  let seen = ''
  for (const [kind, entry] of points)
    if (entry.total > most) {
      best = kind
      most = entry.total
      seen = entry.seen
    }
  const rivals = [...points].flatMap(([kind, { total }]) =>
    kind !== best && total > 0 && total >= most - margin ? [kind] : [],
  )
  const { label } = kindById[best]
  const reason: Bilingual = seen
    ? [`未写明类型，因“${seen}”按“${label[0]}”对待`, `Not declared; read as ${label[1]} because of “${seen}”`]
    : [`未写明类型，按篇幅当作“${label[0]}”`, `Not declared; read as ${label[1]} by its length`]
  return { kind: best, rivals, stage: best === 'emergency' ? inferStage(sample) : undefined, reason }
}

interface Points {
  readonly total: number
  /** The words that weigh most, and what they weigh. */
  readonly seen: string
  readonly most: number
}

/** What speaks for each kind, in the title, the opening, the headings and the build of the text. */
export function weighKinds(sample: Sample): ReadonlyMap<KindId, Points> {
  const points = new Map<KindId, Points>()
  const add = (kind: KindId, weight: number, seen: string) => {
    const { total, most, seen: before } = points.get(kind) ?? { total: 0, most: 0, seen: '' }
    const heavier = weight > most
    points.set(kind, {
      total: total + weight,
      most: heavier ? weight : most,
      seen: heavier ? seen : before,
    })
  }
  for (const { kind, where, pattern, weight } of cues) {
    const hit = pattern.exec(sample[where])
    if (hit) add(kind, weight, hit[0].replace(/\s+/g, ' ').slice(0, 12))
  }
  structure(sample, add)
  return points
}

/** Structure speaks where titles do not. */
function structure(
  { headings, length, title, opening, text }: Sample,
  add: (kind: KindId, weight: number, seen: string) => void,
) {
  const problem = /问题|不足|困难|短板|制约|难点/.test(headings)
  const cause = /原因|成因|症结/.test(headings)
  const measure = /对策|建议|措施|打算|下一步/.test(headings)
  const results = /成效|做法|工作开展|进展|回顾|主要工作|基本情况/.test(headings)
  if (problem && measure && cause) add('problem', 4, '问题、原因、对策各有一节')
  else if (problem && measure) add('overview', results ? 3 : 2, '有问题和措施两节')
  if (results && /下一步|打算|计划/.test(headings) && length > 900) add('summary', 2, '有成效和打算')
  if (length > 1500) add('summary', 1, '篇幅较长')
  if (length < 700) add('brief', 2, '篇幅短')
  // 动态 tells one thing and has no chapters.
  if (chapters(headings) >= 2) add('brief', -4, '')
  if (length > 1300) add('brief', -3, '')
  // 一是…二是…三是… from the first word: a list of practices without a story around it.
  if (/^一是/.test(opening) && !/建议|问题/.test(title)) add('experience', 3, '开篇即分条写做法')
  const named = text.match(namedProblem)?.length ?? 0
  if (named >= 2) add('problem', 6, '逐条列问题')
  if (problemStrength(title) === 1 && !/对策|建议|提案/.test(title)) add('problem', 4, '标题在讲问题')
  const heads = headsIn(text)
  if (heads.length < 3) return
  const troubled = heads.filter(head => problemStrength(head) > 0).length
  if (troubled * 2 > heads.length) add('problem', 4, '各段段首都在讲问题')
  else if (
    troubled === 0 &&
    !problem &&
    !/总结|汇报|简报|通报|报告|方案|讲话|建议|提案|问题|困难/.test(title)
  )
    if (!/[一二三四五六七八九十]年来|过去[一-龥]?年/.test(opening))
      // A review of years (五年来) tells what was reached, not how.
      add('experience', 5, '各段以做法开头')
}

const numberedHead =
  /^[\s　]*(?:（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}[、是要]|\d{1,2}[、.．])/
const longestHead = 22

/** 1、关于农村医保问题。 2、关于…… */
const namedProblem =
  /^[\s　]*(?:（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、|\d{1,2}[、.．])[^。，\n]{2,18}(?:问题|困难|难)(?=[。：\n]|$)/gm

/** Paragraphs that begin with a short sentence of their own: 一是立项清单。…… 搬出小板凳，听民声。…… */
function headsIn(text: string): string[] {
  return text.split(/\n|(?<=[。；])(?=[二三四五六七八]是)/).flatMap(line => {
    const bare = line.replace(numberedHead, '').trim()
    const stop = bare.slice(0, longestHead + 1).search(/[。：]/)
    return stop >= 4 &&
      bare.length > stop + 16 &&
      !/[“”\d]|会议|强调|指出|要求$|如下$/.test(bare.slice(0, stop))
      ? [bare.slice(0, stop)]
      : []
  })
}

function chapters(headings: string): number {
  return (
    headings.match(/^(?:[一二三四五六七八九]、|（[一二三四五六七八九]）|[一二三四五六七八九]是).+$/gm)
      ?.length ?? 0
  )
}

export function inferStage({ title, opening }: Sample): Stage {
  if (/续报/.test(title) || /现将[^。]{0,80}(?:进展|续报)|续报如下/.test(opening)) return 'follow-up'
  if (/终报|结案|处置情况的报告|调查处理/.test(title)) return 'final'
  return 'first'
}
