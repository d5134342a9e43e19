// The problem matrix as HTML: 问题—原因—措施对照表, each cell a link to its words, each blank said in words. No VS Code here.

import type {
  MatrixCell,
  MatrixMeasureCell,
  MatrixRowCells,
  ProblemMatrixResult,
} from '../../../server/src/protocol'
import { t } from '../l10n'
import { button, commandHref, escapeHtml, page } from './handIn/html'

export function problemMatrixPage(matrix: ProblemMatrixResult | undefined, language: 'zh-CN' | 'en'): string {
  const title = t('问题—原因—措施对照表')
  const parts = matrix
    ? [
        `<h1>${escapeHtml(title)}</h1>`,
        `<p>${escapeHtml(matrix.title)} · ${escapeHtml(matrix.kindLabel)}</p>`,
        ...content(matrix),
      ]
    : [`<h1>${escapeHtml(title)}</h1>`, `<p>${escapeHtml(t('这个文件现在读不了，稍后再试。'))}</p>`]
  return page(language, title, parts.join('\n'), style)
}

function content(matrix: ProblemMatrixResult): string[] {
  const { uri, isReport, owes, rows, blanks, kindLabel } = matrix
  const card = button(t('体检单'), 'ligao.showReportCard', uri)
  const actions = (...all: string[]) => `<p class="actions">${all.join('')}</p>`
  if (!isReport)
    return [
      lead('', t('砺稿没有检查这个文件，所以没有对照表。如果它是政务信息稿，请写明类型。')),
      actions(button(t('选择类型'), 'ligao.changeKind', uri)),
    ]
  const copy = button(t('复制成 Markdown 表格'), 'ligao.copyProblemMatrix', uri)
  if (rows.length === 0)
    return owes
      ? [lead('look', t('没有读到问题、原因和措施。写上以后，这里会自动列出。')), actions(card)]
      : [lead('', t('{0}类信息不要求写问题、原因和措施，不需要对照表。', kindLabel)), actions(card)]
  const says = !owes
    ? lead('', t('{0}类信息不要求写问题、原因和措施；下面是稿件里读到的，仅供参考。', kindLabel))
    : blanks > 0
      ? lead('look', t('还有 {0} 处没有写，表中标为“未写”。点任何一格，跳到稿件里的位置。', blanks))
      : lead('', t('每个问题都有原因、措施、责任单位和时限。点任何一格，跳到稿件里的位置。'))
  return [says, actions(copy, card), table(matrix)]
}

const lead = (kind: '' | 'look', text: string) =>
  `<p class="lead ${kind}" role="status"><strong>${escapeHtml(text)}</strong></p>`

const columns = () => [t('问题'), t('原因'), t('措施'), t('责任单位（人）'), t('完成时限'), t('验收标准')]

/** On a narrow page a cell stands alone and says itself which column it is. */
const inColumn =
  (from: number) =>
  (cell: string, i: number): string =>
    cell.replace(/^<t[^>]*/, `$& data-column="${escapeHtml(columns()[from + i] ?? '')}"`)

function table({ uri, rows, owes }: ProblemMatrixResult): string {
  const head = columns()
    .map(column => `<th scope="col">${escapeHtml(column)}</th>`)
    .join('')
  const cells: Cells = {
    jump: (cell, words) =>
      `<a href="${escapeHtml(commandHref('ligao.reveal', uri, cell.range))}">${escapeHtml(words)}</a>`,
    blank: (words, at) => {
      if (!owes) return `<td>${escapeHtml(t('无'))}</td>`
      const label = escapeHtml(words)
      const href = at && escapeHtml(commandHref('ligao.reveal', uri, at.range))
      return `<td class="blank">${href ? `<a href="${href}">${label}</a>` : label}</td>`
    },
  }
  return `<table class="matrix"><caption>${escapeHtml(t('每行一个问题'))}</caption><thead><tr>${head}</tr></thead><tbody>${rows
    .map(row => rowsOf(row, cells))
    .join('')}</tbody></table>`
}

interface Cells {
  jump(cell: MatrixCell, words: string): string
  /** `at` is where the writer would put it. */
  blank(words: string, at: MatrixCell | undefined): string
}

/** A problem takes as many lines as it has measures. */
function rowsOf({ problem, causes, measures }: MatrixRowCells, { jump, blank }: Cells): string {
  const each: readonly (MatrixMeasureCell | undefined)[] = measures.length > 0 ? measures : [undefined]
  const place = problem ?? causes[0] ?? measures[0]
  const span = each.length > 1 ? ` rowspan="${each.length}"` : ''
  const first = [
    problem ? `<th scope="row">${jump(problem, problem.text)}</th>` : blank(t('没有对应的问题'), place),
    causes.length > 0
      ? `<td>${causes.map(cause => jump(cause, cause.text)).join('<br>')}</td>`
      : blank(t('未写原因'), place),
  ]
    .map(cell => cell.replace(/^<(t[dh])/, `<$1${span}`))
    .map(inColumn(0))
  return each
    .map(
      (measure, i) =>
        `<tr>${i === 0 ? first.join('') : ''}${measureCells(measure, place, { jump, blank })}</tr>`,
    )
    .join('')
}

function measureCells(
  measure: MatrixMeasureCell | undefined,
  place: MatrixCell | undefined,
  { jump, blank }: Cells,
): string {
  if (!measure) return `${inColumn(2)(blank(t('未写措施'), place), 0)}${'<td></td>'.repeat(3)}`
  const { owner, person, deadline, standard, done, text } = measure
  const said = (words: string) => `<td>${jump(measure, words)}</td>`
  return [
    `<td>${jump(measure, text)}${done ? ` ${escapeHtml(t('（已办）'))}` : ''}</td>`,
    owner || person
      ? said(person && owner ? `${owner}（${person}）` : owner || person)
      : blank(t('未写责任单位'), measure),
    deadline ? said(deadline) : blank(t('未写时限'), measure),
    standard ? said(standard) : '<td></td>',
  ]
    .map(inColumn(2))
    .join('')
}

const style = `
main{max-width:none}body{max-width:none}
.matrix th,.matrix td{border:1px solid var(--vscode-panel-border,var(--vscode-contrastBorder));padding:.35em .5em;width:auto;white-space:normal}
.matrix thead th{font-weight:600;opacity:1;background:var(--vscode-keybindingTable-headerBackground)}
.matrix tbody th{white-space:normal;opacity:1}
.matrix td a,.matrix th a{color:inherit;text-decoration:none}.matrix td a:hover,.matrix th a:hover{text-decoration:underline}
.matrix .blank{border:2px dashed var(--vscode-editorWarning-foreground,currentColor)}
.matrix .blank::before{content:"✎ ";color:var(--vscode-editorWarning-foreground)}
.matrix .blank a{font-weight:600;text-decoration:underline}
.matrix td a:not(:hover):not(.blank a){text-decoration:underline dotted}
/* Beside a draft on a small screen six columns would leave one character a line: each cell becomes a line with its name. */
@media (max-width:56em){.matrix,.matrix tbody,.matrix tr,.matrix th,.matrix td{display:block}.matrix thead{display:none}.matrix tr{margin:0 0 .6em}.matrix th[data-column],.matrix td[data-column]{border-width:0 0 1px}.matrix tbody th[data-column]{font-weight:600;margin-top:1.2em}.matrix .blank[data-column]{border-width:2px}.matrix td:empty{display:none}.matrix [data-column]::before{content:attr(data-column) "：";opacity:.8;font-weight:400}.matrix .blank[data-column]::before{content:attr(data-column) "： ✎ "}}`
