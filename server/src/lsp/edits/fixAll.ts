// All safe fixes at once: what may be mended unasked, without overlap and without touching the structure of the draft.

import type { Draft, Edit, Finding } from '../../core'
import { affords, type Budget, edited, newBudget, sameStructure } from './structure'

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
  return harmless(draft, chosen, newBudget())
}

/** One fix may do more than it means to: the fixes that leave the structure alone, found by halving. */
function harmless(draft: Draft, fixes: readonly (readonly Edit[])[], budget: Budget): Edit[] {
  const edits = fixes.flat()
  if (edits.length === 0 || !affords(budget, draft)) return []
  if (sameStructure(draft, edited(draft, edits))) return edits
  if (fixes.length === 1) return []
  const middle = fixes.length >> 1
  const both = [
    ...harmless(draft, fixes.slice(0, middle), budget),
    ...harmless(draft, fixes.slice(middle), budget),
  ]
  // Harmless apart is not harmless together.
  return affords(budget, draft) && sameStructure(draft, edited(draft, both)) ? both : []
}

/** Two insertions at one place meet as well: their order would be chance. */
function meets(a: Edit, b: Edit): boolean {
  return (a.start < b.end && b.start < a.end) || a.start === b.start
}
