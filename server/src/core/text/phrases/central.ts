// Formulas of the Party's centre: 以习近平新时代中国特色社会主义思想为指导, 党的二十大精神. They are written as prescribed, so they are no stock
// phrases, whoever writes them needs no telling to delete them, and two drafts that share them do not share a text.

import * as central from '../../knowledge/central.generated'
import { anyOf } from '../../knowledge/cue'
import type { Span } from '../../types'
import { endOfClause, startOfClause } from './clause'

export const centralFormula = anyOf(central.cues)
const each = anyOf(central.cues, 'g')

/** The clauses that hold a formula, in order, none twice. */
export function centralClauses(text: string): Span[] {
  const clauses: Span[] = []
  for (const { index } of text.matchAll(each)) {
    const last = clauses.at(-1)
    if (last && index < last.end) continue
    clauses.push({ start: startOfClause(text, index), end: endOfClause(text, index) })
  }
  return clauses
}

/** A text with the words of those clauses taken out. */
export function withoutCentral(text: string): string {
  const clauses = centralClauses(text)
  if (clauses.length === 0) return text
  let kept = ''
  let from = 0
  for (const { start, end } of clauses) {
    kept += text.slice(from, start)
    from = end
  }
  return kept + text.slice(from)
}
