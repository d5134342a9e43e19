// Looks at one draft and says what would go out: its id, its files, what blocks it, what to be warned of.
// Writes nothing, so the pre-flight page, the terminal and the hand-in itself see the very same answer.
import { createHash } from 'node:crypto'
import * as path from 'node:path'
import { locateHead } from '../../../../server/src/core/document/head'
import { errorCode } from '../disk'
import { type Notice, notice, readableSize } from '../messages'
import { breathe, type Runtime } from '../runtime'
import { classifiedMark } from '../text/classified'
import { decodeUtf8 } from '../text/decode'
import { firstHeading } from '../text/edges'
import { type FormKey, type FrontMatter, oneLine, readFrontMatter } from '../text/frontMatter'
import { defaultLimits, type HandIn, type Limits, type Timeliness } from '../types'
import { readableTime } from '../zone'
import { type CollectedFile, collectFiles } from './collect'
import { packageId } from './identity'
import { isInside } from './insideRoot'
import { commonFolder, pathGiver } from './paths'

export interface PreparedFile extends CollectedFile {
  /** Path inside the package. */
  path: string
}

export interface Prepared {
  /** Empty where the draft could not be read at all. */
  id: string
  title: string
  text: string
  form: FrontMatter['values']
  /** The report first. */
  files: PreparedFile[]
  bytes: number
  timeliness: Timeliness
  /** What stops the hand-in. Nothing is written or sent while one is left. */
  blocking: Notice[]
  warnings: Notice[]
  /** SHA-256 of the attachments that go out only if the writer vouches for them (`HandIn.unreadAllowed`). */
  unread: readonly string[]
}

const stopped = (file: string, ...blocking: Notice[]): Prepared => ({
  id: '',
  title: path.basename(file),
  text: '',
  form: {},
  files: [],
  bytes: 0,
  timeliness: 'no-deadline',
  blocking,
  warnings: [],
  unread: [],
})

export async function prepare(handIn: HandIn, runtime: Runtime): Promise<Prepared> {
  const limits: Limits = { ...defaultLimits, ...handIn.limits }
  const read = await readReport(handIn, limits, runtime)
  if ('blocking' in read) return read
  const { text, real, root, sha256, bytes } = read
  // A report of a megabyte takes a few milliseconds for each of these: others may go between.
  await breathe()
  const mark = classifiedMark(text)
  await breathe()
  // Stops here: not even the names of a classified draft's files are looked at.
  if (mark)
    return stopped(
      handIn.file,
      mark.where === 'body'
        ? notice('classified-mark', { line: mark.line + 1 })
        : notice('classified-front-matter'),
    )
  const front = readFrontMatter(text)
  const collected = await collectFiles({
    text,
    bodyStart: front?.block.end ?? 0,
    attachments: front?.values.附件 ?? [],
    folder: path.dirname(real),
    root,
    limits,
    disk: runtime.disk,
  })
  const report: CollectedFile = {
    source: real,
    shownAt: real,
    role: 'report',
    mediaType: 'text/markdown',
    bytes,
    sha256,
    references: [],
  }
  const files = placed([report, ...collected.files])
  const total = files.reduce((sum, file) => sum + file.bytes, 0)
  const form = front?.values ?? {}
  const timing = judgeTiming(handIn, form, runtime.now())
  const blocking = [...collected.blocking, ...timing.blocking, ...gate(handIn)]
  if (total > limits.packageBytes)
    blocking.push(
      notice('package-too-large', { size: readableSize(total), limit: readableSize(limits.packageBytes) }),
    )
  const { unreadAllowed } = handIn
  const unread = collected.files.filter(
    file => file.unread && unreadAllowed !== true && !unreadAllowed?.includes(file.sha256),
  )
  if (unread.length > 0)
    blocking.push(
      notice('attachments-unread', {
        count: unread.length,
        files: unread.map(file => path.basename(file.shownAt)).join('、'),
      }),
    )
  const warnings = [...collected.warnings]
  if (front?.broken) warnings.push(notice('front-matter-broken', { detail: front.broken }))
  else if (locateHead(text)?.missing) warnings.push(notice('front-matter-broken', { detail: '缺“---”线' }))
  return {
    id: packageId(text, contentsOf(collected.files)),
    title: titleOf(form, text, front?.block.end ?? 0, handIn.file),
    text,
    form,
    files,
    bytes: total,
    timeliness: timing.timeliness,
    blocking,
    warnings,
    unread: unread.map(({ sha256 }) => sha256),
  }
}

const contentsOf = (files: readonly CollectedFile[]) =>
  files.flatMap(file => file.references.map(reference => ({ reference, sha256: file.sha256 })))

const gate = (handIn: HandIn): Notice[] =>
  handIn.checked.errors > 0 ? [notice('has-errors', { count: handIn.checked.errors })] : []

interface ReadReport {
  text: string
  real: string
  root: string
  sha256: string
  bytes: number
}

async function readReport(handIn: HandIn, limits: Limits, { disk }: Runtime): Promise<ReadReport | Prepared> {
  const file = path.basename(handIn.file)
  try {
    const root = await disk.realPath(handIn.root)
    const real = await disk.realPath(handIn.file)
    if (!isInside(root, real)) return stopped(handIn.file, notice('report-outside', { file }))
    const { size, kind } = await disk.facts(real)
    if (kind !== 'file') return stopped(handIn.file, notice('report-missing', { file }))
    if (size > limits.reportBytes) {
      const values = { file, size: readableSize(size), limit: readableSize(limits.reportBytes) }
      return stopped(handIn.file, notice('report-too-large', values))
    }
    const bytes = await disk.read(real)
    const text = decodeUtf8(bytes)
    if (text === undefined) return stopped(handIn.file, notice('not-utf8', { file }))
    if (handIn.text !== undefined && withoutMark(handIn.text) !== withoutMark(text))
      return stopped(handIn.file, notice('changed-since-check'))
    return { text, real, root, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }
  } catch (error) {
    const code = errorCode(error)
    const missing = code === 'ENOENT' || code === 'ENOTDIR'
    return stopped(
      handIn.file,
      missing
        ? notice('report-missing', { file })
        : notice('report-unreadable', { file, detail: code || 'error' }),
    )
  }
}

const withoutMark = (text: string): string => text.replace(/^\ufeff/, '')

function placed(files: readonly CollectedFile[]): PreparedFile[] {
  const folder = commonFolder(files.map(file => file.shownAt))
  const give = pathGiver()
  return files.map(file => ({
    ...file,
    path: give(path.relative(folder, file.shownAt).split(path.sep).join('/')),
  }))
}

function judgeTiming(handIn: HandIn, form: Partial<Record<FormKey, string[]>>, now: number) {
  const due = handIn.deadline === undefined ? Number.NaN : Date.parse(handIn.deadline)
  if (Number.isNaN(due)) return { timeliness: 'no-deadline' as const, blocking: [] }
  if (now <= due) return { timeliness: 'on-time' as const, blocking: [] }
  const deadline = readableTime(due, handIn.timeZone)
  const blocking = form.迟报原因 ? [] : [notice('late-without-reason', { deadline })]
  return { timeliness: 'late' as const, blocking }
}

function titleOf(form: FrontMatter['values'], text: string, bodyStart: number, file: string): string {
  const body = text.slice(bodyStart)
  const heading = firstHeading(body, 2)
  const firstLine = /^[ \t]*([^\s#>|\-*<![`].*)$/m.exec(body)?.[1]
  const title = form.标题?.[0] ?? heading ?? firstLine ?? path.basename(file).replace(/\.[^.]*$/, '')
  return [...oneLine(title.replace(/[*_`]+/g, ''))].slice(0, 120).join('')
}
