// 问题无措施: problems that nothing is done about, found by laying the measures to the problems by content.

import type { DocumentContext, DocumentRule, DocumentView } from '../engine/rule'
import { type Chain, chainOf } from '../facts/analysis/chain'
import { pairsOf } from '../facts/analysis/pairs'
import { owed } from '../report/kinds'
import { isAnswer } from '../report/occasion'
import { labelOf, problemPlace, titlePlace } from '../report/places'
import { documentSignals } from '../report/signals'
import { addSection } from '../report/skeleton'

export const problemWithoutMeasure: DocumentRule = {
  id: 'problem-without-measure',
  title: ['问题无措施', 'Problem without measure'],
  family: 'analysis',
  severity: 'warning',
  scope: 'document',
  kinds: ['problem', 'survey', 'proposal', 'overview', 'special', 'summary', 'experience', 'bulletin'],
  messages: {
    none: {
      what: ['写了问题，没有写措施或建议', 'Problems are named, measures are not'],
      why: ['摆出问题不说怎么办，等于把球踢给了上级', 'The reader is left to find a way out'],
      doNext: [
        '逐条写措施：谁牵头、何时完成、做到什么程度；需上级解决的写明请求',
        'Give measures one by one, with owner, deadline, yardstick',
      ],
    },
    unmatched: {
      what: ['{label}没有对应的措施', '{label} has no matching measure'],
      why: ['问题和措施要一一对得上，漏掉的这一条没人管', 'Nobody will take care of the one left out'],
      doNext: [
        '给它补一条措施，或在已有措施里点到它',
        'Add a measure for it, or name it in one that is there',
      ],
    },
    orphan: {
      what: ['{label}对不上前面的任何问题和原因', '{label} answers no problem and no cause'],
      why: ['措施不针对问题，就成了放到哪里都行的话', 'A measure for nothing in particular fits anywhere'],
      doNext: ['改成解决前面问题的做法，或删去', 'Aim it at one of the problems, or drop it'],
    },
  },
  examples: {
    bad: [
      {
        kind: 'problem',
        text: '# ⟦柳河街道停车难问题⟧\n\n## 一、主要问题\n\n（一）车位少。6个小区登记车辆1820辆，车位640个，因建成于2003年，未按现行标准配建。\n\n（二）占用消防通道。4月夜间抽查12次，9次有车堵在通道上，原因是通道没有划线。\n',
        mended:
          '## 二、措施\n\n由街道城管办牵头，6月30日前在北侧空地增设临时车位150个；5月15日前给6个小区消防通道划线。',
      },
      {
        kind: 'problem',
        text: '# 柳河街道小区管理问题\n\n## 一、主要问题\n\n（一）停车位少。6个小区登记车辆1820辆，车位640个。\n\n（二）消防通道被占。夜间抽查12次，9次有车堵在通道上。\n\n⟦（三）楼道照明损坏⟧。望江小区4栋楼道灯坏了2个月。\n\n## 二、原因\n\n小区建成于2003年，未按现行标准配建车位；通道没有划线；物业换了3家，楼道灯的维修基金一直没有移交。\n\n## 三、措施\n\n（一）增加停车位。由街道城管办牵头，6月30日前在北侧空地增设临时停车位150个。\n\n（二）管住消防通道。由派出所牵头，5月15日前给消防通道划线，每周夜查2次。\n',
      },
    ],
    good: [
      {
        kind: 'problem',
        text: '# 柳河街道停车难问题\n\n## 一、主要问题\n\n（一）停车位少。6个小区登记车辆1820辆，车位640个。\n\n（二）消防通道被占。夜间抽查12次，9次有车堵在通道上，原因是通道没有划线。\n\n## 二、措施\n\n（一）增加停车位。由街道城管办牵头，6月30日前增设临时停车位150个。\n\n（二）管住消防通道。由派出所牵头，5月15日前划线，每周夜查2次。\n',
      },
    ],
  },
  check(document, context) {
    const chain = chainOf(document)
    const { hasProblem, hasMeasure } = documentSignals(document, context.kind)
    if (!hasProblem || isAnswer(document)) return
    if (!hasMeasure) {
      if (document.proseLength < 100) return
      // Of a kind that owes its measures the lack is one of the whole draft, and missing-section says it at the same place.
      const owes = owed(context.kind, context.rivals, 'measure')
      const at = owes ? titlePlace(document) : chain.listed.length > 0 && problemPlace(document, chain)
      if (at)
        context.report({
          at,
          message: 'none',
          severity: owes === 'required' ? 'warning' : 'information',
          fixes: addSection(document, context, 'measure'),
        })
      return
    }
    reportUnmatched(document, context, chain)
  },
}

/** Only where both are listed one by one, and most problems find their measure, is a gap a gap. */
function reportUnmatched(document: DocumentView, context: DocumentContext, chain: Chain) {
  const { problems, listed, measures } = chain
  if (listed.length < 2 || measures.length < 2) return
  const pairs = pairsOf(document, chain)
  if (!pairs.comparable) return
  // 问题 → 原因 → 措施: a measure against its cause answers the problem as well.
  const answered = new Set(pairs.measures.map(link => link.problem))
  for (const { problem, other } of pairs.causes) {
    const reach = pairs.causes.filter(link => link.other === other).length
    if (pairs.treatedCauses.has(other) && reach < problems.length) answered.add(problem)
  }
  if (answered.size * 2 < problems.length) return
  problems.forEach((problem, i) => {
    if (answered.has(i)) return
    context.report({
      at: problem.at,
      message: 'unmatched',
      values: { label: labelOf('问题', problem, i) },
    })
  })
  const useful = new Set([...pairs.measures.map(link => link.other), ...pairs.causedMeasures])
  if (useful.size * 2 < measures.length) return
  measures.forEach((measure, j) => {
    // A concrete measure may answer what was said elsewhere; an empty one answers nothing.
    if (useful.has(j) || measure.traits.figure || measure.traits.named || measure.traits.owner === 'named')
      return
    context.report({
      at: measure.at,
      message: 'orphan',
      values: { label: labelOf('措施', measure, j) },
      severity: 'information',
    })
  })
}
