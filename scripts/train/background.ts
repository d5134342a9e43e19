// The public official texts whose words are counted (`../shared/background`): read, cut, counted. No sentence of them leaves here.

import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { cutWords, type Vocabulary, vocabularyOf } from '../../server/src/core/text/clauses/cut'
import { plain } from '../../server/src/core/text/clauses/features'

export interface BackgroundText {
  readonly kind: string
  readonly text: string
}

/** Undefined where the texts are not there. */
export function readBackground(folder: string): BackgroundText[] | undefined {
  const file = path.join(folder, 'official.jsonl.gz')
  if (!existsSync(file)) return undefined
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as BackgroundText)
}

/** Words in the order of the text; -1 ends a sentence or stands for what is no word. */
export interface Counted {
  readonly vocabulary: Vocabulary
  readonly count: Float64Array
  /** By text. */
  readonly tokens: readonly Int32Array[]
}

/** The words that are most frequent in the texts, cut along the words of the segmenter's dictionary. */
export function countWords(texts: readonly BackgroundText[], size: number): Counted {
  const dictionary = readDictionary()
  const seen = new Float64Array(dictionary.words.length)
  const runs = texts.map(({ text }) => plain(text).match(/[\u4e00-\u9fff]+|0+|[^\u4e00-\u9fff0]/g) ?? [])
  for (const text of runs)
    for (const run of text) if (isHan(run)) cutWords(run, dictionary, word => word >= 0 && seen[word]!++)
  const order = [...seen.keys()].filter(i => seen[i]! >= 3).sort((a, b) => seen[b]! - seen[a]! || a - b)
  const words = order.slice(0, size).map(i => dictionary.words[i]!)
  const total = order.reduce((sum, i) => sum + seen[i]!, 0)
  const cost = Float64Array.from(order.slice(0, size), i => -Math.log(seen[i]! / total))
  const vocabulary = vocabularyOf(words, cost)
  const count = new Float64Array(words.length)
  const tokens = runs.map(text => {
    const own: number[] = []
    for (const run of text)
      if (isHan(run))
        cutWords(run, vocabulary, word => {
          own.push(word)
          if (word >= 0) count[word]!++
        })
      else if (/[。；！？\n]/.test(run)) own.push(-1)
    return Int32Array.from(own)
  })
  return { vocabulary, count, tokens }
}

const isHan = (run: string) => run >= '\u4e00' && run <= '\u9fff\u9fff'

/** The words of the segmenter's own dictionary, which a package brings along, with their frequencies as costs. */
function readDictionary(): Vocabulary {
  const entry = createRequire(__filename).resolve('nodejieba')
  const file = path.join(path.dirname(entry), 'submodules/cppjieba/dict/jieba.dict.utf8')
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .map(line => line.split(' '))
    .filter(([word]) => word && /^[\u4e00-\u9fff]{1,6}$/.test(word))
  const total = rows.reduce((sum, [, frequency]) => sum + Number(frequency), 0)
  return vocabularyOf(
    rows.map(([word]) => word!),
    Float64Array.from(rows, ([, frequency]) => -Math.log(Math.max(1, Number(frequency)) / total)),
  )
}
