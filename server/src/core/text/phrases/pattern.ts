// Reads the regular expressions of the lexicons into a tree: a small, deliberately limited dialect whose cost is bounded.

import { cost, longest, shortest } from './patternSize'

export type Pattern =
  | { readonly type: 'char'; readonly char: string }
  | { readonly type: 'set'; readonly chars: string | null }
  | { readonly type: 'sequence'; readonly items: readonly Pattern[] }
  | { readonly type: 'choice'; readonly options: readonly Pattern[] }
  | { readonly type: 'repeat'; readonly item: Pattern; readonly least: number; readonly most: number }
  /** Zero width: a look around or an edge. */
  | { readonly type: 'assertion'; readonly item?: Pattern }

export type PatternProblem = 'syntax' | 'unbounded' | 'too-expensive' | 'matches-nothing'
export type ParsedPattern =
  | { readonly pattern: Pattern; readonly problem?: undefined }
  | { readonly problem: PatternProblem; readonly at: number }

/** No repetition may be longer: a phrase lives within one sentence. */
const longestRepeat = 80
/** Ways a backtracking engine may try one position, roughly. */
const greatestCost = 20_000

/**
 * Supported: literals, escapes, character classes, groups that do not capture, look around, alternation, bounded
 * repetition, `^` and `$`. Rationale: everything outside this is either not needed for phrases or a way to hang the editor.
 */
export function parsePattern(source: string): ParsedPattern {
  const reader: Reader = { source, at: 0 }
  try {
    const pattern = readChoice(reader)
    if (reader.at < source.length) return { problem: 'syntax', at: reader.at }
    new RegExp(source)
    if (longest(pattern) === 0 || shortest(pattern) === 0) return { problem: 'matches-nothing', at: 0 }
    if (cost(pattern) > greatestCost) return { problem: 'too-expensive', at: 0 }
    return { pattern }
  } catch (error) {
    return { problem: error === unbounded ? 'unbounded' : 'syntax', at: reader.at }
  }
}

/** The tree of one of our own expressions, which may capture and repeat without bounds; undefined when it holds more than that. */
export function readPattern(source: string): Pattern | undefined {
  const reader: Reader = { source, at: 0, trusted: true }
  try {
    const pattern = readChoice(reader)
    return reader.at < source.length ? undefined : pattern
  } catch {
    return undefined
  }
}

interface Reader {
  readonly source: string
  at: number
  /** Written by us: captures and repetition without bounds are allowed, and longer ones. */
  readonly trusted?: boolean
}

const unbounded = new Error('unbounded')
const malformed = new Error('malformed')

function readChoice(reader: Reader): Pattern {
  const options = [readSequence(reader)]
  while (reader.source[reader.at] === '|') {
    reader.at++
    options.push(readSequence(reader))
  }
  return options.length === 1 ? options[0]! : { type: 'choice', options }
}

function readSequence(reader: Reader): Pattern {
  const items: Pattern[] = []
  for (;;) {
    const char = reader.source[reader.at]
    if (char === undefined || char === '|' || char === ')') break
    items.push(readRepeat(reader, readAtom(reader)))
  }
  return items.length === 1 ? items[0]! : { type: 'sequence', items }
}

function readAtom(reader: Reader): Pattern {
  const { source } = reader
  const char = source[reader.at++]!
  if (char === '(') {
    const kind = /^\?(?:[:=!]|<[=!])/.exec(source.slice(reader.at, reader.at + 3))?.[0]
    if (!kind && !reader.trusted) throw malformed
    reader.at += kind?.length ?? 0
    const item = readChoice(reader)
    if (source[reader.at++] !== ')') throw malformed
    return kind === '?:' || !kind ? item : { type: 'assertion', item }
  }
  if (char === '[') return readClass(reader)
  if (char === '^' || char === '$') return { type: 'assertion' }
  if (char === '.') return { type: 'set', chars: null }
  if (char === '\\') return readEscape(reader)
  if ('*+?{})]'.includes(char)) throw malformed
  return { type: 'char', char }
}

const digits = '0123456789'
const plainEscapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

function readEscape(reader: Reader): Pattern {
  const char = reader.source[reader.at++]
  if (char === undefined) throw malformed
  if (char === 'd') return { type: 'set', chars: digits }
  if (char === 's' || char === 'S' || char === 'w' || char === 'W' || char === 'D')
    return { type: 'set', chars: null }
  if (char === 'b' || char === 'B') return { type: 'assertion' }
  if (char === 'u') {
    const hex = /^[0-9a-fA-F]{4}/.exec(reader.source.slice(reader.at, reader.at + 4))?.[0]
    if (!hex) throw malformed
    reader.at += 4
    return { type: 'char', char: String.fromCharCode(Number.parseInt(hex, 16)) }
  }
  if (/[a-zA-Z0-9]/.test(char) && !(char in plainEscapes)) throw malformed
  return { type: 'char', char: plainEscapes[char] ?? char }
}

function readClass(reader: Reader): Pattern {
  const { source } = reader
  const negated = source[reader.at] === '^'
  if (negated) reader.at++
  let chars: string | null = ''
  const from = reader.at
  for (;;) {
    const char = source[reader.at++]
    if (char === undefined) throw malformed
    if (char === ']') break
    const next: Pattern = char === '\\' ? readEscape(reader) : { type: 'char', char }
    const one: string | null = next.type === 'char' ? next.char : next.type === 'set' ? next.chars : null
    const isRange = source[reader.at] === '-' && source[reader.at + 1] !== ']'
    if (isRange || one === null || chars === null) {
      chars = null
      if (isRange) reader.at++
    } else chars += one
  }
  if (reader.at === from + 1) throw malformed
  return { type: 'set', chars: negated ? null : chars }
}

function readRepeat(reader: Reader, item: Pattern): Pattern {
  const rest = reader.source.slice(reader.at, reader.at + 12)
  const mark = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/.exec(rest)
  if (!mark) return item
  if (item.type === 'assertion') throw malformed
  reader.at += mark[0].length
  if (mark[0][0] === '?') return { type: 'repeat', item, least: 0, most: 1 }
  if (reader.trusted && (mark[0][0] === '*' || mark[0][0] === '+' || mark[3] === ''))
    return { type: 'repeat', item, least: mark[0][0] === '+' ? 1 : Number(mark[1] ?? 0), most: longestRepeat }
  const least = Number(mark[1])
  const most = mark[2] ? Number(mark[3] || Number.NaN) : least
  if (mark[1] === undefined || Number.isNaN(most) || (most > longestRepeat && !reader.trusted))
    throw unbounded
  if (most < least) throw malformed
  return { type: 'repeat', item, least, most }
}
