// A view that remembers what was looked at through it. As long as none of that changes, neither does what was made of it:
// after a keystroke only the rules that read the touched paragraph, or something that came of it, are asked again.

import type { Block } from '../document/block'
import type { FrontMatter } from '../document/frontMatter'
import type { Counts, Former, Found } from '../document/memory'
import type { Section } from '../document/outline'
import { sameValue } from '../document/sameValue'
import type { EarlierReport } from '../report/earlier'
import type { Word } from '../text/segmentation'
import { factOf } from './blockReading'
import type { DocumentView, Fact, FactUnder, ImageFile, Reading } from './rule'
import type { DraftView } from './view'

/** One byte for each block that was looked at. */
type Marks = Uint8Array

interface Derived {
  readonly reading: Reading<unknown, readonly unknown[]>
  readonly given: readonly unknown[]
  readonly value: unknown
}

const nothing: readonly never[] = []

interface ListUnder {
  readonly fact: FactUnder<unknown, object>
  readonly under: object
  readonly found: readonly Found<unknown>[]
}

export class Reader implements DocumentView {
  #view: DraftView | undefined
  readonly #count: number
  #blocks: Marks | undefined
  // Each is made when something of its kind is first read: most rules read two kinds, at every key that is pressed.
  #facts: Map<Fact<unknown>, Marks> | undefined
  #lists: Map<Fact<unknown>, readonly Found<unknown>[]> | undefined
  #listsUnder: ListUnder[] | undefined
  #totals: Map<Fact<never>, unknown> | undefined
  #derived: Derived[] | undefined
  #images: Map<string, ImageFile | undefined> | undefined
  /** Single things: each gives what it gave. */
  #rest: Map<Single, unknown> | undefined
  // Rules ask for one fact of many blocks in a row.
  #lastFact: Fact<unknown> | undefined
  #lastMarks: Marks | undefined
  /** The last block that was looked at by its number. */
  #last = -1

  constructor(view: DraftView) {
    this.#view = view
    this.#count = view.blockCount
  }

  /** Nothing more is read: what is kept must not keep a whole draft alive. */
  close(): void {
    this.#view = undefined
  }

  get blockCount(): number {
    return this.#single(singles.blockCount)
  }

  block(index: number): Block {
    this.#blocks ??= new Uint8Array(this.#count)
    this.#mark(this.#blocks, index)
    return this.#open.block(index)
  }

  fact<T>(fact: Fact<T>, index: number): T {
    if (this.#lastFact !== fact) {
      this.#lastFact = fact as Fact<unknown>
      this.#facts ??= new Map()
      this.#lastMarks = this.#facts.get(this.#lastFact) ?? new Uint8Array(this.#count)
      this.#facts.set(this.#lastFact, this.#lastMarks)
    }
    this.#mark(this.#lastMarks!, index)
    return this.#open.fact(fact, index)
  }

  found<T>(fact: Fact<T>): readonly Found<T>[] {
    const found = this.#open.found(fact)
    this.#lists ??= new Map()
    this.#lists.set(fact as Fact<unknown>, found)
    return found
  }

  foundUnder<T, Under extends object>(fact: FactUnder<T, Under>, under: Under): readonly Found<T>[] {
    const found = this.#open.foundUnder(fact, under)
    this.#listsUnder ??= []
    this.#listsUnder.push({ fact: fact as unknown as ListUnder['fact'], under, found })
    return found
  }

  total<T extends Counts<T>>(fact: Fact<T>): T | undefined {
    const sums = this.#open.total(fact)
    this.#totals ??= new Map()
    this.#totals.set(fact as unknown as Fact<never>, sums)
    return sums
  }

  derived<T, Given extends readonly unknown[]>(reading: Reading<T, Given>, ...given: Given): T {
    const value = this.#open.derived(reading, ...given)
    this.#derived ??= []
    this.#derived.push({ reading: reading as unknown as Derived['reading'], given, value })
    return value
  }

  get outline(): Section {
    return this.#single(singles.outline)
  }

  section(index: number): Section {
    // The sections of all blocks are made together with the outline.
    this.#single(singles.outline)
    this.#last = Math.max(this.#last, index)
    return this.#open.section(index)
  }

  get frontMatter(): FrontMatter | undefined {
    return this.#single(singles.frontMatter)
  }

  get proseLength(): number {
    return this.#single(singles.proseLength)
  }

  get path(): string {
    return this.#single(singles.path)
  }

  words(index: number): readonly Word[] | undefined {
    this.block(index)
    this.#single(singles.segmenter)
    return this.#open.words(index)
  }

  get earlier(): readonly EarlierReport[] {
    return this.#single(singles.earlier)
  }

  image(address: string): ImageFile | undefined {
    const image = this.#open.image(address)
    this.#images ??= new Map()
    this.#images.set(address, image)
    return image
  }

  /** What an insertion at the end of the draft depends on: where its last words end, and what follows them. */
  readEnd(): void {
    if (this.blockCount > 0) this.block(this.blockCount - 1)
    this.#single(singles.end)
  }

  /** A view of the same draft under another request shows the same. */
  holdsUnder(view: DraftView): boolean {
    for (const [single, value] of this.#rest ?? nothing) if (!Object.is(single(view), value)) return false
    for (const [address, image] of this.#images ?? nothing)
      if (!sameImage(view.image(address), image)) return false
    for (const { reading, given, value } of this.#derived ?? nothing)
      if (view.derived(reading, ...given) !== value) return false
    return true
  }

  /** A view of the draft after an edit shows the same. */
  holdsAfter({ blocks, change: { from, oldTo, newTo } }: Former, view: DraftView): boolean {
    // Blocks behind the change have other numbers than those under which they were looked at.
    if (oldTo !== newTo && this.#last >= from) return false
    if (oldTo === newTo)
      for (let i = from; i < newTo; i++) {
        if (this.#blocks?.[i]) return false
        for (const [fact, marks] of this.#facts ?? nothing)
          if (
            marks[i] &&
            !sameFact(fact, factOf(blocks[i]!.block, fact, view.request.settings), view.fact(fact, i))
          )
            return false
      }
    for (const [fact, found] of this.#lists ?? nothing) if (view.found(fact) !== found) return false
    for (const { fact, under, found } of this.#listsUnder ?? nothing)
      if (view.foundUnder(fact, under) !== found) return false
    for (const [fact, sums] of this.#totals ?? nothing) if (view.total(fact) !== sums) return false
    return this.holdsUnder(view)
  }

  get #open(): DraftView {
    if (!this.#view) throw new Error('the draft was read after its reading had ended')
    return this.#view
  }

  #mark(marks: Marks, index: number): void {
    marks[index] = 1
    if (index > this.#last) this.#last = index
  }

  #single<T>(single: (view: DraftView) => T): T {
    const value = single(this.#open)
    this.#rest ??= new Map()
    this.#rest.set(single, value)
    return value
  }
}

type Single = (view: DraftView) => unknown

const singles = {
  blockCount: (view: DraftView) => view.blockCount,
  outline: (view: DraftView) => view.outline,
  frontMatter: (view: DraftView) => view.frontMatter,
  proseLength: (view: DraftView) => view.proseLength,
  path: (view: DraftView) => view.path,
  segmenter: (view: DraftView) => view.request.segmenter,
  earlier: (view: DraftView) => view.earlier,
  end: ({ draft: { text } }: DraftView) => text.slice(text.length - 2),
}

/** Two values that hold nothing say the same, whatever they look like. */
function sameFact<T>({ holds }: Fact<T>, a: T, b: T): boolean {
  return sameValue(a, b) || (holds !== undefined && !holds(a) && !holds(b))
}

function sameImage(a: ImageFile | undefined, b: ImageFile | undefined): boolean {
  return (
    a === b ||
    (!!a &&
      !!b &&
      a.exists === b.exists &&
      a.width === b.width &&
      a.height === b.height &&
      a.bytes === b.bytes)
  )
}
