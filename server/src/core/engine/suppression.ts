// Suppression comments: which findings a writer has switched off, where and why, and which comments had no effect.

import type { Draft } from '../document/document'
import type { Text } from '../document/text'
import { pieceAt } from '../search'
import type { Span } from '../types'
import type { Judged } from './findings'
import type { RuleNames } from './ruleNames'

export interface Suppression {
  /** Rule id, or undefined for every rule. */
  readonly rule: string | undefined
  readonly reason: string
  /** Findings that start in here are suppressed. */
  readonly covers: Span
  /** The comment itself. */
  readonly comment: Span
}

interface Directive {
  readonly action: 'disable-next-line' | 'disable' | 'enable'
  readonly rules: readonly (string | undefined)[]
  readonly reason: string
  readonly span: Span
}

/** Findings that must never be silenced: a classification mark has to stop the report. */
export const unsuppressable: ReadonlySet<string> = new Set(['classified-content'])

/** Reads every suppression of the draft, comments first in document order, then those of the front matter. */
export function readSuppressions(draft: Draft, idOf: RuleNames): Suppression[] {
  const directives: Directive[] = []
  for (const { block: index } of draft.memory.gather(
    mayDirect,
    mayDirect,
    i => mayDirect(draft, i),
    Boolean,
  )) {
    const { block, start } = draft.blocks[index]!
    if (block.context.type === 'comment') collect(directives, block.source, start, idOf)
    for (const comment of block.inline.comments)
      collect(directives, block.source.slice(comment.start, comment.end), start + comment.start, idOf)
  }
  const result: Suppression[] = []
  const open = new Map<string | undefined, Directive>()
  const nextLine = nextLineFinder(draft.text)
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
          covers: nextLine(each.span.end),
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
    result.push({
      rule: idOf(rule),
      reason: '',
      covers: { start: 0, end: draft.text.length + 1 },
      comment: span,
    })
  return result
}

function mayDirect({ blocks }: Draft, index: number): boolean {
  const { context, inline } = blocks[index]!.block
  return context.type === 'comment' || inline.comments.length > 0
}

function collect(into: Directive[], text: string, start: number, idOf: RuleNames) {
  if (!text.includes('ligao-') && !text.includes('砺稿')) return
  for (let open = text.indexOf('<!--'); open >= 0; ) {
    const close = text.indexOf('-->', open + 4)
    // Whoever has not closed a comment has not finished writing it.
    if (close < 0) return
    const end = close + 3
    const [action = '', names = '', ...reason] = text
      .slice(open + 4, close)
      .trim()
      .replace(/^砺稿\s?[：:]\s?/, '砺稿：')
      .split(/\s+/)
    const found = actions.get(action)
    const rules = names
      .split(/[,，、]/)
      .filter(Boolean)
      .map(idOf)
    if (found)
      into.push({
        action: found,
        rules: rules.length ? [...new Set(rules)] : [undefined],
        reason: reason.join(' '),
        span: { start: start + open, end: start + end },
      })
    open = text.indexOf('<!--', end)
  }
}

/** As a writer reads them, and as other tools do. */
const chineseActions = {
  'disable-next-line': '砺稿：此处不再提示',
  disable: '砺稿：以下不再提示',
  enable: '砺稿：恢复提示',
} as const satisfies Record<Directive['action'], string>

const actions: ReadonlyMap<string, Directive['action']> = new Map(
  (['disable-next-line', 'disable', 'enable'] as const).flatMap(action => [
    [`ligao-${action}`, action],
    [chineseActions[action], action],
  ]),
)

/** The comment that switches `names` off (Chinese names of rules), with its reason. */
export function suppressionComment(
  action: Directive['action'],
  names: readonly string[],
  reason = '',
): string {
  return `<!-- ${[chineseActions[action], names.join('、'), reason].filter(Boolean).join(' ')} -->`
}

/**
 * Finds the next line that is not blank, whole. Asked from places in order: many comments before the same blank lines look
 * at those lines once.
 */
function nextLineFinder(text: Text): (from: number) => Span {
  let known: { from: number; line: Span } | undefined
  return from => {
    if (!known || from < known.from || from >= known.line.start)
      known = { from, line: lineBehind(text, from) }
    return known.line
  }
}

function lineBehind(text: Text, from: number): Span {
  let start = text.indexOf('\n', from) + 1
  if (start === 0) return { start: text.length, end: text.length + 1 }
  for (;;) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 ? text.length + 1 : feed + 1
    if (feed < 0 || text.slice(start, feed).trim() !== '') return { start, end }
    start = end
  }
}

export interface Silence {
  /** The finding, which starts at `start` in the document, is switched off. */
  covers(finding: Pick<Judged, 'rule'>, start: number): boolean
  /** Those that have covered nothing so far. */
  unused(): readonly Suppression[]
}

export function silenceOf(suppressions: readonly Suppression[]): Silence {
  const used = new Set<Suppression>()
  const byRule = new Map<string | undefined, Suppression[]>()
  for (const each of suppressions) {
    const list = byRule.get(each.rule)
    if (list) list.push(each)
    else byRule.set(each.rule, [each])
  }
  const ranges = new Map([...byRule].map(([rule, list]) => [rule, rangesOf(list)]))
  const hit = (rule: string | undefined, start: number): boolean => {
    const own = ranges.get(rule)
    if (!own) return false
    let found = false
    // Ranges of one rule follow each other but for one of the whole file, so few are looked at.
    for (let i = pieceAt(own.starts, start); i >= 0 && own.reach[i]! > start; i--) {
      const range = own.list[i]!
      if (start < range.start || start >= range.end) continue
      found = true
      for (const each of range.by.splice(0)) used.add(each)
    }
    return found
  }
  return {
    covers({ rule }, start) {
      if (unsuppressable.has(rule)) return false
      const byName = hit(rule, start)
      return hit(undefined, start) || byName
    },
    unused: () => suppressions.filter(each => !used.has(each)),
  }
}

interface Ranges {
  readonly list: readonly (Span & { readonly by: Suppression[] })[]
  readonly starts: readonly number[]
  /** The furthest end of this range and those before it. */
  readonly reach: readonly number[]
}

/** The ranges that comments of one rule cover, each once, in order. */
function rangesOf(suppressions: readonly Suppression[]): Ranges {
  const known = new Map<string, Span & { by: Suppression[] }>()
  for (const each of suppressions) {
    const { start, end } = each.covers
    const range = known.get(`${start} ${end}`)
    if (range) range.by.push(each)
    else known.set(`${start} ${end}`, { start, end, by: [each] })
  }
  const list = [...known.values()].sort((a, b) => a.start - b.start || a.end - b.end)
  const reach: number[] = []
  for (const { end } of list) reach.push(Math.max(end, reach.at(-1) ?? 0))
  return { list, starts: list.map(({ start }) => start), reach }
}
