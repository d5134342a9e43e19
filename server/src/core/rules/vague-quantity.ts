// 模糊数量: 一批, 多次, 部分企业 where somebody keeps the count; 约……余……左右 on one figure.

import type { DocumentRule } from '../engine/rule'
import { vagueFacts } from '../facts/data/vague'
import { expressionOf } from '../knowledge/cue'
import { preliminary as uncertain } from '../knowledge/vague.generated'
import type { Fix, Span } from '../types'

const preliminary = expressionOf(uncertain)

export const vagueQuantity: DocumentRule = {
  id: 'vague-quantity',
  title: ['模糊数量', 'Vague quantity'],
  family: 'data',
  severity: 'hint',
  scope: 'document',
  notInRegulations: true,
  messages: {
    many: {
      what: ['“{text}”是多少没有说', '“{text}” is not a number'],
      why: ['自己做的事有账可查，写不出数会被认为没有做', 'What one did oneself can be counted'],
      doNext: ['写准数；暂时没有就写“初步统计”和截至时点', 'Give the number, or “preliminary” with its date'],
    },
    times: {
      what: ['“{text}”是几次没有说', '“{text}” does not say how often'],
      why: ['次数有记录可查，写准了才能汇总', 'The number of times is on record and can be added up'],
      doNext: ['写准次数和起止日期', 'Give the number of times and the period'],
    },
    some: {
      what: ['“{text}”有多少没有说', '“{text}” does not say how many'],
      why: ['不知道是个别还是普遍，上级无法判断轻重', 'One case or most of them: the reader cannot tell'],
      doNext: [
        '写出数量和总数（如抽查46家中31家），或点出一个具体事例',
        'Give the number and the total, or name one case',
      ],
    },
    hedged: {
      what: ['“{text}”里概数词用重了', '“{text}” hedges twice'],
      why: ['约、余、左右意思相同，叠用既啰嗦又显得没有数', 'The hedges mean the same'],
      doNext: ['只留一个，最好写准数', 'Keep one; an exact number is better'],
    },
  },
  examples: {
    bad: [
      {
        text: '---\n类型: 动态\n---\n\n4月10日，东湾乡对沿街商铺开展检查，排查出⟦一批⟧用电隐患，当场责令整改。\n',
        mended:
          '---\n类型: 动态\n---\n\n4月10日，东湾乡对沿街商铺开展检查，排查出用电隐患23处，当场责令整改。\n',
      },
      {
        text: '---\n类型: 问题\n---\n\n受停水影响的有⟦约50余户⟧。\n',
        mended: '---\n类型: 问题\n---\n\n受停水影响的有52户。\n',
      },
    ],
    good: [
      { text: '---\n类型: 动态\n---\n\n第一批次36人到岗，规模以上企业12家全部复工。\n' },
      { text: '---\n类型: 动态\n---\n\n4月10日，东湾乡检查商铺64家，发现隐患23处。\n' },
    ],
  },
  check(document, context) {
    const first = context.kind === 'emergency' && context.stage === 'first'
    for (const { block: index, value } of document.found(vagueFacts)) {
      // At first nobody knows the number yet; who says so (初步统计, 正在核实) has said what is known.
      if (first && preliminary.test(document.block(index).text)) continue
      const said = ({ start, end }: Span) => document.block(index).text.slice(start, end)
      for (const each of value.vague)
        context.reportOf(index, [each], () => {
          const { start, end, is } = each
          const place = context.locate(index, each)
          return {
            at: { block: index, start, end },
            message: is === 'several' ? 'many' : is,
            values: { text: said(each) },
            fixes: [numberFix(said(each), place.start, place.end)],
          }
        })
      for (const each of value.hedges)
        context.reportOf(index, [each], () => ({
          at: { block: index, start: each.start, end: each.end },
          message: 'hedged',
          severity: 'information',
          values: { text: said(each) },
          fixes: [
            {
              title: ['只留一个概数词', 'Keep one hedge'],
              edits: each.edits.map(edit => ({ ...context.locate(index, edit), text: edit.text })),
            },
          ],
        }))
    }
  },
}

/** 一批 → a slot for number and measure word; what is counted stays. */
function numberFix(text: string, start: number, end: number): Fix {
  const unit =
    /(?:多|数[十百]|上百|好几|几[十百])[余多]?([^余多])$/.exec(text)?.[1] ?? (/次$/.test(text) ? '次' : '')
  const noun =
    /^(?:有的|有些|(?:相当一|绝大|大)?部分|个别|少数|(?:绝大|大)?多数|一些|不少|许多|很多)的?(.+)$/.exec(
      text,
    )?.[1] ?? ''
  const slot = unit === '' ? `\${1:准数}\${2:家}` : `\${1:准数}${unit}`
  return {
    title: ['换成准数', 'Put the exact number'],
    edits: [{ start, end, text: `${slot}${noun}` }],
    snippet: true,
  }
}
