// The draft as document rules see it: shape and facts, never the text.

import type { Settings } from '../config/settings'
import { type Block, blockMemo } from '../document/block'
import type { Draft } from '../document/document'
import type { EarlierReport } from '../report/earlier'
import type { Segmenter, Word } from '../text/segmentation'
import type { DocumentView, Fact, ImageFile } from './rule'

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

const none: readonly EarlierReport[] = []

/** Also for views that fold the same facts, such as the problem matrix. */
export function viewOf(draft: Draft, request: ViewRequest): DocumentView {
  return {
    blockCount: draft.blocks.length,
    block: index => draft.blocks[index]!.block,
    fact: (fact, index) => factOf(draft.blocks[index]!.block, fact, request.settings),
    found: <T>(fact: Fact<T>) =>
      draft.memory.gather(
        fact,
        request.settings,
        index => factOf(draft.blocks[index]!.block, fact, request.settings),
        fact.holds ?? anything,
      ),
    outline: draft.outline,
    section: index => draft.sections[index]!,
    frontMatter: draft.frontMatter,
    proseLength: proseLength(draft),
    path: request.path ?? '',
    words: index => wordsOf(draft.blocks[index]!.block, request.segmenter),
    earlier: request.earlier ?? none,
    image: address => request.images?.(address),
  }
}

const anything = () => true

function wordsOf(block: Block, segmenter: Segmenter | undefined): readonly Word[] | undefined {
  if (!segmenter) return undefined
  const known = wordsMemo.get(block)
  if (known?.segmenter === segmenter) return known.words
  return wordsMemo.set(block, { segmenter, words: segmenter.cut(block.text) }).words
}

const wordsMemo = blockMemo<{ readonly segmenter: Segmenter; readonly words: readonly Word[] }>()

function factOf<T>(block: Block, fact: Fact<T>, settings: Settings): T {
  fact.memo ??= blockMemo()
  const known = fact.memo.get(block)
  return known !== undefined ? known : fact.memo.set(block, fact.read(block, settings))
}

function proseLength(draft: Draft): number {
  let total = 0
  for (const { block } of draft.blocks) total += block.text.length
  return total
}
