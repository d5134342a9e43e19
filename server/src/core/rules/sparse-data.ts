// 全文缺数据: a report of some length that counts next to nothing.

import type { DocumentRule, DocumentView } from '../engine/rule'
import { barestSections, figureCount } from '../facts/data/figureCount'
import type { KindId } from '../report/kinds'
import { titlePlace } from '../report/places'

/** These live on figures; in a brief or a bulletin their absence is only worth a word. */
const warned = new Set<KindId>([
  'experience',
  'overview',
  'survey',
  'problem',
  'proposal',
  'summary',
  'special',
])

export const sparseData: DocumentRule = {
  id: 'sparse-data',
  title: ['全文缺数据', 'Hardly any data'],
  family: 'data',
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
    'opinion',
    'special',
    'summary',
    'bulletin',
  ],
  options: {
    figuresPerThousand: {
      type: 'number',
      default: 3,
      minimum: 0,
      maximum: 50,
      description: [
        '每千字少于多少个数据就提醒（日期、年份、序号不算）',
        'Fewer figures per 1,000 characters than this are reported (dates and numbering do not count)',
      ],
    },
    from: {
      type: 'number',
      default: 400,
      minimum: 100,
      maximum: 10_000,
      description: ['多少字以下的稿子不查', 'Drafts shorter than this are left alone'],
    },
  },
  messages: {
    none: {
      what: ['全文{length}字，一个数据也没有', '{length} characters and not one figure'],
      why: [
        '没有数据的稿子只能看到态度，看不到情况，难以采用',
        'Without figures a report shows attitudes, not the situation',
      ],
      doNext: [
        '先补三样：做了多少、占应做的多少、比上期怎样；确实没有就补时间、地点、单位齐全的事例',
        'Add how much was done, of how much, and compared with when; failing that, a case with date and place',
      ],
    },
    few: {
      what: ['全文{length}字只有{count}个数据', '{count} figures in {length} characters'],
      why: [
        '好稿每千字有十来个数据，少于{limit}个就说不清情况',
        'Good reports have about ten per 1,000 characters; fewer than {limit} do not show the situation',
      ],
      doNext: [
        '先给成效和问题部分补数量、占比和比较；从没有数据的小节补起',
        'Add numbers, shares and comparisons, first where a section has none',
      ],
    },
  },
  examples: {
    bad: [
      {
        text: `---\n类型: 经验\n---\n\n# ⟦柳河街道推进“红色管家”建设的做法⟧\n\n${'街道党工委坚持党建引领，由社区党组织牵头，业委会、物业共同议事，把矛盾解决在楼栋。'.repeat(11)}\n`,
        mended: '柳河街道12个小区推行“红色管家”以来，议定事项143件，办结131件，物业费收缴率由61%提高到88%。',
      },
    ],
    good: [
      {
        text: `---\n类型: 经验\n---\n\n# 柳河街道推进“红色管家”建设的做法\n\n${'12个小区议定事项143件，办结131件，物业费收缴率由61%提高到88%，街道每季度通报一次。'.repeat(11)}\n`,
      },
    ],
  },
  check(document, context) {
    const length = document.proseLength
    if (length <= (context.options.from as number)) return
    let count = 0
    for (const { value } of document.found(figureCount)) count += value
    const limit = context.options.figuresPerThousand as number
    if ((count * 1000) / length >= limit) return
    context.report({
      at: titlePlace(document),
      message: count === 0 ? 'none' : 'few',
      values: { length, count, limit },
      severity: warned.has(context.kind) && !isReply(document) ? 'warning' : 'information',
      related: barestSections(document).map(at => ({
        at,
        note: ['这一节一个数据也没有', 'No figure in this section'],
      })),
    })
  },
}

/** An answer to one person's complaint tells his case; it owes facts rather than figures. */
function isReply(document: DocumentView): boolean {
  for (let block = 0; block < Math.min(document.blockCount, 3); block++)
    if (/您好|网友|您反映|您的(?:来信|留言|函件)|来信收悉/.test(document.block(block).text.slice(0, 120)))
      return true
  return false
}
