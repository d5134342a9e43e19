// Bytes of a file as text, or not at all: what is not UTF-8 must neither be sent garbled nor be written back.

/** A byte order mark stays in the text: what is written back must begin as it did. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
