// Markdown to the few kinds of block that an official document has. Nothing of the draft is dropped silently: what
// has no place on paper (comments, link addresses) is left out on purpose, everything else becomes text.
import type { SyntaxNode, Tree } from '@lezer/common'
import { noteLabel } from '../text/footnotes'
import { parseMarkdown } from '../text/markdown'
import { foldLabel, linkDefinitions } from '../text/references'
import { readHtml } from './html'
import { printable } from './htmlTags'
import { type InlineSource, inlineRuns, linkLabel } from './inline'
import { markedLevel } from './levels'
import { joinedLines } from './lines'
import { type Align, type Block, type Cell, type Run, textOf, trimmed } from './model'

export interface Draft {
  blocks: Block[]
  /** Tables in the cell of another one, whose rules could not be kept. */
  nestedTables: number
}

interface Source extends InlineSource {
  nested(tables: number): void
  notes: ReadonlyMap<string, Note>
  /** Labels of addresses (`[甲]: https://…`) that a link or a picture names. */
  named: ReadonlySet<string>
}

interface Note {
  node: SyntaxNode
  /** Once it was called. */
  number?: number
}

/** A footnote that nobody calls stands as a paragraph, which is known only when all calls were read. */
type Pending = Block | { kind: 'uncalled'; note: Note; blocks(): Block[] }

export async function blocksOf(written: string): Promise<Draft> {
  const text = written.replace(/\r\n?/g, '\n')
  const tree: Tree = await parseMarkdown(text)
  let nestedTables = 0
  let called = 0
  const notes = new Map<string, Note>()
  const named = new Set<string>()
  tree.iterate({
    enter({ name, node }) {
      if (name === 'FootnoteDefinition') {
        const label = labelOf(node, text)
        if (!notes.has(label)) notes.set(label, { node })
      } else if (name === 'Link' || name === 'Image') named.add(linkLabel(node, text))
    },
  })
  const plain: Source = {
    text,
    notes,
    named,
    definitions: linkDefinitions(tree, text),
    cite: () => undefined,
    nested: tables => {
      nestedTables += tables
    },
  }
  const cite = (mark: string): Run | undefined => {
    const note = notes.get(noteLabel(mark))
    if (!note) return undefined
    if (note.number !== undefined) return { kind: 'note', number: note.number }
    note.number = ++called
    // Word has no notes to notes: what a note calls is printed as it is written.
    const paragraphs = [...children(note.node)]
      .flatMap(child => settled(blockOf(child, plain, 0)))
      .map(asLine)
    return { kind: 'note', number: note.number, paragraphs }
  }
  const source: Source = { ...plain, cite }
  return { blocks: settled(siblings(tree.topNode, source, 0)), nestedTables }
}

const labelOf = (node: SyntaxNode, text: string): string => {
  const mark = node.getChild('FootnoteMark')
  return mark ? noteLabel(text.slice(mark.from, mark.to)) : ''
}

const settled = (blocks: readonly Pending[]): Block[] =>
  blocks.flatMap(block => {
    if (block.kind !== 'uncalled') return [block]
    return block.note.number === undefined ? block.blocks() : []
  })

/** Of a note: one line of text, whatever it holds. */
function asLine(block: Block): Run[] {
  if (block.kind === 'image') return [{ kind: 'image', target: block.target, alt: block.alt }]
  if (block.kind !== 'table') return block.runs
  return block.rows.flatMap(row =>
    row.flatMap((cell): Run[] => [...trimmed(cell.runs), { kind: 'text', text: '\u3000' }]),
  )
}

function* children(node: SyntaxNode): Generator<SyntaxNode> {
  for (let child = node.firstChild; child; child = child.nextSibling) yield child
}

/** The children of a node; an HTML table with empty lines in it, which Markdown takes for several blocks, is one. */
function siblings(parent: SyntaxNode, source: Source, indent: number): Pending[] {
  const blocks: Pending[] = []
  let waiting: { from: number; nodes: SyntaxNode[] } | undefined
  for (const child of children(parent)) {
    const written = source.text.slice(child.from, child.to)
    if (waiting) {
      waiting.nodes.push(child)
      if (!/<\/table\s*>/i.test(written)) continue
      blocks.push(...html(source.text.slice(waiting.from, child.to), source, indent))
      waiting = undefined
    } else if (child.name === 'HTMLBlock' && /<table\b/i.test(written) && !/<\/table\s*>/i.test(written))
      waiting = { from: child.from, nodes: [child] }
    else blocks.push(...blockOf(child, source, indent))
  }
  // A table that never ends holds no more than its own block.
  for (const node of waiting?.nodes ?? []) blocks.push(...blockOf(node, source, indent))
  return blocks
}

function html(written: string, source: Source, indent: number): Block[] {
  const { blocks, footnotes, nestedTables } = readHtml(written)
  source.nested(nestedTables)
  for (const { number, runs } of footnotes)
    blocks.push({ kind: 'paragraph', runs: [textRun(`[^${number}]：`), ...runs], indent: 0 })
  return indent === 0
    ? blocks
    : blocks.map(block => (block.kind === 'paragraph' ? { ...block, indent: block.indent + indent } : block))
}

function blockOf(node: SyntaxNode, source: Source, indent: number): Pending[] {
  const heading = /^(ATX|Setext)Heading(\d)$/.exec(node.name)
  if (heading) {
    const runs = inlineRuns(node, source)
    // A rule right below a paragraph makes no heading of it.
    if (heading[1] === 'Setext' && /[。；;]\s*$/.test(textOf(runs))) return joinedLines(runs, indent)
    return headingBlocks(runs, Number(heading[2]))
  }
  switch (node.name) {
    case 'Paragraph':
    case 'Task':
      return joinedLines(inlineRuns(node, source), indent)
    case 'HTMLBlock':
      return html(source.text.slice(node.from, node.to), source, indent)
    case 'BulletList':
    case 'OrderedList':
      return listBlocks(node, source, indent)
    case 'Blockquote':
      return quote(node, source, indent)
    case 'FencedCode':
    case 'CodeBlock':
      return codeLines(node, source, indent)
    case 'Table':
      return [tableOf(node, source)]
    case 'FootnoteDefinition':
      return [uncalled(node, source, indent)]
    case 'LinkReference':
      return isUsedUp(node, source)
        ? []
        : joinedLines([textRun(source.text.slice(node.from, node.to))], indent)
    default:
      // Comments, rules, marks.
      return []
  }
}

const textRun = (text: string): Run => ({ kind: 'text', text: printable(text) })

/** An address is for the links that name it; what no link names, or what looks like none, is a line of text. */
const isUsedUp = (node: SyntaxNode, { text, definitions, named }: Source): boolean => {
  const label = node.getChild('LinkLabel')
  if (!label) return false
  return (
    named.has(foldLabel(text.slice(label.from, label.to))) &&
    definitions.has(foldLabel(text.slice(label.from, label.to)))
  )
}

/** Pictures in a heading stand below it. */
function headingBlocks(runs: readonly Run[], depth: number): Block[] {
  const words = trimmed(runs.filter(run => run.kind !== 'image' && run.kind !== 'break'))
  const images = runs.filter(run => run.kind === 'image')
  return [
    { kind: 'heading', depth, runs: words },
    ...images.map(({ target, alt }): Block => ({ kind: 'image', target, alt })),
  ]
}

/** `>60岁老人占35%` compares; it does not quote. */
function quote(node: SyntaxNode, source: Source, indent: number): Pending[] {
  const marks = node.getChildren('QuoteMark')
  const blocks = siblings(node, source, indent)
  const [first] = blocks
  const compares = marks.length === 1 && /^[\d０-９]/.test(source.text.slice(marks[0]!.to, marks[0]!.to + 1))
  if (compares && first?.kind === 'paragraph') first.runs.unshift(textRun('>'))
  return blocks
}

function uncalled(node: SyntaxNode, source: Source, indent: number): Pending {
  const label = labelOf(node, source.text)
  const known = source.notes.get(label)
  // A second note of the same label is never called.
  const note = known && known.node.from === node.from ? known : { node }
  const blocks = () => {
    const found = settled(siblings(node, { ...source, cite: () => undefined }, indent))
    const mark = textRun(`[^${label}]：`)
    const [first] = found
    if (first?.kind === 'paragraph') first.runs.unshift(mark)
    else found.unshift({ kind: 'paragraph', runs: [mark], indent })
    return found
  }
  return { kind: 'uncalled', note, blocks }
}

function listBlocks(list: SyntaxNode, source: Source, indent: number): Pending[] {
  const items = list.getChildren('ListItem')
  const labels = list.name === 'OrderedList' ? numbersOf(items, source.text) : undefined
  return items.flatMap((item, at) => {
    const blocks = siblings(item, source, indent + 1)
    const first = blocks[0]
    const words = first?.kind === 'paragraph' || first?.kind === 'heading' ? textOf(first.runs) : ''
    // An item that brings its own number (1. inside "（一）…") keeps only that one.
    if (labels || markedLevel(words) === undefined) {
      const label = textRun(labels?.[at] ?? '·')
      if (first?.kind === 'paragraph' || first?.kind === 'heading') first.runs.unshift(label)
      else if (labels) blocks.unshift({ kind: 'paragraph', runs: [label], indent })
    }
    return blocks.map((block, index) =>
      block.kind === 'paragraph' && index === 0 ? { ...block, indent } : block,
    )
  })
}

/** As they are written, where they ascend; counted from the first, as a preview does, where they do not (1. 1. 1.). */
function numbersOf(items: readonly SyntaxNode[], text: string): string[] {
  const marks = items.map(item => {
    const mark = item.getChild('ListMark')
    return mark ? text.slice(mark.from, mark.to) : '1.'
  })
  const written = marks.map(mark => Number.parseInt(mark, 10))
  const ascends = written.every((number, at) => at === 0 || number > written[at - 1]!)
  return marks.map(
    (mark, at) => `${ascends ? written[at] : written[0]! + at}${mark.endsWith(')') ? '）' : '.'}`,
  )
}

function codeLines(node: SyntaxNode, source: Source, indent: number): Block[] {
  const lines = node
    .getChildren('CodeText')
    .flatMap(child => source.text.slice(child.from, child.to).split('\n'))
  return lines
    .filter(line => line.trim() !== '')
    .map(text => ({ kind: 'paragraph' as const, runs: [textRun(text)], indent }))
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
  return { kind: 'table', rows, aligns, headRows: 1 }
}

const alignOf = (mark: string): Align | undefined => {
  if (mark.startsWith(':') && mark.endsWith(':') && mark.length > 1) return 'center'
  if (mark.endsWith(':')) return 'right'
  return mark.startsWith(':') ? 'left' : undefined
}

// An empty cell has no node of its own: cells are what lies between the bars.
function cells(row: SyntaxNode, source: Source): Cell[] {
  const bars = row.getChildren('TableDelimiter')
  const nodes = row.getChildren('TableCell')
  const edges = [row.from, ...bars.map(bar => bar.from), row.to]
  const slots = edges.slice(0, -1).map((from, index) => ({ from, to: edges[index + 1]! }))
  const line = source.text.slice(row.from, row.to)
  if (/^\s*\|/.test(line)) slots.shift()
  if (/\|\s*$/.test(line)) slots.pop()
  let at = 0
  return slots.map(slot => {
    while (nodes[at] && nodes[at]!.from < slot.from) at++
    const cell = nodes[at]
    return { runs: cell && cell.to <= slot.to ? trimmed(inlineRuns(cell, source)) : [] }
  })
}
