// 附件缺失: the text sends its reader to an attachment that is nowhere listed.

import type { DocumentRule, DocumentView } from '../engine/rule'
import { rareFact } from '../facts/rare'
import type { Span } from '../types'

/** 0 for 见附件 without a number. */
interface Cited extends Span {
  readonly number: number
}

interface Mentions {
  readonly cited: readonly Cited[]
  /** Numbers that the block lists behind 附件：; 0 alone where it lists one without a number. Empty when it is no list. */
  readonly listed: readonly number[]
}

const number = '\\s*(\\d{1,2}|[一二三四五六七八九十])?'
/** 详见附件2, （附件1）. 附件2个 counts files. */
const citation = new RegExp(
  `(?:[见按填附](?:本文)?附件${number}(?![\\d个份类页种名])|[（(]附件${number}[）)])`,
  'g',
)
/** 附件：1.任务分解表, 附件2, and 附件 alone as a heading (GB/T 9704—2012, 7.3.4). */
const note = new RegExp(`^附件${number}\\s{0,8}(?:[：:]|$)`)
const listedNumber = /(?:^|[：:；;\s　])(\d{1,2})[.．、]/g
const link = /\[[^\][\n]{0,60}附件[^\][\n]{0,60}\]\(/

const mentions = rareFact('attachments', /附件/, ({ context, source }, text): Mentions | undefined => {
  if (context.quoted) return undefined
  const first = note.exec(text)
  if (first || link.test(source)) {
    const numbers = [...text.matchAll(listedNumber)].map(hit => Number(hit[1]))
    return { cited: [], listed: numbers.length > 0 ? numbers : [first ? ordinalOf(first[1]) : 0] }
  }
  const cited = [...text.matchAll(citation)].map(hit => {
    const at = hit.index + hit[0].indexOf('附件')
    return {
      number: ordinalOf(hit[1] ?? hit[2]),
      start: at,
      end: hit.index + hit[0].replace(/[）)]$/, '').length,
    }
  })
  return cited.length > 0 ? { cited, listed: [] } : undefined
})

const ordinalOf = (written: string | undefined): number =>
  written === undefined
    ? 0
    : /\d/.test(written)
      ? Number(written)
      : '一二三四五六七八九十'.indexOf(written) + 1

export const attachment: DocumentRule = {
  id: 'attachment',
  title: ['附件缺失', 'Attachment that is not there'],
  family: 'form',
  severity: 'warning',
  scope: 'document',
  messages: {
    absent: {
      what: ['文中写了“{text}”，稿子里没有附件', 'The text says {text}, and nothing is attached'],
      why: [
        '收稿的人按文找附件，找不到就要退回来问',
        'Whoever looks for it will have to send the report back',
      ],
      doNext: [
        '在落款前写“附件：1.×××”，并把文件名写进文首的“附件”；不附的，删去这句',
        'List it before the signature and name its file under 附件 in the head, or delete the words',
      ],
    },
    fewer: {
      what: ['文中写了“{text}”，稿子只列了{count}个附件', 'The text says {text}; {count} are listed'],
      why: ['附件的序号和清单对不上，收稿的人不知道缺了哪一个', 'Number and list do not agree'],
      doNext: ['补列这个附件，或改正序号', 'List it, or put the right number'],
    },
  },
  examples: {
    bad: [
      {
        text: '---\n类型: 动态\n---\n\n# 青石镇清淤3.2公里\n\n4月12日，青石镇清淤3.2公里，各村完成情况见⟦附件⟧。\n',
        mended:
          '---\n类型: 动态\n附件: 各村清淤完成情况.xlsx\n---\n\n# 青石镇清淤3.2公里\n\n4月12日，青石镇清淤3.2公里，各村完成情况见附件。\n\n附件：各村清淤完成情况\n',
      },
      {
        text: '---\n类型: 动态\n---\n\n# 青石镇清淤3.2公里\n\n4月12日，青石镇清淤3.2公里（各村完成情况见附件1，设备清单见⟦附件3⟧）。\n\n附件：1.各村清淤完成情况\n\n2.清淤设备清单\n',
      },
    ],
    good: [
      {
        text: '---\n类型: 动态\n---\n\n# 青石镇清淤3.2公里\n\n4月12日，青石镇清淤3.2公里（各村完成情况见附件1，设备清单见附件2）。\n\n附件：1.各村清淤完成情况\n\n2.清淤设备清单\n',
      },
      {
        text: '---\n类型: 动态\n附件: 各村清淤完成情况.xlsx\n---\n\n# 青石镇清淤3.2公里\n\n4月12日，青石镇清淤3.2公里，完成情况见附件。来信附件齐全，附件2个已存档。\n',
      },
    ],
  },
  sources: [['GB/T 9704—2012 7.3.4：附件说明', 'GB/T 9704—2012, 7.3.4']],
  check(document, context) {
    const found = mentions.found(document)
    const count = listedIn(document, found)
    for (const { block, value } of found)
      for (const { number, start, end } of value.cited) {
        if (count > 0 && number <= count) continue
        context.report({
          at: { block, start, end },
          message: count === 0 ? 'absent' : 'fewer',
          values: { text: document.block(block).text.slice(start, end), count },
        })
      }
  },
}

/** How many attachments the draft lists: in its head, behind 附件： or as pages of their own. */
function listedIn(
  document: DocumentView,
  found: readonly { readonly block: number; readonly value: Mentions }[],
): number {
  const head = document.frontMatter?.entries.get('附件')
  let count = head?.text ? Math.max(1, head.list.length) : 0
  for (const { block, value } of found) {
    if (value.listed.length === 0) continue
    count = Math.max(count, value.listed.length, ...value.listed)
    // The list goes on below its first line: 附件：1.… and 2.… in a paragraph of its own.
    for (let next = block + 1; next < document.blockCount; next++) {
      const { numbering, context } = document.block(next)
      const ordinal = numbering?.value ?? context.listValue
      if (ordinal !== count + 1) break
      count = ordinal
    }
  }
  return count
}
