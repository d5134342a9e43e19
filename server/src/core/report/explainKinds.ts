// What each kind of report is for, how it is usually built, and one pair of a poor and a good passage: what `explain` teaches
// beyond the lists that rules check by. The pairs are executed as tests.

import type { Bilingual } from '../types'
import type { KindId, Stage } from './kinds'

/** A passage as it should not be and as it should be. */
export interface Pair {
  readonly bad: string
  readonly good: string
  /** What makes the difference. */
  readonly because: Bilingual
}

export interface Lesson {
  readonly purpose: Bilingual
  /** How it is built, in order. */
  readonly order: Bilingual
  readonly pair: Pair | undefined
  /** Where the stages of one kind differ in length. */
  readonly length?: readonly [from: number, to: number]
}

const lesson = (
  purpose: Bilingual,
  order: Bilingual,
  because?: Bilingual,
  bad?: string,
  good?: string,
): Lesson => ({
  purpose,
  order,
  pair: because && bad && good ? { bad, good, because } : undefined,
})

const brief = lesson(
  ['一事一报，让上级尽快知道一件已经发生的事和它的结果。', 'One fact and its result, told fast.'],
  [
    '标题（单位＋事＋结果）→ 一段正文：时间、地点、单位、做法、结果。写完就停，不写结尾。',
    'Title with unit, matter and result; one paragraph: when, where, who, what, result. No closing words.',
  ],
  [
    '有日期、有数字、有结果，没办完的也写明哪天办完',
    'A date, figures, a result, and by when the rest is done',
  ],
  '近日，柳河街道组织开展燃气安全检查，进一步增强了商户的安全意识，取得了良好成效。',
  '4月12日，柳河街道组织32名网格员检查98家餐饮商铺，查出软管老化、未装报警器等隐患7处，当场更换软管5根，其余2处限4月20日前装好报警器。',
)

const first: Lesson = {
  ...lesson(
    [
      '第一时间把已知要素报上去，供上级判断轻重、决定要不要支援。先报事实，后报原因。',
      'What is known, at once, so that the level above can judge and help.',
    ],
    [
      '一段到底：何时、何地、何事、伤亡 → 谁报来的、几时接报 → 谁几时到场、做了什么 → 趋势 → 现场负责人和电话。不明的写“正在核实”，不空着。',
      'One paragraph: when, where, what, casualties; source and notice; who arrived when; outlook; person on the spot. What is unknown is "being verified".',
    ],
    [
      '时间到分、地点到组，伤亡、措施、现场负责人一样不缺',
      'Time to the minute, place to the hamlet, casualties, measures and the person on the spot',
    ],
    '今天上午，东湾乡发生山体滑坡，乡党委政府高度重视，立即组织力量全力处置，目前情况稳定。',
    '4月26日7时40分，东湾乡柳树村三组因连日降雨发生山体滑坡，约200立方米土石阻断村道，无人员伤亡。7时52分乡值班室接村支书电话报告，8时15分应急分队12人到场设置警戒、疏散6户19人，险情未再扩大。现场负责人：副乡长李某，电话0555-6612345。后续情况将及时续报。',
  ),
  length: [100, 500],
}

const followUp: Lesson = {
  ...lesson(
    ['只报上次报告以来的变化，不再复述经过。', 'What has changed since the last report, nothing else.'],
    [
      '截至时点 → 变化的数（与上次相比）→ 更正的数 → 处置进展 → 下一步、何时再报。',
      'As of when; changed figures; corrections; progress; next step and next report.',
    ],
    [
      '写明截至几时、比初报变了多少、更正了什么、何时再报',
      'As of when, how much changed, what is corrected, when the next one comes',
    ],
    '我乡山体滑坡发生后，各级领导高度重视，全力开展抢险，目前各项工作正在有序推进。',
    '截至4月26日18时，柳树村三组滑坡已清运土石120立方米，村道恢复单向通行；转移6户19人，与初报一致，无人员伤亡。初报所称阻断村道30米更正为42米。由乡应急办牵头，4月27日12时前清完剩余土石，届时续报。',
  ),
  length: [200, 500],
}

const final: Lesson = {
  ...lesson(
    [
      '处置结束后交总账：损失、原因、责任、教训、整改。',
      'The closing account: loss, cause, responsibility, lessons, correction.',
    ],
    [
      '基本情况 → 处置全过程 → 最终损失 → 原因（认定或初步认定）→ 善后 → 教训和整改（谁、何时）。',
      'The event, what was done, final loss, cause, aftermath, lessons with owner and date.',
    ],
    [
      '损失有数、原因有认定单位、整改有责任单位和日期',
      'Loss in figures, cause with who found it, correction with owner and date',
    ],
    '此次山体滑坡已妥善处置，下一步我乡将深刻吸取教训，举一反三，坚决杜绝类似事件发生。',
    '4月28日12时，柳树村三组滑坡处置结束：清运土石203立方米，转移的6户19人当日全部返家；无人员伤亡，直接经济损失6.8万元。经县自然资源局认定，原因是连续3天降雨86毫米，坡脚2025年建房开挖后没有支护。教训是切坡建房巡查漏了这一处。由乡国土所牵头，5月15日前排查全乡切坡建房点，5月31日前完成支护。',
  ),
  length: [800, 1500],
}

const byKind: Readonly<Record<KindId, Lesson>> = {
  brief,
  emergency: first,
  problem: lesson(
    [
      '把问题的范围、原因讲清，并说明要上级解决什么。',
      'What is wrong, why, and what is asked of the level above.',
    ],
    [
      '现状（数据）→ 主要问题三四条 → 原因 → 对策或请求，逐条对应。',
      'Situation in figures; three or four problems; causes; measures or requests, one to one.',
    ],
    [
      '问题有地点和数，原因是查得实的一环，对策有牵头单位和日期',
      'The problem has a place and figures, the cause can be checked, the measure has owner and date',
    ],
    '当前，我镇河道管护还存在一些薄弱环节，主要是个别村重视程度不够，下一步将进一步压实责任，切实抓好整改落实。',
    '南渠李村段3.4公里两年没有清淤，淤深40厘米，过水不畅，4月10日降雨后淹田62亩。原因是该段2024年划界后，镇、村都没有列管护经费。下一步，由镇水利站牵头，6月30日前清淤完毕，7月起每月5日前巡查一次；所需4.6万元，请县水利局列入年度维修资金。',
  ),
  experience: lesson(
    [
      '让别处学得会：谁、怎么做、投入多少、做成什么样。',
      'So that others can do the same: who, how, at what cost, with what result.',
    ],
    [
      '背景和痛点 → 具体做法 → 前后对比的成效（最好有第三方数据）→ 不足和适用条件。',
      'The trouble before; what was done; result before and after; shortcomings and conditions.',
    ],
    [
      '做法照着能做，成效是同一个指标前后比，还写了不足',
      'It can be copied, the result compares one measure before and after, and a shortcoming is named',
    ],
    '我镇创新工作思路，多措并举推进错峰灌溉，形成了齐抓共管的良好格局，受到群众一致好评。',
    '上年下坪村尾水断流9天，3个村因争水报警7次。4月起，镇水管站把4680亩水田分成12个轮灌组，每组36小时，排班表4月10日在5个村张贴。到10月底，用水纠纷报警由7次降为0次，灌溉用水由168.5万方降到149.8万方（县水利局计量）。不足是46处量水设施中有8处因泥沙堵塞停用，镇水管站12月20日前加装滤网。',
  ),
  overview: lesson(
    [
      '说清一项工作的全貌：总量、进度、差距、下一步。',
      'The whole of one piece of work: totals, progress, gaps, next steps.',
    ],
    [
      '总述（总量、增速、位次）→ 分项或分单位对比 → 共性问题 → 下一步。',
      'Totals and trend; by item or unit; common problems; next steps.',
    ],
    [
      '有总数、有缺口、缺口有原因，下一步有牵头单位和日期',
      'Totals, the gap and its cause, next steps with owner and date',
    ],
    '今年以来，全县上下高度重视农村供水工作，各项工作稳步推进，成效显著。',
    '全县已建集中供水点86处，覆盖9.2万人，比上年同期多6处。仍有3个村1140人用水困难，靠水窖供水，原因是高程差超过180米，一级泵站送不上去。由县水利局牵头，8月31日前在岩口村加建二级泵站，9月30日前通水。',
  ),
  survey: lesson(
    [
      '用样本和数据把一个问题查深，提出能办的对策。',
      'One question examined in depth by a sample, with measures that can be carried out.',
    ],
    [
      '调研时间、对象、样本、方法 → 现状数据 → 问题 → 成因 → 对策；附表或案例。',
      'When, whom, how many, how; the situation in figures; problems; causes; measures.',
    ],
    [
      '写明走访了谁、多少份问卷，结论从样本数里来',
      'Who was asked and how many, and the conclusion comes from those figures',
    ],
    '为深入了解情况，调研组深入基层开展了广泛调研，掌握了第一手资料，形成如下报告。',
    '4月7日至11日，调研组采取入户问卷方式走访6个村，收回有效问卷226份。226户中有131户灌溉靠自备水泵，占58.0%，户均每亩多花电费27元，用水负担重。原因是支渠18.6公里中有7.2公里渗漏。建议由县水利局牵头，2026年12月底前先修渗漏最重的2.1公里。',
  ),
  proposal: lesson(
    [
      '就一件小而具体的事提出办法，说明为什么行得通。',
      'A way to settle one small, concrete matter, and why it would work.',
    ],
    [
      '问题（小而具体）→ 依据和原因 → 建议：谁做、怎么做、何时、花多少 → 预期。',
      'The problem; its grounds; the proposal: who, how, when, at what cost; what to expect.',
    ],
    [
      '事情小、依据实，建议写明谁办、何时、按什么标准',
      'A small matter, solid grounds, and who does what by when',
    ],
    '建议上级进一步加大对农村公路养护的支持力度，建立健全长效机制。',
    '青石镇村道46.3公里，养护只有1名专职人员，人手不足，2025年坑槽平均42天才修好。原因是养护费每公里每年800元，只够雇1人。建议由县交通局牵头，2026年7月31日前把村道并入县道养护标段，按每公里1500元招标，坑槽10天内修复。',
  ),
  opinion: lesson(
    [
      '讲清网上在说什么、传了多广、是不是真的、怎么回应。',
      'What is said, how far it spread, whether it is true, how it is answered.',
    ],
    [
      '首发平台和时间 → 截至时点的传播量 → 主要观点占比 → 核查 → 处置回应 → 研判建议。',
      'First post; spread as of when; main opinions; verification; response; outlook.',
    ],
    [
      '平台、时点、传播量、核查结论、回应一样不缺',
      'Platform, time, spread, verification and response are all there',
    ],
    '网上出现关于我镇自来水的不实信息，引起网民广泛关注，我镇高度重视，及时妥善处置。',
    '4月26日9时12分，某短视频平台账号发布视频，称青石镇自来水发黄。截至当日15时，播放2.3万次、评论186条、转发91次。经镇水务站核查，情况属实：东街管道4月25日抢修后没有冲洗，影响140户。13时冲洗完毕，14时镇政务公众号发布说明。',
  ),
  special: lesson(
    ['给领导看的一事一报：结论在前，供决策。', 'One matter for a decision: the conclusion first.'],
    ['结论 → 事实和数据 → 分析 → 建议。', 'Conclusion; facts; analysis; proposal.'],
    [
      '第一句就是结论，数据有来源，请求写明批什么、何时',
      'The first sentence is the conclusion, the data have a source, the request says what and when',
    ],
    '现将我镇防汛备汛工作有关情况专题报告如下：在县委、县政府的坚强领导下，我镇防汛工作扎实推进。',
    '石板沟水库6月1日前不具备蓄水条件。4月20日县水利局检测，溢洪道右侧墙裂缝长3.2米、最宽8毫米，有渗漏。原因是2012年加固时右侧墙没有配筋。请县水利局5月10日前批复加固方案（概算38万元）；由镇水利站牵头，5月31日前完工。',
  ),
  summary: lesson(
    [
      '对一段时间的账：完成多少、差多少、为什么、下一步。',
      'The account of a period: done, not done, why, what next.',
    ],
    [
      '成效（对照计划和上年同期）→ 问题 → 原因 → 下一步打算。',
      'Results against plan and last year; problems; causes; next steps.',
    ],
    [
      '对照计划和上年同期，没完成的照实写，补上的日子写明',
      'Measured against plan and last year; what was not done is told, with a date',
    ],
    '一年来，在上级的正确领导下，全镇上下团结一心，各项工作取得了显著成绩。',
    '上半年清理河道12.6公里，完成年度计划20公里的63%，比上年同期多2.1公里。南渠李村段3.4公里尚未清理，进度滞后，原因是4月才完成划界。由镇水利站牵头，7月31日前清完这3.4公里，9月30日前完成全年任务。',
  ),
  bulletin: lesson(
    ['一期多条短讯，每条一件事、一个结果。', 'Several short items, each with one matter and one result.'],
    [
      '按单位或专题分条；每条：日期、单位、做了什么、结果。',
      'By unit or topic; each item: date, unit, what, result.',
    ],
    ['每条都有结果，不是只记开了什么会', 'Every item has a result, not just a meeting'],
    '4月10日，召开工作推进会。4月15日，组织开展检查活动。4月20日，开展学习培训。',
    '柳河街道4月15日检查6个小区，查出楼道堆物31处，当场清走26处，其余5处限4月25日前清空。青石镇4月18日修好梨园村渠道渗漏3处，62亩秧田当日上水。',
  ),
  other: lesson(
    [
      '通知、方案等不属于政务信息的材料：只查文字、时限、格式和保密，不要求要素和部分。',
      'Notices, plans and the like: only wording, dates, form and secrecy are checked.',
    ],
    ['按公文种类写。', 'As the document type requires.'],
  ),
}

export function lessonOf(kind: KindId, stage: Stage | undefined): Lesson {
  if (kind !== 'emergency') return byKind[kind]
  return stage === 'follow-up' ? followUp : stage === 'final' ? final : first
}
