// Figures of one block that contradict each other, with the reckoning; and lists that are longer or shorter than announced.

import type { Block } from '../../document/block'
import type { DocumentView, Fact } from '../../engine/rule'
import {
  checkFigures,
  checkItemCount,
  checkTable,
  type FigureMismatch,
  findAnnouncements,
} from '../../text/arithmetic'
import type { Span } from '../../types'
import { figuresOf } from './figures'

/** What the figure rule tells: the figure to blame, what the others make it, the reckoning in both languages. */
export interface Contradiction extends Span {
  readonly stated: string
  readonly expected: string
  readonly working: string
  readonly workingEnglish: string
  readonly related: readonly Span[]
  /** How many items were listed, where a list is shorter or longer than announced. */
  readonly items?: number
  /** A difference of two percentages that was written as a percentage: the one case with a sure correction. */
  readonly points: boolean
}

const none: readonly Contradiction[] = []
/** Where a list may begin that a lead announced. */
const listed = /一是|一要|[（(](?:一|1)[）)]|①|第一(?:，|步|阶段|批|轮)|(?:^|[：；。])1[.．]/

/** Spans count in the prose of a paragraph, in the source of a table. */
export const figureChecks: Fact<readonly Contradiction[]> = {
  id: 'figure-checks',
  holds: found => found.length > 0,
  read(block) {
    const { type } = block.context
    if (type === 'table') return tableContradictions(block)
    if (type !== 'paragraph') return none
    const figures = figuresOf(block)
    if (figures.length === 0 && !listed.test(block.text)) return none
    const found = checkFigures(block.text, figures)
    return found.length ? found.map(contradiction) : none
  },
}

function contradiction(found: FigureMismatch): Contradiction {
  return { ...found, points: found.check === 'points' && /^\S*[\d.]个百分点$/.test(found.expected) }
}

function tableContradictions(block: Block): Contradiction[] {
  const { rows } = block
  return checkTable(rows.map(row => row.map(cell => cell.text))).flatMap(found => {
    const cell = rows[found.row]?.[found.column]
    return cell ? [{ ...found, ...cell.span, related: [], points: false }] : []
  })
}

/** The end of a paragraph or heading that may announce the items of the blocks below. */
const longestTail = 14

/** 五项任务完成四项: another count behind the announcement. */
const counted = /[\d一二两三四五六七八九十][个项条件]/

/** Blocks that begin a count. */
const firstItems: Fact<boolean> = {
  id: 'first-items',
  holds: is => is,
  read: ({ heading }) => heading?.numbering?.value === 1,
}

/** Leads such as 抓好以下五项工作 whose items are blocks of their own, in a list that is closed. */
export function miscountedLists(document: DocumentView): { block: number; found: Contradiction }[] {
  const out: { block: number; found: Contradiction }[] = []
  for (const { block: first } of document.found(firstItems)) {
    const index = first - 1
    if (index < 0 || index + 2 >= document.blockCount) continue
    const { text, context } = document.block(index)
    if (text === '' || context.quoted) continue
    const announced = findAnnouncements(text)
    const last = announced.at(-1)
    if (!last || text.length - last.end > longestTail || counted.test(text.slice(last.end))) continue
    const { count, closed } = itemsFrom(document, index + 1)
    // Of a list at the end of the draft only what is too much is sure: its writer may be at the next item.
    if (!closed && count <= last.value) continue
    // Only what the last sentence announces, so that 今年五项任务完成四项 is not taken for a lead.
    const from = text.lastIndexOf('。', last.start) + 1
    for (const found of checkItemCount(text.slice(from), count))
      out.push({
        block: index,
        found: { ...contradiction(found), start: found.start + from, end: found.end + from },
      })
  }
  return out
}

interface Items {
  readonly count: number
  /** Something follows that is no item and no text of one. */
  readonly closed: boolean
}

const noItems: Items = { count: 0, closed: false }

/** The items that start at a block, counting 1, 2, 3 … in one style; none when a number is left out or comes twice. */
function itemsFrom(document: DocumentView, start: number): Items {
  const first = document.block(start).heading
  const style = first?.numbering?.style
  if (first?.numbering?.value !== 1) return noItems
  let count = 0
  let last = start
  for (let i = start; i < document.blockCount; i++) {
    const heading = document.block(i).heading
    if (!heading) continue
    const { numbering } = heading
    if (numbering?.style === style) {
      if (numbering!.value === 1 && count > 1) return { count, closed: true }
      if (numbering!.value !== count + 1) return noItems
      count++
      last = i
    } else if (!numbering || numbering.level < first.numbering.level) return { count, closed: true }
  }
  // An item that is a sentence of its own ends with its paragraph; one that is a heading has its text below.
  return { count, closed: !first.standalone && last + 1 < document.blockCount && isProse(document, last + 1) }
}

const isProse = (document: DocumentView, index: number): boolean => {
  const { context, text } = document.block(index)
  return context.type === 'paragraph' && context.listDepth === 0 && text.trim() !== ''
}
