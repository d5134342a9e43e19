// GENERATED from server/knowledge/central.yaml. Do not edit: change the YAML and run `npm run generate`.
// 中央的固定表述：照写是规矩，不算套话，不催着删

import type { Cue } from './cue'

/** 指导思想和重要论述的名称 */
export const thought: Cue = {"id":"central.thought","source":"习近平[^，。；：]{0,14}(?:思想|理论)|中国特色社会主义(?:思想|理论|道路|制度|文化|事业)?|马克思列宁主义|毛泽东思想|邓小平理论|“?三个代表”?重要思想|科学发展观|(?:习近平)?总书记[^，。；：]{0,30}(?:精神|论述|讲话|指示|批示|要求|嘱托|回信|贺信|重要[^，。；：]{1,8})"}

/** 中央的会议和全会 */
export const meeting: Cue = {"id":"central.meeting","source":"党的[一二三四五六七八九十]{1,4}大(?:报告)?(?:和|以及|、)?[^，。；：]{0,20}(?:精神|部署|报告|决策|全会)|[一二三四五六七八九十]{1,4}届[一二三四五六七八九十]{1,3}中全会|中央(?:经济|农村|城市|人才|政法|民族|外事|统战|财经|金融|全面依法治国|政治局)?(?:工作)?会议|全国两会"}

/** 党中央、国务院的部署 */
export const order: Cue = {"id":"central.order","source":"党中央(?:、|和)?(?:国务院)?[^，。；：]{0,8}(?:部署|要求|精神|决策|方针|政策|权威)|中央八项规定(?:及其实施细则)?精神"}

/** 规范的政治用语 */
export const watchword: Cue = {"id":"central.watchword","source":"“?(?:两个确立|两个维护|四个意识|四个自信|四个全面|五位一体|三会一课|两学一做|三严三实)”?|铸牢中华民族共同体意识|国之大者"}

/** All of them, in the order of the file. */
export const cues: readonly Cue[] = [
  thought,
  meeting,
  order,
  watchword,
]
