// The parts of an office file, in memory and within bounds: what is larger than any report is refused before it is unpacked.
import { type Unzipped, unzipSync } from 'fflate'
import { notice, noticeError } from '../messages'

const mostParts = 3000
const mostBytes = 300 * 1024 * 1024
const largestText = 60 * 1024 * 1024
/** Of a picture; what is larger is left out and named. */
export const largestPicture = 40 * 1024 * 1024

export interface Archive {
  text(name: string): string
  bytes(name: string): Uint8Array | undefined
  has(name: string): boolean
  /** Parts that were too large to be unpacked. */
  left: readonly string[]
}

/** Throws a notice for what is no such file, or one that swells beyond measure. */
export function openArchive(file: Uint8Array): Archive {
  const left: string[] = []
  let parts = 0
  let total = 0
  let unpacked: Unzipped
  const names = new Set<string>()
  try {
    unpacked = unzipSync(file, {
      filter({ name, originalSize }) {
        names.add(name)
        parts++
        total += originalSize
        if (parts > mostParts || total > mostBytes) throw noticeError(notice('import-bomb'))
        const isText = /\.(?:xml|rels)$/i.test(name)
        if (isText && originalSize > largestText) throw noticeError(notice('import-bomb'))
        if (!isText && originalSize > largestPicture) left.push(name)
        return isText || (/^word\/media\//.test(name) && originalSize <= largestPicture)
      },
    })
  } catch (error) {
    if (error instanceof Error && 'notice' in error) throw error
    throw noticeError(notice('import-damaged'))
  }
  return {
    left,
    has: name => names.has(name),
    bytes: name => unpacked[name],
    text(name) {
      const part = unpacked[name]
      if (!part) return ''
      const text = new TextDecoder(part[0] === 0xff && part[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(part)
      // No office program writes them; they are how XML is made to swell or to read files.
      if (/<!(?:DOCTYPE|ENTITY)/i.test(text.slice(0, 100_000))) throw noticeError(notice('import-entities'))
      return text
    },
  }
}
