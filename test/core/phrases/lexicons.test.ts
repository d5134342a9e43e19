// The built-in lexicons: generated file in step with the YAML, every example line true.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type AST, RegExpParser } from '@eslint-community/regexpp'
import { readLexicons, renderLexicons } from '../../../scripts/generate-lexicons.mjs'
import { phraseEntries } from '../../../server/src/core/lexicon'
import { judgeSentence } from '../../../server/src/core/text/phrases/judge'
import { compilePhrases } from '../../../server/src/core/text/phrases/matcher'
import { readMarked } from '../../../server/src/core/text/phrases/ownEntries'
import { parsePattern } from '../../../server/src/core/text/phrases/pattern'
import { longest, shortest } from '../../../server/src/core/text/phrases/patternSize'

const lexicons = readLexicons()

describe('lexicons', () => {
  it('are generated from the YAML as it stands', () => {
    const file = path.join(__dirname, '../../../server/src/core/lexicon/lexicons.generated.ts')
    assert.equal(readFileSync(file, 'utf8'), renderLexicons(lexicons), 'run npm run generate')
  })

  it('find what their bad lines mark', () => {
    const failures: string[] = []
    for (const entry of lexicons.entries) {
      const { findAll } = compilePhrases([entry])
      let marked = 0
      for (const line of entry.bad) {
        const { text, spans } = readMarked(line)
        const hits = findAll(text)
        for (const hit of hits)
          if (spans.some(span => span.start === hit.start && span.end === hit.end)) marked++
        if (hits.length === 0) failures.push(`${entry.id} no hit: ${line}`)
        else if (!hits.some(hit => spans.some(span => span.start === hit.start && span.end === hit.end)))
          failures.push(
            `${entry.id} at ${hits.map(hit => text.slice(hit.start, hit.end)).join(' | ')}: ${line}`,
          )
      }
      if (marked === 0) failures.push(`${entry.id} marks nothing`)
    }
    assert.deepEqual(failures, [])
  })

  it('say nothing about their good lines, and report their bad ones where one phrase is enough', () => {
    const failures: string[] = []
    for (const entry of lexicons.entries) {
      for (const line of entry.good) {
        const findings = judgeSentence(line)
        if (findings.length)
          failures.push(`${entry.id} good: ${line} → ${findings.map(f => f.phrases.join('+')).join(' | ')}`)
      }
      if (entry.risk === 'high') continue
      if (['H', 'I', 'J', 'K', 'P'].includes(entry.classId)) continue
      for (const line of entry.bad) {
        const { text, spans } = readMarked(line)
        const findings = judgeSentence(text)
        const isMet = spans.some(span => findings.some(f => f.start < span.end && span.start < f.end))
        if (entry.risk === 'low' && !isMet) failures.push(`${entry.id} bad: ${line}`)
      }
    }
    assert.deepEqual(failures, [])
  })

  it('use only expressions that the small reader understands as a full parser does', () => {
    const parser = new RegExpParser()
    for (const entry of phraseEntries) {
      const parsed = parsePattern(entry.pattern)
      assert.equal(parsed.problem, undefined, entry.id)
      const tree = parser.parsePattern(entry.pattern)
      const [least, most] = lengths(tree)
      assert.deepEqual([shortest(parsed.pattern!), longest(parsed.pattern!)], [least, most], entry.id)
    }
  })
})

function lengths(node: AST.Pattern | AST.Alternative | AST.Element): [number, number] {
  switch (node.type) {
    case 'Pattern':
    case 'Group': {
      const parts = node.alternatives.map(lengths)
      return [Math.min(...parts.map(p => p[0])), Math.max(...parts.map(p => p[1]))]
    }
    case 'Alternative': {
      const parts = node.elements.map(lengths)
      return [parts.reduce((sum, p) => sum + p[0], 0), parts.reduce((sum, p) => sum + p[1], 0)]
    }
    case 'Quantifier': {
      const [least, most] = lengths(node.element)
      return [least * node.min, most * node.max]
    }
    case 'Assertion':
      return [0, 0]
    case 'Character':
    case 'CharacterClass':
    case 'CharacterSet':
      return [1, 1]
    default:
      throw new Error(`unexpected ${node.type}`)
  }
}
