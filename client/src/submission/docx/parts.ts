// Paragraphs, tables and pictures in the measures of GB/T 9704, as the docx library's objects.
import {
  AlignmentType,
  FootnoteReferenceRun,
  type IParagraphOptions,
  LineRuleType,
  NoBreakHyphen,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import { type Picture, pictureRun } from './images'
import { headingLevel, type Level, leadLength } from './levels'
import { character, type Face, faces, letterSpacing, linePitch, page, size, westernFace } from './measures'
import { type Block, type NoteRun, type Run, type TextRun as StyledText, textOf } from './model'
import { widthOf } from './signature'

export const font = (face: Face) => ({
  ascii: westernFace,
  hAnsi: westernFace,
  cs: westernFace,
  eastAsia: faces[face].name,
  hint: 'eastAsia' as const,
})

const exact = { line: linePitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 }

/** A character with its letter spacing, in twips. */
const pitch = character + letterSpacing

const faceOfLevel: Record<Level, Face> = { 1: 'heading', 2: 'kaiti', 3: 'body', 4: 'body' }

const spacingAt = (fontSize: number) => (fontSize === size.body ? { characterSpacing: letterSpacing } : {})

export function textRun(
  text: string,
  face: Face = 'body',
  more: { bold?: boolean; size?: number } = {},
): TextRun {
  const fontSize = more.size ?? size.body
  return new TextRun({ text, font: font(face), size: fontSize, bold: more.bold, ...spacingAt(fontSize) })
}

function styledRun(run: StyledText, face: Face, fontSize: number): TextRun {
  const { text, bold, italic: italics, strike, underline, script } = run
  return new TextRun({
    text,
    bold,
    italics,
    strike,
    ...(underline && { underline: {} }),
    superScript: script === 'super',
    subScript: script === 'sub',
    font: font(face),
    size: fontSize,
    ...spacingAt(fontSize),
  })
}

/** A second call of a note repeats its number; Word would give it a new one. */
function noteCall({ number, paragraphs }: NoteRun, fontSize: number): ParagraphChild {
  if (!paragraphs)
    return new TextRun({ text: String(number), superScript: true, font: font('body'), size: fontSize })
  const lines = paragraphs.length > 0 ? paragraphs : [[]]
  return new FootnoteReferenceRun({
    children: lines.map(
      runs => new Paragraph({ style: 'FootnoteText', children: textRuns(runs, 'body', size.note) }),
    ),
  })
}

export const textRuns = (runs: readonly Run[], face: Face, fontSize: number = size.body): ParagraphChild[] =>
  runs.flatMap(run => {
    if (run.kind === 'text') return [styledRun(run, face, fontSize)]
    if (run.kind === 'note') return [noteCall(run, fontSize)]
    // A picture where only words can stand, such as in a footnote: the caller has said so.
    return run.kind === 'image' ? [textRun(pictureWords(run), face, { size: fontSize })] : []
  })

/** What stands where a picture cannot. */
export const pictureWords = ({ alt, target }: { alt: string; target: string }): string =>
  `（图片：${alt.trim() || target.slice(0, 120)}）`

const line = (options: Omit<IParagraphOptions, 'spacing'>): Paragraph =>
  new Paragraph({ spacing: exact, ...options })

export const emptyLine = (keepNext = false): Paragraph => line({ keepNext, children: [textRun('')] })

/** 二号小标宋, centred; not bold. */
export const titleLine = (title: string, more: readonly Run[] = []): Paragraph =>
  line({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    children: [textRun(title, 'title', { size: size.title }), ...textRuns(more, 'title', size.title)],
  })

/** Flush left, with the full-width colon that the standard asks for. */
export const addresseeLine = (names: readonly string[]): Paragraph =>
  line({ children: [textRun(`${names.join('、').replace(/[:：]$/, '')}：`)] })

export const indented = (children: ParagraphChild[], extra = 0): Paragraph =>
  line({
    alignment: AlignmentType.BOTH,
    indent: { firstLineChars: 200, firstLine: 2 * character, left: extra * character },
    children,
  })

export const rightLine = (text: string, indentChars: number, keepNext = false): Paragraph =>
  line({
    keepNext,
    keepLines: true,
    alignment: AlignmentType.RIGHT,
    indent: { right: Math.round(indentChars * pitch) },
    children: [textRun(text)],
  })

/**
 * Begins so many characters before the right edge. Where Western letters are wider than half a Chinese one, the line
 * may run into the margin: a date is never broken.
 */
export const lineFromRight = (text: string, chars: number): Paragraph =>
  line({
    indent: { left: Math.max(0, page.textWidth - Math.round(chars * pitch)), right: -3 * character },
    autoSpaceEastAsianText: false,
    children: [textRun(text)],
  })

/** Indented by two characters and not justified: for lines that hold numbers, which do not break at their dashes. */
export const looseLine = (text: string): Paragraph => {
  const parts = text.split('-').flatMap((part, index) => (index > 0 ? [new NoBreakHyphen(), part] : [part]))
  return line({
    indent: { firstLineChars: 200, firstLine: 2 * character },
    children: [
      new TextRun({ children: parts, font: font('body'), size: size.body, ...spacingAt(size.body) }),
    ],
  })
}

/** 附件：1.×××, the following ones below the first name. */
export const attachmentLines = (names: readonly string[]): Paragraph[] =>
  names.map((name, index) => {
    const label = index === 0 ? '附件：' : ''
    const number = names.length > 1 ? `${index + 1}.` : ''
    const hanging = Math.round(widthOf(label + number) * character)
    const left = Math.round((2 + 3 + widthOf(number)) * character)
    return line({ indent: { left, hanging }, children: [textRun(`${label}${number}${name}`)] })
  })

export function headingLine(runs: readonly Run[], depth: number): Paragraph {
  const level = headingLevel(textOf(runs), depth)
  return line({
    keepNext: true,
    outlineLevel: level - 1,
    indent: { firstLineChars: 200, firstLine: 2 * character },
    children: textRuns(runs, faceOfLevel[level]),
  })
}

/** Body text; a numbered lead ("一、…" or "（一）….") has the face of its level. */
export function bodyParagraph(block: Extract<Block, { kind: 'paragraph' }>): Paragraph {
  const lead = leadLength(textOf(block.runs))
  if (!lead) return indented(textRuns(block.runs, 'body'), block.indent)
  const [head, rest] = splitRuns(block.runs, lead.length)
  const whole = rest.length === 0
  return line({
    alignment: AlignmentType.BOTH,
    keepNext: whole,
    outlineLevel: whole ? lead.level - 1 : undefined,
    indent: { firstLineChars: 200, firstLine: 2 * character, left: block.indent * character },
    children: [...textRuns(head, faceOfLevel[lead.level]), ...textRuns(rest, 'body')],
  })
}

function splitRuns(runs: readonly Run[], length: number): [Run[], Run[]] {
  const head: Run[] = []
  const rest: Run[] = []
  let at = 0
  for (const run of runs) {
    if (run.kind !== 'text') {
      ;(at <= length ? head : rest).push(run)
      continue
    }
    const cut = Math.min(run.text.length, Math.max(0, length - at))
    if (cut > 0) head.push({ ...run, text: run.text.slice(0, cut) })
    if (cut < run.text.length) rest.push({ ...run, text: run.text.slice(cut) })
    at += run.text.length
  }
  return [head, rest]
}

/** A line of exact height would cut the picture off. */
export const pictureLine = (picture: Picture, alt: string, keepNext: boolean): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 120, after: 60 },
    keepNext,
    children: [pictureRun(picture, alt)],
  })

export const captionLine = (runs: readonly Run[], face: Face = 'kaiti', keepNext = false): Paragraph =>
  line({ alignment: AlignmentType.CENTER, keepNext, children: textRuns(runs, face, size.table) })

/** A little air above and below a table: its rules must not touch the lines of text. */
export const gap = (keepNext = false): Paragraph =>
  new Paragraph({
    spacing: { line: 120, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    keepNext,
    children: [],
  })
