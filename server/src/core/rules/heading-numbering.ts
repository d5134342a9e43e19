// 层次序号: 一、 （一） 1. （1） in this order, without gaps and repeats, with the marks of GB/T 9704-2012 7.3.3.

import type { Numbering, NumberStyle } from '../document/numbering'
import type { DocumentContext, DocumentRule, Fact } from '../engine/rule'
import type { Fix, Span } from '../types'

interface Numbered {
  readonly numbering: Numbering
  /** The marker as written, and as it should be where that differs. */
  readonly written: string
  readonly right: string | undefined
}

/** What a block is to the count: a numbered one, a heading without a number, or nothing. */
const numbered: Fact<Numbered | 'part' | false> = {
  id: 'numbering',
  holds: found => found !== false,
  read(block) {
    if ((block.context.type !== 'paragraph' && block.context.type !== 'heading') || block.context.quoted)
      return false
    const { numbering } = block
    if (numbering) {
      const written = block.text.slice(numbering.marker.start, numbering.marker.end).trim()
      return { numbering, written, right: misspelt(written, numbering) }
    }
    return block.context.type === 'heading' ? 'part' : false
  },
}

const ordinals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** A number in its style, such as 3 → （三）. */
function writeNumber(style: NumberStyle, value: number): string {
  const chinese =
    value <= 10
      ? ordinals[value]!
      : value < 20
        ? `十${ordinals[value - 10]}`
        : `${ordinals[Math.floor(value / 10)]}十${value % 10 ? ordinals[value % 10] : ''}`
  switch (style) {
    case '一、':
      return `${chinese}、`
    case '（一）':
      return `（${chinese}）`
    case '1.':
      return `${value}.`
    case '（1）':
      return `（${value}）`
    default:
      return `${chinese}是`
  }
}

/** What is wrong with the way a marker is written: `（一）、`, `1、`, `一.`, `第一、`, half-width brackets. */
function misspelt(written: string, { style, value }: Numbering): string | undefined {
  // What cannot be read cannot be mended.
  if (Number.isNaN(value)) return undefined
  if (style === '一、' && /^第/.test(written)) return undefined
  const right = writeNumber(style, value)
  if (style === '1.' && written === `${value}．`) return undefined
  return written === right ? undefined : right
}

export const headingNumbering: DocumentRule = {
  id: 'heading-numbering',
  title: ['层次序号', 'Heading numbers'],
  family: 'form',
  severity: 'information',
  scope: 'document',
  messages: {
    gap: {
      what: ['序号从“{before}”跳到了“{found}”', 'The numbers jump from {before} to {found}'],
      why: ['读的人会以为少了一部分', 'A reader thinks that a part is missing'],
      doNext: ['改为“{right}”，或补上缺的部分', 'Write {right}, or add what is missing'],
    },
    repeat: {
      what: ['序号“{found}”重复了', 'The number {found} comes twice'],
      why: ['引用、核对时分不清是哪一条', 'Nobody can tell which one is meant'],
      doNext: ['改为“{right}”', 'Write {right}'],
    },
    spelling: {
      what: ['序号“{found}”的写法不规范{more}', 'The number {found} is not written to the standard'],
      why: [
        '公文层次序号依次为“一、”“（一）”“1.”“（1）”，括号后不加点',
        'The standard forms are 一、 （一） 1. （1）',
      ],
      doNext: ['改为“{right}”', 'Write {right}'],
    },
  },
  examples: {
    bad: [
      { text: '---\n类型: 总结\n---\n\n一、做法\n\n4月清淤3.2公里。\n\n⟦三、⟧问题\n\n2处未清。\n' },
      { text: '---\n类型: 总结\n---\n\n一、做法\n\n⟦（一）、⟧早部署。4月8日下达任务书12份。\n' },
    ],
    good: [
      {
        text: '---\n类型: 总结\n---\n\n一、做法\n\n（一）早部署。4月8日下达任务书12份。\n\n（二）严验收。4月20日验收18处，2处返工。\n\n二、问题\n\n2处未清，4月30日前完成。\n',
      },
    ],
  },
  sources: [['GB/T 9704-2012《党政机关公文格式》7.3.3', 'GB/T 9704-2012, 7.3.3']],
  check(document, context) {
    const last = new Map<number, { value: number; block: number }>()
    const wrong: Misspelt[] = []
    for (const { block: i, value: found } of document.found(numbered)) {
      if (!found) continue
      if (found === 'part') {
        // It opens a part of its own, in which numbers start again.
        last.clear()
        continue
      }
      const { style, level, value, marker } = found.numbering
      if (level > deepest || Number.isNaN(value)) continue
      const { written, right } = found
      if (right) wrong.push({ block: i, marker, written, right })
      const before = last.get(level)
      for (let deeper = level + 1; deeper <= deepest; deeper++) last.delete(deeper)
      last.set(level, { value, block: i })
      if (!before || value === before.value + 1 || (value === 1 && before.value > 1)) continue
      const expected = before.value + 1
      // Items that run on inside the paragraphs between are no gap.
      if (value > expected && standsInside(document, before.block, i, style, expected)) continue
      context.reportOf(i, [before.value], () => {
        const wanted = writeNumber(style, expected)
        return {
          at: { block: i, ...marker },
          message: value === before.value ? 'repeat' : 'gap',
          severity: 'warning',
          values: {
            before: writeNumber(style, before.value),
            found: writeNumber(style, value),
            right: wanted,
          },
          fixes: [replacement(context.locate(i, marker), wanted)],
        }
      })
    }
    reportMisspelt(wrong, context)
  },
}

/** Levels of GB/T 9704; what is deeper is not counted. */
const deepest = 4

interface Misspelt {
  readonly block: number
  readonly marker: Span
  readonly written: string
  readonly right: string
}

/** A habit is one finding with one fix, however often it comes. */
function reportMisspelt(wrong: readonly Misspelt[], context: DocumentContext) {
  const [first, ...others] = wrong
  if (!first) return
  const edits = wrong.map(({ block, marker, right }) => ({ ...context.locate(block, marker), text: right }))
  context.report({
    at: { block: first.block, ...first.marker },
    message: 'spelling',
    severity: 'hint',
    values: {
      found: first.written,
      right: first.right,
      more: others.length ? `，全文共${wrong.length}处` : '',
    },
    related: others
      .slice(0, 20)
      .map(({ block, marker }) => ({ at: { block, ...marker }, note: ['同样的写法', 'the same'] as const })),
    fixes: [
      {
        title: others.length
          ? [`全部改规范（${wrong.length}处）`, `Correct all ${wrong.length}`]
          : [`改为“${first.right}”`, `Write ${first.right}`],
        edits,
      },
    ],
  })
}

function replacement(span: Span, text: string): Fix {
  return { title: [`改为“${text}”`, `Write ${text}`], edits: [{ ...span, text }] }
}

function standsInside(
  document: Parameters<DocumentRule['check']>[0],
  from: number,
  to: number,
  style: NumberStyle,
  value: number,
): boolean {
  const bare = writeNumber(style, value)
  const forms = style === '1.' ? [bare, `${value}、`, `${value}．`] : [bare]
  for (let i = from; i < to; i++) {
    const numbers = document.fact(numbersInside, i)
    if (numbers !== '') for (const form of forms) if (numbers.includes(form)) return true
  }
  return false
}

/** Whatever in the text of a block may number an item, one after the other. */
const numbersInside: Fact<string> = {
  id: 'numbers-inside',
  read: ({ text }) => text.match(/（?[一二三四五六七八九十\d]{1,6}[、.．）是]|[①-⑳]/g)?.join(' ') ?? '',
}
