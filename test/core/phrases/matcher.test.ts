// The matcher finds what its expressions alone would find, and decides between overlapping hits by the stated rule.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { phraseEntries } from '../../../server/src/core/lexicon'
import type { CompiledEntry, PhraseEntry } from '../../../server/src/core/lexicon/types'
import { compileEntry } from '../../../server/src/core/text/phrases/compileEntry'
import { compilePhrases } from '../../../server/src/core/text/phrases/matcher'
import { readMarked } from '../../../server/src/core/text/phrases/ownEntries'

const builtIn = compilePhrases(phraseEntries)

function naive(entries: readonly CompiledEntry[], text: string): string[] {
  return entries.flatMap(entry =>
    [...text.matchAll(new RegExp(entry.pattern, 'gm'))].map(
      hit => `${hit.index}-${hit.index + hit[0].length} ${entry.id}`,
    ),
  )
}

function found(matcher: typeof builtIn, text: string): string[] {
  return matcher.findAll(text).map(hit => `${hit.start}-${hit.end} ${hit.entry.id}`)
}

function assertSame(entries: readonly CompiledEntry[], text: string, matcher = compilePhrases(entries)) {
  assert.deepEqual(found(matcher, text).sort(), naive(entries, text).sort(), text)
}

function entry(pattern: string, more: Partial<PhraseEntry> = {}): CompiledEntry {
  const raw: PhraseEntry = {
    id: pattern,
    classId: 'F',
    label: pattern,
    pattern,
    risk: 'low',
    cures: [],
    ...more,
  }
  const compiled = compileEntry(raw)
  assert.equal(compiled.problem, undefined, pattern)
  return compiled.entry!
}

const sentences = readFileSync(path.join(__dirname, 'own-sentences.tsv'), 'utf8')
  .split('\n')
  .filter(line => line && !line.startsWith('#'))
  .map(line => readMarked(line.split('\t')[2]!).text)

describe('phrase matcher', () => {
  it('finds what its expressions find in sentences of reports', () => {
    for (const text of sentences) assertSame(phraseEntries, text, builtIn)
    assertSame(phraseEntries, sentences.join(''), builtIn)
    assertSame(phraseEntries, sentences.join('\n'), builtIn)
  })

  it('finds what its expressions find in any mixture of their own pieces', () => {
    const pieces = [
      ...new Set([
        ...phraseEntries.flatMap(each => each.anchors.slice(0, 4)),
        ...sentences.flatMap(text => text.match(/.{1,6}/g) ?? []),
        ...['，', '。', '、', '；', '\n', '的', '了', '“', '”', '和', '在', '为', '以', '下', '上', '将'],
      ]),
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), parts =>
        assertSame(phraseEntries, parts.join(''), builtIn),
      ),
      { numRuns: 400 },
    )
  })

  it('finds what any expression of the dialect finds', () => {
    const char = fc.constantFrom('甲', '乙', '丙', '丁')
    const atom = fc.oneof(
      char,
      fc.constantFrom('[甲乙]', '[^甲丙]', '(?:甲|乙丙)', '(?:丙|丁丁|甲乙)', '(?=甲)', '(?<!丙)'),
    )
    const piece = fc
      .tuple(atom, fc.constantFrom('', '', '', '?', '{0,2}', '{1,3}'))
      .map(([a, q]) => (a.startsWith('(?=') || a.startsWith('(?<') ? a : a + q))
    const pattern = fc.array(piece, { minLength: 1, maxLength: 6 }).map(parts => parts.join(''))
    const text = fc.array(char, { maxLength: 40 }).map(chars => chars.join(''))
    fc.assert(
      fc.property(fc.array(pattern, { minLength: 1, maxLength: 4 }), text, (patterns, sample) => {
        const usable = patterns.flatMap(source => {
          const raw: PhraseEntry = {
            id: source,
            classId: 'F',
            label: source,
            pattern: source,
            risk: 'low',
            cures: [],
          }
          const compiled = compileEntry(raw)
          return compiled.problem === undefined ? [compiled.entry] : []
        })
        assertSame(usable, sample)
      }),
      { numRuns: 2000 },
    )
  })

  it('looks only near anchors: every built-in entry has some, and a bounded reach back', () => {
    for (const each of phraseEntries) {
      assert.ok(each.anchors.length > 0, each.id)
      assert.ok(each.back[1] - each.back[0] <= 80, each.id)
    }
  })

  it('serves one text after another without remembering the last', () => {
    const matcher = compilePhrases([entry('加强[^，]{0,3}管理')])
    assert.equal(matcher.findAll('切实加强管理').length, 1)
    assert.equal(matcher.findAll('加强管理').length, 1)
    assert.equal(matcher.findAll('').length, 0)
    assert.equal(matcher.findAll('加强管理，加强人员管理').length, 2)
  })

  it('lets the entry that may be reported alone win over a longer one that may not', () => {
    const short = entry('高度重视', { risk: 'low' })
    const long = entry('领导高度重视信息工作', { risk: 'medium' })
    const hits = compilePhrases([long, short]).match('领导高度重视信息工作')
    assert.deepEqual(
      hits.map(hit => hit.entry.id),
      [short.id],
    )
  })

  it('lets the longer of two equals win, then the class that says more', () => {
    const short = entry('重视')
    const long = entry('高度重视')
    assert.deepEqual(
      compilePhrases([short, long])
        .match('高度重视')
        .map(hit => hit.entry.id),
      [long.id],
    )
    const closing = entry('再接再厉', { classId: 'G', id: 'closing' })
    const measure = entry('再接再厉', { classId: 'F', id: 'measure' })
    assert.deepEqual(
      compilePhrases([measure, closing])
        .match('再接再厉')
        .map(hit => hit.entry.id),
      ['closing'],
    )
  })

  it('gives hits that do not overlap, in order, for any text', () => {
    const text = fc.array(fc.constantFrom(...sentences), { maxLength: 8 }).map(parts => parts.join(''))
    fc.assert(
      fc.property(text, sample => {
        const hits = builtIn.match(sample)
        for (let i = 1; i < hits.length; i++) assert.ok(hits[i - 1]!.end <= hits[i]!.start)
      }),
      { numRuns: 60 },
    )
  })
})
