// A Word document as blocks: what a reader sees of it, with the numbers that Word writes by itself, notes, tables with merged cells,
// text boxes, accepted insertions. Nothing outside of the file is opened.
import { Parser } from 'htmlparser2'
import type { Footnote } from '../docx/html'
import { printable } from '../docx/htmlTags'
import { type Block, type Cell, isBlank, pieces, type Run, textOf } from '../docx/model'
import { type Notice, notice } from '../messages'
import { type Archive, openArchive } from './archive'
import { type Numbering, readNumbering } from './numbering'

export interface ReadDocument {
  blocks: Block[]
  footnotes: Footnote[]
  /** By the name that the blocks use. */
  pictures: Map<string, Uint8Array>
  remarks: Notice[]
}

interface Style {
  name: string
  parent: string
  outline?: number
  list?: string
  level?: number
}

interface Paragraph {
  runs: Run[]
  style: string
  list?: string
  level?: number
  outline?: number
  centred: boolean
  /** Paragraphs of text boxes that hang on it. */
  boxes: Block[]
}

interface Table {
  rows: (Cell & { goesOn?: boolean })[][]
}

export function readDocx(file: Uint8Array): ReadDocument {
  const archive = openArchive(file)
  const main = archive.text('word/document.xml')
  const remarks: Notice[] = []
  const relations = relationsOf(archive.text('word/_rels/document.xml.rels'))
  const styles = stylesOf(archive.text('word/styles.xml'))
  const numbering = readNumbering(archive.text('word/numbering.xml'))
  const calls: string[] = []
  const call = (kind: string, id: string): number => {
    const key = `${kind} ${id}`
    if (!calls.includes(key)) calls.push(key)
    return calls.indexOf(key) + 1
  }
  const body = readPart(main, { relations, styles, numbering, call })
  const notes = new Map<string, Run[]>()
  for (const kind of ['footnote', 'endnote'])
    for (const [id, runs] of notesOf(archive.text(`word/${kind}s.xml`), kind))
      notes.set(`${kind} ${id}`, runs)
  const footnotes = calls.map((key, index) => ({ number: index + 1, runs: notes.get(key) ?? [] }))
  if (body.changes > 0) remarks.push(notice('import-changes', { count: body.changes }))
  if (archive.has('word/vbaProject.bin')) remarks.push(notice('import-macros'))
  if (archive.has('word/comments.xml')) remarks.push(notice('import-comments'))
  const margin = marginWords(archive)
  if (margin !== '') remarks.push(notice('import-margins', { words: margin.slice(0, 100) }))
  const pictures = new Map<string, Uint8Array>()
  for (const target of body.targets) {
    const bytes = archive.bytes(target)
    if (bytes) pictures.set(target, bytes)
  }
  return { blocks: withTitle(body.blocks, body.centred), footnotes, pictures, remarks }
}

function relationsOf(xml: string): Map<string, string> {
  const found = new Map<string, string>()
  each(xml, (name, attributes) => {
    if (name !== 'Relationship' || attributes.TargetMode === 'External') return
    const target = attributes.Target ?? ''
    // Names within the file: `..` leads nowhere, because only what was unpacked is looked up.
    found.set(attributes.Id ?? '', target.startsWith('/') ? target.slice(1) : `word/${target}`)
  })
  return found
}

function each(xml: string, take: (name: string, attributes: Record<string, string>) => void): void {
  new Parser({ onopentag: take }, { xmlMode: true }).end(xml)
}

function stylesOf(xml: string): Map<string, Style> {
  const styles = new Map<string, Style>()
  let style: Style | undefined
  each(xml, (name, attributes) => {
    const value = attributes['w:val'] ?? ''
    if (name === 'w:style') {
      style = { name: '', parent: '' }
      styles.set(attributes['w:styleId'] ?? '', style)
    } else if (!style) return
    else if (name === 'w:name') style.name = value
    else if (name === 'w:basedOn') style.parent = value
    else if (name === 'w:outlineLvl') style.outline = Number(value)
    else if (name === 'w:numId') style.list = value
    else if (name === 'w:ilvl') style.level = Number(value)
  })
  return styles
}

/** What a style says, or the one that it is based on. */
function ofStyle<Key extends 'outline' | 'list' | 'level'>(
  styles: ReadonlyMap<string, Style>,
  id: string,
  key: Key,
): Style[Key] {
  let style = styles.get(id)
  for (let step = 0; style && step < 12; step++) {
    if (style[key] !== undefined) return style[key]
    const named = key === 'outline' ? /^(?:heading|标题)\s*([1-9])$/i.exec(style.name) : null
    if (named) return (Number(named[1]) - 1) as Style[Key]
    style = styles.get(style.parent)
  }
  return undefined
}

interface Context {
  relations: ReadonlyMap<string, string>
  styles: ReadonlyMap<string, Style>
  numbering: Numbering
  call(kind: string, id: string): number
}

interface Part {
  blocks: Block[]
  targets: string[]
  /** Blocks that stand in the middle of the line. */
  centred: Set<Block>
  changes: number
}

/** Elements of which nothing is seen: what was deleted, what older programs are shown instead, codes of fields. */
const unseen = new Set([
  'w:del',
  'w:moveFrom',
  'mc:Fallback',
  'w:instrText',
  'w:rt',
  'w:pPrChange',
  'w:rPrChange',
  'w:tblPrChange',
])

function readPart(xml: string, { relations, styles, numbering, call }: Context): Part {
  const part: Part = { blocks: [], targets: [], centred: new Set(), changes: 0 }
  const open: Paragraph[] = []
  const tables: Table[] = []
  let skipping = 0
  let inText = false
  let inRun = false
  let hidden = false
  let script: 'super' | 'sub' | undefined
  let strike = false
  let alt = ''
  const say = (text: string) => {
    const runs = open.at(-1)?.runs
    const shown = printable(text)
    if (!runs || shown === '' || hidden) return
    runs.push({ kind: 'text', text: shown, ...(script && { script }), ...(strike && { strike }) })
  }
  const cell = () => tables[0]?.rows.at(-1)?.at(-1)
  const picture = (id: string | undefined) => {
    const target = id === undefined ? undefined : relations.get(id)
    if (id === undefined || !open.at(-1)) return
    if (target) part.targets.push(target)
    open.at(-1)!.runs.push({ kind: 'image', target: target ?? '（链接的图片）', alt })
    alt = ''
  }
  const close = (paragraph: Paragraph) => {
    const { runs, style } = paragraph
    const list = paragraph.list ?? ofStyle(styles, style, 'list')
    const level = paragraph.level ?? ofStyle(styles, style, 'level') ?? 0
    const label = list !== undefined && list !== '0' && !isBlank(runs) ? numbering.label(list, level) : ''
    if (label !== '') runs.unshift({ kind: 'text', text: label })
    const host = cell()
    if (host) return void host.runs.push(...runs, { kind: 'break', hard: true })
    const outline = paragraph.outline ?? ofStyle(styles, style, 'outline')
    const isTitle = /^(?:title|标题|文档标题)$/i.test(styles.get(style)?.name ?? '')
    const into = open.length > 0 ? open[0]!.boxes : part.blocks
    for (const piece of pieces(runs)) {
      const block: Block = !Array.isArray(piece)
        ? { kind: 'image', target: piece.target, alt: piece.alt }
        : isTitle || (outline !== undefined && outline < 9)
          ? { kind: 'heading', depth: isTitle ? 1 : Math.min(6, outline! + 2), runs: piece }
          : { kind: 'paragraph', runs: piece, indent: label === '·' ? level : 0 }
      into.push(block)
      if (paragraph.centred) part.centred.add(block)
    }
    into.push(...paragraph.boxes)
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'w:ins' || name === 'w:del') part.changes++
        if (unseen.has(name)) skipping++
        if (skipping > 0) return
        const value = attributes['w:val'] ?? ''
        const isOn = !/^(?:0|false|none)$/.test(value)
        const paragraph = open.at(-1)
        switch (name) {
          case 'w:p':
            open.push({ runs: [], style: '', centred: false, boxes: [] })
            break
          case 'w:pStyle':
            if (paragraph) paragraph.style = value
            break
          case 'w:numId':
            if (paragraph) paragraph.list = value
            break
          case 'w:ilvl':
            if (paragraph) paragraph.level = Number(value)
            break
          case 'w:outlineLvl':
            if (paragraph) paragraph.outline = Number(value)
            break
          case 'w:jc':
            if (paragraph) paragraph.centred = value === 'center'
            break
          case 'w:r':
            inRun = true
            hidden = strike = false
            script = undefined
            break
          case 'w:vertAlign':
            if (inRun) script = value === 'superscript' ? 'super' : value === 'subscript' ? 'sub' : undefined
            break
          case 'w:strike':
            if (inRun) strike = isOn
            break
          case 'w:vanish':
            if (inRun) hidden = isOn
            break
          case 'w:t':
          case 'm:t':
            inText = true
            break
          case 'w:tab':
            if (inRun) say(' ')
            break
          case 'w:noBreakHyphen':
            say('-')
            break
          case 'w:sym':
            say(symbol(attributes['w:char'] ?? ''))
            break
          case 'w:br':
          case 'w:cr':
            paragraph?.runs.push({ kind: 'break', hard: true })
            break
          case 'w:footnoteReference':
          case 'w:endnoteReference': {
            const kind = name === 'w:footnoteReference' ? 'footnote' : 'endnote'
            paragraph?.runs.push({ kind: 'note', number: call(kind, attributes['w:id'] ?? '') })
            break
          }
          case 'wp:docPr':
            alt = attributes.descr ?? ''
            break
          case 'a:blip':
            picture(attributes['r:embed'] ?? attributes['r:link'])
            break
          case 'v:imagedata':
            picture(attributes['r:id'])
            break
          case 'w:tbl':
            tables.push({ rows: [] })
            break
          case 'w:tr':
            if (tables.length === 1) tables[0]!.rows.push([])
            break
          case 'w:tc':
            if (tables.length === 1) tables[0]!.rows.at(-1)?.push({ runs: [] })
            break
          case 'w:gridSpan':
            if (tables.length === 1 && cell()) cell()!.columns = Math.min(63, Number(value) || 1)
            break
          case 'w:vMerge':
            if (tables.length === 1 && cell()) cell()!.goesOn = value !== 'restart'
            break
        }
      },
      ontext(text) {
        if (inText && skipping === 0) say(text)
      },
      onclosetag(name) {
        if (unseen.has(name)) {
          skipping = Math.max(0, skipping - 1)
          return
        }
        if (skipping > 0) return
        if (name === 'w:t' || name === 'm:t') inText = false
        else if (name === 'w:r') {
          inRun = hidden = strike = false
          script = undefined
        } else if (name === 'w:p') {
          const paragraph = open.pop()
          if (paragraph) close(paragraph)
        } else if (name === 'w:tbl') {
          const table = tables.pop()
          if (table && tables.length === 0) {
            const rows = merged(table)
            if (rows.length > 0)
              (open[0]?.boxes ?? part.blocks).push({ kind: 'table', rows, aligns: [], headRows: 1 })
          }
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
  return part
}

/** Wingdings and Symbol lie in a private place; bullets and ticks are what people take from them. */
function symbol(code: string): string {
  const value = Number.parseInt(code, 16) & 0xff
  return { 252: '✓', 254: '☑', 168: '☐', 111: '☐', 82: '☑' }[value] ?? '·'
}

/** Cells that go on from the row above become rows of the cell that they began in. */
function merged({ rows }: Table): Cell[][] {
  const above = new Map<number, Cell>()
  return rows
    .map(row => {
      let column = 0
      const kept: Cell[] = []
      for (const cell of row) {
        const { goesOn, ...plain } = cell
        const start = goesOn ? above.get(column) : undefined
        if (start) {
          start.rows = (start.rows ?? 1) + 1
          // Nobody sees what stands in a cell that goes on, but it is not lost.
          if (!isBlank(plain.runs)) start.runs.push(...plain.runs)
        } else {
          kept.push(plain)
          if (goesOn === false) above.set(column, plain)
          else above.delete(column)
        }
        column += plain.columns ?? 1
      }
      return kept
    })
    .filter(row => row.length > 0)
}

function notesOf(xml: string, kind: string): Map<string, Run[]> {
  const found = new Map<string, Run[]>()
  let runs: Run[] | undefined
  let inText = false
  new Parser(
    {
      onopentag(name, attributes) {
        if (name === `w:${kind}`) {
          runs = []
          found.set(attributes['w:id'] ?? '', runs)
        } else if (name === 'w:t') inText = true
        else if (name === 'w:p' && runs && runs.length > 0) runs.push({ kind: 'text', text: ' ' })
      },
      ontext(text) {
        if (inText) runs?.push({ kind: 'text', text: printable(text) })
      },
      onclosetag(name) {
        if (name === 'w:t') inText = false
      },
    },
    { xmlMode: true, decodeEntities: true },
  ).end(xml)
  return found
}

/** Words in headers and footers, but for page numbers. */
function marginWords(archive: Archive): string {
  const words: string[] = []
  for (let number = 1; number <= 12; number++)
    for (const kind of ['header', 'footer'])
      for (const [, text = ''] of archive
        .text(`word/${kind}${number}.xml`)
        .matchAll(/<w:t(?: [^<>]{0,200})?>([^<]*)<\/w:t>/g))
        if (/\p{L}/u.test(text) && !words.includes(text)) words.push(text)
  return words.join('')
}

const longestTitle = 80

/** The first lines that stand in the middle are the title, unless a style says what it is. */
function withTitle(blocks: Block[], centred: ReadonlySet<Block>): Block[] {
  if (blocks.some(block => block.kind === 'heading' && block.depth === 1)) return blocks
  const lines: Run[][] = []
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || !centred.has(block) || lines.length === 4) break
    const words = textOf(block.runs)
    if (words.length > longestTitle || /[。；]$/.test(words)) break
    lines.push(block.runs)
  }
  if (lines.length === 0) return blocks
  return [{ kind: 'heading', depth: 1, runs: lines.flat() }, ...blocks.slice(lines.length)]
}
