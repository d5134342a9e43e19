// Folding after the Chinese outline, and of the front matter.

import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver/node'
import { allSections } from '../../core'
import type { OpenDocument } from '../documents'
import { lineAt } from '../lines'
import { checkedReport, type Feature, guarded } from '../services'

export const folding: Feature = services => {
  services.connection.onFoldingRanges(
    guarded(services, 'foldingRange', null, async ({ textDocument: { uri } }) => {
      const checked = await checkedReport(services, uri)
      return checked ? foldsOf(checked.document) : []
    }),
  )
  return { capabilities: { foldingRangeProvider: true } }
}

function foldsOf({ draft, lines }: OpenDocument): FoldingRange[] {
  const folds: FoldingRange[] = []
  const add = (start: number, end: number, kind?: FoldingRangeKind) => {
    const [startLine, endLine] = [lineAt(lines, start), lineAt(lines, end)]
    if (endLine > startLine) folds.push({ startLine, endLine, ...(kind ? { kind } : {}) })
  }
  if (draft.frontMatter && draft.bodyStart > 0) add(0, draft.frontMatter.inner.end, FoldingRangeKind.Region)
  for (const section of allSections(draft.outline)) {
    const heading = draft.blocks[section.headingBlock]
    const last = draft.blocks[section.to - 1]
    if (heading && last) add(heading.start, Math.max(heading.start, last.end - 1))
  }
  return folds
}
