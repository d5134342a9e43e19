// A block: the smallest part of a draft whose analysis depends on nothing but its own text. Blocks are cached by
// content; where they stand in the document is kept beside them (PlacedBlock).

import type { Span } from '../types'
import { headingExtent, type Numbering, readNumbering } from './numbering'
import { type Inline, type Prose, readInline, type Survey, survey, toProse } from './prose'
import { eachSentence } from './sentences'

export type BlockType = 'heading' | 'paragraph' | 'table' | 'code' | 'html' | 'comment'

/** Where a block stands in Markdown's nesting: part of what its analysis depends on. */
export interface BlockContext {
  readonly type: BlockType
  /** ATX or setext level; 0 for anything but a Markdown heading. */
  readonly level: number
  /** Inside a block quote. */
  readonly quoted: boolean
  /** List nesting depth, 0 outside lists. */
  readonly listDepth: number
  /** Ordinal of an ordered list item's first paragraph, else 0. */
  readonly listValue: number
  /** First block of its list item. */
  readonly listLead: boolean
}

/** One sentence; offsets count in the block's prose. */
export interface Sentence extends Span {
  readonly text: string
  readonly index: number
}

export interface Cell {
  readonly text: string
  /** In the block's source. */
  readonly span: Span
}

export interface BlockHeading {
  /** 1–6 by `#`, or 1–4 after GB/T 9704 for textual numbers, 6 for 一是. */
  readonly level: number
  readonly by: 'markdown' | 'number'
  readonly numbering: Numbering | undefined
  /** The words of the heading without its number, in the prose. */
  readonly title: Span
  readonly text: string
  /** The whole block is the heading; otherwise it runs into its text. */
  readonly standalone: boolean
}

export interface Block {
  readonly context: BlockContext
  readonly source: string
  readonly inline: Inline
  readonly prose: Prose
  /** Same as `prose.text`. */
  readonly text: string
  readonly sentences: readonly Sentence[]
  /** The number that its words begin with, whether they are a heading or not. */
  readonly numbering: Numbering | undefined
  readonly heading: BlockHeading | undefined
  /** Rows of a table, header first; empty for other blocks. */
  readonly rows: readonly (readonly Cell[])[]
  /** What was computed from this content, by slot (see `blockMemo`). */
  readonly known: unknown[]
}

/** One thing that is remembered of every block: it lives and dies with the block, and is found without a search. */
export interface BlockMemo<T> {
  readonly get: (block: Block) => T | undefined
  readonly set: (block: Block, value: T) => T
}

let slots = 0

/** A place in the memory of every block. `undefined` cannot be remembered. */
export function blockMemo<T>(): BlockMemo<T> {
  const slot = slots++
  return {
    get: block => block.known[slot] as T | undefined,
    set: (block, value) => {
      block.known[slot] = value
      return value
    },
  }
}

/** Reads something from a block once. */
export function oncePerBlock<T>(read: (block: Block) => T): (block: Block) => T {
  const memo = blockMemo<T>()
  return block => memo.get(block) ?? memo.set(block, read(block))
}

/** Everything that was computed under other settings is forgotten. */
export function forget(block: Block): void {
  block.known.length = 0
}

const noInline: Inline = { hidden: [], images: [], comments: [] }
const noProse: Prose = { text: '', textStarts: [0], sourceStarts: [0] }

/** Reads one block. Sentences, headings and cells are found when they are first asked for. */
export function createBlock(context: BlockContext, source: string): Block {
  return new LazyBlock(context, source)
}

// A class only for its getters: a draft has thousands of blocks, and most of them are never asked for everything.
class LazyBlock implements Block {
  // With room for everything that is ever remembered: growing it again and again costs more than the room.
  readonly known: unknown[] = new Array(slots)
  readonly inline: Inline
  readonly prose: Prose
  readonly text: string
  #sentences: readonly Sentence[] | undefined
  #numbering: Numbering | null | undefined
  #heading: BlockHeading | null | undefined
  #rows: readonly (readonly Cell[])[] | undefined

  constructor(
    readonly context: BlockContext,
    readonly source: string,
  ) {
    const { type } = context
    const reads = type === 'heading' || type === 'paragraph'
    if (reads) {
      const seen = survey(source)
      this.inline = readInline(source, seen)
      this.prose = toProse(source, proseStart(context, source), proseEnd(context, source), this.inline, seen)
    } else {
      this.inline = type === 'table' ? readInline(source, survey(source)) : noInline
      this.prose = noProse
    }
    this.text = this.prose.text
  }

  get sentences(): readonly Sentence[] {
    this.#sentences ??= readSentences(this.text)
    return this.#sentences
  }

  get numbering(): Numbering | undefined {
    if (this.#numbering === undefined) this.#numbering = readNumbering(this.text) ?? null
    return this.#numbering ?? undefined
  }

  get heading(): BlockHeading | undefined {
    if (this.#heading === undefined)
      this.#heading = readHeading(this.context, this.text, this.numbering) ?? null
    return this.#heading ?? undefined
  }

  get rows(): readonly (readonly Cell[])[] {
    this.#rows ??= this.context.type === 'table' ? readRows(this.source, this.inline) : []
    return this.#rows
  }
}

function readSentences(text: string): readonly Sentence[] {
  const sentences: Sentence[] = []
  eachSentence(text, (start, end) => {
    sentences.push({ start, end, index: sentences.length, text: text.slice(start, end) })
  })
  // A list that grew has room for many more; this one is kept as long as the block.
  return sentences.slice()
}

function proseStart(context: BlockContext, source: string): number {
  if (context.level > 0 && source.startsWith('#')) return /^#{1,6}[ \t]*/.exec(source)![0].length
  return source.length - source.trimStart().length
}

/** Blanks behind the last word are no words. */
function proseEnd(context: BlockContext, source: string): number {
  const end = source.trimEnd().length
  if (context.level === 0) return end
  if (!source.startsWith('#'))
    return source.slice(0, Math.max(0, source.lastIndexOf('\n', end))).trimEnd().length
  let closing = end
  while (source[closing - 1] === '#') closing--
  return /[ \t]/.test(source[closing - 1] ?? '') ? source.slice(0, closing).trimEnd().length : end
}

function readHeading(
  context: BlockContext,
  text: string,
  own: Numbering | undefined,
): BlockHeading | undefined {
  if (context.type === 'heading') {
    const title = { start: own?.marker.end ?? 0, end: text.length }
    return {
      level: context.level,
      by: 'markdown',
      numbering: own,
      title,
      text: text.slice(title.start, title.end),
      standalone: true,
    }
  }
  if (context.type !== 'paragraph' || context.quoted) return undefined
  const numbering = own ?? listNumbering(context)
  if (!numbering) return undefined
  const extent = headingExtent(text, numbering)
  if (!extent || extent.end <= numbering.marker.end) return undefined
  const title = { start: numbering.marker.end, end: extent.end }
  return {
    level: numbering.level,
    by: 'number',
    numbering,
    title,
    text: text.slice(title.start, title.end),
    standalone: extent.standalone,
  }
}

/** Markdown takes `1.` for its own list marker; to the writer it is the third level of the outline. */
function listNumbering(context: BlockContext): Numbering | undefined {
  if (context.listValue === 0 || !context.listLead) return undefined
  return { style: '1.', level: 3, value: context.listValue, marker: { start: 0, end: 0 } }
}

function readRows(source: string, inline: Inline): Cell[][] {
  const rows: Cell[][] = []
  const seen = survey(source)
  let lineStart = 0
  while (lineStart < source.length) {
    const lf = source.indexOf('\n', lineStart)
    const lineEnd = lf < 0 ? source.length : lf
    const line = source.slice(lineStart, lineEnd)
    if (!/^[\s>:|-]*$/.test(line) || !line.includes('-'))
      rows.push(readCells(source, lineStart, line, inline, seen))
    lineStart = lineEnd + 1
  }
  return rows
}

function readCells(source: string, lineStart: number, line: string, inline: Inline, seen: Survey): Cell[] {
  const cells: Cell[] = []
  let from = /^[\s>]*\|?/.exec(line)![0].length
  for (let bar = nextBar(line, from); ; bar = nextBar(line, from)) {
    const words = line.slice(from, bar)
    const start = lineStart + from + words.length - words.trimStart().length
    const end = Math.max(start, lineStart + from + words.trimEnd().length)
    if (bar === line.length && start === end) return cells
    cells.push({ text: toProse(source, start, end, inline, seen).text, span: { start, end } })
    if (bar === line.length) return cells
    from = bar + 1
  }
}

/** The next bar that divides cells, or the end of the line. */
function nextBar(line: string, from: number): number {
  let at = line.indexOf('|', from)
  while (at > 0 && line[at - 1] === '\\') at = line.indexOf('|', at + 1)
  return at < 0 ? line.length : at
}
