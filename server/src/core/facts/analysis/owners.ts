// Who is to do it: 由镇应急办牵头, 责任单位：水利站, 财政所5月15日前拨付, （张某）.

import { expressionOf } from '../../knowledge/cue'
import * as ownersWords from '../../knowledge/owners.generated'
import { createGate } from '../../text/gate'

/** `whole` is the reporting unit itself, `collective` a crowd in which nobody is meant. */
export type OwnerKind = 'named' | 'whole' | 'collective' | 'none'

const org =
  '(?:局(?!面|限|部|势|长|地)|委员会|办公室|办(?!理|公|事|法|好|结|实|学|成|案|件|会|了|得|证|点)|所(?!有|以|需|谓|在|属|得|提|做|述|致|长)|站(?!位|点|在|好|稳|起|长)|中心(?!工作|任务|城|环节|思想|大局)|中队(?!长)|大队(?!长)|支队|科(?!学|技|研|目|普|长|级)|股(?!份|权|东)|专班|村委会|居委会|居委|村“?两委”?|党支部|党总支|公司|集团|学校|小学|中学|幼儿园|医院|卫生院|合作社|指挥部|工会|妇联|团委|协会|商会|银行|街道|社区|小区|政府|党委|党工委|管委会|法院|检察院|(?:工作|督导|督查|检查|考核|调查|巡察|验收|攻坚|指导|包村)组(?!织|成|建|合|长|员)|领导小组|工作队|服务队|巡查组|专家组|物业|业委会|银行|(?<=[省市县区镇乡])财政(?![资补收支])|(?<=[省市县区])(?:编办|网信办|数据局))'
const post =
  '(?:书记|主任|镇长|乡长|县长|局长|所长|站长|院长|校长|科长|股长|队长|组长|经理|网格员|网格长|村医|护林员|河长|林长|楼长|片长|专管员|信息员|联络员|管护员|管水员|安全员|包村干部|驻村干部|包片领导|分管领导|班子成员|支书|村干部)'

const labelled =
  /(?:牵头(?:单位|部门|领导)?|责任(?:单位|部门|人|领导|科室|主体)|负责(?:人|单位|部门)|承办(?:单位|部门|科室)|主办|落实单位|完成单位|包保(?:领导|责任人)|整改责任人)(?:为|是|：|:)\s*([^；。，）]{2,24})/
const byWhom =
  /由((?!于|此|来|浅|衷)[^，。；：由]{2,26}?)(?:同志)?(?:（[^）]{1,20}）)?(?:具体|共同|统一|直接|全程|分别)?(?:负责|牵头|组织|承担|承办|落实|实施|办理|会同|统筹|主抓|督办|监督|验收|出资|制定|制订|完成|提供|协调|起草|开展|安排|指导|上门|建立|集中|进行|逐|每|于|在|按|对|将|向|从|\d|汇总|审核|签发|清理|更换|维修|管护|巡查|登记|核|兜底|托管|送|印发|拟|出|排|带队|包|采购|改造|接|通报|一次性|申|落|补|修|实)/
const leads = new RegExp(
  `([一-龥]{0,12}${org}|[一-龥]{1,8}${post})(?:（[^）]{1,20}）)?(?:、[一-龥]{2,14})*(?:牵头|负责|会同|配合)`,
)
const subject = new RegExp(
  `(?:^|\\d[.．]|[，。；：、①-⑳）\\s”]|[一二三四五六七八九十]是|[一二三四五六七八九十]要|建议|协调|督促|责成|要求|恳请|请求?|商请|委托|安排|指定|明确|聘请|前)((?:[一-龥]{0,12}${org}|[一-龥]{0,8}${post}|[王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤][某]{1,2})(?:（[^）]{1,20}）)?)(?=[^任的，。；：]|、|$)`,
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
