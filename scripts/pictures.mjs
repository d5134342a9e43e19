// `npm run pictures`: looks at everything a writer sees in a real VS Code (out/screenshots/pictures/, all themes, for eyes) and
// puts the pictures that the READMEs show into docs/pictures/.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './provision/paths.mjs'
import { shrinkPng } from './shrink-png.mjs'

const LIMIT_KB = 200
const taken = join(root, 'out/screenshots/pictures')
const shown = join(root, 'docs/pictures')

const run = (...args) =>
  new Promise(done => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' })
    child.on('exit', code => done(code ?? 1))
  })

/** The pictures that the READMEs refer to, each named once. */
const wanted = () => {
  const texts = ['README.md', 'README.en.md'].map(name => readFileSync(join(root, name), 'utf8')).join('\n')
  return [...new Set([...texts.matchAll(/docs\/pictures\/([\w-]+)\.png/g)].map(hit => hit[1]))]
}

async function main() {
  rmSync(taken, { recursive: true, force: true })
  const code = (await run('esbuild.mjs')) || (await run('test/vscode/run.mjs', 'pictures'))
  if (code !== 0) return code
  mkdirSync(shown, { recursive: true })
  const names = wanted()
  for (const name of readdirSync(shown))
    if (!names.includes(name.replace(/\.png$/, ''))) rmSync(join(shown, name))
  for (const name of names) {
    const source = join(taken, `readme-${name}.png`)
    if (!existsSync(source)) throw new Error(`No picture was taken for docs/pictures/${name}.png`)
    const picture = shrinkPng(readFileSync(source))
    const size = Math.ceil(picture.length / 1024)
    if (size > LIMIT_KB) throw new Error(`${name}.png has ${size} kB; ${LIMIT_KB} kB are allowed.`)
    writeFileSync(join(shown, `${name}.png`), picture)
    console.log(`docs/pictures/${name}.png ${size} kB`)
  }
  console.log(`All pictures: ${taken}`)
  return 0
}

process.exitCode = await main().catch(error => {
  console.error(error.message)
  return 1
})
