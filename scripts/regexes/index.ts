// `npm run regexes`: examines every regular expression that is new, and keeps the verdicts in step with the sources. Ends with 1
// where one is superlinear: make it linear, or enter it under `harmless` in verdicts.json with the bound on what it reads.

import { collect, examineNew, hashOf, nameOf, readVerdicts, writeVerdicts } from './check'

const verdicts = readVerdicts()
const expressions = collect()
const examined = examineNew(expressions, verdicts)
const superlinear = examined.filter(({ finding }) => finding.startsWith('superlinear'))

const names = new Set(expressions.map(nameOf))
const hashes = new Set([...names].map(hashOf))
writeVerdicts({
  harmless: Object.fromEntries([
    ...Object.entries(verdicts.harmless).filter(([name]) => names.has(name)),
    ...examined
      .filter(({ finding }) => finding === 'undecided')
      .map(({ name }) => [name, 'undecided'] as const),
  ]),
  linear: [
    ...verdicts.linear.filter(hash => hashes.has(hash)),
    ...examined.filter(({ finding }) => finding === 'linear').map(({ name }) => hashOf(name)),
  ],
})
for (const { name, files, finding } of superlinear)
  console.log(`${finding}\n  ${name}\n  ${files.join(', ')}`)
console.log(`${names.size} expressions, ${examined.length} new, ${superlinear.length} superlinear`)
process.exitCode = superlinear.length > 0 ? 1 : 0
