// The pictures of the READMEs: there, few, small, described, and not in the package.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const pictures = readdirSync(path.join(root, 'docs/pictures'))
const shownIn = (file: string) => [...read(file).matchAll(/!\[([^\]]*)\]\(docs\/pictures\/([^)]+)\)/g)]

describe('the pictures of the READMEs', () => {
  for (const file of ['README.md', 'README.en.md'])
    it(`${file} shows every one, with words for who cannot see it`, () => {
      const shown = shownIn(file)
      assert.deepEqual(shown.map(([, , name]) => name).sort(), [...pictures].sort())
      for (const [, words, name] of shown) assert.ok(words!.length >= 8, name)
    })

  it('are at most eight, and small', () => {
    assert.ok(pictures.length <= 8, pictures.join())
    for (const name of pictures) {
      const file = path.join(root, 'docs/pictures', name)
      assert.equal(readFileSync(file).toString('latin1', 1, 4), 'PNG', name)
      assert.ok(statSync(file).size < 200 * 1024, name)
    }
  })

  it('stay out of the package', () => assert.doesNotMatch(read('.vscodeignore'), /docs\/pictures|docs\/\*\*/))
})
