// The dictionary, addon and wasm as the build lays them out, made once for all tests in a folder of their own.

import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSegmenterAssets } from '../../scripts/build-dictionary.mjs'
import type { Backend } from '../../server/src/segmenter'

let folder: string | undefined

export function testAssets(): string {
  if (!folder) {
    const made = mkdtempSync(join(tmpdir(), 'ligao-segmenter-'))
    process.once('exit', () => rmSync(made, { recursive: true, force: true }))
    buildSegmenterAssets({ outDir: made, log: () => undefined })
    folder = made
  }
  return folder
}

/** Where nodejieba could not be built there is one backend to test. */
export const BACKENDS: Backend[] = existsSync(
  join(__dirname, '../../node_modules/nodejieba/build/Release/nodejieba.node'),
)
  ? ['native', 'wasm']
  : ['wasm']

/** For tests in which nothing may be logged. */
export function unexpected(message: string): never {
  throw new Error(`unexpected log: ${message}`)
}
