// Width and height of a picture from the first bytes of its file: PNG, JPEG, GIF, BMP, WebP. For the hosts of the core
// (server and terminal), which alone open files.

/** More than this before the size of a JPEG is metadata that nobody needs. */
export const bytesForSize = 256 * 1024

export function pictureSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return png(view) ?? jpeg(view) ?? gif(view) ?? bmp(view) ?? webp(view)
  } catch {
    // Cut off or broken: then its size is not known.
    return undefined
  }
}

const tag = (view: DataView, at: number, length: number) =>
  String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + at, length))

function png(view: DataView) {
  if (view.getUint32(0) !== 0x89504e47 || tag(view, 12, 4) !== 'IHDR') return undefined
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

function jpeg(view: DataView) {
  if (view.getUint16(0) !== 0xffd8) return undefined
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    // Start of frame, but not the tables that share its range of codes.
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
}

function gif(view: DataView) {
  if (tag(view, 0, 4) !== 'GIF8') return undefined
  return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
}

function bmp(view: DataView) {
  if (tag(view, 0, 2) !== 'BM') return undefined
  return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) }
}

function webp(view: DataView) {
  if (tag(view, 0, 4) !== 'RIFF' || tag(view, 8, 4) !== 'WEBP') return undefined
  const kind = tag(view, 12, 4)
  const uint24 = (at: number) =>
    view.getUint8(at) + view.getUint8(at + 1) * 256 + view.getUint8(at + 2) * 65_536
  if (kind === 'VP8X') return { width: uint24(24) + 1, height: uint24(27) + 1 }
  if (kind === 'VP8 ')
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (kind !== 'VP8L') return undefined
  const bits = view.getUint32(21, true)
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
}
