// Who is to do it: 由镇应急办牵头, 责任单位：水利站, 财政所5月15日前拨付, （张某）.

import { expressionOf } from '../../knowledge/cue'
import * as ownersWords from '../../knowledge/owners.generated'
import { createGate } from '../../text/gate'

/** `whole` is the reporting unit itself, `collective` a crowd in which nobody is meant. */
export type OwnerKind = 'named' | 'whole' | 'collective' | 'none'

const org = `(?:${ownersWords.office.source})`
const post = `(?:${ownersWords.post.source})`

const labelled = new RegExp(`(?:${ownersWords.dutyLabel.source})(?:为|是|：|:)\\s*([^；。，）]{2,24})`)
const byWhom = new RegExp(
  `由((?!于|此|来|浅|衷)[^，。；：由]{2,26}?)(?:同志)?(?:（[^）]{1,20}）)?(?:${ownersWords.manner.source})?(?:${ownersWords.charge.source})`,
)
const leads = new RegExp(
  `([一-龥]{0,12}${org}|[一-龥]{1,8}${post})(?:（[^）]{1,20}）)?(?:、[一-龥]{2,14})*(?:牵头|负责|会同|配合)`,
)
const subject = new RegExp(
  `(?:^|\\d[.．]|[，。；：、①-⑳）\\s”]|[一二三四五六七八九十]是|[一二三四五六七八九十]要|建议|协调|督促|责成|要求|恳请|请求?|商请|委托|安排|指定|明确|聘请|前)((?:[一-龥]{0,12}${org}|[一-龥]{0,8}${post}|${ownersWords.familyName.source}[某]{1,2})(?:（[^）]{1,20}）)?)(?=[^任的，。；：]|、|$)`,
)
const bracketed = new RegExp(`（([^（）]{0,24}(?:${org}|${post}|某)[^（）]{0,20})）`)
const eachUnit =
  /(?:^|[，。；：是由])(?:(?:\d+|[一二三四五六七八九十两]+)个?(?:村|社区|乡镇|镇|站所|中队|单位|学校|企业)|各(?:村|社区|乡镇|镇|街道|中队|站所|学校|网格|包村组|行政村|县|区)(?!的))/
const placeSubject =
  /(?:^|\d[.．]|[，。；：、是])((?:[一-龥]{2,4})(?:镇|乡|村|县|区))(?=(?:\d|[一二三四五六七八九十]月|于|在|将|对|每|按|要(?!求)|须|应(?!急)|负责|年底|月底|完成))/
const branch =
  '(?:财政|金融|税务|工商|公安|教育|民政|交通|农业|农机|水利|林业|卫生|卫健|医保|环保|住建|国土|自然资源|审计|粮食|商务|供销|银行|保险|电力|供电|供水|通信|宣传|组织|人社|城管|市场监管|应急|消防|气象|文旅|文化|科技|发改|统计|信访|司法)'
/** 财政、金融、企业要……, 粮食企业应……, 国家要……: a branch as such is asked, as proposals to those above do. */
const branchSubject = new RegExp(
  `(?:^|[，。；：\\s])((?:${branch}(?:部门|系统|行业)?、)*(?:${branch}(?:部门|系统|行业|企业|机构)|(?<=、)(?:${branch}|企业)|国家|中央财政|[省市县]级财政))(?=(?:要(?!求)|应(?!急)|须|负责))`,
)
const collective = expressionOf(ownersWords.collective)
const notOrg = expressionOf(ownersWords.notBody)

/** 不断提升信息员……, 持续加强村委会……: who stands behind is acted on and does nothing. */
const actedOn = /^(?:不断|持续|进一步|切实|着力|大力|努力|逐步|稳步)/

/** Its own house without a name: 街道将…… says no more than 我街道. */
const ownHouse =
  /^(?:街道|社区|政府|党委|党工委|学校|医院|公司|集团|合作社|镇党委|乡党委|县委|镇政府|乡政府|县政府|街道办|村委会|居委会|全局|我局|我办|我站|我所)$/
const opener =
  /^(?:[一二三四五六七八九十]是|[一二三四五六七八九十]要|首先|其次|再次|最后|同时|今后|下一步|是|要|并|再|先|后|将|请|建议|另|此外)+/

const wholeUnit =
  /(?:^|[，。；：、是])(?:下一步，?)?(?:我|本)(?:镇|乡|县|区|市|局|街道|社区|办|院|校|站|所|中心|单位|村|中队|科|们)|镇(?:党委|政府)|党委政府/
const crowd = expressionOf(ownersWords.crowd)

/** In order of how surely they name somebody; a first hit that names nobody leaves the later ones their chance. */
const naming = { labelled, byWhom, leads, subject, bracketed, placeSubject, branchSubject }
const { scan, bit } = createGate(naming)
const patterns = Object.entries(naming).map(([name, pattern]) => ({
  of: bit[name as keyof typeof naming],
  pattern: new RegExp(pattern.source, 'g'),
}))

/** One office after the other, as far as they are names: 县水务公司统一招聘 ends at the company, 镇财政所 not at 财政. */
const office = `(?:[一-龥“”]{1,14}?(?:${org}|${post})+)+`
const offices = new RegExp(`^${office}(?:(?:、|和|与|会同)${office})*`)
const named = (words: string): string => offices.exec(words)?.[0] ?? words

export function ownerOf(text: string): [OwnerKind, string] {
  const cues = scan(text)
  for (const { of, pattern } of patterns)
    for (const hit of cues & of ? text.matchAll(pattern) : []) {
      const name = named(hit[1]?.trim().replace(opener, '') ?? '')
      if (!name || name.length < 2 || collective.test(name) || notOrg.test(name) || actedOn.test(name))
        continue
      // What a fix asks for and nobody has typed in yet.
      if (name === '责任单位' || name === '牵头单位') continue
      return [ownHouse.test(name) ? 'whole' : 'named', name]
    }
  const each = eachUnit.exec(text)
  if (each) return ['named', each[0].replace(/^[，。；：是由]/, '')]
  const whole = wholeUnit.exec(text)
  if (whole) return ['whole', whole[0].replace(/^[，。；：、是]/, '')]
  const many = crowd.exec(text)
  return many ? ['collective', many[0]] : ['none', '']
}
