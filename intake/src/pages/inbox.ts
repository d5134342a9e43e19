// 收件箱
import type { Session } from '../access/sessions'
import { stateNames } from '../desk/decisions'
import { type Filter, listKinds, listReports, listUnits, pageSize } from '../desk/inbox'
import { html } from '../http/html'
import type { Answer } from '../http/serve'
import type { Db } from '../storage/open'
import type { State } from '../storage/tables'
import { page, select, time } from './layout'

export async function inboxPage(db: Db, session: Session, asked: URLSearchParams): Promise<Answer> {
  const filter = filterOf(asked)
  const [found, units, kinds] = await Promise.all([listReports(db, filter), listUnits(db), listKinds(db)])
  const reports = found.slice(0, pageSize)
  const older = new URLSearchParams(asked)
  if (found.length > pageSize) older.set('before', String(reports.at(-1)!.number))
  const text = (name: string) => asked.get(name) ?? ''
  return page(
    { title: '收件箱', session, here: '/' },
    html`<h1>收件箱</h1>
<form class="filter" method="get" action="/" role="search">
<label>查找 <input type="search" name="q" value="${text('q')}" placeholder="标题或正文中的词"></label>
${select('unit', '单位', [['', '全部'], ...units.map(({ id, name }) => [String(id), name] as const)], text('unit'))}
${select('kind', '类型', [['', '全部'], ...kinds.map(kind => [kind, kind] as const)], text('kind'))}
${select('state', '状态', [['', '全部'], ...Object.entries(stateNames)], text('state'))}
${select(
  'late',
  '时限',
  [
    ['', '全部'],
    ['1', '迟报'],
  ],
  text('late'),
)}
<label>自 <input type="date" name="from" value="${text('from')}"></label>
<label>至 <input type="date" name="to" value="${text('to')}"></label>
<button class="main">查找</button> <a href="/">清除</a></form>
${
  reports.length === 0
    ? html`<p>没有符合条件的报告。</p>`
    : html`<table><thead><tr><th scope="col">回执号</th><th scope="col">标题</th><th scope="col">单位</th><th scope="col">类型</th><th scope="col">拟稿人</th><th scope="col">收到</th><th scope="col">时限</th><th scope="col">状态</th></tr></thead><tbody>
${reports.map(
  report =>
    html`<tr><td class="nowrap">${report.receipt}</td><td><a href="/reports/${report.number}">${report.title}</a></td><td>${report.unit}</td><td>${report.kind}</td><td>${report.authors}</td><td class="nowrap">${time(report.received_at)}</td><td>${report.timeliness === 'late' && html`<span class="late">迟报</span>`}</td><td><span class="state">${stateNames[report.state]}</span></td></tr>`,
)}</tbody></table>`
}
${found.length > pageSize && html`<p><a rel="next" href="/?${older.toString()}">更早的</a></p>`}`,
  )
}

function filterOf(asked: URLSearchParams): Filter {
  const number = (name: string) => {
    const text = asked.get(name) ?? ''
    return /^\d{1,9}$/.test(text) ? Number(text) : undefined
  }
  /** Midnight of Beijing. */
  const day = (name: string) => {
    const at = Date.parse(`${asked.get(name) ?? ''}T00:00:00+08:00`)
    return Number.isFinite(at) ? at : undefined
  }
  const to = day('to')
  const state = asked.get('state') ?? ''
  return {
    unit: number('unit'),
    kind: asked.get('kind') || undefined,
    state: state in stateNames ? (state as State) : undefined,
    late: asked.get('late') === '1',
    from: day('from'),
    to: to === undefined ? undefined : to + 24 * 3_600_000,
    words: asked.get('q')?.trim() || undefined,
    before: number('before'),
  }
}
