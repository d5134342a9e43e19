import assert from 'node:assert/strict'
import { PairTable, Trie } from '../../../server/src/core/text/clauses/trie'

describe('look-ups by number', () => {
  it('keep every pair apart, however many come', () => {
    const table = new PairTable(0)
    for (let i = 0; i < 3000; i++) table.set(i % 50, i, i * 2)
    table.set(7, 7, 99)
    for (let i = 0; i < 3000; i++) assert.equal(table.get(i % 50, i), i === 7 ? 99 : i * 2)
    assert.equal(table.get(1, 0), -1)
    assert.equal(table.get(3000, 3000), -1)
  })

  it('find a text by its code units, and nothing that only begins like one', () => {
    const trie = new Trie()
    const texts = Array.from({ length: 2000 }, (_, i) => `整${i.toString(7)}改`)
    const nodes = texts.map(text => trie.add(text))
    assert.equal(new Set(nodes).size, texts.length)
    assert.deepEqual(
      texts.map(text => trie.find(text)),
      nodes,
    )
    assert.equal(trie.add('整0改'), nodes[0])
    assert.equal(trie.find('整0改改'), -1)
    assert.equal(trie.find('改'), -1)
    assert.ok(nodes.every(node => node > 0 && node < trie.size))
    assert.ok(!nodes.includes(trie.find('整')))
  })
})
