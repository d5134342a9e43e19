// The blanks of a draft, and how much of it has been written: what a template brings along is no body.

import { type Block, oncePerBlock } from '../document/block'
import { isContiguous } from '../document/prose'
import type { DocumentView, Fact } from '../engine/rule'
import { type Blank, blankCues, findBlanks } from '../text/blanks'
import type { Span } from '../types'
import { blockCue } from './rare'

const mayHoldBlank = blockCue('blanks', blankCues)

const noBlanks: readonly Blank[] = []

const blanksOf = oncePerBlock((block): readonly Blank[] => {
  const { context, prose, source, text } = block
  if (!mayHoldBlank(block)) return noBlanks
  if (context.type === 'table') return findBlanks(source, { inTable: true })
  if (context.type !== 'paragraph' && context.type !== 'heading') return noBlanks
  // A picture or a comment may be all that stands in a bracket; a reader sees nothing there, and nothing is missing.
  return findBlanks(text).filter(span => isContiguous(prose, span))
})

/** In the text that `readable` gives of a block. */
export const blanks: Fact<readonly Blank[]> = {
  id: 'blanks',
  holds: found => found.length > 0,
  read: blanksOf,
}

interface Written {
  /** Visible characters of sentences that hold no blank, and of cells of tables. */
  readonly characters: number
  /** Pictures, tables, numbered titles and whatever else stands in a draft and is no sentence. */
  readonly others: number
}

/** A masked name takes nothing from a sentence that says as much as this many characters for each. */
const saysEnough = 15

export const written: Fact<Written> = {
  id: 'written',
  read(block) {
    const { type } = block.context
    if (type === 'heading' || type === 'comment') return { characters: 0, others: 0 }
    if (type === 'table') return { characters: inCells(block), others: 1 }
    if (type !== 'paragraph') return { characters: 0, others: 1 }
    if (isTitle(block)) return { characters: 0, others: 1 }
    return { characters: inSentences(block), others: block.inline.images.length }
  },
}

/** （一）加强培训。 says something; （一）加强培训 announces what will be said. */
const isTitle = ({ heading, text }: Block): boolean =>
  heading?.standalone === true && !/[。！？；]$/.test(text)

function inCells(block: Block): number {
  const gaps = blanksOf(block)
  const cells = block.rows.slice(1).flat()
  return sum(cells.filter(({ span }) => within(gaps, span).length === 0).map(cell => visible(cell.text)))
}

function inSentences(block: Block): number {
  const gaps = blanksOf(block)
  if (gaps.length === 0) return visible(block.text)
  return sum(
    block.sentences.map(sentence => {
      const own = within(gaps, sentence)
      const characters = visible(sentence.text) - sum(own.map(({ start, end }) => end - start))
      const counts = own.every(({ shape }) => shape === 'mask') && characters >= saysEnough * own.length
      return counts ? characters : 0
    }),
  )
}

const within = (gaps: readonly Blank[], { start, end }: Span) =>
  gaps.filter(gap => gap.start < end && gap.end > start)
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
const visible = (text: string) => text.replace(/\s/g, '').length

/** A template brings a courtesy or a signature along; this is more than that. */
const leastBesideBlanks = 30

/**
 * Whether there is a text to be judged, and not only a title or a frame of blanks. Where nothing is left to be filled in,
 * whatever stands below the title is the text.
 */
export function hasBody(document: DocumentView): boolean {
  const { characters, others } = document.total(written) ?? { characters: 0, others: 0 }
  if (document.found(blanks).length > 0) return characters >= leastBesideBlanks
  return characters + others > 0
}
