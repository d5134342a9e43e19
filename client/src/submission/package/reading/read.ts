// Reads any file for classification marks: text in every encoding, markup, RTF, office packages (docx, xlsx, pptx, odt, ofd) and
// archives, those inside others too. What it cannot read it says, and never takes for clean.
import { unzipSync } from 'fflate'
import { isMarkedName, isMarkLine } from '../../../../../server/src/core/text/classification'
import { classifiedMark } from '../../text/classified'
import { imageMedia } from '../media'
import type { Inspection } from './inspect'
import { looksLikeMarkup, markupText } from './markup'
import { rtfText } from './rtf'
import { possibleTexts, textsOf } from './text'

/** What one attachment may unpack to, in bytes and files; beyond it the rest counts as unread. */
const mostUnpacked = 200 * 1024 * 1024
const mostFiles = 5000
const deepest = 4

interface Budget {
  bytes: number
  files: number
}

export const inspect = (name: string, bytes: Uint8Array): Inspection =>
  look(name, bytes, { bytes: mostUnpacked, files: mostFiles }, 0)

function look(name: string, bytes: Uint8Array, budget: Budget, depth: number): Inspection {
  if (bytes.length === 0) return 'clean'
  if (isZip(bytes)) return depth < deepest ? lookInZip(bytes, budget, depth) : 'unreadable'
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096))
  const media = imageMedia(head)
  if (media && media.type !== 'image/svg+xml') return 'clean'
  if (head.toString('latin1', 0, 5) === '%PDF-') return lookInUnknown(bytes)
  const texts = textsOf(bytes)
  if (texts.length === 0) return lookInUnknown(bytes)
  return texts.some(text => readings(name, text).some(each => classifiedMark(each))) ? 'marked' : 'clean'
}

/** A text as it stands, and as the words that its form wraps. */
function readings(name: string, text: string): string[] {
  if (text.startsWith('{\\rtf')) return [rtfText(text)]
  const markup = looksLikeMarkup(text)
  if (markup) return [markupText(text, markup === 'xml')]
  const lines = [text, unquoted(text)]
  return /<\/?[a-z]/i.test(text) && !/\.(?:md|markdown)$/i.test(name)
    ? [...lines, markupText(text, false)]
    : lines
}

/** Values of JSON, CSV and program text each on a line of their own, with their escapes undone. */
const unquoted = (text: string): string =>
  text
    .replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\[nrt]|["\t;{}]/g, '\n')
    .replace(/,/g, text.includes('"') || /,[^,\n]*,/.test(text.slice(0, 4096)) ? '\n' : ',')

const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5 || bytes[2] === 7)

/** Parts of office files that hold no words of the writer. */
const wordless = /\.(?:rels|bin|ttf|otf|odttf|fntdata|wmf|emf|dat|vml|thmx|jpe?g|png|gif|tiff?|bmp|jb2|esl)$/i

function lookInZip(bytes: Uint8Array, budget: Budget, depth: number): Inspection {
  let found = 'clean' as Inspection
  let parts: Record<string, Uint8Array>
  try {
    parts = unzipSync(bytes, {
      filter({ name, originalSize }) {
        budget.bytes -= originalSize
        budget.files--
        if (isMarkedName(lastStep(name))) found = 'marked'
        if (budget.bytes >= 0 && budget.files >= 0) return !name.endsWith('/')
        if (found === 'clean') found = 'unreadable'
        return false
      },
    })
  } catch {
    // Locked with a password, or not whole.
    return found === 'marked' ? found : lookInUnknown(bytes)
  }
  const isOffice = '[Content_Types].xml' in parts || 'OFD.xml' in parts || 'mimetype' in parts
  for (const [name, part] of Object.entries(parts)) {
    if (found === 'marked') return found
    if (isOffice && wordless.test(name) && !/embeddings\//i.test(name)) continue
    const inside = look(name, part, budget, depth + 1)
    if (inside !== 'clean') found = inside
  }
  return found
}

const lastStep = (name: string): string => name.replace(/\/$/, '').replace(/^.*\//, '')

/** Words between bytes that are none: only a mark in its full form can be told from chance. */
function lookInUnknown(bytes: Uint8Array): Inspection {
  const full = possibleTexts(bytes).some(text =>
    text.split(/[\p{Cc}\ufffd]+/u).some(line => /[绝机秘]\s?密级?\s?★/.test(line) && isMarkLine(line)),
  )
  return full ? 'marked' : 'unreadable'
}
