// 措施无时限: a measure without a day is never late and never done.

import type { DocumentRule } from '../engine/rule'
import { openMeasures } from '../report/openMeasures'
import { completeMeasure } from '../report/skeleton'
import { more, mostSingly, tellerOf } from '../report/tell'

export const measureWithoutDeadline: DocumentRule = {
  id: 'measure-without-deadline',
  title: ['措施无时限', 'Measure without deadline'],
  family: 'analysis',
  severity: 'warning',
  scope: 'document',
  kinds: ['problem', 'experience', 'overview', 'survey', 'proposal', 'special', 'summary', 'bulletin'],
  messages: {
    none: {
      what: ['这条措施没有写什么时候完成', 'No deadline for this measure'],
      why: ['没有时限，就没法检查办了没有', 'Nobody can check whether it was done'],
      doNext: [
        '写明完成日期，如“5月31日前”；经常性工作写频次，如“每月5日前通报”',
        'Give a date, or how often for standing work',
      ],
    },
    vague: {
      what: ['时间只写了“{time}”，不知道是哪一天', 'The time is only “{time}”'],
      why: ['尽快、逐步、长期都不能到期，也就没法督办', 'It never falls due'],
      doNext: [
        '换成日期或频次，分步做的写清每一步到哪天',
        'Replace it by a date, a frequency or steps with dates',
      ],
    },
    several: {
      what: ['这部分{count}条措施都没有完成时限', '{count} measures here have no deadline'],
      why: ['没有时限，措施没法督办', 'Nobody can follow them up'],
      doNext: [
        '逐条写明完成日期，或在开头统一写“均于X月X日前完成”',
        'Give each a date, or one for all at the top',
      ],
    },
    more,
  },
  examples: {
    bad: [
      {
        kind: 'problem',
        text: '# 青石镇沟渠淤堵问题\n\n## 一、问题\n\n32处沟渠淤堵，其中李村11处，主要是因管护费停发两年。\n\n## 二、下一步措施\n\n（一）加快清淤。农业农村办5月10日前完成32处沟渠清淤。\n\n⟦（二）发放管护费⟧。由财政所尽快拨付沟渠管护费18万元。\n',
        mended: '（二）发放管护费。由财政所5月15日前拨付沟渠管护费18万元。',
      },
    ],
    good: [
      {
        kind: 'problem',
        text: '# 青石镇沟渠淤堵问题\n\n## 一、问题\n\n32处沟渠淤堵，其中李村11处，主要是因管护费停发两年。\n\n## 二、下一步措施\n\n（一）加快清淤。农业农村办5月10日前完成32处沟渠清淤。\n\n（二）管起来。由镇河长办每月5日前通报各村沟渠巡查情况。\n',
      },
    ],
  },
  check(document, context) {
    const teller = tellerOf(context)
    for (const { passage, measures } of openMeasures(document, context.kind)) {
      const lacking = measures.filter(measure => measure.lacksTime)
      if (lacking.length > mostSingly) {
        teller.tell(() => ({
          at: passage.at,
          message: 'several',
          values: { count: lacking.length },
          related: lacking.map(({ item }) => ({ at: item.at, note: ['没有时限', 'No deadline'] as const })),
        }))
        continue
      }
      for (const { item, traits } of lacking)
        teller.tell(() => ({
          at: item.at,
          message: traits.time === 'none' ? 'none' : 'vague',
          values: { time: traits.timeText },
          fixes: completeMeasure(document, context, item, { owner: traits.owner !== 'named', time: true }),
        }))
    }
    teller.close()
  },
}
