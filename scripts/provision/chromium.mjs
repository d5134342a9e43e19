// Finds a Chromium to show VS Code in, or installs Debian's; and sees to it that Chinese can be drawn.
import { execFileSync } from 'node:child_process'
import { canInstallPackages, installPackages } from './debian.mjs'
import { fontEnv } from './paths.mjs'
import { findOnPath, isExecutable } from './run.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const MAC_APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const find = () => findOnPath(...NAMES) ?? MAC_APPS.find(isExecutable)

/** The path of a Chromium that can be started. */
export async function ensureChromium(say) {
  const named = process.env.CHROME_PATH
  if (named) {
    if (!isExecutable(named)) throw new Error(`CHROME_PATH=${named} cannot be executed.`)
    return named
  }
  const missing = [...(find() ? [] : ['chromium']), ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])]
  if (missing.length > 0 && canInstallPackages()) await installPackages(missing, say)
  const path = find()
  if (!path) {
    throw new Error(
      'No Chromium found. Install one (Debian/Ubuntu: sudo apt-get install chromium fonts-noto-cjk), ' +
        'or set CHROME_PATH, or set LIGAO_VSCODE=desktop to use desktop VS Code.',
    )
  }
  if (!hasChineseFont())
    say('No Chinese font found: screenshots will show boxes. Install fonts-noto-cjk or the like.')
  return path
}

function hasChineseFont() {
  if (process.platform !== 'linux') return true
  try {
    const env = { ...process.env, ...fontEnv() }
    const stdio = ['ignore', 'pipe', 'ignore']
    return execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8', env, stdio }).trim() !== ''
  } catch {
    return false
  }
}
