// 占位未填: what a template or a predecessor left to be filled in and nobody did.

import type { DocumentRule } from '../engine/rule'
import { blanks, hasBody } from '../facts/blanks'
import { readable } from '../facts/text'
import { firstWords } from '../facts/title'
import { findBlanks } from '../text/blanks'

const longestQuote = 20
const shortened = (text: string) =>
  text.length > longestQuote ? `${text.slice(0, longestQuote - 1)}…` : text

export const unfilledPlaceholder: DocumentRule = {
  id: 'unfilled-placeholder',
  title: ['占位未填', 'Unfilled placeholder'],
  family: 'generic',
  severity: 'hint',
  scope: 'document',
  beforeBody: true,
  gathered: {
    severity: 'information',
    stopsHandIn: true,
    what: ['还有{count}处没填：{excerpts}', '{count} still to be filled in: {excerpts}'],
    why: ['空着报上去就是差错，会被直接退回', 'A blank in a report is an error and sends it back'],
    doNext: [
      '逐处填上实际内容；暂时不掌握的写“正在核实”。填完才能报送',
      'Fill in each; write 正在核实 if it is not known yet. It cannot be handed in before',
    ],
  },
  messages: {
    empty: {
      what: ['正文还没有写', 'There is no text yet'],
      why: ['只有标题和报送要素，没有可报的内容', 'A title and a head are no report'],
      doNext: ['写上正文', 'Write the text'],
    },
    gap: {
      what: ['“{text}”还没有填', '“{text}” is still to be filled in'],
      why: ['占位符报上去就是差错，会被直接退回', 'A placeholder in a report is an error and sends it back'],
      doNext: ['填上实际内容；暂时不掌握的写“正在核实”', 'Fill it in; write 正在核实 if it is not known yet'],
    },
  },
  examples: {
    bad: [
      {
        text: '---\n类型: 动态\n---\n\n⟦2026年月日⟧，青石镇共排查出隐患点，⟦涉及户、人⟧，投入⟦资金万元⟧，由⟦XX⟧牵头整改。\n',
      },
      { text: '---\n类型: 动态\n---\n\n⟦××⟧镇于⟦XX⟧月⟦XX⟧日清理河道3.2公里。\n' },
      { text: '---\n类型: 突发初报\n---\n\n4月26日7时40分，⟦【填：事发地点】⟧发生火灾，无人员伤亡。\n' },
      { text: '---\n标题: ⟦××⟧镇清理河道\n类型: 动态\n---\n\n4月12日，青石镇清理河道3.2公里。\n' },
    ],
    good: [
      {
        text: '---\n类型: 动态\n---\n\n4月12日，青石镇拆除长3米×宽2米的围挡4处，二○二六年以来共拆除41处。\n',
      },
      {
        text: '---\n类型: 动态\n---\n\n4月12日，村民王××到青石镇反映2亩地块权属，李某×参加调解，4月14日达成协议。\n',
      },
      {
        text: '---\n类型: 动态\n---\n\n青石镇印发《防汛预案》（青政办〔2026〕5号），型号XX-200水泵到货3台。\n',
      },
    ],
  },
  check(document, context) {
    let inHead = 0
    for (const [key, entry] of document.frontMatter?.entries ?? []) {
      const [gap] = findBlanks(entry.text, { inTable: true })
      if (!gap) continue
      inHead++
      const start = entry.value.start + gap.start
      // A list or a quoted value is written otherwise than it reads; then the whole value is marked.
      const plain = entry.value.end - entry.value.start === entry.text.length
      context.report({
        at: plain ? { source: { start, end: entry.value.start + gap.end } } : { key },
        message: 'gap',
        values: { text: shortened(entry.text.slice(gap.start, gap.end)) },
      })
    }
    const found = document.found(blanks)
    for (const { block: i, value } of found) {
      const text = readable(document.block(i))
      for (const { start, end } of value)
        context.report({
          at: { block: i, start, end },
          message: 'gap',
          values: { text: shortened(text.slice(start, end).trim()) },
        })
    }
    if (inHead + found.length === 0 && !hasBody(document))
      context.report({ at: firstWords(document), message: 'empty' })
  },
}
