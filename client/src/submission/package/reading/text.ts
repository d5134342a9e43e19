// Bytes as text, in the encodings that Chinese offices write: UTF-8, UTF-16 with or without a mark, GBK, Big5.
import iconv from 'iconv-lite'

/** Control characters that no text has. */
const control = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g

/**
 * The readings of some bytes as text, the likeliest first: two where the encoding is in doubt, for a mark in either counts. Empty
 * for what is no text. Takes time in proportion to the length.
 */
export function textsOf(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const marked = byMark(buffer)
  if (marked !== undefined) return [marked]
  const wide = wideEncoding(buffer)
  if (wide) return [iconv.decode(buffer, wide)]
  const utf8 = strictly(buffer)
  if (utf8 !== undefined) return isText(utf8) ? [utf8] : []
  return ['gb18030', 'big5'].map(encoding => iconv.decode(buffer, encoding)).filter(isText)
}

function byMark(bytes: Buffer): string | undefined {
  const [a, b, c] = bytes
  if (a === 0xff && b === 0xfe) return iconv.decode(bytes, 'utf-16le')
  if (a === 0xfe && b === 0xff) return iconv.decode(bytes, 'utf-16be')
  return a === 0xef && b === 0xbb && c === 0xbf ? iconv.decode(bytes, 'utf-8') : undefined
}

/** UTF-16 without a mark: line ends and digits leave a zero on every other place, always the same one. */
function wideEncoding(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const head = bytes.subarray(0, 4096)
  let [even, odd] = [0, 0]
  for (let i = 0; i < head.length; i++) if (head[i] === 0) i % 2 === 0 ? even++ : odd++
  if (even + odd === 0 || bytes.length % 2 === 1 || Math.min(even, odd) * 20 > Math.max(even, odd))
    return undefined
  const encoding = odd > even ? 'utf-16le' : 'utf-16be'
  return isText(iconv.decode(head, encoding)) ? encoding : undefined
}

function strictly(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** A stray byte is forgiven; what is full of them is some other kind of file. */
const isText = (text: string): boolean =>
  (text.match(control)?.length ?? 0) + (text.match(/\ufffd/g)?.length ?? 0) <= text.length / 200

/** All that some bytes may hold, for a search and for nothing else: the words of files whose form is not read. */
export const possibleTexts = (bytes: Uint8Array): string[] => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return [buffer, buffer.subarray(1)]
    .map(each => iconv.decode(each, 'utf-16le'))
    .concat(['utf-8', 'gb18030'].map(encoding => iconv.decode(buffer, encoding)))
}
