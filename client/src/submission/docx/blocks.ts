// Markdown to the few kinds of block that an official document has. Nothing of the draft is dropped silently: what
// has no place on paper (comments, link addresses) is left out on purpose, everything else becomes text.
import type { SyntaxNode, Tree } from '@lezer/common'
import { parseMarkdown } from '../text/markdown'
import { linkDefinitions } from '../text/references'
import { inlineRuns, type Run, textOf } from './inline'
import { isHeadingLine, markedLevel } from './levels'

export type Block =
  | { kind: 'heading'; depth: number; runs: Run[] }
  | { kind: 'paragraph'; runs: Run[]; indent: number }
  | { kind: 'image'; target: string; alt: string }
  | { kind: 'table'; rows: Run[][][]; aligns: ('left' | 'center' | 'right' | undefined)[] }

interface Source {
  text: string
  definitions: ReadonlyMap<string, string>
}

export async function blocksOf(text: string): Promise<Block[]> {
  const tree: Tree = await parseMarkdown(text)
  const source: Source = { text, definitions: linkDefinitions(tree, text) }
  return [...children(tree.topNode)].flatMap(node => blockOf(node, source, 0))
}

function* children(node: SyntaxNode): Generator<SyntaxNode> {
  for (let child = node.firstChild; child; child = child.nextSibling) yield child
}

function blockOf(node: SyntaxNode, source: Source, indent: number): Block[] {
  const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name)
  if (heading) return [{ kind: 'heading', depth: Number(heading[1]), runs: trimmed(runsOf(node, source)) }]
  switch (node.name) {
    case 'Paragraph':
    case 'Task':
    case 'HTMLBlock':
      return paragraphs(runsOf(node, source), indent)
    case 'BulletList':
    case 'OrderedList':
      return listBlocks(node, source, indent)
    case 'Blockquote':
      return [...children(node)].flatMap(child => blockOf(child, source, indent))
    case 'FencedCode':
    case 'CodeBlock':
      return codeLines(node, source, indent)
    case 'Table':
      return [tableOf(node, source)]
    default:
      // Comments, link definitions, rules, marks.
      return []
  }
}

const runsOf = (node: SyntaxNode, source: Source): Run[] => inlineRuns(node, source.text, source.definitions)

function listBlocks(list: SyntaxNode, source: Source, indent: number): Block[] {
  const ordered = list.name === 'OrderedList'
  return [...children(list)]
    .filter(item => item.name === 'ListItem')
    .flatMap(item => {
      const mark = item.getChild('ListMark')
      const written = mark ? source.text.slice(mark.from, mark.to) : ''
      const label = ordered ? `${written.slice(0, -1)}.` : '·'
      const blocks = [...children(item)].flatMap(child => blockOf(child, source, indent + 1))
      const first = blocks[0]
      // An item that brings its own number (1. inside "（一）…") keeps only that one.
      if (first?.kind === 'paragraph' && (ordered || markedLevel(textOf(first.runs)) === undefined))
        first.runs.unshift({ kind: 'text', text: label })
      return blocks.map((block, index) =>
        block.kind === 'paragraph' && index === 0 ? { ...block, indent } : block,
      )
    })
}

function codeLines(node: SyntaxNode, source: Source, indent: number): Block[] {
  const lines = [...children(node)]
    .filter(child => child.name === 'CodeText')
    .flatMap(child => source.text.slice(child.from, child.to).split('\n'))
  return lines
    .filter(line => line.trim() !== '')
    .map(text => ({
      kind: 'paragraph' as const,
      runs: [{ kind: 'text' as const, text }],
      indent,
    }))
}

function tableOf(node: SyntaxNode, source: Source): Block {
  const rows = [...children(node)]
    .filter(row => row.name === 'TableHeader' || row.name === 'TableRow')
    .map(row => cells(row, source))
  const delimiter = [...children(node)].find(child => child.name === 'TableDelimiter')
  const written = delimiter ? source.text.slice(delimiter.from, delimiter.to) : ''
  const aligns = written
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map(each => alignOf(each.trim()))
  return { kind: 'table', rows, aligns }
}

const alignOf = (mark: string): 'left' | 'center' | 'right' | undefined => {
  if (mark.startsWith(':') && mark.endsWith(':') && mark.length > 1) return 'center'
  if (mark.endsWith(':')) return 'right'
  return mark.startsWith(':') ? 'left' : undefined
}

// An empty cell has no node of its own: cells are what lies between the bars.
function cells(row: SyntaxNode, source: Source): Run[][] {
  const bars = [...children(row)].filter(child => child.name === 'TableDelimiter')
  const nodes = [...children(row)].filter(child => child.name === 'TableCell')
  const edges = [row.from, ...bars.map(bar => bar.from), row.to]
  const slots = edges.slice(0, -1).map((from, index) => ({ from, to: edges[index + 1]! }))
  const line = source.text.slice(row.from, row.to)
  if (/^\s*\|/.test(line)) slots.shift()
  if (/\|\s*$/.test(line)) slots.pop()
  return slots.map(slot => {
    const cell = nodes.find(node => node.from >= slot.from && node.to <= slot.to)
    return cell ? trimmed(runsOf(cell, source)) : []
  })
}

/**
 * Cuts inline content into paragraphs and images. A single line end joins lines, as Markdown says, except where a
 * Chinese draft means a new paragraph: after a full stop, before or after a numbered heading line, before 　　.
 */
function paragraphs(runs: readonly Run[], indent: number): Block[] {
  const blocks: Block[] = []
  let line: Run[] = []
  const flush = () => {
    const clean = trimmed(line)
    if (textOf(clean) !== '') blocks.push({ kind: 'paragraph', runs: clean, indent })
    line = []
  }
  for (const [index, run] of runs.entries()) {
    if (run.kind === 'image') {
      flush()
      blocks.push({ kind: 'image', target: run.target, alt: run.alt })
    } else if (run.kind === 'break') {
      const next = lineAfter(runs, index)
      if (run.hard || startsParagraph(textOf(trimmed(endOf(line))), next)) flush()
      else if (needsSpace(textOf(endOf(line)), next)) line.push({ kind: 'text', text: ' ' })
    } else line.push(run)
  }
  flush()
  return blocks
}

function lineAfter(runs: readonly Run[], index: number): string {
  let end = index + 1
  while (runs[end]?.kind === 'text') end++
  return textOf(runs.slice(index + 1, end))
}

/** More than a heading of an official text has. */
const enough = 200

/** The last runs of a line, as many as tell how it ends: a line that is joined of thousands is not read anew at each. */
function endOf(line: readonly Run[]): readonly Run[] {
  let start = line.length
  for (let length = 0; start > 0 && length < enough; start--) length += textOf([line[start - 1]!]).length + 1
  return line.slice(start)
}

const startsParagraph = (line: string, next: string): boolean =>
  /[。！？：…][”’）》]?$/.test(line) ||
  /^[\u3000\u2003]/.test(next) ||
  isHeadingLine(line) ||
  markedLevel(next.trim()) !== undefined

const needsSpace = (line: string, next: string): boolean =>
  /[\p{Script=Latin}\d,.;:]$/u.test(line) && /^[\p{Script=Latin}\d]/u.test(next)

/** Without blanks at the edges: the indent of two characters is the paragraph's own. */
export function trimmed(runs: readonly Run[]): Run[] {
  const copy = runs.map(run => ({ ...run }))
  const edge = (pick: () => Run | undefined, drop: () => void, cut: (text: string) => string) => {
    for (let run = pick(); run?.kind === 'text'; run = pick()) {
      run.text = cut(run.text)
      if (run.text !== '') return
      drop()
    }
  }
  edge(
    () => copy[0],
    () => copy.shift(),
    text => text.trimStart(),
  )
  edge(
    () => copy.at(-1),
    () => copy.pop(),
    text => text.trimEnd(),
  )
  return copy
}
