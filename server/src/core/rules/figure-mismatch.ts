// 数据对不上: the reviewer's arithmetic on sums, shares, growth, averages, tables, announced lists
// and the title, with the reckoning.

import type { Block } from '../document/block'
import type { DocumentRule, DocumentView } from '../engine/rule'
import { type Contradiction, figureChecks, miscountedLists } from '../facts/data/figureChecks'
import { figuresOf } from '../facts/data/figures'
import { contradictingStatements } from '../facts/data/statements'
import { firstTextBlock } from '../facts/title'
import { checkRestated, continuesList, type Figured } from '../text/arithmetic'
import { findQuantities } from '../text/quantities'
import type { Fix } from '../types'

export const figureMismatch: DocumentRule = {
  id: 'figure-mismatch',
  title: ['数据对不上', 'Figures that contradict each other'],
  family: 'data',
  severity: 'warning',
  scope: 'document',
  messages: {
    mismatch: {
      what: [
        '“{stated}”与前后的数对不上：{working}',
        '“{stated}” contradicts the other figures: {workingEnglish}',
      ],
      why: ['数据前后矛盾，整篇稿子都会被怀疑', 'One contradiction puts the whole report in doubt'],
      doNext: [
        '核对原始数据；如果其他数无误，这里应为：{expected}',
        'Check the source; if the other figures hold, this should be {expected}',
      ],
    },
  },
  examples: {
    bad: [
      {
        text: '---\n类型: 动态\n---\n\n4月10日，青石镇共排查危旧房⟦132户⟧，其中砖木58户、土坯46户、其他27户。\n',
        mended:
          '---\n类型: 动态\n---\n\n4月10日，青石镇共排查危旧房131户，其中砖木58户、土坯46户、其他27户。\n',
      },
      {
        text: '---\n类型: 综合\n---\n\n3—4月，工单量环比增长⟦15%⟧，由3月120件增至4月132件。\n',
        mended: '---\n类型: 综合\n---\n\n3—4月，工单量环比增长10%，由3月120件增至4月132件。\n',
      },
      {
        text: '---\n类型: 综合\n---\n\n各村植树情况：\n\n| 村 | 植树（株） |\n| --- | --- |\n| 柳树村 | 420 |\n| 梨园村 | 310 |\n| 合计 | ⟦750⟧ |\n',
      },
    ],
    good: [
      {
        text: '---\n类型: 综合\n---\n\n一季度受理工单412件，办结389件，办结率94.4%，其余23件在4月10日前办结。\n',
      },
      {
        text: '---\n类型: 综合\n---\n\n一季度生产总值52.0亿元，按不变价格计算同比增长6.2%；走访企业约60家。\n',
      },
    ],
  },
  sources: [
    [
      '审核稿件的通行做法：分项之和、占比、增幅、均值逐一验算',
      'What every reviewer does: adds up parts, shares, growth and averages',
    ],
  ],
  check(document, context) {
    const report = (block: number, found: Contradiction) => {
      const { stated, expected, working, workingEnglish } = found
      context.report({
        at: { block, start: found.start, end: found.end },
        message: 'mismatch',
        values: { stated, expected, working, workingEnglish },
        fixes: found.points ? [pointsFix(found, context.locate(block, found))] : [],
        related: found.related.map(part => ({
          at: { block, start: part.start, end: part.end },
          note: ['参与验算的数', 'A figure of the reckoning'],
        })),
      })
    }
    for (const { block, value } of document.found(figureChecks))
      for (const found of value) if (!goesOn(document, block, found)) report(block, found)
    for (const { block, found } of miscountedLists(document)) report(block, found)
    for (const { block, found, first } of contradictingStatements(document)) {
      const { start, end, stated, expected, working, workingEnglish } = found
      context.report({
        at: { block, start, end },
        message: 'mismatch',
        values: { stated, expected, working, workingEnglish },
        related: [{ at: first, note: ['前面写的数', 'The figure told before'] }],
      })
    }
    const title = titleBlock(document)
    if (title === undefined) return
    for (const found of checkRestated(figured(document.block(title)), () => body(document, title))) {
      const { stated, expected, working, workingEnglish, there } = found
      context.report({
        at: { block: title, start: found.start, end: found.end },
        message: 'mismatch',
        values: { stated, expected, working, workingEnglish },
        related: [
          { at: { block: found.paragraph, ...there }, note: ['正文写的数', 'The figure in the text'] },
        ],
      })
    }
  },
}

/** 一是、二是 in this paragraph, 三是 in one of the next: the list is longer than it looks. */
function goesOn(document: DocumentView, block: number, { items }: Contradiction): boolean {
  if (items === undefined) return false
  const last = Math.min(document.blockCount, block + 4)
  for (let next = block + 1; next < last; next++)
    if (continuesList(document.block(next).text, items)) return true
  return false
}

const longestTitle = 50

/** The draft's title: its first words, a heading or a short line without a full stop. */
function titleBlock(document: DocumentView): number | undefined {
  const first = firstTextBlock(document)
  if (first + 1 >= document.blockCount) return undefined
  const { text, heading, context } = document.block(first)
  if (text.length > longestTitle || /[。；！？]/.test(text) || context.quoted) return undefined
  return context.level <= 1 && !heading?.numbering ? first : undefined
}

const figured = (block: Block): Figured => ({ text: block.text, figures: figuresOf(block) })
const nothing: Figured = { text: '', figures: [] }

/** All blocks, the title left empty; a table as it is written, so that its figures can confirm the title. */
function body(document: DocumentView, title: number): Figured[] {
  return Array.from({ length: document.blockCount }, (_, i) => {
    const block = document.block(i)
    if (i === title) return nothing
    const { source } = block
    return block.context.type === 'table' ? { text: source, figures: findQuantities(source) } : figured(block)
  })
}

/** 7% → 7个百分点: the unit is wrong, not the number. */
function pointsFix(found: Contradiction, place: { start: number; end: number }): Fix {
  const text = /[\d.]{1,20}个百分点$/.exec(found.expected)![0]
  return {
    title: [`改为“${text}”`, `Write ${text}`],
    edits: [{ start: place.start, end: place.end, text }],
  }
}
