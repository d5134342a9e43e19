// Measures that are still to be taken, so that somebody has to do them by some time. Measures already done, and what a
// passage says of all its measures at once, are taken into account here for both rules.

import type { DocumentView, Reading } from '../engine/rule'
import { chainOf } from '../facts/analysis/chain'
import type { Item } from '../facts/analysis/items'
import type { RolePassage } from '../facts/analysis/passage'
import { joinTraits, type Traits, withSaid } from '../facts/analysis/traits'
import type { KindId } from './kinds'
import { titleOf } from './occasion'

export interface OpenMeasure {
  readonly item: Item
  /** Its own and those that its passage states for all. */
  readonly traits: Traits
  readonly lacksTime: boolean
}

export interface OpenPassage {
  readonly passage: RolePassage
  readonly measures: readonly OpenMeasure[]
}

const reading: Reading<readonly OpenPassage[], [KindId]> = { id: 'open-measures', read: readOpen }

export function openMeasures(document: DocumentView, kind: KindId): readonly OpenPassage[] {
  return document.derived(reading, kind)
}

/** Kinds that are about what is to be done; elsewhere 措施 after a story may be the story's own. */
const aboutMeasures: ReadonlySet<KindId> = new Set(['problem', 'proposal', 'survey', 'special', 'overview'])

function isAhead({ ahead }: RolePassage, kind: KindId): boolean {
  return ahead === 'announced' || ahead === 'follows' || (ahead === 'perhaps' && aboutMeasures.has(kind))
}

function readOpen(document: DocumentView, kind: KindId): OpenPassage[] {
  // A government's report to its congress speaks for the whole government; its tasks are assigned in another paper.
  if (/政府工作报告/.test(titleOf(document))) return []
  return chainOf(document)
    .of('measure')
    .flatMap(passage => (isAhead(passage, kind) ? openIn(passage) : []))
}

/** Passages outlive edits elsewhere, and what is open in them with them. */
const openOf = new WeakMap<RolePassage, readonly OpenPassage[]>()

function openIn(passage: RolePassage): readonly OpenPassage[] {
  const before = openOf.get(passage)
  if (before) return before
  const measures = passage.items.flatMap(item => {
    const own = item.traits
    if (own.time === 'done' && own.owner !== 'none') return []
    const traits = passage.shared ? withShared(own, passage.shared) : own
    return [{ item, traits, lacksTime: lacksTime(traits) }]
  })
  const open = measures.length ? [{ passage, measures }] : []
  openOf.set(passage, open)
  return open
}

/** A lead-in gives owner and time to all; its 尽快 is no time for any. */
function withShared(own: Traits, shared: Traits): Traits {
  const told = shared.time === 'vague' ? withSaid(shared, { time: 'none', timeText: '' }) : shared
  const all = joinTraits([own, told])
  return withSaid(own, {
    owner: all.owner,
    ownerText: all.ownerText,
    time: all.time,
    timeText: all.timeText,
  })
}

/** A request to a named office above is complete without a day that only that office can set. */
function lacksTime(traits: Traits): boolean {
  if (traits.time === 'period') return !traits.figure && traits.standard === ''
  if (traits.time !== 'none' && traits.time !== 'vague') return false
  return !(traits.request && traits.owner === 'named')
}
