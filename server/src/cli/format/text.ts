// Findings for a reader at a terminal: file, line, level, what, and what to do.

import type { Severity } from '../../core'
import { plain } from './plain'
import type { FileResult, ReasonResult } from './result'

const names: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  information: '提示',
  hint: '建议',
}
const colours: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 36, hint: 90 }

export function formatText(results: readonly FileResult[], colour: boolean): string {
  const paint = (code: number, text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text)
  const lines: string[] = []
  let total = 0
  for (const result of results) {
    if (result.kind === null) continue
    const kind = `${result.kind}${result.stage ?? ''}${result.kindInferred ? '（推断）' : ''}`
    lines.push(`${paint(1, plain(result.file))}  ${kind}  ${result.score ?? '—'} 分`)
    const first = result.first.flatMap(id => result.findings.filter(each => each.id === id))
    if (first.length > 0)
      lines.push(paint(1, `  先办${first.length === 1 ? '这件事' : `${'一二三'[first.length - 1]}件事`}：`))
    first.forEach(({ message }, i) => {
      lines.push(`  ${i + 1}. ${plain(message.split('。')[0]!)}`)
    })
    for (const { range, severity, message, rule, stopsHandIn, reasons } of result.findings) {
      total++
      const place = `${range.start.line + 1}:${range.start.character + 1}`
      lines.push(
        `  ${place.padEnd(8)} ${paint(colours[severity], names[severity])}  ${plain(message)}  ${paint(90, rule)}`,
      )
      if (stopsHandIn && reasons.length > 1) lines.push(...placesByLine(reasons))
    }
    for (const note of result.notes) lines.push(`  ${paint(33, '注意')}  ${plain(note)}`)
    if (result.findings.length === 0) lines.push('  没有发现问题')
    lines.push('')
  }
  const checked = results.filter(result => result.kind !== null).length
  lines.push(
    `检查 ${checked} 篇，发现 ${total} 处${results.length > checked ? `；另有 ${results.length - checked} 个文件不是政务信息稿，未检查` : ''}。`,
  )
  return `${lines.join('\n')}\n`
}

/** What stands in one line of the draft in one line of the list: 第12行 【填：月日】、【填：哪个单位】. */
function placesByLine(reasons: readonly ReasonResult[]): string[] {
  const byLine = new Map<number, string[]>()
  for (const { range, excerpt } of reasons) {
    const line = range.start.line + 1
    byLine.set(line, [...(byLine.get(line) ?? []), plain(excerpt)])
  }
  return [...byLine].map(([line, excerpts]) => `             第${line}行  ${excerpts.join('、')}`)
}
