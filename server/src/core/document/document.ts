// A draft in memory: text, front matter, blocks and outline, kept up to date edit by edit. Blocks that an edit did not
// touch keep their identity, and with it everything that was computed from them.

import { type Block, type BlockContext, createBlock } from './block'
import { type FrontMatter, locateFrontMatter, readFrontMatter } from './frontMatter'
import { leavesOf, type ParsedMarkdown, parseMarkdown } from './markdown'
import { createMemory, type DraftMemory, rememberAfter } from './memory'
import { buildOutline, type Section, sectionOfBlock } from './outline'

/** A block and where it stands. */
export interface PlacedBlock {
  readonly block: Block
  /** Offset of the block's source in the document. */
  readonly start: number
  readonly end: number
}

/** An immutable state of the draft. */
export interface Draft {
  readonly text: string
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

export function openDraft(text: string): Draft {
  return build(text, undefined, [])
}

/** The draft after one edit. `text` is the whole new text (the caller has it already). */
export function editDraft(before: Draft, change: Change, text: string): Draft {
  return build(text, before, [change])
}

function build(text: string, before: Draft | undefined, changes: readonly Change[]): Draft {
  const read = withLineFeeds(text)
  const located = locateFrontMatter(read)
  const bodyStart = located?.closed ? located.whole.end : 0
  const headText = text.slice(0, bodyStart)
  const frontMatter =
    before && located?.closed && before.bodyStart === bodyStart && before.text.startsWith(headText)
      ? before.frontMatter
      : readFrontMatter(read)
  const readLength = Math.min(text.length, longestRead)
  const body = read.slice(bodyStart, readLength)
  const change = changes[0]
  const sameHead = before && change && before.bodyStart === bodyStart && change.start >= bodyStart
  const whole = sameHead && before.readLength === before.text.length && readLength === text.length
  const parsed = whole
    ? parseMarkdown(body, before.parsed, [
        {
          fromA: change.start - bodyStart,
          toA: change.end - bodyStart,
          fromB: change.start - bodyStart,
          toB: change.start - bodyStart + change.text.length,
        },
      ])
    : before && before.parsed.body === body
      ? before.parsed
      : parseMarkdown(body)
  const blocks = place(parsed, bodyStart, before, whole ? change : undefined)
  const outline = buildOutline(blocks)
  return {
    text,
    frontMatter,
    blocks,
    outline,
    sections: sectionOfBlock(outline, blocks.length),
    readLength,
    parsed,
    bodyStart,
    memory: before ? rememberAfter(before.memory, before.blocks, blocks) : createMemory(blocks),
  }
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
  bodyStart: number,
  before: Draft | undefined,
  change: Change | undefined,
): PlacedBlock[] {
  const { body } = parsed
  const old = before?.blocks ?? []
  const byText = before && !change ? blocksByText(old) : undefined
  const delta = change ? change.text.length - (change.end - change.start) : 0
  const changedUntil = change ? change.start + change.text.length : 0
  let cursor = 0
  // A part of a string keeps the whole alive: a block made by an edit must not hold on to the text of that very moment.
  const read = before ? copied : (source: string) => source
  return leavesOf(parsed).map(leaf => {
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
