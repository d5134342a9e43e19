// Reads the YAML head of a draft: known keys under their canonical Chinese names, with the place of each value.

import { isMap, isScalar, parseDocument } from 'yaml'
import type { Bilingual, Span } from '../types'
import { type People, personText, readPeople } from './people'

/** Canonical key → English and other accepted spellings (ARCHITECTURE.md, contract of the front matter). */
export const frontMatterKeys = {
  标题: ['title'],
  类型: ['type'],
  单位: ['unit'],
  拟稿人: ['authors', 'author'],
  审核人: ['reviewer'],
  签发人: ['approver'],
  联系电话: ['phone'],
  报送对象: ['recipient'],
  成稿日期: ['date'],
  事发时间: ['occurred'],
  接报时间: ['received', '获悉时间', '获知时间'],
  等级: ['level', '事件等级'],
  上次报送时间: ['previous', '上次续报时间'],
  处置结束时间: ['closed'],
  报送时限: ['deadline'],
  报送时间: ['submitted'],
  状态: ['status'],
  密级: ['classification'],
  迟报原因: ['late_reason'],
  附件: ['attachments'],
  回执号: ['receipt'],
} as const satisfies Record<string, readonly string[]>

export type FrontMatterKey = keyof typeof frontMatterKeys

const canonical = new Map<string, FrontMatterKey>()
for (const [key, aliases] of Object.entries(frontMatterKeys)) {
  canonical.set(key, key as FrontMatterKey)
  for (const alias of aliases) canonical.set(alias, key as FrontMatterKey)
}

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

/** Keys whose value is people, each with a part. */
const peopleKeys: ReadonlySet<FrontMatterKey> = new Set(['拟稿人', '审核人', '签发人'])

export interface FrontMatter {
  readonly entries: ReadonlyMap<FrontMatterKey, FrontMatterEntry>
  /** Rule ids that this file switches off (`ligao-disable: [rule]` or 停用规则). */
  readonly disabled: readonly { readonly rule: string; readonly span: Span }[]
  /** Keys that were given once more, under whatever spelling; the first is read. */
  readonly repeated: readonly { readonly key: FrontMatterKey; readonly span: Span }[]
  /** Keys that are none of ours, left alone. */
  readonly otherKeys: readonly string[]
  /** The head between the fences, and the whole with the fences; offsets in the document. */
  readonly inner: Span
  readonly whole: Span
  readonly problems: readonly { readonly text: Bilingual; readonly span: Span }[]
}

const longestHead = 64 * 1024
const openFence = /^﻿?---[ \t]*\r?(?:\n|$)/
const closeFence = /^(?:---|\.\.\.)[ \t]*$/

/** Where the head is. `closed` is false for a `---` on the first line that no second fence follows. */
export function locateFrontMatter(text: string): { whole: Span; inner: Span; closed: boolean } | undefined {
  const open = openFence.exec(text)
  if (!open) return undefined
  const start = open[0].length
  const limit = Math.min(text.length, start + longestHead)
  for (let line = start; line <= limit && line < text.length; ) {
    const lf = text.indexOf('\n', line)
    const end = lf < 0 ? text.length : lf
    if (end - line < 12 && closeFence.test(text.slice(line, end).replace(/\r$/, '')))
      return { whole: { start: 0, end: lf < 0 ? end : lf + 1 }, inner: { start, end: line }, closed: true }
    if (lf < 0) break
    line = lf + 1
  }
  return { whole: { start: 0, end: open[0].length }, inner: { start, end: start }, closed: false }
}

/**
 * Parses the head. Never throws: what YAML refuses becomes a problem at its place, and the keys that could be read are
 * returned. Alias bombs are not expanded, because only scalars and lists of scalars are read.
 */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const found = locateFrontMatter(text)
  if (!found) return undefined
  const { whole, inner } = found
  const entries = new Map<FrontMatterKey, FrontMatterEntry>()
  const disabled: { rule: string; span: Span }[] = []
  const repeated: { key: FrontMatterKey; span: Span }[] = []
  const otherKeys: string[] = []
  const problems: { text: Bilingual; span: Span }[] = []
  if (!found.closed) {
    const rest = text.slice(whole.end, whole.end + 400)
    if (/^[^\s:：#]{1,12}[:：]/m.test(rest))
      problems.push({
        text: [
          '报送要素没有结束线“---”，其中内容没有读取',
          'The front matter is not closed by `---`, so it was not read',
        ],
        span: { start: 0, end: 3 },
      })
    return problems.length ? { entries, disabled, repeated, otherKeys, inner, whole, problems } : undefined
  }
  const { source, toOriginal } = withHalfWidthColons(text.slice(inner.start, inner.end))
  const at = (from: number, to: number): Span => ({
    start: inner.start + toOriginal(from),
    end: inner.start + toOriginal(to),
  })
  try {
    const document = parseDocument(source, {
      strict: false,
      uniqueKeys: false,
      logLevel: 'silent',
    })
    for (const error of document.errors.slice(0, 5))
      problems.push({
        text: [`报送要素写法有误，读不懂这一处`, `Invalid YAML: ${error.message.split('\n')[0]}`],
        span: at(
          Math.min(error.pos[0], source.length),
          Math.min(Math.max(error.pos[1], error.pos[0] + 1), source.length),
        ),
      })
    if (isMap(document.contents))
      for (const pair of document.contents.items) {
        if (!isScalar(pair.key) || !pair.key.range) continue
        const name = String(pair.key.value).trim()
        const key = canonical.get(name)
        const valueNode = pair.value as { range?: [number, number, number] | null } | null
        const range = valueNode?.range ?? [pair.key.range[1] + 1, pair.key.range[1] + 1, 0]
        const list = readList(pair.value)
        const span = at(Math.min(range[0], source.length), Math.min(range[1], source.length))
        if (name === 'ligao-disable' || name === '停用规则') {
          for (const rule of list) disabled.push({ rule, span })
          continue
        }
        if (!key) {
          otherKeys.push(name)
          continue
        }
        if (entries.has(key)) {
          repeated.push({ key, span: at(pair.key.range[0], pair.key.range[1]) })
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
          key: at(pair.key.range[0], pair.key.range[1]),
          value: span,
          text: items.join('、'),
          list: items,
          ...(people && { people }),
        })
      }
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

const fullWidthColon = /^([^\s:：#'"-][^:：\n]{0,15})：(?=[ \t]*\S?)/gm

/** A full-width colon is what a Chinese keyboard types: read it as the colon it means, and keep the way back. */
function withHalfWidthColons(head: string): { source: string; toOriginal: (offset: number) => number } {
  const inserted: number[] = []
  const source = head.replace(fullWidthColon, (whole, key: string, offset: number) => {
    inserted.push(offset + whole.length + inserted.length)
    return `${key}: `
  })
  return { source, toOriginal: offset => offset - inserted.filter(at => at < offset).length }
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
