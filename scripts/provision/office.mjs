// Provides LibreOffice, to see a Word document as a reader would see it. Rendering only: nothing of it is shipped.
import { canInstallPackages, installPackages } from './debian.mjs'
import { withLock } from './lock.mjs'
import { cacheDir } from './paths.mjs'
import { findOnPath } from './run.mjs'

const packages = [
  'libreoffice-writer-nogui',
  'poppler-utils',
  // Three faces that can be told apart: sans for 黑体, a brush for 楷体, a book face for the body.
  'fonts-noto-cjk',
  'fonts-arphic-gkai00mp',
  'fonts-arphic-gbsn00lp',
]

/** `{ soffice, pdftoppm, pdftotext }`, or undefined where it is not there and cannot be installed. */
export async function ensureOffice(say = console.log) {
  if (!found() && canInstallPackages()) {
    await withLock(`${cacheDir()}/office.lock`, async () => found() || installPackages(packages, say), say)
  }
  return found()
}

function found() {
  const [soffice, pdftoppm, pdftotext] = ['soffice', 'pdftoppm', 'pdftotext'].map(name => findOnPath(name))
  return soffice && pdftoppm && pdftotext ? { soffice, pdftoppm, pdftotext } : undefined
}
