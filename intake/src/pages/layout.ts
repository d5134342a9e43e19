// The frame of every page, and what pages share.
import type { Session } from '../access/sessions'
import { type Html, html, type Value } from '../http/html'
import type { Answer } from '../http/serve'

/** Nothing but our own style sheet and script, pictures of reports, and forms to ourselves. */
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

export interface Frame {
  readonly title: string
  readonly session?: Session
  /** Which entry of the menu is this page. */
  readonly here?: string
}

const menu = [
  ['/', '收件箱'],
  ['/units', '单位'],
  ['/audit', '办理记录'],
] as const

export function page({ title, session, here }: Frame, body: Html, status = 200): Answer {
  const entries = menu.map(
    ([address, name]) =>
      html`<a href="${address}"${here === address ? html` aria-current="page"` : ''}>${name}</a>`,
  )
  const head = session
    ? html`<header><a class="skip" href="#main">跳到正文</a><strong>砺稿 · 接收端</strong><nav aria-label="主菜单">${entries}</nav>
<form method="post" action="/logout">${token(session)}<span>${session.name}</span> <button>退出</button></form></header>`
    : html`<header><strong>砺稿 · 接收端</strong></header>`
  const text = html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · 砺稿接收端</title><link rel="stylesheet" href="/assets/style.css"><script src="/assets/page.js" defer></script></head>
<body>${head}<main id="main">${body}</main></body></html>`
  return {
    status,
    type: 'text/html; charset=utf-8',
    body: text.text,
    headers: {
      'Content-Security-Policy': policy,
      'X-Frame-Options': 'DENY',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
    },
  }
}

export const token = (session: Session): Html =>
  html`<input type="hidden" name="form" value="${session.formToken}">`

export const redirect = (to: string, cookie?: string): Answer => ({
  status: 303,
  type: 'text/plain; charset=utf-8',
  body: '',
  headers: { Location: to, ...(cookie !== undefined && { 'Set-Cookie': cookie }) },
})

/** 2026-04-28 10:00 by Beijing time. */
export const time = (at: number): string =>
  new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

export const select = (
  name: string,
  label: string,
  entries: readonly (readonly [value: string, name: string])[],
  chosen = '',
): Html =>
  html`<label>${label} <select name="${name}">${entries.map(
    ([value, text]) =>
      html`<option value="${value}"${value === chosen ? html` selected` : ''}>${text}</option>`,
  )}</select></label>`

export const row = (label: string, value: Value): Html | false =>
  value !== null &&
  value !== undefined &&
  value !== false &&
  value !== '' &&
  html`<dt>${label}</dt><dd>${value}</dd>`
