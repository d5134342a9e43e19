// Words of the server's own that several features use.

import type { Bilingual, Family, Severity } from '../core'

export const familyLabels: Readonly<Record<Family, Bilingual>> = {
  generic: ['套话空话', 'Generic phrasing'],
  data: ['缺数据', 'Missing data'],
  analysis: ['缺问题分析', 'Missing problem analysis'],
  deadline: ['时限', 'Deadlines'],
  form: ['形式与安全', 'Form and safety'],
}

export const severityLabels: Readonly<Record<Severity, Bilingual>> = {
  error: ['错误', 'Error'],
  warning: ['警告', 'Warning'],
  information: ['提示', 'Information'],
  hint: ['建议', 'Hint'],
}

/** Text of the draft or of a message inside Markdown of ours. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
    .split(/\r?\n/)
    .map((line, i, lines) =>
      i === 0
        ? lines.length > 1
          ? line.trimEnd()
          : line
        : i === lines.length - 1
          ? line.trimStart()
          : line.trim(),
    )
    .filter((line, _, lines) => line !== '' || lines.length === 1)
    .join(' ')
}

/** Words from outside as code: in a fence that is longer than any row of backticks in them. */
export function codeSpan(text: string): string {
  const inside = text.replace(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
  const longest = Math.max(0, ...[...inside.matchAll(/`+/g)].map(([row]) => row.length))
  const fence = '`'.repeat(longest + 1)
  const gap = longest > 0 || inside.trim() === '' ? ' ' : ''
  return `${fence}${gap}${inside}${gap}${fence}`
}

/** On one line and no longer than a line of a list. */
export function shortened(text: string, most = 60): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= most) return line
  // Never the half of a surrogate pair.
  const end = /[\ud800-\udbff]/.test(line[most - 2]!) ? most - 2 : most - 1
  return `${line.slice(0, end)}…`
}
