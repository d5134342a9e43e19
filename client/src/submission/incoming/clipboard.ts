// What other programs put on the clipboard, as the Markdown of a draft.
import { blocksOf } from '../docx/blocks'
import { readHtml } from '../docx/html'
import { type Notice, notice } from '../messages'
import { isWrapped, unwrapped } from './wrapping'
import { type PlacePicture, writeMarkdown } from './writeMarkdown'

export interface Pasted {
  markdown: string
  remarks: Notice[]
}

/** UTF-16 units; whoever copies more has copied a book, and gets it as plain text. */
const longestHtml = 8_000_000

/** Undefined where HTML has nothing to say beyond its words. */
export function pasteHtml(html: string, place: PlacePicture): Pasted | undefined {
  if (html.length > longestHtml) return undefined
  const read = readHtml(html)
  const wrapped = isWrapped(read.blocks) || /\bdata-(?:start|message-[a-z-]{1,40})=/.test(html)
  const { blocks, dropped } = wrapped ? unwrapped(read.blocks) : { blocks: read.blocks, dropped: [] }
  const remarks: Notice[] = []
  const { markdown, flattened } = writeMarkdown(blocks, read.footnotes, (target, alt) => {
    const address = place(target, alt)
    if (address === undefined) remarks.push(notice('paste-picture', { file: target.slice(0, 80) }))
    return address
  })
  if (flattened > 0) remarks.push(notice('paste-merged-cells', { count: flattened }))
  if (read.nestedTables > 0) remarks.push(notice('paste-nested-table', { count: read.nestedTables }))
  if (dropped.length > 0)
    remarks.push(notice('paste-unwrapped', { words: dropped.join(' … ').slice(0, 120) }))
  return markdown === '' ? undefined : { markdown, remarks }
}

/** Plain text, which is only touched where it is the answer of a chat program, with its Markdown. */
export async function pasteText(text: string): Promise<Pasted | undefined> {
  if (text.length > longestHtml) return undefined
  const { blocks: all } = await blocksOf(text)
  if (!isWrapped(all)) return undefined
  const { blocks, dropped } = unwrapped(all)
  const { markdown } = writeMarkdown(blocks, [], target => target)
  return { markdown, remarks: [notice('paste-unwrapped', { words: dropped.join(' … ').slice(0, 120) })] }
}
