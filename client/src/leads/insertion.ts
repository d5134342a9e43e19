// A lead goes into a report: its text where the cursor is, its author into 拟稿人. Edits only; whoever applies them does
// it in one step, so that one undo takes all of it back.

import { withoutEnd } from '../submission/text/edges'
import type { TextEdit } from '../submission/text/handInFields'
import { creditEdits } from './authors'
import { bodyStartOf, eolOf, openHead } from './head'
import { contentOf, type Lead } from './lead'
import { relinked } from './links'

/** What a giver of leads is credited for. */
export const leadPart = '线索'

export interface LeadInsertion {
  readonly edits: readonly TextEdit[]
  /** Offset of the report as it is now. */
  readonly at: number
  /** Who was added to 拟稿人; `impossible` where the head cannot be edited. */
  readonly credited: readonly string[] | 'impossible'
}

export interface Paths {
  readonly lead: string
  readonly report: string
}

/** Undefined where the lead says nothing yet. */
export function insertLeadEdits(
  report: string,
  cursor: number,
  lead: Lead,
  paths: Paths,
): LeadInsertion | undefined {
  const content = contentOf(lead)
  if (content === '') return undefined
  const eol = eolOf(report)
  const { at, before, after } = placeFor(report, cursor)
  const text = relinked(content, paths.lead, paths.report).replaceAll('\n', eol)
  const body: TextEdit = { start: at, end: at, newText: before + text + after }
  const people = lead.by.map(({ name }) => ({ name, part: leadPart }))
  const credit = creditEdits(report, people)
  const credited = credit === undefined ? 'impossible' : credit.length === 0 ? [] : namesAdded(report, lead)
  return { edits: merged([...(credit ?? []), body]), at, credited }
}

function namesAdded(report: string, lead: Lead): string[] {
  const all = lead.by.map(({ name }) => name)
  return all.filter(name => (creditEdits(report, [{ name, part: leadPart }])?.length ?? 0) > 0)
}

/** Two insertions at one place are one: nobody has to guess which comes first. */
function merged(edits: readonly TextEdit[]): TextEdit[] {
  const [last, ...others] = [...edits].reverse()
  const twin = others.find(({ start, end }) => start === last!.start && end === last!.start)
  if (!twin) return [...edits]
  return [
    ...others.filter(each => each !== twin).reverse(),
    { ...twin, newText: twin.newText + last!.newText },
  ]
}

interface Place {
  readonly at: number
  readonly before: string
  readonly after: string
}

/**
 * On an empty line there; in a line of text behind it, because nobody wants a sentence cut in two. In the head, which is
 * where the cursor is in a file just opened, at the end.
 */
export function placeFor(text: string, cursor: number): Place {
  const bodyStart = Math.max(bodyStartOf(text), openHead(text) === 'broken' ? text.length : 0)
  const eol = eolOf(text)
  const wanted = cursor < bodyStart ? text.length : Math.min(cursor, text.length)
  const at = outside(text, bodyStart, lineBreakBehind(text, bodyStart, wanted))
  const above = text.slice(0, at)
  const below = text.slice(at)
  const gapAbove = above.slice(withoutEnd(above, ' \t\u3000\r\n').length).split('\n').length - 1
  const gapBelow = /^(?:[ \t\u3000]*\r?\n)*/.exec(below)![0].split('\n').length - 1
  const isFirst = above.trim() === '' || above === '\ufeff'
  return {
    at,
    before: isFirst ? '' : eol.repeat(Math.max(0, 2 - gapAbove)),
    after: below.trim() === '' ? (gapBelow > 0 ? '' : eol) : eol.repeat(Math.max(0, 2 - gapBelow)),
  }
}

function lineBreakBehind(text: string, bodyStart: number, offset: number): number {
  const start = Math.max(text.lastIndexOf('\n', offset - 1) + 1, bodyStart)
  const endOf = (from: number) => {
    const lf = text.indexOf('\n', from)
    return lf < 0 ? text.length : text[lf - 1] === '\r' && lf > from ? lf - 1 : lf
  }
  const line = text.slice(start, endOf(start))
  if (line.trim() === '') return start
  let end = endOf(start)
  // Rows of a table are not parted.
  if (/^\s*\|/.test(line))
    for (let next = text.indexOf('\n', end) + 1; next > 0; next = text.indexOf('\n', end) + 1) {
      if (!/^\s*\|/.test(text.slice(next, endOf(next)))) break
      end = endOf(next)
    }
  return end
}

/** In code or in a comment nobody would see it; behind it, they do. */
function outside(text: string, bodyStart: number, at: number): number {
  const above = text.slice(bodyStart, at)
  const fences = above.match(/^ {0,3}(?:```|~~~)/gm) ?? []
  if (fences.length % 2 === 1) {
    const close = /^ {0,3}(?:```|~~~)[^\n]*$/m.exec(text.slice(at))
    return close ? lineBreakBehind(text, bodyStart, at + close.index) : text.length
  }
  const open = above.lastIndexOf('<!--')
  if (open < 0 || above.indexOf('-->', open) >= 0) return at
  const close = text.indexOf('-->', at)
  return close < 0 ? text.length : lineBreakBehind(text, bodyStart, close)
}
