// GENERATED from server/knowledge/claims.yaml. Do not edit: change the YAML and run `npm run generate`.
// 结论、程度、数量：什么话说出来就欠一个数

import type { Cue } from './cue'

/** 变化动词前面的程度副词：说了变多变少，没说多少 */
export const degreeAdverb: Cue = {"id":"claims.degree-adverb","source":"较大幅度|大幅度|极大地|进一步|越来越|明显地|显著地|普遍地|明显|显著|大幅|大大|极大|大为|稳步|不断|持续|逐步|逐年|逐渐|日益|日趋|日渐|快速|迅速|迅猛|成倍|翻番|直线|急剧|普遍|空前|基本|全面|有力|有效|充分|较快|较大|很快|稳定|平稳|有所|更加|稳中|连年|逐季|逐月|大有|同步|双双|根本|切实","plain":true}

/** 增减好坏的变化 */
export const changeVerb: Cue = {"id":"claims.change-verb","source":"好起来|提升|提高|增强|增长|增加|上升|上涨|攀升|扩大|扩张|扩展|壮大|拓展|延伸|改善|改进|改观|好转|向好|优化|下降|减少|降低|减轻|减弱|缩小|缩短|回落|下滑|下跌|缓解|遏制|扭转|加快|提速|放缓|增多|丰富|巩固|凸显|突显|显现|彰显|发展|增收|增效|转变|进步|升温|回升|复苏|回暖|萎缩|恶化|加剧|加大|加重|攀高|净化|改变|走低|走高|看好|受益|健全|完善|规范|提振|释放|发挥|普及|深入|跃升|升级|见效|激发|增厚|收窄|集聚|盘活|前移|后移","plain":true}

/** 结论说到这里为止；后面跟着“的”只是修饰，不算结论 */
export const clauseEnd: Cue = {"id":"claims.clause-end","source":"(?=[，。；、：！）…—“”￼\\s]|$)|(?=而且|并且|并|且|但|以及|等(?:等)?[，。；、])"}

/** All of them, in the order of the file. */
export const cues: readonly Cue[] = [
  degreeAdverb,
  changeVerb,
  clauseEnd,
]
