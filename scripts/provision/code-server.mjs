// Builds code-server, the browser-hosted VS Code, from its npm package into the cache folder.
// Its own install script refuses root and downloads binaries, so the same steps are done here one by one.
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { canInstallPackages, installPackages } from './debian.mjs'
import { withLock } from './lock.mjs'
import { cacheDir } from './paths.mjs'
import { findOnPath, npm, run } from './run.mjs'

/** code-server 4.100.3 is VS Code 1.100, the oldest version that the extension supports. */
export const CODE_SERVER_VERSION = '4.100.3'
/** Raised when the steps below change, so that an old cache is built anew. */
const RECIPE = 1
/** The release of ripgrep's package that carries its program inside platform packages instead of downloading it. */
const RIPGREP_VERSION = '1.18.0'
const NATIVE = ['@vscode/spdlog', 'native-watchdog', 'node-pty', '@parcel/watcher']
const QUIET = ['--no-audit', '--no-fund', '--loglevel=error']

/** `{ entry, root }` of a code-server that is ready to be started. */
export async function ensureCodeServer(say) {
  const platform = `${process.platform}-${process.arch}`
  const name = `code-server-${CODE_SERVER_VERSION}-r${RECIPE}-node${process.versions.modules}-${platform}`
  const home = join(cacheDir(), name)
  const found = { root: join(home, 'node_modules/code-server'), entry: '' }
  found.entry = join(found.root, 'out/node/entry.js')
  const ready = () => existsSync(join(home, 'ready'))
  if (!ready()) {
    assertSupported()
    await withLock(`${home}.lock`, () => (ready() ? undefined : build(home, platform, say)), say)
  }
  return found
}

function assertSupported() {
  if (process.platform === 'win32') {
    throw new Error('code-server does not run on Windows: set LIGAO_VSCODE=desktop.')
  }
  if (Number(process.versions.node.split('.')[0]) !== 20) {
    throw new Error(
      `code-server ${CODE_SERVER_VERSION} needs Node.js 20, this is ${process.version}: use Node.js 20 or LIGAO_VSCODE=desktop.`,
    )
  }
}

async function build(home, platform, say) {
  const began = Date.now()
  const step = text => say(`  [${((Date.now() - began) / 1000).toFixed(0).padStart(3)} s] ${text}`)
  say(`Building code-server ${CODE_SERVER_VERSION} in ${home} (once, one or two minutes) …`)
  await ensureCompiler(say)

  // Built beside its place and renamed at the end: a build that was cut short is never taken for a whole one.
  const work = `${home}.partial`
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  writeFileSync(join(work, 'package.json'), '{ "private": true }\n')
  const server = join(work, 'node_modules/code-server')
  const vscode = join(server, 'lib/vscode')

  step('fetching the package')
  const ripgrep = `@vscode/ripgrep-${platform}`
  const install = ['install', '--ignore-scripts', ...QUIET]
  await npm([...install, `code-server@${CODE_SERVER_VERSION}`, `${ripgrep}@${RIPGREP_VERSION}`], work)
  step('fetching what VS Code and its extensions need')
  await npm([...install, '--omit=dev'], vscode)
  await npm([...install, '--omit=dev'], join(vscode, 'extensions'))
  symlinkSync('node_modules', join(vscode, 'node_modules.asar'))
  cpSync(join(work, 'node_modules', ripgrep, 'bin'), join(vscode, 'node_modules/@vscode/ripgrep/bin'), {
    recursive: true,
  })
  step('compiling native modules')
  await npm(['rebuild', ...QUIET, ...NATIVE], vscode)
  await npm(['rebuild', ...QUIET, 'argon2'], work)
  step('trying them')
  await run(process.execPath, ['-e', NATIVE.map(name => `require('${name}')`).join(';')], { cwd: vscode })
  await run(process.execPath, ['-e', "require('argon2')"], { cwd: work })

  writeFileSync(join(work, 'ready'), `${new Date().toISOString()}\n`)
  rmSync(home, { recursive: true, force: true })
  renameSync(work, home)
  step('code-server is ready')
}

async function ensureCompiler(say) {
  const needed = [
    ['g++', ['g++', 'c++', 'clang++']],
    ['make', ['make']],
    ['python3', ['python3']],
  ]
  const missing = needed.filter(([, names]) => !findOnPath(...names)).map(([name]) => name)
  if (missing.length === 0) return
  if (!canInstallPackages()) throw new Error(`To compile native modules, install first: ${missing.join(' ')}`)
  await installPackages(missing, say)
}
