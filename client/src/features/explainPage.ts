// The page of a kind of report as HTML: what it should contain, and beside it what this draft has. No VS Code in here, no
// scripts in the page: its links are commands.

import type { ExplainedItem, ExplainedLimit, Explanation } from '../../../server/src/protocol'
import { say, t } from '../l10n'
import { commandHref, escapeHtml, link } from './handIn/html'

export function explainPage(explanation: Explanation): string {
  const { uri, title, kindLabel, isReport, inferred, reason } = explanation
  const heading = isReport ? t('“{0}”怎么写', kindLabel) : title
  const change = link(t('改类型'), 'ligao.changeKind', uri)
  if (!isReport)
    return page(
      heading,
      `<h1>${escapeHtml(heading)}</h1><p>${escapeHtml(reason)}。${escapeHtml(t('砺稿没有检查这个文件。如果它是政务信息稿，请写明类型：'))} ${change}</p>`,
    )
  return page(
    heading,
    [
      `<h1>${escapeHtml(heading)}</h1>`,
      `<p class="purpose">${escapeHtml(explanation.purpose)}</p>`,
      `<p>${escapeHtml(t('本稿：{0}', title))} · ${inferred ? `${escapeHtml(reason)}，${change}` : change} · ${link(t('查看体检单'), 'ligao.showReportCard', uri)}</p>`,
      sideBySide(explanation),
      `<h2>${escapeHtml(t('怎么排'))}</h2><p>${escapeHtml(explanation.order)}</p>`,
      lengthPart(explanation),
      limitPart(explanation),
      pairPart(explanation),
    ].join('\n'),
  )
}

const groups = (): readonly (readonly [ExplainedItem['group'], string])[] => [
  ['element', t('要素')],
  ['part', t('内容')],
  ['head', t('文首的报送要素')],
]

function sideBySide({ uri, items }: Explanation): string {
  if (items.length === 0) return ''
  const owed = items.filter(({ present, must }) => !present && must).length
  const sum =
    owed > 0
      ? t('应当有的 {0} 项，还缺 {1} 项。', items.length, owed)
      : t('应当有的都有了（{0} 项）。', items.length)
  const bodies = groups().map(([group, label]) => {
    const rows = items.filter(item => item.group === group)
    if (rows.length === 0) return ''
    return `<tbody><tr class="group"><th colspan="3" scope="rowgroup">${escapeHtml(label)}</th></tr>${rows.map(item => row(item, uri)).join('')}</tbody>`
  })
  return `<h2 id="items">${escapeHtml(t('应当有什么，本稿有什么'))}</h2><p><strong>${escapeHtml(sum)}</strong></p>
<table aria-labelledby="items"><thead><tr><th scope="col">${escapeHtml(t('应当有'))}</th><th scope="col">${escapeHtml(t('怎么写'))}</th><th scope="col">${escapeHtml(t('本稿'))}</th></tr></thead>${bodies.join('')}</table>`
}

function row(item: ExplainedItem, uri: string): string {
  const { must, name, how, why, present, range } = item
  const why2 = why ? `<span class="why">${escapeHtml(why)}。</span>` : ''
  const state = present ? 'has' : must ? 'owed' : 'wanted'
  const mark = present ? `✓ ${t('已有')}` : must ? `✗ ${t('缺')}` : `○ ${t('最好有')}`
  const line = range ? jump(uri, range, present) : ''
  return `<tr class="${state}"><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(how)}${why2}</td><td class="here"><span class="mark">${escapeHtml(mark)}</span> ${line} ${insertButton(item, uri)}</td></tr>`
}

function jump(uri: string, range: NonNullable<ExplainedItem['range']>, present: boolean): string {
  const number = range.start.line + 1
  return link(present ? t('第 {0} 行', number) : t('第 {0} 行，去补', number), 'ligao.reveal', uri, range)
}

function insertButton({ id, present, fix, name }: ExplainedItem, uri: string): string {
  if (present || !fix) return ''
  const label = t('补上“{0}”', name)
  return `<a class="button" href="${escapeHtml(commandHref('ligao.insertMissing', uri, id))}" title="${escapeHtml(fix)}" aria-label="${escapeHtml(label)}">${escapeHtml(t('补上'))}</a>`
}

function lengthPart({ length }: Explanation): string {
  if (!length) return ''
  const usual = t('一般 {0}—{1} 字；本稿现有 {2} 字。', length.from, length.to, length.now)
  const verdict =
    length.now > length.to
      ? t('偏长，看看哪些话可以不说。')
      : length.now < length.from
        ? t('还不够，先把上面缺的补齐。')
        : ''
  return `<h2>${escapeHtml(t('篇幅'))}</h2><p>${escapeHtml(`${usual}${verdict}`)}</p>`
}

function limitPart({ limit, otherLimits, deadline }: Explanation): string {
  const words = (each: ExplainedLimit) =>
    [each.title, each.from, each.route, each.source].filter(Boolean).map(escapeHtml).join(' · ')
  const own = limit
    ? `<p>${words(limit)}</p>${deadline ? `<p class="deadline ${deadline.state}"><strong>${escapeHtml(deadline.standing)}</strong> ${escapeHtml(deadline.arithmetic)}</p>` : ''}${limit.problem ? `<p class="note">${escapeHtml(limit.problem)}</p>` : ''}`
    : `<p>${escapeHtml(t('这一类没有统一的时限，按约稿通知或本单位规定；可以在文首写“报送时限”。'))}</p>`
  const others = otherLimits.length
    ? `<details><summary>${escapeHtml(t('其他规定（{0} 条，供查阅）', otherLimits.length))}</summary><ul>${otherLimits.map(each => `<li>${words(each)}</li>`).join('')}</ul></details>`
    : ''
  return `<h2>${escapeHtml(t('报送时限'))}</h2>${own}${others}`
}

function pairPart({ pair }: Explanation): string {
  if (!pair) return ''
  const side = (kind: 'bad' | 'good', label: string, text: string) =>
    `<figure class="${kind}"><figcaption>${escapeHtml(label)}</figcaption><blockquote lang="zh-CN">${escapeHtml(text)}</blockquote></figure>`
  return `<h2>${escapeHtml(t('好稿是什么样'))}</h2><div class="pair">${side('bad', `✗ ${t('不要这样写')}`, pair.bad)}${side('good', `✓ ${t('这样写')}`, pair.good)}</div><p>${escapeHtml(t('好在：{0}。', pair.because))}</p>`
}

const style = `
body{font:var(--vscode-font-size)/1.7 var(--vscode-font-family);color:var(--vscode-foreground);padding:.5em 1.5em 3em;max-width:64em}
h1{font-size:1.4em;margin:.6em 0 .2em}h2{font-size:1.15em;margin:1.6em 0 .4em;border-bottom:1px solid var(--vscode-panel-border)}
.purpose{font-size:1.1em;margin:.2em 0}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3em .9em .3em 0;vertical-align:top;border-bottom:1px solid var(--vscode-panel-border);overflow-wrap:anywhere}
thead th,.group th{font-weight:600}.group th{padding-top:1em}tbody th{font-weight:400;min-width:5em}td.here{min-width:8.5em}
tr.owed th,tr.wanted th{border-left:3px solid var(--vscode-editorWarning-foreground);padding-left:.6em}tr.wanted th{border-left-color:var(--vscode-editorInfo-foreground)}tr.has th{border-left:3px solid transparent;padding-left:.6em}
.mark{white-space:nowrap}.owed .mark{font-weight:600}.why{display:block;font-size:.92em;opacity:.85}
.button{display:inline-block;padding:0 .8em;border-radius:2px;text-decoration:none;background:var(--vscode-button-background);color:var(--vscode-button-foreground);border:1px solid var(--vscode-button-border,var(--vscode-contrastBorder,transparent))}
.button:hover,.button:active{background:var(--vscode-button-hoverBackground);color:var(--vscode-button-foreground)}
a{color:var(--vscode-textLink-foreground)}a:focus-visible,summary:focus-visible{outline:2px solid var(--vscode-focusBorder);outline-offset:2px}
.pair{display:flex;flex-wrap:wrap;gap:1em}.pair figure{flex:1 1 18em;margin:0}figcaption{font-weight:600}
blockquote{margin:.2em 0;padding:.4em .8em;background:var(--vscode-textBlockQuote-background);border:1px solid var(--vscode-contrastBorder,transparent);border-left:3px solid var(--vscode-editorWarning-foreground)}
.good blockquote{border-left-color:var(--vscode-charts-green)}
.deadline.overdue,.deadline.missed{color:var(--vscode-errorForeground)}.note{color:var(--vscode-editorWarning-foreground)}summary{cursor:pointer}
/* Beside a draft on a small screen three columns would leave one character a line: each row becomes a paragraph. */
@media (max-width:44em){table,tbody,tr,th,td{display:block}thead{display:none}tbody th{font-weight:600;padding-top:.6em}th,td{border-bottom:0;padding-bottom:.1em}td{padding-left:.85em}tr{border-bottom:1px solid var(--vscode-panel-border)}}
@media (forced-colors:active){.button{border:1px solid ButtonText}tr.owed th,tr.wanted th,blockquote{border-left-color:CanvasText}}`

export function page(title: string, body: string): string {
  return `<!DOCTYPE html><html lang="${say({ zh: 'zh-CN', en: 'en' })}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escapeHtml(title)}</title><style>${style}</style></head><body><main>${body}</main></body></html>`
}
