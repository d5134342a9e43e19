// A lead that went into a report says so in its head, so that nobody uses it a second time unawares.

import type { TextEdit } from '../submission/text/handInFields'
import { yamlText } from '../submission/text/yamlText'
import { type Head, lineStart, linesAtEnd, newHead, openHead, pairOf, rangeOf } from './head'
import { readLead, usedKeys } from './lead'

const reportKeys = [usedKeys.reports, 'used_in']
const timeKeys = [usedKeys.at, 'used_at']

/** `report` is missing where somebody only says that the lead is done with. Undefined where the head cannot be edited. */
export function usedEdits(
  text: string,
  { report, at }: { readonly report?: string; readonly at: string },
): TextEdit[] | undefined {
  const head = openHead(text)
  if (head === 'broken') return undefined
  const reports = [...new Set([...(readLead(text).used?.reports ?? []), ...(report ? [report] : [])])]
  const lines = [...reportLines(reports), `${usedKeys.at}: ${yamlText(at)}`]
  if (!head) return [newHead(text, ['类型: 线索', ...lines])]
  const removed = removals(text, head)
  const added = linesAtEnd(text, head, lines)
  return removed && added && [...removed, added]
}

/** Takes the mark away again. */
export function unusedEdits(text: string): TextEdit[] | undefined {
  const head = openHead(text)
  return head === 'broken' ? undefined : head ? removals(text, head) : []
}

function reportLines(reports: readonly string[]): string[] {
  if (reports.length === 0) return []
  const [only] = reports
  return reports.length === 1
    ? [`${usedKeys.reports}: ${yamlText(only!)}`]
    : [`${usedKeys.reports}:`, ...reports.map(report => `  - ${yamlText(report)}`)]
}

/** Whole lines of the two keys; undefined in a head that is written on one line. */
function removals(text: string, head: Head): TextEdit[] | undefined {
  const edits: TextEdit[] = []
  for (const keys of [reportKeys, timeKeys]) {
    const pair = pairOf(head, keys)
    const key = rangeOf(pair?.key)
    if (!pair || !key) continue
    if (head.map?.flow) return undefined
    const value = rangeOf(pair.value)
    const end = value ? value[0] + head.source.slice(...value).trimEnd().length : key[1]
    const from = head.at(lineStart(head.source, key[0]))
    const lf = text.indexOf('\n', head.at(end))
    edits.push({ start: from, end: lf < 0 || lf >= head.end ? head.end : lf + 1, newText: '' })
  }
  return edits
}
