// A file of Word, WPS or plain text as a draft beside it. Nothing that is there is written over.
import { execFile } from 'node:child_process'
import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { promisify } from 'node:util'
import { decode } from 'iconv-lite'
import { joinedLines } from '../docx/lines'
import { type Notice, notice, noticeError } from '../messages'
import { decodeUtf8 } from '../text/decode'
import { draftOf, type ImportedDraft } from './draftOf'
import { type ReadDocument, readDocx } from './readDocx'

export interface ImportResult {
  /** The draft that was written. */
  file: string
  remarks: Notice[]
}

/** A report with photographs; what is larger is none. */
const largestFile = 100 * 1024 * 1024
const largestText = 4 * 1024 * 1024
export const importable = /\.(?:docx|docm|dotx|doc|wps|wpt|rtf|odt|txt)$/i

/** Reads and throws a notice where that cannot be; writes nothing. */
export async function readForeign(file: string): Promise<ImportedDraft> {
  const { size } = await fs.stat(file)
  if (size > largestFile) throw noticeError(notice('import-bomb'))
  const name = path.basename(file).replace(importable, '')
  const bytes = await fs.readFile(file)
  return draftOf(await documentOf(file, bytes), name)
}

export async function importFile(file: string): Promise<ImportResult> {
  const { text, pictures, remarks } = await readForeign(file)
  const folder = path.dirname(file)
  const name = path.basename(file).replace(importable, '')
  // Names of pictures belong to this draft alone: a second import of the same document gets names of its own.
  const { target, number } = await freeName(folder, name)
  let written = text
  if (pictures.length > 0) await fs.mkdir(path.join(folder, '图片'), { recursive: true })
  for (const picture of pictures) {
    const own = await ownPicture(path.join(folder, '图片'), picture.name, picture.bytes, number)
    if (own !== picture.name) written = written.replaceAll(`图片/${picture.name}`, `图片/${own}`)
  }
  await fs.writeFile(target, written, { flag: 'wx' })
  return { file: target, remarks }
}

async function freeName(folder: string, name: string): Promise<{ target: string; number: number }> {
  const there = new Set((await fs.readdir(folder)).map(each => each.toLowerCase()))
  for (let number = 1; ; number++) {
    const file = `${name}${number === 1 ? '' : `-${number}`}.md`
    if (!there.has(file.toLowerCase())) return { target: path.join(folder, file), number }
  }
}

async function ownPicture(folder: string, name: string, bytes: Uint8Array, from: number): Promise<string> {
  const { name: stem, ext } = path.parse(name)
  for (let number = from; ; number++) {
    const own = number === 1 ? name : `${stem}-${number}${ext}`
    try {
      await fs.writeFile(path.join(folder, own), bytes, { flag: 'wx' })
      return own
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

/** By what the file is, not by what it is called: a .doc is often a .docx. */
async function documentOf(file: string, bytes: Buffer): Promise<ReadDocument> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && !/\.odt$/i.test(file)) return readDocx(bytes)
  if (/\.txt$/i.test(file)) return textDocument(bytes)
  const isOld =
    bytes.readUInt32BE(0) === 0xd0cf11e0 ||
    /^\{\\rtf/.test(bytes.toString('latin1', 0, 8)) ||
    /\.odt$/i.test(file)
  if (!isOld) throw noticeError(notice('import-damaged'))
  return readDocx(await throughOffice(file))
}

async function textDocument(bytes: Buffer): Promise<ReadDocument> {
  if (bytes.length > largestText) throw noticeError(notice('import-bomb'))
  return { blocks: plainBlocks(decoded(bytes)), footnotes: [], pictures: new Map(), remarks: [] }
}

/** Plain text knows no Markdown: a star is a star. */
const plainBlocks = (text: string) =>
  text
    .split(/\r\n?|\n/)
    .filter(line => line.trim() !== '')
    .flatMap(line => joinedLines([{ kind: 'text', text: line }], 0))

/** UTF-8 and UTF-16 by their marks or their shape, else GBK, which programs for Chinese write without any. */
export function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf16be')
  return decodeUtf8(bytes)?.replace(/^\ufeff/, '') ?? decode(bytes, 'gb18030')
}

const offices = [
  'soffice',
  'libreoffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
]
const run = promisify(execFile)

/** .doc, .wps, .rtf, .odt by LibreOffice, where it is installed; in a profile of its own, without macros. */
async function throughOffice(file: string): Promise<Uint8Array> {
  const folder = await fs.mkdtemp(path.join(tmpdir(), 'ligao-import-'))
  try {
    const source = path.join(folder, `a${path.extname(file).toLowerCase()}`)
    await fs.copyFile(file, source)
    const profile = `-env:UserInstallation=file:///${path.join(folder, 'profile').replaceAll('\\', '/').replace(/^\//, '')}`
    for (const office of offices)
      try {
        await run(
          office,
          [profile, '--headless', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', folder, source],
          {
            timeout: 120_000,
            windowsHide: true,
          },
        )
        return await fs.readFile(path.join(folder, 'a.docx'))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') break
      }
    throw noticeError(notice('import-old-format'))
  } finally {
    await fs.rm(folder, { recursive: true, force: true })
  }
}
