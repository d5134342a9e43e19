// Runs a command to its end, keeps its output for the log, and says what went wrong in one place.
import { spawn } from 'node:child_process'
import { accessSync, appendFileSync, constants, mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { cacheDir } from './paths.mjs'

const LOG = 'provision.log'
const TAIL = 25

/** Runs `command args…`; resolves with its output, rejects with the last lines of it. */
export function run(command, args, { cwd, env = process.env } = {}) {
  mkdirSync(cacheDir(), { recursive: true })
  const log = join(cacheDir(), LOG)
  appendFileSync(log, `\n$ (cd ${cwd ?? '.'}) ${command} ${args.join(' ')}\n`)
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = data => {
      output += data
      appendFileSync(log, data)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', error => fail(new Error(`${command}: ${error.message}`)))
    child.on('close', (code, signal) => {
      if (code === 0) return done(output)
      const tail = output.trimEnd().split('\n').slice(-TAIL).join('\n  ')
      fail(
        new Error(
          `${command} ${args.join(' ')} ended with ${signal ?? code}:\n  ${tail}\n  (all of it: ${log})`,
        ),
      )
    })
  })
}

/** npm as a person at a prompt would run it: what an outer `npm test` put into the environment is taken out again. */
export function npm(args, cwd) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^npm_(package|lifecycle)_|^npm_config_(local_prefix|workspaces?|ignore_scripts|dry_run)$|^INIT_CWD$/i.test(
          name,
        ),
    ),
  )
  // Some native modules call npx node-gyp, which would otherwise ask a question that nobody can answer.
  return run('npm', args, { cwd, env: { ...env, npm_config_yes: 'true' } })
}

/** The full path of the first of `names` that is an executable on PATH, or undefined. */
export function findOnPath(...names) {
  for (const name of names) {
    for (const dir of (process.env.PATH ?? '').split(delimiter)) {
      const path = join(dir, name)
      if (isExecutable(path)) return path
    }
  }
  return undefined
}

export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
