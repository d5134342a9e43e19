// What was decided about a report, in order, with opinions: for the office's own page and for the writer who asks.
import type { Db } from '../storage/open'

export async function answersOf(db: Db, number: number) {
  const decisions = await db
    .selectFrom('decision')
    .innerJoin('person', 'person.id', 'decision.person_id')
    .selectAll('decision')
    .select('person.name as person')
    .where('report_number', '=', number)
    .orderBy('decision.id')
    .execute()
  const opinions =
    decisions.length === 0
      ? []
      : await db
          .selectFrom('opinion')
          .selectAll()
          .where(
            'decision_id',
            'in',
            decisions.map(({ id }) => id),
          )
          .orderBy('position')
          .execute()
  return decisions.map(({ undone_at, undone_by: _, person_id: __, report_number: ___, ...told }) => ({
    ...told,
    undoneAt: undone_at,
    opinions: opinions
      .filter(each => each.decision_id === told.id)
      .map(({ quote, opinion }) => ({ quote, opinion })),
  }))
}
