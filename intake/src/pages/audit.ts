// 办理记录: who decided what. Lines are only ever added.
import type { Session } from '../access/sessions'
import { verbNames } from '../desk/decisions'
import { html } from '../http/html'
import type { Answer } from '../http/serve'
import type { Db } from '../storage/open'
import { page, time } from './layout'

const names: Readonly<Record<string, string>> = {
  ...verbNames,
  ...Object.fromEntries(Object.entries(verbNames).map(([verb, name]) => [`undo-${verb}`, `撤销${name}`])),
  'give-token': '发报送口令',
  'revoke-tokens': '作废报送口令',
  'log-in': '登录',
  'change-password': '改密码',
}

export async function auditPage(db: Db, session: Session): Promise<Answer> {
  const lines = await db
    .selectFrom('audit')
    .leftJoin('person', 'person.id', 'audit.person_id')
    .leftJoin('report', join =>
      join.onRef('report.number', '=', ({ cast, ref }) => cast(ref('audit.subject'), 'integer')),
    )
    .select([
      'audit.id',
      'audit.at',
      'audit.verb',
      'audit.subject',
      'person.name',
      'report.title',
      'report.number',
    ])
    .orderBy('audit.id', 'desc')
    .limit(200)
    .execute()
  return page(
    { title: '办理记录', session, here: '/audit' },
    html`<h1>办理记录</h1><table><thead><tr><th scope="col">时间</th><th scope="col">谁</th><th scope="col">做了什么</th><th scope="col">对象</th></tr></thead><tbody>
${lines.map(
  line =>
    html`<tr><td class="nowrap">${time(line.at)}</td><td>${line.name}</td><td>${names[line.verb] ?? line.verb}</td><td>${line.number === null ? line.subject : html`<a href="/reports/${line.number}">${line.title}</a>`}</td></tr>`,
)}</tbody></table>`,
  )
}
