// Provides what is needed to show a real VS Code without a desktop. `node scripts/provision/index.mjs` does it by hand;
// running it again is quick and harmless.
import { pathToFileURL } from 'node:url'
import { ensureChromium } from './chromium.mjs'
import { ensureCodeServer } from './code-server.mjs'
import { withLock } from './lock.mjs'
import { cacheDir } from './paths.mjs'

/**
 * Which VS Code the tests and `npm start` use, from $LIGAO_VSCODE:
 * `browser` (code-server in a headless Chromium), `desktop` (downloaded by @vscode/test-electron), or a path to an executable.
 */
export const vscodeChoice = () =>
  process.env.LIGAO_VSCODE || (process.platform === 'win32' ? 'desktop' : 'browser')

/** `{ codeServer: { entry, root }, chromium }`, installed where missing. */
export async function provision(say = console.log) {
  const chromium = await withLock(`${cacheDir()}/chromium.lock`, () => ensureChromium(say), say)
  const codeServer = await ensureCodeServer(say)
  return { chromium, codeServer }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const { chromium, codeServer } = await provision()
    console.log(`Chromium:    ${chromium}\ncode-server: ${codeServer.root}`)
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
