// What is generated is committed, and what is committed is what the generator would write now.

import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { generatedFiles, generatedFolders } from '../../scripts/generate/files'

const root = path.resolve(__dirname, '../..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

describe('generated files', () => {
  const files = generatedFiles(read)
  for (const [file, content] of files)
    it(`${file} is up to date (npm run generate)`, () => {
      assert.ok(existsSync(path.join(root, file)), `${file} is missing`)
      assert.equal(read(file), content)
    })

  it('no page is left over from a rule that is gone', () => {
    for (const folder of generatedFolders)
      for (const name of readdirSync(path.join(root, folder)))
        assert.ok(files.has(`${folder}/${name}`), `${folder}/${name}`)
  })

  it('there are at most fifteen settings', () => {
    assert.ok(Object.keys(JSON.parse(read('package.json')).contributes.configuration.properties).length <= 15)
  })
})
