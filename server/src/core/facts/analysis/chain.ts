// The chain 问题→原因→措施 of a draft: its passages by role with their items, found in one walk over the blocks.

import type { Block } from '../../document/block'
import type { DocumentView, Reading } from '../../engine/rule'
import { firstTextBlock, isBareTitle } from '../title'
import type { Item } from './items'
import { passagesByMeaning } from './meaning'
import { type Open, passagesOf, type RolePassage } from './passage'
import { shortLineRank, turningPoints } from './reading'
import { announcedBy, type SectionRole } from './roles'
import { tableItems } from './tables'
import { passagesTold } from './told'

export interface Chain {
  readonly passages: readonly RolePassage[]
  readonly of: (role: SectionRole) => readonly RolePassage[]
  readonly problems: readonly Item[]
  /** Those of them that stand in a part of their own, as the causes and measures beside them should. */
  readonly listed: readonly Item[]
  readonly causes: readonly Item[]
  readonly measures: readonly Item[]
  /** Block of the draft's title, -1 without one. */
  readonly titleBlock: number
}

const reading: Reading<Chain> = { id: 'chain', read: readChain }

/** The chain of the draft. Computed once, however many rules ask. */
export function chainOf(view: DocumentView): Chain {
  return view.derived(reading)
}

function readChain(view: DocumentView): Chain {
  const passages: RolePassage[] = []
  const titleBlock = titleOf(view)
  let open: Open | undefined
  let afterProblem = false
  const finish = (done: Open, to: number) => {
    passages.push(...passagesOf(view, done, to, afterProblem))
    afterProblem ||= done.announced.roles.some(role => role === 'problem' || role === 'cause')
  }
  const close = (to: number) => {
    if (open) finish(open, to)
    open = undefined
  }
  /** Blocks at which nothing turns: more text of the part that is open, if any. */
  const follow = (from: number, to: number) => {
    for (let i = from; i < to && open; i++) {
      const block = view.block(i)
      const { type, quoted } = block.context
      if (i === titleBlock || quoted || block.text === '' || (type !== 'heading' && type !== 'paragraph'))
        continue
      if (open.listOnly && !isEnumerated(block)) close(i)
      else if (open.from !== i) open.body.push({ block: i, start: 0, end: block.text.length })
    }
  }
  let next = 0
  for (const { block: i, value } of turningPoints(view)) {
    follow(next, i)
    next = i + 1
    if (i === titleBlock) continue
    if (value.isTable) {
      passages.push(...tableItems(view, i))
      continue
    }
    const { head: heading, passages: opened } = value
    if (heading) {
      if (open?.listOnly) open.itemRank ??= heading.rank
      if (open && (open.listOnly ? heading.rank < open.itemRank! : heading.rank <= open.rank)) close(i)
      const { announced } = heading
      const mixed = open && (open.announced.roles.length > 1 || open.listOnly)
      if (announced.roles.length && (!open || mixed || open.rank === shortLineRank)) {
        close(i)
        open = {
          announced,
          rank: heading.rank,
          at: { block: i, start: 0, end: heading.end },
          from: i,
          titled: true,
          title: heading.title,
          body: heading.standalone ? [] : [{ block: i, start: heading.end, end: view.block(i).text.length }],
          listOnly: false,
        }
        continue
      }
    }
    if (open?.listOnly && !isEnumerated(view.block(i))) close(i)
    const role = open && open.announced.roles.length === 1 ? open.announced.roles[0] : undefined
    let at = 0
    for (const passage of opened) {
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
      }
      at = passage.end
      if (passage.announcesMore && !open) {
        lead.body = []
        open = lead
      } else finish(lead, i + 1)
    }
    if (!open || open.from === i) continue
    const { length } = view.block(i).text
    if (at < length) open.body.push({ block: i, start: at, end: length })
  }
  follow(next, view.blockCount)
  close(view.blockCount)
  passages.push(...passagesByMeaning(view, passages, titleBlock))
  passages.push(...passagesTold(view, passages, titleBlock))
  const byRole: Record<SectionRole, RolePassage[]> = { problem: [], cause: [], measure: [], result: [] }
  const items: Record<SectionRole, Item[]> = { problem: [], cause: [], measure: [], result: [] }
  for (const passage of passages) {
    byRole[passage.role].push(passage)
    for (const item of passage.items) items[passage.role].push(item)
  }
  return {
    passages,
    of: role => byRole[role],
    problems: items.problem,
    listed: byRole.problem.flatMap(passage => (passage.told ? [] : passage.items)),
    causes: items.cause,
    measures: items.measure,
    titleBlock,
  }
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
  const first = firstTextBlock(view)
  for (let i = first; i < Math.min(view.blockCount, first + 6); i++) {
    const { heading, context, text } = view.block(i)
    if (context.type === 'heading' && heading && !heading.numbering) {
      const beside = view.outline.children.filter(section => section.rank === context.level)
      const { length } = announcedBy(heading.text).roles
      if (length === 0) return i
      // 存在问题 is a part even when it is the only heading; 关于停车问题的调研报告 is a title.
      if (context.level > 1) return length > 1 && view.section(i).children.length > 0 ? i : -1
      const over = heading.text.length > 8 || view.section(i).children.length > 0
      return length > 1 || (beside.length <= 1 && over) ? i : -1
    }
    if (context.type === 'paragraph' && i === first && isBareTitle(text)) return i
    if (heading || text.length > 60) return -1
  }
  return -1
}
