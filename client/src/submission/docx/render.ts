// A draft as a Word document by GB/T 9704: page, fonts, line pitch, heading levels, page numbers, tables, pictures,
// signature. Not a red-head document: most reports are no statutory documents.
import { AlignmentType, Document, type FileChild, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import { type Notice, notice, noticeError } from '../messages'
import { generator } from '../package/manifest'
import { breathe } from '../runtime'
import { classifiedMark } from '../text/classified'
import { type FrontMatter, readFrontMatter, splitNames } from '../text/frontMatter'
import { drafters, peopleOf } from '../text/people'
import { type Block, blocksOf } from './blocks'
import { fontTable } from './fontTable'
import { pictureOf } from './images'
import { textOf } from './inline'
import { character, faces, page, size, westernFace } from './measures'
import {
  addresseeLine,
  attachmentLines,
  bodyParagraph,
  captionLine,
  emptyLine,
  gap,
  headingLine,
  indented,
  lineFromRight,
  looseLine,
  pictureLine,
  rightLine,
  textRun,
  titleLine,
} from './parts'
import { ownSignature, type Signature, signatureOf, signaturePlaces, widthOf, writtenDate } from './signature'
import { tableBlock } from './table'
import { titleLines } from './title'
import type { DocxInput, DocxResult } from './types'

/** Rejects with a notice where the draft carries a classification mark. */
export async function renderDocx(input: DocxInput): Promise<DocxResult> {
  const mark = classifiedMark(input.text)
  if (mark)
    throw noticeError(
      mark.where === 'body'
        ? notice('classified-mark', { line: mark.line + 1 })
        : notice('classified-front-matter'),
    )
  const front = readFrontMatter(input.text)
  const form = front?.values ?? {}
  const blocks = await blocksOf(front ? input.text.slice(front.block.end) : input.text.replace(/^\ufeff/, ''))
  const { title, rest } = takeTitle(blocks, form.标题?.[0])
  const { addressee, rest: text } = takeAddressee(rest)
  const { body, signature } = takeSignature(text, signatureOf(form))
  const remarks: Notice[] = []
  const recipients = addressee ? [addressee] : splitNames(form.报送对象)
  const children: FileChild[] = [
    ...(title === '' ? [] : [...titleLines(title).map(titleLine), emptyLine()]),
    ...(recipients.length > 0 ? [addresseeLine(recipients)] : []),
    ...(await bodyChildren(body, input, remarks)),
    ...attachmentNote(form.附件 ?? []),
    ...signatureLines(signature),
    ...(saysPhone(text, form) ? [] : contactLine(form)),
  ]
  const bytes = await Packer.toBuffer(documentOf(title, children), undefined, [
    { path: 'word/fontTable.xml', data: fontTable() },
  ])
  return { bytes, remarks }
}

// The title stands once, whether it is in the front matter, in a # heading, or in both.
function takeTitle(blocks: readonly Block[], inForm: string | undefined): { title: string; rest: Block[] } {
  const [first, ...rest] = blocks
  const own = first?.kind === 'heading' && first.depth === 1 ? textOf(first.runs).trim() : undefined
  if (own !== undefined) return { title: own || (inForm ?? ''), rest }
  if (inForm !== undefined && first?.kind === 'paragraph' && textOf(first.runs).trim() === inForm)
    return { title: inForm, rest }
  return { title: inForm ?? '', rest: [...blocks] }
}

const office =
  /^[^。；！？：:\d]{1,30}(?:政府|委员会|党组|党委|[省市县区州旗]委|政协|人大|办|办公室|办公厅|科|局|厅|部|处|院|中心|领导)$/

// "云岭县人民政府：" at the very beginning is the addressee, and stands for the one of the form.
function takeAddressee(blocks: readonly Block[]): { addressee: string | undefined; rest: readonly Block[] } {
  const [first, ...rest] = blocks
  const words = first?.kind === 'paragraph' ? textOf(first.runs).trim() : ''
  const names = words.replace(/[：:]$/, '').split(/[、，]/)
  const isOne = /[：:]$/.test(words) && words.length <= 80 && names.every(name => office.test(name.trim()))
  return isOne ? { addressee: words.slice(0, -1), rest } : { addressee: undefined, rest: blocks }
}

// A draft that gives its telephone number itself gives it once.
const saysPhone = (blocks: readonly Block[], { 联系电话: phones }: FrontMatter['values']): boolean =>
  phones?.[0] !== undefined &&
  blocks.some(block => block.kind === 'paragraph' && textOf(block.runs).includes(phones[0] as string))

function takeSignature(
  blocks: readonly Block[],
  fromForm: Signature,
): { body: Block[]; signature: Signature } {
  const tail = blocks.slice(-2).map(block => (block.kind === 'paragraph' ? textOf(block.runs).trim() : ''))
  const own = ownSignature(tail, fromForm.unit)
  if (own === 0) return { body: [...blocks], signature: fromForm }
  const last = writtenDate(tail.at(-1)?.replace(/\s/g, ''))
  const unit = own === 2 ? (tail.at(-2) ?? '') : last === '' ? (tail.at(-1) ?? '') : fromForm.unit
  return { body: blocks.slice(0, -own), signature: { unit, date: last || fromForm.date } }
}

async function bodyChildren(
  blocks: readonly Block[],
  input: DocxInput,
  remarks: Notice[],
): Promise<FileChild[]> {
  const children: FileChild[] = []
  for (const [index, block] of blocks.entries()) {
    // Cut into small steps: this may run beside an editor.
    if (index % 100 === 99) await breathe()
    if (block.kind === 'heading') children.push(headingLine(block.runs, block.depth))
    else if (block.kind === 'paragraph') children.push(paragraphOrCaption(blocks, index, block))
    else if (block.kind === 'table') children.push(gap(), tableBlock(block), gap())
    else children.push(...(await imageChildren(block, blocks[index + 1], input, remarks)))
  }
  return children
}

/** "表1 …" above a table and "图1 …" below a picture are captions. */
function paragraphOrCaption(
  blocks: readonly Block[],
  index: number,
  block: Extract<Block, { kind: 'paragraph' }>,
): Paragraph {
  const words = textOf(block.runs).trim()
  if (words.length <= 60 && /^表\s*\d/.test(words) && blocks[index + 1]?.kind === 'table')
    return captionLine(words, 'heading', true)
  if (words.length <= 60 && isPictureCaption(block) && blocks[index - 1]?.kind === 'image')
    return captionLine(words)
  return bodyParagraph(block)
}

const isPictureCaption = (block: Block | undefined): boolean =>
  block?.kind === 'paragraph' && /^图\s*\d/.test(textOf(block.runs).trim())

async function imageChildren(
  block: Extract<Block, { kind: 'image' }>,
  next: Block | undefined,
  input: DocxInput,
  remarks: Notice[],
): Promise<FileChild[]> {
  const data = await input.image(block.target)
  const picture = data && pictureOf(data)
  const alt = block.alt.trim()
  if (!picture) {
    const detail = data ? '格式 Word 不支持' : '文件不在稿件包里'
    remarks.push(notice('docx-image-skipped', { file: block.target.slice(0, 120), detail }))
    return [indented([textRun(`（图片：${alt || block.target.slice(0, 120)}）`)])]
  }
  // "图1 …" below the picture is its caption already.
  const captioned = isPictureCaption(next)
  return [
    pictureLine(picture, alt, captioned || alt !== ''),
    ...(alt !== '' && !captioned ? [captionLine(alt)] : []),
  ]
}

function attachmentNote(values: readonly string[]): Paragraph[] {
  const names = values.map(value =>
    (/^\[([^\]]+)\]\(/.exec(value)?.[1] ?? value).replace(/^.*[\\/]/, '').replace(/\.[a-z0-9]{1,5}$/i, ''),
  )
  return names.length === 0 ? [] : [emptyLine(), ...attachmentLines(names)]
}

function signatureLines(signature: Signature): Paragraph[] {
  const { unit, date } = signature
  if (unit === '' && date === '') return []
  const places = signaturePlaces(signature)
  const dateStart = places.unitRight + widthOf(unit) - places.dateAfterUnit
  const lines = [
    ...(unit === '' ? [] : [rightLine(unit, date === '' ? 2 : places.unitRight)]),
    ...(date === '' ? [] : [unit === '' ? rightLine(date, 4) : lineFromRight(date, dateStart)]),
  ]
  return [emptyLine(), ...lines]
}

// 附注: below the date, in brackets.
function contactLine(form: Partial<Record<string, string[]>>): Paragraph[] {
  const people = drafters(peopleOf(form.拟稿人)).map(({ name }) => name)
  const phone = form.联系电话?.[0]
  if (people.length === 0 || !phone) return []
  return [looseLine(`（联系人：${people.join('、')}，联系电话：${phone}）`)]
}

const pageNumber = (alignment: 'left' | 'right'): Footer => {
  const style = {
    font: { ascii: faces.number.name, hAnsi: faces.number.name, eastAsia: faces.number.name },
    size: size.pageNumber,
  }
  return new Footer({
    children: [
      new Paragraph({
        alignment: alignment === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: alignment === 'right' ? { right: character } : { left: character },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], ...style })],
      }),
    ],
  })
}

function documentOf(title: string, children: FileChild[]): Document {
  return new Document({
    title,
    creator: generator.name,
    lastModifiedBy: generator.name,
    description: '',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: {
            size: size.body,
            font: { ascii: westernFace, hAnsi: westernFace, cs: westernFace, eastAsia: faces.body.name },
            language: { value: 'en-US', eastAsia: 'zh-CN' },
          },
        },
      },
    },
    sections: [
      {
        properties: {
          page: { size: { width: page.width, height: page.height }, margin: page.margin },
        },
        footers: { default: pageNumber('right'), even: pageNumber('left') },
        children,
      },
    ],
  })
}
