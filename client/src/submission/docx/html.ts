// HTML to blocks: what a writer puts into Markdown where Markdown has nothing for it (merged cells), and what other programs put
// on the clipboard. Read in one pass, so that no depth of nesting can run away.
import { Parser } from 'htmlparser2'
import { blockElements, markOf, marksAt, printable } from './htmlTags'
import {
  type Align,
  type Block,
  type Cell,
  isBlank,
  pieces,
  type Run,
  type TableBlock,
  textOf,
} from './model'

/** A note below the text, as Word puts it on the clipboard. */
export interface Footnote {
  number: number
  runs: Run[]
}

export interface ReadHtml {
  blocks: Block[]
  footnotes: Footnote[]
  /** Tables that stood in the cell of another one: their words are kept, their rules are not. */
  nestedTables: number
}

/** What Word draws at most in a row, and what no sane table has below each other. */
const mostColumns = 63
const mostRows = 2000
/** Closing tags are looked for among all that are open; nothing that people write is nested deeper. */
const deepest = 400

const unseen = new Set(['script', 'style', 'title', 'xml'])
const voids = new Set([
  'br',
  'img',
  'hr',
  'input',
  'meta',
  'link',
  'col',
  'wbr',
  'source',
  'area',
  'base',
  'embed',
  'param',
])

/** Text without its tags, for HTML that is nested beyond reason. */
const withoutTags = (html: string): string => html.replace(/<[^<>]*>/g, '\n')

function isTooDeep(html: string): boolean {
  let depth = 0
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z\d:]*)/gi)) {
    if (slash) depth = Math.max(0, depth - 1)
    else if (!voids.has(name.toLowerCase()) && ++depth > deepest) return true
  }
  return false
}

interface Table {
  rows: Cell[][]
  /** Rows that hold nothing but heads. */
  heads: boolean[]
  inHead: boolean
  cell?: Cell
}

export function readHtml(html: string): ReadHtml {
  const blocks: Block[] = []
  const depth = new Map<string, number>()
  const lists: { ordered: boolean; next: number }[] = []
  let line: Run[] = []
  let heading = 0
  const tables: Table[] = []
  let skipping = 0
  let label = ''
  let nestedTables = 0
  const footnotes: Footnote[] = []
  /** The note whose text is being read. */
  let noteOf = 0
  /** Within the link between a note and its call, which says the number in its own way. */
  let inNoteLink = false

  const target = (): Run[] => tables[0]?.cell?.runs ?? line
  const flush = () => {
    if (tables[0]?.cell) return void tables[0].cell.runs.push({ kind: 'break', hard: true })
    for (const piece of pieces(line)) {
      if (noteOf > 0 && Array.isArray(piece)) {
        const known = footnotes.find(({ number }) => number === noteOf)
        if (known) known.runs.push({ kind: 'text', text: ' ' }, ...piece)
        else footnotes.push({ number: noteOf, runs: piece })
        continue
      }
      if (!Array.isArray(piece)) blocks.push({ kind: 'image', target: piece.target, alt: piece.alt })
      else if (heading > 0) blocks.push({ kind: 'heading', depth: heading, runs: piece })
      else blocks.push({ kind: 'paragraph', runs: piece, indent: Math.max(0, lists.length - 1) })
    }
    line = []
  }
  const closeTable = () => {
    const table = tables.pop()
    if (!table || tables.length > 0) return
    flush()
    const block = tableOf(table)
    if (block) blocks.push(block)
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (unseen.has(name)) skipping++
        if (skipping > 0) return
        if (markOf[name]) depth.set(name, (depth.get(name) ?? 0) + 1)
        const link = name === 'a' ? /#_(?:ftn|edn)(ref)?(\d{1,4})$/.exec(attributes.href ?? '') : null
        if (link) {
          inNoteLink = true
          if (link[1]) noteOf = Number(link[2])
          else target().push({ kind: 'note', number: Number(link[2]) })
        }
        if (name === 'br') target().push({ kind: 'break', hard: true })
        if (name === 'img') {
          const address = (attributes.src ?? '').trim()
          if (address !== '') target().push({ kind: 'image', target: address, alt: attributes.alt ?? '' })
        }
        if (blockElements.has(name)) flush()
        // Each note is a division of its own.
        if (name === 'div') noteOf = 0
        const [table] = tables
        if (name === 'table') {
          if (tables.length === 1) nestedTables++
          tables.push({ rows: [], heads: [], inHead: false })
        } else if (name === 'ol' || name === 'ul') {
          lists.push({ ordered: name === 'ol', next: Number.parseInt(attributes.start ?? '1', 10) || 1 })
        } else if (name === 'li') label = labelOf(lists.at(-1), attributes.value)
        else if (/^h[1-6]$/.test(name)) heading = Number(name[1])
        else if (table && tables.length === 1) {
          if (name === 'thead') table.inHead = true
          if (name === 'tr') newRow(table)
          if (name === 'td' || name === 'th') newCell(table, name, attributes)
        }
      },
      ontext(words) {
        if (skipping > 0 || inNoteLink) return
        const to = target()
        const text = printable(words).replace(/[ \t\r\n\f]+/g, ' ')
        if (text === '' || (text === ' ' && isBlank(to.slice(-1)) && to.at(-1)?.kind !== 'text')) return
        if (label !== '' && text.trim() !== '') {
          to.push({ kind: 'text', text: label })
          label = ''
        }
        to.push({ kind: 'text', text, ...marksAt(depth) })
      },
      onclosetag(name) {
        if (unseen.has(name)) skipping = Math.max(0, skipping - 1)
        if (skipping > 0) return
        if (name === 'a') inNoteLink = false
        if (markOf[name]) depth.set(name, Math.max(0, (depth.get(name) ?? 0) - 1))
        if (name === 'td' || name === 'th') {
          if (tables.length === 1) tables[0]!.cell = undefined
          else if (tables.length > 1) target().push({ kind: 'text', text: '\u3000' })
        }
        if (name === 'thead' && tables[0]) tables[0].inHead = false
        if (name === 'table') closeTable()
        else if (name !== 'br' && blockElements.has(name)) flush()
        if (name === 'ol' || name === 'ul') lists.pop()
        if (/^h[1-6]$/.test(name)) heading = 0
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.end(isTooDeep(html) ? withoutTags(html) : html)
  while (tables.length > 0) closeTable()
  flush()
  return { blocks, footnotes, nestedTables }
}

function labelOf(list: { ordered: boolean; next: number } | undefined, value: string | undefined): string {
  if (!list?.ordered) return '·'
  const number = Number.parseInt(value ?? '', 10) || list.next
  list.next = number + 1
  return `${number}.`
}

function newRow(table: Table): void {
  table.cell = undefined
  table.rows.push([])
  table.heads.push(true)
}

const spanOf = (value: string | undefined, most: number): number =>
  Math.min(most, Math.max(1, Number.parseInt(value ?? '1', 10) || 1))

function newCell(table: Table, name: string, attributes: Record<string, string>): void {
  if (table.rows.length === 0) newRow(table)
  const align = /\b(left|center|right)\b/i.exec(
    attributes.align ?? /text-align\s*:\s*(\w+)/i.exec(attributes.style ?? '')?.[1] ?? '',
  )?.[1]
  table.cell = {
    runs: [],
    ...(align && { align: align.toLowerCase() as Align }),
    columns: spanOf(attributes.colspan, mostColumns),
    rows: spanOf(attributes.rowspan, mostRows),
  }
  table.rows.at(-1)!.push(table.cell)
  if (name !== 'th' && !table.inHead) table.heads[table.heads.length - 1] = false
}

/** A table of one cell, or of none, is a frame around text. */
function tableOf({ rows, heads }: Table): TableBlock | undefined {
  const filled = rows.map((row, index) => ({ row, head: heads[index]! })).filter(({ row }) => row.length > 0)
  if (filled.length === 0) return undefined
  const first = filled.findIndex(({ head }) => !head)
  return {
    kind: 'table',
    rows: filled.map(({ row }) => row),
    aligns: [],
    headRows: Math.max(1, first < 0 ? 1 : first),
  }
}

export const cellText = (cell: Cell): string => textOf(cell.runs)
