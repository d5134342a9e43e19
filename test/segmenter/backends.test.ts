import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readLexicon } from '../../scripts/build-dictionary.mjs'
import type { Segmenter } from '../../server/src/core/text/segmentation'
import { createSegmenter } from '../../server/src/segmenter'
import { BACKENDS, testAssets, unexpected } from './assets'
import { oddText, SENTENCES, showsTheText } from './texts'

describe('segmentation backends', () => {
  const loaded: Segmenter[] = []

  before('load each', async () => {
    for (const prefer of BACKENDS) {
      const lazy = createSegmenter({ log: unexpected, assetsDir: testAssets(), prefer })
      assert.equal(lazy.current(), undefined)
      const [first, second] = await Promise.all([lazy.load(), lazy.load()])
      assert.equal(first, second)
      assert.equal(lazy.current(), first)
      assert.equal(lazy.backend(), prefer)
      loaded.push(first)
    }
  })

  for (const [index, name] of BACKENDS.entries()) {
    describe(name, () => {
      const cut = (text: string) => loaded[index]!.cut(text)
      const shown = (text: string) => cut(text).map(word => `${word.text}/${word.tag}`)

      it('cuts a report into words with parts of speech', () => {
        assert.deepEqual(shown('青石镇党委召开安全生产会议，排查隐患43处。'), [
          '青石/n',
          '镇党委/nt',
          '召开/v',
          '安全生产/n',
          '会议/n',
          '，/w',
          '排查/v',
          '隐患/n',
          '43/m',
          '处/n',
          '。/w',
        ])
      })

      it('puts every word where it stands in the text, whatever the text', () => {
        fc.assert(
          fc.property(oddText, text => showsTheText(text, cut(text))),
          { numRuns: 300 },
        )
      })

      it('splits a rare compound into its parts, and keeps the words beside it whole', () => {
        assert.deepEqual(shown('及时改进科研单位的管理'), [
          '及时/c',
          '改进/v',
          '科研/n',
          '单位/n',
          '的/uj',
          '管理/vn',
        ])
      })

      it('knows each of the own words, whole and with its own tag', () => {
        const wrong = readLexicon().filter(([word, tag]) => shown(word).join(' ') !== `${word}/${tag}`)
        assert.deepEqual(wrong, [])
      })

      it('gives the same words for a text and for the same text among others', () => {
        const alone = SENTENCES.flatMap(sentence => shown(sentence))
        assert.deepEqual(shown(SENTENCES.join('')), alone)
      })
    })
  }

  it('agree on every word and tag', () => {
    const [first, ...others] = loaded
    for (const other of others) {
      for (const sentence of SENTENCES) assert.deepEqual(other.cut(sentence), first!.cut(sentence))
      fc.assert(
        fc.property(oddText, text => assert.deepEqual(other.cut(text), first!.cut(text))),
        { numRuns: 300 },
      )
    }
  })
})
