// `npm run generate`: writes everything that is derived from metadata. The result is committed; a test fails on drift.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { generatedFiles, generatedFolders } from './files'

const root = path.resolve(__dirname, '../..')
const files = generatedFiles(file => readFileSync(path.join(root, file), 'utf8'))
let changed = 0
for (const [file, content] of files) {
  const full = path.join(root, file)
  mkdirSync(path.dirname(full), { recursive: true })
  if (read(full) === content) continue
  writeFileSync(full, content)
  changed++
  console.log(`wrote ${file}`)
}
for (const folder of generatedFolders)
  for (const name of readdirSync(path.join(root, folder)))
    if (!files.has(`${folder}/${name}`)) {
      rmSync(path.join(root, folder, name))
      console.log(`removed ${folder}/${name}`)
    }
console.log(changed ? `${changed} file(s) written` : 'everything is up to date')

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
