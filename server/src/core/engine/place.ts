// Where a block stands in the argument of the draft: first or last words, problem, cause or measure. The one thing besides
// its own text that a block rule may read, so results are cached by text and place.

import { blockMemo } from '../document/block'
import type { Draft, PlacedBlock } from '../document/document'
import { draftMemo } from '../document/memory'
import type { Section } from '../document/outline'
import { announcedBy, type SectionRole } from '../facts/analysis/roles'

export type BlockPosition = 'first' | 'body' | 'last'

/** Interned: equal places are identical, so that they can be compared cheaply. */
export interface BlockPlace {
  readonly position: BlockPosition
  readonly role: SectionRole | undefined
}

const interned = new Map<SectionRole | undefined, Record<BlockPosition, BlockPlace>>()

function place(position: BlockPosition, role: SectionRole | undefined): BlockPlace {
  let places = interned.get(role)
  if (!places) {
    places = {
      first: { position: 'first', role },
      body: { position: 'body', role },
      last: { position: 'last', role },
    }
    interned.set(role, places)
  }
  return places[position]
}

interface Places {
  readonly sections: readonly Section[]
  readonly first: number
  readonly last: number
  readonly places: readonly BlockPlace[]
}

const remembered = draftMemo<Places>()

/**
 * The place of every block; the same list as before an edit that moved none. `first` and `last` are paragraphs of prose,
 * headings and quotations left out.
 */
export function placesOf(draft: Draft): readonly BlockPlace[] {
  const { blocks, sections, memory } = draft
  let first = 0
  while (first < blocks.length && !isProse(blocks[first]!)) first++
  let last = blocks.length - 1
  while (last > first && !isProse(blocks[last]!)) last--
  const known = remembered.get(memory) ?? remembered.before(memory)
  if (known?.sections === sections && known.first === first && known.last === last)
    return remembered.set(memory, known).places
  const roles = new Map<Section, SectionRole | undefined>()
  const found = blocks.map((_, i) => {
    const position = i === first ? 'first' : i === last ? 'last' : 'body'
    return place(position, roleOf(sections[i]!, blocks, roles))
  })
  // Most headings say nothing of the argument, and may be rewritten without moving anything.
  const same = known?.places.length === found.length && found.every((each, i) => each === known.places[i])
  const places = same ? known.places : found
  return remembered.set(memory, { sections, first, last, places }).places
}

function isProse({ block }: PlacedBlock): boolean {
  return (
    block.context.type === 'paragraph' &&
    !block.context.quoted &&
    block.text.length > 12 &&
    !block.heading?.standalone
  )
}

/** The nearest section around the block whose title announces something. */
function roleOf(
  section: Section,
  blocks: readonly PlacedBlock[],
  known: Map<Section, SectionRole | undefined>,
): SectionRole | undefined {
  if (known.has(section)) return known.get(section)
  const own =
    section.headingBlock >= 0 ? announcedRole(blocks[section.headingBlock]!, section.title) : undefined
  const role = own ?? (section.parent ? roleOf(section.parent, blocks, known) : undefined)
  known.set(section, role)
  return role
}

const announced = blockMemo<SectionRole | 'none'>()

function announcedRole({ block }: PlacedBlock, title: string): SectionRole | undefined {
  const role = announced.get(block) ?? announced.set(block, announcedBy(title).roles[0] ?? 'none')
  return role === 'none' ? undefined : role
}
