// Starts code-server for one run on loopback and stops it with everything that it started.
import { spawn } from 'node:child_process'
import { createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { writeLanguagePack } from './language-pack.mjs'

const START_LIMIT_MS = 60_000

/** A port on loopback that nobody listens on: `preferred` or one of the next hundred, or any where none is preferred. */
export async function freePort(preferred = 0) {
  const last = preferred === 0 ? 0 : preferred + 100
  for (let port = preferred; port <= last; port++) {
    const found = await tryPort(port)
    if (found !== undefined) return found
  }
  throw new Error(`No free port between ${preferred} and ${last}.`)
}

const tryPort = port =>
  new Promise(done => {
    const server = createServer()
    server.on('error', () => done(undefined))
    server.listen(port, '127.0.0.1', () => {
      const { port: found } = server.address()
      server.close(() => done(found))
    })
  })

/** Writes settings that are not there yet into a private VS Code profile; what a person changed there stays. */
export function writeUserSettings(userDataDir, settings) {
  const file = join(userDataDir, 'User', 'settings.json')
  mkdirSync(join(userDataDir, 'User'), { recursive: true })
  const present = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  writeFileSync(file, `${JSON.stringify({ ...settings, ...present }, null, 2)}\n`)
}

/** Settings of every private profile: nothing is sent, nothing is looked up, nothing pops up. */
export const QUIET_SETTINGS = {
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'git.openRepositoryInParentFolders': 'never',
  'chat.commandCenter.enabled': false,
  // Chinese punctuation is not a look-alike of ASCII here.
  'editor.unicodeHighlight.allowedLocales': { 'zh-hans': true },
}

/** The environment for code-server: nothing of an enclosing VS Code, test runner or npm. */
const cleanEnv = extra => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(VSCODE_|CODE_SERVER|NODE_OPTIONS$|PASSWORD$|npm_)/.test(name),
    ),
  ),
  // No marketplace: what is tried here is this extension, and nothing is asked of the network.
  EXTENSIONS_GALLERY: process.env.EXTENSIONS_GALLERY ?? '{}',
  ...extra,
})

const serverArgs = ({ entry, userDataDir, extensionsDir }) => [
  entry,
  '--config',
  join(userDataDir, 'code-server.yaml'),
  '--user-data-dir',
  userDataDir,
  '--extensions-dir',
  extensionsDir,
]

/** `{ url, stop, ended }`: code-server answering on 127.0.0.1:port. `ended` resolves when it exits by itself. */
export async function startCodeServer(options) {
  const { port, userDataDir, extensionsDir, folder, trustAll = false, locale, env = {} } = options
  mkdirSync(userDataDir, { recursive: true })
  mkdirSync(extensionsDir, { recursive: true })
  if (locale) writeLanguagePack(userDataDir, locale)
  const args = [
    ...serverArgs(options),
    ...['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`],
    ...['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'],
    ...(trustAll ? ['--disable-workspace-trust'] : []),
    ...(locale ? ['--locale', locale] : []),
    // Without --ignore-last-opened a bare address may lead to the folder of another day.
    ...(folder ? ['--ignore-last-opened', folder] : []),
  ]
  // A process group of its own, so that its extension hosts end with it.
  const child = spawn(process.execPath, args, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: cleanEnv(env),
  })
  // Should this process be killed outright, the end of its pipe tells the guard to clear up.
  const guard = spawn('sh', ['-c', `read _; kill -KILL -${child.pid}`], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.on('error', () => {})
  const logFile = join(userDataDir, 'code-server.log')
  const log = createWriteStream(logFile)
  let tail = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', data => {
      log.write(data)
      tail = (tail + data).slice(-4000)
    })
  }
  let over = false
  const ended = new Promise(done => {
    child.on('error', error => done(`code-server could not be started: ${error.message}`))
    child.on('exit', (code, signal) => done(`code-server ended with ${signal ?? code}:\n${tail}`))
  }).then(reason => {
    over = true
    return reason
  })
  const killGroup = signal => {
    try {
      process.kill(-child.pid, signal)
    } catch {} // already gone
  }
  const killAtExit = () => killGroup('SIGKILL')
  process.once('exit', killAtExit)
  const stop = async () => {
    killGroup('SIGTERM')
    await Promise.race([ended, pause(2000)])
    killGroup('SIGKILL')
    process.removeListener('exit', killAtExit)
    guard.kill('SIGKILL')
    log.end()
  }

  const url = `http://127.0.0.1:${port}`
  const limit = Date.now() + START_LIMIT_MS
  while (!(await answers(`${url}/healthz`))) {
    if (over || Date.now() > limit) {
      await stop()
      throw new Error(
        over ? await ended : `code-server did not answer within ${START_LIMIT_MS / 1000} s:\n${tail}`,
      )
    }
    await pause(100)
  }
  return { url, stop, ended, logFile }
}

const answers = async url => {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}

/** Runs code-server as the `code` command line, for example to install a .vsix; resolves with its exit code. */
export function codeServerCli(options, args) {
  mkdirSync(options.userDataDir, { recursive: true })
  mkdirSync(options.extensionsDir, { recursive: true })
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [...serverArgs(options), ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: cleanEnv({}),
    })
    child.on('error', fail)
    child.on('exit', code => done(code ?? 1))
  })
}
