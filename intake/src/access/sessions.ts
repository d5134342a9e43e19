// Who of the office is logged in. A new session is made at every login, and its secret is never one that came from outside.
import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { Problem } from '../http/problem'
import type { Db } from '../storage/open'
import { comparedWithNobody, hashOfPassword, hashOfSecret, isPassword, newSecret } from './secrets'

export interface Session {
  readonly hash: string
  readonly personId: number
  readonly name: string
  /** Every form carries it; a page of another origin cannot know it. */
  readonly formToken: string
}

const cookieName = 'ligao_office'
const lifetime = 12 * 3_600_000

/** Makes the first person of a new office; undefined where there is one. The password is told once. */
export async function firstPerson(
  db: Db,
  now: number,
): Promise<{ name: string; password: string } | undefined> {
  const someone = await db.selectFrom('person').select('id').executeTakeFirst()
  if (someone) return undefined
  const password = newSecret(12)
  const name = '管理员'
  await db
    .insertInto('person')
    .values({ name, password: await hashOfPassword(password), created_at: now })
    .execute()
  return { name, password }
}

/** The `Set-Cookie` of a new session; undefined where name and password do not fit. */
export async function logIn(
  db: Db,
  { name, password, secure }: { name: string; password: string; secure: boolean },
  now: number,
): Promise<string | undefined> {
  const person = await db.selectFrom('person').selectAll().where('name', '=', name).executeTakeFirst()
  const fits = person ? await isPassword(password, person.password) : await comparedWithNobody(password)
  if (!person || !fits) return undefined
  const secret = newSecret()
  await db.deleteFrom('session').where('expires_at', '<', now).execute()
  await db
    .insertInto('session')
    .values({
      hash: hashOfSecret(secret),
      person_id: person.id,
      form_token: newSecret(),
      expires_at: now + lifetime,
    })
    .execute()
  return cookie(secret, lifetime / 1000, secure)
}

export const logOut = async (db: Db, session: Session, secure: boolean): Promise<string> => {
  await db.deleteFrom('session').where('hash', '=', session.hash).execute()
  return cookie('', 0, secure)
}

const cookie = (value: string, seconds: number, secure: boolean) =>
  `${cookieName}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure ? '; Secure' : ''}`

export async function sessionOf(db: Db, request: IncomingMessage, now: number): Promise<Session | undefined> {
  const secret = (request.headers.cookie ?? '')
    .split(';')
    .map(each => each.trim())
    .find(each => each.startsWith(`${cookieName}=`))
    ?.slice(cookieName.length + 1)
  if (!secret) return undefined
  const found = await db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select(['session.hash', 'session.person_id', 'session.form_token', 'person.name'])
    .where('session.hash', '=', hashOfSecret(secret))
    .where('session.expires_at', '>', now)
    .executeTakeFirst()
  return (
    found && { hash: found.hash, personId: found.person_id, name: found.name, formToken: found.form_token }
  )
}

/** Throws where a form does not come from a page of ours. */
export function refuseForeignOrigin(request: IncomingMessage): void {
  const { origin, host } = request.headers
  const site = request.headers['sec-fetch-site']
  const foreign =
    (origin !== undefined && hostOf(origin) !== host) ||
    (site !== undefined && site !== 'same-origin' && site !== 'none')
  if (foreign) throw new Problem(403, '这个请求不是从本页面发出的，没有办理。')
}

export function refuseForeignForm(session: Session, form: URLSearchParams): void {
  const given = Buffer.from(hashOfSecret(form.get('form') ?? ''))
  if (!timingSafeEqual(given, Buffer.from(hashOfSecret(session.formToken))))
    throw new Problem(403, '页面已过期，没有办理。请返回刷新后重做。')
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host
  } catch {
    return undefined
  }
}
