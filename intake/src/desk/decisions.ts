// What an office decides about a report, and takes back. The state of a report is nothing but its decisions in force: it is worked
// out anew in the transaction that makes or undoes one, beside the line of the audit.
import type { Transaction } from 'kysely'
import { Problem } from '../http/problem'
import type { Db } from '../storage/open'
import type { DecisionTable, State, Tables, Verb } from '../storage/tables'

export interface Opinion {
  /** Words of the report; '' for an opinion on the whole. */
  readonly quote: string
  readonly opinion: string
}

type Told = 'publication' | 'issue' | 'level' | 'form' | 'day' | 'leader' | 'phone' | 'words'

export type Decision = { readonly verb: Verb } & Partial<Pick<DecisionTable, Told>> & {
    readonly opinions?: readonly Opinion[]
  }

export const verbNames: Readonly<Record<Verb, string>> = {
  adopt: '采用',
  return: '退改',
  decline: '不采用',
  instruct: '批示',
}

export const stateNames: Readonly<Record<State, string>> = {
  received: '已收到',
  adopted: '已采用',
  returned: '已退改',
  declined: '不采用',
}

const stateAfter: Readonly<Partial<Record<Verb, State>>> = {
  adopt: 'adopted',
  return: 'returned',
  decline: 'declined',
}

/** The last decision in force says it; 批示 changes no state. One that was adopted anywhere stays adopted. */
export function stateOf(inForce: readonly Verb[]): State {
  if (inForce.includes('adopt')) return 'adopted'
  const last = inForce.findLast(verb => stateAfter[verb] !== undefined)
  return (last && stateAfter[last]) ?? 'received'
}

export interface Acting {
  readonly personId: number
  readonly now: number
}

/** Rejects with a `Problem` where an opinion quotes words that do not stand in the report. */
export async function decide(
  db: Db,
  number: number,
  decision: Decision,
  { personId, now }: Acting,
): Promise<void> {
  const { verb, opinions = [], ...told } = decision
  await db.transaction().execute(async trx => {
    const report = await trx
      .selectFrom('report')
      .select('text')
      .where('number', '=', number)
      .executeTakeFirst()
    if (!report) throw new Problem(404, '没有这份报告。')
    for (const { quote } of opinions)
      if (quote !== '' && !squeezed(report.text).includes(squeezed(quote)))
        throw new Problem(422, `正文里没有“${quote.slice(0, 40)}”这句话，意见要对着原文写。`)
    const { id } = await trx
      .insertInto('decision')
      .values({
        publication: null,
        issue: null,
        level: null,
        form: null,
        day: null,
        leader: null,
        phone: null,
        words: null,
        ...told,
        report_number: number,
        verb,
        at: now,
        person_id: personId,
        undone_at: null,
        undone_by: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (opinions.length > 0)
      await trx
        .insertInto('opinion')
        .values(opinions.map((each, position) => ({ decision_id: id, position, ...each })))
        .execute()
    await settle(trx, number)
    await note(trx, { personId, now }, verb, number, { decision: id, ...told, opinions })
  })
}

/** Undoing twice is nothing new. */
export async function undo(db: Db, decision: number, { personId, now }: Acting): Promise<number> {
  return db.transaction().execute(async trx => {
    const found = await trx
      .selectFrom('decision')
      .select(['report_number', 'verb', 'undone_at'])
      .where('id', '=', decision)
      .executeTakeFirst()
    if (!found) throw new Problem(404, '没有这个决定。')
    if (found.undone_at !== null) return found.report_number
    await trx
      .updateTable('decision')
      .set({ undone_at: now, undone_by: personId })
      .where('id', '=', decision)
      .execute()
    await settle(trx, found.report_number)
    await note(trx, { personId, now }, `undo-${found.verb}`, found.report_number, { decision })
    return found.report_number
  })
}

async function settle(trx: Transaction<Tables>, number: number): Promise<void> {
  const inForce = await trx
    .selectFrom('decision')
    .select('verb')
    .where('report_number', '=', number)
    .where('undone_at', 'is', null)
    .orderBy('id')
    .execute()
  await trx
    .updateTable('report')
    .set({ state: stateOf(inForce.map(({ verb }) => verb)) })
    .where('number', '=', number)
    .execute()
}

export const note = (
  db: Db | Transaction<Tables>,
  { personId, now }: Acting,
  verb: string,
  subject: number | string,
  detail: unknown,
) =>
  db
    .insertInto('audit')
    .values({ at: now, person_id: personId, verb, subject: String(subject), detail: JSON.stringify(detail) })
    .execute()

/** Words as a reader copies them from the page: without marks of Markdown and whatever blanks a line end becomes. */
export const squeezed = (text: string): string => text.replace(/[\s*_`~#>|]+/g, '')
