// Does a text without a declaration read like a government-information report? Decided by the words of the trade against
// the words of other trades, not by single words: 项目, 部署, 检查 and 监管 are everybody's.

import type { Bilingual } from '../types'
import type { Sample } from './sample'

/** Offices and bodies of state: nobody else signs with them. */
const bodies =
  /(?:人民政府|街道办|办事处|党工委|管委会|居委会|村委会|村“?两委|党委|党组|党支部|党总支|[省市县区镇乡]委(?!员|托|屈)|国务院|中共中央|党中央|自治区|行署|人大常委会|人民代表大会|政协|纪委|监察|检察院|人民法院|中级法院|公安|派出所|交警|消防(?!栓|器材|通道)|民警|应急管理|应急局|市场监管|食品药品监|工商(?:局|所|部门|人员)|财政(?:局|厅|部|所|部门|补助|资金|拨款)|教育局|卫生局|卫健|疾控|农业农村|农业局|农业部|林业局|水利局|水务局|环保(?:局|部门|站)|环境保护局|生态环境|住建|住房城乡|城乡规划|规划局|城管|国土|自然资源|民政|人社|社保|医保局|税务局|统计局|审计|发展改革|发改|工信|商务局|交通运输|供销|粮食局|气象局|地震局|信访(?:局|办|工作|件|事项)|政法委|综治|司法局|司法所|烟草局|市局|县局|区局|供电所|卫生院|农技站|敬老院|福利院|养老院|日间照料|中国人民银行|中心(?:小学|学校|幼儿园)|实验(?:小学|中学|幼儿园|学校)|第[一二三四五六七八九十](?:小学|中学|幼儿园|人民医院)|(?:镇|乡|城[东西南北中]|县)(?:小学|中学|初中|中心校)|少先队|团[县省市]?委|关工委|妇联|总工会|教育工会|家委会|银监会|新华社|各地区、各部门|各部委)/g

/** How the trade speaks of its own house and business. */
const trade =
  /(?:[我全本该](?:镇|乡|县|市(?!场)|区(?!域|间|块)|省|局|街道|社区(?!团购)|办(?!法|公软)|辖区|州|旗)|辖区|各(?:乡镇|街道|村|县|市(?!场)|区|地(?!方特)|科室|级|有关单位|行政村)|乡镇|镇村|村级|县级|市级|省级|区级|科级|基层|干部|党员|群众|村民|居民|农户|农民|职工|信访|督查|督导|督办|专项(?:行动|整治|检查|治理|资金|债)|排查|整治|整改|防汛|抗旱|抗洪|救灾|受灾|灾情|灾区|伤亡|死亡|重伤|救援|抢救|善后|事故|险情|初报|续报|指挥部|乡村振兴|脱贫|扶贫|帮扶|低保|三农|双减|招商引资|新区|高新区|开发区|园区|战略性新兴产业|专项资金|规划纲要|若干措施|政策|行政|法制|法治|审批|监督|重点(?:项目|工程|领域|工作)|示范|试点|发展改革|产业发展|创建|综治|维稳|网格员|12345|政务|便民|营商环境|行政(?:处罚|审批|执法|村)|执法|立案查处|查处|责令|通报|印发|通知(?:》|要求|如下|精神)|〔\d{4}〕|\[\d{4}\]|会议(?:指出|强调|要求|认为)|贯彻|决策部署|分管领导|主要领导|领导小组|负责人|工作会议|座谈会|现场会|动员会|培训班|调研组|答复|办复|来信|来访|网友|网民|投诉|举报|补贴|补助|惠民|民生|公共服务|政府|机关|事业单位|十[二三四五]五|深化改革|全会精神|党史|党建|安全生产|治安|禁毒|普法|依法|法律法规|计划生育|义务教育|公办|招投标|政府采购|人大(?:代表|.{0,4}会议)|提案|议案|代表：|收悉|答复如下|全[校园院](?!外)|师生|校长[一-龥]{0,3}(?:致辞|讲话|主持|强调|要求|作)|启动仪式|升旗仪式|表彰大会|主题(?:教育|党日|团日|班会|活动)|(?:此次|本次|系列)活动|活动(?:的)?开展|活动中|作(?:了)?(?:总结|动员)?讲话|倡议书|志愿者|走访慰问|学位|划片|学区|招生|公益性岗位|拟建|国有|集体经济|土地流转|耕地|粮食|收购|合作社|农产品|农业|农村|农机|公报|增加值|同比|财政收入|固定资产投资|规模以上|常住人口|人均(?:纯收入|可支配)|征地|征拆|征搬|拆迁|招标|流标|财评|挂牌出让|控规|工期|开工|复工|竣工|据统计|据初步统计|经初步|截[至止]|现将[^。]{0,20}如下)/g

/** Towns, villages and streets by name, and how their people are spoken of at home. */
const places =
  /[一-龥]{2,3}(?:镇|乡|村(?!民|级|里|口|长|干|支|两|委|医|落|庄)|街道|社区|水库|县(?!城|级|里|委|政)|自治州|自治县)|(?:县|镇|乡|区|市|省)里|(?:\d+|[一二三四五六七八九十两]+)个(?:行政)?(?:村|乡镇|镇|社区|小区|街道)/g

/** The turns of phrase of the office: nobody else strings them together. */
const rhetoric =
  /提高(?:思想)?认识|思想认识|高度重视|压实|狠抓|抓好落实|长效机制|再上新台阶|迈上新台阶|加大[^，。]{0,8}力度|着力|切实|扎实|充分发挥|营造[^，。]{0,10}氛围|重要意义|组织领导|统筹|协调|坚持以|紧紧围绕|中心工作|各项工作|议事日程|责任感|使命感|取得(?:了)?(?:显著|明显|一定|良好)?(?:成效|效果)|亟待解决|有待|下一步|牵头|配合|台账|摸底|入户|走访|动员|部署|贯彻落实|落实到位|进一步(?:加强|完善|提高|压实|强化)|健全|完善|强化|多渠道|逐步|有关部门|相关部门|上级|以此(?:次活动)?为契机|圆满成功|圆满结束|为深入|为营造|为弘扬|为进一步|先进|表彰|考核|约谈|督办|惠及|获得感|基层|专题(?:调研|会议)|存在(?:的)?(?:问题|不足)|工作(?:目标|要求|步骤|措施|开展情况|总结)|实施方案/g

/** （柳河镇敬老院 4月15日）, 高坪村村委会 2026年6月13日: a unit and a day close the text, as they close no article. */
const signature =
  /(?:^|\n)[（(]?[^，。；：\n]{0,24}(?:[省市县区镇乡村街局院校站所办委会队社厂]|道|中心|支部|学校|公司)[^，。；：\n\d]{0,8}[\s　]*(?:\d{4}年)?\d{1,2}月\d{1,2}日[^，。\n]{0,6}[）)]?\s*$/
/** 柳河街道开展……, 龙门镇敬老院……: the title begins with the unit. */
const unitTitle =
  /^[一-龥]{2,4}(?:镇|乡|街道|社区|县|区)(?!域|里)[一-龥]{0,8}?(?:开展|举行|召开|举办|组织|院|所|站|校|局|中心|村|“|"|换|把|用|让|推|试|建|整|查|启|多措|扎实|深入|全力|关停|查处|查出|取缔|拆除|完成|清理|开通|发放|修复|召回|处置)/

const officialTitle =
  /^关于.{2,40}的?(?:报告|汇报|调研|调查|通知|请示|建议|提案|意见|函|答复|专报|情况|总结|方案|批复|通报|舆情信息|说明|答复|回复|办法|规定)(?:（.{1,8}）)?$|(?:总结|汇报|专报|初报|续报(?:（.{1,3}）)?|终报|简报|信息|调研报告|实施方案|工作情况|情况报告|讲话|的答复|的回复|复函|的通知|的意见|办法(?:（试行）)?|公报|(?:问题、)?原因及对策(?:建议)?)(?:（.{1,8}）)?$/

/** A report's title begins with the place or the office that it is about. */
const placeTitle = /^[一-龥]{2,6}(?:镇|乡|街道|社区|县|区|村|局)(?!域|里|长|民)[^。]{4,40}$/

/** What offices count. */
const counts = /(?<=\d)(?:余|多)?(?:户|人次|万元|亿元|亩|公顷|公里|处|家|件|起|份|场次?|个村|吨|株)/g

/** The parts of a report under their usual names. */
const sectionTitle =
  /工作(?:完成|开展|进展)情况|工作计划|协调(?:解决)?(?:的)?事项|存在(?:的)?(?:困难|问题)|下一步(?:工作)?(?:打算|安排|计划|措施)/

/** Everyday words of any office. */
const office =
  /(?:工作|开展|推进|加强|落实|部署|检查|监管|项目|资金|单位|部门|组织|建设|管理|制度|机制|措施|全面|进一步|责任|安全|情况|问题)/g

/** Words of other trades: each list is one, so that a text with many of one kind is known for what it is. */
const others: readonly (readonly [name: Bilingual, pattern: RegExp])[] = [
  [
    ['技术文档', 'technical writing'],
    /(?:代码|函数|变量|接口|线程|进程|数据库|服务器|客户端|浏览器|编译|调试|框架|组件|开源|仓库|配置项|配置文件|命令行|终端|教程|插件|算法|程序员|开发者|软件|源码|脚本|前端|后端|容器|镜像|集群|日志|调用|返回值|默认值|参数|字段|响应|请求头|鉴权|令牌|密钥|版本号|本次版本|新增功能|修复了|兼容|依赖|安装包|升级到|测试用例|单元测试|回归测试|提交代码|分支|合并请求|文档规范|排版|译者|译文|缓存|异步|并发|延迟|吞吐|模型训练|微调|大模型|标签页|点击|按钮|勾选|下拉|弹窗|登录|登陆|账号|密码|App|SDK|API|HTTP|JSON|SQL)/gi,
  ],
  [
    ['商业宣传', 'business writing'],
    /(?:客户|用户|产品|品牌|创业|融资|商业模式|市场份额|营收|赋能|解决方案|合作伙伴|团队|订阅|会员|优惠|下单|购买|售后|保修|我们(?:的|很|相信|认为|公司|团队|希望)|公司|股东|净利润|研发|电商|直播间|粉丝|消费者)/g,
  ],
  [
    ['使用说明', 'a manual'],
    /(?:本产品|本机|请勿|电源|按键|指示灯|遥控|说明书|保修卡|开机|关机|充电|电池|滤网|插头|旋钮|型号|额定|清洁|拆卸|松开|拧紧|长按|短按|蓝牙|配对|故障代码)/g,
  ],
  [
    ['菜谱', 'a recipe'],
    /(?:食材|食谱|料酒|生抽|老抽|蚝油|小火|中火|大火|切块|切丝|切片|油温|翻炒|焯水|腌制|葱花|姜片|蒜末|少许|适量|克盐|出锅|装盘|锅中|口感|烤箱)/g,
  ],
  [
    ['文学作品', 'fiction'],
    /(?:[她他它](?:说|笑|想|问|看|站|坐|走|的(?:手|眼|脸|声音))|心里|眼睛|笑着|低声|轻轻|沉默|窗外|月光|眼泪|忽然|仿佛|似乎|喃喃|叹了|点了点头|摇了摇头|老头|姑娘|小伙子|爷爷|奶奶|妈妈|父亲|母亲|爸爸|夜里|梦)/g,
  ],
  [
    ['体育报道', 'sports news'],
    /(?:联赛|进球|球队|球员|主教练|赛季|比分|上半场|下半场|主场|客场|半决赛|决赛|冠军|夺冠|世界杯|亚冠|点球|门将|传球|射门|分钟破门|积分榜|得分|篮板|助攻|选手|金牌)/g,
  ],
  [
    ['学术论文', 'academic writing'],
    /(?:本文(?:提出|采用|基于|利用|研究|构建|的|以|得出|选取|运用|认为)|中图分类号|文献标识码|文章编号|基金项目|摘要：|引言|研究发现|稳健性?|边际贡献|机制分析|微观证据|准自然实验|因果|实证|回归(?:分析|模型|系数)|面板数据|双重差分|显著(?:性|为[正负]|正向|负向)|文献|参考文献|数据集|实验结果|准确率|神经网络|深度学习|卷积|特征提取|仿真|样本量为|置信区间|变量|假设检验|异质性|内生性|理论框架|学术|论文|综述|学者)/g,
  ],
  [
    ['个人文章', 'a personal text'],
    /(?:你|您可以|大家可以|我们可以|我觉得|我认为|我自己|我的|我在|我是|我想|我曾|我们来|咱们|吧[，。！]|呢[，。？]|啊[，。！]|博客|读者|作者|小说|电影|英语|单词|书籍|这本书|朋友们|亲爱的)/g,
  ],
]

export interface GenreVerdict {
  readonly is: boolean
  readonly reason: Bilingual
}

const no = (zh: string, en: string): GenreVerdict => ({ is: false, reason: [zh, en] })

/** Everything is counted per thousand Chinese characters. */
export function looksLikeReport({ text, headings, codeBlocks, inlineCode, title }: Sample): GenreVerdict {
  const chinese = count(text, /[一-鿿]/g)
  const latin = count(text, /[A-Za-z]/g)
  if (chinese < 40) return no('正文几乎没有汉字', 'Hardly any Chinese prose')
  if (latin > chinese * 0.25) return no('正文多为外文', 'Mostly Latin letters')
  if (codeBlocks > 0 || inlineCode * 200 > chinese)
    return no('含代码，按技术文档对待', 'Holds code: read as a technical document')
  const whole = `${title}\n${text}`
  const body = distinct(whole, bodies)
  const own = distinct(whole, trade)
  const plain = distinct(whole, office)
  const local = distinct(whole, places)
  const turns = distinct(whole, rhetoric)
  const named = title.trim()
  const titled =
    (officialTitle.test(named) ? 3 : 0) +
    (unitTitle.test(named) ? 2 : 0) +
    (signature.test(text.trimEnd().slice(-80)) ? 3 : 0) +
    (sectionTitle.test(headings) ? 3 : 0) +
    (placeTitle.test(named) ? 1 : 0) +
    (distinct(whole, counts).kinds >= 3 ? 2 : 0) +
    (/(?:^|[。；：\s])一是[\s\S]{4,300}二是/.test(text) ? 1 : 0)
  const telling = body.total * 2 + own.total + local.total + turns.total + titled
  const kinds = body.kinds * 2 + own.kinds + Math.min(local.kinds, 4) + turns.kinds * 0.5 + titled
  const score = per1000(telling + Math.min(plain.total, telling) * 0.3, chinese)
  let rival = 0
  let rivalName: Bilingual = ['其他文章', 'another text']
  let strangers = 0
  for (const [name, pattern] of others) {
    const { kinds: different, total } = distinct(whole, pattern)
    // One word said often is a topic (用户 in a note on water supply); several words are a trade.
    const weight = different === 1 ? 1 : Math.min(total, different * 3)
    strangers += weight
    if (weight > rival) {
      rival = weight
      rivalName = name
    }
  }
  // An abstract with its keywords heads a paper, whatever the paper is about.
  if (/摘要：/.test(text) && /关键词：/.test(text) && /引言|中图分类号|文献标识码|本文|实证/.test(text))
    return no('正文像学术论文，不像政务信息稿', 'Reads like academic writing')
  const foreign = per1000(rival + (strangers - rival) * 0.5, chinese)
  if (foreign > score * 0.75 || (foreign > 12 && foreign > score * 0.5))
    return no(`正文像${rivalName[0]}，不像政务信息稿`, `Reads like ${rivalName[1]}`)
  const enough = chinese < 150 ? 4 : 5
  if (kinds < enough || score < 14) return no('正文不像政务信息稿', 'Does not read like a report')
  return { is: true, reason: ['正文像政务信息稿', 'Reads like a report'] }
}

function per1000(value: number, chinese: number): number {
  return (value * 1000) / Math.max(chinese, 150)
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

function distinct(text: string, pattern: RegExp): { kinds: number; total: number } {
  const hits = text.match(pattern) ?? []
  return { kinds: new Set(hits).size, total: hits.length }
}
