// A draft in memory: text, front matter, blocks and outline, kept up to date edit by edit. Blocks that an edit did not
// touch keep their identity, and with it everything that was computed from them.

import { type Block, type BlockContext, createBlock } from './block'
import { type FrontMatter, readFrontMatter } from './frontMatter'
import { locateHead, longestOpening, mayHaveHead } from './head'
import { readLineEdit } from './lineEdit'
import { leavesOf, type ParsedMarkdown, parsedAfter, parseMarkdown } from './markdown'
import { type BlockChange, changeBetween, createMemory, type DraftMemory, rememberAfter } from './memory'
import { buildOutline, type Section, sameHeading, sectionOfBlock } from './outline'
import { Text } from './text'

/** A block and where it stands. */
export interface PlacedBlock {
  readonly block: Block
  /** Offset of the block's source in the document. */
  readonly start: number
  readonly end: number
}

/** An immutable state of the draft. */
export interface Draft {
  readonly text: Text
  readonly frontMatter: FrontMatter | undefined
  readonly blocks: readonly PlacedBlock[]
  readonly outline: Section
  /** Innermost section of each block. */
  readonly sections: readonly Section[]
  /** How much of the text was read; less than `text.length` when it was too long. */
  readonly readLength: number
  readonly parsed: ParsedMarkdown
  readonly bodyStart: number
  /** What was gathered from the blocks. */
  readonly memory: DraftMemory
}

/** One edit in terms of the text before it, as LSP's incremental sync delivers it. */
export interface Change {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** What is beyond this many UTF-16 units is left out and said so: no report is a tenth as long. */
const longestRead = 400_000

export function openDraft(text: string | Text): Draft {
  return build(Text.of(text), undefined, undefined)
}

/** The draft after one edit. `text` is the whole new text (the caller has it already). */
export function editDraft(before: Draft, change: Change, text: string | Text): Draft {
  const edited = Text.of(text)
  return editLine(before, change, edited) ?? build(edited, before, change)
}

const mostFragments = 512

/** What typing costs: one block is read, the others are at most moved. Undefined when more may have changed. */
function editLine(before: Draft, change: Change, text: Text): Draft | undefined {
  const { bodyStart, readLength } = before
  // A head that is not closed may be read from anywhere.
  const wholly = readLength === before.text.length && text.length <= longestRead
  if (
    !wholly ||
    change.start < bodyStart ||
    (bodyStart === 0 && (before.frontMatter || mayHaveHead(text.slice(0, longestOpening))))
  )
    return undefined
  // A parse makes one piece of what edits have cut up.
  if (before.parsed.fragments.length > mostFragments) return undefined
  const edit = readLineEdit(before.text, bodyStart, before.blocks, change)
  if (!edit) return undefined
  const { index, source } = edit
  const { block: old, start } = before.blocks[index]!
  const blocks = movedFrom(before.blocks, index + 1, source.length - old.source.length)
  blocks[index] = { block: createBlock(old.context, copied(source)), start, end: start + source.length }
  const replaced = { from: index, oldTo: index + 1, newTo: index + 1 }
  return {
    ...before,
    ...shapeAfter(before, blocks, replaced),
    text,
    blocks,
    readLength: text.length,
    parsed: parsedAfter(before.parsed, inBody(change, bodyStart)),
    memory: rememberAfter(before.memory, replaced, blocks),
  }
}

function build(whole: Text, before: Draft | undefined, change: Change | undefined): Draft {
  const text = String(whole)
  const read = withLineFeeds(text)
  const located = locateHead(read)
  const isHead = located !== undefined && !located.missing
  const bodyStart = isHead ? located.whole.end : 0
  const frontMatter =
    before &&
    isHead &&
    before.bodyStart === bodyStart &&
    before.text.slice(0, bodyStart) === text.slice(0, bodyStart)
      ? before.frontMatter
      : readFrontMatter(read)
  const readLength = Math.min(text.length, longestRead)
  const body = read.slice(bodyStart, readLength)
  const sameHead = before && change && before.bodyStart === bodyStart && change.start >= bodyStart
  const sameReading = sameHead && before.readLength === before.text.length && readLength === text.length
  const sameBody =
    before !== undefined &&
    !sameHead &&
    body.length === before.readLength - before.bodyStart &&
    text.slice(bodyStart, readLength) === before.text.slice(before.bodyStart, before.readLength)
  const parsed = sameBody
    ? before.parsed
    : sameReading
      ? parseMarkdown(body, before.parsed, [inBody(change, bodyStart)])
      : parseMarkdown(body)
  const blocks = sameBody
    ? movedFrom(before.blocks, 0, bodyStart - before.bodyStart)
    : place(parsed, body, bodyStart, before, sameReading ? change : undefined)
  const replaced = before && changeBetween(before.blocks, blocks)
  return {
    text: whole,
    frontMatter,
    blocks,
    ...(before && replaced ? shapeAfter(before, blocks, replaced) : shapeOf(blocks)),
    readLength,
    parsed,
    bodyStart,
    memory: before && replaced ? rememberAfter(before.memory, replaced, blocks) : createMemory(blocks),
  }
}

/** The blocks, those from one on at other offsets. */
function movedFrom(blocks: readonly PlacedBlock[], from: number, by: number): PlacedBlock[] {
  if (by === 0) return [...blocks]
  return blocks.map((placed, i) =>
    i < from ? placed : { block: placed.block, start: placed.start + by, end: placed.end + by },
  )
}

function inBody({ start, end, text }: Change, bodyStart: number) {
  const from = start - bodyStart
  return { fromA: from, toA: end - bodyStart, fromB: from, toB: from + text.length }
}

type Shape = Pick<Draft, 'outline' | 'sections'>

function shapeOf(blocks: readonly PlacedBlock[]): Shape {
  const outline = buildOutline(blocks)
  return { outline, sections: sectionOfBlock(outline, blocks.length) }
}

/** The same outline, and not a new one, where no heading came, went or changed. */
function shapeAfter(
  before: Draft,
  blocks: readonly PlacedBlock[],
  { from, oldTo, newTo }: BlockChange,
): Shape {
  if (oldTo !== newTo) return shapeOf(blocks)
  for (let i = from; i < newTo; i++)
    if (!sameHeading(before.blocks[i]!.block.heading, blocks[i]!.block.heading)) return shapeOf(blocks)
  return { outline: before.outline, sections: before.sections }
}

/**
 * The text with line ends as everything below knows them, in as many characters, so that offsets stay: CR LF, which is
 * what Windows writes, as a blank and LF; CR alone as LF.
 */
function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', ' \n').replaceAll('\r', '\n') : text
}

/** Reads the leaves into blocks, taking every block that the edit left alone from the draft before. */
function place(
  parsed: ParsedMarkdown,
  body: string,
  bodyStart: number,
  before: Draft | undefined,
  change: Change | undefined,
): PlacedBlock[] {
  const old = before?.blocks ?? []
  const byText = before && !change ? blocksByText(old) : undefined
  const delta = change ? change.text.length - (change.end - change.start) : 0
  const changedUntil = change ? change.start + change.text.length : 0
  let cursor = 0
  // A part of a string keeps the whole alive: a block made by an edit must not hold on to the text of that very moment.
  const read = before ? copied : (source: string) => source
  return leavesOf(parsed, body).map(leaf => {
    const start = leaf.start + bodyStart
    const end = leaf.end + bodyStart
    let block: Block | undefined
    if (change) {
      // Strictly outside the edit: the same characters as before, at the same or the shifted place.
      const shift = end < change.start ? 0 : start > changedUntil ? delta : undefined
      if (shift !== undefined) {
        while (cursor < old.length && old[cursor]!.start < start - shift) cursor++
        const candidate = old[cursor]
        if (
          candidate &&
          candidate.start === start - shift &&
          candidate.end === end - shift &&
          candidate.block.context === leaf.context
        )
          block = candidate.block
      }
    } else block = byText?.get(keyOf(leaf.context, body.slice(leaf.start, leaf.end)))
    return { block: block ?? createBlock(leaf.context, read(body.slice(leaf.start, leaf.end))), start, end }
  })
}

/** The same characters in a string of their own. */
function copied(text: string): string {
  return ` ${text}`.slice(1)
}

function blocksByText(blocks: readonly PlacedBlock[]): Map<string, Block> {
  return new Map(blocks.map(({ block }) => [keyOf(block.context, block.source), block]))
}

function keyOf(context: BlockContext, source: string): string {
  return `${context.type}${context.level}${context.quoted}${context.listDepth},${context.listValue}${context.listLead}\n${source}`
}
