// Turns one phrase entry into what the matcher needs, or says why it cannot: used when the lexicons are generated and for own entries.

import type { CompiledEntry, PhraseEntry } from '../../lexicon/types'
import { anchoringOf } from './anchors'
import { type PatternProblem, parsePattern } from './pattern'

export type CompiledOrProblem =
  | { readonly entry: CompiledEntry; readonly problem?: undefined }
  | { readonly problem: PatternProblem; readonly at: number }

export function compileEntry(entry: PhraseEntry): CompiledOrProblem {
  const parsed = parsePattern(entry.pattern)
  if (parsed.problem) return parsed
  const anchoring = anchoringOf(parsed.pattern)
  return { entry: { ...entry, ...(anchoring ?? { anchors: [], back: [0, 0], starts: '', needs: [] }) } }
}

const slot = '[^，。；：！？、\\n]{1,12}'

/** A literal phrase as a pattern; `…` or `……` is a slot. */
export function patternOfPhrase(phrase: string): string {
  return phrase
    .split(/…+/)
    .map(part => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join(slot)
}

/** Puts the word sets in place of `<name>`. An unknown name is an error of the lexicon's author. */
export function expandSets(pattern: string, sets: Readonly<Record<string, string>>): string {
  return pattern.replace(/(?<!\(\?)<([a-z]+)>/g, (_, name: string) => {
    const words = sets[name]
    if (words === undefined) throw new Error(`unknown set <${name}>`)
    // A set that is itself an assertion keeps its form.
    return words.startsWith('(?') ? words : `(?:${words})`
  })
}
