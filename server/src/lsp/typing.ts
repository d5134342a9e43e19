// Nobody wants to be corrected in the middle of a word: findings that are new on the line being typed wait until the
// writer pauses. What stood there before stays, so nothing flickers.

import type { Diagnostic } from 'vscode-languageserver/node'
import type { Instant } from '../core'
import type { TouchedLines } from './documents'
import { type Lines, spanOf } from './lines'

/** A line under the writer's hands and what was shown on it before. */
interface BusyLine {
  /** How many findings of each rule were shown there. */
  readonly counts: ReadonlyMap<string, number>
  /** The very findings: rule and words. */
  readonly seen: ReadonlySet<string>
}

export interface Typing {
  readonly at: Instant
  readonly lines: ReadonlyMap<number, BusyLine>
}

export interface Shown {
  readonly items: readonly Diagnostic[]
  readonly lines: Lines
}

/** The state after a change; undefined when the change was none of typing (the whole text was replaced). */
export function typed(
  before: Typing | undefined,
  shown: Shown | undefined,
  touched: readonly TouchedLines[],
  now: Instant,
): Typing | undefined {
  if (touched.length === 0) return undefined
  const lines = new Map<number, BusyLine>()
  for (const each of touched) {
    const counts = new Map<string, number>()
    const seen = new Set<string>()
    for (const item of shown?.items ?? []) {
      if (item.range.end.line < each.from || item.range.start.line > each.to) continue
      const code = String(item.code)
      counts.set(code, (counts.get(code) ?? 0) + 1)
      seen.add(wordsOf(item, shown!.lines))
    }
    // Several changes may come before anything is shown again.
    for (const [line, busy] of before?.lines ?? [])
      if (line >= each.from && line <= each.to) {
        for (const [code, count] of busy.counts) counts.set(code, Math.max(count, counts.get(code) ?? 0))
        for (const words of busy.seen) seen.add(words)
      }
    lines.set(each.now, { counts, seen })
  }
  return { at: now, lines }
}

/** What may be shown while the writer types, and how many findings wait. */
export function withoutWaiting(
  items: readonly Diagnostic[],
  lines: Lines,
  typing: Typing,
): { items: Diagnostic[]; waiting: number } {
  const left = new Map([...typing.lines].map(([line, busy]) => [line, new Map(busy.counts)]))
  const waiting = new Set<Diagnostic>()
  const take = (line: number, code: string): boolean => {
    const count = left.get(line)?.get(code) ?? 0
    if (count > 0) left.get(line)!.set(code, count - 1)
    return count > 0
  }
  const busy = items.flatMap(item => {
    for (const [line, state] of typing.lines)
      if (item.range.start.line <= line && line <= item.range.end.line) return [{ item, line, state }]
    return []
  })
  // The very words that were shown stay first; of the rest as many as the rule had there before.
  const known = ({ item, state }: (typeof busy)[number]) => state.seen.has(wordsOf(item, lines))
  for (const { item, line } of [...busy.filter(known), ...busy.filter(each => !known(each))])
    if (!take(line, String(item.code))) waiting.add(item)
  return { items: items.filter(item => !waiting.has(item)), waiting: waiting.size }
}

function wordsOf({ code, range }: Diagnostic, lines: Lines): string {
  const { start, end } = spanOf(lines, range)
  return `${code} ${lines.text.slice(start, Math.min(end, start + 200))}`
}
