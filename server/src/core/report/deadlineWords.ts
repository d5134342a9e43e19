// What the deadline rules say about a limit, and the entry of the head they say it at.

import type { FrontMatterKey } from '../document/head'
import type { DocumentView, Place } from '../engine/rule'
import type { ReportDeadline } from './deadlines'

/** The values that messages about a limit are filled with. */
export function deadlineValues(deadline: ReportDeadline): Record<string, string> {
  const { choice } = deadline
  return {
    arithmetic: deadline.arithmetic,
    standing: deadline.standing[0],
    standingEn: deadline.standing[1],
    basis: choice?.citation[0] ?? '',
    basisEn: choice?.citation[1] ?? '',
    title: choice?.title[0] ?? '',
    titleEn: choice?.title[1] ?? '',
  }
}

/** The first of these entries that the head has, at its key. */
export function headPlace(document: DocumentView, keys: readonly FrontMatterKey[]): Place | undefined {
  for (const key of keys) {
    const entry = document.frontMatter?.entries.get(key)
    if (entry) return { source: entry.key }
  }
  return undefined
}

/** The entry that the limit was counted from, else any that is there. */
export function clockKeys(deadline: ReportDeadline): readonly FrontMatterKey[] {
  if (deadline.choice?.instant !== undefined) return ['报送时限', '接报时间', '事发时间', '类型']
  if (deadline.clock?.start === 'previous') return ['上次报送时间', '报送时限', '类型']
  if (deadline.clock?.start === 'closed') return ['处置结束时间', '报送时限', '类型']
  return deadline.clock?.name === '事发'
    ? ['事发时间', '接报时间', '报送时限', '类型']
    : ['接报时间', '事发时间', '报送时限', '类型']
}
