// All safe fixes at once: what may be mended unasked, without overlap and without touching the structure of the draft.

import type { Draft, Edit, Finding } from '../../core'
import { edited, sameStructure } from './structure'

export function fixAllEdits(draft: Draft, findings: readonly Finding[]): Edit[] {
  const chosen: (readonly Edit[])[] = []
  const taken: Edit[] = []
  for (const finding of findings) {
    const fix = finding.fixes.find(each => each.safe && !each.snippet && each.edits.length > 0)
    if (
      !fix ||
      fix.edits.some((edit, i) => [...taken, ...fix.edits.slice(0, i)].some(other => meets(edit, other)))
    )
      continue
    chosen.push(fix.edits)
    taken.push(...fix.edits)
  }
  if (taken.length === 0 || keeps(draft, taken)) return taken
  // One of them does more than it means to: only those that are harmless alone, and together.
  const harmless = chosen.filter(edits => keeps(draft, edits)).flat()
  return keeps(draft, harmless) ? harmless : []
}

const keeps = (draft: Draft, edits: readonly Edit[]) => sameStructure(draft, edited(draft, edits))

/** Two insertions at one place meet as well: their order would be chance. */
function meets(a: Edit, b: Edit): boolean {
  return (a.start < b.end && b.start < a.end) || a.start === b.start
}
