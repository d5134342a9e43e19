// The pictures of a block: address, description, caption. Offsets count in the block's source.

import type { Block } from '../../document/block'
import type { DocumentContext, Fact } from '../../engine/rule'
import * as elementsWords from '../../knowledge/elements.generated'
import type { Span } from '../../types'
import { rareFact } from '../rare'

export interface Picture extends Span {
  /** As written, without <> and with %20 undone. */
  readonly address: string
  readonly alt: string
  /** Where the description stands or would stand; undefined for HTML. */
  readonly altAt: Span | undefined
  /** Title of the link or a line 图1 …… below. */
  readonly caption: string
  /** Not read as a picture by Markdown because of a blank in its address; where the address stands. */
  readonly blankAt: Span | undefined
}

const none: readonly Picture[] = []
const captionLine = /^\s*[（(]?(?:图|照片|附图)\s*\d*\s*[:：.．、　 ]?\s*[^，。]{2,}/
const mentioned =
  /(?:如|见|参见|详见)(?:下|上|右|左)?图(?![书案谱形标景腾纸表像强谋])(?:\s*\d+)?(?:所示)?|图\s*\d+\s*所示/
/** A title behind the address: ![…](a.jpg "村民清淤"). */
const title = /\s["'“‘(]([^"'“”‘’()]+)["'”’)]\s*\)$/

export const pictures: Fact<readonly Picture[]> = {
  id: 'pictures',
  holds: found => found.length > 0,
  read(block) {
    const { context, source, inline } = block
    if (context.type === 'code' || context.type === 'comment') return none
    const html = context.type === 'html' || source.includes('<img') ? htmlPictures(block) : none
    if (inline.images.length === 0) return html
    return [...inline.images.flatMap(image => markdownPicture(block, image)), ...html]
  },
}

/** The prose refers to a picture: 如图所示, 见图1. */
export const mentions = rareFact('picture-mentions', mentioned, ({ context }, text): Span | undefined => {
  const hit = context.type === 'paragraph' ? mentioned.exec(text) : null
  return hit ? { start: hit.index, end: hit.index + hit[0].length } : undefined
})

/** The block itself is a caption: 图1 青石镇村民清淤. */
export const isCaption = ({ text }: Block): boolean => text.length < 60 && captionLine.test(text)

function markdownPicture(block: Block, image: Block['inline']['images'][number]): Picture[] {
  const { source } = block
  const { start, end, alt } = image
  const altAt = { start: start + 2, end: start + 2 + alt.length }
  if (image.url === '') {
    // ![说明](图片 一.jpg): a blank ends the address for Markdown, so that nothing is shown.
    const behind = /^\(([^()<>\n]*\.(?:jpe?g|png|gif|bmp|webp|tiff?|svg))\)/i.exec(source.slice(end))
    if (!behind || !/\s/.test(behind[1]!)) return []
    const blankAt = { start: end + 1, end: end + 1 + behind[1]!.length }
    return [{ start, end: end + behind[0].length, address: behind[1]!, alt, altAt, caption: '', blankAt }]
  }
  const caption = title.exec(source.slice(start, end))?.[1] ?? lineBelow(source, end)
  return [{ start, end, address: plainAddress(image.url), alt, altAt, caption, blankAt: undefined }]
}

/** The rest of the paragraph below the picture, when it is a caption. */
function lineBelow(source: string, end: number): string {
  const line = /^[ \t]*\r?\n[ \t　]*([^\n]+)/.exec(source.slice(end))?.[1] ?? ''
  return captionLine.test(line) ? line.trim() : ''
}

function htmlPictures({ source }: Block): Picture[] {
  const hits = [...source.matchAll(/<img\b[^<>]*>/gi)]
  const below = hits.length > 0 ? (/<figcaption>\s*(\S[^<]*)/i.exec(source)?.[1] ?? '') : ''
  return hits.map(hit => {
    const attribute = (name: string) =>
      new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i')
        .exec(hit[0])
        ?.slice(1)
        .find(value => value !== undefined) ?? ''
    return {
      start: hit.index,
      end: hit.index + hit[0].length,
      address: plainAddress(attribute('src')),
      alt: attribute('alt'),
      altAt: undefined,
      caption: attribute('title') || below,
      blankAt: undefined,
    }
  })
}

function plainAddress(written: string): string {
  const bare = written.startsWith('<') && written.endsWith('>') ? written.slice(1, -1) : written
  try {
    return decodeURI(bare)
  } catch {
    return bare
  }
}

/** Names that say nothing of what is seen. */
const empty = new RegExp(
  `^(?:${elementsWords.emptyCaption.source})?[\\s_\\-()（）\\d]*(?:\\.(?:jpe?g|png|gif|bmp|webp))?$`,
  'i',
)

/** What the editor puts where a caption belongs, as long as nobody has typed it over. */
const unwritten = /^图注[:：]?\s*(?:何时、谁、在哪里、做什么)?$/

/** Does the description tell what is seen? */
export function describes(words: string): boolean {
  return !empty.test(words.trim()) && !unwritten.test(words.trim())
}

/** Offset of the block's source in the document. */
export function sourceStart(context: DocumentContext, index: number, block: Block): number {
  const { type } = block.context
  const inProse = type === 'heading' || type === 'paragraph' ? (block.prose.sourceStarts[0] ?? 0) : 0
  return context.locate(index, { start: 0, end: 0 }).start - inProse
}
