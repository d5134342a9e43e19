// Provides other editors that speak LSP, to try the recipes of docs/editors.md in them.
import { canInstallPackages, installPackages } from './debian.mjs'
import { withLock } from './lock.mjs'
import { cacheDir } from './paths.mjs'
import { findOnPath, run } from './run.mjs'

const packages = ['neovim', 'emacs-nox', 'elpa-eglot', 'elpa-markdown-mode']

/** `{ neovim, emacs }`: programs, undefined where one is not there and cannot be installed. */
export async function ensureEditors(say = console.log) {
  const missing = async () => !findOnPath('nvim') || !(await emacsWithEglot())
  if ((await missing()) && canInstallPackages())
    await withLock(
      `${cacheDir()}/editors.lock`,
      async () => ((await missing()) ? installPackages(packages, say) : undefined),
      say,
    )
  return { neovim: findOnPath('nvim'), emacs: await emacsWithEglot() }
}

/** Emacs alone is not enough: Eglot comes with it from version 29 on only, markdown-mode never. */
async function emacsWithEglot() {
  const emacs = findOnPath('emacs')
  if (!emacs) return undefined
  const load = "(progn (require 'package) (package-initialize) (require 'eglot) (require 'markdown-mode))"
  return run(emacs, ['--batch', '--eval', load]).then(
    () => emacs,
    () => undefined,
  )
}
