// `npm start`: builds, then opens samples/ in VS Code with the extension. Desktop VS Code where `code` is found, else the
// browser-hosted one, without a login, on loopback only.
//   LIGAO_VSCODE  browser | desktop | path of an executable; chosen by itself where not set
//   LIGAO_LOCALE  display language of the browser-hosted one (zh-cn)
//   LIGAO_PORT    first port to try for the browser-hosted one (8080)
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { build } from '../esbuild.mjs'
import { ensureCodeServer } from './provision/code-server.mjs'
import { cacheDir, root } from './provision/paths.mjs'
import { findOnPath } from './provision/run.mjs'
import { freePort, QUIET_SETTINGS, startCodeServer, writeUserSettings } from './provision/serve.mjs'

const samples = join(root, 'samples')

const SETTINGS = {
  ...QUIET_SETTINGS,
  // The first thing to see is what samples/ is about.
  'workbench.startupEditor': 'readme',
  'editor.wordWrap': 'on',
  'editor.fontSize': 16,
  'editor.minimap.enabled': false,
  'files.autoSave': 'off',
  'explorer.confirmDelete': true,
}

async function main() {
  await build()
  const choice = process.env.LIGAO_VSCODE
  const desktop = choice === 'browser' ? undefined : findDesktop(choice)
  if (desktop) return openDesktop(desktop)
  return serve()
}

function findDesktop(choice) {
  const names = process.platform === 'win32' ? ['code.cmd', 'code.exe'] : ['code']
  const found = choice && choice !== 'desktop' ? choice : findOnPath(...names)
  if (!found && (choice === 'desktop' || process.platform === 'win32')) {
    throw new Error('找不到桌面版 VS Code 的 code 命令。 Desktop VS Code (the command `code`) was not found.')
  }
  return found
}

function openDesktop(code) {
  console.log(`正在打开桌面版 VS Code… Opening desktop VS Code: ${code}`)
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, samples]
  const shell = process.platform === 'win32'
  const quote = text => (shell ? `"${text}"` : text)
  const child = spawn(quote(code), args.map(quote), { stdio: 'inherit', shell })
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('exit', status => done(status ?? 1))
  })
}

async function serve() {
  const { entry } = await ensureCodeServer(console.log)
  const home = join(cacheDir(), 'start')
  const profile = { entry, userDataDir: join(home, 'user'), extensionsDir: join(home, 'extensions') }
  installFromTree(profile.extensionsDir)
  writeUserSettings(profile.userDataDir, SETTINGS)
  const server = await startCodeServer({
    ...profile,
    port: await freePort(Number(process.env.LIGAO_PORT || 8080)),
    // samples/ is this project's own folder: the drafts are what is to be seen first, not a question about trust.
    trustAll: true,
    folder: samples,
    locale: process.env.LIGAO_LOCALE || 'zh-cn',
  })
  console.log(`
  砺稿已在浏览器版 VS Code 中就绪，请用浏览器打开：
  VS Code with Ligao is ready, open in a browser:

      ${server.url}/

  只在本机可访问，不需要密码；按 Ctrl+C 停止。
  Reachable from this machine only, no password; Ctrl+C stops it.
`)
  const stopped = new Promise(done => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => done(undefined))
  })
  const reason = await Promise.race([stopped, server.ended])
  await server.stop()
  if (reason) throw new Error(reason)
  console.log('已停止。 Stopped.')
  return 0
}

/** The working tree as an installed extension: a plain address is enough to have it, and a rebuild is enough to renew it. */
function installFromTree(extensionsDir) {
  const { publisher, name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  // Anew each time: VS Code keeps a list of what it found before, with the version of then.
  rmSync(extensionsDir, { recursive: true, force: true })
  mkdirSync(extensionsDir, { recursive: true })
  symlinkSync(root, join(extensionsDir, `${publisher}.${name}-${version}`), 'dir')
}

process.exitCode = await main().catch(error => {
  console.error(error.message)
  return 1
})
process.exit()
