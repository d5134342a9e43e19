// nodejieba's addon behind the port: the fast backend, where the addon for this machine is there and loads.

import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { CutHan } from '../core/text/segmentation'
import { NATIVE_FILES, readManifest, readWhole } from './assets'
import { cutHanWith } from './cutHan'

/** The addon itself, without nodejieba's wrapper: that one looks for it only inside node_modules. */
interface Addon {
  load(...files: string[]): boolean
  cut(text: string, hmm: boolean): string[]
  tag(text: string): { word: string; tag: string }[]
}

export async function loadNative(assetsDir: string): Promise<CutHan> {
  const manifest = await readManifest(assetsDir)
  for (const name of NATIVE_FILES) await readWhole(assetsDir, name, manifest)
  const file = join(assetsDir, 'native', `${process.platform}-${process.arch}`, 'nodejieba.node')
  const addon = createRequire(__filename)(file) as Addon
  loadDictionary(addon, join(assetsDir, 'dict'))
  return cutHanWith(
    text => addon.cut(text, false),
    text => addon.tag(text),
  )
}

/**
 * The addon opens files with the C++ library, which on Windows cannot read a path such as C:\Users\张三 and then ends
 * the process. So from such a folder the files are named relative to it; the call is synchronous, nothing runs between.
 */
function loadDictionary(addon: Addon, folder: string) {
  if (/^[\x20-\x7E]*$/.test(folder)) {
    addon.load(...NATIVE_FILES.map(name => join(folder, name)))
    return
  }
  const before = process.cwd()
  process.chdir(folder)
  try {
    addon.load(...NATIVE_FILES)
  } finally {
    process.chdir(before)
  }
}
