// jieba-wasm behind the port: runs everywhere, takes over where nodejieba cannot be built or loaded. It carries jieba's whole
// dictionary inside, so the words that our dictionary leaves out are set to frequency 0: then both backends cut alike.

import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { CutHan } from '../core/text/segmentation'
import { readManifest, readWhole, WASM_FILE } from './assets'
import { cutHanWith } from './cutHan'

interface Jieba {
  with_dict(lines: string): void
  cut(text: string, hmm: boolean): string[]
  tag(text: string, hmm: boolean): { word: string; tag: string }[]
}

/** Bytes of overrides applied between two looks at the event loop: 5 ms each. */
const CHUNK = 100_000

const NEWLINE = 10

export async function loadWasm(assetsDir: string): Promise<CutHan> {
  const manifest = await readManifest(assetsDir)
  const overrides = await readWhole(assetsDir, WASM_FILE, manifest)
  const jieba = createRequire(__filename)(join(assetsDir, 'wasm', 'jieba_rs_wasm.js')) as Jieba
  for (const lines of chunksOfLines(overrides, CHUNK)) {
    jieba.with_dict(lines)
    await setImmediate()
  }
  return cutHanWith(
    text => jieba.cut(text, false),
    text => jieba.tag(text, false),
    manifest.retagged,
  )
}

function* chunksOfLines(bytes: Buffer, size: number): Generator<string> {
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(NEWLINE, start + size)
    const end = newline < 0 ? bytes.length : newline + 1
    yield bytes.toString('utf8', start, end)
    start = end
  }
}
