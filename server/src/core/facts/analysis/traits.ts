// What an item shows of substance (figures, names, cases) and of accountability (owner, time, yardstick).

import { hasFigure } from '../../text/quantities'

/** Who is to do it. `whole` is the reporting unit itself, `collective` a crowd in which nobody is meant. */
export type OwnerKind = 'named' | 'whole' | 'collective' | 'none'
/** When. `period` is 下半年 or 2027年, a frame and no day; `vague` is 尽快 or 逐步 and nothing else. */
export type TimeKind = 'date' | 'frequency' | 'done' | 'period' | 'vague' | 'none'

export interface Traits {
  readonly owner: OwnerKind
  readonly ownerText: string
  readonly time: TimeKind
  readonly timeText: string
  readonly standard: string
  /** A figure that says how much of something there is; limits such as 24小时内 are no such figure. */
  readonly figure: boolean
  /** A named place, unit or person. */
  readonly named: boolean
  /** A case, a quoted rule or a day. */
  readonly instance: boolean
  /** Hedges (有待加强), stock causes (认识不足), nameless actors (部分单位). */
  readonly hedges: number
  readonly stock: number
  readonly nameless: number
  /** Says why within itself. */
  readonly reasoned: boolean
  /** A request to somebody above or beside (建议、恳请). */
  readonly request: boolean
}

const org =
  '(?:局(?!面|限|部|势|长|地)|委员会|办公室|办(?!理|公|事|法|好|结|实|学|成|案|件|会|了|得|证|点)|所(?!有|以|需|谓|在|属|得|提|做|述|致|长)|站(?!位|点|在|好|稳|起|长)|中心(?!工作|任务|城|环节|思想|大局)|中队(?!长)|大队(?!长)|支队|科(?!学|技|研|目|普|长|级)|股(?!份|权|东)|专班|村委会|居委会|居委|村“?两委”?|党支部|党总支|公司|集团|学校|小学|中学|幼儿园|医院|卫生院|合作社|指挥部|工会|妇联|团委|协会|商会|银行|街道|社区|小区|政府|党委|党工委|管委会|法院|检察院|工作组|领导小组|工作队|服务队|巡查组|专家组|物业|业委会|银行)'
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
  `(?:^|[，。；：、①-⑳）\\s”]|[一二三四五六七八九十]是|[一二三四五六七八九十]要|建议|协调|督促|责成|要求|恳请|请求?|商请|委托|安排|指定|明确|聘请|前)((?:[一-龥]{0,12}${org}|[一-龥]{0,8}${post}|[王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤][某]{1,2})(?:（[^）]{1,20}）)?)(?=[^任，。；：]|、|$)`,
)
const bracketed = new RegExp(`（([^（）]{0,24}(?:${org}|${post}|某)[^（）]{0,20})）`)
const eachUnit =
  /(?:^|[，。；：是])(?:(?:\d+|[一二三四五六七八九十两]+)个?(?:村|社区|乡镇|镇|站所|中队|单位|学校|企业)|各(?:村|社区|乡镇|镇|街道|中队|站所|学校|网格|包村组|行政村|县|区)(?!的))/
const placeSubject =
  /(?:^|[，。；：、是])((?:[一-龥]{2,4})(?:镇|乡|村|县|区))(?=(?:\d|[一二三四五六七八九十]月|于|在|将|对|每|按|负责|年底|月底|完成))/
const collective =
  /^(?:各|有关|相关|全体|所有|上级|各级|本级|广大|职能|成员|基层|其他|多个|该|本|我|这些|部分|个别|有的|一些|某些|许多|不少|人民|党和|地方|当地|政府$|党委$|各职能|村镇|县乡|领导小组$|工作组$|单位|部门|领导$)/
const notOrg =
  /(?:格局|布局|结局|大局|全局|当局|时局|场所|有所|厕所|网站|车站|电站|泵站|开办|主办|承办|协办|筹办|举办|督办|交办|代办|创办|领办|经办|会办|查办|包办|本科|学科|重心|核心|信心|责任心|爱心|耐心|以.{0,8}为中心|专科|内科|控股|参股|的场所|各所)$/

/** Its own house without a name: 街道将…… says no more than 我街道. */
const ownHouse =
  /^(?:街道|社区|政府|党委|党工委|学校|医院|公司|集团|合作社|镇党委|乡党委|县委|镇政府|乡政府|县政府|街道办|村委会|居委会|全局|我局|我办|我站|我所)$/
const opener =
  /^(?:[一二三四五六七八九十]是|[一二三四五六七八九十]要|首先|其次|再次|最后|同时|今后|下一步|是|要|并|再|先|后|将|请|建议|另|此外)+/

const wholeUnit =
  /(?:^|[，。；：、是])(?:下一步，?)?(?:我|本)(?:镇|乡|县|区|市|局|街道|社区|办|院|校|站|所|中心|单位|村|中队|科|们)|镇(?:党委|政府)|党委政府/
const crowd =
  /各(?:有关|相关|级|职能)?(?:部门|单位|级|方)|全体(?:干部|职工|党员|人员)|相关(?:部门|单位|人员|科室|领导)|有关(?:部门|单位|方面|人员|科室)|各级领导|专人负责|安排专人|成员单位/

const date =
  /(?:(?:\d{4}|今|明|本|当|次)年)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})日|底|末|初|中旬|上旬|下旬|份|上半月|下半月)?(?:[前内起]|之前|以前|底前)?|(?:\d{4}|今|明|本|当)年(?:底|末|内|上半年|下半年|度|[一二三四]季度)?(?:前|内)?|年底前?|年内|年前|本?月底前?|月内|季(?:度)?末|(?:\d+|[一二三四五六七八九十两半]+)个?(?:工作日|日|天|周|星期|月|季度|小时|分钟|年)(?:以|之)?内|(?:第?[一二三四]季度|上半年|下半年)|(?:主?汛期|汛|春节|春耕|节|开学|雨季|入冬|供暖|采暖|入汛|入夏|国庆|中秋|五一|清明|元旦|秋收|秋播|双抢|三夏|换届|学期|下次|下一?轮)[^，。；]{0,4}(?:前|之前|期间结束)|(?:本|下|当)(?:周|月|季度|学期)|即日起|今冬明春|“十[四五]五”(?:期间|末)?|期限|完成时[限间]|\d{1,2}[.．/]\d{1,2}前|(?:前|内)完成/
const period =
  /^(?:(?:\d{4}|今|明|本|当)年(?:度)?|(?:今|明|本|当|\d{4})?年?(?:上半年|下半年)|本年度|“十[四五]五”.*|今冬明春)$/
const frequency =
  /每(?:日|天|晚|周|星期|旬|半?月|季度?|半年|年|逢|班|次|两周|两月|隔)|按(?:日|周|月|季|年|旬)(?:度)?|(?:一|两|\d)(?:周|月|季度?|年|天)(?:一|两|\d)(?:次|报|查|调度|通报|评|结|清|轮|会商)|(?:日|周|月|季)(?:巡查|调度|通报|例会|报告|会商|清|结|报|评)|实时|24小时|全天候|逢[一二三四五六七八九十\d]/
const finished =
  /(?:已|均已|现已|已经)(?!久|知|有(?!效))[^，。；]{0,24}|完成整改|整改完毕|整改到位|当场|立行立改|销号|到位资金/
const vagueTime =
  /尽快|尽早|抓紧|及时|适时|择机|逐步|逐渐|长期|持续|不断|常态化|长效|始终|近期|今后|下一步|早日|随时|定期|进一步|条件成熟/
const standard =
  /(?:达到?|不低于|不少于|不高于|不超过|控制在|降至|降到|提高到|提升到|压缩到|增至|完成率|合格率|办结率|满意率|覆盖率|达标率|销号|验收|标准|全覆盖|清零|\d+(?:\.\d+)?%)[^，。；]{0,16}/

const instance =
  /(?:例如|比如|譬如|如(?!果|何|期|实|有|遇|需|下|上|数|约|同|此|意|今|愿|若|因|不|出)(?=[一-龥]{2,})|以[^，。]{2,16}为例)|某(?:某|村|镇|县|企业|单位|公司|户|小区|局|科|校)|[一-龥]某(?:某)?|《[^》]{2,40}》(?!的要求)|(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日|\d{1,2}时|去年|上月|上季度|一季度|二季度|三季度|四季度|\d{4}年/
const namedPlace =
  /([一-龥]{2,5})(?:村(?!级|里|干|务|委|支|两|居|组|医|庄|落)|镇(?!村|级|里|上|区)|乡(?!村|镇|土|亲)|县(?!级|里|委|乡|域|城|区|政|直)|街道|社区(?!服务|管理|建设|治理|文化)|小区|水库|河|路(?!径|线|子|上)|街(?!头|面)|桥|渠(?!道)|坝|屯|庄|寨|湾|卫生院|派出所|中学|小学|幼儿园|公司|市场(?!主体|化|监管|秩序|竞争|需求|价格)|园区|食品厂|化工厂|水厂|超市|饭店|广场|大道|隧道|涵洞|泵站|码头|林场|农场|养殖场|屠宰场|采石场)/g
const genericPlace =
  /(?:^|.)(?:各|部分|个别|一些|有些|有的|某些|许多|不少|多数|少数|大部分|基层|全|本|我|该|其他|每个|所有|农|乡|山|行政|自然|贫困|边远|偏远|城|老旧|新建|重点|示范|试点|合作|民营|中小|企业|集贸|农贸|工业|产业|高速|公|道|铁|思|出|线|网|电|管|全县|全镇|全乡|全市|城乡|县|镇|乡|市|个|的|住宅|居民|物业|生活|文明|美丽|脱贫|城中|城区|驻|包|到|进|下|回|入|出|离|本地|周边|沿|跨|两|几|多|数|小|大|老|新|旧|上|中|二级|国有|上市|外|内|分|总|子|母|在|于|到|从|向|以|至|和|与|及|或|对|由|把|将|让|为|了|有|是|无|年)$/

const hedge =
  /有待|还需|仍需|尚需|不够|不强|不高|有差距|还有差距|个别|少数|偶尔|一定程度|相对(?:滞后|薄弱)|一些|亟待|亟需|时有发生|屡禁不止|较为突出|需(?:引起)?(?:高度)?重视|不同程度|比较|较(?:弱|低|少|差|慢|大|多|为)|不足|不到位|不及时|不健全|不完善|不深入|不规范|不平衡|薄弱|滞后|淡薄|欠缺|缺乏/g
const stockCause =
  /思想认识(?:不到位|不高|不足|不够)|认识(?:不到位|不足|不够|不高|模糊)|重视(?:程度)?不够|责任心不强|责任(?:落实)?不到位|(?:机制|制度|体系)(?:还|尚|仍)?(?:不(?:够)?(?:健全|完善)|缺失)|人(?:员|手)?少|任务重|人手(?:不足|紧张|少)|人员不足|力量(?:不足|薄弱)|经费(?:不足|紧张|短缺)|投入(?:不足|不够|少)|资金(?:不足|短缺|紧张|缺乏)|宣传(?:不到位|不够|力度不够|不深入)|力度(?:不够|不大)|素质(?:参差不齐|不高|偏低)|能力(?:不足|不强|有限|欠缺)|水平(?:不高|有限|有待提高|参差不齐)|协[同调](?:不够|不力|不畅)|沟通不(?:畅|够)|缺乏(?:有效)?(?:手段|抓手|激励|监督|沟通|协调|专业|系统|培训)|技术(?:支持|支撑|力量)(?:不到位|不足|薄弱|不够)|信息化(?:水平|程度)(?:低|不高)|流动(?:频繁|性大)|队伍不稳定|培训(?:不足|不够|不到位)|激励(?:机制)?(?:不健全|不足|不够|缺失)|意识(?:淡薄|不强|薄弱|不够)|措施不到位|监管不到位|管理不(?:到位|规范|严)|基础薄弱|底子薄|历史(?:原因|遗留)|客观原因|观念(?:陈旧|落后)|工作头绪多/g
const namelessActor =
  /(?:部分|个别|少数|一些|有些|有的|某些|许多|不少|多数|相关|有关)(?:干部|同志|单位|部门|地方|群众|人员|村|社区|企业|乡镇|基层|党员|站所|学校|商户|经营户|村民|居民|农户|工作|领导|职工|项目|人)/g
const reasoned =
  /由于|因为|原因|主要是因|(?:^|[，；：])(?:主要|多|均|系|都)?因(?!此|地|人|为此|素)|缘于|源于|症结|根源|加之|受[^，。；]{1,14}(?:影响|限制|制约)|导致|致使|卡在|所致/
const request = /建议|恳请|请求|提请|请(?:县|市|省|上级|有关)|希望|呼吁/
// 应在24小时内报送 names a limit, not the size of the problem.
const limits = /\d+(?:个)?(?:小时|日|天|分钟|个?工作日|个月)(?:之|以)?[内前]|24小时/g

export function readTraits(text: string): Traits {
  const [owner, ownerText] = ownerOf(text)
  const [time, timeText] = timeOf(text)
  return {
    owner,
    ownerText,
    time,
    timeText,
    standard: standard.exec(text)?.[0] ?? '',
    figure: hasFigure(text.replace(limits, '')),
    named: hasName(text),
    instance: instance.test(text),
    hedges: count(text, hedge),
    stock: count(text, stockCause),
    nameless: count(text, namelessActor),
    reasoned: reasoned.test(text),
    request: request.test(text),
  }
}

function ownerOf(text: string): [OwnerKind, string] {
  for (const pattern of [labelled, byWhom, leads, subject, bracketed, placeSubject]) {
    const name = pattern.exec(text)?.[1]?.trim().replace(opener, '')
    if (!name || name.length < 2 || collective.test(name) || notOrg.test(name)) continue
    return [ownHouse.test(name) ? 'whole' : 'named', name]
  }
  const each = eachUnit.exec(text)
  if (each) return ['named', each[0].replace(/^[，。；：是]/, '')]
  const whole = wholeUnit.exec(text)
  if (whole) return ['whole', whole[0].replace(/^[，。；：、是]/, '')]
  const many = crowd.exec(text)
  return many ? ['collective', many[0]] : ['none', '']
}

function timeOf(text: string): [TimeKind, string] {
  const day = date.exec(text)
  if (day && !period.test(day[0])) return ['date', day[0]]
  const often = frequency.exec(text)
  if (often) return ['frequency', often[0]]
  const over = finished.exec(text)
  if (over) return ['done', over[0]]
  if (day) return ['period', day[0]]
  const vague = vagueTime.exec(text)
  return vague ? ['vague', vague[0]] : ['none', '']
}

function hasName(text: string): boolean {
  for (const hit of text.matchAll(namedPlace)) if (!genericPlace.test(hit[1]!)) return true
  return false
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

/** The traits of an item that has several parts. */
export function joinTraits(parts: readonly Traits[]): Traits {
  const owners: readonly OwnerKind[] = ['named', 'whole', 'collective', 'none']
  const times: readonly TimeKind[] = ['date', 'frequency', 'done', 'period', 'vague', 'none']
  const best = <K>(order: readonly K[], key: (part: Traits) => K) =>
    parts.reduce((a, b) => (order.indexOf(key(b)) < order.indexOf(key(a)) ? b : a))
  const owner = best(owners, part => part.owner)
  const time = best(times, part => part.time)
  const sum = (key: (part: Traits) => number) => parts.reduce((total, part) => total + key(part), 0)
  const any = (key: (part: Traits) => boolean) => parts.some(key)
  return {
    owner: owner.owner,
    ownerText: owner.ownerText,
    time: time.time,
    timeText: time.timeText,
    standard: parts.find(part => part.standard)?.standard ?? '',
    figure: any(part => part.figure),
    named: any(part => part.named),
    instance: any(part => part.instance),
    hedges: sum(part => part.hedges),
    stock: sum(part => part.stock),
    nameless: sum(part => part.nameless),
    reasoned: any(part => part.reasoned),
    request: any(part => part.request),
  }
}
