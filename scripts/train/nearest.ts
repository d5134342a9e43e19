// Which class of stock phrase each word is nearest to, so that a finding of the model can be explained and mended in the terms of
// the lexicon: the class in whose own lines the word stands most often, else the one whose words keep similar company.

import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { cutWords, type Vocabulary } from '../../server/src/core/text/clauses/cut'
import type { WordKnowledge } from './bags'

interface LexiconFile {
  readonly class?: string
  readonly entries?: readonly { readonly bad?: readonly string[] }[]
}

/** One letter for each word. */
export function nearestClasses(folder: string, vocabulary: Vocabulary, knowledge: WordKnowledge): string {
  const classes = new Map<string, Float64Array>()
  for (const name of readdirSync(folder).sort()) {
    if (!/^[a-z]-.*\.yaml$/.test(name)) continue
    const file = parse(readFileSync(path.join(folder, name), 'utf8')) as LexiconFile
    if (!file.class) continue
    const seen = new Float64Array(vocabulary.words.length)
    for (const entry of file.entries ?? [])
      for (const line of entry.bad ?? [])
        for (const hit of line.matchAll(/\[\[(.*?)\]\]/g))
          cutWords(hit[1]!, vocabulary, word => {
            if (word >= 0) seen[word]!++
          })
    classes.set(file.class, seen)
  }
  const letters = [...classes.keys()]
  const totals = letters.map(letter => classes.get(letter)!.reduce((sum, each) => sum + each, 0))
  const centres = letters.map(letter => centreOf(classes.get(letter)!, knowledge))
  return vocabulary.words
    .map((_, word) => {
      const own = letters.map((letter, i) =>
        classes.get(letter)![word]! >= 2 ? classes.get(letter)![word]! / totals[i]! : 0,
      )
      const most = Math.max(...own)
      if (most > 0) return letters[own.indexOf(most)]!
      const near = centres.map(centre => similarity(knowledge, word, centre))
      return letters[near.indexOf(Math.max(...near))]!
    })
    .join('')
}

function centreOf(seen: Float64Array, { dimensions, values, weight }: WordKnowledge): Float64Array {
  const centre = new Float64Array(dimensions)
  for (let w = 0; w < seen.length; w++)
    if (seen[w]! > 0)
      for (let d = 0; d < dimensions; d++) centre[d]! += seen[w]! * weight[w]! * values[w * dimensions + d]!
  return centre
}

function similarity({ dimensions, values }: WordKnowledge, word: number, centre: Float64Array): number {
  let dot = 0
  let length = 0
  for (let d = 0; d < dimensions; d++) {
    dot += values[word * dimensions + d]! * centre[d]!
    length += centre[d]! ** 2
  }
  return dot / (Math.sqrt(length) || 1)
}
