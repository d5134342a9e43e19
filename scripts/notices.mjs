// The licences of the packages whose code is inside the bundles, as dist/THIRD-PARTY.txt: theirs ask that the notice goes
// wherever the code goes. Which packages these are, the bundler says; what lies beside the bundles (dictionary, native
// addon, wasm) has its licence in its own folder.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Packages that come with the code of their own dependencies inside, where the bundler does not see them. */
const prebuilt = ['docx']

/** Folder of the package that a bundled file belongs to, from the root of the project; undefined for files of ours. */
const packageOf = input => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]

/** `inputs`: the files that went into the bundles, as esbuild names them in its metafile. Throws where no licence is stated. */
export function thirdPartyNotices(root, inputs) {
  const folders = new Set(inputs.map(packageOf).filter(Boolean))
  for (const name of prebuilt)
    if (folders.has(`node_modules/${name}`))
      for (const inside of dependenciesOf(join(root, 'node_modules', name)))
        folders.add(installed(root, `node_modules/${name}/node_modules/${inside}`, `node_modules/${inside}`))
  const notices = new Map([...folders].map(folder => noticeOf(join(root, folder))))
  return [...notices]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, text]) => `${'='.repeat(78)}\n${title}\n${'='.repeat(78)}\n\n${text.trim()}\n`)
    .join('\n')
}

/** npm puts a package beside the one that wants it where another version is wanted elsewhere. */
const installed = (root, ...places) => places.find(place => existsSync(join(root, place))) ?? places.at(-1)

const dependenciesOf = folder =>
  Object.keys(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).dependencies ?? {}).filter(
    name => !name.startsWith('@types/'),
  )

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find(name => /^(?:licen[cs]e|copying)(?:\.|$)/i.test(name))
  if (!file && !license) throw new Error(`${name} states no licence.`)
  const text = file ? readFileSync(join(folder, file), 'utf8').replace(/\r\n?/g, '\n') : `License: ${license}`
  return [`${name} ${version} (${license ?? 'see below'})`, text]
}

export function writeNotices({ root, dist, inputs }) {
  writeFileSync(join(dist, 'THIRD-PARTY.txt'), thirdPartyNotices(root, inputs))
}
