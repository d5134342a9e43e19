// Suppression comments: which findings a writer has switched off, where and why, and which comments had no effect.

import type { Draft } from '../document/document'
import type { Text } from '../document/text'
import type { Span } from '../types'
import type { Judged } from './findings'

export interface Suppression {
  /** Rule id, or undefined for every rule. */
  readonly rule: string | undefined
  readonly reason: string
  /** Findings that start in here are suppressed. */
  readonly covers: Span
  /** The comment itself. */
  readonly comment: Span
}

const directive = /^<!--\s*ligao-(disable-next-line|disable|enable)(?:\s+([\s\S]*?))?\s*-->$/

interface Directive {
  readonly action: 'disable-next-line' | 'disable' | 'enable'
  readonly rules: readonly (string | undefined)[]
  readonly reason: string
  readonly span: Span
}

/** Findings that must never be silenced: a classification mark has to stop the report. */
export const unsuppressable: ReadonlySet<string> = new Set(['classified-content'])

/** Reads every suppression of the draft, comments first in document order, then those of the front matter. */
export function readSuppressions(draft: Draft): Suppression[] {
  const directives: Directive[] = []
  for (const { block: index } of draft.memory.gather(
    mayDirect,
    mayDirect,
    i => mayDirect(draft, i),
    Boolean,
  )) {
    const { block, start } = draft.blocks[index]!
    if (block.context.type === 'comment') collect(directives, block.source, start)
    for (const comment of block.inline.comments)
      collect(directives, block.source.slice(comment.start, comment.end), start + comment.start)
  }
  const result: Suppression[] = []
  const open = new Map<string | undefined, Directive>()
  const close = (rule: string | undefined, opener: Directive, end: number) => {
    open.delete(rule)
    result.push({
      rule,
      reason: opener.reason,
      covers: { start: opener.span.end, end },
      comment: opener.span,
    })
  }
  for (const each of directives)
    for (const rule of each.rules) {
      if (each.action === 'disable-next-line')
        result.push({
          rule,
          reason: each.reason,
          covers: nextLine(draft.text, each.span.end),
          comment: each.span,
        })
      else if (each.action === 'disable') {
        if (!open.has(rule)) open.set(rule, each)
      } else if (rule === undefined)
        for (const [key, opener] of [...open]) close(key, opener, each.span.start)
      else if (open.has(rule)) close(rule, open.get(rule)!, each.span.start)
    }
  for (const [rule, opener] of [...open]) close(rule, opener, draft.text.length + 1)
  for (const { rule, span } of draft.frontMatter?.disabled ?? [])
    result.push({ rule, reason: '', covers: { start: 0, end: draft.text.length + 1 }, comment: span })
  return result
}

function mayDirect({ blocks }: Draft, index: number): boolean {
  const { context, inline } = blocks[index]!.block
  return context.type === 'comment' || inline.comments.length > 0
}

function collect(into: Directive[], text: string, start: number) {
  if (!text.includes('ligao-')) return
  const comments = /<!--[\s\S]*?-->/g
  for (let hit = comments.exec(text); hit; hit = comments.exec(text)) {
    const found = directive.exec(hit[0])
    if (!found) continue
    const words = (found[2] ?? '').split(/\s+/).filter(Boolean)
    const rules = (words[0] ?? '').split(/[,，、]/).filter(Boolean)
    into.push({
      action: found[1] as Directive['action'],
      rules: rules.length ? rules : [undefined],
      reason: words.slice(1).join(' '),
      span: { start: start + hit.index, end: start + hit.index + hit[0].length },
    })
  }
}

/** The next line that is not blank, whole. */
function nextLine(text: Text, from: number): Span {
  let start = text.indexOf('\n', from)
  if (start < 0) return { start: text.length, end: text.length + 1 }
  start++
  while (start < text.length && /^[ \t　]*\r?\n/.test(text.slice(start, start + 80)))
    start = text.indexOf('\n', start) + 1
  const end = text.indexOf('\n', start)
  return { start, end: end < 0 ? text.length + 1 : end + 1 }
}

export interface Silence {
  /** The finding, which starts at `start` in the document, is switched off. */
  covers(finding: Pick<Judged, 'rule'>, start: number): boolean
  /** Those that have covered nothing so far. */
  unused(): readonly Suppression[]
}

export function silenceOf(suppressions: readonly Suppression[]): Silence {
  const used = new Set<Suppression>()
  return {
    covers({ rule }, start) {
      if (unsuppressable.has(rule)) return false
      const hits = suppressions.filter(
        each =>
          (each.rule === undefined || each.rule === rule) &&
          start >= each.covers.start &&
          start < each.covers.end,
      )
      for (const hit of hits) used.add(hit)
      return hits.length > 0
    },
    unused: () => suppressions.filter(each => !used.has(each)),
  }
}
