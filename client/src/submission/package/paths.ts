// Names inside a package. They are made on one system and unpacked on another, so what is special anywhere
// (backslash, colon, CON, a trailing dot) is written differently here; the manifest keeps the report's own address.
import { createHash } from 'node:crypto'
import * as path from 'node:path'
import { withoutEnd } from '../text/edges'

const nameLimit = 255

export const byteLength = (text: string): number => Buffer.byteLength(text, 'utf8')

/** Shortens to the byte limit of file systems without cutting a character in two; the ending stays. */
export function fitName(stem: string, ending = '', limit = nameLimit): string {
  if (byteLength(stem + ending) <= limit) return stem + ending
  const mark = `~${createHash('sha256').update(stem).digest('hex').slice(0, 6)}`
  const room = limit - byteLength(mark + ending)
  let kept = ''
  for (const char of stem) {
    if (byteLength(kept + char) > room) break
    kept += char
  }
  return kept + mark + ending
}

const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])[ ]*(?:[.:]|$)/i

/** A name that Windows takes for a device in any folder, whatever ending follows. */
export const isReservedName = (name: string): boolean => reserved.test(name)

// "%22" in a multipart file name means a quote to some receivers and three characters to others.
const special = /[\p{Cc}\\/:*?"<>|\u202a-\u202e\u2066-\u2069]|%(?=22|0[ad])/giu

export function safeSegment(name: string): string {
  const masked = name.replace(special, '_')
  const plain = withoutEnd(masked, '. ').padEnd(masked.length, '_')
  const named = reserved.test(plain) ? `_${plain}` : plain === '' ? '_' : plain
  const ending = /\.[^.]{1,16}$/.exec(named)?.[0] ?? ''
  return fitName(named.slice(0, named.length - ending.length), ending)
}

/** True for a path that stays inside its package on every system. Used on what is read back from a spool. */
export const isSafePackagePath = (candidate: string): boolean =>
  candidate !== '' &&
  candidate.length < 4000 &&
  candidate
    .split('/')
    .every(part => part !== '' && part !== '.' && part !== '..' && safeSegment(part) === part)

/** The deepest folder that holds all the files. */
export function commonFolder(files: readonly string[]): string {
  const split = files.map(file => path.dirname(file).split(path.sep))
  const [first = []] = split
  let depth = 0
  while (depth < first.length && split.every(parts => parts[depth] === first[depth])) depth++
  return first.slice(0, depth).join(path.sep) || path.sep
}

/** Hands out package paths; two files never get the same one, also where case does not count. */
export function pathGiver(): (wanted: string) => string {
  const taken = new Set(['manifest.json', 'receipt.json'])
  return wanted => {
    const parts = wanted.split('/').map(safeSegment)
    const last = parts.pop() ?? '_'
    const ending = /\.[^.]{1,16}$/.exec(last)?.[0] ?? ''
    const stem = last.slice(0, last.length - ending.length)
    for (let copy = 1; ; copy++) {
      const name = copy === 1 ? last : fitName(stem, `-${copy}${ending}`)
      const whole = [...parts, name].join('/')
      if (taken.has(whole.normalize('NFC').toLowerCase())) continue
      taken.add(whole.normalize('NFC').toLowerCase())
      return whole
    }
  }
}
