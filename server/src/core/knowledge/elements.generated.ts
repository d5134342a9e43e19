// GENERATED from server/knowledge/elements.yaml. Do not edit: change the YAML and run `npm run generate`.
// 要素：地点、来源、原因、进展、单位

import type { Cue } from './cue'

/** 村组、路段、工地：具体地点 */
export const finePlace: Cue = {"id":"elements.fine-place","source":"[一-龥]{1,10}(?:村|组|屯|社区|小区|路|街|巷|大道|路段|国道|省道|县道|公里|桥|隧道|工地|公司|厂|矿|水库|河段|学校|小学|中学|医院|市场|广场|景区|宾馆|饭店|作坊|仓库|居委会|林场|加油站|大厦|家属院|号楼)|K\\d|\\d线"}

/** 报警、来电、据报告：信息从哪里来 */
export const source: Cue = {"id":"elements.source","source":"报警|来电|电话报|报称|110|119|120|12345|网格员|值班|巡查|监测|预警|[群村居]众?民?[^，。]{0,6}(?:报告|反映|发现)|据[^，。]{2,16}(?:报告|反映|通报)|接[^，。]{0,12}报|获悉"}

/** 原因、所致、降雨：为什么发生 */
export const cause: Cue = {"id":"elements.cause","source":"原因|起因|诱因|系[^，。；]{1,18}(?:所致|引发|导致|造成)|因[^，。；]{1,20}(?:引发|引起|导致|造成|起火|发生|坍塌|侧翻|滑坡|受损)|受[^，。；]{1,18}影响|由于|引发|导致|所致|(?:怀疑|判断|分析|推测)[^，。；]{0,20}(?:失灵|脱落|老化|破裂|泄漏|漏气|短路|操作不当|失稳|超速|超载|断裂|遗留)|降雨|暴雨|大风|雷击|地震|冰雹|洪水|台风|低温|撞上|翻过|碰撞"}

/** 新增、累计、已恢复：有什么进展 */
export const progress: Cue = {"id":"elements.progress","source":"进展|新增|累计|\\d[时分][^，。]{0,24}(?:恢复|完成|抢通|修完|扑灭|救出|转移|疏散)|恢复(?:供|通|运行)|全部(?:疏散|转移|救出|安置)|已[^，。]{0,10}(?:完成|转移|恢复|抢通|救出|控制|扑灭|出院|发放)|核减|更正|比上次|较上[次报]"}

/** 本镇、县局、公司：说的是哪个单位 */
export const body: Cue = {"id":"elements.body","source":"[我本全该](?:镇|乡|县|区|市|省|村|局|街道|社区|院|校|所|站|公司|办|委)|[一-龥]{2}(?:镇|乡|街道|县|区|市|省|局|委员会|委|院|校|所|站|社区|村|公司|中心|支队|大队|厅|部|协会|合作社|供销社|银行)"}

/** 阅读量、评论数：传播了多少 */
export const reach: Cue = {"id":"elements.reach","source":"(?:阅读|浏览|播放|评论|转发|点赞|跟帖|热度|点击|讨论|关注)(?:量|数|人次)?[^，。；]{0,8}[\\d一二三四五六七八九十]|\\d[\\d.万亿余多]{0,12}(?:次|条|人次)?[^，。；\\d]{0,6}(?:阅读|浏览|播放|评论|转发|点赞|跟帖|点击)"}

/** 图片、截图、IMG：说不出图上是什么的图片说明 */
export const emptyCaption: Cue = {"id":"elements.empty-caption","source":"图片?|照片|截图|插图|配图|附图|image|img|picture|photo|alt(?: text)?|微信图片|屏幕截图|IMG|DSC|mmexport|QQ图片|未命名"}

/** All of them, in the order of the file. */
export const cues: readonly Cue[] = [
  finePlace,
  source,
  cause,
  progress,
  body,
  reach,
  emptyCaption,
]
