// 空泛段落: a paragraph in which nothing could be checked: many stock phrases, no figure, date or example. Who spoke and
// where is no matter by itself.

import type { BlockRule } from '../engine/rule'
import { sentencesOf } from '../facts/phrases'
import { vagueParagraph } from '../text/phrases/vagueParagraph'

export const vagueParagraphRule: BlockRule = {
  id: 'vague-paragraph',
  title: ['空泛段落', 'Vague paragraph'],
  family: 'generic',
  severity: 'information',
  scope: 'paragraph',
  notInRegulations: true,
  messages: {
    vague: {
      what: [
        '这一段有{hits}处套话，没有一件查得实的事：没有数，没有日期，没有事例',
        'This paragraph holds {hits} stock phrases and nothing that could be checked',
      ],
      why: [
        '换个单位名称照样成立，读的人得不到任何情况',
        'It would fit any unit, and tells the reader nothing',
      ],
      doNext: [
        '写一件实际做的事：谁、何时、在哪里、做了多少、结果怎样；写不出来就删去',
        'Write one thing that was done, with who, when, where, how much; or delete it',
      ],
    },
  },
  examples: {
    bad: [
      {
        text: '⟦各级各部门要提高政治站位，统一思想认识，切实加强组织领导，压实工作责任，狠抓工作落实，形成工作合力，确保各项工作落到实处、取得实效。⟧',
        kind: 'summary',
      },
    ],
    good: [
      {
        text: '4月8日，镇党委会把清淤任务分到12个村，镇应急办每周五通报进度，4月25日前验收；排名后3位的村由包片领导约谈。',
        kind: 'summary',
      },
    ],
  },
  check(block, context) {
    if (block.context.quoted || block.heading?.standalone || block.text.length < 60) return
    const { settings, kind, stage } = context
    const found = vagueParagraph(sentencesOf(block, settings), {
      kind,
      terms: settings.terms,
      ...(stage ? { stage } : {}),
    })
    if (found)
      context.report({ message: 'vague', values: { hits: found.hits }, start: 0, end: block.text.length })
  },
}
