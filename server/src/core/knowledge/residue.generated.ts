// GENERATED from server/knowledge/residue.yaml. Do not edit: change the YAML and run `npm run generate`.
// 粘贴和模板留下的字

import type { Cue } from './cue'

/** 人工智能助手的客套话，粘贴时带进来的 */
export const assistantTalk: Cue = {"id":"residue.assistant-talk","source":"作为(?:一个|一名)?(?:AI|人工智能)(?:语言)?(?:模型|助手)|^(?:好的|当然可以|当然)[，！,!][^。]{0,20}(?:以下是|下面是|这是)[^。]{0,40}[：:]?$|希望(?:以上|这些)(?:内容|信息|回答)对(?:您|你)有(?:所)?帮助"}

/** 联系电话、热线、值班：公开的办公电话，不是个人信息 */
export const contact: Cue = {"id":"residue.contact","source":"(?:联系(?:电话|人|方式)|联络员|热线|值班|专线|咨询|举报|监督|办公|报名|服务|救援|应急|传真)[^。；\\n]{0,24}$|(?:书记|主任|镇长|乡长|县长|局长|所长|站长|院长|校长|科长|队长|组长|指挥长|总指挥|负责人|网格员|干部)[^，。；\\n]{0,8}[，（]?[^，。；\\n]{0,4}(?:电话|手机)[^，。；\\n]{0,4}$"}

/** All of them, in the order of the file. */
export const cues: readonly Cue[] = [
  assistantTalk,
  contact,
]
