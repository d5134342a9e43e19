// What a draft was written on the occasion of, where that decides which parts it can owe.

import type { DocumentView } from '../engine/rule'
import { chainOf } from '../facts/analysis/chain'
import { firstTextBlock } from '../facts/title'

/** As the front matter gives it, else as the draft opens. */
export function titleOf(document: DocumentView): string {
  const { titleBlock } = chainOf(document)
  return (
    document.frontMatter?.entries.get('标题')?.text ??
    (titleBlock >= 0 ? document.block(titleBlock).text : '')
  )
}

const answerTitle = /(?:答复|回复|复函|办复)(?:函|意见|情况|（.{1,10}）)*$/
const answerOpening = /(?:您|网友|来信人|信访人|提案人|代表|委员)[^。]{0,60}(?:收悉|已收到)/
const opening = 120

/** The problems in an answer are those of whoever asked; it owes them an account, not an analysis. */
export function isAnswer(document: DocumentView): boolean {
  if (answerTitle.test(titleOf(document).trim())) return true
  const first = firstTextBlock(document)
  for (let i = first; i < Math.min(document.blockCount, first + 4); i++)
    if (answerOpening.test(document.block(i).text.slice(0, opening))) return true
  return false
}

/** A communiqué (统计公报) gives the figures of a year and judges nothing. */
export function isCommunique(document: DocumentView): boolean {
  return /(?:统计|普查|调查|资源|环境|状况|决算)公报(?:（.{1,10}）)?$/.test(titleOf(document).trim())
}
