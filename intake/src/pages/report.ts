// One report: what it says, how it is judged, what was and what can be decided.
import { readManifest } from '../../../client/src/submission/package/manifest'
import { dimensionNames, type Report as Judged } from '../../../server/src/core'
import type { Session } from '../access/sessions'
import { answersOf } from '../desk/answers'
import { type Decision, stateNames, verbNames } from '../desk/decisions'
import type { Judge } from '../desk/judge'
import { field } from '../http/form'
import { type Html, html } from '../http/html'
import { Problem } from '../http/problem'
import type { Answer } from '../http/serve'
import type { Db } from '../storage/open'
import type { Verb } from '../storage/tables'
import { page, row, select, time, token } from './layout'
import { rendered } from './markdown'

export async function reportPage(db: Db, judge: Judge, session: Session, number: number): Promise<Answer> {
  const report = await db
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .selectAll('report')
    .select('unit.name as unit')
    .where('report.number', '=', number)
    .executeTakeFirst()
  if (!report) throw new Problem(404, '没有这份报告。')
  const files = await db
    .selectFrom('file')
    .selectAll()
    .where('report_number', '=', number)
    .orderBy('position')
    .execute()
  const references = readManifest(report.manifest)?.files.map(file => file.references ?? []) ?? []
  const addressOf = (reference: string) => {
    const at = references.findIndex(each =>
      each.some(own => own === reference || encodeURI(own) === reference),
    )
    return at > 0 && files[at]?.role === 'image' ? `/reports/${number}/files/${at}` : undefined
  }
  const judged = await judge(report.text, report.handed_in_at)
  const decisions = await answersOf(db, number)
  return page(
    { title: report.title, session, here: '/' },
    html`<h1>${report.title}</h1>
<div class="columns"><div>
<article class="report">${rendered(report.text, addressOf)}</article>
${files.length > 1 && html`<h2>附件</h2><ul>${files.slice(1).map(file => html`<li><a href="/reports/${number}/files/${file.position}" download>${file.path}</a>（${Math.ceil(file.bytes / 1024)} KB）</li>`)}</ul>`}
</div><aside>
<dl>${[
      row('状态', html`<span class="state">${stateNames[report.state]}</span>`),
      row('单位', report.unit),
      row('类型', report.kind),
      row('拟稿人', report.authors),
      row('审核人', report.reviewer),
      row('联系电话', report.phone),
      row('报送', time(report.handed_in_at)),
      row('收到', time(report.received_at)),
      row('时限', report.deadline && time(report.deadline)),
      row('迟报', report.timeliness === 'late' && html`<span class="late">迟报</span>`),
      row('迟报原因', report.late_reason),
      row('回执号', report.receipt),
    ]}</dl>
<h2>办理</h2>
${decisions.map(each => told(each, session))}
${forms(number, session)}
<h2>砺稿的意见</h2>
${opinionOfCore(judged)}
</aside></div>`,
  )
}

type Told = Awaited<ReturnType<typeof answersOf>>[number]

function told(decision: Told, session: Session): Html {
  const { verb, at, person, opinions, undoneAt, id } = decision
  const facts = [
    decision.level,
    decision.publication,
    decision.issue,
    decision.form,
    decision.day,
    decision.leader,
    decision.phone,
  ]
  return html`<div class="told"><div class="${undoneAt === null ? '' : 'undone'}"><strong>${verbNames[verb]}</strong> ${time(at)} ${person}
<div>${facts.filter(fact => fact !== null).join(' · ')}</div>${decision.words && html`<p>${decision.words}</p>`}
${opinions.map(({ quote, opinion }) => html`${quote !== '' && html`<blockquote>${quote}</blockquote>`}<p>${opinion}</p>`)}</div>
${
  undoneAt === null
    ? html`<form method="post" action="/decisions/${id}/undo">${token(session)}<button>撤销${verbNames[verb]}</button></form>`
    : html`<p>已于 ${time(undoneAt)} 撤销</p>`
}</div>`
}

const levels = ['本级', '县', '市', '省', '国'].map(name => [name, name] as const)
const shapes = ['单条', '综合', '简讯'].map(name => [name, name] as const)

function forms(number: number, session: Session): Html {
  const form = (verb: Verb, body: Html) =>
    html`<details><summary>${verbNames[verb]}</summary><form method="post" action="/reports/${number}/decisions">${token(session)}<input type="hidden" name="verb" value="${verb}">${body}<p><button class="main">${verbNames[verb]}</button></p></form></details>`
  const opinion = html`<div class="opinion"><label class="block">原文 <input name="quote" maxlength="300"></label><label class="block">意见 <input name="opinion" maxlength="500"></label></div>`
  return html`${form(
    'adopt',
    html`${select('level', '级别', levels)} ${select('shape', '形式', shapes)}
<label class="block">刊物 <input name="publication" maxlength="60" required></label><label class="block">期号 <input name="issue" maxlength="30"></label><label class="block">刊发日期 <input type="date" name="day" required></label>`,
  )}${form(
    'return',
    html`<p><button type="button" data-quote hidden>引用左边选中的话</button></p>${opinion}${opinion}${opinion}
<label class="block">总的意见 <textarea name="words" maxlength="2000"></textarea></label><label class="block">联系电话 <input name="phone" maxlength="60"></label>`,
  )}${form('decline', html`<label class="block">理由 <textarea name="words" maxlength="2000" required></textarea></label>`)}${form(
    'instruct',
    html`${select('level', '级别', levels)}<label class="block">批示领导 <input name="leader" maxlength="60" required></label><label class="block">批示日期 <input type="date" name="day" required></label><label class="block">批示内容 <textarea name="words" maxlength="2000" required></textarea></label>`,
  )}`
}

function opinionOfCore({ isReport, score, shown, first }: Judged): Html {
  if (!isReport || !score) return html`<p>看不出是一篇政务信息稿，没有检查。</p>`
  const dimensions = Object.entries(dimensionNames).map(
    ([key, [name]]) => `${name} ${score.byDimension[key as keyof typeof dimensionNames]}`,
  )
  const ordered = [...shown].sort((a, b) => Number(first.includes(b.id)) - Number(first.includes(a.id)))
  return html`<p><strong>${score.total} 分</strong>（${dimensions.join('，')}）</p>
${shown.length === 0 ? html`<p>没有发现问题。</p>` : html`<ol class="findings">${ordered.map(({ what, doNext }) => html`<li>${what[0]}。${doNext[0]}。</li>`)}</ol>`}`
}

/** What a form of this page asks for. Throws a `Problem` where something is missing. */
export function decisionIn(form: URLSearchParams): Decision {
  const verb = form.get('verb') as Verb
  const day = field(form, 'day', '日期', 10)
  if (day !== null && !/^\d{4}-\d{2}-\d{2}$/.test(day))
    throw new Problem(422, '日期要写成 2026-04-28 的样子。')
  const one = (name: string, among: readonly (readonly [string, string])[]) => {
    const value = form.get(name) ?? ''
    if (!among.some(([known]) => known === value)) throw new Problem(422, '级别或形式不在可选的里面。')
    return value
  }
  switch (verb) {
    case 'adopt':
      return {
        verb,
        day: day ?? must('刊发日期'),
        level: one('level', levels),
        form: one('shape', shapes),
        publication: field(form, 'publication', '刊物', 60, true),
        issue: field(form, 'issue', '期号', 30),
      }
    case 'return': {
      const opinions = opinionsIn(form)
      const words = field(form, 'words', '总的意见', 2000)
      if (opinions.length === 0 && words === null) throw new Problem(422, '退改要写明意见。')
      return { verb, opinions, words, phone: field(form, 'phone', '联系电话', 60) }
    }
    case 'decline':
      return { verb, words: field(form, 'words', '理由', 2000, true) }
    case 'instruct':
      return {
        verb,
        day: day ?? must('批示日期'),
        level: one('level', levels),
        leader: field(form, 'leader', '批示领导', 60, true),
        words: field(form, 'words', '批示内容', 2000, true),
      }
    default:
      throw new Problem(422, '没有这种决定。')
  }
}

function must(label: string): never {
  throw new Problem(422, `“${label}”要填写。`)
}

/** The forms of one row belong together; a quote without an opinion is no opinion. */
function opinionsIn(form: URLSearchParams): { quote: string; opinion: string }[] {
  const quotes = form.getAll('quote')
  return form.getAll('opinion').flatMap((each, i) => {
    const one = (text: string, label: string, most: number) =>
      field(new URLSearchParams({ text }), 'text', label, most)
    const opinion = one(each, '意见', 500)
    const quote = one(quotes[i] ?? '', '原文', 300)
    if (opinion === null && quote !== null) throw new Problem(422, '引用了原文，还要写上意见。')
    return opinion === null ? [] : [{ quote: quote ?? '', opinion }]
  })
}
