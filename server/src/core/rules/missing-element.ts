// 要素缺失: the elements that a report of its kind owes (时间 地点 单位 人员 结果), all missing ones in one finding.

import type { DocumentContext, DocumentRule } from '../engine/rule'
import { vagueDate } from '../facts/data/briefs'
import { type Element, elementsOf, missingElements } from '../facts/data/elements'
import { stageLabel } from '../report/kinds'
import { titlePlace } from '../report/places'
import type { Fix } from '../types'

/** Less than this is a draft that was just begun. */
const shortest = 24

export const missingElement: DocumentRule = {
  id: 'missing-element',
  title: ['要素缺失', 'Missing elements'],
  family: 'data',
  severity: 'warning',
  scope: 'document',
  about: 'draft',
  kinds: ['brief', 'emergency', 'opinion', 'survey'],
  messages: {
    missing: {
      what: ['缺{count}项要素：{list}', '{count} elements missing: {listEn}'],
      why: ['要素不全，上级还要打电话回来问', 'The receiving office has to call back for them'],
      doNext: ['补上：{add}', 'Add them; the light bulb puts the slots in'],
    },
    first: {
      what: ['{stage}缺{count}项要素：{list}', 'The {stageEn} lacks {count} elements: {listEn}'],
      why: [
        '上级凭这些判断事件轻重、要不要支援；不明的也要写“正在核实”，不能空着',
        'They decide about help by these; what is unknown is written “being verified”, never left out',
      ],
      doNext: ['补上：{add}', 'Add them; the light bulb puts the slots in'],
    },
    recent: {
      what: ['“{text}”不是日期', '“{text}” is no date'],
      why: [
        '信息写到日才能核实、归档，也才看得出是否及时',
        'Only a date can be verified and shows whether it is in time',
      ],
      doNext: ['改成×月×日', 'Write month and day'],
    },
  },
  examples: {
    bad: [
      {
        kind: 'emergency',
        stage: 'first',
        text: '---\n类型: 突发初报\n联系电话: 值班室\n---\n\n# ⟦东湾乡柳树村发生山体滑坡⟧\n\n4月26日7时40分，东湾乡柳树村三组因连日降雨发生山体滑坡，约200立方米土石阻断村道。7时52分乡值班室接村支书电话报告。乡应急分队8时15分到场设置警戒，险情未再扩大，后续情况将及时续报。\n',
        mended: '……无人员伤亡，无失联被困人员。……',
      },
      {
        kind: 'brief',
        text: '---\n类型: 动态\n---\n\n⟦近日⟧，青石镇组织32名网格员更换98家商铺燃气软管，发现并当场整改隐患7处。\n',
        mended: '4月12日，青石镇组织32名网格员更换98家商铺燃气软管，发现并当场整改隐患7处。',
      },
    ],
    good: [
      {
        kind: 'emergency',
        stage: 'first',
        text: '---\n类型: 突发初报\n---\n\n# 东湾乡柳树村发生山体滑坡\n\n4月26日7时40分，东湾乡柳树村三组因连日降雨发生山体滑坡，约200立方米土石阻断村道，无人员伤亡。7时52分乡值班室接村支书电话报告。乡应急分队8时15分到场设置警戒，险情未再扩大。现场负责人：副乡长李某，电话0555-6612345。后续情况将及时续报。\n',
      },
      {
        kind: 'brief',
        text: '---\n类型: 动态\n---\n\n4月12日，青石镇组织32名网格员更换98家商铺燃气软管，当场整改隐患7处。\n',
      },
    ],
  },
  sources: [
    [
      '《生产安全事故报告和调查处理条例》第十二条：报告事故应当包括的内容',
      'Regulation on reporting work-safety accidents, article 12',
    ],
  ],
  check(document, context) {
    const { kind, stage } = context
    const list = elementsOf(kind, stage)
    if (!list || document.proseLength < shortest) return
    let missing = missingElements(document, list)
    if (kind === 'brief') {
      const recent = missing[0]?.name[0] === '日期' ? vagueDate(document) : undefined
      if (recent) {
        missing = missing.slice(1)
        const edit = { ...context.locate(recent.block, recent), text: '${1:月}月${2:日}日' }
        context.report({
          at: recent,
          message: 'recent',
          values: { text: recent.text },
          fixes: [{ title: ['换成日期', 'Put the date'], edits: [edit], snippet: true }],
        })
      }
    }
    if (missing.length === 0) return
    // What kind it is was only guessed from the words: then nothing is an error.
    const declared = document.frontMatter?.entries.has('类型') ?? false
    const vital = missing.some(element => element.vital) && declared
    context.report({
      at: titlePlace(document),
      message: kind === 'emergency' ? 'first' : 'missing',
      severity: vital ? 'error' : kind === 'survey' ? 'information' : 'warning',
      values: {
        count: missing.length,
        list: missing.map(({ name }) => name[0]).join('、'),
        listEn: missing.map(({ name }) => name[1]).join(', '),
        add: missing.map(({ add }) => add).join('；'),
        stage: stage ? stageLabel[stage][0] : '',
        stageEn: stage ? stageLabel[stage][1] : 'report',
      },
      fixes: [slots(missing, context, document.blockCount)],
    })
  },
}

/** One slot per missing element, at the end of the draft; nothing is made up. */
export function slots(missing: readonly Element[], context: DocumentContext, end: number): Fix {
  let stop = 0
  const text = missing.map(({ skeleton }) => skeleton.replace(/\$\{/g, () => `\${${++stop}:`)).join('')
  return {
    title: [`在文末补上${missing.map(({ name }) => name[0]).join('、')}`, 'Add the slots at the end'],
    edits: [context.insertBefore(end, text)],
    snippet: true,
  }
}
