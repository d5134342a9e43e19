// Bytes of a file as text. Files are UTF-8, with or without a mark in front; what is written otherwise must be said, for
// read as UTF-8 it looks like a report without words.

const strict = new TextDecoder('utf-8', { fatal: true })

/** Without the byte order mark; undefined for GBK, UTF-16 and what is no text at all. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes)
  } catch {
    return undefined
  }
}
