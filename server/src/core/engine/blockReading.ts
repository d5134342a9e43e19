// What is read from one block and kept with it: facts and words.

import type { Settings } from '../config/settings'
import { type Block, blockMemo } from '../document/block'
import type { Segmenter, Word } from '../text/segmentation'
import type { Fact } from './rule'

export function wordsOf(block: Block, segmenter: Segmenter | undefined): readonly Word[] | undefined {
  if (!segmenter) return undefined
  const known = wordsMemo.get(block)
  if (known?.segmenter === segmenter) return known.words
  return wordsMemo.set(block, { segmenter, words: segmenter.cut(block.text) }).words
}

const wordsMemo = blockMemo<{ readonly segmenter: Segmenter; readonly words: readonly Word[] }>()

export function factOf<T>(block: Block, fact: Fact<T>, settings: Settings): T {
  fact.memo ??= blockMemo()
  const known = fact.memo.get(block)
  return known !== undefined ? known : fact.memo.set(block, fact.read(block, settings))
}
