// A document from outside as a draft with its head: title, unit and day as they stand on the page.
import { type Block, textOf } from '../docx/model'
import { ownSignature, writtenDate } from '../docx/signature'
import { type Notice, notice, noticeError } from '../messages'
import { classifiedMark } from '../text/classified'
import type { ReadDocument } from './readDocx'
import { writeMarkdown } from './writeMarkdown'

export interface ImportedDraft {
  text: string
  /** Name in the folder for pictures, and content. */
  pictures: { name: string; bytes: Uint8Array }[]
  remarks: Notice[]
}

/** Where pictures of a draft lie, as for those that are pasted. */
const pictureFolder = '图片'

/** Throws a notice for what carries a classification mark: it must not be copied. `name` is the document's, without ending. */
export function draftOf({ blocks, footnotes, pictures, remarks }: ReadDocument, name: string): ImportedDraft {
  const kept: ImportedDraft['pictures'] = []
  const names = new Map<string, string>()
  const more: Notice[] = [...remarks]
  const place = (target: string): string | undefined => {
    const known = names.get(target)
    if (known) return known
    const bytes = pictures.get(target)
    const ending = /\.(png|jpe?g|gif|bmp|tiff?|webp)$/i.exec(target)?.[1]
    if (!bytes || !ending) {
      more.push(notice('paste-picture', { file: target.slice(0, 80) }))
      return undefined
    }
    const file = `${name.replace(/[\\/:*?"<>|#%\s]+/g, '') || '稿件'}-图${kept.length + 1}.${ending.toLowerCase()}`
    kept.push({ name: file, bytes })
    names.set(target, `${pictureFolder}/${file}`)
    return `${pictureFolder}/${file}`
  }
  const { markdown, flattened } = writeMarkdown(blocks, footnotes, place)
  if (flattened > 0) more.push(notice('paste-merged-cells', { count: flattened }))
  const text = `${headOf(blocks)}${markdown}\n`
  if (classifiedMark(text)) throw noticeError(notice('import-classified'))
  return { text, pictures: kept, remarks: more }
}

function headOf(blocks: readonly Block[]): string {
  const [first] = blocks
  const title = first?.kind === 'heading' && first.depth === 1 ? textOf(first.runs).trim() : ''
  const tail = blocks.slice(-2).map(block => (block.kind === 'paragraph' ? textOf(block.runs).trim() : ''))
  const own = ownSignature(tail, '')
  const unit = own === 2 ? (tail[0] ?? '') : ''
  const [, year, month, day] =
    /^(\d+)年(\d+)月(\d+)日$/.exec(own > 0 ? writtenDate(tail.at(-1)?.replace(/\s/g, '')) : '') ?? []
  const lines = [
    ...(title === '' ? [] : [`标题: ${plain(title)}`]),
    ...(unit === '' ? [] : [`单位: ${plain(unit)}`]),
    ...(year ? [`成稿日期: ${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`] : []),
  ]
  return lines.length === 0 ? '' : `---\n${lines.join('\n')}\n---\n\n`
}

/** As a value that YAML reads back as the same text. */
const plain = (value: string): string =>
  /^[\p{L}\p{N}][^:#'"\\]*$/u.test(value) ? value : JSON.stringify(value)
