// Where a finding about the whole draft is shown: its title, otherwise its first words.

import type { DocumentView, Place } from '../engine/rule'

const longest = 40

export function firstWords(document: DocumentView): Place {
  for (let i = 0; i < document.blockCount; i++) {
    const { text } = document.block(i)
    if (text !== '') return { block: i, start: 0, end: Math.min(text.length, longest) }
  }
  return { source: { start: 0, end: 0 } }
}
