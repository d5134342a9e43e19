// Says what a file is by its first bytes, not by its name: "png" in a name proves nothing about what would leave.

export interface Media {
  type: string
  /** Pixel size where the header tells it. */
  width?: number
  height?: number
  /** How the camera was held (EXIF, 1 to 8; 1 is upright), and where in the file that is said. */
  orientation?: { value: number; at: number; littleEndian: boolean }
}

/** Enough of a file's head for every format below, JPEG with a large colour profile included. */
export const headBytes = 256 * 1024

const ascii = (head: Buffer, from: number, length: number): string =>
  head.toString('latin1', from, from + length)

export function imageMedia(head: Buffer): Media | undefined {
  if (ascii(head, 0, 8) === '\x89PNG\r\n\x1a\n' && head.length >= 24)
    return { type: 'image/png', width: head.readUInt32BE(16), height: head.readUInt32BE(20) }
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff)
    return { type: 'image/jpeg', ...jpegSize(head), orientation: jpegOrientation(head) }
  if (/^GIF8[79]a$/.test(ascii(head, 0, 6)) && head.length >= 10)
    return { type: 'image/gif', width: head.readUInt16LE(6), height: head.readUInt16LE(8) }
  if (ascii(head, 0, 2) === 'BM' && head.length >= 26 && head.readUInt32LE(14) >= 40)
    return { type: 'image/bmp', width: head.readInt32LE(18), height: Math.abs(head.readInt32LE(22)) }
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 4) === 'WEBP') return { type: 'image/webp' }
  if (/^(?:II\*\0|MM\0\*)$/.test(ascii(head, 0, 4))) return { type: 'image/tiff' }
  if (/^ftyp(?:avif|heic|heix|mif1)/.test(ascii(head, 4, 8))) return { type: 'image/heif' }
  if (
    /^\ufeff?\s*(?:<\?xml[^>]{0,300}>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?(?:<!DOCTYPE svg[^>]{0,300}>\s*)?<svg[\s>]/i.test(
      head.toString('utf8', 0, 4096),
    )
  )
    return { type: 'image/svg+xml' }
  return undefined
}

function jpegSize(head: Buffer): { width?: number; height?: number } {
  let at = 2
  while (at + 9 < head.length && head[at] === 0xff) {
    const marker = head[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: head.readUInt16BE(at + 5), width: head.readUInt16BE(at + 7) }
    if (marker === 0xff) at += 1
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2
    else at += 2 + head.readUInt16BE(at + 2)
  }
  return {}
}

/** From the EXIF block (APP1): TIFF header, first directory, tag 0x0112. */
function jpegOrientation(head: Buffer): Media['orientation'] {
  let at = 2
  while (at + 4 < head.length && head[at] === 0xff) {
    const marker = head[at + 1] ?? 0
    if (marker === 0xda) return undefined
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    const length = head.readUInt16BE(at + 2)
    if (marker === 0xe1 && ascii(head, at + 4, 6) === 'Exif\0\0')
      return exifOrientation(head, at + 10, at + 2 + length)
    at += 2 + length
  }
  return undefined
}

function exifOrientation(head: Buffer, tiff: number, end: number): Media['orientation'] {
  const littleEndian = ascii(head, tiff, 2) === 'II'
  const last = Math.min(end, head.length)
  const short = (at: number): number =>
    at + 2 > last ? 0 : littleEndian ? head.readUInt16LE(at) : head.readUInt16BE(at)
  const long = (at: number): number =>
    at + 4 > last ? 0 : littleEndian ? head.readUInt32LE(at) : head.readUInt32BE(at)
  const directory = tiff + long(tiff + 4)
  const entries = Math.min(short(directory), 200)
  for (let index = 0; index < entries; index++) {
    const entry = directory + 2 + index * 12
    if (short(entry) !== 0x0112) continue
    const value = short(entry + 8)
    return value >= 1 && value <= 8 ? { value, at: entry + 8, littleEndian } : undefined
  }
  return undefined
}

const byExtension: Record<string, string> = {
  md: 'text/markdown',
  txt: 'text/plain',
  csv: 'text/csv',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  wps: 'application/vnd.ms-works',
  ofd: 'application/ofd',
  zip: 'application/zip',
}

export const attachmentMedia = (name: string, head: Buffer): string =>
  imageMedia(head)?.type ??
  byExtension[/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ??
  'application/octet-stream'
