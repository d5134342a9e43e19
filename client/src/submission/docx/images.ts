// Pictures for the document: what Word can show, in a size that fits the text area.
import { headBytes, imageMedia } from '../package/media'
import { page } from './measures'

export interface Picture {
  type: 'png' | 'jpg' | 'gif' | 'bmp'
  data: Uint8Array
  width: number
  height: number
}

const types: Record<string, Picture['type']> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/bmp': 'bmp',
}

const pixels = (mm: number): number => (mm / 25.4) * 96

/** Undefined where Word could not show it; the caller leaves a word in its place. */
export function pictureOf(data: Uint8Array): Picture | undefined {
  const media = imageMedia(Buffer.from(data.buffer, data.byteOffset, Math.min(data.length, headBytes)))
  const type = media && types[media.type]
  if (!type || !media.width || !media.height) return undefined
  const scale = Math.min(1, pixels(page.textWidthMm) / media.width, pixels(page.imageHeightMm) / media.height)
  const side = (length: number) => Math.max(1, Math.round(length * scale))
  return { type, data, width: side(media.width), height: side(media.height) }
}
