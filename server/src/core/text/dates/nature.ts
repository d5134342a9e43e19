// Decides what a time expression is, before anything is computed: a duty, a plan, something done, a date of narrative.
// The order of the questions is the order of certainty; a duty is only what words around it say or its form leaves no
// doubt about, because an event that is called a promise costs more trust than a promise that is missed.

import type { Bilingual } from '../../types'
import { completedLater, countOwed, countTold } from './completion'
import type { Cue, CueKind } from './cues'
import type { RawTime } from './point'

export type Nature =
  | 'obligation'
  | 'plan'
  | 'done'
  | 'as-of'
  | 'quoted'
  | 'historical'
  | 'condition'
  | 'vague'

export type Lean = 'past' | 'future' | 'none'

/** What is known before the calendar is asked. */
export interface Verdict {
  /** Undefined: only the date itself can tell (`ifFuture`, else `ifPast`). */
  readonly nature: Nature | undefined
  readonly ifFuture: Nature
  readonly ifPast: Nature
  readonly lean: Lean
  readonly reason: ReasonCode
  /** Something says that the matter is still open, so a date shortly past is overdue rather than next year's. */
  readonly open: boolean
  readonly superseded: boolean
}

const reasons = {
  statute: ['引用的规定，不是本稿的承诺', 'Quoted from a rule, not a promise of this report'],
  title: ['在书名号或文件名中', 'Inside a title'],
  'as-of': ['统计截至的时点', 'The day up to which data were counted'],
  closing: ['报名、申报等截止的时间', 'The time at which entries close'],
  superseded: ['原定日期，已被新的日期替代', 'An earlier date that was replaced'],
  moved: ['调整后的新日期', 'The new date after a change'],
  effective: ['生效或有效期', 'Entry into force or validity'],
  condition: ['条件或除外情形', 'A condition'],
  done: ['已经完成', 'Already done'],
  duty: ['有“须、应、请、要求、确保”等要求', 'Words of duty stand with it'],
  label: ['时限栏或截止时间', 'Stands behind a label such as time limit'],
  form: ['“…前、…内”的时限', 'A limit by its form'],
  plan: ['有“将、拟、计划、预计”等安排', 'Words of planning stand with it'],
  target: ['有“力争、争取、目标”等努力方向', 'A target'],
  report: ['要求在这一时间报送', 'Something is to be handed in then'],
  cycle: ['定期的要求', 'A recurring duty'],
  practice: ['定期的做法', 'A recurring practice'],
  narrative: ['叙述过去的事', 'Narrative of the past'],
  ahead: ['将来的日期', 'A date to come'],
  relative: ['相对另一件事的时间，那件事的日期没有写', 'Relative to another event whose date is not given'],
  vague: ['没有可以计算的日期', 'No date can be computed'],
  'past-demand': [
    '叙述以前提出的要求，期限在成稿前已过',
    'A demand of the past whose limit had passed when this was written',
  ],
} as const satisfies Record<string, Bilingual>

export type ReasonCode = keyof typeof reasons
export const reasonText = (code: ReasonCode): Bilingual => reasons[code]

/** What the judge sees of the text: the sentence of the expression, its cues, and where quotations are. */
export interface Surroundings {
  readonly text: string
  readonly sentence: { readonly start: number; readonly end: number }
  readonly cues: readonly Cue[]
  readonly zone: 'title' | 'quotation' | undefined
  /** Text right behind the quotation that the expression stands in. */
  readonly afterZone: string
  readonly beforeZone: string
  /** The quotation is the wording of a document: 省厅文件要求“12月底前清零”. */
  readonly quotesDocument: boolean
  /** Where the next expression of the text starts and whether it is a plain date. */
  readonly next: RawTime | undefined
  readonly previous: RawTime | undefined
}

const verdict = (
  nature: Nature | undefined,
  reason: ReasonCode,
  lean: Lean,
  rest: Partial<Verdict> = {},
): Verdict => ({
  nature,
  ifFuture: nature ?? 'plan',
  ifPast: nature ?? 'historical',
  lean,
  reason,
  open: false,
  superseded: false,
  ...rest,
})

const closingMatter =
  '(?:报名|申报|征集|投稿|受理|报送|提交|缴费|缴纳|登记|预约|申请|意见|投递|报价|投标|举报|办理|认领|认证|填报|推荐|参评|领取|征求)'
const closesBefore = new RegExp(`${closingMatter}[^，。；]{0,6}截止(?:到|至|于|时间|日期)*[为是：:在]?$`)
const closesLabel = /截止(?:日期|时间|期限)(?:为|是|：|:|定为|定在|在)?\s*$/
const closesAfter = new RegExp(
  `^(?:(?:为|是)(?:最后|最终)?(?:期限|时限|截止|底线)|(?:为|是)[^，。；]{1,14}的?(?:最后|最终|截止)(?:期限|时限|日期|时间|时点|一天)|(?:${closingMatter})?(?:正式)?(?:截止|截稿))`,
)
const countedUpTo = /(?:截至|截止到?|截止至|截至到|统计到|统计至)(?:时间)?(?:为)?\s*$/
const label =
  /(?:完成|整改|办结|报送|反馈|交付|落实|处置|达标|销号|验收|竣工|完工|任务|工作)?(?:(?<!审批|申请|法定|办理)时限|(?<!保险|合同|保质|质保|使用|服务|贷款|借款|承包|租赁|有效|审批|申请|法定|诉讼|复议)期限|限期|时间节点|时间要求|完成时间|整改时间|销号时间|竣工时间|办结时间)(?:要求)?(?:为|是|：|:|定为|定在|在)\s*$/
const enters = /^(?:起)?(?:正式)?(?:开始)?(?:施行|实施|执行|生效|试行|启用)/
const entersSurely = /^(?:正式)?(?:施行|生效)/
const validity =
  /(?:有效期限?|试行期|质保期|保修期|任期|聘期|保质期|租期|合同期)(?:至|到|为|：|:|截至|截止|自)*\s*$/
const issued = /^(?:印发|发布|公布|通过|修订|修正|起施行|施行|实施|签发|下发)[^，。；）)]{0,6}[）)]/
const unlessDone =
  /^(?:之内)?(?:仍|还|尚|均|都)?(?:未|不|拒不|没有|无正当)[^，。；]{0,18}?(?:的|者)(?:[，。；、]|$|视|按|将|予|一律|取消|不|扣|由|给|责)/
/** 对11月15日前不能完工的标段，一律约谈: what happens to whoever misses it. */
const missedBy =
  /^(?:之内)?(?:仍|还|尚|均|都)?(?:未|不|拒不|没有|无法)[^，。；]{0,18}?的[^，。；]{1,10}，(?:(?:由|将|按|予以|给予)|[^，。；]{0,12}?(?:一律|不得|不予|依法|取消|收回|约谈|通报|追究|视为|责令|问责|暂停|扣减|扣除|列入))/
const forbidden = /^(?:一律)?不得(?!超过|迟于|晚于|少于)/
const factualEnd =
  /(?:已|均已|现已|已经|都已)(?:于\S{2,8})?(?:全部|全面|按期|按时|如期|提前|顺利|整改)*(?:完成|办结|完结|销号|竣工|完工|到位|验收|报送|上报|提交|反馈|建成|交付|清零|整改完毕|结案|投用|兑现)(?:整改|销号|任务|改造|验收|全部|[了]?(?=[，。；、）)！]|$))|完成率(?:已)?(?:达到?|为)?\s*100\s*[%％]|(?:全部|均|都)(?:完成|办结|销号|验收合格)了/
const duty =
  /^(?:[，,]?(?:各[^，。；]{1,6}|全[镇县区市乡村街]|由[^，。；]{2,12}|将?[^，。；]{0,14}))?(?:报送|上报|报告|续报|报至|报到|报县|报市|报镇|报区|报党|报办|报备|报审|提交|反馈|回复|答复|办结|办理|完成|整改|到位|竣工|完工|建成|交付|销号|清零|缴纳|缴清|补齐|补报|送达|处置|解决|落实|拿出|制定|出台|公示|作出[^，。；]{0,4}(?:答复|回复|说明)|兑付|发放|支付|验收|拆除|清理|搬迁|移交|核实|核查|排查|修复|恢复|投用|启用|开工|评估|审核|审批|公开|公布|达到|实现|全面|登记|申报)/
const reports =
  /^(?:内|前)?(?:必须|务必|须|要|应|书面|电话|口头)*(?:报送|上报|报告|续报|提交|反馈|报备|报(?![道考名纸废销社案价刊酬答复账载警])|办结|回复|答复|交稿|完成(?=[。；，]|$))/
const completing =
  /^[^，。；、]{0,14}?(?:完成|建成|竣工|办结|销号|通过验收|验收合格|交付|投用|通车|完工|结案|兑付|召开了|举行了)/
const allOfIt =
  /^，?[^，。；、]{0,14}?(?:全部|均|都)(?:按期|如期|顺利)?(?:完成|建成|竣工|办结|销号|验收|交付|投用|完工|兑付)/
const ratio = /^[^，。；\d]{1,8}(?:率|比例|占比)/
const demanding = /^(?:要求|责令|责成|督促|督办|交办|承诺|明确|限|保证|请|敬请|约稿|下达)/
const stock =
  /^[^，。；\d完建达实增提降]{0,8}(?:人员|人口|存栏|余额|总数|总量|总户数|总人数|从业|结余|库存|存量|在册|保有量|拥有量|参保|面积|资产)[^，。；\d完建达实增提降]{0,6}\d/
const attends = /^(?:到|来|赴|参加|出席|派员|派人|携|前来|集中|集合)/
const settledLabel = /^[^。]{0,24}(?:状态|进展|结果|情况)(?:为|：|:)\s*(?:已|完成|办结|销号)/
const meets = /^(?:[^，。；]{0,6})(?:召开|举行|举办|开幕|开标|开庭|进行|开展)/
const narrativeSpan =
  /^(?:的|就|便|即|又|再次|累计|连续|接连|先后|共|总|发生|出现|降|最大|平均|接到|接报|发现|出动|赶到|赶赴|到达|抵达|到场|响应|扑灭|将?[^，。；]{0,10}(?:扑灭|控制住|救出|转移|送医)|新增|新建|增长|增加|下降|上升|突破|有|无|全[县镇市区省].{0,6}(?:共|有|降))/
const shortPast = /(?:近|过去|最近|此前|短短|仅用?|不到|历时|在不到|前)\s*$/
const comingDays = /(?:未来|今后|接下来)(?:的)?\s*$/
const aimedAt = /(?:到|至|在)$/
const attributive =
  /^(?:的(?!话)|(?:发现|登记|报名|出生|入库|开工|办理|签订|形成|产生|发生|受理|建成|成立|参加|购买|取得|毕业|注册|备案|排查出|竣工|投产)[^，。；]{0,8}的)/
const citesLaw = /(?:根据|依据|按照|依照)《[^》]*(?:法|条例|办法|规定|细则|规则|规程)》/
const addressed =
  /(?:我|本)(?:镇|县|局|办|单位|街道|乡|村|区|市|委|院|校|公司)|请|各(?:村|镇|单位|部门|乡|社区|街道|地|县|区|科室)/
const cites =
  /《[^》]*》[^。]{0,30}(?:规定|明确|要求)|第[一二三四五六七八九十百零\d]+条|(?:条例|办法|法律|规定|细则|制度|规范|预案|法)》?(?:明确)?(?:规定|要求)|(?<![按照依])规定(?!的?时[间限])|(?:依法|法定|有关规定|相关规定)/
const bareBefore = /(?:^|[，。；：:（(\s“"、—-])$/
const bareAfter = /^(?:$|[，。；、）)”"\s/])/
const ends = /^(?:$|[。；）)”"\s/])/

/** 7月3日20时至4日8时，全县平均雨量46.5毫米 / 情况续报如下: a period that is reported on. */
const countedOver =
  /^[，,]?[^，。；\d]{0,10}(?:情况|雨量|降雨|降水|转移|受灾|接警|接报|过程|最大)(?![^，。；]{0,8}(?:演练|检查|排查))/

/** The sentence has named a day before this time of day. */
const datedBefore = ({ previous, sentence }: Surroundings): boolean =>
  previous !== undefined &&
  previous.start >= sentence.start &&
  previous.point !== undefined &&
  !isClock(previous.point)

/** Hours without a day. */
const isClock = (point: RawTime['point']): boolean =>
  point !== undefined &&
  point.hour !== undefined &&
  point.day === undefined &&
  point.month === undefined &&
  point.dayShift === undefined &&
  point.weekday === undefined &&
  point.weekShift === undefined &&
  point.monthShift === undefined &&
  point.festival === undefined

/** 物业今年5月承诺“两个月内装好”: another's words on another day, which nothing counts from here. */
function quotesOther(raw: RawTime, { previous, sentence, beforeZone, text }: Surroundings): boolean {
  return (
    raw.form === 'span' &&
    previous !== undefined &&
    previous.start >= sentence.start &&
    previous.form === 'point' &&
    /(?:承诺|答应|表示|称|回复|答复)[，：:]?$/.test(beforeZone) &&
    !/[我本]/.test(text.slice(sentence.start, raw.start))
  )
}

export function judge(raw: RawTime, around: Surroundings): Verdict {
  const { text, sentence, cues } = around
  const left = text.slice(Math.max(sentence.start, raw.start - 24), raw.start)
  const right = text.slice(raw.end, Math.min(sentence.end, raw.end + 40))

  if (around.zone === 'title') return verdict('quoted', 'title', 'past')
  const opening = left.charCodeAt(left.length - 1)
  if (
    (opening === 0xff08 || opening === 0x28) &&
    (/^(?:印发|发布|公布|修订|修正|通过)[）)]/.test(right) ||
      (issued.test(right) && /》[^。；，]{0,4}.$/.test(left)))
  )
    return verdict('quoted', 'title', 'past')
  if (
    around.zone === 'quotation' &&
    /^的?(?:目标|要求|部署|时限|原则|规定|节点)/.test(around.afterZone) &&
    /(?:按照|围绕|对照|根据|依据|按)$/.test(around.beforeZone)
  )
    return verdict('quoted', 'statute', 'past')
  if (around.zone === 'quotation' && (around.quotesDocument || quotesOther(raw, around)))
    return verdict('quoted', 'statute', 'past')
  if (raw.form === 'vague') return verdict('vague', 'vague', 'future')
  if (
    /(?:按照|围绕|对照|根据|依据)$/.test(left) &&
    /^[^，。；]{1,10}的(?:目标|要求|部署|节点|时限|任务)/.test(right)
  )
    return verdict('quoted', 'statute', 'past')

  const closing = judgeClosing(raw, left, right)
  if (closing) return closing

  const clause = clauseAround(text, sentence, raw)
  const before = nearestBefore(cues, raw.start, clause.start, sentence.start, around.previous, text)
  const after = nearestAfter(cues, raw.end, clause, text)
  const limit = isLimit(raw)
  const open = (limit || before !== undefined || isEnd(raw)) && isOpen(cues, raw.end, text, around.next)

  // 补发4—6月补助, 下半年打算: the period names the matter, it is not when something happens.
  if (raw.suffix === 'none' && raw.form !== 'span' && !raw.every && namesMatter(raw, right))
    return verdict('historical', 'narrative', 'none')
  const change = judgeChange(raw, around, cues, left, right)
  if (change) return { ...change, open }
  const condition = judgeCondition(raw, around, clause, left, right)
  if (condition) return condition

  // 曾于5月8日要求5月20日前整改完毕 tells of a demand; what became of it is another story.
  if (limit && !open && onceDemanded.test(text.slice(sentence.start, raw.start)))
    return verdict(undefined, 'past-demand', 'none', { ifFuture: 'obligation', ifPast: 'historical' })
  if (limit && attributive.test(right))
    return verdict(undefined, 'condition', 'none', { ifFuture: 'condition', ifPast: 'historical' })
  const done = judgeDone(raw, around, clause, limit, open)
  if (done) return done
  if (raw.every) return judgeCycle(raw, before, after, right)
  if (raw.form === 'range' && before?.kind !== 'oblige' && after?.kind !== 'oblige') {
    if (isClock(raw.point) && isClock(raw.last) && !datedBefore(around))
      return verdict('historical', 'practice', 'none')
    if (raw.last?.hour !== undefined && !before && !after && countedOver.test(right))
      return verdict('historical', 'narrative', 'past')
  }
  // 三个工作日内答复率由71%提高到96%: a measure of what was done, by its name.
  if (
    raw.form === 'span' &&
    raw.suffix === 'within' &&
    ratio.test(right) &&
    !before &&
    after?.kind !== 'oblige'
  )
    return verdict('historical', 'narrative', 'past')
  if (raw.form === 'span') return judgeSpan(raw, around, before, after, left, right, open)
  return limit
    ? judgeLimit(raw, before, after, left, right, open)
    : judgePoint(raw, cues, before, after, left, right, open, text.slice(raw.end, raw.end + 40))
}

function judgeClosing(raw: RawTime, left: string, right: string): Verdict | undefined {
  if (raw.form === 'span') return undefined
  // 到11月18日止，收缴医保费386万元: counted up to that day, unless it is still to come.
  if (raw.suffix === 'until' && raw.form === 'point' && /(?<!自.*)[到至]$/.test(left) && !duty.test(right))
    return verdict(undefined, 'as-of', 'none', { ifFuture: 'plan', ifPast: 'as-of' })
  if (!left.includes('截') && !right.includes('截') && !right.includes('限') && !left.includes('统计'))
    return undefined
  if (closesLabel.test(left)) return verdict('obligation', 'closing', 'future')
  if (closesBefore.test(left)) return verdict('obligation', 'closing', 'future')
  if (closesAfter.test(right) && !/^截止[到至]/.test(right))
    return verdict(undefined, 'closing', 'none', { ifFuture: 'obligation' })
  // 截止5月20日前清零 means a limit, whatever the word.
  if (countedUpTo.test(left))
    return raw.suffix === 'before' && duty.test(right)
      ? verdict(undefined, 'closing', 'none', { ifFuture: 'obligation', ifPast: 'as-of' })
      : verdict('as-of', 'as-of', 'past')
  return undefined
}

/** 原定…推迟至…: the newest date counts. */
function judgeChange(
  raw: RawTime,
  around: Surroundings,
  cues: readonly Cue[],
  left: string,
  right: string,
): Verdict | undefined {
  if (raw.form === 'span') return undefined
  for (const cue of cues) {
    const gap = raw.start - cue.end
    if (
      cue.kind === 'original' &&
      gap >= 0 &&
      gap <= 8 &&
      !/[，。；]/.test(around.text.slice(cue.end, raw.start))
    )
      return verdict('historical', 'superseded', 'past', { superseded: true })
    if (cue.kind === 'moved' && gap >= 0 && gap <= 2) {
      // 夜间巡查延长到次日1时: the hours that something is open, not a day that was put off.
      if (raw.point?.hour !== undefined && around.text.startsWith('延长', cue.start) && !namesDay(raw.point))
        return verdict('historical', 'practice', 'none')
      const planned = /(?:拟|预计|计划|将|可能|打算)[^，。；]{0,6}$/.test(
        around.text.slice(Math.max(0, cue.start - 8), cue.start),
      )
      if (factualEnd.test(around.text.slice(raw.end, around.sentence.end)))
        return verdict('done', 'done', 'past')
      return planned || meets.test(right)
        ? verdict('plan', 'moved', 'future')
        : verdict('obligation', 'moved', 'future')
    }
    if (
      cue.kind === 'moved' &&
      cue.start >= raw.end &&
      around.next &&
      around.next.start - cue.end <= 2 &&
      around.next.start >= cue.end &&
      !right.startsWith('，')
    )
      return verdict('historical', 'superseded', 'past', { superseded: true })
  }
  if (
    around.next &&
    /[由从]$/.test(left) &&
    /^[^，。；]{0,4}(?:推迟|延期|延长|延后|调整|顺延|改|变|提前)[至到为]/.test(right)
  )
    return verdict('historical', 'superseded', 'past', { superseded: true })
  return undefined
}

const onceDemanded = /曾(?:[于经在]|多次|先后)?[^。；]{0,40}(?:要求|责令|承诺|通知|明确|约定)[^，。；]{0,8}$/
const ofPeriod =
  /^份?的?(?:(?:补助|补贴|津贴|工资|养老金|低保金|报表|月报|数据|台账|租金|社保费|电费|水费)|(?:工作)?(?:打算|思路|要点|安排|计划)(?=$|[：。；，]))/
const namesMatter = ({ point, last }: RawTime, right: string): boolean => {
  const end = last ?? point
  return end !== undefined && end.day === undefined && end.hour === undefined && ofPeriod.test(right)
}

const namesDay = (point: NonNullable<RawTime['point']>): boolean =>
  point.day !== undefined || point.weekday !== undefined || point.festival !== undefined

const eachTime =
  /(?:请|要求?|须|应|必须|务必)[^，。；\d]{0,12}(?:发现|遇有?|出现)[^，。；\d]{1,8}$|(?:发现|遇到?|遇有|出现)[^，。；\d]{1,8}(?:要(?!求)|须|应|必须|务必|需要)[^，。；]{0,6}$|(?:^|[，、：])[^，。；\d]{0,12}?(?:发生|遇到?|遇有|出现|发现|低于|高于|达到|超过)[^，。；]{1,14}?(?<!届|当|及|同|按|按)时(?![间段候限期刻])[^。；]{0,20}$/

function judgeCondition(
  raw: RawTime,
  around: Surroundings,
  clause: Extent,
  left: string,
  right: string,
): Verdict | undefined {
  const { cues } = around
  if (raw.form !== 'span') {
    // 2027年3月底前施行 is a limit; 自3月1日起施行 is when it begins.
    if (raw.suffix === 'since' ? enters.test(right) : !isLimit(raw) && entersSurely.test(right))
      return verdict('condition', 'effective', 'none')
    if (left.includes('期') && validity.test(left)) return verdict('condition', 'effective', 'future')
    if (raw.point?.dayShift === 0 && raw.suffix === 'since' && raw.form === 'point')
      return verdict('condition', 'effective', 'none')
  } else if (raw.suffix === 'none' && !raw.every) return verdict('condition', 'condition', 'future')
  if (raw.form === 'span' && /^(?:持续)?有效/.test(right)) return verdict('condition', 'effective', 'future')
  if (
    raw.maybeAgo &&
    /(?:召开|举行|举办|开始|启动|到期|届满|会议|活动|考试|选举|会|开标|开工|结束)$/.test(left)
  )
    return verdict('condition', 'relative', 'none')
  if (unlessDone.test(right) || missedBy.test(right) || forbidden.test(right))
    return verdict('condition', 'condition', 'future')
  // 发生火情时，应在10分钟内报告 is how it is done in every such case; what is told of one case gives its day or hour.
  if (
    (raw.form === 'span' ? raw.span!.minutes > 0 : raw.point?.dayShift === 0) &&
    !(around.previous && around.previous.start >= around.sentence.start) &&
    eachTime.test(around.text.slice(around.sentence.start, raw.start))
  )
    return verdict('condition', 'condition', 'none')
  let last: Cue | undefined
  for (const cue of cues)
    if (cue.end <= raw.start && cue.start >= clause.start && cue.kind !== 'neutral') last = cue
  return last?.kind === 'condition' ? verdict('condition', 'condition', 'none') : undefined
}

function judgeDone(
  raw: RawTime,
  around: Surroundings,
  clause: Extent,
  limit: boolean,
  open: boolean,
): Verdict | undefined {
  const { text, cues, sentence } = around
  let lastBefore: CueKind | undefined
  for (const cue of cues)
    if (cue.end <= raw.start && cue.start >= clause.start)
      lastBefore = cue.kind === 'perfective' ? lastBefore : cue.kind
  if (lastBefore === 'done') return verdict('done', 'done', 'past')
  // The clause that says what happens then: this one, or the next when a comma follows directly.
  const from = text[raw.end] === '，' ? raw.end + 1 : raw.end
  const to = clauseEnd(text, from, sentence.end)
  for (const cue of cues) {
    if (cue.start < from || cue.start >= to) continue
    if (cue.kind === 'oblige' || cue.kind === 'plan' || cue.kind === 'target') break
    if (cue.kind === 'done') return verdict('done', 'done', 'past')
    if (cue.kind === 'perfective') {
      const matter = text.slice(from, to)
      return (limit && !raw.maybeAgo) || raw.form === 'span' || completing.test(matter)
        ? verdict('done', 'done', 'past')
        : verdict('historical', 'narrative', 'past')
    }
  }
  if ((limit || raw.form === 'span') && !open) {
    const stop = around.next && isLimit(around.next) ? around.next.start : text.length
    const rest = text.slice(to, Math.min(stop, to + 60))
    const owed = text.slice(raw.end, to)
    // Eight were due and 已完成整改五项: only the same count settles it.
    if (factualEnd.test(rest) && !(countOwed(owed) && countTold.test(rest)))
      return verdict('done', 'done', 'past')
    if (completedLater(owed, text.slice(to, to + 200))) return verdict('done', 'done', 'past')
    const next = around.next
    if (
      next?.form === 'point' &&
      next.suffix === 'none' &&
      next.end <= sentence.end &&
      next.point?.day !== undefined &&
      /^(?:[^，。；]{0,6})(?:完成|办结|报送|上报|提交|竣工|完工|通过验收|开工|实现|建成|整改到位|销号|清零|交付|投用)/.test(
        text.slice(next.end, next.end + 14),
      ) &&
      !cues.some(
        cue =>
          (cue.kind === 'oblige' || cue.kind === 'plan' || cue.kind === 'moved') &&
          cue.start >= to &&
          cue.end <= next.start,
      ) &&
      text[to] === '，'
    )
      return verdict(undefined, 'done', 'past', { ifFuture: 'obligation', ifPast: 'done' })
  }
  return undefined
}

function judgeCycle(
  raw: RawTime,
  before: Nearest | undefined,
  after: Nearest | undefined,
  right: string,
): Verdict {
  if (before?.same && before.kind !== 'oblige') return verdict('plan', 'plan', 'future')
  // 每日8时、18时报送: what is said behind the list is said of each.
  const said = right.replace(/^(?:[、和及]\d{1,2}[日时点](?:前)?)+/, '')
  if (before?.kind === 'oblige' || after?.kind === 'oblige') return verdict('obligation', 'cycle', 'future')
  if (raw.suffix === 'before' || raw.suffix === 'within' || reports.test(said))
    return verdict('obligation', 'cycle', 'future')
  if (bareAfter.test(said) && said.length < 2) return verdict('obligation', 'cycle', 'future')
  return verdict('plan', 'practice', 'future')
}

const actor =
  /^[^\d，。；：]{0,16}(?:局|委|办|办公室|室|站|所|院|校|队|中心|镇|乡|村|社区|街道|公司|企业|单位|部门|政府|法庭|园区|合作社|厂)$/
const paper = /^[^\d，。；：]{0,12}(?:方案|报告|材料|台账|名单|清单|总结|意见|结果|回执|计划|记录)$/

function judgeSpan(
  raw: RawTime,
  around: Surroundings,
  before: Nearest | undefined,
  after: Nearest | undefined,
  left: string,
  right: string,
  open: boolean,
): Verdict {
  const lead = around.text.slice(around.sentence.start, raw.start)
  const statute = cites.exec(lead) ?? citesLaw.exec(lead)
  if (around.zone === 'quotation' && (statute || /应当|不得/.test(lead.slice(-20))))
    return verdict('quoted', 'statute', 'past')
  if (statute && !addressed.test(lead.slice(statute.index)) && !addressed.test(right.split('，')[0]!))
    return verdict('quoted', 'statute', 'past')
  if (
    around.cues.some(cue => cue.kind === 'contrast' && cue.start > raw.end) &&
    /往往|才|却|迟迟|未能/.test(around.text.slice(raw.end, around.sentence.end))
  )
    return verdict('quoted', 'statute', 'past')
  if (comingDays.test(left) && before?.kind !== 'oblige') return verdict('plan', 'ahead', 'future')
  const firm = before?.same && raw.start - before.at <= 12
  if (shortPast.test(left)) return verdict('historical', 'narrative', 'past')
  if (!(firm && before.kind === 'oblige') && narrativeSpan.test(right))
    return verdict('historical', 'narrative', 'past')
  if (raw.suffix === 'after') {
    if (before?.same)
      return verdict(
        before.kind === 'oblige' ? 'obligation' : 'plan',
        before.kind === 'oblige' ? 'duty' : 'plan',
        'future',
      )
    if (after)
      return verdict(
        after.kind === 'oblige' ? 'obligation' : 'plan',
        after.kind === 'oblige' ? 'duty' : 'plan',
        'future',
      )
    const clauseStart = bareBefore.test(left.slice(-1)) || left === ''
    return raw.anchor ||
      bareAfter.test(right) ||
      (clauseStart && !right.startsWith('，') && !tellsStory(around))
      ? verdict('plan', 'ahead', 'future')
      : verdict('historical', 'narrative', 'past')
  }
  const from = { open, lean: 'future' as const }
  if (before?.same)
    return before.kind === 'oblige'
      ? verdict('obligation', 'duty', 'future', from)
      : verdict('plan', before.kind === 'plan' ? 'plan' : 'target', 'future', from)
  if (after)
    return after.kind === 'oblige'
      ? verdict('obligation', 'duty', 'future', from)
      : verdict('plan', after.kind === 'plan' ? 'plan' : 'target', 'future', from)
  if (
    isLabelled(left) ||
    /(?:(?<![期时年权有上下底])限期?|限时|最迟|不得?超过|不得?晚于|不得?迟于)$/.test(left)
  )
    return verdict('obligation', 'label', 'future', from)
  const acts = duty.test(right)
  if (before?.kind === 'oblige' && acts) return verdict('obligation', 'duty', 'future', from)
  // 一般问题24小时内办结 is how a service works, not a promise about one matter.
  if (/(?:一般|复杂|简单|普通|特殊|疑难|紧急|轻微)[^，。；]{0,8}$/.test(left))
    return verdict('quoted', 'statute', 'past')
  // 15日内整改到位 in a list of measures; not 抢修队24小时内完成修复 inside a story.
  const clauseLead = lead.slice(
    Math.max(lead.lastIndexOf('，'), lead.lastIndexOf('：'), lead.lastIndexOf('、')) + 1,
  )
  const anchored = raw.anchor !== undefined || /(?:之日起|起|后)[，]?$/.test(left)
  if (anchored && ends.test(right) && !tellsStory(around))
    return verdict('obligation', 'form', 'future', from)
  if (acts && (anchored || bareBefore.test(clauseLead) || clauseLead === '') && !tellsStory(around))
    return verdict('obligation', 'form', 'future', from)
  // 信访室5个工作日内作出答复: a unit, days and what it is to do, with no count of what was done and no day told before.
  if (
    acts &&
    raw.span!.minutes === 0 &&
    (actor.test(clauseLead) || paper.test(clauseLead)) &&
    !/\d/.test(right.split(/[，。；]/)[0]!) &&
    !datedBefore(around) &&
    !tellsStory(around)
  )
    return verdict('obligation', 'form', 'future', from)
  if (bareBefore.test(clauseLead) && right.replace(/[。；\s]/g, '') === '' && !tellsStory(around))
    return verdict('obligation', 'form', 'future', from)
  if (
    /^(?:书面|电话|口头)*(?:报送|上报|报告|续报|提交|反馈)/.test(right) &&
    !tellsStory(around) &&
    clauseLead.length <= 12
  )
    return verdict('obligation', 'report', 'future', from)
  return verdict('historical', 'narrative', 'past')
}

/** 月底前可完成: what can be expected, not what was promised. */
const expected = /^(?:，)?(?:即|就|便|方|均|基本)?可(?![以不靠控行持])/

function judgeLimit(
  raw: RawTime,
  before: Nearest | undefined,
  after: Nearest | undefined,
  left: string,
  right: string,
  open: boolean,
): Verdict {
  if (before?.same)
    return before.kind === 'oblige'
      ? verdict('obligation', 'duty', 'future', { open })
      : verdict('plan', before.kind === 'plan' ? 'plan' : 'target', 'future', { open })
  if (after)
    return after.kind === 'oblige'
      ? verdict('obligation', 'duty', 'future', { open })
      : verdict('plan', after.kind === 'plan' ? 'plan' : 'target', 'future', { open })
  if (isLabelled(left)) return verdict('obligation', 'label', 'future', { open })
  if (expected.test(right)) return verdict('plan', 'plan', 'future', { open })
  if (/^(?:累计|先后|共|已|曾|曾经|发生)/.test(right))
    return verdict(undefined, 'narrative', 'past', { ifFuture: 'historical', ifPast: 'historical' })
  if (raw.maybeAgo)
    return before?.kind === 'oblige' || duty.test(right) || bareAfter.test(right)
      ? verdict(undefined, 'form', 'future', { ifFuture: 'obligation', open })
      : verdict('historical', 'narrative', 'past')
  if (before?.kind === 'oblige') return verdict('obligation', 'duty', 'future', { open })
  // 次日8时前报告 counts from the event, so it may well be past and still owed.
  if (raw.point?.dayFrom === 'event' && raw.point.dayShift !== undefined && reports.test(right))
    return verdict('obligation', 'report', 'future', { open })
  if (open) return verdict('obligation', 'form', 'future', { open })
  const wide =
    raw.point !== undefined && (raw.point.bareYear || raw.point.half !== undefined) && raw.suffix !== 'before'
  if (raw.point?.bareYear && raw.point.year !== undefined && !duty.test(right) && !bareAfter.test(right))
    return verdict(undefined, 'ahead', 'none')
  if (wide && !duty.test(right) && !bareAfter.test(right)) return verdict(undefined, 'ahead', 'none')
  return verdict(undefined, 'form', 'none', {
    ifFuture: 'obligation',
    ifPast: allOfIt.test(right) ? 'done' : 'historical',
  })
}

const assigned =
  /^[^。；]{0,30}，(?:由[^，。；\d]{2,16}(?:负责|牵头|督办|落实|承办|实施)|责任(?:单位|部门|人|领导))/

function judgePoint(
  raw: RawTime,
  cues: readonly Cue[],
  before: Nearest | undefined,
  after: Nearest | undefined,
  left: string,
  right: string,
  open: boolean,
  following: string,
): Verdict {
  if (isLabelled(left)) {
    const settled =
      /时间[^，。；]{0,3}$/.test(left) ||
      cues.some(cue => cue.kind === 'done' && cue.end <= raw.start) ||
      settledLabel.test(following)
    return verdict(undefined, 'label', 'future', {
      ifFuture: 'obligation',
      ifPast: settled ? 'done' : 'obligation',
      ...(settledLabel.test(following) && { nature: 'done' as const }),
      open,
    })
  }
  const near = before?.same ? raw.start - before.at : Number.POSITIVE_INFINITY
  if (/^[，]?才(?!能)/.test(right) || (raw.point?.approximate && !before?.same && !after))
    return verdict('historical', 'narrative', 'past')
  if (before && near <= 30 && before.kind !== 'oblige' && !right.startsWith('，'))
    return verdict('plan', before.kind === 'plan' ? 'plan' : 'target', 'future', { open })
  if (before && near <= 30 && before.kind !== 'oblige') return verdict(undefined, 'ahead', 'none')
  if (before?.kind === 'oblige' && (near <= 3 || (near <= 24 && (duty.test(right) || attends.test(right)))))
    return verdict('obligation', 'duty', 'future', { open })
  if (raw.point?.planEnd !== undefined && before?.kind !== 'oblige')
    return verdict(undefined, 'target', 'none', { ifFuture: 'plan' })
  if (expected.test(right)) return verdict('plan', 'plan', 'future', { open })
  // 次日上午，工作组进村: with nothing said about duty it goes on with a story.
  if (
    raw.point?.dayFrom === 'event' &&
    raw.point.dayShift !== undefined &&
    !reports.test(right) &&
    after?.gap !== 0
  )
    return verdict('historical', 'narrative', 'past')
  // 年末就业人员20.63万人 tells what there was; nobody can count it beforehand.
  if (isEnd(raw) && !before && !after && stock.test(right)) return verdict('historical', 'narrative', 'past')
  const endsPeriod = isEnd(raw)
  if (endsPeriod && after)
    return after.kind === 'oblige'
      ? verdict(undefined, 'duty', 'future', { ifFuture: 'obligation', open })
      : verdict('plan', after.kind === 'plan' ? 'plan' : 'target', 'future')
  // 4月20日责令该厂停产 tells who demanded what that day; 4月20日须停产 is the demand.
  if (after?.kind === 'oblige' && after.gap === 0)
    return demanding.test(right)
      ? verdict(undefined, 'duty', 'none', { ifFuture: 'obligation' })
      : verdict('obligation', 'duty', 'future', { open })
  // 四季度完成剩余8公里，由县水务公司负责: whoever is named answers for what is still to come.
  if (
    (raw.point?.quarter !== undefined || raw.point?.half !== undefined) &&
    (following.includes('，由') || following.includes('，责任')) &&
    duty.test(right) &&
    assigned.test(following)
  )
    return verdict(undefined, 'form', 'none', {
      ifFuture: 'obligation',
      ifPast: completing.test(right) ? 'done' : 'historical',
    })
  const figures = raw.point?.half !== undefined && /^[^。；]{0,24}\d/.test(right)
  if (endsPeriod && !figures && (duty.test(right) || (ends.test(right) && bareBefore.test(left))))
    return verdict(undefined, 'form', 'none', {
      ifFuture: 'obligation',
      ifPast: completing.test(right) ? 'done' : 'historical',
    })
  if (reports.test(right) && !/^(?:内|前)?[^，。；]{0,6}\d/.test(right))
    return verdict(undefined, 'report', 'none', { ifFuture: 'obligation', ifPast: 'historical' })
  if (after && after.gap <= 3 && !right.startsWith('，'))
    return verdict(undefined, after.kind === 'oblige' ? 'duty' : 'plan', 'none', {
      ifFuture: after.kind === 'oblige' ? 'obligation' : 'plan',
    })
  if (aimedAt.test(left) && raw.point?.bareYear)
    return verdict(undefined, 'target', 'none', { ifFuture: 'plan' })
  return verdict(undefined, 'narrative', 'none', {
    ifPast: !right.startsWith('，') && completing.test(right) ? 'done' : 'historical',
  })
}

interface Extent {
  readonly start: number
  readonly end: number
}

interface Nearest {
  readonly kind: 'oblige' | 'plan' | 'target'
  readonly at: number
  readonly gap: number
  /** In the same clause as the expression. */
  readonly same: boolean
}

/** 前, 止, 内: the form of a limit. */
export function isLimit(raw: RawTime): boolean {
  if (raw.form === 'span') return raw.suffix === 'within'
  if (raw.form === 'range' && raw.suffix === 'until') return false
  return raw.suffix === 'before' || raw.suffix === 'until' || raw.suffix === 'within'
}

/** 月底, 季度末, 上半年, 年内: periods that are named for their end. */
function isEnd(raw: RawTime): boolean {
  const point = raw.point
  return (
    raw.form === 'point' &&
    point !== undefined &&
    (point.part === 'end' || point.half !== undefined || point.planEnd !== undefined)
  )
}

function clauseAround(text: string, sentence: Extent, raw: RawTime): Extent {
  let start = raw.start
  while (start > sentence.start && !isClauseMark(text.charCodeAt(start - 1))) start--
  return { start, end: clauseEnd(text, raw.end, sentence.end) }
}

function clauseEnd(text: string, from: number, limit: number): number {
  let end = from
  while (end < limit && !isClauseMark(text.charCodeAt(end))) end++
  return end
}

/** A label ends in 为, 是, ：, 在 or a blank; looking at that first spares most of the work. */
function isLabelled(left: string): boolean {
  return '为是：:在 \t'.includes(left.charAt(left.length - 1)) && left !== '' && label.test(left)
}

const isClauseMark = (code: number): boolean => code === 0xff0c || code === 0x2c || code === 0xff1a

function nearestBefore(
  cues: readonly Cue[],
  at: number,
  clauseStart: number,
  sentenceStart: number,
  previous: RawTime | undefined,
  text: string,
): Nearest | undefined {
  for (let i = cues.length - 1; i >= 0; i--) {
    const cue = cues[i]!
    if (cue.end > at || cue.start < sentenceStart) continue
    if (at - cue.end > 60) return undefined
    if (cue.kind === 'done' && cue.start >= clauseStart) return undefined
    if (cue.kind !== 'oblige' && cue.kind !== 'plan' && cue.kind !== 'target') continue
    const same = cue.start >= clauseStart
    // A plan of an earlier clause says nothing about this one, except in 力争10月底前建成，12月底前投用 and
    // 计划用三个月，于7月底前…; a duty carries on.
    if (!same && cue.kind !== 'oblige' && !carriesOn(text.slice(clauseStart, at), cue, previous)) continue
    return { kind: cue.kind, at: cue.end, gap: at - cue.end, same: same || cue.kind !== 'oblige' }
  }
  return undefined
}

function carriesOn(lead: string, cue: Cue, previous: RawTime | undefined): boolean {
  if (lead === '') return previous !== undefined && previous.start >= cue.end && previous.start - cue.end <= 6
  return /^(?:并|再|争取)?(?:于|在|到|至)$/.test(lead)
}

function nearestAfter(cues: readonly Cue[], end: number, clause: Extent, text: string): Nearest | undefined {
  // 5月10日前，各村须…: a comma right behind the expression does not part it from what is said about it.
  const limit = text[end] === '，' ? clauseEnd(text, end + 1, end + 40) : clause.end
  for (const cue of cues) {
    if (cue.start < end) continue
    if (cue.start >= limit || cue.start - end > 24) return undefined
    if (cue.kind === 'oblige' || cue.kind === 'plan' || cue.kind === 'target')
      return { kind: cue.kind, at: cue.start, gap: cue.start - end, same: cue.start < clause.end }
  }
  return undefined
}

/** 目前完成70%, 尚未, 剩余: the matter is not closed. */
function isOpen(cues: readonly Cue[], from: number, text: string, next: RawTime | undefined): boolean {
  if (cues.some(cue => cue.kind === 'unfinished' && cue.start >= from)) return true
  const rest = text.slice(from, Math.min(from + 50, next && isLimit(next) ? next.start : from + 50))
  return /(?:目前|现已?|至今|截至目前)[^。；]{0,12}?(?:完成|进度|整改|达)[^。；]{0,8}?(?:\d{1,2}(?:\.\d+)?\s*[%％]|过半|一半|大部分|[二三四五六七八九]成)|(?:尚未|仍未|还未|至今未|未完成|仍有|尚有|剩余|还剩)/.test(
    rest,
  )
}

/** A sentence that tells what happened: a dated past event, 了, 已, 连夜, 迅速. */
function tellsStory(around: Surroundings): boolean {
  const { text, sentence } = around
  if (around.cues.some(cue => cue.kind === 'perfective' || cue.kind === 'done')) return true
  return /连夜|迅速|火速|仅|经过|随即|第一时间|立即(?:启动|组织|赶)|出动|当场|救援|救治|抢险/.test(
    text.slice(sentence.start, sentence.end),
  )
}
