// 措施无责任单位: a measure that nobody is to take will not be taken.

import type { DocumentRule } from '../engine/rule'
import { type OpenMeasure, openMeasures } from '../report/openMeasures'
import { completeMeasure } from '../report/skeleton'
import { more, mostSingly, tellerOf } from '../report/tell'

export const measureWithoutOwner: DocumentRule = {
  id: 'measure-without-owner',
  title: ['措施无责任单位', 'Measure without owner'],
  family: 'analysis',
  severity: 'warning',
  scope: 'document',
  kinds: ['problem', 'experience', 'overview', 'survey', 'proposal', 'special', 'summary', 'bulletin'],
  messages: {
    none: {
      what: ['这条措施没有写由谁负责', 'Nobody is named for this measure'],
      why: ['没有责任单位，人人都以为是别人的事', 'What is everybody’s business is nobody’s'],
      doNext: ['写明牵头单位或责任人，如“由镇应急办牵头”', 'Name the office or person in charge'],
    },
    collective: {
      what: ['责任人写成了“{owner}”，等于没有人负责', '“{owner}” is nobody in particular'],
      why: ['全体、各部门都负责，就查不到具体一家', 'Nobody can be asked'],
      doNext: ['写出牵头的那一家，其他写配合', 'Name the one in the lead, the others as helpers'],
    },
    whole: {
      what: ['只写了“{owner}”，没有落到科室或人', 'Only “{owner}” as a whole, no office or person'],
      why: ['本单位自己的事也要有人牵头，检查时才找得到人', 'Even at home somebody has to be in charge'],
      doNext: ['写明由哪个站所、哪位同志负责', 'Name the office or person'],
    },
    several: {
      what: ['这部分{count}条措施都没有写由谁负责', '{count} measures here have no owner'],
      why: ['没有责任单位，措施落不到人', 'Nobody is to carry them out'],
      doNext: [
        '逐条写明牵头单位，或在开头统一写由谁牵头',
        'Name an owner for each, or one for all at the top',
      ],
    },
    more,
  },
  examples: {
    bad: [
      {
        kind: 'problem',
        text: '# 青石镇沟渠淤堵问题\n\n## 一、问题\n\n32处沟渠淤堵，其中李村11处，主要是因管护费停发两年。\n\n## 二、下一步措施\n\n⟦（一）加快清淤⟧。5月10日前完成32处沟渠清淤，达到过水标准。\n\n（二）发放管护费。由财政所5月15日前拨付沟渠管护费18万元。\n',
        mended: '（一）加快清淤。由农业农村办（张某）牵头，5月10日前完成32处沟渠清淤。',
      },
    ],
    good: [
      {
        kind: 'problem',
        text: '# 青石镇沟渠淤堵问题\n\n## 一、问题\n\n32处沟渠淤堵，其中李村11处，主要是因管护费停发两年。\n\n## 二、下一步措施\n\n（一）加快清淤。农业农村办（张某）5月10日前完成32处沟渠清淤。\n\n（二）发放管护费。财政所5月15日前拨付沟渠管护费18万元。\n',
      },
      { kind: 'brief', text: '4月20日，青石镇清淤32处。下一步，将加强日常管护。\n' },
    ],
  },
  check(document, context) {
    const teller = tellerOf(context)
    for (const { passage, measures } of openMeasures(document, context.kind)) {
      const lacking = measures.filter(lacksOwner)
      if (lacking.length > mostSingly) {
        teller.tell(() => ({
          at: passage.at,
          message: 'several',
          values: { count: lacking.length },
          related: lacking.map(({ item }) => ({ at: item.at, note: ['没有责任单位', 'No owner'] as const })),
        }))
        continue
      }
      for (const { item, traits, lacksTime } of lacking)
        teller.tell(() => ({
          at: item.at,
          message: traits.owner === 'named' ? 'none' : traits.owner,
          values: { owner: traits.ownerText },
          severity: traits.owner === 'whole' && traits.figure ? 'information' : 'warning',
          fixes: completeMeasure(document, context, item, { owner: true, time: lacksTime }),
        }))
    }
    teller.close()
  },
}

/** 我镇5月底前新建3公里 has its unit, day and figure: enough among colleagues. */
function lacksOwner({ traits }: OpenMeasure): boolean {
  if (traits.owner === 'named') return false
  const timed = traits.time === 'date' || traits.time === 'frequency'
  return !(traits.owner === 'whole' && timed && (traits.figure || traits.standard !== ''))
}
