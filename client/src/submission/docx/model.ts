// What stands on a page, whatever it was read from (Markdown, HTML, Word): runs of text, and the few kinds of block that an
// official document has.

export interface Marks {
  bold?: boolean
  italic?: boolean
  strike?: boolean
  underline?: boolean
  /** ² or ₂ */
  script?: 'super' | 'sub'
}

export type TextRun = { kind: 'text'; text: string } & Marks

/** A footnote where it is called. `paragraphs` is undefined where the same note is called once more. */
export interface NoteRun {
  kind: 'note'
  number: number
  paragraphs?: Run[][]
}

export type Run =
  | TextRun
  | { kind: 'break'; hard: boolean }
  | { kind: 'image'; target: string; alt: string }
  | NoteRun

export type Align = 'left' | 'center' | 'right'

export interface Cell {
  runs: Run[]
  align?: Align
  /** Columns and rows that it covers; 1 unless said. */
  columns?: number
  rows?: number
}

export interface TableBlock {
  kind: 'table'
  rows: Cell[][]
  /** By column. */
  aligns: (Align | undefined)[]
  /** How many rows at the top are the head, which is repeated on each page. */
  headRows: number
}

export type Block =
  | { kind: 'heading'; depth: number; runs: Run[] }
  | { kind: 'paragraph'; runs: Run[]; indent: number }
  | { kind: 'image'; target: string; alt: string }
  | TableBlock

export const textOf = (runs: readonly Run[]): string =>
  runs.map(run => (run.kind === 'text' ? run.text : '')).join('')

const marksOf = ({ kind: _, text: __, ...marks }: TextRun): string =>
  JSON.stringify(Object.entries(marks).sort())

/** Text that looks alike and stands side by side is one run. */
export function mergedText(runs: readonly Run[]): Run[] {
  const merged: Run[] = []
  let pending: string[] = []
  let style: TextRun | undefined
  const flush = () => {
    if (style) merged.push({ ...style, text: pending.join('') })
    style = undefined
    pending = []
  }
  for (const run of runs) {
    if (run.kind !== 'text') {
      flush()
      merged.push(run)
      continue
    }
    if (style && marksOf(style) !== marksOf(run)) flush()
    style ??= run
    pending.push(run.text)
  }
  flush()
  return merged
}

/** Whether a reader would see anything of it. */
export const isBlank = (runs: readonly Run[]): boolean =>
  runs.every(run => run.kind === 'break' || (run.kind === 'text' && run.text.trim() === ''))

/** Without blanks at the edges: the indent of two characters is the paragraph's own. */
export function trimmed(runs: readonly Run[]): Run[] {
  const copy = runs.map(run => ({ ...run }))
  const edge = (pick: () => Run | undefined, drop: () => void, cut: (text: string) => string) => {
    for (let run = pick(); run; run = pick()) {
      if (run.kind === 'text') {
        run.text = cut(run.text)
        if (run.text !== '') return
      } else if (run.kind !== 'break') return
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

/** The lines between hard breaks and pictures: what becomes paragraphs of their own. */
export function* pieces(runs: readonly Run[]): Generator<Run[] | Extract<Run, { kind: 'image' }>> {
  let line: Run[] = []
  for (const run of runs) {
    if (run.kind !== 'break' && run.kind !== 'image') {
      line.push(run)
      continue
    }
    if (!isBlank(line)) yield trimmed(line)
    line = []
    if (run.kind === 'image') yield run
  }
  if (!isBlank(line)) yield trimmed(line)
}
