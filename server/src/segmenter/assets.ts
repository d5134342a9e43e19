// Where the dictionary and the two backends lie, beside the bundle or, run from source, in dist; and whether they are whole.

import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** `manifest.json` of the dictionary: a digest for each file, and the tags that jieba-wasm has to be corrected on. */
export interface Manifest {
  words: number
  files: Record<string, string>
  retagged: Record<string, string>
}

/** Files that nodejieba reads, in the order of its `load`. */
export const NATIVE_FILES = [
  'jieba.dict.utf8',
  'hmm_model.utf8',
  'user.dict.utf8',
  'idf.utf8',
  'stop_words.utf8',
] as const

/** Words that jieba-wasm's own dictionary has to lose or learn. */
export const WASM_FILE = 'overrides.dict.utf8'

export function findAssets(): string {
  const places = [__dirname, join(__dirname, '../../../dist')]
  const found = places.find(place => existsSync(join(place, 'dict', 'manifest.json')))
  if (!found) throw new Error('the dictionary is missing (dist/dict): run the build')
  return found
}

export async function readManifest(assetsDir: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(assetsDir, 'dict', 'manifest.json'), 'utf8')) as Manifest
}

/**
 * Reads a dictionary file and compares its digest. Rationale: nodejieba ends the whole process on a line that it cannot
 * read, and a half-written file would change findings without a word.
 */
export async function readWhole(assetsDir: string, name: string, manifest: Manifest): Promise<Buffer> {
  const content = await readFile(join(assetsDir, 'dict', name))
  if (createHash('sha256').update(content).digest('hex') !== manifest.files[name]) {
    throw new Error(`dict/${name} is damaged`)
  }
  return content
}
