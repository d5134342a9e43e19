// Switching a rule off for a whole file, in its front matter.

import { type Draft, type Edit, unsuppressable } from '../../core'
import { lineBreakOf } from './structure'

const key = '停用规则'

export function disableEdit(draft: Draft, rule: string): Edit | undefined {
  if (unsuppressable.has(rule)) return undefined
  const { frontMatter: head, text } = draft
  const eol = lineBreakOf(text)
  if (!head) {
    const start = text.slice(0, 1) === '﻿' ? 1 : 0
    return { start, end: start, text: `---${eol}${key}: [${rule}]${eol}---${eol}${eol}` }
  }
  if (head.problems.length > 0 || draft.bodyStart === 0) return undefined
  if (head.disabled.some(each => each.rule === rule)) return undefined
  const span = head.disabled[0]?.span
  if (!span) return { start: head.inner.end, end: head.inner.end, text: `${key}: [${rule}]${eol}` }
  const value = text.slice(span.start, span.end)
  const rules = [...head.disabled.map(each => each.rule), rule]
  return { start: span.start, end: span.start + value.trimEnd().length, text: `[${rules.join(', ')}]` }
}
