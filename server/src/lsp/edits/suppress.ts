// Switching a finding off where it stands, with a reason: a comment before its line. Several places are tried, and the
// first that leaves lists, tables and paragraphs whole and really covers the finding is taken.

import {
  type Draft,
  type Edit,
  type Rule,
  readSuppressions,
  ruleNames,
  suppressionComment,
  type Text,
  unsuppressable,
  writtenName,
} from '../../core'
import { affords, type Budget, edited, lineBreakOf, sameStructure, sameWords } from './structure'

export interface SuppressEdit {
  readonly edits: readonly Edit[]
}

/** Stands where the reason goes; whoever builds the edit puts a tab stop in its place. */
export const reasonMark = '⟪reason⟫'

/** Switches `rules` off wherever one of them speaks: a finding may have reasons on several lines of a wrapped paragraph. */
export function suppressEdits(
  draft: Draft,
  places: readonly number[],
  rules: readonly string[],
  known: readonly Rule[],
  budget: Budget,
): SuppressEdit | undefined {
  const lines = new Map(places.map(at => [lineOf(draft.text, at).start, at]))
  const made = [...lines.values()].map(at => suppressEdit(draft, at, rules, known, budget))
  const edits = made.flatMap(each => each?.edits ?? [])
  return made.every(each => each !== undefined) ? { edits } : undefined
}

function suppressEdit(
  draft: Draft,
  at: number,
  rules: readonly string[],
  known: readonly Rule[],
  budget: Budget,
): SuppressEdit | undefined {
  if (rules.some(rule => unsuppressable.has(rule)) || at < draft.bodyStart) return undefined
  const line = lineOf(draft.text, at)
  const names = rules.map(id => writtenName(known.find(rule => rule.id === id)?.title[0] ?? id))
  const next = suppressionComment('disable-next-line', names, reasonMark)
  const candidates = [
    ...beforeLine(draft, line, next, inList(draft, at)),
    ...atLineEnd(draft, line, next),
    ...around(draft, at, names),
  ]
  return candidates.find(candidate => affords(budget, draft) && holds(draft, candidate, at, rules, known))
}

interface Line {
  readonly start: number
  readonly prefix: string
}

function lineOf(text: Text, at: number): Line {
  const start = text.lastIndexOf('\n', at - 1) + 1
  return { start, prefix: /^[ \t]*(?:>[ \t]?)*[ \t]*/.exec(text.slice(start, start + 200))![0] }
}

const inList = ({ blocks }: Draft, at: number) =>
  blocks.some(({ block, start, end }) => start <= at && at <= end && block.context.listDepth > 0)

/** A line of its own. Between list items it is indented, so that it belongs to the item before and the list stays one. */
function beforeLine(
  { text }: Draft,
  { start, prefix }: Line,
  comment: string,
  inside: boolean,
): SuppressEdit[] {
  return (inside ? ['', '  ', '   ', '    '] : ['']).map(indent => ({
    edits: [{ start, end: start, text: `${prefix}${indent}${comment}${lineBreakOf(text)}` }],
  }))
}

/** Inside a hard-wrapped paragraph a line of its own would split it; behind the line before it does not. */
function atLineEnd({ text }: Draft, { start }: Line, comment: string): SuppressEdit[] {
  if (start === 0) return []
  const end = start - (text.slice(start - 2, start - 1) === '\r' ? 2 : 1)
  // Without a blank first: behind Chinese punctuation a blank would be one more character to the reader.
  return ['', ' '].map(blank => ({ edits: [{ start: end, end, text: `${blank}${comment}` }] }))
}

/** Rows of a table leave no room for a comment: it goes around the table. */
function around({ text, blocks }: Draft, at: number, names: readonly string[]): SuppressEdit[] {
  const placed = blocks.find(({ start, end }) => start <= at && at <= end)
  if (!placed) return []
  const { start, prefix } = lineOf(text, placed.start)
  const lf = text.indexOf('\n', placed.end)
  const end = lf < 0 ? text.length : lf - (text.slice(lf - 1, lf) === '\r' ? 1 : 0)
  const eol = lineBreakOf(text)
  const open = `${prefix}${suppressionComment('disable', names, reasonMark)}${eol}`
  const close = `${prefix}${suppressionComment('enable', names)}`
  return ['', `${prefix.trimEnd()}${eol}`].map(gap => ({
    edits: [
      { start, end: start, text: `${open}${gap}` },
      { start: end, end, text: `${eol}${gap}${close}` },
    ],
  }))
}

function holds(
  draft: Draft,
  { edits }: SuppressEdit,
  at: number,
  rules: readonly string[],
  known: readonly Rule[],
): boolean {
  const after = edited(draft, edits)
  if (!sameStructure(draft, after, sameWords)) return false
  const moved = at + edits.reduce((sum, edit) => (edit.start <= at ? sum + edit.text.length : sum), 0)
  const now = readSuppressions(after, ruleNames(known))
  return rules.every(rule =>
    now.some(each => each.rule === rule && each.covers.start <= moved && moved < each.covers.end),
  )
}
