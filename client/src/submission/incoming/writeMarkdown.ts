// Blocks, whatever they were read from, as the Markdown of a draft: headings by the numbers that stand there (一、（一）), tables with
// bars, numbers as printed, no fonts.
import { gridOf } from '../docx/grid'
import type { Footnote } from '../docx/html'
import { isHeadingLine, markedLevel } from '../docx/levels'
import { type Block, type Cell, pieces, type Run, type TableBlock, textOf, trimmed } from '../docx/model'

export interface Written {
  markdown: string
  /** Tables in which cells covered several columns or rows: Markdown has none, so the places that they covered are empty. */
  flattened: number
}

/** Where a picture lies for the draft; undefined where it could not be kept, and its words stand there. */
export type PlacePicture = (target: string, alt: string) => string | undefined

export function writeMarkdown(
  blocks: readonly Block[],
  footnotes: readonly Footnote[],
  place: PlacePicture,
): Written {
  let flattened = 0
  const parts: { text: string; tight: boolean }[] = []
  for (const block of blocks) {
    if (block.kind === 'image') parts.push({ text: picture(block, place), tight: false })
    else if (block.kind === 'table') {
      const { text, merged } = table(block, place)
      if (merged) flattened++
      parts.push({ text, tight: false })
    } else {
      const heading = headingDepth(block)
      const words = lineOf(block.runs, place)
      if (words === '') continue
      if (heading > 0) parts.push({ text: `${'#'.repeat(heading)} ${words}`, tight: false })
      else parts.push(paragraph(words, block.kind === 'paragraph' ? block.indent : 0))
    }
  }
  for (const { number, runs } of footnotes)
    parts.push({ text: `[^${number}]: ${lineOf(runs, place)}`, tight: false })
  let markdown = ''
  for (const [index, { text, tight }] of parts.entries())
    markdown += (index === 0 ? '' : tight && parts[index - 1]!.tight ? '\n' : '\n\n') + text
  return { markdown, flattened }
}

/** 0 for a paragraph. The number of a heading decides, as it does for a reader; else its style. */
function headingDepth(block: Exclude<Block, { kind: 'image' } | { kind: 'table' }>): number {
  const words = textOf(block.runs).trim()
  const level = markedLevel(words)
  if (block.kind === 'heading') return Math.min(6, level === undefined ? block.depth : level + 1)
  return level !== undefined && level <= 2 && isHeadingLine(words) ? level + 1 : 0
}

/** `·` stands before an item without number. */
function paragraph(words: string, indent: number): { text: string; tight: boolean } {
  const item = /^[·•●○▪■◆➢✓]\s*/.exec(words)
  if (item) return { text: `${'  '.repeat(indent)}- ${words.slice(item[0].length)}`, tight: true }
  return { text: withoutBlockMarks(words), tight: false }
}

/** At the start of a line these would make a heading, a quotation, a list or a rule. */
const withoutBlockMarks = (line: string): string =>
  line.replace(/^(?=#{1,6}(?:\s|$)|>|[-+](?:\s|$)|(?:-{3,}|={3,}|_{3,})\s*$|```)/, '\\')

function lineOf(runs: readonly Run[], place: PlacePicture): string {
  const text = trimmed(runs)
    .map(run => {
      if (run.kind === 'text') return styled(run.text, run.script, run.strike)
      if (run.kind === 'image') return picture(run, place)
      return run.kind === 'note' ? `[^${run.number}]` : ' '
    })
    .join('')
  return starsAsSigns(text.replace(/[ \t\u00a0]+/g, ' ').trim())
}

function styled(text: string, script: 'super' | 'sub' | undefined, strike: boolean | undefined): string {
  const shown = escaped(text)
  if (shown.trim() === '') return shown
  if (script) return script === 'super' ? `<sup>${shown}</sup>` : `<sub>${shown}</sub>`
  return strike ? `~~${shown}~~` : shown
}

/** Only what would be read as something else; a draft full of backslashes is no draft. */
const escaped = (text: string): string =>
  text
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
    .replace(/`/g, '\\`')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/~~/g, '\\~~')
    .replace(/\](?=[(:])/g, '\\]')
    .replace(/\[(?=\^)/g, '\\[')
    .replace(/&(?=#?\w{1,31};)/g, '\\&')

/** A single star is a star; two may make the words between them lean. */
const starsAsSigns = (line: string): string =>
  line.indexOf('*') === line.lastIndexOf('*') ? line : line.replace(/\*/g, '\\*')

function picture({ target, alt }: { target: string; alt: string }, place: PlacePicture): string {
  const words = caption(alt)
  const address = place(target, words)
  if (address === undefined) return `（图片${words === '' ? '' : `：${escaped(words)}`}）`
  return `![${escaped(words).replace(/[[\]]/g, '\\$&')}](${/[\s()<>]/.test(address) ? `<${address.replace(/[<>]/g, encodeURIComponent)}>` : address})`
}

/** What programs write as a description by themselves is no caption. */
const caption = (alt: string): string => {
  const words = alt.replace(/\s+/g, ' ').trim()
  return /^(?:图片|图像|图形|image|picture|img|graphic|photo|screenshot)?[\s\d_-]*$|\.(?:png|jpe?g|gif|bmp|emf|wmf|webp)$|alt text|描述已自动生成|description automatically/i.test(
    words,
  )
    ? ''
    : words
}

function table(block: TableBlock, place: PlacePicture): { text: string; merged: boolean } {
  const { rows, columns } = gridOf(block.rows)
  const merged = rows.some(row => row.some(cell => cell.columns > 1 || cell.rows > 1))
  const lines = rows.map(row => {
    const texts = Array.from({ length: columns }, () => '')
    for (const { column, cell } of row) texts[column] = cellText(cell, place)
    return `| ${texts.join(' | ')} |`
  })
  const rule = `| ${Array.from({ length: columns }, () => '---').join(' | ')} |`
  return { text: [lines[0]!, rule, ...lines.slice(1)].join('\n'), merged }
}

const cellText = (cell: Cell, place: PlacePicture): string =>
  [...pieces(cell.runs)]
    .map(piece => (Array.isArray(piece) ? lineOf(piece, place) : picture(piece, place)))
    .join('<br>')
    .replace(/\|/g, '\\|')
