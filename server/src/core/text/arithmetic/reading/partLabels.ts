// What the labels of a list say about it: whether they name a whole, and whether they exclude each other.

import { wordsOf } from '../../../knowledge/cue'
import { oppositeParts } from '../../../knowledge/figures.generated'

/** 在编 and 编外: two words that between them name everything. */
const opposites = [...wordsOf(oppositeParts)].map(pair => pair.split('/') as [string, string])
const anyOpposite = new RegExp(opposites.flat().join('|'))

/** 地上182个，地下404个: each label holds one word of a pair of opposites, and not the other. */
function areOpposites([first, second]: readonly [string, string]): boolean {
  if (!anyOpposite.test(first) || !anyOpposite.test(second)) return false
  const holds = (a: string, b: string) =>
    first.includes(a) && !first.includes(b) && second.includes(b) && !second.includes(a)
  return opposites.some(([a, b]) => holds(a, b) || holds(b, a))
}

const denial = /^(?:无|未能?|没有?|不能?|非|尚未|无法|不会)/

/** 有物业 and 无物业, 达标 and 未达标: the second label is the first denied. */
function denies(first: string, second: string): boolean {
  const bare = second.replace(denial, '').replace(/的$/, '')
  return (
    bare !== second &&
    bare.length >= 2 &&
    first.replace(/^(?:有|能|已经?|属|可以)/, '').replace(/的$/, '') === bare
  )
}

/** Alternatives that cannot overlap and leave nothing out. */
const wholes: readonly (readonly RegExp[])[] = [
  [/^男|男性|男生|男职工/, /^女|女性|女生|女职工/],
  [/城镇|城市|市区/, /乡村|农村/],
  [/第一产业|一产/, /第二产业|二产/, /第三产业|三产/],
  [/^(?:[^不]*)合格/, /不合格/],
  [/^(?:[^非]*)党员/, /非党员/],
  [/公办|公立/, /民办|私立/],
  [/省内/, /省外/],
  [/[县区]内/, /[县区]外/],
  [/市内/, /市外/],
  [/本地/, /外地|外出/],
  [/本省/, /外省/],
  [/线上/, /线下/],
  [/固定/, /流动/],
  [/集中/, /分散/],
  [/专职/, /兼职/],
  [/^(?:新增|新登记|新设)?企业/, /个体(?:工商)?户/, /合作社/],
  [/上半年/, /下半年/],
  [/^(?:[^非]*)国有/, /非国有/],
  [/规(?:模以)?上/, /规(?:模以)?下/],
  [/^(?:目前|现)?已/, /^(?:未|尚未|没有)/],
  [/养殖/, /捕捞/],
  [/财产险/, /人身险/],
  [/^(?!.*非税).*税收/, /非税/],
  [/初信初访|初次信访/, /重信重访|重复信访/],
  [/^(?:受理)?有效/, /^无效/],
  [/实名/, /匿名/],
  [/(?<!进)出口/, /进口/],
  [/党委/, /党总支/, /党支部/],
  [/^(?:农业|种植业)/, /^林业/, /^畜?牧业/, /^渔业/, /服务业/],
  [/脱贫不稳定/, /边缘易致贫/, /突发严重困难/],
  [/夏粮/, /早稻/, /秋粮/],
  [/小班/, /中班/, /大班/],
  [/^(?:县?城区|县城)$/, /^(?:乡镇|农村|镇村)$/],
  [/酒驾/, /醉驾/],
  [/^.{0,2}镇级/, /^.{0,2}村级/],
]

/** The first member of every set at once: most lists name none of them. */
const anyFirst = new RegExp(wholes.map(whole => `(?:${whole[0]!.source})`).join('|'))

/** Members of one family exclude each other, but a list need not name them all. */
const families: readonly (readonly RegExp[])[] = [
  [/^优秀/, /^良好?(?!种)/, /^(?:基本)?合格|^达标/, /^不合格|^不达标/, /^较好/, /^一般/, /^较?差/],
  [
    /完工|竣工|建成|投产|完成/,
    /在建|正在(?:施工|建设|推进|实施)/,
    /未开工|未动工|待建/,
    /前期|筹备/,
    /停工|停建/,
  ],
  [/小学/, /初中/, /高中/, /中职|职高|职业/, /大学|本科|高校/, /大专|专科/, /幼儿/],
  [/水田/, /水浇地/, /旱地/],
  [/人工造林/, /封山育林/, /飞播造林/, /退化林/],
  [/行政编制/, /事业编制/, /工勤/],
  [/死亡/, /重伤/, /轻伤/],
  [/学生|学员/, /教职工|教师|老师/, /家长/],
  [/党员/, /群众/],
  [/外出|[省市县]外/, /在家|务农|留守/, /就近|就地|本地|[县镇乡]内/],
  [/限期/, /当场|立即|立行/, /停[产业]/],
  [/调解/, /撤诉/, /判决/],
  [/一类/, /二类/, /三类/, /四类/],
  [/一级/, /二级/, /三级/, /四级/],
]

/** 优秀、良好、合格: different members of one family. */
export function areExclusive(labels: readonly string[]): boolean {
  if (labels.some(label => /以上|以下/.test(label))) return false
  return families.some(family => {
    const members = labels.map(label => family.findIndex(member => member.test(label)))
    return !members.includes(-1) && new Set(members).size === labels.length
  })
}

/** 因车辆…、因房产…: what was counted under one reason was not counted under another. */
export function areReasons(labels: readonly string[]): boolean {
  return (
    labels.length >= 2 && labels.every(label => /^因/.test(label)) && new Set(labels).size === labels.length
  )
}

/** The labels name each member of a closed set once. */
export function isWhole(labels: readonly string[]): boolean {
  const [first, second] = labels
  // 经营性、非经营性
  if (labels.length === 2 && (denies(first!, second!) || areOpposites([first!, second!]))) return true
  if (!labels.some(label => anyFirst.test(label))) return false
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

const site =
  /(?:[小中大]学|学校|幼儿园|委会|敬老院|养老院|福利院|卫生[院室]|医院|[车粮电泵林水]站|服务站|所|中心|[文体]育?馆|[祠礼会]堂|广场|工厂|林场|农场|园区|市场|商场|超市|公司|门店|村部|大队|[村镇乡县区市]|街道|社区)$/

/** 中学、村委会、敬老院: places of several kinds, each counted once. */
export function areSites(labels: readonly string[]): boolean {
  const named = labels.filter(label => site.test(label)).length
  return named >= 2 && named * 2 > labels.length && new Set(labels).size === labels.length
}

const source =
  /(?:中央|省|市|县|区|镇|乡|村|街道|集体|群众|村民|企业|社会|银行|财政|帮扶|专项|债券|单位)[^，。；、\d]{0,8}(?:资金|财政|自筹|筹资|捐赠|捐款|捐资|配套|补助|投入|拨款|贷款|预算内|债券|众筹|出资|支持|奖补)|^(?:地方(?:政府)?(?:专项)?债|国债|自筹|社会资本|银行贷款)/

/** 省级资金、县级配套、群众自筹: every yuan comes from one source. */
export function areFunds(labels: readonly string[]): boolean {
  return labels.every(label => source.test(label)) && new Set(labels).size === labels.length
}
