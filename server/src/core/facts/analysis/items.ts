// Cuts the body of a passage into its items: by numbered or listed paragraphs, else by 一是……二是……, else by paragraph.

import type { Block } from '../../document/block'
import type { DocumentView } from '../../engine/rule'
import { expressionOf } from '../../knowledge/cue'
import * as statementsWords from '../../knowledge/statements.generated'
import { shorten } from '../../text/shorten'
import type { Span } from '../../types'
import { runInsAt } from './reading'
import type { SectionRole } from './roles'
import { joinTraits, readTraits, type Traits } from './traits'

/** A stretch of one block's prose. */
export interface Part {
  readonly block: number
  readonly start: number
  readonly end: number
}

export interface Item {
  readonly role: SectionRole
  /** As the writer numbered it: （四）, 三是; '' without a number. */
  readonly marker: string
  /** Its heading or first words. */
  readonly title: string
  /** What to underline. */
  readonly at: Part
  readonly parts: readonly Part[]
  readonly text: string
  readonly traits: Traits
  /** Row of a ledger, which pairs its cells; '' in running text. */
  readonly row?: string
}

export interface Itemised {
  readonly items: readonly Item[]
  /** What stands before the first item and holds for all: 由镇应急办牵头，做好以下工作：. */
  readonly leadIn: readonly Part[]
}

/** More items than this in one passage are not a report but a list; the rest is left alone. */
const mostItems = 60

export function itemsOf(view: DocumentView, role: SectionRole, all: readonly Part[]): Itemised {
  const body = all.filter(part => !isClosing(view, part) && !isSignature(view, part))
  const levels = body.map(part => levelOf(view, part))
  const marked = levels.filter(level => level > 0)
  const groups: Part[][] = []
  const leadIn: Part[] = []
  if (marked.length > 1 || (marked.length === 1 && body.length > 1)) {
    const outermost = Math.min(...marked)
    body.forEach((part, i) => {
      if (levels[i] === outermost) groups.push([part])
      else if (groups.length) groups[groups.length - 1]!.push(part)
      else leadIn.push(part)
    })
  } else for (const part of body) groups.push([part])
  const items: Item[] = []
  for (const group of groups) {
    if (items.length >= mostItems) break
    const [first] = group
    const runIns = runInsAt(view, first!.block, first!.start, first!.end)
    // （一）…一是…二是… is one item; a paragraph that only enumerates is as many as it counts.
    const splits =
      runIns.length > 1 && (groups.length === 1 || marked.length === 0 || startsWith(runIns, first!))
    if (splits && group.length === 1) {
      if (runIns[0]!.start > first!.start + 1) leadIn.push({ ...first!, end: runIns[0]!.start })
      for (const run of runIns)
        items.push(
          itemFrom(view, role, run.marker, [{ block: first!.block, start: run.start, end: run.end }]),
        )
    } else if (isLeadIn(view, group, groups.length > 1)) leadIn.push(...group)
    else items.push(itemFrom(view, role, markerOf(view, first!), group))
  }
  return { items, leadIn }
}

const signed = expressionOf(statementsWords.signatureLine)

/**
 * The first block that may sign the draft. It moves with the draft's end, so whoever keeps items must keep it with them.
 */
export function signableFrom(view: DocumentView): number {
  return view.blockCount - 4
}

/** Who signs and when stands under the last part and belongs to none. */
function isSignature(view: DocumentView, part: Part): boolean {
  if (part.start > 0 || part.block < signableFrom(view)) return false
  const { text, context } = view.block(part.block)
  return context.type === 'paragraph' && text.length <= 48 && signed.test(text.trim())
}

/** 总之，…… at the end belongs to no item. */
function isClosing(view: DocumentView, part: Part): boolean {
  return part.start === 0 && /^[\s　]*(?:总之|综上所述|总而言之)/.test(view.block(part.block).text)
}

function startsWith(runIns: readonly { start: number }[], part: Part): boolean {
  return runIns[0]!.start <= part.start + 1
}

/** Depth of the number or list mark at which a part starts; 0 without one. */
function levelOf(view: DocumentView, part: Part): number {
  const block = view.block(part.block)
  if (part.start > 0 || block.text === '') return 0
  if (block.context.type === 'heading')
    return block.heading?.numbering ? 10 + block.heading.numbering.level : block.context.level
  const own = block.heading?.numbering ?? block.numbering
  // The number of a Markdown list belongs to the list: all its items are of one level, whatever their length.
  const listed = block.context.listDepth > 0 && block.context.listLead && own?.marker.end === 0
  if (own && !listed) return 10 + own.level + (block.context.listDepth > 1 ? 10 : 0)
  return block.context.listDepth > 0 && block.context.listLead ? 30 + block.context.listDepth : 0
}

function markerOf(view: DocumentView, part: Part): string {
  const block = view.block(part.block)
  if (part.start > 0) return ''
  const own = block.numbering
  if (own) return block.text.slice(own.marker.start, own.marker.end).trim()
  return block.context.listValue > 0 ? `${block.context.listValue}.` : ''
}

function isLeadIn(view: DocumentView, group: readonly Part[], others: boolean): boolean {
  if (group.length > 1 || !others) return false
  const [part] = group
  const text = view.block(part!.block).text.slice(part!.start, part!.end).trimEnd()
  return /[：:]$/.test(text) && levelOf(view, part!) === 0
}

/** What an item is called, in its first block, and what to underline where that is something else. */
interface Shown {
  readonly title: Span
  readonly at?: Part
}

export function itemFrom(
  view: DocumentView,
  role: SectionRole,
  marker: string,
  parts: readonly Part[],
  shown?: Shown,
): Item {
  const [first] = parts
  const { text, heading } = view.block(first!.block)
  // Behind a title that runs on, a part begins with the title's full stop.
  let start = first!.start
  while (start > 0 && start < first!.end - 1 && /[。；：，\s]/.test(text[start]!)) start++
  const { title: headline = undefined } = shown ?? {}
  if (headline) start = headline.start
  const stop = headline?.end ?? firstStop(text, start, first!.end)
  const headed = !headline && first!.start === 0 && heading && heading.title.end <= first!.end
  const end = headed ? heading.title.end : stop
  const bare = text.slice(start, end).slice(marker.length).trim()
  const title = shorten(bare, 24)
  return new TextItem(view, role, marker, title, parts, shown?.at ?? { block: first!.block, start, end })
}

// A class for its getters: most items are asked for one or two of their traits only. It holds its blocks and not the
// draft, because it outlives the draft that it was first read from.
class TextItem implements Item {
  readonly #blocks: readonly Block[]
  #text: string | undefined
  #traits: Traits | undefined

  constructor(
    view: DocumentView,
    readonly role: SectionRole,
    readonly marker: string,
    readonly title: string,
    readonly parts: readonly Part[],
    readonly at: Part,
  ) {
    this.#blocks = parts.map(part => view.block(part.block))
  }

  get text(): string {
    this.#text ??= this.parts.map((part, i) => this.#blocks[i]!.text.slice(part.start, part.end)).join('\n')
    return this.#text
  }

  get traits(): Traits {
    this.#traits ??= joinTraits(
      this.parts.map((part, i) => readTraits(this.#blocks[i]!.text.slice(part.start, part.end))),
    )
    return this.#traits
  }
}

/** End of the first clause that can stand for the item. */
function firstStop(text: string, start: number, end: number): number {
  const window = text.slice(start, Math.min(end, start + 48))
  const full = window.search(/[。；！？\n]/)
  if (full > 4) return start + full
  if (window.length < 48) return start + window.trimEnd().length
  const comma = window.search(/[，：](?=.{0,40}$)/)
  return start + (comma > 6 ? comma : 36)
}
