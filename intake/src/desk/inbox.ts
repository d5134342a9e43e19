// The inbox: which reports, newest first, a page at a time.
import { type SqlBool, sql } from 'kysely'
import type { Db } from '../storage/open'
import type { State } from '../storage/tables'
import { matchOf } from '../storage/words'

export interface Filter {
  readonly unit?: number
  readonly kind?: string
  readonly state?: State
  readonly late?: boolean
  /** Received in [from, to). */
  readonly from?: number
  readonly to?: number
  /** Words of title or text. */
  readonly words?: string
  /** Reports before this number only: where the page before ended. */
  readonly before?: number
}

export const pageSize = 50

export const listReports = (db: Db, filter: Filter) => {
  let query = db
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .select(['report.number', 'report.title', 'report.kind', 'report.authors', 'report.received_at'])
    .select(['report.timeliness', 'report.state', 'report.receipt', 'unit.name as unit'])
    .orderBy('report.number', 'desc')
    .limit(pageSize + 1)
  if (filter.unit !== undefined) query = query.where('report.unit_id', '=', filter.unit)
  if (filter.kind !== undefined) query = query.where('report.kind', '=', filter.kind)
  if (filter.state !== undefined) query = query.where('report.state', '=', filter.state)
  if (filter.late) query = query.where('report.timeliness', '=', 'late')
  if (filter.from !== undefined) query = query.where('report.received_at', '>=', filter.from)
  if (filter.to !== undefined) query = query.where('report.received_at', '<', filter.to)
  if (filter.before !== undefined) query = query.where('report.number', '<', filter.before)
  if (filter.words !== undefined) {
    const match = matchOf(filter.words)
    if (match === undefined) return Promise.resolve([])
    query = query.where(
      sql<SqlBool>`report.number in (select rowid from report_words where report_words match ${match})`,
    )
  }
  return query.execute()
}

export const listUnits = (db: Db) => db.selectFrom('unit').selectAll().orderBy('name').execute()

export const listKinds = async (db: Db): Promise<string[]> =>
  (
    await db
      .selectFrom('report')
      .select('kind')
      .distinct()
      .where('kind', 'is not', null)
      .orderBy('kind')
      .execute()
  ).map(({ kind }) => kind!)
