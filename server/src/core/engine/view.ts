// The draft as document rules see it: shape and facts, never the text. What is computed over many blocks is kept from edit
// to edit, with a record of what it looked at.

import type { Settings } from '../config/settings'
import type { Block } from '../document/block'
import type { Draft } from '../document/document'
import type { FrontMatter } from '../document/frontMatter'
import type { Counts, Found } from '../document/memory'
import type { Section } from '../document/outline'
import type { EarlierReport } from '../report/earlier'
import type { Segmenter, Word } from '../text/segmentation'
import { factOf, wordsOf } from './blockReading'
import { Reader } from './reader'
import type { DocumentView, Fact, FactUnder, ImageFile, Reading } from './rule'

export interface ViewRequest {
  readonly settings: Settings
  /** Path of the draft as far as known: for the names README, CHANGELOG and for image files. */
  readonly path?: string
  /** Cuts prose into words; rules that need words say less while it is missing. */
  readonly segmenter?: Segmenter
  /** Reports that the unit has handed in before: the same list object as long as nothing changed. */
  readonly earlier?: readonly EarlierReport[]
  /** What the host knows of the file behind a picture's address, relative to the draft; undefined when it cannot tell. */
  readonly images?: (address: string) => ImageFile | undefined
}

/** Also for views that fold the same facts, such as the problem matrix. */
export function viewOf(draft: Draft, request: ViewRequest): DraftView {
  return new DraftView(draft, request)
}

const none: readonly EarlierReport[] = []
const anything = () => true

/** A value and what was looked at for it. */
interface Kept<T> {
  readonly settings: Settings
  readonly given: readonly unknown[]
  readonly reader: Reader
  readonly value: T
}

// A class, because one is made for each check and its members are called a hundred thousand times.
export class DraftView implements DocumentView {
  constructor(
    readonly draft: Draft,
    readonly request: ViewRequest,
  ) {}

  get blockCount(): number {
    return this.draft.blocks.length
  }

  block(index: number): Block {
    return this.draft.blocks[index]!.block
  }

  fact<T>(fact: Fact<T>, index: number): T {
    return factOf(this.draft.blocks[index]!.block, fact, this.request.settings)
  }

  found<T>(fact: Fact<T>): readonly Found<T>[] {
    const { settings } = this.request
    return this.draft.memory.gather(
      fact,
      settings,
      index => factOf(this.draft.blocks[index]!.block, fact, settings),
      fact.holds ?? anything,
    )
  }

  foundUnder<T, Under extends object>(fact: FactUnder<T, Under>, under: Under): readonly Found<T>[] {
    const { settings } = this.request
    const read = (index: number) => fact.read(this.draft.blocks[index]!.block, index, under, settings)
    return this.draft.memory.gather(fact, under, read, fact.holds)
  }

  total<T extends Counts<T>>(fact: Fact<T>): T | undefined {
    const { settings } = this.request
    return this.draft.memory.total(fact, settings, block => factOf(block, fact, settings))
  }

  derived<T, Given extends readonly unknown[]>(reading: Reading<T, Given>, ...given: Given): T {
    return this.recall(reading, given, (view, before) => {
      const value = reading.read(view, ...given)
      return before !== undefined && reading.same?.(before as T, value) ? (before as T) : value
    })
  }

  get outline(): Section {
    return this.draft.outline
  }

  section(index: number): Section {
    return this.draft.sections[index]!
  }

  get frontMatter(): FrontMatter | undefined {
    return this.draft.frontMatter
  }

  get proseLength(): number {
    return this.draft.memory.total(lengthOf, lengthOf, lengthOf)?.length ?? 0
  }

  get path(): string {
    return this.request.path ?? ''
  }

  words(index: number): readonly Word[] | undefined {
    return wordsOf(this.draft.blocks[index]!.block, this.request.segmenter)
  }

  get earlier(): readonly EarlierReport[] {
    return this.request.earlier ?? none
  }

  image(address: string): ImageFile | undefined {
    return this.request.images?.(address)
  }

  /**
   * What `compute` gave before, as long as nothing that it looked at has changed and `holds`; else what it gives now, with
   * what it gave before at hand. `key` stands for the computation, `given` for what it depends on besides the draft.
   */
  recall<T>(
    key: object,
    given: readonly unknown[],
    compute: (view: Reader, before: T | undefined) => T,
    holds?: (value: T) => boolean,
  ): T {
    const { kept, former } = this.draft.memory
    const { settings } = this.request
    const fits = (entry: Kept<T> | undefined): entry is Kept<T> =>
      entry !== undefined &&
      entry.settings === settings &&
      entry.given.length === given.length &&
      entry.given.every((each, i) => Object.is(each, given[i])) &&
      (!holds || holds(entry.value))
    const own = kept.get(key) as Kept<T> | undefined
    // Even of the same draft the request may say other pictures, words or earlier reports.
    if (fits(own) && own.reader.holdsUnder(this)) return own.value
    const before = former?.kept.get(key) as Kept<T> | undefined
    if (former && fits(before) && before.reader.holdsAfter(former, this)) {
      kept.set(key, before)
      return before.value
    }
    const reader = new Reader(this)
    const value = compute(reader, (own ?? before)?.value)
    reader.close()
    kept.set(key, { settings, given, reader, value } satisfies Kept<T>)
    return value
  }
}

const lengthOf = ({ text }: Block) => ({ length: text.length })
