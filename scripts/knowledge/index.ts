// `npm run knowledge`: checks server/knowledge and its lines. `-- try "句子"` shows which entries fire and why.
// `-- write` (part of `npm run generate`) makes the modules of the core.

import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Area, readKnowledge } from './read'
import { generatedName, renderArea } from './render'
import { tryText } from './try'

const target = path.resolve(__dirname, '../../server/src/core/knowledge')

const [command, ...rest] = process.argv.slice(2)
const { areas, problems } = readKnowledge()
for (const problem of problems) console.error(problem)

if (command === 'try') {
  const text = rest.join(' ').trim()
  console.log(text ? tryText(areas, text) : '用法：npm run knowledge -- try "句子"')
} else if (command === 'write') {
  if (problems.length === 0) write(areas)
} else if (command === undefined) {
  for (const { name, title, entries } of areas)
    console.log(`${name.padEnd(14)} ${String(entries.length).padStart(4)} 条  ${title}`)
  if (problems.length === 0) console.log('例句全部对上')
} else {
  console.error(`没有 ${command} 这个命令；可用：try "句子"、write`)
  process.exitCode = 2
}
if (problems.length > 0) process.exitCode = 1

function write(areas: readonly Area[]) {
  const kept = new Set(areas.map(generatedName))
  for (const name of readdirSync(target))
    if (name.endsWith('.generated.ts') && !kept.has(name)) rmSync(path.join(target, name))
  for (const area of areas) writeFileSync(path.join(target, generatedName(area)), renderArea(area))
  const count = areas.reduce((sum, { entries }) => sum + entries.length, 0)
  console.log(`${count} cues in ${areas.length} areas`)
}
