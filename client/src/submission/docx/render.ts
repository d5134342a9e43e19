// A draft as a Word document by GB/T 9704: page, fonts, line pitch, heading levels, page numbers, tables, pictures,
// signature. Not a red-head document: most reports are no statutory documents.
import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx'
import { type Notice, notice, noticeError } from '../messages'
import { generator } from '../package/manifest'
import { breathe } from '../runtime'
import { classifiedMark } from '../text/classified'
import { type FrontMatter, readFrontMatter, splitNames } from '../text/frontMatter'
import { drafters, peopleOf } from '../text/people'
import { blocksOf } from './blocks'
import { fontTable } from './fontTable'
import { largest, type Picture, pictureOf } from './images'
import { character, faces, page, size, westernFace } from './measures'
import { type Block, type Run, textOf } from './model'
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
  pictureWords,
  rightLine,
  textRun,
  titleLine,
} from './parts'
import { ownSignature, type Signature, signatureOf, signaturePlaces, widthOf, writtenDate } from './signature'
import { strayLines } from './strays'
import { tableBlock, tableLines } from './table'
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
  const remarks: Notice[] = []
  const draft = await blocksOf(front ? input.text.slice(front.block.end) : input.text.replace(/^\ufeff/, ''))
  if (draft.nestedTables > 0) remarks.push(notice('docx-nested-table', { count: draft.nestedTables }))
  const strays = front ? strayLines(input.text.slice(front.yaml.start, front.yaml.end)) : []
  if (strays.length > 0) remarks.push(notice('docx-head-lines', { count: strays.length, first: strays[0]! }))
  const { title, notes, rest } = takeTitle(draft.blocks, form.标题?.[0])
  const { addressee, rest: text } = takeAddressee(rest)
  const { body, signature } = takeSignature(text, signatureOf(form))
  const recipients = addressee ? [addressee] : splitNames(form.报送对象)
  const leaves: Leaf[] = [
    upright([...titleOf(title, notes), ...(recipients.length > 0 ? [addresseeLine(recipients)] : [])]),
    ...(await bodyLeaves(body, input, remarks)),
    upright([
      ...attachmentNote(form.附件 ?? []),
      ...signatureLines(signature),
      ...(saysPhone(text, form) ? [] : contactLine(form)),
    ]),
  ]
  const bytes = await Packer.toBuffer(documentOf(title, joined(leaves)), undefined, [
    { path: 'word/fontTable.xml', data: fontTable() },
  ])
  return { bytes, remarks }
}

function titleOf(title: string, notes: readonly Run[]): Paragraph[] {
  if (title === '' && notes.length === 0) return []
  const lines = titleLines(title)
  return [...lines.map((line, at) => titleLine(line, at === lines.length - 1 ? notes : [])), emptyLine()]
}

/** What stands on pages of one direction. */
interface Leaf {
  lies: boolean
  children: FileChild[]
}

const upright = (children: FileChild[]): Leaf => ({ lies: false, children })

function joined(leaves: readonly Leaf[]): Leaf[] {
  const found: Leaf[] = []
  for (const { lies, children } of leaves) {
    const last = found.at(-1)
    if (last?.lies === lies) last.children.push(...children)
    else if (children.length > 0) found.push({ lies, children: [...children] })
  }
  return found.length > 0 ? found : [upright([])]
}

// The title stands once, whether it is in the front matter, in a # heading, or in both.
function takeTitle(
  blocks: readonly Block[],
  inForm: string | undefined,
): { title: string; notes: Run[]; rest: Block[] } {
  const [first, ...rest] = blocks
  const runs = first?.kind === 'heading' || first?.kind === 'paragraph' ? first.runs : []
  const own = textOf(runs).trim()
  const notes = runs.filter(run => run.kind === 'note')
  if (first?.kind === 'heading' && first.depth === 1) return { title: own || (inForm ?? ''), notes, rest }
  if (inForm !== undefined && first?.kind === 'paragraph' && own === inForm)
    return { title: inForm, notes, rest }
  return { title: inForm ?? '', notes: [], rest: [...blocks] }
}

const office =
  /^[^。；！？：:\d]{1,30}(?:政府|委员会|党组|党委|[省市县区州旗]委|政协|人大|办|办公室|办公厅|科|局|厅|部|处|院|中心|领导)$/

/** Empty for what is no paragraph, and for one with more than words in it: a note must not get lost. */
const plainWords = (block: Block | undefined): string =>
  block?.kind === 'paragraph' && block.runs.every(run => run.kind === 'text') ? textOf(block.runs).trim() : ''

// "云岭县人民政府：" at the very beginning is the addressee, and stands for the one of the form.
function takeAddressee(blocks: readonly Block[]): { addressee: string | undefined; rest: readonly Block[] } {
  const [first, ...rest] = blocks
  const words = plainWords(first)
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
  const tail = blocks.slice(-2).map(plainWords)
  const own = ownSignature(tail, fromForm.unit)
  if (own === 0) return { body: [...blocks], signature: fromForm }
  const last = writtenDate(tail.at(-1)?.replace(/\s/g, ''))
  const unit = own === 2 ? (tail.at(-2) ?? '') : last === '' ? (tail.at(-1) ?? '') : fromForm.unit
  return { body: blocks.slice(0, -own), signature: { unit, date: last || fromForm.date } }
}

async function bodyLeaves(blocks: readonly Block[], input: DocxInput, remarks: Notice[]): Promise<Leaf[]> {
  const leaves: Leaf[] = []
  const find = finder(input, remarks)
  for (const [index, block] of blocks.entries()) {
    // Cut into small steps: this may run beside an editor.
    if (index % 100 === 99) await breathe()
    if (block.kind === 'heading') leaves.push(upright([headingLine(block.runs, block.depth)]))
    else if (block.kind === 'image') leaves.push(upright(await imageChildren(block, blocks[index + 1], find)))
    else if (block.kind === 'table') {
      const drawn = await tableBlock(block, find)
      if (!drawn) {
        remarks.push(notice('docx-table-too-wide'))
        leaves.push(
          upright(tableLines(block).map(runs => bodyParagraph({ kind: 'paragraph', runs, indent: 0 }))),
        )
        continue
      }
      const children: FileChild[] = [gap(true), drawn.table, gap()]
      // The caption goes with its table onto the page that lies.
      if (drawn.lies && isTableCaption(blocks, index - 1)) children.unshift(...leaves.pop()!.children)
      leaves.push({ lies: drawn.lies, children })
    } else {
      pictureRemarks(block.runs, remarks)
      leaves.push(upright([paragraphOrCaption(blocks, index, block)]))
    }
  }
  return leaves
}

/** Pictures where only words can stand: in footnotes. */
function pictureRemarks(runs: readonly Run[], remarks: Notice[]): void {
  for (const run of runs)
    if (run.kind === 'note')
      for (const line of run.paragraphs ?? [])
        for (const { target } of line.filter(each => each.kind === 'image'))
          remarks.push(notice('docx-image-skipped', { file: target.slice(0, 120), detail: '脚注里不能放图' }))
}

const finder =
  (input: DocxInput, remarks: Notice[]) =>
  async ({ target }: { target: string }, room = largest): Promise<Picture | undefined> => {
    const data = await input.image(target)
    const picture = data && pictureOf(data, room)
    if (!picture) {
      const detail = data ? '格式 Word 不支持' : '文件不在稿件包里'
      remarks.push(notice('docx-image-skipped', { file: target.slice(0, 120), detail }))
    }
    return picture
  }

/** "表1 …" above a table and "图1 …" below a picture are captions. */
function paragraphOrCaption(
  blocks: readonly Block[],
  index: number,
  block: Extract<Block, { kind: 'paragraph' }>,
): Paragraph {
  if (isTableCaption(blocks, index)) return captionLine(block.runs, 'heading', true)
  if (isPictureCaption(block) && blocks[index - 1]?.kind === 'image') return captionLine(block.runs)
  return bodyParagraph(block)
}

const longestCaption = 60

function isTableCaption(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index]
  if (block?.kind !== 'paragraph' || blocks[index + 1]?.kind !== 'table') return false
  const words = textOf(block.runs).trim()
  return words.length <= longestCaption && /^(?:附?表\s*[\d一二三四五六七八九十]|单位[:：])/.test(words)
}

const isPictureCaption = (block: Block | undefined): boolean => {
  const words = block?.kind === 'paragraph' ? textOf(block.runs).trim() : ''
  return words.length <= longestCaption && /^图\s*\d/.test(words)
}

async function imageChildren(
  block: Extract<Block, { kind: 'image' }>,
  next: Block | undefined,
  find: (image: { target: string }) => Promise<Picture | undefined>,
): Promise<FileChild[]> {
  const picture = await find(block)
  const alt = block.alt.trim()
  if (!picture) return [indented([textRun(pictureWords(block))])]
  // "图1 …" below the picture is its caption already.
  const captioned = isPictureCaption(next)
  return [
    pictureLine(picture, alt, captioned || alt !== ''),
    ...(alt !== '' && !captioned ? [captionLine([{ kind: 'text', text: alt }])] : []),
  ]
}

function attachmentNote(values: readonly string[]): Paragraph[] {
  const names = values.map(value =>
    (/^\[([^\]]+)\]\(/.exec(value)?.[1] ?? value).replace(/^.*[\\/]/, '').replace(/\.[a-z0-9]{1,5}$/i, ''),
  )
  return names.length === 0 ? [] : [emptyLine(), ...attachmentLines(names)]
}

/** In characters; a line has 28. */
const longestUnit = 26

function signatureLines(signature: Signature): Paragraph[] {
  const { unit, date } = signature
  if (unit === '' && date === '') return []
  const places = signaturePlaces(signature)
  const dateStart = places.unitRight + widthOf(unit) - places.dateAfterUnit
  // A name of two lines has no first character to stand below.
  const aligned = unit !== '' && dateStart <= longestUnit
  const lines = [
    ...(unit === '' ? [] : [rightLine(unit, date === '' ? 2 : places.unitRight, date !== '')]),
    ...(date === '' ? [] : [aligned ? lineFromRight(date, dateStart) : rightLine(date, 4)]),
  ]
  // Never a date alone on a page.
  return [emptyLine(true), ...lines]
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

const section = ({ lies, children }: Leaf): ISectionOptions => ({
  properties: {
    page: {
      size: {
        width: page.width,
        height: page.height,
        ...(lies && { orientation: PageOrientation.LANDSCAPE }),
      },
      // The page is turned with its margins: what was above is then on the right.
      margin: lies
        ? {
            ...page.margin,
            top: page.margin.left,
            right: page.margin.top,
            bottom: page.margin.right,
            left: page.margin.bottom,
          }
        : page.margin,
    },
  },
  footers: { default: pageNumber('right'), even: pageNumber('left') },
  children,
})

function documentOf(title: string, leaves: readonly Leaf[]): Document {
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
    sections: leaves.map(section),
  })
}
