// What the figures of a draft count, and where a later passage tells the same indicator with another value.

import type { Block } from '../../document/block'
import { oncePerBlock } from '../../document/block'
import type { DocumentView, Fact } from '../../engine/rule'
import {
  changesScope,
  contradicts,
  mayLookBack,
  readStatements,
  type Statement,
  type ToldTwice,
  toldTwice,
} from '../../text/arithmetic/relations/toldTwice'
import type { Span } from '../../types'
import { figuresOf } from './figures'

const none: readonly Statement[] = []

/** Prose that may tell an indicator: items of a list tell one thing each, quotations are somebody else's. */
const read = oncePerBlock((block: Block): readonly Statement[] => {
  const { type, quoted, listDepth } = block.context
  if (type !== 'paragraph' || quoted || listDepth > 0 || block.numbering) return none
  const figures = figuresOf(block)
  return figures.length === 0 ? none : readStatements(block.text, figures)
})

/** All statements of a block. */
const statements: Fact<readonly Statement[]> = {
  id: 'statements',
  holds: all => all.length > 0,
  read,
}

/** Those that say themselves that they speak of what was told before; most drafts have none. */
const recalling: Fact<readonly Statement[]> = {
  id: 'recalling-statements',
  holds: all => all.length > 0,
  read: block => (mayLookBack(block.text) ? read(block).filter(({ back }) => back) : none),
}

export interface Recalled {
  readonly block: number
  readonly found: ToldTwice
  /** The block and place of the first value. */
  readonly first: { readonly block: number } & Span
}

/** An indicator that a later passage tells with another value; the last statement in front of it counts. */
export function contradictingStatements(document: DocumentView): Recalled[] {
  const out: Recalled[] = []
  const recalls = document.found(recalling)
  if (recalls.length === 0) return out
  const told = document
    .found(statements)
    .flatMap(({ block, value }) => value.map(statement => ({ block, statement })))
  for (const { block, value } of recalls) {
    for (const later of value) {
      const same = told.filter(
        ({ block: at, statement }) =>
          statement.key === later.key &&
          statement.words.endsWith(later.words) &&
          (at < block || (at === block && statement.end < later.start)),
      )
      const first = same.at(-1)
      // Told several times with several values, the indicator is one of several things.
      if (!first || same.some(({ statement }) => !contradicts(statement, later))) continue
      if (same.some(({ statement }) => statement.quantity.value !== first.statement.quantity.value)) continue
      if (changesScope(between(document, first.block, first.statement, block, later))) continue
      if (explained(document, block, first.statement, later)) continue
      out.push({
        block,
        found: toldTwice(first.statement, later),
        first: { block: first.block, start: first.statement.start, end: first.statement.end },
      })
    }
  }
  return out
}

/** What stands between the two: the rest of one paragraph, or the headings on the way and the later paragraph up to there. */
function between(
  document: DocumentView,
  first: number,
  earlier: Statement,
  block: number,
  later: Statement,
): string {
  const { text } = document.block(block)
  if (first === block) return text.slice(earlier.end, later.start)
  const headings: string[] = []
  for (let i = first + 1; i < block; i++) {
    const { heading, context } = document.block(i)
    if (heading?.standalone || context.level > 0) headings.push(document.block(i).text)
  }
  return `${headings.join('。')}。${text.slice(0, later.start)}`
}

/** 查出14处，复查又发现2处: some other figure of the paragraph makes up the difference. */
function explained(document: DocumentView, block: number, earlier: Statement, later: Statement): boolean {
  const difference = Math.abs(earlier.quantity.value - later.quantity.value)
  return figuresOf(document.block(block)).some(
    q => q.unit === later.quantity.unit && Math.abs(q.value - difference) < 1e-9 && q.start < later.start,
  )
}
