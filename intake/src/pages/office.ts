// The office's own side of the server: which page or deed an address means, and that nobody gets there without a session, and
// nothing is done without the form's token.
import { readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import path from 'node:path'
import {
  logIn,
  logOut,
  refuseForeignForm,
  refuseForeignOrigin,
  type Session,
  sessionOf,
} from '../access/sessions'
import { giveToken, revokeTokens } from '../access/units'
import { decide, note, undo } from '../desk/decisions'
import { createJudge } from '../desk/judge'
import { field, readForm } from '../http/form'
import { html } from '../http/html'
import { Problem } from '../http/problem'
import { createRate } from '../http/rate'
import type { Answer } from '../http/serve'
import type { Storage } from '../storage/open'
import { auditPage } from './audit'
import { inboxPage } from './inbox'
import { page, redirect } from './layout'
import { loginPage } from './login'
import { decisionIn, reportPage } from './report'
import { unitsPage } from './units'

export interface OfficeOptions {
  readonly storage: Storage
  readonly now: () => number
  readonly log: (line: string) => void
  /** The browser sees https. */
  readonly secure: boolean
}

/** Beside the bundle as beside this file. */
const asset = (name: string, type: string): Answer => ({
  status: 200,
  type: `${type}; charset=utf-8`,
  body: readFileSync(path.join(__dirname, 'assets', name), 'utf8'),
})

export function createOffice({ storage, now, log, secure }: OfficeOptions) {
  const { db } = storage
  const judge = createJudge(log)
  const assets: Readonly<Record<string, Answer>> = {
    '/assets/style.css': asset('style.css', 'text/css'),
    '/assets/page.js': asset('page.js', 'text/javascript'),
  }
  const attempts = createRate({ atOnce: 10, perMinute: 5 })

  const logInBy = async (request: IncomingMessage): Promise<Answer> => {
    refuseForeignOrigin(request)
    const wait = attempts.take(request.socket.remoteAddress ?? '', now())
    if (wait > 0) return loginPage(`试得太多，请 ${wait} 秒后再试。`, 429)
    const form = await readForm(request)
    const [name, password] = [form.get('name') ?? '', form.get('password') ?? '']
    const given = password.length > 200 ? undefined : await logIn(db, { name, password, secure }, now())
    return given === undefined ? loginPage('姓名或密码不对。', 403) : redirect('/', given)
  }

  const show = async (session: Session, url: URL): Promise<Answer> => {
    if (url.pathname === '/') return inboxPage(db, session, url.searchParams)
    if (url.pathname === '/units') return unitsPage(db, session)
    if (url.pathname === '/audit') return auditPage(db, session)
    const [, report, position] = /^\/reports\/(\d{1,9})(?:\/files\/(\d{1,3}))?$/.exec(url.pathname) ?? []
    if (position !== undefined) return fileOf(Number(report), Number(position))
    if (report !== undefined) return reportPage(db, judge, session, Number(report))
    throw new Problem(404, '没有这个页面。')
  }

  const doFor = async (session: Session, url: URL, form: URLSearchParams): Promise<Answer> => {
    const acting = { personId: session.personId, now: now() }
    const [, what, id, deed] =
      /^\/(reports|decisions|units)\/(\d{1,9})\/(decisions|undo|revoke)$/.exec(url.pathname) ?? []
    if (what === 'reports' && deed === 'decisions') {
      await decide(db, Number(id), decisionIn(form), acting)
      return redirect(`/reports/${id}`)
    }
    if (what === 'decisions' && deed === 'undo')
      return redirect(`/reports/${await undo(db, Number(id), acting)}`)
    if (what === 'units' && deed === 'revoke') {
      await revokeTokens(db, Number(id), acting.now)
      await note(db, acting, 'revoke-tokens', `单位 ${id}`, {})
      return redirect('/units')
    }
    if (url.pathname === '/units') {
      const given = await giveToken(db, field(form, 'name', '名称', 60, true)!, acting.now)
      await note(db, acting, 'give-token', given.unit.name, {})
      return unitsPage(db, session, { unit: given.unit.name, token: given.token })
    }
    if (url.pathname === '/logout') return redirect('/', await logOut(db, session, secure))
    throw new Problem(404, '没有这个操作。')
  }

  /** Pictures are shown, everything else is only ever saved: a sender chose both the bytes and what they are called. */
  const fileOf = async (number: number, position: number): Promise<Answer> => {
    const file = await db
      .selectFrom('file')
      .selectAll()
      .where('report_number', '=', number)
      .where('position', '=', position)
      .executeTakeFirst()
    if (!file) throw new Problem(404, '没有这个附件。')
    const shown = file.role === 'image' && /^image\/(?:png|jpeg|gif|webp|bmp)$/.test(file.media_type)
    const name = encodeURIComponent(file.path.split('/').pop() ?? '附件')
    return {
      status: 200,
      type: shown ? file.media_type : 'application/octet-stream',
      body: storage.files.stream(file.sha256),
      headers: {
        'Content-Length': file.bytes,
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'Cross-Origin-Resource-Policy': 'same-origin',
        ...(!shown && { 'Content-Disposition': `attachment; filename*=UTF-8''${name}` }),
      },
    }
  }

  return async (request: IncomingMessage, url: URL): Promise<Answer> => {
    const known = assets[url.pathname]
    if (known) return known
    let session: Session | undefined
    try {
      if (url.pathname === '/login' && request.method === 'POST') return await logInBy(request)
      session = await sessionOf(db, request, now())
      if (!session) return request.method === 'GET' ? loginPage() : loginPage('请先登录。', 403)
      if (request.method === 'GET') return await show(session, url)
      if (request.method !== 'POST') throw new Problem(405, '不支持这种操作。')
      refuseForeignOrigin(request)
      const form = await readForm(request)
      refuseForeignForm(session, form)
      return await doFor(session, url, form)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const words = html`<h1>没有办成</h1><p class="problem" role="alert">${error.words}</p><p><a href="/">回收件箱</a></p>`
      return page({ title: '没有办成', ...(session && { session }) }, words, error.status)
    }
  }
}
