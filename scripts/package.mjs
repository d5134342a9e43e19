// Packs the extension as ligao-<platform>.vsix from a production build, or with --universal as ligao-universal.vsix, which
// VS Code installs on every platform (word segmentation is then WebAssembly on all but this one). Nothing is fetched.
import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createVSIX } from '@vscode/vsce'
import { build } from '../esbuild.mjs'
import { root } from './provision/paths.mjs'

const LIMIT_MB = 10

/** The platform name that VS Code knows this machine by. */
export const platform = () => `${process.platform}-${process.arch === 'arm' ? 'armhf' : process.arch}`

export const packagePath = (universal = false) =>
  join(root, `ligao-${universal ? 'universal' : platform()}.vsix`)

/** Builds and packs; resolves with the path of the .vsix. VS Code refuses a package whose target is another platform. */
export async function packageExtension({ universal = false } = {}) {
  const missing = await build({ production: true })
  if (missing.length > 0) throw new Error(`Cannot be packed without ${missing.join(', ')}.`)
  const path = packagePath(universal)
  rmSync(path, { force: true })
  await createVSIX({
    cwd: root,
    packagePath: path,
    ...(universal ? {} : { target: platform() }),
    // The bundles hold what they need.
    dependencies: false,
    allowMissingRepository: true,
    // Links stay as written: they lead into the package, not to a web site.
    rewriteRelativeLinks: false,
  })
  if (!existsSync(path)) throw new Error('vsce made no package.')
  const size = statSync(path).size / 1024 / 1024
  if (size > LIMIT_MB) throw new Error(`${path} has ${size.toFixed(1)} MB; ${LIMIT_MB} MB are allowed.`)
  return path
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await packageExtension({ universal: process.argv.includes('--universal') })
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
