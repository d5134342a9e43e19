// GENERATED from server/knowledge/owners.yaml. Do not edit: change the YAML and run `npm run generate`.
// 责任单位：什么算点了名，什么不算

import type { Cue } from './cue'

/** 各、有关、全体：人人有份等于没有责任单位 */
export const collective: Cue = {"id":"owners.collective","source":"^(?:各|有关|相关|全体|所有|上级|各级|本级|广大|职能|成员|基层|其他|多个|该|本|我|这些|部分|个别|有的|一些|某些|许多|不少|人民(?!医院|法院|检察院|银行)|党和|地方|当地|政府$|党委$|各职能|村镇|县乡|领导小组$|工作组$|单位|部门|领导$)"}

/** 格局、厕所、网站：词尾像单位，其实不是 */
export const notBody: Cue = {"id":"owners.not-body","source":"(?:格局|布局|结局|大局|全局|当局|时局|场所|有所|厕所|网站|车站|电站|泵站|开办|主办|承办|协办|筹办|举办|督办|交办|代办|创办|领办|经办|会办|查办|包办|本科|学科|重心|核心|信心|责任心|爱心|耐心|以.{0,8}为中心|专科|内科|控股|参股|的场所|各所)$"}

/** 各级各部门、有关单位：点了名也找不到人 */
export const crowd: Cue = {"id":"owners.crowd","source":"各级各部门|各级党委政府|各级领导|各(?:有关|相关|级|职能)?(?:部门|单位|级|方)|全体(?:干部|职工|党员|人员)|相关(?:部门|单位|人员|科室|领导)|有关(?:部门|单位|方面|人员|科室)|各级领导|专人负责|安排专人|成员单位"}

/** All of them, in the order of the file. */
export const cues: readonly Cue[] = [
  collective,
  notBody,
  crowd,
]
