// 全文空泛: stock phrases lie so thick in the whole draft that single hits are beside the point.

import type { DocumentContext, DocumentRule, DocumentView } from '../engine/rule'
import { centralWords, countedPlaces, density } from '../facts/phrases'
import { firstWords } from '../facts/title'
import { densityLimits, densityOf, shortText } from '../text/phrases/density'

export const genericDocument: DocumentRule = {
  id: 'generic-document',
  title: ['全文空泛', 'Generic throughout'],
  family: 'generic',
  severity: 'warning',
  scope: 'document',
  notInRegulations: true,
  about: 'draft',
  options: {
    hint: {
      type: 'number',
      default: densityLimits.hint,
      minimum: 1,
      maximum: 200,
      description: ['每千字多少处起给建议', 'Hits per 1,000 characters for a hint'],
    },
    warning: {
      type: 'number',
      default: densityLimits.warning,
      minimum: 1,
      maximum: 200,
      description: ['每千字多少处起给警告', 'Hits per 1,000 characters for a warning'],
    },
  },
  messages: {
    dense: {
      what: [
        '全文{length}字里有{hits}处套话，每千字约{rate}处',
        '{hits} stock phrases in {length} characters, about {rate} per 1,000',
      ],
      why: [
        '套话多，说明缺少具体的事和数；改好的稿子，多数句子里有事、有数、有人',
        'So many mean that facts are missing; in an edited report most sentences hold one',
      ],
      doNext: [
        '先补事实：时间、单位、做法、数量、结果，再把没有内容的句子删去',
        'Add facts first, then strike what says nothing',
      ],
    },
    central: {
      what: ['中央的固定表述占全文{share}%', 'Prescribed formulas of the centre take {share}% of the draft'],
      why: [
        '表述本身没有错；占得多了，本单位的情况就少了',
        'There is nothing wrong with them; but what they take is missing for your own matter',
      ],
      doNext: [
        '篇首保留一处，其余的篇幅写本单位怎么落实、办成什么',
        'Keep one at the beginning and use the room for what your unit did',
      ],
    },
    short: {
      what: ['这篇稿子不长，就有{hits}处套话', 'A short report with {hits} stock phrases'],
      why: [
        '篇幅短，每一句都要有内容；去掉套话，读的人还能知道些什么',
        'In a short report every sentence has to tell something',
      ],
      doNext: [
        '先补事实：时间、单位、做法、数量、结果，再把没有内容的句子删去',
        'Add facts first, then strike what says nothing',
      ],
    },
  },
  examples: {
    bad: [
      {
        text: '# 青石镇清理行洪障碍17处\n\n⟦青石镇按照党中央、国务院决策部署⟧，学习贯彻中央农村工作会议精神，4月12日清理行洪障碍17处，加固堤段0.8公里。\n',
        kind: 'brief',
        mended:
          '# 青石镇清理行洪障碍17处\n\n4月12日，青石镇清理行洪障碍17处，加固堤段0.8公里，出动412人次。\n',
      },
      {
        text: '# ⟦青石镇扎实做好防汛工作⟧\n\n青石镇高度重视防汛工作，提高政治站位，压实工作责任，狠抓工作落实，形成工作合力。\n\n下一步，青石镇将进一步加强组织领导，加大宣传力度，建立健全长效机制，为全镇高质量发展提供坚强保障，推动防汛工作再上新台阶。\n',
        kind: 'brief',
      },
    ],
    good: [
      {
        text: '# 青石镇清理行洪障碍17处\n\n4月8日至12日，按照党中央、国务院决策部署，青石镇清理行洪障碍17处，加固堤段0.8公里，出动412人次。柳河村2处涵管淤塞未清，由镇水管站4月20日前疏通。截至4月12日，全镇17处行洪障碍已清14处，其余3处在桥下，等供电所迁走2根电杆后，由镇水管站4月底前清完。\n',
        kind: 'brief',
      },
      {
        text: '# 青石镇清理行洪障碍17处\n\n4月8日至12日，青石镇清理行洪障碍17处，加固堤段0.8公里，出动412人次。柳河村2处涵管淤塞未清，由镇水管站4月20日前疏通。\n',
        kind: 'brief',
      },
    ],
  },
  check(document, context) {
    const total = document.total(density)
    if (!total) return
    reportCentral(document, context)
    const { length, hits, perThousand, level } = densityOf([total], {
      hint: context.options.hint as number,
      warning: context.options.warning as number,
    })
    if (level === 'none') return
    context.report({
      at: firstWords(document),
      message: length < shortText ? 'short' : 'dense',
      severity: level,
      values: { rate: Math.round(perThousand), hits, length },
      related: document
        .found(countedPlaces)
        .flatMap(({ block, value }) =>
          value.map(span => ({ at: { block, ...span }, note: ['套话', 'A stock phrase'] as const })),
        ),
    })
  },
}

/** Prescribed words are never blamed: more than a tenth of them is worth one quiet remark. */
const mostCentral = 0.1

function reportCentral(document: DocumentView, context: DocumentContext) {
  const found = centralWords.found(document)
  const [first] = found
  if (!first) return
  let length = 0
  for (const { value } of found) for (const { start, end } of value) length += end - start
  if (length <= document.proseLength * mostCentral) return
  const places = found.flatMap(({ block, value }) => value.map(span => ({ block, ...span })))
  context.report({
    at: places[0]!,
    message: 'central',
    severity: 'hint',
    values: { share: Math.round((length * 100) / document.proseLength) },
    related: places.slice(1).map(at => ({ at, note: ['这里也有', 'And here'] as const })),
  })
}
