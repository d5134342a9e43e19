// Where findings about a whole draft are shown, and how its items are called.

import type { DocumentView, Place } from '../engine/rule'
import type { Chain } from '../facts/analysis/chain'
import type { Item } from '../facts/analysis/items'
import { cuesAt, statementsAt } from '../facts/analysis/reading'
import { cue } from '../facts/analysis/scan'
import type { Span } from '../types'

/** The title, else the first words. */
export function titlePlace(document: DocumentView): Place {
  for (let block = 0; block < document.blockCount; block++) {
    const { context, text, heading } = document.block(block)
    if (text === '' || (context.type !== 'heading' && context.type !== 'paragraph')) continue
    if (context.type === 'heading') return { block, start: heading?.title.start ?? 0, end: text.length }
    const stop = text.search(/[，。：；]/)
    return { block, start: 0, end: stop > 0 ? stop : Math.min(text.length, 40) }
  }
  return { source: { start: 0, end: 0 } }
}

/** Where the draft first speaks of problems: the heading or opening of its part, else the first sentence that states one. */
export function problemPlace(document: DocumentView, chain: Chain): Place | undefined {
  const [passage] = chain.of('problem')
  if (passage) return passage.titled ? passage.at : (passage.items[0]?.at ?? passage.at)
  for (let block = 0; block < document.blockCount; block++) {
    if ((cuesAt(document, block) & cue.problem) === 0) continue
    const stated = statementsAt(document, block).find(
      ({ role, strength }) => role === 'problem' && strength === 1,
    )
    if (stated) return { block, start: stated.start, end: firstWords(document.block(block).text, stated) }
  }
  return undefined
}

/** 问题（四）, 第3个问题: how a colleague would point at it. */
export function labelOf(name: string, item: Item, index: number): string {
  const marker = item.marker.replace(/[、.．]$/, '')
  if (/^（/.test(marker)) return `${name}${marker}`
  return `第${index + 1}个${name}`
}

/** A sentence is shown by its first words: a whole paragraph underlined says nothing. */
function firstWords(text: string, { start, end }: Span): number {
  if (end - start <= longestShown) return end
  const comma = text.lastIndexOf('，', start + longestShown)
  return comma > start + 8 ? comma : start + longestShown
}

const longestShown = 40
