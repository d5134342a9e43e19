// 单位: who hands in, and their tokens.
import type { Session } from '../access/sessions'
import { html } from '../http/html'
import type { Answer } from '../http/serve'
import type { Db } from '../storage/open'
import { page, token } from './layout'

/** `given`: a token that was just made; it is shown this once. */
export async function unitsPage(
  db: Db,
  session: Session,
  given?: { unit: string; token: string },
): Promise<Answer> {
  const units = await db
    .selectFrom('unit')
    .leftJoin('report', 'report.unit_id', 'unit.id')
    .select(['unit.id', 'unit.name'])
    .select(({ fn }) => fn.count<number>('report.number').as('reports'))
    .groupBy(['unit.id', 'unit.name'])
    .orderBy('unit.name')
    .execute()
  return page(
    { title: '单位', session, here: '/units' },
    html`<h1>单位</h1>
${given && html`<div class="told" role="status"><p>${given.unit}的报送口令（只显示这一次，请通过安全渠道交给对方）：</p><p><code>${given.token}</code></p></div>`}
<table><thead><tr><th scope="col">单位</th><th scope="col">报送</th><th scope="col">报送口令</th></tr></thead><tbody>
${units.map(
  ({ id, name, reports }) =>
    html`<tr><td>${name}</td><td>${reports}</td><td><form class="inline" method="post" action="/units">${token(session)}<input type="hidden" name="name" value="${name}"><button>再发一个</button></form><form class="inline" method="post" action="/units/${id}/revoke">${token(session)}<button>作废全部口令</button></form></td></tr>`,
)}</tbody></table>
<h2>新单位</h2><form class="inline" method="post" action="/units">${token(session)}<label>名称 <input name="name" maxlength="60" required></label><button class="main">添加并发口令</button></form>`,
  )
}
