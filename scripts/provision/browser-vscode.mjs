#!/usr/bin/env node
// VS Code without a desktop, with the command line of the `code` executable as far as @vscode/test-electron's runner
// uses it: code-server is the workbench's server, a headless Chromium shows it, and the workbench runs the suite in its
// extension host. What the suite logs is printed here, and its exit code is ours.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { format } from 'node:util'
import { openBrowser, startControl } from './browser.mjs'
import { provision } from './index.mjs'
import { root } from './paths.mjs'
import { codeServerCli, freePort, QUIET_SETTINGS, startCodeServer, writeUserSettings } from './serve.mjs'

const WITH_VALUE = new Set([
  'extensionDevelopmentPath',
  'extensionTestsPath',
  'folder-uri',
  'user-data-dir',
  'extensions-dir',
  'install-extension',
  'uninstall-extension',
  'locale',
])
const seconds = (name, standard) => Number(process.env[name] || standard) * 1000
const RUN_LIMIT_MS = seconds('LIGAO_VSCODE_TIMEOUT', 900)
/** A workbench that has not begun the suite by then will not begin it. */
const BEGIN_LIMIT_MS = seconds('LIGAO_VSCODE_BEGIN_TIMEOUT', 120)
/** What the workbench says about itself; the suite's own lines come through the same channel. */
const CHATTER =
  /^(Resolv(ing|ed) connection|Creating a socket|Ignoring fetching additional|\[Service Worker\]|ChatSessionStore|Updating additional builtin|No extension gallery service|No search provider registered)/
const FAILURES = join(root, 'out/failures')

function parse(argv) {
  const options = { folders: [], flags: new Set() }
  for (let at = 0; at < argv.length; at++) {
    const match = /^--([\w-]+)(?:=(.*))?$/s.exec(argv[at])
    if (!match) options.folders.push(argv[at])
    else if (!WITH_VALUE.has(match[1])) options.flags.add(match[1])
    else {
      const value = match[2] ?? argv[++at]
      options[match[1]] = [...(options[match[1]] ?? []), value]
    }
  }
  return options
}

async function main() {
  const options = parse(process.argv.slice(2))
  const say = text => console.error(text)
  const { chromium, codeServer } = await provision(say)
  const scratch = join(tmpdir(), `ligao-vscode-${process.pid}`)
  const profile = {
    entry: codeServer.entry,
    userDataDir: resolve(options['user-data-dir']?.at(-1) ?? join(scratch, 'user-data')),
    extensionsDir: resolve(options['extensions-dir']?.at(-1) ?? join(scratch, 'extensions')),
  }

  const cliArgs = ['install-extension', 'uninstall-extension'].flatMap(name =>
    (options[name] ?? []).flatMap(value => [`--${name}`, value]),
  )
  if (options.flags.has('list-extensions')) cliArgs.push('--list-extensions')
  if (cliArgs.length > 0) {
    const code = await codeServerCli(profile, cliArgs)
    if (code !== 0 || !options.extensionTestsPath) return code
  }
  if (!options.extensionTestsPath) {
    console.error('Nothing to run: --extensionTestsPath is missing.')
    return 2
  }
  const code = await runSuite(options, profile, chromium)
  if (code === 0) rmSync(scratch, { recursive: true, force: true })
  return code
}

async function runSuite(options, profile, chromium) {
  const closers = []
  let page
  let finish
  let begun
  const finished = new Promise(done => {
    finish = (code, reason) => done({ code, reason })
  })
  const beginning = new Promise(done => {
    begun = done
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => finish(130, `stopped by ${signal}`))
  const timers = [
    setTimeout(
      () => finish(1, `no end within ${RUN_LIMIT_MS / 1000} s (LIGAO_VSCODE_TIMEOUT)`),
      RUN_LIMIT_MS,
    ),
  ]
  const complaints = []
  let result
  try {
    writeUserSettings(profile.userDataDir, QUIET_SETTINGS)
    const control = await startControl(() => page ?? Promise.reject(new Error('The page is not open yet.')))
    closers.push(control.close)
    const port = await freePort()
    const server = await startCodeServer({
      ...profile,
      port,
      trustAll: options.flags.has('disable-workspace-trust') && !options.flags.has('enable-workspace-trust'),
      locale: options.locale?.at(-1),
      env: { LIGAO_CONTROL: control.url },
    })
    closers.push(server.stop)
    server.ended.then(reason => finish(1, reason))
    const browser = await openBrowser(chromium)
    closers.push(browser.close)
    page = browser.page
    page.on('crash', () => finish(1, 'the page crashed'))
    page.on('pageerror', error => complaints.push(`page error: ${error.message}`))
    page.on('console', message => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    await page.exposeFunction('codeAutomationLog', (type, args) => {
      const line = format(...args)
      if (CHATTER.test(line)) return
      begun()
      const stream = type === 'error' || type === 'warn' ? process.stderr : process.stdout
      stream.write(`${line}\n`)
    })
    await page.exposeFunction('codeAutomationExit', code => finish(code))
    await page.goto(address(server.url, options), { timeout: BEGIN_LIMIT_MS })
    const late = setTimeout(
      () =>
        finish(1, `the suite did not begin within ${BEGIN_LIMIT_MS / 1000} s (LIGAO_VSCODE_BEGIN_TIMEOUT)`),
      BEGIN_LIMIT_MS,
    )
    timers.push(late)
    beginning.then(() => clearTimeout(late))
    result = await finished
  } catch (error) {
    result = { code: 1, reason: error.stack ?? String(error) }
  }
  timers.forEach(clearTimeout)
  if (result.reason) await explain(result.reason, page, complaints, profile)
  for (const close of closers.reverse()) await Promise.resolve(close()).catch(() => {})
  return result.code
}

function address(url, options) {
  const remote = path => `vscode-remote://${new URL(url).host}${resolve(path)}`
  const payload = [
    ...(options.extensionDevelopmentPath ?? []).map(path => ['extensionDevelopmentPath', remote(path)]),
    ['extensionTestsPath', remote(options.extensionTestsPath.at(-1))],
  ]
  const target = options['folder-uri']?.at(-1).replace(/^file:\/\//, '') ?? options.folders.at(-1)
  const query = new URLSearchParams({ payload: JSON.stringify(payload) })
  if (target) query.set(target.endsWith('.code-workspace') ? 'workspace' : 'folder', resolve(target))
  else query.set('ew', 'true')
  return `${url}/?${query}`
}

async function explain(reason, page, complaints, profile) {
  console.error(`VS Code in the browser failed: ${reason}`)
  for (const complaint of complaints.slice(-20)) console.error(`  ${complaint}`)
  console.error(`  logs: ${join(profile.userDataDir, 'logs')}`)
  if (!page) return
  mkdirSync(FAILURES, { recursive: true })
  const picture = join(FAILURES, `${process.pid}.png`)
  const taken = await page.screenshot({ timeout: 5000 }).catch(() => undefined)
  if (!taken) return
  writeFileSync(picture, taken)
  console.error(`  what the page showed: ${picture}`)
}

process.exitCode = await main().catch(error => {
  console.error(error.message)
  return 1
})
// Chromium and sockets are closed by now; nothing that is still open may keep the runner waiting.
process.exit()
