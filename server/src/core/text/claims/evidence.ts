// What backs a claim without being a figure: something that happened and can be looked up.

import { createGate } from '../gate'

/** Passed, opened, awarded, issued: an event with a place in the files. */
const event =
  /通过(?:了)?[^，。；：]{0,16}(?:验收|评审|审查|认定|认证|检测|审批|环评|鉴定|检查|考核|初审|复核|备案)|(?<!未)(?:获得?|经|取得|被)[^，。；：]{0,10}(?:批准|批复|核准|许可证|证书|命名|授予|授牌|评为|认定为|确定为|列为|列入|表彰|通报表扬|一等奖|二等奖|三等奖|金奖|银奖|称号)|荣获|获评|获批|获得[^，。；：]{2,24}(?:奖|称号|荣誉|先进|示范|冠军)|(?:评为|授予|命名为|认定为|确定为|列为)[^，。；：]{0,24}(?:示范|先进|试点|模范|文明|称号|单位)|入选|(?:印发|出台|颁布|制定|发布|下发|公布|实施|修订)(?:了|出台|实施|印发|下发|发布)*《|》[^，。；：]{0,12}(?:印发|出台|颁布|发布|施行|实施)|发布[^，。；：]{0,8}(?:报告|通报|公报)|竣工|通车|投入(?:使用|运营|运行|生产|试运行)|(?:已|全面|正式|顺利|相继)(?:建成|开工|投产|通水|通电|通气|挂牌|揭牌|封堵|关停|关闭|拆除|取缔|停产)|建成(?:通车|投产|投用|启用)|签订|签署|签约|达到[^，。；：]{0,12}标准|[ⅠⅡⅢⅣⅤⅰⅱⅲⅳⅴ]类|[一二三四五]类(?:水|标准)|由[^，。；：]{1,14}(?:变|升|降|增|减|改|转|调整|提升|提高|下降|改善|好转|缩短|压缩|压减|扩大)(?:至|到|为|成)|立案|移送司法|受到[^，。；：]{0,10}(?:表彰|处分|处罚)|(?:被|在|向)[^，。；：]{0,8}(?:全[国省市县区]|上级|部|[省市县]委|[省市县]政府)[^，。；：]{0,6}(?:推广|转发|刊发|通报表扬|交流发言)/

/** All of them, or not one: exact without a number. What was put right or settled is not: of how many is the question. */
const exact =
  /(?:全部|均已|都已|全数|悉数)(?:已|已经)?(?:到岗|通过|达标|修复|恢复|安置|转移|封堵|关停|拆除|清理|清运|兑现|发放|建成|开通|接通|脱贫|入学|签约)|无一(?:[人户起例处件名])|零(?:事故|投诉|上访|感染|伤亡|失误|差错|火灾)|(?:无|未发生|没有发生|未出现|未造成|没有)(?:一起|任何|重大|较大|新增)?(?:人员)?(?:伤亡|安全事故|事故|火灾|返贫|漏报|新增病例|病例|反弹)/

/** 例如、以……为例 with something behind it. */
const example =
  /(?:例如|比如|譬如|以[^，。；：]{2,18}为例|(?<![诸正犹])如[^，。；：意何果此同常期实]{1,3}(?:[镇乡村县区市]|公司|街道|社区))/

/** 详见附件2、见下表: the figures stand elsewhere and it is said where. */
const reference =
  /附件|附表|附后|(?:见|如)(?:下|附|上)?[表图]|表\d|图\d|下表|上表|下图|如下(?![^，。；]{0,6}(?:建议|意见|措施|对策|打算|安排|要求))(?<!(?:建议|意见|措施|对策|打算|安排|要求)如下)/

const nobody = /[^，。；：]{0,6}(?:一大?批|一些|若干|多个|许多|不少|众多)[^，。；：]{0,40}/g

const { scan, bit } = createGate({ event, exact, example, nobody, reference })
const facts = bit.event | bit.exact | bit.example

export function hasCheckableFact(sentence: string): boolean {
  const cues = scan(sentence)
  if ((cues & facts) === 0) return false
  // 一批项目竣工投产: an event of nobody in particular cannot be looked up.
  const named = cues & bit.nobody ? sentence.replace(nobody, '') : sentence
  return (
    ((cues & bit.event || named !== sentence) && event.test(named)) ||
    ((cues & bit.exact) !== 0 && exact.test(sentence)) ||
    ((cues & bit.example) !== 0 && example.test(sentence))
  )
}

export function pointsToFigures(sentence: string): boolean {
  return (scan(sentence) & bit.reference) !== 0 && reference.test(sentence)
}

/** 如下：, ……： the following block carries what is said here. */
export function leadsOn(sentence: string): boolean {
  return /[：:—]\s*$/.test(sentence) || /如下[。：]?\s*$/.test(sentence)
}
