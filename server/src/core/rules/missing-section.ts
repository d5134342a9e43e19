// 缺必备部分: every kind of report owes its reader certain parts; found by what the text says, not by titles alone.

import type { DocumentRule } from '../engine/rule'
import { type KindId, kindById, owed, type Part } from '../report/kinds'
import { isAnswer, isCommunique } from '../report/occasion'
import { titlePlace } from '../report/places'
import { documentSignals, hasOutcome, isOneSided, weightsOf } from '../report/signals'
import { addSection } from '../report/skeleton'

const parts: readonly Part[] = ['problem', 'measure', 'result']

/** A draft that has only begun owes nothing yet. */
const shortest: Partial<Record<Part, number>> = { problem: 200, measure: 200, result: 50 }

export const missingSection: DocumentRule = {
  id: 'missing-section',
  title: ['缺必备部分', 'Missing part'],
  family: 'analysis',
  severity: 'warning',
  scope: 'document',
  about: 'draft',
  kinds: [
    'brief',
    'problem',
    'experience',
    'overview',
    'survey',
    'proposal',
    'special',
    'summary',
    'bulletin',
  ],
  messages: {
    problem: {
      what: ['{kind}类信息没有写存在的问题', 'No problems are named'],
      why: [
        '喜忧兼报是政务信息的基本要求，只有成绩，上级无从判断，也帮不上忙',
        'Whoever reads it has to decide and help',
      ],
      doNext: [
        '加一节“存在的问题”，每条写清哪里、多少、影响谁',
        'Add a section on problems: where, how many, who is affected',
      ],
    },
    measure: {
      what: ['{kind}类信息没有写下一步措施', 'No measures are given'],
      why: [
        '只摆情况，不说谁去办、何时办完，事情落不了地',
        'Without measures nothing follows from the report',
      ],
      doNext: [
        '加一节“下一步措施”，每条写清牵头单位、完成时限、验收标准',
        'Add measures with owner, deadline and yardstick',
      ],
    },
    result: {
      what: ['只写了做了什么，没有写结果', 'Tells what was done, not what came of it'],
      why: ['没有结果，读的人不知道这件事办成没有', 'The reader cannot tell whether it worked'],
      doNext: [
        '补一句结果：查出多少、办结多少、定了什么、谁受益',
        'Add the outcome: how many found, settled, agreed',
      ],
    },
  },
  examples: {
    bad: [
      {
        kind: 'summary',
        text: '# ⟦青石镇上半年河道管护工作总结⟧\n\n上半年，青石镇清理河道12.6公里，打捞漂浮物41吨，出动护河员620人次，更换警示牌38块。镇水利站对9个村的管护台账逐村核对，补登记涵闸17座、水塘64口，并把管护合同统一换成三年一签，明确每村1名管护员、每人每月600元补助，由村委会按巡查记录发放。群众通过“随手拍”反映的23条线索全部办结，平均办理时间由5天缩短到2天。\n\n下一步，由镇水利站牵头，7月31日前完成南渠3.4公里清淤，达到汛期过流标准；8月起每月5日由镇河长办通报各村巡查情况，连续两月末位的由分管领导约谈村支书。\n',
        mended:
          '# 青石镇上半年河道管护工作总结\n\n上半年，青石镇清理河道12.6公里。\n\n## 存在的问题\n\n南渠李村段3.4公里未清淤，淤深40厘米。\n',
      },
      {
        kind: 'brief',
        text: '# ⟦柳河街道组织开展消防安全宣传⟧\n\n为提高居民的消防安全意识，柳河街道联合辖区消防部门走进社区，组织志愿者向居民宣传家庭用火用电常识，讲解灭火器的使用方法，并现场演示初起火情的处置步骤，提醒大家不要在楼道堆放杂物。\n',
        mended:
          '# 柳河街道查出并搬走楼道杂物31处\n\n4月21日，柳河街道联合消防大队检查6个小区，查出楼道堆物31处，当场搬走26处，5处限4月25日前清空。\n',
      },
    ],
    good: [
      {
        kind: 'overview',
        text: '# 云岭县农村供水情况汇报\n\n全县已建集中供水点86处，覆盖9.2万人。目前仍有3个村、1140人靠水窖用水，主要是高程差超过180米，一级泵站送不上去。\n\n由县水利局牵头，8月31日前在岩口村加建二级泵站，9月30日前通水验收。\n',
      },
      { kind: 'emergency', text: '4月12日9时12分，青石镇农资市场一间库房起火，无人员伤亡，原因正在调查。\n' },
    ],
  },
  check(document, context) {
    if (isCommunique(document)) return
    const { label } = kindById[context.kind]
    const declared = document.frontMatter?.entries.has('类型') ?? false
    const kind = label[0]
    const { hasProblem, hasMeasure } = documentSignals(document, context.kind)
    for (const part of parts) {
      // Of a draft that may be of another kind nothing is asked that only one of them owes.
      const owes = owed(context.kind, context.rivals, part)
      if (!owes || document.proseLength < (shortest[part] ?? 200) || !isMissing(part)) continue
      context.report({
        at: titlePlace(document),
        message: part,
        values: { kind },
        severity: owes === 'required' && declared ? 'warning' : 'information',
        fixes: addSection(document, context, part),
      })
    }
    function isMissing(part: Part): boolean {
      switch (part) {
        case 'problem':
          // Where a kind that owes none is all praise, one-sided-positive says it with its reasons.
          return (
            !hasProblem &&
            !saysNone(context.kind) &&
            (owed(context.kind, context.rivals, 'problem') === 'required' ||
              !isOneSided(weightsOf(document), []))
          )
        case 'measure':
          return !hasMeasure && !isAnswer(document)
        case 'result':
          return !hasOutcome(document)
        // Causes are asked for where the problems stand: problem-without-cause.
        default:
          return false
      }
    }
    /** 未发现问题 is an answer, if a poor one: one-sided-positive speaks of it. */
    function saysNone(kind: KindId): boolean {
      return kind !== 'problem' && weightsOf(document).denial > 0
    }
  },
}
