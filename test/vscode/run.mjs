// Bundles the suites and runs each group of them in a real VS Code through @vscode/test-electron's runner.
// `node test/vscode/run.mjs [group…] [--grep words]`; how to add suites stands in index.ts.
// $LIGAO_VSCODE chooses the VS Code: `browser` (code-server, no desktop needed), `desktop` (downloaded) or a path.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  downloadAndUnzipVSCode,
  resolveCliArgsFromVSCodeExecutablePath,
  runTests,
} from '@vscode/test-electron'
import * as esbuild from 'esbuild'
import { packageExtension } from '../../scripts/package.mjs'
import { vscodeChoice } from '../../scripts/provision/index.mjs'
import { root } from '../../scripts/provision/paths.mjs'
import { run as runCommand } from '../../scripts/provision/run.mjs'
import { QUIET_SETTINGS, writeUserSettings } from '../../scripts/provision/serve.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const out = join(root, 'out/vscode')
/** The oldest VS Code that package.json allows, so that nothing newer is used by mistake. */
const DESKTOP_VERSION = process.env.LIGAO_VSCODE_VERSION || '1.100.3'
const DEFAULT_GROUP = 'editor'
/** What a writer has. Desktop VS Code follows only where the language pack is installed. */
const DEFAULT_LOCALE = 'zh-cn'

function findGroups() {
  const suitesIn = folder => readdirSync(folder).filter(name => name.endsWith('.test.ts'))
  const named = readdirSync(here, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && existsSync(join(here, entry.name, 'group.json')))
    .map(({ name }) => ({ name, folder: join(here, name), ...readJson(join(here, name, 'group.json')) }))
  return [{ name: DEFAULT_GROUP, folder: here }, ...named].map(group => ({
    ...group,
    suites: suitesIn(group.folder).map(name => join(group.folder, name)),
  }))
}

const readJson = file => JSON.parse(readFileSync(file, 'utf8'))

const bundled = suite => join(out, 'suites', suite.slice(here.length).replace(/\.ts$/, '.js'))

async function bundleSuites(groups) {
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [join(here, 'index.ts'), ...groups.flatMap(({ suites }) => suites)],
    outdir: join(out, 'suites'),
    outbase: here,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  })
}

/** `{ start, cli }`: the executable that runs suites, and the command line that installs extensions. */
async function findVSCode() {
  const choice = vscodeChoice()
  if (choice === 'browser') {
    const path = join(root, 'scripts/provision/browser-vscode.mjs')
    return { path, cli: [path] }
  }
  const path = choice === 'desktop' ? await downloadAndUnzipVSCode(DESKTOP_VERSION) : choice
  return { path, cli: resolveCliArgsFromVSCodeExecutablePath(path, { reuseMachineInstall: true }) }
}

/** A stand-in for the extension under development where the packed one is tried: the runner wants one. */
function standIn() {
  const folder = join(out, 'stand-in')
  mkdirSync(folder, { recursive: true })
  const manifest = { name: 'stand-in', publisher: 'ligao', version: '0.0.1', engines: { vscode: '^1.100.0' } }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  return folder
}

async function runGroup(group, vscode, { vsix, grep }) {
  // Short paths: VS Code puts sockets into its user data folder, and their paths may have about a hundred characters.
  const scratch = mkdtempSync(join(tmpdir(), 'ligao-'))
  const workspace = join(scratch, group.workspace ? basename(group.workspace) : 'workspace')
  mkdirSync(workspace)
  if (group.workspace) cpSync(join(root, group.workspace), workspace, { recursive: true })
  const userData = join(scratch, 'user')
  const extensions = join(scratch, 'extensions')
  mkdirSync(extensions)
  writeUserSettings(userData, {
    ...QUIET_SETTINGS,
    ...(group.untrusted ? { 'security.workspace.trust.startupPrompt': 'never' } : {}),
    ...group.settings,
  })
  const profile = [`--user-data-dir=${userData}`, `--extensions-dir=${extensions}`]
  if (group.packed) {
    const [command, ...before] = vscode.cli
    await runCommand(command, [...before, ...profile, `--install-extension=${await vsix()}`])
  }
  const results = join(scratch, 'results.json')
  const lives = group.lives ?? 1
  let failure
  // All lives but the last are meant to end in a kill; the last one tells whether they did.
  for (let life = 1; life <= lives; life++) failure = await live(life)
  async function live(life) {
    rmSync(results, { force: true })
    try {
      await runTests(optionsOf(life))
    } catch (error) {
      return error.message
    }
  }
  function optionsOf(life) {
    return {
      vscodeExecutablePath: vscode.path,
      extensionDevelopmentPath: group.packed ? standIn() : root,
      extensionTestsPath: join(out, 'suites/index.js'),
      extensionTestsEnv: {
        LIGAO_SUITES: JSON.stringify(group.suites.map(bundled)),
        LIGAO_RESULTS: results,
        LIGAO_REPORTER: 'spec',
        LIGAO_REPORTER_FILE: join(root, 'scripts/reporter.cjs'),
        LIGAO_GREP: grep ?? '',
        LIGAO_SCREENSHOTS: join(root, 'out/screenshots', group.name),
        LIGAO_PACKED: group.packed ? 'true' : '',
        LIGAO_LIFE: String(life),
        LIGAO_LIVES: String(lives),
        NODE_OPTIONS: '',
      },
      launchArgs: [
        ...(group.empty ? [] : [workspace]),
        ...profile,
        `--locale=${group.locale ?? DEFAULT_LOCALE}`,
        ...(group.untrusted ? ['--enable-workspace-trust'] : []),
      ],
    }
  }
  const numbers = existsSync(results) ? readJson(results) : { passed: 0, failed: 0, skipped: 0, failures: [] }
  // A VS Code that died, or that ran nothing, has failed whatever its suites said before.
  if (failure && numbers.failed === 0) addFailure(numbers, `VS Code: ${failure}`)
  if (!grep && numbers.passed + numbers.failed === 0) addFailure(numbers, 'no test ran')
  if (numbers.failed > 0) console.error(`The profile of the failed run is kept: ${scratch}`)
  else rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  return { ...numbers, failures: numbers.failures.map(title => `[${group.name}] ${title}`) }
}

function addFailure(numbers, title) {
  numbers.failed += 1
  numbers.failures.push(title)
}

async function main(args) {
  const grepAt = args.indexOf('--grep')
  const grep = grepAt < 0 ? undefined : args.splice(grepAt, 2)[1]
  const groups = findGroups()
    .filter(({ name, onRequest }) => (args.length === 0 ? !onRequest : args.includes(name)))
    // The runner switches workspace trust off; only our own executable can be told to leave it on.
    .filter(({ untrusted }) => !untrusted || vscodeChoice() === 'browser')
  const unknown = args.filter(name => !groups.some(group => group.name === name))
  if (unknown.length > 0) throw new Error(`No such group: ${unknown.join(', ')}`)

  rmSync(join(out, 'suites'), { recursive: true, force: true })
  await bundleSuites(groups)
  const vscode = await findVSCode()
  let packed = process.env.LIGAO_VSIX
  const vsix = async () => {
    packed ??= await packageExtension()
    return packed
  }
  const total = { passed: 0, failed: 0, skipped: 0, failures: [] }
  for (const group of groups) {
    console.log(`\n=== VS Code: ${group.name} ===`)
    const began = Date.now()
    const numbers = await runGroup(group, vscode, { vsix, grep }).catch(error => ({
      passed: 0,
      failed: 1,
      skipped: 0,
      failures: [`[${group.name}] ${error.message}`],
    }))
    for (const key of ['passed', 'failed', 'skipped']) total[key] += numbers[key]
    total.failures.push(...numbers.failures)
    console.log(
      `=== ${group.name}: ${numbers.passed} ✓ ${numbers.failed} ✗ in ${Math.round((Date.now() - began) / 1000)} s ===`,
    )
  }
  if (process.env.LIGAO_RESULTS) writeFileSync(process.env.LIGAO_RESULTS, JSON.stringify(total))
  for (const title of total.failures) console.error(`✗ ${title}`)
  return total.failed === 0 ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2)).catch(error => {
  console.error(error)
  return 1
})
