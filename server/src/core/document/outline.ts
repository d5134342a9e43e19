// The outline of a draft: `#` headings and textual ones (一、 （一） 1. （1） 一是) in one tree.

import type { BlockHeading } from './block'
import type { PlacedBlock } from './document'

export interface Section {
  /** Nesting depth in the tree, 1 for the outermost. */
  readonly depth: number
  /** The words of the heading without its number; '' for text before the first heading. */
  readonly title: string
  /** Index of the block that holds the heading; -1 for the part before the first heading. */
  readonly headingBlock: number
  /** Blocks of the section with all its subsections: first (the heading's) and one past the last. */
  readonly from: number
  to: number
  readonly parent: Section | undefined
  readonly children: Section[]
  /** Sort key of the heading: `#` levels come before textual ones. */
  readonly rank: number
}

/** Builds the tree from the headings. Quoted blocks do not take part. */
export function buildOutline(blocks: readonly PlacedBlock[]): Section {
  const root: Section = {
    depth: 0,
    title: '',
    headingBlock: -1,
    from: 0,
    to: blocks.length,
    parent: undefined,
    children: [],
    rank: 0,
  }
  let current = root
  for (let i = 0; i < blocks.length; i++) {
    const heading = blocks[i]!.block.heading
    if (!heading) continue
    const rank = rankOf(heading)
    while (current.rank >= rank && current.parent) {
      current.to = i
      current = current.parent
    }
    const section: Section = {
      depth: current.depth + 1,
      title: heading.text.trim(),
      headingBlock: i,
      from: i,
      to: blocks.length,
      parent: current,
      children: [],
      rank,
    }
    current.children.push(section)
    current = section
  }
  return root
}

/** A numbered heading sits at its GB/T 9704 level wherever `#` puts it; without a number `#` alone decides. */
function rankOf({ numbering, level }: BlockHeading): number {
  return numbering ? 10 + numbering.level : level
}

/** The outline is the same with the one as with the other. */
export function sameHeading(a: BlockHeading | undefined, b: BlockHeading | undefined): boolean {
  return a === b || (!!a && !!b && rankOf(a) === rankOf(b) && a.text.trim() === b.text.trim())
}

/** The innermost section of every block, by block index. */
export function sectionOfBlock(root: Section, count: number): Section[] {
  const owner: Section[] = new Array(count).fill(root)
  const visit = (section: Section) => {
    for (const child of section.children) {
      for (let i = child.from; i < child.to; i++) owner[i] = child
      visit(child)
    }
  }
  visit(root)
  return owner
}

/** Every section in document order, the root left out. */
export function* allSections(root: Section): Generator<Section> {
  for (const child of root.children) {
    yield child
    yield* allSections(child)
  }
}
