// `npm run test:nodes`: the unit suites under each Node.js that the README promises. The npm package `node` brings those that
// this machine has not; nothing is fetched by `npm install`. Words after `--` go to mocha, such as a file or `--grep`.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './provision/paths.mjs'

export const promisedNodes = [20, 22, 24]

const given = process.argv.slice(2)
const suites = given.length > 0 ? given : ['test/!(vscode)/**/*.test.ts']
const mocha = [join(root, 'node_modules/mocha/bin/mocha.js'), '--exit', '--reporter', 'dot', ...suites]

function run(major) {
  const own = process.version.startsWith(`v${major}.`)
  const [program, args] = own
    ? [process.execPath, mocha]
    : ['npm', ['exec', '--yes', `--package=node@${major}`, '--', 'node', ...mocha]]
  console.log(`\n── Node.js ${major}`)
  return spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32' && !own,
  }).status
}

const failed = promisedNodes.filter(major => run(major) !== 0)
console.log(
  failed.length === 0
    ? `ok under Node.js ${promisedNodes.join(', ')}`
    : `FAILED under Node.js ${failed.join(', ')}`,
)
process.exitCode = failed.length === 0 ? 0 : 1
