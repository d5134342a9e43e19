// Reads the project's own labelled passages: which sentences assert something that owes a figure.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDraft } from '../../server/src/core/document/document'

export interface Passage {
  readonly era: string
  readonly text: string
  readonly sentences: readonly { readonly start: number; readonly end: number; readonly owes: boolean }[]
}

/** Passages between `===` lines; `[[ ]]` stands round what owes a figure. */
export function ownPassages(): Passage[] {
  const file = join(__dirname, '..', 'core', 'data', 'own-claims.txt')
  return readFileSync(file, 'utf8')
    .split(/^=== /m)
    .slice(1)
    .map(part => {
      const era = part.slice(0, part.indexOf('\n')).trim()
      const marked = part
        .slice(part.indexOf('\n') + 1)
        .split('\n')
        .filter(line => !line.startsWith('# '))
        .join('\n')
        .trim()
      const marks: number[] = []
      let text = ''
      for (let i = 0; i < marked.length; i++) {
        if (marked.startsWith('[[', i)) marks.push(text.length)
        if (marked.startsWith('[[', i) || marked.startsWith(']]', i)) i++
        else text += marked[i]
      }
      const sentences = openDraft(text).blocks.flatMap(({ block, start }) =>
        block.sentences.map(sentence => {
          const at = text.indexOf(sentence.text, start)
          const end = at + sentence.text.length
          return { start: at, end, owes: marks.some(mark => mark >= at && mark < end) }
        }),
      )
      return { era, text, sentences }
    })
}
