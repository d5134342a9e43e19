// 15日内, 两小时后: is a length of time a duty, a plan, a rule that is quoted, or part of a story?

import { expressionOf } from '../../knowledge/cue'
import * as datesWords from '../../knowledge/dates.generated'
import { bareAfter, bareBefore, duty, ends, isLabelled } from './natureWords'
import { datedBefore, type Nearest, tellsStory } from './nearby'
import type { RawTime } from './point'
import { type Surroundings, type Verdict, verdict } from './verdict'

const narrativeSpan = expressionOf(datesWords.narrativeSpan)
const shortPast = /(?:近|过去|最近|此前|短短|仅用?|不到|历时|在不到|前)\s*$/
const comingDays = /(?:未来|今后|接下来)(?:的)?\s*$/
const citesLaw =
  /(?:根据|依据|按照|依照)(?:《[^》]*(?:法|条例|办法|规定|细则|规则|规程)》|[^，。；《》]{0,12}(?:预案|条例|办法|规定|制度|规程|章程)，)/
const addressed =
  /(?:我|本)(?:镇|县|局|办|单位|街道|乡|村|区|市|委|院|校|公司)|请|各(?:村|镇|单位|部门|乡|社区|街道|地|县|区|科室)/
const cites = expressionOf(datesWords.cites)
const actor =
  /^[^\d，。；：]{0,16}(?:局|委|办|办公室|室|站|所|院|校|队|中心|镇|乡|村|社区|街道|公司|企业|单位|部门|政府|法庭|园区|合作社|厂)$/
const paper = /^[^\d，。；：]{0,12}(?:方案|报告|材料|台账|名单|清单|总结|意见|结果|回执|计划|记录)$/

export function judgeSpan(
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
