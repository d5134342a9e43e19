// A passage on problems, causes or measures: its items and what is said of all of them. Kept with its first block, and
// taken again as long as none of its blocks has changed and the same ones may sign the draft: an edit elsewhere costs it
// nothing.

import { type Block, blockMemo } from '../../document/block'
import type { DocumentView } from '../../engine/rule'
import { type Item, itemFrom, itemsOf, type Part, signableFrom } from './items'
import { statementsAt, traitsAt } from './reading'
import type { Announced, SectionRole } from './roles'
import { joinTraits, type Traits } from './traits'

/**
 * `announced` says so (下一步), `follows` stands behind a part on problems, `perhaps` behind problems told in running text;
 * `no` tells what was done.
 */
export type Ahead = 'announced' | 'follows' | 'perhaps' | 'no'

/** A section, or a stretch of text, that deals with one part of the chain. */
export interface RolePassage {
  readonly role: SectionRole
  /** For measures: still to be taken, so somebody has to do it by some time. */
  readonly ahead: Ahead
  /** Heading or opening words. */
  readonly at: Part
  /** The block at which the passage starts, and one past its last. */
  readonly from: number
  readonly to: number
  readonly titled: boolean
  readonly title: string
  readonly items: readonly Item[]
  /** What is said of all items at once, in the heading, the lead-in or a table. */
  readonly shared: Traits | undefined
  /** Told in running text, which announces no part and owes no list. */
  readonly told?: true
}

/** A passage that the walk over the blocks has begun. */
export interface Open {
  readonly announced: Announced
  readonly rank: number
  readonly at: Part
  readonly from: number
  readonly titled: boolean
  readonly title: string
  body: Part[]
  /** Blocks of a lead passage must be enumerated to go on. */
  readonly listOnly: boolean
  /** Rank of the numbered paragraphs that a lead passage goes on with. */
  itemRank?: number
}

interface Kept {
  readonly from: number
  readonly listOnly: boolean
  readonly ahead: Ahead
  /** First block of the passage that may be a signature: it depends on where the draft ends. */
  readonly signable: number
  readonly roles: readonly SectionRole[]
  readonly blocks: readonly Block[]
  readonly passages: readonly RolePassage[]
}

/** By where the passage opens in its first block. */
const keptPassages = blockMemo<Map<number, Kept>>()

/** The passage that ends before block `to`; several when its heading names several roles. */
export function passagesOf(
  view: DocumentView,
  open: Open,
  to: number,
  afterProblem: boolean,
): readonly RolePassage[] {
  const first = view.block(open.from)
  const byStart = keptPassages.get(first) ?? keptPassages.set(first, new Map())
  const { roles } = open.announced
  // What stands before the passage decides whether it looks ahead, so that is asked again every time.
  const ahead = roles.includes('measure') ? aheadOf(view, open, afterProblem) : 'no'
  const kept = byStart.get(open.at.start)
  if (kept?.ahead === ahead && isOf(kept, view, open, to)) return kept.passages
  const blocks: Block[] = []
  for (let i = open.from; i < to; i++) blocks.push(view.block(i))
  const passages = readPassages(view, open, to, ahead)
  const { from, listOnly } = open
  const signable = signableIn(view, from, to)
  byStart.set(open.at.start, { from, listOnly, ahead, signable, roles, blocks, passages })
  return passages
}

/** Within the passage, so that an end far below leaves what was kept alone. */
function signableIn(view: DocumentView, from: number, to: number): number {
  return Math.min(to, Math.max(from, signableFrom(view)))
}

/** What was kept was read from the very same blocks, opened in the same way. */
function isOf(
  kept: Kept,
  view: DocumentView,
  { from, listOnly, announced: { roles } }: Open,
  to: number,
): boolean {
  return (
    kept.from === from &&
    kept.blocks.length === to - from &&
    kept.listOnly === listOnly &&
    kept.signable === signableIn(view, from, to) &&
    kept.roles.length === roles.length &&
    kept.roles.every((role, i) => role === roles[i]) &&
    kept.blocks.every((block, i) => block === view.block(from + i))
  )
}

function readPassages(view: DocumentView, open: Open, to: number, ahead: Ahead): RolePassage[] {
  const { roles } = open.announced
  return roles.map(role => {
    // 存在问题及建议 in one section without parts of their own: each paragraph goes where its sentences point.
    const body =
      roles.length === 1 ? open.body : open.body.filter(part => leaning(view, part, roles) === role)
    const { items, leadIn } = itemsOf(view, role, body)
    const own = items.filter(item => !isDenial(item.text))
    const said = leadIn.map(part => traitsAt(view, part.block, part.start, part.end))
    if (open.titled) said.push(traitsAt(view, open.at.block, open.at.start, open.at.end))
    return {
      role,
      ahead: role === 'measure' ? ahead : 'no',
      at: open.at,
      from: open.from,
      to,
      titled: open.titled,
      title: open.title,
      items: role === 'problem' && open.titled ? underTitle(view, open, own) : own,
      shared: said.length ? joinTraits(said) : undefined,
    }
  })
}

/** 3、大学生就业难。许多人…… is one problem, whose name is the title and not the first words under it. */
function underTitle(view: DocumentView, { title, at }: Open, items: readonly Item[]): readonly Item[] {
  const [only] = items
  if (items.length !== 1 || title.replace(everyTitle, '').length < 4 || only!.at.block < at.block)
    return items
  return [itemFrom(view, 'problem', only!.marker, [at, ...only!.parts], { title: at, at: only!.at })]
}

/** What titles of parts on problems consist of, whatever the matter. */
const everyTitle =
  /存在|主要|突出|问题|困难|不足|短板|当前|目前|工作|情况|方面|一些|以下|几个|及其?|和|与|的|中|原因|分析|面临|现状/g

function aheadOf(view: DocumentView, { announced, title, from }: Open, afterProblem: boolean): Ahead {
  if (announced.ahead || announced.roles.length > 1) return 'announced'
  if (/情况|成效|已|处置|采取的|开展的/.test(title)) return 'no'
  if (afterProblem) return 'follows'
  for (let i = Math.max(0, from - longestLook); i < from; i++)
    if (statementsAt(view, i).some(({ role, strength }) => role === 'problem' && strength === 1))
      return 'perhaps'
  return 'no'
}

/** Blocks to look back for a problem. */
const longestLook = 40

function leaning(view: DocumentView, part: Part, roles: readonly SectionRole[]): SectionRole {
  const sums = new Map<SectionRole, number>()
  for (const statement of statementsAt(view, part.block)) {
    if (statement.start < part.start || statement.end > part.end) continue
    const role = statement.role as SectionRole
    if (roles.includes(role)) sums.set(role, (sums.get(role) ?? 0) + statement.strength)
  }
  let best = roles[0]!
  for (const role of roles) if ((sums.get(role) ?? 0) > (sums.get(best) ?? 0)) best = role
  return best
}

/** 无。 暂无。 未发现问题。 under a heading is no item. */
function isDenial(text: string): boolean {
  return (
    text.trim().length < 4 ||
    /^[\s　]*(?:暂?无|没有|未发现(?:明显|突出)?问题|无(?:明显|突出)?问题)[。；\s]*$/.test(text)
  )
}
