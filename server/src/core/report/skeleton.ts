// Honest fixes for missing parts: a frame in the draft's own numbering with tab stops for what only the writer knows.

import type { Section } from '../document/outline'
import type { DocumentContext, DocumentView } from '../engine/rule'
import { chainOf } from '../facts/analysis/chain'
import type { Item } from '../facts/analysis/items'
import type { Bilingual, Edit, Fix } from '../types'
import type { Part } from './kinds'

/** 1–99 as it stands before 、. */
function chineseNumeral(value: number): string {
  const ones = '〇一二三四五六七八九'
  const ten = Math.floor(value / 10)
  const one = value % 10
  return `${ten > 1 ? ones[ten] : ''}${ten > 0 ? '十' : ''}${one > 0 || ten === 0 ? ones[one] : ''}`
}

const titles: Readonly<Record<'problem' | 'cause' | 'measure', string>> = {
  problem: '存在的问题',
  cause: '原因分析',
  measure: '下一步措施',
}

const fixTitles: Readonly<Record<'problem' | 'cause' | 'measure', Bilingual>> = {
  problem: ['补上“存在的问题”一节', 'Add a section on problems'],
  cause: ['补上“原因分析”一节', 'Add a section on causes'],
  measure: ['补上“下一步措施”一节', 'Add a section on measures'],
}

/** Where in the order 问题、原因、措施 a part comes. */
const order = ['problem', 'cause', 'measure'] as const

/** Inserts the missing section where a reader looks for it, numbered as its neighbours are. */
export function addSection(document: DocumentView, context: DocumentContext, part: Part): Fix[] {
  if (part !== 'problem' && part !== 'cause' && part !== 'measure') return []
  const next = order
    .slice(order.indexOf(part) + 1)
    .flatMap(role => chainOf(document).of(role))
    .find(passage => passage.titled && sectionAt(document, passage.from))
  const before = next ? sectionAt(document, next.from) : undefined
  const siblings = (before?.parent ?? mainParent(document)).children
  const index = before ? siblings.indexOf(before) : siblings.length
  const model = siblings[Math.min(index, siblings.length - 1)]
  const heading = headingLike(document, model, titles[part], index)
  const at = before ? before.headingBlock : document.blockCount
  const insert = context.insertBefore(at, `${heading}\n\n${bodyOf(part)}`)
  return [
    {
      title: fixTitles[part],
      edits: joined(insert, renumbered(document, context, siblings.slice(index), index + 1)),
      snippet: true,
    },
  ]
}

/** A snippet tab stop with the words that stand there until they are typed over. */
const stop = (number: number, words: string) => `\${${number}:${words}}`

function bodyOf(part: 'problem' | 'cause' | 'measure'): string {
  switch (part) {
    case 'problem':
      return `（一）${stop(1, '什么问题')}。${stop(2, '哪里、多少、持续多久、影响谁')}。\n\n（二）${stop(3, '什么问题')}。${stop(4, '数据或一个事例')}。`
    case 'cause':
      return `一是${stop(1, '流程、编制、经费、制度中卡住的一环')}；二是${stop(2, '可以核实的事实')}。`
    case 'measure':
      return `（一）${stop(1, '做什么')}。由${stop(2, '责任单位')}牵头，${stop(3, '完成时限')}前完成，达到${stop(4, '目标')}。`
  }
}

/** Most drafts have one `#` title over everything: its children are the sections. */
function mainParent(document: DocumentView): Section {
  const { outline } = document
  const [only] = outline.children
  return outline.children.length === 1 && only!.children.length > 0 ? only! : outline
}

function sectionAt(document: DocumentView, block: number): Section | undefined {
  const section = document.section(block)
  return section.headingBlock === block ? section : undefined
}

function headingLike(
  document: DocumentView,
  model: Section | undefined,
  title: string,
  index: number,
): string {
  const block = model && model.headingBlock >= 0 ? document.block(model.headingBlock) : undefined
  const hashes = block && block.context.level > 0 ? `${'#'.repeat(block.context.level)} ` : block ? '' : '## '
  const numbering = block?.heading?.numbering
  if (!numbering) return `${hashes}${title}`
  const number =
    numbering.style === '1.'
      ? `${index + 1}.`
      : numbering.style === '一、'
        ? `${chineseNumeral(index + 1)}、`
        : `（${chineseNumeral(index + 1)}）`
  return `${hashes}${number}${title}`
}

/** An insertion and a replacement at one place are one edit: editors do not agree on which would come first. */
function joined(insert: Edit, others: readonly Edit[]): Edit[] {
  const [first, ...rest] = others
  if (first?.start !== insert.start) return [insert, ...others]
  return [{ start: insert.start, end: first.end, text: insert.text + first.text }, ...rest]
}

/** The sections behind the new one move up by one. */
function renumbered(
  document: DocumentView,
  context: DocumentContext,
  behind: readonly Section[],
  from: number,
): Edit[] {
  return behind.flatMap((section, i) => {
    const { heading, context: where } = document.block(section.headingBlock)
    const numbering = heading?.numbering
    if (!numbering || where.listValue > 0) return []
    if (numbering.style !== '一、' && numbering.style !== '（一）') return []
    const number = chineseNumeral(from + i + 1)
    const text = numbering.style === '一、' ? `${number}、` : `（${number}）`
    return [{ ...context.locate(section.headingBlock, numbering.marker), text }]
  })
}

/** Puts owner, time and yardstick behind the words of a measure. */
export function completeMeasure(
  document: DocumentView,
  context: DocumentContext,
  item: Item,
  missing: { readonly owner: boolean; readonly time: boolean },
): Fix[] {
  const block = document.block(item.at.block)
  if (block.context.type === 'table') return []
  const wanted: string[] = []
  let number = 1
  if (missing.owner) wanted.push(`由${stop(number++, '责任单位')}牵头`)
  // No date is proposed: one that nobody agreed upon would be kept by nobody.
  if (missing.time) wanted.push(`${stop(number++, '完成时限')}前完成`)
  wanted.push(`达到${stop(number, '目标')}`)
  const said = wanted.join('，')
  const ends = /[。！？]/.test(block.text[item.at.end] ?? '')
  const heads = block.context.type === 'heading' || (block.heading?.standalone && item.at.start === 0)
  // A heading keeps its words: what has to be said goes into a line below it.
  if (heads)
    return [
      {
        title: titleFor(missing),
        edits: [context.insertBefore(item.at.block + 1, `${said}。`)],
        snippet: true,
      },
    ]
  const at = context.locate(item.at.block, { start: item.at.end, end: item.at.end + (ends ? 1 : 0) }).end
  return [
    {
      title: titleFor(missing),
      edits: [{ start: at, end: at, text: ends ? `${said}。` : `，${said}` }],
      snippet: true,
    },
  ]
}

function titleFor({ owner, time }: { readonly owner: boolean; readonly time: boolean }): Bilingual {
  if (owner && time) return ['写明责任单位、完成时限和目标', 'Name owner, deadline and aim']
  return owner ? ['写明责任单位', 'Name the owner'] : ['写明完成时限', 'Give a deadline']
}
