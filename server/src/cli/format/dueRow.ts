// What `ligao due` says about one time of one file; its JSON is a contract with other programs.

import type { DueEntry } from '../../core/report/dueEntries'
import { formatIso } from '../../core/text/dates'
import { type Position, positionsOf } from './positions'

export interface DueRow {
  readonly file: string
  readonly title: string
  readonly zone: string
  readonly entry: DueEntry
  readonly instant: number | null
  readonly wholeDay: boolean
  readonly range: { readonly start: Position; readonly end: Position }
}

export function dueRows(
  file: string,
  text: string,
  title: string,
  entries: readonly DueEntry[],
  zone: string,
): DueRow[] {
  const position = positionsOf(text)
  return entries.map(entry => ({
    file,
    title,
    zone,
    entry,
    instant: entry.due,
    wholeDay: entry.wholeDay,
    range: { start: position(entry.start), end: position(entry.end) },
  }))
}

export function dueJson(rows: readonly DueRow[]): string {
  return `${JSON.stringify(
    rows.map(({ file, range, entry, instant, zone }) => ({
      file,
      text: entry.text,
      range,
      nature: entry.nature,
      due: instant === null ? null : formatIso(instant, zone),
      matter: entry.matter,
      owner: entry.owner || null,
    })),
    null,
    2,
  )}\n`
}
