// Passages that no heading announces: sibling items under plain headings that all state problems, or all say what ought to
// be done, are a passage on problems or measures whatever they are called.

import { readNumbering } from '../../document/numbering'
import type { Section } from '../../document/outline'
import type { DocumentView } from '../../engine/rule'
import { itemsOf, type Part } from './items'
import type { RolePassage } from './passage'
import { leanAt } from './reading'

type Lean = 'problem' | 'measure'

/** Far more siblings than any report has. */
const mostSiblings = 40
/** And far more parts: what is longer than that is searched at its beginning only. */
const mostLooks = 120

export function passagesByMeaning(
  view: DocumentView,
  announced: readonly RolePassage[],
  titleBlock: number,
): RolePassage[] {
  const wanted = (['problem', 'measure'] as const).filter(
    role => !announced.some(passage => passage.role === role && passage.items.length > 0),
  )
  if (wanted.length === 0) return []
  const taken = (block: number) =>
    announced.some(passage => passage.items.length > 0 && block >= passage.from && block < passage.to)
  const found: RolePassage[] = []
  let looks = 0
  const visit = (parent: Section) => {
    if (looks > mostLooks) return
    const { children } = parent
    const siblings = [
      ...children.filter(child => child.headingBlock !== titleBlock),
      ...paragraphsOf(view, parent),
    ]
    if (siblings.length > mostSiblings) return
    const free = siblings.filter(sibling => !taken(sibling.from))
    looks += free.length
    const shared = sharedLeaning(view, free, wanted)
    if (shared) {
      found.push(passageOf(view, shared.role, shared.telling))
      return
    }
    children.forEach(visit)
  }
  visit(view.outline)
  return found
}

/**
 * What most of the siblings say, with those that say it. Their sentences are read one sibling after the other and no further
 * than it takes to see that they agree on nothing: reading is what costs.
 */
function sharedLeaning(
  view: DocumentView,
  siblings: readonly Stretch[],
  wanted: readonly Lean[],
): { readonly role: Lean; readonly telling: readonly Stretch[] } | undefined {
  const least = Math.max(2, siblings.length * 0.6)
  const telling: Record<Lean, Stretch[]> = { problem: [], measure: [] }
  for (let i = 0; i < siblings.length; i++) {
    if (wanted.every(role => telling[role].length + siblings.length - i < least)) return undefined
    const lean = leaning(view, siblings[i]!)
    if (lean) telling[lean].push(siblings[i]!)
  }
  const role = wanted.find(each => telling[each].length >= least)
  return role && { role, telling: telling[role] }
}

interface Stretch {
  readonly from: number
  readonly to: number
}

/** Numbered paragraphs too long for headings are siblings as well. */
function paragraphsOf(view: DocumentView, parent: Section): Stretch[] {
  const end = Math.min(parent.children[0]?.from ?? parent.to, parent.from + mostSiblings * 2)
  const found: Stretch[] = []
  for (let block = Math.max(parent.from, 0); block < end; block++) {
    const { text, heading, context } = view.block(block)
    if (context.type === 'paragraph' && !heading && readNumbering(text))
      found.push({ from: block, to: block + 1 })
  }
  return found
}

/** What the sentences of a section say outright; undefined when they say both or neither. */
function leaning(view: DocumentView, { from, to }: Stretch): Lean | undefined {
  let problem = 0
  let measure = 0
  for (let block = from; block < Math.min(to, from + 12); block++) {
    const { problems, measures } = leanAt(view, block)
    problem += problems
    measure += measures
  }
  if (problem > measure * 2) return 'problem'
  return measure > problem * 2 ? 'measure' : undefined
}

function passageOf(view: DocumentView, role: Lean, sections: readonly Stretch[]): RolePassage {
  const parts: Part[] = []
  for (const { from, to } of sections)
    for (let block = from; block < to; block++) {
      const { text } = view.block(block)
      if (text !== '') parts.push({ block, start: 0, end: text.length })
    }
  const { items } = itemsOf(view, role, parts)
  const first = sections[0]!
  return {
    role,
    ahead: role === 'measure' ? 'announced' : 'no',
    at: items[0]?.at ?? { block: first.from, start: 0, end: 1 },
    from: first.from,
    to: sections[sections.length - 1]!.to,
    titled: false,
    title: '',
    items,
    shared: undefined,
  }
}
