import type { CompiledEntry } from '../server/src/core/lexicon/types'

export interface LexiconSource {
  readonly classes: readonly { readonly class: string }[]
  readonly entries: readonly (CompiledEntry & {
    readonly bad: readonly string[]
    readonly good: readonly string[]
  })[]
}

export function readLexicons(): LexiconSource
export function renderLexicons(lexicons: LexiconSource): string
