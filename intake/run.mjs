// `npm run intake [-- --port 7180 --data DIR]`: builds the receiving office and runs it on out/intake.

import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIntake } from './build.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const given = process.argv.slice(2)
const args = given.includes('--data') ? given : ['--data', path.join(root, 'out/intake'), ...given]
const child = spawn(process.execPath, [await buildIntake(), ...args], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', code => {
  process.exitCode = code ?? 1
})
