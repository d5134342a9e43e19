// Reads the YAML head of a draft: known keys under their canonical Chinese names, with the place of each value.

import { isMap, isScalar, parseDocument } from 'yaml'
import type { Bilingual, Span } from '../types'
import {
  type FrontMatterKey,
  type HeadPlace,
  keyBySpelling,
  keysWritten,
  locateHead,
  readableHead,
} from './head'
import { type People, personText, readPeople } from './people'

export interface FrontMatterEntry {
  /** The key as it was written, such as `title` or `获悉时间`. */
  readonly writtenKey: string
  readonly key: Span
  readonly value: Span
  /** The value as text; a list is joined with 、. Empty when nothing stands there. */
  readonly text: string
  readonly list: readonly string[]
  /** Who is named, where the key names people. */
  readonly people?: People
}

/** Nobody means so many levels, and the reader of YAML makes an error with a trace for each. */
const deepest = 100

/** Where brackets are open within more brackets than anybody means; -1 nowhere. */
function tooDeep(source: string): number {
  let depth = 0
  for (let i = 0; i < source.length; i++) {
    const char = source[i]
    if (char === '[' || char === '{') {
      if (++depth > deepest) return i
    } else if ((char === ']' || char === '}') && depth > 0) depth--
  }
  return -1
}

/** Keys whose value is people, each with a part. */
const peopleKeys: ReadonlySet<FrontMatterKey> = new Set(['拟稿人', '审核人', '签发人'])

export interface FrontMatter {
  readonly entries: ReadonlyMap<FrontMatterKey, FrontMatterEntry>
  /** Rule ids that this file switches off (`ligao-disable: [rule]` or 停用规则). */
  readonly disabled: readonly { readonly rule: string; readonly span: Span }[]
  /** Keys that were given once more, under whatever spelling; the first is read. */
  readonly repeated: readonly { readonly key: FrontMatterKey; readonly span: Span }[]
  /** Keys that are none of ours, left alone. */
  readonly otherKeys: readonly { readonly name: string; readonly span: Span }[]
  /** The head between the fences, and the whole with the fences; offsets in the document. */
  readonly inner: Span
  readonly whole: Span
  readonly problems: readonly { readonly text: Bilingual; readonly span: Span }[]
}

const fenceMissing: Readonly<Record<NonNullable<HeadPlace['missing']>, Bilingual>> = {
  end: [
    '报送要素没有结束线“---”，其中内容没有读取',
    'The front matter is not closed by `---`, so it was not read',
  ],
  both: [
    '报送要素前后没有“---”线，只当作正文，没有读取',
    'The front matter is not between two lines of `---`, so it was read as text',
  ],
}
const mostProblems = 5

/**
 * Parses the head. Never throws: what YAML refuses becomes a problem at its place, and the keys that could be read are
 * returned. Alias bombs are not expanded, because only scalars and lists of scalars are read.
 */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const found = locateHead(text)
  if (!found) return undefined
  const { whole, inner } = found
  const entries = new Map<FrontMatterKey, FrontMatterEntry>()
  const disabled: { rule: string; span: Span }[] = []
  const repeated: { key: FrontMatterKey; span: Span }[] = []
  const otherKeys: { name: string; span: Span }[] = []
  const problems: { text: Bilingual; span: Span }[] = []
  if (found.missing) {
    problems.push({ text: fenceMissing[found.missing], span: { start: whole.start, end: whole.start + 3 } })
    return { entries, disabled, repeated, otherKeys, inner, whole, problems }
  }
  const { source, toOriginal } = readableHead(text.slice(inner.start, inner.end))
  const at = (from: number, to: number): Span => ({
    start: inner.start + toOriginal(from),
    end: inner.start + toOriginal(to),
  })
  // Blanks between a key and its colon are left out of the source; they are no part of the key.
  const atKey = ([from, to]: readonly [number, number, number]): Span => {
    const { start, end } = at(from, to)
    return { start, end: start + text.slice(start, end).trimEnd().length }
  }
  const deep = tooDeep(source)
  if (deep >= 0) {
    problems.push({
      text: ['括号一层套一层，读不懂这一处', 'Too many brackets within each other'],
      span: at(deep, deep + 1),
    })
    return { entries, disabled, repeated, otherKeys, inner, whole, problems }
  }
  try {
    const document = parseDocument(source, {
      strict: false,
      uniqueKeys: false,
      logLevel: 'silent',
    })
    for (const error of document.errors.slice(0, mostProblems))
      problems.push({
        text: [`报送要素写法有误，读不懂这一处`, `Invalid YAML: ${error.message.split('\n')[0]}`],
        span: at(
          Math.min(error.pos[0], source.length),
          Math.min(Math.max(error.pos[1], error.pos[0] + 1), source.length),
        ),
      })
    // Where no key of ours is lost: parts of people, texts of several lines, and English words among other people's values.
    const own: Span[] = []
    const foreign: Span[] = []
    if (isMap(document.contents))
      for (const pair of document.contents.items) {
        if (!isScalar(pair.key) || !pair.key.range) continue
        const name = String(pair.key.value).trim()
        const key = keyBySpelling.get(name)
        const valueNode = pair.value as { range?: [number, number, number] | null } | null
        const range = valueNode?.range ?? [pair.key.range[1] + 1, pair.key.range[1] + 1, 0]
        const list = readList(pair.value)
        const span = at(Math.min(range[0], source.length), Math.min(range[1], source.length))
        const isText = isScalar(pair.value)
        own.push(atKey(pair.key.range))
        if (isText || key === '附件' || (key && peopleKeys.has(key))) own.push(span)
        else if (!key) foreign.push(span)
        if (name === 'ligao-disable' || name === '停用规则') {
          for (const rule of list) disabled.push({ rule, span })
          continue
        }
        if (!key) {
          otherKeys.push({ name, span: atKey(pair.key.range) })
          continue
        }
        if (entries.has(key)) {
          repeated.push({ key, span: atKey(pair.key.range) })
          continue
        }
        const people = peopleKeys.has(key)
          ? readPeople(pair.value, (from, to) => {
              const end = Math.min(to, source.length)
              return at(Math.min(from, end), from + source.slice(from, end).trimEnd().length)
            })
          : undefined
        // Parts that stand in a map of their own are read as the line that another writer would have typed.
        const items = people && !isScalar(pair.value) ? people.people.map(personText) : list
        entries.set(key, {
          writtenKey: name,
          key: atKey(pair.key.range),
          value: span,
          text: items.join('、'),
          list: items,
          ...(people && { people }),
        })
      }
    if (problems.length === 0) problems.push(...lost(text, inner, own, foreign).slice(0, mostProblems))
  } catch (error) {
    problems.push({
      text: [
        '报送要素写法有误，没有读取',
        `The front matter could not be read: ${String(error).slice(0, 80)}`,
      ],
      span: at(0, Math.min(source.length, 3)),
    })
  }
  return { entries, disabled, repeated, otherKeys, inner, whole, problems }
}

/** Keys of ours that stand in the head and were not read: below another key, in a list, or in what YAML takes for one text. */
function lost(
  text: string,
  inner: Span,
  own: readonly Span[],
  foreign: readonly Span[],
): { text: Bilingual; span: Span }[] {
  const isOwn = within(own)
  const isForeign = within(foreign)
  return keysWritten(text.slice(inner.start, inner.end)).flatMap(({ key, ...place }) => {
    const span = { start: inner.start + place.start, end: inner.start + place.end }
    if (isOwn(span) || (isForeign(span) && /^[\w-]+$/.test(key))) return []
    return [
      {
        text: [`“${key}”这一行缩进或写法有误，没有读取`, `The line of ${key} is not read where it stands`],
        span,
      },
    ]
  })
}

/** Whether one of the spans, which are in order, holds what is asked for; asked from the front to the back. */
function within(spans: readonly Span[]): (span: Span) => boolean {
  let next = 0
  let reach = -1
  return ({ start, end }) => {
    for (; next < spans.length && spans[next]!.start <= start; next++)
      reach = Math.max(reach, spans[next]!.end)
    return reach >= end
  }
}

function readList(node: unknown): string[] {
  if (isScalar(node)) return node.value === null || node.value === undefined ? [] : [scalarText(node)]
  const items = (node as { items?: unknown[] } | null)?.items
  if (!Array.isArray(items)) return []
  return items
    .slice(0, 100)
    .flatMap(item => (isScalar(item) && item.value !== null ? [scalarText(item)] : isPairOfScalars(item)))
}

/** `- 王某：初稿` is a small map in YAML; to the writer it is one line of text. */
function isPairOfScalars(item: unknown): string[] {
  if (!isMap(item)) return []
  const pair = item.items[0]
  return pair && isScalar(pair.key) ? [String(pair.key.value)] : []
}

function scalarText(node: { source?: string | undefined; value: unknown }): string {
  return (node.source ?? String(node.value)).trim()
}
