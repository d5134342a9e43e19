// The units that hand in, and their tokens.
import type { Db } from '../storage/open'
import { hashOfSecret, newSecret } from './secrets'

export interface Unit {
  readonly id: number
  readonly name: string
}

/** Makes the unit where there is none of that name; the token is told once and never again. */
export async function giveToken(db: Db, name: string, now: number): Promise<{ unit: Unit; token: string }> {
  const token = newSecret()
  const unit = await db.transaction().execute(async trx => {
    const made = await trx
      .insertInto('unit')
      .values({ name, created_at: now })
      .onConflict(conflict => conflict.column('name').doNothing())
      .returning(['id', 'name'])
      .executeTakeFirst()
    const found =
      made ??
      (await trx.selectFrom('unit').select(['id', 'name']).where('name', '=', name).executeTakeFirstOrThrow())
    await trx
      .insertInto('token')
      .values({ hash: hashOfSecret(token), unit_id: found.id, created_at: now, revoked_at: null })
      .execute()
    return found
  })
  return { unit, token }
}

/** Nothing handed in is touched; the unit's editors hear that their token is no longer good. */
export const revokeTokens = (db: Db, unit: number, now: number) =>
  db
    .updateTable('token')
    .set({ revoked_at: now })
    .where('unit_id', '=', unit)
    .where('revoked_at', 'is', null)
    .execute()

/** Whom the request's `Authorization` names: a token as bearer, or as the password of any user. */
export async function unitOf(db: Db, authorization: string | undefined): Promise<Unit | undefined> {
  const token = tokenIn(authorization ?? '')
  if (token === '') return undefined
  return db
    .selectFrom('token')
    .innerJoin('unit', 'unit.id', 'token.unit_id')
    .select(['unit.id', 'unit.name'])
    .where('token.hash', '=', hashOfSecret(token))
    .where('token.revoked_at', 'is', null)
    .executeTakeFirst()
}

function tokenIn(authorization: string): string {
  const [scheme = '', value = ''] = authorization.split(' ')
  if (/^bearer$/i.test(scheme)) return value
  if (!/^basic$/i.test(scheme)) return ''
  const pair = Buffer.from(value, 'base64').toString('utf8')
  return pair.slice(pair.indexOf(':') + 1)
}
