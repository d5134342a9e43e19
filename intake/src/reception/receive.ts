// Takes a staged package in: the last checks, then the files to their place, then one transaction that makes the record and the
// receipt together. A process that dies before its end has promised nothing; one that dies after it gives the same receipt again.
import { readFile } from 'node:fs/promises'
import { classifiedFileName, classifiedMark } from '../../../client/src/submission/text/classified'
import type { Unit } from '../access/units'
import { Problem } from '../http/problem'
import type { Db, Storage } from '../storage/open'
import { gramsOf } from '../storage/words'
import type { StagedPackage } from './stage'

export interface Received {
  readonly receipt: string
  /** False where the same unit had handed in the same content before. */
  readonly fresh: boolean
}

/** The receipt that was given for this content of this unit. */
export async function earlierReceipt(db: Db, unit: Unit, packageId: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('report')
    .select('receipt')
    .where('unit_id', '=', unit.id)
    .where('package_id', '=', packageId)
    .executeTakeFirst()
  return found?.receipt
}

export async function receive(
  { db, files: store }: Storage,
  unit: Unit,
  { manifest, manifestText, files }: StagedPackage,
  now: number,
): Promise<Received> {
  const text = await readReport(files[0]!.staged)
  refuseClassified(
    text,
    manifest.report.title,
    files.map(file => file.path),
  )
  const { report, timing } = manifest
  const handedIn = instantOf(timing?.handedInAt)
  if (handedIn === undefined) throw new Problem(422, '清单上没有报送时间，或写得不对。')
  for (const file of files) await store.keep(file.staged, file.sha256)

  return db.transaction().execute(async trx => {
    const known = await earlierReceipt(trx, unit, manifest.id)
    if (known !== undefined) return { receipt: known, fresh: false }
    const { last } = await trx
      .selectFrom('report')
      .select(({ fn }) => fn.max('number').as('last'))
      .executeTakeFirstOrThrow()
    const number = Number(last ?? 0) + 1
    const receipt = receiptOf(number, now)
    await trx
      .insertInto('report')
      .values({
        number,
        package_id: manifest.id,
        receipt,
        unit_id: unit.id,
        title: oneLine(report.title, 300) || '（无标题）',
        kind: wordOf(report.kind, 40),
        authors: (Array.isArray(report.authors) ? report.authors : [])
          .map(name => oneLine(name, 40))
          .filter(name => name !== '')
          .join('、'),
        reviewer: wordOf(report.reviewer, 40),
        phone: wordOf(report.phone, 60),
        handed_in_at: handedIn,
        received_at: now,
        deadline: instantOf(timing.deadline) ?? null,
        timeliness: timelinessOf(instantOf(timing.deadline), handedIn, timing.timeliness),
        late_reason: wordOf(timing.lateReason, 500),
        state: 'received',
        manifest: manifestText,
        text,
      })
      .execute()
    await trx
      .insertInto('file')
      .values(
        files.map((file, position) => ({
          report_number: number,
          position,
          path: file.path,
          role: file.role,
          media_type: file.mediaType,
          bytes: file.bytes,
          sha256: file.sha256,
        })),
      )
      .execute()
    await trx
      .insertInto('report_words')
      .values({ rowid: number, grams: gramsOf(`${report.title}\n${text}`) })
      .execute()
    return { receipt, fresh: true }
  })
}

async function readReport(file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file))
  } catch {
    throw new Problem(422, '报告正文不是 UTF-8 编码。')
  }
}

/** The words that are refused are repeated nowhere: not in the answer, not in a log. */
function refuseClassified(text: string, title: string, paths: readonly string[]): void {
  if (classifiedMark(text) || classifiedMark(title) || paths.some(path => classifiedFileName(path)))
    throw new Problem(
      422,
      '报告、标题或附件名带有密级标志。涉密内容不得经本系统报送，这份没有接收，也没有留存。',
    )
}

/** 2026-000123 in the year of Beijing time, which is the year of the office. */
const receiptOf = (number: number, now: number): string =>
  `${new Date(now + 8 * 3_600_000).getUTCFullYear()}-${String(number).padStart(6, '0')}`

/** The deadline outweighs what the sender says of himself. */
const timelinessOf = (deadline: number | undefined, handedIn: number, said: unknown): string =>
  deadline === undefined
    ? said === 'late'
      ? 'late'
      : 'no-deadline'
    : handedIn > deadline
      ? 'late'
      : 'on-time'

function instantOf(value: unknown): number | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T[\d:.]{5,16}(?:Z|[+-]\d{2}:\d{2})$/.test(value))
    return undefined
  const at = Date.parse(value)
  return Number.isFinite(at) ? at : undefined
}

/** Control characters, and those that turn the direction of what follows, would falsify a list. */
const oneLine = (value: unknown, most: number): string =>
  typeof value !== 'string'
    ? ''
    : [...value.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()]
        .slice(0, most)
        .join('')

const wordOf = (value: unknown, most: number): string | null => oneLine(value, most) || null
