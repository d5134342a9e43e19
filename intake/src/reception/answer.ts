// GET …/reports/{id}: what became of a report, for the unit that handed it in and nobody else. Only what is in force is told: a
// decision that was undone was a slip of the office's own.
import type { Unit } from '../access/units'
import { answersOf } from '../desk/answers'
import { Problem } from '../http/problem'
import type { Db } from '../storage/open'

const iso = (at: number): string => new Date(at).toISOString()

/** By the schema `Answer` of docs/intake-openapi.yaml. */
export async function answerFor(db: Db, unit: Unit, packageId: string) {
  const report = await db
    .selectFrom('report')
    .select(['number', 'receipt', 'state', 'received_at'])
    .where('unit_id', '=', unit.id)
    .where('package_id', '=', packageId)
    .executeTakeFirst()
  if (!report) throw new Problem(404, '没有收到过这一份。')
  const decisions = (await answersOf(db, report.number))
    .filter(({ undoneAt }) => undoneAt === null)
    .map(({ id: _, undoneAt: __, at, person, opinions, ...told }) => ({
      ...withoutNull(told),
      at: iso(at),
      by: person,
      ...(opinions.length > 0 && { opinions }),
    }))
  return {
    id: packageId,
    receipt: report.receipt,
    state: report.state,
    receivedAt: iso(report.received_at),
    decisions,
  }
}

/** What was not filled in is left out. */
const withoutNull = (told: object) =>
  Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null))
