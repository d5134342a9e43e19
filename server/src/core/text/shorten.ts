// A quotation for a message: long words of the writer are cut where a clause or a word ends, never within one.

import { segmenter } from './wordEdges'

/** The text itself, or as many whole words of it as fit into `most` code units, with … behind them. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const head = text.slice(0, most)
  const clause = Math.max(...['，', '；', '。', '：'].map(mark => head.lastIndexOf(mark)))
  if (clause * 3 >= most * 2) return `${text.slice(0, clause)}…`
  // A word that reaches over the end shows only when what follows is read along.
  let end = 0
  for (const { index, segment } of segmenter().segment(text.slice(0, most + 8))) {
    if (index + segment.length >= most) break
    end = index + segment.length
  }
  return `${text.slice(0, end || most - 1).replace(/[，；。：、]$/, '')}…`
}
