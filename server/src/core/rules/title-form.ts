// 标题不规范: a title too long to be read at a glance, one that ends like a sentence, one that names two kinds of paper.

import type { DocumentRule, DocumentView } from '../engine/rule'
import { firstTextBlock } from '../facts/title'
import type { Fix, Span } from '../types'

/** Two lines of a title: 二号 type is 7.8 mm wide, the text area of A4 156 mm (GB/T 9704—2012), so twice twenty characters. */
const longest = 40

/** Marks at which a sentence stops or goes on; ？ and ！ may be meant. */
const sentenceMark = /[。，；：、.,;:]$/
/** 关于转发……的通知的通知, 情况报告的报告. */
const doubled = /(通知|报告|通报|请示|意见|函)的\1$/
/** Neither: a 请示 asks for an answer, a 报告 tells (《党政机关公文处理工作条例》第八条). */
const both = /请示报告$/

export const titleForm: DocumentRule = {
  id: 'title-form',
  title: ['标题不规范', 'Form of the title'],
  family: 'form',
  severity: 'information',
  scope: 'document',
  options: {
    longest: {
      type: 'number',
      default: longest,
      minimum: 10,
      maximum: 200,
      description: ['标题超过多少字就提醒', 'Titles of more characters than this are reported'],
    },
  },
  messages: {
    long: {
      what: ['标题{length}字，太长', 'The title has {length} characters'],
      why: [
        '标题超过两行（约{limit}字），编辑一眼看不出报的是什么事',
        'A title of more than two lines (about {limit} characters) cannot be read at a glance',
      ],
      doNext: [
        '只留单位、事情和一个关键数据，经过和意义放进正文',
        'Keep the unit, the matter and one figure; the rest belongs into the text',
      ],
    },
    mark: {
      what: ['标题末尾有“{mark}”', 'The title ends in “{mark}”'],
      why: ['标题不是句子，末尾不加标点', 'A title is no sentence'],
      doNext: ['删去“{mark}”', 'Delete “{mark}”'],
    },
    doubled: {
      what: ['标题里“{text}”重复了文种', 'The title names the kind of paper twice: “{text}”'],
      why: ['层层转发时文种叠在一起，读不通', 'Forwarding has piled one kind of paper upon the other'],
      doNext: ['只留一个文种，直接写是什么事', 'Keep one and name the matter'],
    },
    both: {
      what: ['“请示报告”不是一个文种', '“请示报告” is no kind of paper'],
      why: [
        '请示要上级答复，报告不要；混在一起，上级不知道该不该批',
        'A 请示 wants an answer and a 报告 does not: mixed, nobody knows whether to answer',
      ],
      doNext: ['要批复的写“请示”，不要批复的写“报告”', 'Write 请示 where you want an answer, else 报告'],
    },
  },
  examples: {
    bad: [
      {
        text: '# ⟦青石镇坚持党建引领多措并举扎实推进农村人居环境整治提升工作助力乡村振兴取得阶段性明显成效的情况⟧\n\n4月12日，青石镇清理河道3.2公里。\n',
        kind: 'brief',
        mended: '# 青石镇清理河道3.2公里\n\n4月12日，青石镇清理河道3.2公里。\n',
      },
      { text: '# 青石镇清理河道3.2公里⟦。⟧\n\n4月12日，青石镇清理河道3.2公里。\n', kind: 'brief' },
      { text: '# 关于转发做好防汛工作的⟦通知的通知⟧\n\n4月12日，青石镇清理河道3.2公里。\n', kind: 'brief' },
      { text: '# 关于拨付清淤资金的⟦请示报告⟧\n\n4月12日，青石镇清理河道3.2公里。\n', kind: 'brief' },
    ],
    good: [
      { text: '# 青石镇清理河道3.2公里\n\n4月12日，青石镇清理河道3.2公里。\n', kind: 'brief' },
      { text: '# 青石镇为何3年未发生山火？\n\n4月12日，青石镇清理河道3.2公里。\n', kind: 'brief' },
    ],
  },
  sources: [
    ['GB/T 9704—2012 7.3.1：标题一般用2号小标宋体字', 'GB/T 9704—2012, 7.3.1'],
    ['《党政机关公文处理工作条例》第八条（文种）', 'Regulations on official papers, article 8'],
  ],
  check(document, context) {
    const title = titleOf(document)
    if (!title) return
    const { block, text } = title
    const report = (
      message: string,
      span: Span,
      values: Readonly<Record<string, string | number>>,
      fixes: readonly Fix[] = [],
    ) => context.report({ at: { block, ...span }, message, values, fixes })
    const limit = context.options.longest as number
    const length = text.replace(/\s/g, '').length
    if (length > limit) report('long', title, { length, limit })
    const mark = sentenceMark.exec(text)
    if (mark) {
      const span = { start: title.start + mark.index, end: title.start + mark.index + 1 }
      report('mark', span, { mark: mark[0] }, [
        {
          title: [`删去“${mark[0]}”`, `Delete “${mark[0]}”`],
          edits: [{ ...context.locate(block, span), text: '' }],
          safe: true,
        },
      ])
    }
    for (const [message, pattern] of [
      ['doubled', doubled],
      ['both', both],
    ] as const) {
      const hit = pattern.exec(text)
      if (hit)
        report(
          message,
          { start: title.start + hit.index, end: title.start + hit.index + hit[0].length },
          { text: hit[0] },
        )
    }
  },
}

/** The heading of first rank with which a draft begins. A first line without # may as well be its first sentence. */
function titleOf(
  document: DocumentView,
): (Span & { readonly block: number; readonly text: string }) | undefined {
  const block = firstTextBlock(document)
  if (block === document.blockCount) return undefined
  const { heading, text, context } = document.block(block)
  if (context.type !== 'heading' || heading?.level !== 1 || heading.numbering) return undefined
  const { start } = heading.title
  const shown = text.slice(start).trimEnd()
  return shown === '' ? undefined : { block, text: shown, start, end: start + shown.length }
}
