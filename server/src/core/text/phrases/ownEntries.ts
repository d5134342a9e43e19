// Own phrases of `ligao.lexicon.yaml` at run time: compiled like the built-in ones, and every fault told as a value.

import type { CompiledEntry, OwnEntry, PhraseEntry } from '../../lexicon/types'
import { compileEntry, patternOfPhrase } from './compileEntry'
import { compilePhrases } from './matcher'
import type { PatternProblem } from './pattern'

export type OwnEntryProblem =
  /** Neither `phrase` nor `pattern`, or both. */
  | { readonly kind: 'no-phrase'; readonly index: number }
  /** The expression cannot be read, could take forever, or can match nothing at all. */
  | { readonly kind: PatternProblem; readonly index: number; readonly at: number }
  /** An example of `bad` holds no match, or not at its [[marks]]; one of `good` holds one. */
  | { readonly kind: 'bad-example' | 'good-example'; readonly index: number; readonly example: number }
  /** The phrase cannot occur in a sentence of normal form, such as one with a line break or a half-width comma. */
  | { readonly kind: 'cannot-match'; readonly index: number }

export interface OwnLexicon {
  readonly entries: readonly CompiledEntry[]
  readonly problems: readonly OwnEntryProblem[]
}

/** Faulty expressions are left out; an entry whose examples fail is used all the same, because its author wants it. */
export function compileOwnEntries(own: readonly OwnEntry[]): OwnLexicon {
  const entries: CompiledEntry[] = []
  const problems: OwnEntryProblem[] = []
  own.forEach((raw, index) => {
    const phrase = raw.phrase?.trim()
    if (!phrase === !raw.pattern) {
      problems.push({ kind: 'no-phrase', index })
      return
    }
    const compiled = compileEntry(toEntry(raw, index, phrase ? patternOfPhrase(phrase) : raw.pattern!))
    if (compiled.problem !== undefined) {
      problems.push({ kind: compiled.problem, index, at: compiled.at })
      return
    }
    if (phrase && notInProse.test(phrase)) problems.push({ kind: 'cannot-match', index })
    problems.push(...failedExamples(raw, compiled.entry, index))
    entries.push(compiled.entry)
  })
  return { entries, problems }
}

function toEntry(raw: OwnEntry, index: number, pattern: string): PhraseEntry {
  return {
    id: raw.id ?? `own-${index + 1}`,
    classId: raw.classId ?? 'F',
    label: raw.label ?? raw.phrase ?? raw.pattern!,
    pattern,
    // A phrase that someone took the trouble to write down is meant, whatever stands near it.
    risk: raw.risk ?? 'low',
    cures: [],
    ...(raw.suggestion ? { suggestion: raw.suggestion } : {}),
  }
}

function failedExamples(raw: OwnEntry, entry: CompiledEntry, index: number): OwnEntryProblem[] {
  const { findAll } = compilePhrases([entry])
  const problems: OwnEntryProblem[] = []
  raw.bad?.forEach((line, example) => {
    const { text, spans } = readMarked(line)
    const hits = findAll(text)
    const right = spans.length
      ? spans.every(span => hits.some(hit => hit.start === span.start && hit.end === span.end))
      : hits.length > 0
    if (!right) problems.push({ kind: 'bad-example', index, example })
  })
  raw.good?.forEach((line, example) => {
    if (findAll(line).length > 0) problems.push({ kind: 'good-example', index, example })
  })
  return problems
}

/** Prose is read sentence by sentence in normal form: no line break, no half-width mark between Chinese, no full-width digit. */
const notInProse = /[\u4e00-\u9fa5][,;:?!][\u4e00-\u9fa5]|[\n\r]|[０-９Ａ-Ｚａ-ｚ]|。./

/** A line with `[[…]]` round what should be found. */
export function readMarked(line: string): { text: string; spans: { start: number; end: number }[] } {
  const spans: { start: number; end: number }[] = []
  let text = ''
  let rest = line
  for (let open = rest.indexOf('[['); open >= 0; open = rest.indexOf('[[')) {
    const close = rest.indexOf(']]', open)
    if (close < 0) break
    text += rest.slice(0, open)
    const marked = rest.slice(open + 2, close)
    spans.push({ start: text.length, end: text.length + marked.length })
    text += marked
    rest = rest.slice(close + 2)
  }
  return { text: text + rest, spans }
}
