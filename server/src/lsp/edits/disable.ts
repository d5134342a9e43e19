// Switching a rule off for a whole file, in its front matter.

import { type Draft, type Edit, type Rule, ruleNames, unsuppressable, writtenName } from '../../core'
import { lineBreakOf } from './structure'

const key = '停用规则'

/** Under their Chinese names; undefined where one of them cannot be switched off or all of them are. */
export function disableEdit(draft: Draft, ids: readonly string[], known: readonly Rule[]): Edit | undefined {
  if (ids.some(id => unsuppressable.has(id))) return undefined
  const nameOf = (id: string) => writtenName(known.find(rule => rule.id === id)?.title[0] ?? id)
  const names = ids.map(nameOf).join(', ')
  const { frontMatter: head, text } = draft
  const eol = lineBreakOf(text)
  if (!head) {
    const start = text.slice(0, 1) === '﻿' ? 1 : 0
    return { start, end: start, text: `---${eol}${key}: [${names}]${eol}---${eol}${eol}` }
  }
  if (head.problems.length > 0 || draft.bodyStart === 0) return undefined
  const idOf = ruleNames(known)
  const off = new Set(head.disabled.map(each => idOf(each.rule)))
  const added = ids.filter(id => !off.has(id)).map(nameOf)
  if (added.length === 0) return undefined
  const span = head.disabled[0]?.span
  if (!span)
    return { start: head.inner.end, end: head.inner.end, text: `${key}: [${added.join(', ')}]${eol}` }
  const value = text.slice(span.start, span.end)
  const rules = [...head.disabled.map(each => each.rule), ...added]
  return { start: span.start, end: span.start + value.trimEnd().length, text: `[${rules.join(', ')}]` }
}
