// The report card as HTML: the score and where each point went, then the findings by complaint. No VS Code in here, no
// scripts in the page: its links are commands.

import type { CardFinding, ReportCard } from '../../../server/src/protocol'
import { t } from '../l10n'
import { button, commandHref, escapeHtml, link, page } from './handIn/html'

export function reportCardPage(card: ReportCard | undefined, language: 'zh-CN' | 'en'): string {
  const title = card ? card.title || nameOf(card.uri) : t('体检单')
  const body = card ? content(card) : [`<p>${escapeHtml(t('这个文件现在读不了，稍后再试。'))}</p>`]
  return page(language, title, [`<h1>${escapeHtml(title)}</h1>`, ...body].join('\n'), style)
}

function content(card: ReportCard): string[] {
  if (!card.isReport)
    return [
      `<p>${escapeHtml(card.reason)}。${escapeHtml(t('砺稿没有检查这个文件。如果它是政务信息稿，请写明类型：'))} ${link(t('选择类型'), 'ligao.changeKind', card.uri)}</p>`,
    ]
  const families = card.families.map(
    ({ label, findings }) =>
      `<h2>${escapeHtml(label)}（${findings.length}）</h2><ul>${findings.map(each => finding(each, card.uri)).join('')}</ul>`,
  )
  return [
    summary(card),
    deadline(card),
    ...card.notes.map(note => `<p class="lead look">${escapeHtml(note)}</p>`),
    `<p class="actions">${button(t('报送这篇稿件'), 'ligao.submitReport', card.uri)}${button(t('这类稿件怎么写'), 'ligao.explainReport', card.uri)}</p>`,
    urgent(card),
    score(card),
    ...(families.length > 0 ? families : [`<p>${escapeHtml(t('没有发现问题，可以报送。'))}</p>`]),
  ]
}

function summary({
  score: points,
  kindLabel,
  inferred,
  reason,
  uri,
  length,
  counts,
  authors,
}: ReportCard): string {
  const kind = inferred
    ? `${escapeHtml(kindLabel)}（${escapeHtml(reason)}，${link(t('改类型'), 'ligao.changeKind', uri)}）`
    : escapeHtml(kindLabel)
  const hints = counts.information + counts.hint
  const facts = [
    points === null
      ? `<span class="score">—</span> ${escapeHtml(t('正文还没有写，写了再打分'))}`
      : `<span class="score">${points}</span> ${escapeHtml(t('分'))}`,
    kind,
    escapeHtml(t('{0} 字', length)),
    escapeHtml(t('错误 {0} · 警告 {1} · 提示 {2}', counts.error, counts.warning, hints)),
  ]
  const by = authors.length > 0 ? `<p>${escapeHtml(t('拟稿人：{0}', authors.join('、')))}</p>` : ''
  return `<p class="sum">${facts.join(' · ')}</p>${by}`
}

/** What an editor would ask for first. */
function urgent({ first, uri }: ReportCard): string {
  if (first.length === 0) return ''
  const heading = [t('先办这件事'), t('先办两件事'), t('先办三件事')][Math.min(first.length, 3) - 1]!
  return `<h2>${escapeHtml(heading)}</h2><ol>${first.map(each => finding(each, uri)).join('')}</ol>`
}

/** Late is said in words; the colour only repeats it. */
function deadline({ deadline: limit }: ReportCard): string {
  if (!limit) return ''
  const { state, standing, arithmetic, basis } = limit
  const kind = /overdue|missed/.test(state) ? 'stop' : state === 'soon' ? 'look' : ''
  const said = [standing, arithmetic].filter(Boolean).map(escapeHtml)
  return `<p class="lead ${kind}"><strong>${escapeHtml(t('报送时限'))}</strong> ${said.join(' · ')}<br>${escapeHtml(basis)}</p>`
}

function score({ dimensions, ceiling, score: total }: ReportCard): string {
  if (total === null) return ''
  const rows = dimensions.map(({ label, points, full, deductions }) => {
    const lost = deductions.map(({ rule, title, points: minus, count }) =>
      count === 0
        ? `${escapeHtml(t('没有写，无从核对'))} −${minus}`
        : `${link(title, 'ligao.openRuleDocs', rule)} −${minus}${count > 1 ? escapeHtml(t('（{0} 处）', count)) : ''}`,
    )
    return `<tr><th scope="row">${escapeHtml(label)}</th><td class="points">${points} / ${full}</td><td>${lost.join('；') || escapeHtml(t('没有扣分'))}</td></tr>`
  })
  const head = [t('方面'), t('得分'), t('扣在哪里')].map(each => `<th scope="col">${escapeHtml(each)}</th>`)
  const limit = ceiling
    ? `<p class="lead look">${escapeHtml(t('各方面相加高于 {0} 分，但有“{1}”，最多得 {2} 分。', total ?? 0, ceiling.title, ceiling.most))}</p>`
    : ''
  return `<h2 id="score">${escapeHtml(t('得分'))}</h2>${limit}<table aria-labelledby="score"><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

const kinds = { error: 'stop', warning: 'look', information: '', hint: '' } as const

const severityLabels = () => ({
  error: t('错误'),
  warning: t('警告'),
  information: t('提示'),
  hint: t('建议'),
})

function finding(each: CardFinding, uri: string): string {
  const { severity, range, what, why, doNext, excerpt, rule, places = [] } = each
  const quote = excerpt ? `<blockquote>${escapeHtml(excerpt)}</blockquote>` : ''
  const place = lineLink(range, uri)
  return `<li class="${kinds[severity]}"><p><span class="level">${escapeHtml(severityLabels()[severity])}</span> ${place} <strong>${escapeHtml(what)}</strong></p>${quote}${placeLinks(places, uri)}
<p>${escapeHtml(why)}。</p><p><b>${escapeHtml(t('怎么改：'))}</b>${escapeHtml(doNext)}。 ${link(t('规则说明'), 'ligao.openRuleDocs', rule)}</p></li>`
}

const lineLink = (range: CardFinding['range'], uri: string): string =>
  `<a href="${escapeHtml(commandHref('ligao.reveal', uri, range))}">${escapeHtml(t('第 {0} 行', range.start.line + 1))}</a>`

/** Where one line tells many places: each of them. */
function placeLinks(places: NonNullable<CardFinding['places']>, uri: string): string {
  if (places.length === 0) return ''
  return `<p>${places.map(({ range, excerpt }) => `${lineLink(range, uri)} ${escapeHtml(excerpt)}`).join('；')}</p>`
}

function nameOf(uri: string): string {
  return decodeURIComponent(uri.split('/').pop() ?? uri)
}

const style = `
.score{font-size:2em;font-weight:600}.sum{margin:.2em 0}.points{white-space:nowrap}.level{font-size:.9em}
thead th,tbody th{font-weight:600;opacity:1;width:auto}
blockquote{margin:.2em 0;padding:.1em .8em;background:var(--vscode-textBlockQuote-background);border-left:2px solid var(--vscode-textBlockQuote-border,currentColor)}`
