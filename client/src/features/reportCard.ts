// ligao.showReportCard: a readable page of the findings, grouped by complaint, with the score and where each point went.
// The page has no scripts; its links are commands.

import * as vscode from 'vscode'
import {
  type ReportCard,
  reportCardRequest,
  type Status,
  statusNotification,
} from '../../../server/src/protocol'
import { t } from '../l10n'
import type { Server } from '../server'
import { requireDraft } from './activeDraft'
import { revealLink } from './reveal'

export function registerReportCard(server: Server): vscode.Disposable {
  let panel: vscode.WebviewPanel | undefined
  let shown: string | undefined
  const refresh = async () => {
    if (!panel || !shown) return
    const uri = shown
    const card = await server.request<ReportCard | null>(reportCardRequest, { uri })
    if (!panel || shown !== uri) return
    panel.title = card ? t('体检单：{0}', card.title || nameOf(uri)) : t('体检单')
    panel.webview.html = card
      ? cardPage(card)
      : page(`<p>${escapeHtml(t('这个文件现在读不了，稍后再试。'))}</p>`)
  }
  return vscode.Disposable.from(
    vscode.commands.registerCommand('ligao.showReportCard', async (argument?: unknown) => {
      const uri = requireDraft(argument)
      if (!uri) return
      shown = uri.toString()
      if (!panel) {
        panel = vscode.window.createWebviewPanel(
          'ligao.reportCard',
          t('体检单'),
          { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
          {
            enableScripts: false,
            enableCommandUris: [
              'ligao.reveal',
              'ligao.openRuleDocs',
              'ligao.changeKind',
              'ligao.submitReport',
              'ligao.explainReport',
            ],
            localResourceRoots: [],
          },
        )
        panel.onDidDispose(() => {
          panel = undefined
        })
      } else panel.reveal(undefined, true)
      await refresh()
    }),
    server.onNotification<Status>(statusNotification, status => {
      if (panel?.visible && status.uri === shown) void refresh()
    }),
    new vscode.Disposable(() => panel?.dispose()),
  )
}

const severityLabels = () => ({
  error: t('错误'),
  warning: t('警告'),
  information: t('提示'),
  hint: t('建议'),
})

/** The page for one card. Exported for tests. */
export function cardPage(card: ReportCard): string {
  const link = (command: string, argument: unknown, label: string) =>
    `<a href="command:${command}?${encodeURIComponent(JSON.stringify([argument]))}">${escapeHtml(label)}</a>`
  if (!card.isReport)
    return page(
      `<h1>${escapeHtml(card.title || nameOf(card.uri))}</h1><p>${escapeHtml(card.reason)}。${escapeHtml(t('砺稿没有检查这个文件。如果它是政务信息稿，请写明类型：'))} ${link('ligao.changeKind', card.uri, t('选择类型'))}</p>`,
    )
  const labels = severityLabels()
  const head = `<h1>${escapeHtml(card.title || nameOf(card.uri))}</h1>
<p class="sum"><span class="score">${card.score ?? '–'}</span> ${escapeHtml(t('分'))}
 · ${escapeHtml(card.kindLabel)}${card.inferred ? `（${escapeHtml(card.reason)}，${link('ligao.changeKind', card.uri, t('改类型'))}）` : ''}
 · ${escapeHtml(t('{0} 字', card.length))}
 · ${escapeHtml(t('错误 {0} · 警告 {1} · 提示 {2}', card.counts.error, card.counts.warning, card.counts.information + card.counts.hint))}</p>
<p>${link('ligao.submitReport', card.uri, t('报送这篇稿件'))} · ${link('ligao.explainReport', card.uri, t('这类稿件怎么写'))}</p>
${card.authors.length > 0 ? `<p>${escapeHtml(t('拟稿人：{0}', card.authors.join('、')))}</p>` : ''}
${card.deadline ? `<p class="deadline ${card.deadline.state}">${escapeHtml(card.deadline.basis)}</p>` : ''}
${card.notes.map(note => `<p class="note">${escapeHtml(note)}</p>`).join('')}`
  const score = `<h2>${escapeHtml(t('得分'))}</h2><table><thead><tr><th scope="col">${escapeHtml(t('方面'))}</th><th scope="col">${escapeHtml(t('得分'))}</th><th scope="col">${escapeHtml(t('扣在哪里'))}</th></tr></thead><tbody>${card.dimensions
    .map(
      ({ label, points, full, deductions }) =>
        `<tr><th scope="row">${escapeHtml(label)}</th><td class="points">${points} / ${full}</td><td>${
          deductions
            .map(
              ({ rule, title, points: lost, count }) =>
                `${link('ligao.openRuleDocs', rule, title)} −${lost}${count > 1 ? escapeHtml(t('（{0} 处）', count)) : ''}`,
            )
            .join('；') || escapeHtml(t('没有扣分'))
        }</td></tr>`,
    )
    .join('')}</tbody></table>`
  const families = card.families
    .map(
      ({ label, findings }) =>
        `<h2>${escapeHtml(label)}（${findings.length}）</h2><ul>${findings
          .map(
            finding => `<li class="${finding.severity}"><p><span class="level">${escapeHtml(labels[finding.severity])}</span>
<a href="${revealLink(card.uri, finding.range)}">${escapeHtml(t('第 {0} 行', finding.range.start.line + 1))}</a>
<strong>${escapeHtml(finding.what)}</strong></p>${finding.excerpt ? `<blockquote>${escapeHtml(finding.excerpt)}</blockquote>` : ''}
<p>${escapeHtml(finding.why)}。</p><p><b>${escapeHtml(t('怎么改：'))}</b>${escapeHtml(finding.doNext)}。 ${link('ligao.openRuleDocs', finding.rule, t('规则说明'))}</p></li>`,
          )
          .join('')}</ul>`,
    )
    .join('')
  return page(head + score + (families || `<p>${escapeHtml(t('没有发现问题，可以报送。'))}</p>`))
}

const style = `
body{font:var(--vscode-font-size)/1.7 var(--vscode-font-family);color:var(--vscode-foreground);padding:0 1.5em 3em;max-width:60em}
h1{font-size:1.4em}h2{font-size:1.15em;margin:1.6em 0 .4em;border-bottom:1px solid var(--vscode-panel-border)}
.score{font-size:2em;font-weight:600}
table{border-collapse:collapse;width:100%}th{white-space:nowrap}th,td{text-align:left;padding:.3em .8em .3em 0;vertical-align:top;border-bottom:1px solid var(--vscode-panel-border)}.points{white-space:nowrap}
ul{list-style:none;padding:0}li{padding:.2em 0 .4em .9em;margin:.8em 0;border-left:3px solid var(--vscode-editorHint-foreground)}li p{margin:.2em 0}
li.error{border-color:var(--vscode-editorError-foreground)}li.warning{border-color:var(--vscode-editorWarning-foreground)}li.information{border-color:var(--vscode-editorInfo-foreground)}
.level{font-size:.9em;opacity:.85}blockquote{margin:.2em 0;padding:.1em .8em;background:var(--vscode-textBlockQuote-background);border-left:2px solid var(--vscode-textBlockQuote-border)}
.deadline.overdue,.deadline.missed{color:var(--vscode-errorForeground)}.note{color:var(--vscode-editorWarning-foreground)}
a{color:var(--vscode-textLink-foreground)}`

function page(body: string): string {
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><style>${style}</style></head><body>${body}</body></html>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, char => `&#${char.charCodeAt(0)};`)
}

function nameOf(uri: string): string {
  return decodeURIComponent(uri.split('/').pop() ?? uri)
}
