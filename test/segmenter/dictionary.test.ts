import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildDictionary, type Entry, readLexicon, readSource } from '../../scripts/build-dictionary.mjs'

const entry = (word: string, freq: number, tag: string): Entry => ({ word, freq, tag })

describe('dictionary build', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ligao-dictionary-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const lines = (name: string) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean)

  const source = [
    entry('镇', 900, 'n'),
    entry('村', 900, 'n'),
    entry('龘', 1, 'g'),
    entry('排查', 8, 'v'),
    entry('会议', 500, 'n'),
    entry('食品安全', 49, 'n'),
    entry('安全生产', 50, 'n'),
    entry('王重阳', 150, 'nr'),
    entry('T恤', 400, 'n'),
    entry('党委', 80, 'n'),
  ]

  it('keeps all characters, frequent words, and few names and long compounds', () => {
    assert.equal(buildDictionary({ outDir: folder, source, lexicon: [] }), 6)
    assert.deepEqual(lines('jieba.dict.utf8'), [
      '会议 500 n',
      '党委 80 n',
      '安全生产 50 n',
      '村 900 n',
      '镇 900 n',
      '龘 1 g',
    ])
  })

  it('takes the words that it dropped out of jieba-wasm', () => {
    buildDictionary({ outDir: folder, source, lexicon: [] })
    assert.deepEqual(lines('overrides.dict.utf8'), ['T恤 0', '排查 0', '王重阳 0', '食品安全 0'])
  })

  it('gives own words just the frequency that keeps them whole, and their own tag', () => {
    buildDictionary({
      outDir: folder,
      source,
      lexicon: [
        ['镇村', 'n'],
        ['排查', 'v'],
        ['党委', 'nt'],
      ],
    })
    const kept = Object.fromEntries(lines('jieba.dict.utf8').map(line => [line.split(' ')[0], line]))
    const total = 900 + 900 + 1 + 500 + 50 + 80
    assert.equal(kept.镇村, `镇村 ${Math.floor((900 * 900) / total) + 1} n`)
    assert.equal(kept.排查, '排查 8 v')
    assert.equal(kept.党委, '党委 80 nt')
    const { retagged } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
    assert.deepEqual(retagged, { 党委: 'nt' })
  })

  it('makes the same dictionary from jieba-wasm where nodejieba is not there', () => {
    const words = (entries: Entry[]) =>
      new Set(
        entries
          .filter(({ word }) => /^\p{Script=Han}+$/u.test(word))
          .map(({ word, freq, tag }) => `${word} ${freq} ${tag}`),
      )
    const here = words(readSource())
    const inside = words(readSource({ from: 'wasm' }))
    const apart = [...here]
      .filter(line => !inside.has(line))
      .concat([...inside].filter(line => !here.has(line)))
    assert.ok(apart.length <= 3, `differ: ${apart.slice(0, 10).join(', ')}`)
    assert.ok(inside.size > 340_000)
  })

  it('refuses a lexicon line that it cannot read', () => {
    const file = join(folder, 'words.txt')
    for (const bad of ['党委', '党委 nt 5', 'AB型 n', '党委 机构', '党委 nt\n党委 n']) {
      writeFileSync(file, `# 注\n\n${bad}\n`)
      assert.throws(() => readLexicon(file), /words\.txt/)
    }
  })
})
