// Types of build-dictionary.mjs for the tests.

export interface Entry {
  word: string
  freq: number
  tag: string
}
export function buildSegmenterAssets(options?: { outDir?: string; log?: (line: string) => void }): {
  words: number
  native: boolean
}
export function buildDictionary(options: {
  outDir: string
  source?: Entry[]
  lexicon?: [string, string][]
}): number
export function readSource(options?: { from?: 'wasm' }): Entry[]
export function readLexicon(file?: string): [string, string][]
