// Pictures for the document: what Word can show, upright, in a size that fits the text area.

import { createHash } from 'node:crypto'
import {
  createTransformation,
  type DocPropertiesOptions,
  Drawing,
  type IContext,
  type IMediaData,
  ImageRun,
  type ParagraphChild,
  Run,
} from 'docx'
import { headBytes, imageMedia, type Media } from '../package/media'
import { page } from './measures'

export interface Picture {
  type: 'png' | 'jpg' | 'gif' | 'bmp'
  data: Uint8Array
  /** As it is seen, in pixels of the screen (96 to the inch). */
  width: number
  height: number
  /** What is done to the stored picture so that it stands upright. */
  turn: Turn
}

interface Turn {
  /** Clockwise, in degrees, after mirroring. */
  degrees: 0 | 90 | 180 | 270
  mirrored: boolean
}

const types: Record<string, Picture['type']> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/bmp': 'bmp',
}

/** By the eight values of EXIF. */
const turns: readonly Turn[] = [
  { degrees: 0, mirrored: false },
  { degrees: 0, mirrored: true },
  { degrees: 180, mirrored: false },
  { degrees: 180, mirrored: true },
  { degrees: 270, mirrored: true },
  { degrees: 90, mirrored: false },
  { degrees: 90, mirrored: true },
  { degrees: 270, mirrored: false },
]

const pixels = (mm: number): number => (mm / 25.4) * 96

/** Of a picture that stands between paragraphs, in pixels. */
export const largest = { width: pixels(page.textWidthMm), height: pixels(page.imageHeightMm) }

/** Undefined where Word could not show it; the caller leaves a word in its place. */
export function pictureOf(stored: Uint8Array, room = largest): Picture | undefined {
  const media = imageMedia(Buffer.from(stored.buffer, stored.byteOffset, Math.min(stored.length, headBytes)))
  const type = media && types[media.type]
  if (!type || !media.width || !media.height) return undefined
  const turn = turns[(media.orientation?.value ?? 1) - 1]!
  const lies = turn.degrees % 180 === 90
  const [width, height] = lies ? [media.height, media.width] : [media.width, media.height]
  const scale = Math.min(1, room.width / width, room.height / height)
  const side = (length: number) => Math.max(1, Math.round(length * scale))
  return { type, data: turned(stored, media), width: side(width), height: side(height), turn }
}

/** Some programs turn a picture by what its camera wrote and some do not: the document says it, and the picture no longer does. */
function turned(data: Uint8Array, { orientation }: Media): Uint8Array {
  if (!orientation || orientation.value === 1) return data
  const copy = Uint8Array.from(data)
  copy[orientation.at + (orientation.littleEndian ? 0 : 1)] = 1
  return copy
}

export function pictureRun(picture: Picture, alt: string): ParagraphChild {
  const { type, data, turn } = picture
  const altText = { name: alt || '图片', description: alt, title: alt }
  const lies = turn.degrees % 180 === 90
  const [width, height] = lies ? [picture.height, picture.width] : [picture.width, picture.height]
  const transformation = {
    width,
    height,
    ...(turn.degrees > 0 && { rotation: turn.degrees }),
    ...(turn.mirrored && { flip: { horizontal: true } }),
  }
  if (!lies) return new ImageRun({ type, data, transformation, altText })
  const fileName = `${createHash('sha1').update(data).digest('hex')}.${type}`
  return new LyingPicture(
    { type, data, fileName, transformation: createTransformation(transformation) },
    altText,
  )
}

const emus = (length: number): number => Math.round(Math.max(0, length) * 9525)

/** A picture turned by a quarter: it needs room beyond its stored sides, which the library's own run does not say. */
class LyingPicture extends Run {
  constructor(
    private readonly media: IMediaData,
    docProperties: DocPropertiesOptions,
  ) {
    super({})
    const { x, y } = media.transformation.pixels
    const across = emus((y - x) / 2)
    const along = emus((x - y) / 2)
    this.addChildElement(
      new Drawing(media, {
        docProperties,
        effectExtent: { left: across, right: across, top: along, bottom: along },
      }),
    )
  }

  override prepForXml(context: IContext) {
    context.file.Media.addImage(this.media.fileName, this.media)
    return super.prepForXml(context)
  }
}
