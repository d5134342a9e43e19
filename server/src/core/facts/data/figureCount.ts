// How many figures a block holds, for the density of the draft.

import type { DocumentView, Fact, Place } from '../../engine/rule'
import { isSubstantive } from '../../text/quantities'
import { figuresOf } from './figures'

/** Substantive figures of prose; in a table every cell that is a number. */
export const figureCount: Fact<number> = {
  id: 'figure-count',
  holds: count => count > 0,
  read(block) {
    if (block.context.type === 'table') {
      let cells = 0
      for (const row of block.rows.slice(1))
        for (const cell of row) if (/^[-−+约]?\d/.test(cell.text)) cells++
      return cells
    }
    let count = 0
    for (const figure of figuresOf(block)) if (isSubstantive(figure)) count++
    return count
  },
}

/** Shorter sections without a figure are left alone. */
const shortest = 120

/** The headings of the longest sections without a single figure: where to begin. */
export function barestSections(document: DocumentView, most = 3): Place[] {
  // Below one # title the real sections are its children.
  const tops = document.outline.children.flatMap(top =>
    top.children.length > 1 && top.rank < 10 ? top.children : [top],
  )
  return tops
    .map(section => {
      let size = 0
      let figures = 0
      for (let block = section.from; block < section.to; block++) {
        size += document.block(block).text.length
        figures += document.fact(figureCount, block)
      }
      return { block: section.headingBlock, size, figures }
    })
    .filter(({ block, size, figures }) => block >= 0 && figures === 0 && size > shortest)
    .sort((a, b) => b.size - a.size)
    .slice(0, most)
    .map(({ block }) => ({ block, start: 0, end: document.block(block).heading?.title.end ?? 0 }))
}
