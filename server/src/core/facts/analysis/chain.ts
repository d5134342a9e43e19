// The chain 问题→原因→措施 of a draft: its passages by role with their items, found in one walk over the blocks.

import type { Block } from '../../document/block'
import type { DocumentView } from '../../engine/rule'
import { type Item, itemsOf, type Part } from './items'
import { passagesByMeaning } from './meaning'
import { readingOf } from './reading'
import { type Announced, announcedBy, type SectionRole } from './roles'
import { tableItems } from './tables'
import { joinTraits, type Traits } from './traits'

/** A section, or a stretch of text, that deals with one part of the chain. */
export interface RolePassage {
  readonly role: SectionRole
  /** For measures: still to be taken, so somebody has to do it by some time. */
  readonly ahead: boolean
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
}

export interface Chain {
  readonly passages: readonly RolePassage[]
  readonly of: (role: SectionRole) => readonly RolePassage[]
  readonly problems: readonly Item[]
  readonly causes: readonly Item[]
  readonly measures: readonly Item[]
  /** Block of the draft's title, -1 without one. */
  readonly titleBlock: number
}

interface Open {
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
  tables: number[]
}

/** The chain of the draft. Computed once per check, however many rules ask. */
const known = new WeakMap<DocumentView, Chain>()

export function chainOf(view: DocumentView): Chain {
  const before = known.get(view)
  if (before) return before
  const chain = readChain(view)
  known.set(view, chain)
  return chain
}

function readChain(view: DocumentView): Chain {
  const passages: RolePassage[] = []
  const titleBlock = titleOf(view)
  let open: Open | undefined
  const close = (to: number) => {
    if (open) finish(view, open, to, passages)
    open = undefined
  }
  for (let i = 0; i < view.blockCount; i++) {
    const block = view.block(i)
    const { type, quoted } = block.context
    if (i === titleBlock || quoted) continue
    if (type === 'table') {
      passages.push(...tableItems(view, i))
      open?.tables.push(i)
      continue
    }
    if (block.text === '' || (type !== 'heading' && type !== 'paragraph')) continue
    const heading = headingOf(block)
    if (heading) {
      if (open?.listOnly) open.itemRank ??= heading.rank
      if (open && (open.listOnly ? heading.rank < open.itemRank! : heading.rank <= open.rank)) close(i)
      const announced = announcedBy(heading.title)
      const mixed = open && (open.announced.roles.length > 1 || open.listOnly)
      if (announced.roles.length && (!open || mixed || open.rank === pseudoRank)) {
        close(i)
        open = {
          announced,
          rank: heading.rank,
          at: { block: i, start: 0, end: heading.end },
          from: i,
          titled: true,
          title: heading.title,
          body: heading.standalone ? [] : [{ block: i, start: heading.end, end: block.text.length }],
          listOnly: false,
          tables: [],
        }
        continue
      }
    }
    const inside = open && !(open.listOnly && !isEnumerated(block))
    if (open && !inside) close(i)
    const role = open && open.announced.roles.length === 1 ? open.announced.roles[0] : undefined
    let at = 0
    for (const passage of view.fact(readingOf, i).passages()) {
      if (passage.role === role || (role === 'measure' && passage.role === 'problem')) continue
      if (open && passage.start > at) open.body.push({ block: i, start: at, end: passage.start })
      const part = { block: i, start: passage.start, end: passage.end }
      const lead: Open = {
        announced: { roles: [passage.role], ahead: passage.role === 'measure' },
        rank: 99,
        at: {
          block: i,
          start: passage.start,
          end: Math.max(passage.opening, Math.min(passage.start + 24, passage.end)),
        },
        from: i,
        titled: false,
        title: '',
        body: [{ ...part, start: Math.max(part.start, passage.opening) }],
        listOnly: true,
        tables: [],
      }
      at = passage.end
      // 存在以下问题： at the end of a paragraph announces the numbered paragraphs that follow.
      const announcesMore = /[：:]\s*$/.test(block.text.slice(passage.start, passage.end))
      if (announcesMore && !open) {
        lead.body = []
        open = lead
      } else finish(view, lead, i + 1, passages)
    }
    if (open && open.from !== i && at < block.text.length)
      open.body.push({ block: i, start: at, end: block.text.length })
  }
  close(view.blockCount)
  passages.push(...passagesByMeaning(view, passages, titleBlock))
  const of = (role: SectionRole) => passages.filter(passage => passage.role === role)
  const items = (role: SectionRole) => of(role).flatMap(passage => passage.items)
  return {
    passages,
    of,
    problems: items('problem'),
    causes: items('cause'),
    measures: items('measure'),
    titleBlock,
  }
}

const pseudoRank = 9

/** `#` headings, numbered ones, and short lines of their own that announce a part (存在问题). */
function headingOf(
  block: Block,
): { rank: number; title: string; end: number; standalone: boolean } | undefined {
  const { heading, text } = block
  if (heading)
    return {
      rank: heading.numbering ? 10 + heading.numbering.level : heading.level,
      title: heading.text.trim(),
      end: heading.title.end,
      standalone: heading.standalone,
    }
  if (text.length > 24 || block.context.listDepth > 0 || /[。；，]/.test(text)) return undefined
  const title = text.replace(/[：:\s]+$/, '')
  return announcedBy(title).roles.length
    ? { rank: pseudoRank, title, end: text.length, standalone: true }
    : undefined
}

function isEnumerated(block: Block): boolean {
  return (
    block.context.listDepth > 0 ||
    block.heading !== undefined ||
    /^[\s　]*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．是]|[①-⑳]|首先|其次|再次|最后)/.test(block.text)
  )
}

/** The first heading of level one, when it stands over the rest rather than beside it. */
function titleOf(view: DocumentView): number {
  for (let i = 0; i < Math.min(view.blockCount, 6); i++) {
    const { heading, context, text } = view.block(i)
    if (context.type === 'heading' && heading && !heading.numbering) {
      const beside = view.outline.children.filter(section => section.rank === context.level)
      return beside.length <= 1 || announcedBy(heading.text).roles.length !== 1 ? i : -1
    }
    if (context.type === 'paragraph' && i === 0 && isBareTitle(text)) return 0
    if (heading || text.length > 60) return -1
  }
  return -1
}

/** Writers who use no `#` put the title on the first line, without a full stop. */
function isBareTitle(text: string): boolean {
  return (
    text.length >= 5 &&
    text.length <= 50 &&
    !/[。；：]/.test(text) &&
    !/^[一二三四五六七八九十（(\d]/.test(text)
  )
}

function finish(view: DocumentView, open: Open, to: number, passages: RolePassage[]) {
  const { roles } = open.announced
  const role = roles[0]!
  const afterProblem = passages.some(passage => passage.role === 'problem' || passage.role === 'cause')
  const ahead =
    role === 'measure' &&
    (open.announced.ahead || (afterProblem && !/情况|成效|已|处置|采取的|开展的/.test(open.title)))
  const add = (as: SectionRole, body: readonly Part[]) => {
    const { items, leadIn } = itemsOf(view, as, body)
    const said = leadIn.map(part => view.fact(readingOf, part.block).traits(part.start, part.end))
    if (open.titled) said.push(view.fact(readingOf, open.at.block).traits(open.at.start, open.at.end))
    passages.push({
      role: as,
      ahead: as === 'measure' && (ahead || roles.length > 1),
      at: open.at,
      from: open.from,
      to,
      titled: open.titled,
      title: open.title,
      items: items.filter(item => !isDenial(item.text)),
      shared: said.length ? joinTraits(said) : undefined,
    })
  }
  if (roles.length === 1) {
    add(role, open.body)
    return
  }
  // 存在问题及建议 in one section without parts of their own: each paragraph goes where its sentences point.
  for (const as of roles)
    add(
      as,
      open.body.filter(part => leaning(view, part, roles) === as),
    )
}

function leaning(view: DocumentView, part: Part, roles: readonly SectionRole[]): SectionRole {
  const sums = new Map<SectionRole, number>()
  for (const statement of view.fact(readingOf, part.block).statements()) {
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
