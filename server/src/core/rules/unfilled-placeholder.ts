// 占位未填: what a template or a predecessor left to be filled in and nobody did.

import type { DocumentRule } from '../engine/rule'
import { rareFact } from '../facts/rare'
import { readable } from '../facts/text'
import { expressionOf } from '../knowledge/cue'
import * as residueWords from '../knowledge/residue.generated'
import type { Span } from '../types'

// Blanks are told apart from none, so that every option has two characters of its own: a bracket alone stands everywhere.
const cue =
  /[×Xx＊_]{2}|【|〔〕|〔[ 　][ 　]*〕|（(?:此处|请|待)|（[ 　][ 　]*(?:此处|请|待)|\{\{|[（(]略[）)]|TODO|TBD/
const placeholders = [
  // 【填：事发地点】 as our own templates write it, and what others write.
  /【(?:填|请填|请输入|待填|待补|补充|核实后填|此处)[^】\n]{0,40}】/g,
  /（(?:此处填写|请填写|待填写?|待补充?|待核实后填写?|填写)[^）\n]{0,30}）/g,
  /\{\{[^}\n]{0,40}\}\}/g,
  /〔[ 　]*〕/g,
  // ××镇, XX月XX日, xx人: crosses where a name or a number belongs.
  expressionOf(residueWords.crosses, 'g'),
  /(?<![A-Za-z0-9])(?:TODO|TBD|待定稿)(?![A-Za-z0-9])/g,
  /_{3,}/g,
]
/** 王××, 李某×: crosses that hide the name of a person are no gap. */
const anonymous =
  /[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常某]$/

const gaps = rareFact('placeholders', [cue, '×'], ({ context }, text): readonly Span[] | undefined => {
  if (context.type === 'code' || context.type === 'html') return undefined
  const found = cue.test(text) || text.includes('×') ? findGaps(text) : []
  return found.length ? found : undefined
})

function findGaps(text: string): Span[] {
  return placeholders.flatMap(pattern =>
    [...text.matchAll(pattern)]
      .filter(hit => !/^[×Xx＊]/.test(hit[0]) || !isAnonymous(text, hit.index))
      .map(hit => ({ start: hit.index, end: hit.index + hit[0].length })),
  )
}

function isAnonymous(text: string, at: number): boolean {
  const before = text[at - 1] ?? ''
  if (/[A-Za-z0-9]/.test(before)) return true
  return anonymous.test(before) && /^[×Xx＊]+(?:同志|户|人|名)/.test(text.slice(at, at + 6))
}

export const unfilledPlaceholder: DocumentRule = {
  id: 'unfilled-placeholder',
  title: ['占位未填', 'Unfilled placeholder'],
  family: 'generic',
  severity: 'error',
  scope: 'document',
  messages: {
    gap: {
      what: ['“{text}”还没有填', '“{text}” is still to be filled in'],
      why: ['占位符报上去就是差错，会被直接退回', 'A placeholder in a report is an error and sends it back'],
      doNext: ['填上实际内容；暂时不掌握的写“正在核实”', 'Fill it in; write 正在核实 if it is not known yet'],
    },
  },
  examples: {
    bad: [
      { text: '---\n类型: 动态\n---\n\n⟦××⟧镇于⟦XX⟧月⟦XX⟧日清理河道3.2公里。\n' },
      { text: '---\n类型: 突发初报\n---\n\n4月26日7时40分，⟦【填：事发地点】⟧发生火灾，无人员伤亡。\n' },
      { text: '---\n标题: ⟦××⟧镇清理河道\n类型: 动态\n---\n\n4月12日，青石镇清理河道3.2公里。\n' },
    ],
    good: [
      {
        text: '---\n类型: 动态\n---\n\n4月12日，村民王××到青石镇反映2亩地块权属，李某×参加调解，4月14日达成协议。\n',
      },
      {
        text: '---\n类型: 动态\n---\n\n青石镇印发《防汛预案》（青政办〔2026〕5号），型号XX-200水泵到货3台。\n',
      },
    ],
  },
  check(document, context) {
    for (const [key, entry] of document.frontMatter?.entries ?? []) {
      const [gap] = findGaps(entry.text)
      if (!gap) continue
      const start = entry.value.start + gap.start
      // A list or a quoted value is written otherwise than it reads; then the whole value is marked.
      const plain = entry.value.end - entry.value.start === entry.text.length
      context.report({
        at: plain ? { source: { start, end: entry.value.start + gap.end } } : { key },
        message: 'gap',
        values: { text: entry.text.slice(gap.start, gap.end) },
      })
    }
    for (const { block: i, value } of gaps.found(document)) {
      const text = readable(document.block(i))
      for (const span of value)
        context.report({
          at: { block: i, ...span },
          message: 'gap',
          values: { text: text.slice(span.start, span.end).slice(0, 20) },
        })
    }
  },
}
