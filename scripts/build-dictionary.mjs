// Puts what word segmentation needs at run time beside the bundles: a trimmed dictionary (dist/dict), the native addon of
// this machine (dist/native/<platform>-<arch>) and jieba-wasm (dist/wasm). Everything comes from installed packages.
//
// Why trimmed: nodejieba reads its dictionary twice and spends about 600 bytes on each word. Full: 0.7-0.9 s, +223 MB;
// as kept here: 0.1 s, +45 MB. On real reports the trimmed dictionary loses 1 word boundary in 1,000: it splits rare
// compounds into their parts and hardly ever cuts across a word.

import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const require = createRequire(import.meta.url)
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/** Lowest frequency kept. Person names are mostly out of novels; compounds of three and more are split without harm. */
const FLOOR = { character: 0, pair: 10, longer: 50, person: 200 }

const HAN = /^[\u3400-\u4DBF\u4E00-\u9FFF]+$/
const ENTRY = /^(\S+) (\d+) (\S+)$/

/**
 * The esbuild step: dictionary, addon and wasm under `outDir`. Without nodejieba the addon is left out, and the editor
 * and the terminal run on jieba-wasm with the same dictionary.
 */
export function buildSegmenterAssets({ outDir = join(root, 'dist'), log = console.log } = {}) {
  const words = buildDictionary({ outDir: join(outDir, 'dict') })
  copyWasm(join(outDir, 'wasm'))
  const native = copyNative(join(outDir, 'native'))
  log(
    `segmentation: ${words} words, ${native ? 'native addon and wasm' : 'wasm only (nodejieba is not built here)'}`,
  )
  return { words, native }
}

/** Writes the dictionary files of both backends; returns the number of words kept. */
export function buildDictionary({ outDir, source = readSource(), lexicon = readLexicon() }) {
  const { kept, dropped } = trim(source)
  const retagged = addLexicon(kept, source, lexicon)
  const lines = [...kept].sort(byWord).map(([word, { freq, tag }]) => `${word} ${freq} ${tag}\n`)
  // jieba-wasm carries the whole dictionary inside: frequency 0 takes a word out of every path.
  const overrides = [
    ...dropped
      .filter(word => !kept.has(word))
      .sort()
      .map(word => `${word} 0\n`),
    ...lexicon.map(([word]) => `${word} ${kept.get(word).freq} ${kept.get(word).tag}\n`),
  ]
  const files = {
    'jieba.dict.utf8': lines.join(''),
    // Segmentation runs without the hidden Markov model and never asks for keywords, but nodejieba insists on the files.
    'hmm_model.utf8': '0 0 0 0\n'.repeat(5) + '一:0\n'.repeat(4),
    'idf.utf8': '一 1\n',
    'stop_words.utf8': '一\n',
    'user.dict.utf8': '',
    'overrides.dict.utf8': overrides.join(''),
  }
  rmSync(outDir, { recursive: true, force: true })
  mkdirSync(outDir, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(outDir, name), text)
  const digests = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, sha256(text)]))
  writeFileSync(
    join(outDir, 'manifest.json'),
    `${JSON.stringify({ words: kept.size, files: digests, retagged }, null, 1)}\n`,
  )
  copyLicences(outDir, 'nodejieba/submodules/cppjieba', 'jieba-wasm')
  return kept.size
}

/** The base dictionary, nodejieba's file or, where that package could not be installed, the same one inside jieba-wasm. */
export function readSource({ from } = {}) {
  const file = from === 'wasm' ? undefined : nodejiebaDictionary()
  const text = file ? readFileSync(file, 'utf8') : dictionaryInsideWasm()
  const entries = text.split('\n').flatMap(line => {
    const [, word, freq, tag] = ENTRY.exec(line) ?? []
    return word === undefined ? [] : [{ word, freq: Number(freq), tag }]
  })
  if (entries.length < 300_000) throw new Error(`the base dictionary has only ${entries.length} usable lines`)
  return entries
}

function nodejiebaDictionary() {
  const folder = packageFolder('nodejieba')
  const file = folder && join(folder, 'submodules/cppjieba/dict/jieba.dict.utf8')
  return file && existsSync(file) ? file : undefined
}

/** jieba-wasm unpacks its dictionary, as text, into its memory at the first cut: find one known line and read to both ends. */
function dictionaryInsideWasm() {
  const jieba = require('jieba-wasm')
  jieba.cut('一', false)
  const memory = Buffer.from(jieba.__wasm.memory.buffer)
  const anchor = memory.indexOf('\nAT&T 3 nz\n')
  if (anchor < 0)
    throw new Error('jieba-wasm does not hold its dictionary as text any more; install nodejieba to build')
  const isText = byte => byte === 10 || byte >= 32
  let start = anchor
  while (start > 0 && isText(memory[start - 1])) start--
  let end = anchor
  while (end < memory.length && isText(memory[end])) end++
  return memory.toString('utf8', start, end)
}

function trim(source) {
  const kept = new Map()
  const dropped = new Set()
  for (const { word, freq, tag } of source) {
    if (!HAN.test(word) || freq < floorFor(word, tag)) dropped.add(word)
    else if ((kept.get(word)?.freq ?? -1) < freq) kept.set(word, { freq, tag })
  }
  return { kept, dropped: [...dropped].filter(word => !kept.has(word)) }
}

function floorFor(word, tag) {
  if (word.length === 1) return FLOOR.character
  if (tag.startsWith('nr')) return FLOOR.person
  return word.length === 2 ? FLOOR.pair : FLOOR.longer
}

/** `server/lexicons/words.txt` as pairs of word and tag. */
export function readLexicon(file = join(root, 'server/lexicons/words.txt')) {
  const entries = readFileSync(file, 'utf8')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line && !line.startsWith('#'))
  const seen = new Set()
  return entries.map(line => {
    const [word, tag, ...rest] = line.split(/\s+/)
    if (!HAN.test(word) || !/^[a-z]{1,3}$/.test(tag ?? '') || rest.length > 0)
      throw new Error(`words.txt: cannot read "${line}"`)
    if (seen.has(word)) throw new Error(`words.txt: ${word} stands there twice`)
    seen.add(word)
    return [word, tag]
  })
}

/**
 * Gives each own word the lowest frequency that keeps it whole (short words first: longer ones may be made of them).
 * Returns the tags that differ from the base dictionary's, since jieba-wasm cannot change the tag of a word it knows.
 */
function addLexicon(kept, source, lexicon) {
  const base = new Map(source.map(entry => [entry.word, entry]))
  let total = 0
  for (const { freq } of kept.values()) total += freq
  const retagged = {}
  for (const [word, tag] of [...lexicon].sort((a, b) => a[0].length - b[0].length)) {
    const whole = word.length === 1 ? 0 : Math.floor(Math.exp(bestSplit(word, kept, total)) * total) + 1
    kept.set(word, { freq: Math.max(whole, base.get(word)?.freq ?? 1), tag })
    if (base.has(word) && base.get(word).tag !== tag) retagged[word] = tag
  }
  return retagged
}

/** Log probability of the likeliest way to cut a word into two or more words. */
function bestSplit(word, kept, total) {
  const best = [0]
  for (let end = 1; end <= word.length; end++) {
    best[end] = Number.NEGATIVE_INFINITY
    for (let start = 0; start < end; start++) {
      if (start === 0 && end === word.length) continue
      const part = kept.get(word.slice(start, end))?.freq ?? (end - start === 1 ? 1 : 0)
      if (part > 0) best[end] = Math.max(best[end], best[start] + Math.log(part / total))
    }
  }
  return best[word.length]
}

function copyNative(outDir) {
  const folder = packageFolder('nodejieba')
  const addon = folder && join(folder, 'build/Release/nodejieba.node')
  if (!addon || !existsSync(addon)) {
    rmSync(outDir, { recursive: true, force: true })
    return false
  }
  const target = join(outDir, `${process.platform}-${process.arch}`, 'nodejieba.node')
  // Windows does not let go of an addon that a running server has loaded: the same one is left where it is.
  if (!existsSync(target) || !readFileSync(target).equals(readFileSync(addon))) {
    rmSync(outDir, { recursive: true, force: true })
    mkdirSync(dirname(target), { recursive: true })
    copyFileSync(addon, target)
  }
  copyLicences(
    outDir,
    'nodejieba',
    'nodejieba/submodules/cppjieba',
    'nodejieba/submodules/cppjieba/deps/limonp',
  )
  return true
}

function copyWasm(outDir) {
  const folder = join(packageFolder('jieba-wasm'), 'pkg/nodejs')
  rmSync(outDir, { recursive: true, force: true })
  mkdirSync(outDir, { recursive: true })
  for (const name of ['jieba_rs_wasm.js', 'jieba_rs_wasm_bg.wasm'])
    copyFileSync(join(folder, name), join(outDir, name))
  copyLicences(outDir, 'jieba-wasm')
}

/** Of all whose work is in the folder, as far as they are installed: the dictionary of cppjieba is in both packages. */
function copyLicences(outDir, ...names) {
  const notices = names.flatMap(name => {
    const file = join(root, 'node_modules', name, 'LICENSE')
    return existsSync(file) ? [`${name}\n\n${readFileSync(file, 'utf8').trim()}\n`] : []
  })
  writeFileSync(join(outDir, 'LICENSE'), notices.join('\n'))
}

function packageFolder(name) {
  const folder = join(root, 'node_modules', name)
  return existsSync(folder) ? folder : undefined
}

const byWord = ([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)

const sha256 = text => createHash('sha256').update(text).digest('hex')

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) buildSegmenterAssets()
