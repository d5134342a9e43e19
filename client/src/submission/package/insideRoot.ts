// Resolves what a report refers to and holds it inside the workspace folder: after `..` and after every symlink.
// A draft is data that may come from anyone; it must not be able to name a file that leaves with the hand-in.
import * as path from 'node:path'
import { type Disk, errorCode } from '../disk'
import { isReservedName } from './paths'

export type Resolved =
  /** `shownAt` keeps the report's own way to it, symlinks included, so that its links work in the package. */
  | { kind: 'file'; path: string; shownAt: string }
  | { kind: 'outside' }
  | { kind: 'missing' }
  | { kind: 'remote' }
  | { kind: 'inline' }

/** Folders are compared after symlinks are resolved; a sibling that only starts with the same letters is outside. */
export function isInside(folder: string, file: string): boolean {
  const way = path.relative(folder, file)
  return way !== '' && way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way)
}

export async function resolveReference(
  target: string,
  reportFolder: string,
  root: string,
  disk: Disk,
): Promise<Resolved> {
  if (/^data:/i.test(target)) return { kind: 'inline' }
  if (/^(?:[a-z][a-z0-9+.-]+:)?\/\//i.test(target) && !/^file:/i.test(target)) return { kind: 'remote' }
  if (target === '' || target.includes('\0')) return { kind: 'missing' }
  let outside = false
  for (const spelling of spellings(target)) {
    const found = await resolveSpelling(spelling, reportFolder, root, disk)
    if (found.kind === 'file') return found
    if (found.kind === 'outside') outside = true
  }
  return { kind: outside ? 'outside' : 'missing' }
}

// As written first, then the ways in which editors encode spaces, add queries, or use the other slash.
function spellings(target: string): string[] {
  const plain = target.replace(/^file:(?:\/\/(?:localhost)?)?/i, '')
  const base = [plain, plain.replace(/[?#].*$/s, '')]
  const decoded = base.map(decode).filter(each => each !== undefined)
  const all = [...base, ...decoded]
  return [...new Set([...all, ...all.map(each => each.replaceAll('\\', '/'))])].filter(each => each !== '')
}

function decode(text: string): string | undefined {
  try {
    const plain = decodeURIComponent(text)
    return plain.includes('\0') ? undefined : plain
  } catch {
    return undefined
  }
}

async function resolveSpelling(
  spelling: string,
  folder: string,
  root: string,
  disk: Disk,
): Promise<Resolved> {
  // \\host\share: looking at it would already send the user's Windows password hash to that host.
  if (/^[\\/]{2}/.test(spelling)) return { kind: 'outside' }
  // CON and COM1 are devices in any folder of Windows: to look at one is to open it.
  if (spelling.split(/[\\/]/).some(isReservedName)) return { kind: 'missing' }
  // A leading slash means the workspace folder in VS Code's preview; a true absolute path is tried as such as well.
  const candidates = path.isAbsolute(spelling)
    ? [path.join(root, spelling), path.resolve(spelling)]
    : [path.resolve(folder, spelling)]
  let outside = false
  for (const candidate of candidates) {
    const real = await realFile(candidate, disk)
    if (real && isInside(root, real)) {
      const shownAt = isInside(root, candidate) ? candidate : real
      return { kind: 'file', path: real, shownAt }
    }
    // `/images/a.png` that is nowhere is a missing picture; `../../a.png` climbs out whether or not it is there.
    if (real || (!path.isAbsolute(spelling) && !isInside(root, candidate))) outside = true
  }
  return { kind: outside ? 'outside' : 'missing' }
}

// Only plain files: a pipe or a device would hang the reader.
async function realFile(candidate: string, disk: Disk): Promise<string | undefined> {
  try {
    const real = await disk.realPath(candidate)
    return (await disk.facts(real)).kind === 'file' ? real : undefined
  } catch (error) {
    if (
      ['ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES', 'ENAMETOOLONG', 'EINVAL', 'EPERM'].includes(errorCode(error))
    )
      return undefined
    throw error
  }
}
