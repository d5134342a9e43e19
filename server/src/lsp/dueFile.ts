// What one draft owes, as the client is told of it, and when that answer changes although nobody edits.

import { type Draft, type Instant, kindById, type Language, type Settings, say } from '../core'
import { type DueEntry, dueEntries } from '../core/report/dueEntries'
import { endOfDay, formatIso, wallTime } from '../core/text/dates'
import type { DueFile, DueItem } from '../protocol'
import { pathOf } from './checks'
import { type Lines, positionAt, rangeOf } from './lines'

export interface ReadDueFile {
  /** Undefined: it owes nothing. */
  readonly file: DueFile | undefined
  readonly expires: Instant | undefined
}

export function readDueFile(
  { uri, draft, lines }: { uri: string; draft: Draft; lines: Lines },
  settings: Settings,
  language: Language,
  now: Instant,
): ReadDueFile {
  const path = pathOf(uri)
  const { title, entries, dated, classification } = dueEntries(draft, { settings, now, path })
  const items = entries.flatMap(entry => itemOf(entry, lines, settings.timeZone, language) ?? [])
  if (items.length === 0 || !classification) return { file: undefined, expires: undefined }
  const next = entries.flatMap(({ recurring, due }) => (recurring && due !== null ? due + 1 : []))
  // Without a date of its own, everything in it counts from today.
  if (!dated) next.push(endOfDay(settings.timeZone, wallTime(settings.timeZone, now).day) + 1)
  return {
    file: {
      uri,
      title: title || path.replace(/^.*\//, ''),
      kindLabel: say(kindById[classification.kind].label, language),
      items,
    },
    expires: next.length ? Math.min(...next) : undefined,
  }
}

function itemOf(entry: DueEntry, lines: Lines, zone: string, language: Language): DueItem | undefined {
  const { nature, due, nearFrom, doneAt } = entry
  if ((nature !== 'obligation' && nature !== 'plan') || due === null) return undefined
  return {
    of: entry.of,
    nature,
    text: entry.text,
    matter: entry.matter,
    owner: entry.owner,
    due: formatIso(due, zone),
    wholeDay: entry.wholeDay,
    nearFrom: formatIso(nearFrom ?? due, zone),
    recurring: entry.recurring,
    basis: say(entry.basis, language),
    range: rangeOf(lines, entry),
    ...(doneAt !== undefined && { doneAt: positionAt(lines, doneAt) }),
  }
}
