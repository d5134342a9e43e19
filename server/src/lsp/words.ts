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
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/\s*\r?\n\s*/g, ' ')
}

/** On one line and no longer than a line of a list. */
export function shortened(text: string, most = 60): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= most) return line
  // Never the half of a surrogate pair.
  const end = /[\ud800-\udbff]/.test(line[most - 2]!) ? most - 2 : most - 1
  return `${line.slice(0, end)}…`
}
