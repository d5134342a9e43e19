// Markdown block structure through @lezer/markdown, reparsed incrementally. Inline markup is left to prose.ts, which
// reads only the blocks that have any: that makes a cold parse five times faster.

import { type ChangedRange, type Tree, TreeFragment } from '@lezer/common'
import { type MarkdownParser, parser, Table } from '@lezer/markdown'
import type { BlockContext } from './block'

// Indented code is not a thing Chinese writers know: four blanks at the start of a paragraph are an indentation.
const blockParser: MarkdownParser = parser.configure([Table, { remove: ['IndentedCode', 'LinkReference'] }])
// Inline markup is prose.ts's business. Lezer offers no switch for it, so its one entry point is answered here.
blockParser.parseInline = () => []
const names: readonly string[] = blockParser.nodeSet.types.map(type => type.name)

/** Block quotes and lists nested deeper than this are read as plain paragraphs: nobody writes them, attackers do. */
const deepestNesting = 40
const tooDeep = new RegExp(`^[ \\t]*(?:(?:>|[-+*]|\\d{1,9}[.)])[ \\t]*){${deepestNesting},}`, 'gm')

export interface ParsedMarkdown {
  readonly tree: Tree
  /** What a later parse may take over: the tree where nothing changed since. */
  readonly fragments: readonly TreeFragment[]
}

/** Parses from scratch, or from what an earlier parse left over where `changes` did not touch it. */
export function parseMarkdown(
  body: string,
  previous?: ParsedMarkdown,
  changes: readonly ChangedRange[] = [],
): ParsedMarkdown {
  const safe = withClosedRules(flattenDeepNesting(body))
  const kept = previous
    ? TreeFragment.applyChanges(
        previous.fragments,
        changes.map(change => widened(body, change)),
      )
    : []
  const tree = blockParser.parse(safe, kept)
  return { tree, fragments: TreeFragment.addTree(tree, kept) }
}

/** After an edit that left the structure as it was: nothing is parsed until one comes that did not. */
export function parsedAfter({ tree, fragments }: ParsedMarkdown, change: ChangedRange): ParsedMarkdown {
  return { tree, fragments: TreeFragment.applyChanges(fragments, [change]) }
}

/**
 * A table is told from a paragraph by the line after its first, which Lezer's reuse does not know: an edit in that line
 * changes how the two lines above it are read, so they are parsed again.
 */
function widened(body: string, change: ChangedRange): ChangedRange {
  let from = change.fromB
  for (let lines = 0; lines < 3 && from > 0; lines++) from = body.lastIndexOf('\n', from - 1)
  const back = change.fromB - Math.max(from, 0)
  return { ...change, fromA: change.fromA - back, fromB: change.fromB - back }
}

/** Same length, so that offsets stay. */
function flattenDeepNesting(body: string): string {
  tooDeep.lastIndex = 0
  return tooDeep.test(body) ? body.replace(tooDeep, markers => 'x'.repeat(markers.length)) : body
}

/** Lezer takes no line for the rule of a table that has blanks behind its last bar: the bar goes behind them. */
function withClosedRules(body: string): string {
  if (!body.includes('|')) return body
  return body.replace(/\|([ \t]+)$/gm, (whole, blanks: string, at: number) =>
    /^[ \t>|:-]*$/.test(body.slice(body.lastIndexOf('\n', at) + 1, at)) ? `${blanks}|` : whole,
  )
}

/** A leaf of the block structure: where it stands in the body, and its place in Markdown's nesting. */
export interface Leaf {
  readonly start: number
  readonly end: number
  readonly context: BlockContext
}

const headingLevel: Readonly<Record<string, number>> = {
  ATXHeading1: 1,
  ATXHeading2: 2,
  ATXHeading3: 3,
  ATXHeading4: 4,
  ATXHeading5: 5,
  ATXHeading6: 6,
  SetextHeading1: 1,
  SetextHeading2: 2,
}

/** The leaf blocks in document order. A paragraph that holds several lines of their own is told apart here. */
export function leavesOf({ tree }: ParsedMarkdown, body: string): Leaf[] {
  const leaves: Leaf[] = []
  eachTopBlock(tree, 0, (block, at) => {
    // A tree that a reparse took over stands for the same text: its leaves are known, counted from its start.
    let own = knownLeaves.get(block)
    if (!own) {
      own = readLeaves(block, body, at)
      knownLeaves.set(block, own)
    }
    for (const { start, end, context } of own) leaves.push({ start: at + start, end: at + end, context })
  })
  return leaves
}

const knownLeaves = new WeakMap<Tree, readonly Leaf[]>()

/** The blocks right below the document; Lezer bundles many children in nodes without a name. */
function eachTopBlock(tree: Tree, at: number, take: (block: Tree, at: number) => void) {
  tree.children.forEach((child, i) => {
    // What Lezer packs into buffers are marks inside blocks.
    if (!('children' in child)) return
    const start = at + tree.positions[i]!
    if (child.type.isAnonymous) eachTopBlock(child, start, take)
    else take(child, start)
  })
}

/** The leaves of one top block, counted from its start; `at` is where that is in the body. */
function readLeaves(tree: Tree, body: string, at: number): Leaf[] {
  const leaves: Leaf[] = []
  let quoteDepth = 0
  let listDepth = 0
  const ordered: { value: number; isOrdered: boolean; lead: boolean }[] = []
  const add = (start: number, end: number, type: BlockContext['type'], level = 0) => {
    const item = ordered[ordered.length - 1]
    leaves.push({
      start,
      end,
      context: contextOf(
        type,
        level,
        quoteDepth > 0,
        listDepth,
        item?.isOrdered && item.lead ? item.value : 0,
        item?.lead ?? false,
      ),
    })
    if (item) item.lead = false
  }
  tree.iterate({
    enter(node) {
      const name = names[node.type.id] ?? node.type.name
      switch (name) {
        case 'Blockquote':
          quoteDepth++
          return true
        case 'BulletList':
        case 'OrderedList':
          listDepth++
          return true
        case 'ListItem': {
          const from = at + node.from
          const isOrdered = body.charCodeAt(from) >= 0x30 && body.charCodeAt(from) <= 0x39
          const value = isOrdered ? Math.min(Number.parseInt(body.slice(from, from + 9), 10), 100) : 0
          ordered.push({ value, isOrdered, lead: true })
          return true
        }
        case 'Paragraph':
          for (const line of logicalParagraphs(body, at + node.from, at + node.to))
            add(line.start - at, line.end - at, 'paragraph')
          return false
        case 'Table':
          add(node.from, node.to, 'table')
          return false
        case 'FencedCode':
        case 'CodeBlock':
          add(node.from, node.to, 'code')
          return false
        case 'HTMLBlock':
        case 'ProcessingInstructionBlock':
          add(node.from, node.to, 'html')
          return false
        case 'CommentBlock':
          add(node.from, node.to, 'comment')
          return false
        default: {
          const level = headingLevel[name]
          if (level === undefined) return true
          add(node.from, node.to, 'heading', level)
          return false
        }
      }
    },
    leave(node) {
      const name = names[node.type.id]
      if (name === 'Blockquote') quoteDepth--
      else if (name === 'BulletList' || name === 'OrderedList') listDepth--
      else if (name === 'ListItem') ordered.pop()
    },
  })
  return leaves
}

const contexts = new Map<number, BlockContext>()
const types: readonly BlockContext['type'][] = ['heading', 'paragraph', 'table', 'code', 'html', 'comment']

/** Contexts are shared, so that equal ones are identical. */
function contextOf(
  type: BlockContext['type'],
  level: number,
  quoted: boolean,
  listDepth: number,
  listValue: number,
  listLead: boolean,
): BlockContext {
  const flags = (quoted ? 1 : 0) + (listLead ? 2 : 0)
  const key = (((types.indexOf(type) * 8 + level) * 4 + flags) * 64 + listDepth) * 128 + listValue
  let context = contexts.get(key)
  if (!context) {
    context = { type, level, quoted, listDepth, listValue, listLead }
    contexts.set(key, context)
  }
  return context
}

const endsParagraph = /[。！？；：”』」》）:;!?.]["’]?[ \t\r]*$/
const itemNumber =
  /[一二三四五六七八九十]{1,3}[、.．]|（[一二三四五六七八九十\d]{1,3}）|\([一二三四五六七八九十\d]{1,3}\)/
    .source
const itemMark = /\d{1,2}[.．、]\D|[①-⑳]|[一二三四五六七八九十]是|\*\*/.source
const startsParagraph = new RegExp(`^(?:[\\s>]*[　]{1,}|[ \\t]{4,}|[\\s>]*(?:${itemNumber}|${itemMark}))`)

/**
 * Writers who do not know Markdown press Enter once between paragraphs. A line that ends like a paragraph, follows a
 * short heading-like line, or starts with an indentation or a number is a paragraph of its own; other line ends are
 * the soft wraps that Markdown takes them for.
 */
function logicalParagraphs(body: string, from: number, to: number): { start: number; end: number }[] {
  let lf = body.indexOf('\n', from)
  if (lf < 0 || lf >= to) return [{ start: from, end: to }]
  const parts: { start: number; end: number }[] = []
  let start = from
  while (lf >= 0 && lf < to) {
    const line = body.slice(Math.max(start, lf - 60), lf)
    const next = body.slice(lf + 1, Math.min(to, lf + 41))
    if (
      endsParagraph.test(line) ||
      startsParagraph.test(next) ||
      isShortNumberedLine(body.slice(start, lf))
    ) {
      parts.push({ start, end: body[lf - 1] === '\r' ? lf - 1 : lf })
      start = lf + 1
    }
    lf = body.indexOf('\n', lf + 1)
  }
  parts.push({ start, end: to })
  return parts.filter(part => body.slice(part.start, Math.min(part.end, part.start + 200)).trim() !== '')
}

/** A heading-like line; an indented first line that runs on is a paragraph wrapped by hand. */
function isShortNumberedLine(line: string): boolean {
  if (line.length > 45 || !startsParagraph.test(line) || /[，、]\s*$/.test(line)) return false
  const words = line.trim()
  return words.length <= 25 || startsParagraph.test(words)
}
