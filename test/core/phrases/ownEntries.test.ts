// Own phrases: what works, and what is said about those that do not.

import assert from 'node:assert/strict'
import { phraseEntries } from '../../../server/src/core/lexicon'
import type { OwnEntry } from '../../../server/src/core/lexicon/types'
import { judgeSentence } from '../../../server/src/core/text/phrases/judge'
import { compilePhrases } from '../../../server/src/core/text/phrases/matcher'
import { compileOwnEntries } from '../../../server/src/core/text/phrases/ownEntries'
import { parsePattern } from '../../../server/src/core/text/phrases/pattern'

function problemsOf(...own: OwnEntry[]) {
  return compileOwnEntries(own).problems.map(({ kind, index }) => `${index} ${kind}`)
}

describe('own phrases', () => {
  it('match literally, with … for a few words, or by expression', () => {
    const { entries, problems } = compileOwnEntries([
      { phrase: '一体两翼' },
      { phrase: '打造…新样板' },
      { pattern: '争当(?:先锋|标兵)' },
    ])
    assert.deepEqual(problems, [])
    const { findAll } = compilePhrases(entries)
    const words = (text: string) => findAll(text).map(hit => text.slice(hit.start, hit.end))
    assert.deepEqual(words('推进一体两翼布局'), ['一体两翼'])
    assert.deepEqual(words('努力打造乡村治理新样板。'), ['打造乡村治理新样板'])
    assert.deepEqual(words('打造，新样板'), [])
    assert.deepEqual(words('争当标兵'), ['争当标兵'])
  })

  it('are reported beside the built-in ones', () => {
    const { entries } = compileOwnEntries([
      { id: 'own', phrase: '一体两翼', suggestion: '写出两个园区的名称' },
    ])
    const matcher = compilePhrases([...phraseEntries, ...entries])
    const [finding] = judgeSentence('全县推进一体两翼布局。', { matcher })
    assert.deepEqual(finding?.entries, ['own'])
    assert.equal(finding?.suggestion, '写出两个园区的名称')
  })

  it('take dots, brackets and stars of a phrase for themselves', () => {
    const { entries } = compileOwnEntries([{ phrase: '3.0版(升级)*' }])
    assert.equal(compilePhrases(entries).findAll('打造3.0版(升级)*').length, 1)
    assert.equal(compilePhrases(entries).findAll('打造3x0版升级').length, 0)
  })

  it('are refused with a reason when they cannot be used', () => {
    assert.deepEqual(problemsOf({}), ['0 no-phrase'])
    assert.deepEqual(problemsOf({ phrase: '甲', pattern: '乙' }), ['0 no-phrase'])
    assert.deepEqual(problemsOf({ pattern: '加强(管理' }), ['0 syntax'])
    assert.deepEqual(problemsOf({ pattern: '加强.*管理' }), ['0 unbounded'])
    assert.deepEqual(problemsOf({ pattern: '(?:重视)?' }), ['0 matches-nothing'])
    assert.deepEqual(problemsOf({ pattern: '(?:(?:甲|乙){1,20}){1,20}丙' }), ['0 too-expensive'])
    assert.deepEqual(problemsOf({ pattern: '[^，]{0,40}甲[^，]{0,40}乙[^，]{0,40}丙' }), ['0 too-expensive'])
    assert.deepEqual(problemsOf({ phrase: '第一行\n第二行' }), ['0 cannot-match'])
    assert.deepEqual(problemsOf({ phrase: '加强,管理' }), ['0 cannot-match'])
  })

  it('are told when an example does not hold', () => {
    assert.deepEqual(problemsOf({ phrase: '一体两翼', bad: ['推进一体化'] }), ['0 bad-example'])
    assert.deepEqual(problemsOf({ phrase: '一体两翼', bad: ['推进[[一体]]两翼'] }), ['0 bad-example'])
    assert.deepEqual(problemsOf({ phrase: '一体两翼', bad: ['推进[[一体两翼]]'] }), [])
    assert.deepEqual(problemsOf({ phrase: '一体两翼', good: ['按一体两翼布局'] }), ['0 good-example'])
  })

  it('leave the sound entries working when one is broken', () => {
    const { entries, problems } = compileOwnEntries([{ pattern: '(' }, { phrase: '一体两翼' }])
    assert.equal(entries.length, 1)
    assert.deepEqual(
      problems.map(each => each.index),
      [0],
    )
  })

  it('never take long, whatever a text holds', () => {
    const hostile = ['(?:甲{1,9}){1,9}乙', '(?:甲|甲甲){1,30}乙', '甲{1,80}甲{1,80}甲{1,80}乙']
    for (const pattern of hostile) assert.equal(parsePattern(pattern).problem, 'too-expensive', pattern)
  })
})
