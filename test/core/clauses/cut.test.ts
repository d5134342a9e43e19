import assert from 'node:assert/strict'
import { cutWords, vocabularyOf } from '../../../server/src/core/text/clauses/cut'
import { clausesOf } from '../../../server/src/core/text/clauses/split'

const pieces = (text: string, words: Record<string, number>) => {
  const found: string[] = []
  cutWords(text, vocabularyOf(Object.keys(words), Object.values(words)), (word, start, end) =>
    found.push(text.slice(start, end) + (word < 0 ? '?' : '')),
  )
  return found
}

describe('words of the clause model', () => {
  it('are the cheapest way through the text', () => {
    const words = { 整改: 5, 改进: 6, 进度: 5, 整: 9, 改: 9, 进: 9, 度: 9 }
    assert.deepEqual(pieces('整改进度', words), ['整改', '进度'])
    assert.deepEqual(pieces('改进度', words), ['改', '进度'])
  })

  it('leave nothing out, known or not', () => {
    const text = '甲整改乙，丙'
    assert.deepEqual(pieces(text, { 整改: 5 }), ['甲?', '整改', '乙?', '，?', '丙?'])
    assert.deepEqual(pieces('', { 整改: 5 }), [])
  })
})

describe('clauses', () => {
  const clauses = (text: string) => clausesOf(text).map(({ start, end }) => text.slice(start, end))

  it('end at marks, and words that only lead on belong to what follows', () => {
    assert.deepEqual(clauses('目前，全镇清淤8处，补种树苗30株。'), ['目前，全镇清淤8处', '补种树苗30株'])
    assert.deepEqual(clauses('一是抓落实；二是见行动'), ['一是抓落实', '二是见行动'])
  })

  it('are none where there is no text', () => {
    assert.deepEqual(clauses(''), [])
    assert.deepEqual(clauses('。'), ['。'])
  })
})
