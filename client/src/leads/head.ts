// The front matter of a draft or a lead as something that can be edited in place: what the writer typed, and how, stays.

import { type Document, isMap, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml'
import { locateHead, readableHead } from '../../../server/src/core/document/head'
import type { TextEdit } from '../submission/text/handInFields'

export interface Head {
  /** The YAML between the fences; as its writer means it (`readableHead`). */
  readonly source: string
  readonly document: Document
  /** Undefined while nothing stands between the fences. */
  readonly map: YAMLMap | undefined
  /** Where an offset of `source` is in the text. */
  readonly at: (offset: number) => number
  /** Offset of the text at which the closing fence begins, and at which the body does. */
  readonly end: number
  readonly bodyStart: number
}

/** Undefined where there is none, `broken` where there is one that nobody can read. */
export function openHead(text: string): Head | 'broken' | undefined {
  const place = locateHead(text)
  if (!place) return undefined
  if (place.missing) return place.missing === 'end' ? 'broken' : undefined
  const { whole, inner } = place
  const { source, toOriginal } = readableHead(text.slice(inner.start, inner.end))
  try {
    const document = parseDocument(source, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' })
    const { contents, errors } = document
    if (errors.length > 0 || (contents !== null && !isMap(contents) && !isEmpty(contents))) return 'broken'
    return {
      source,
      document,
      map: isMap(contents) ? contents : undefined,
      at: offset => inner.start + toOriginal(offset),
      end: inner.end,
      bodyStart: whole.end,
    }
  } catch {
    return 'broken'
  }
}

const isEmpty = (node: unknown): boolean => isScalar(node) && (node.value === null || node.value === '')

export const bodyStartOf = (text: string): number => {
  const head = openHead(text)
  if (typeof head === 'object') return head.bodyStart
  return text.startsWith('\ufeff') ? 1 : 0
}

/** Values by key; a head that cannot be read gives nothing. */
export function valuesOf(head: Head): Readonly<Record<string, unknown>> {
  try {
    const value = head.document.toJS({ maxAliasCount: 20 }) as unknown
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

/** The first pair whose key is one of `names`. */
export function pairOf({ map }: Head, names: readonly string[]): Pair | undefined {
  return map?.items.find(({ key }) => isScalar(key) && names.includes(String(key.value).trim()))
}

export const rangeOf = (node: unknown): readonly [number, number] | undefined => {
  const range = (node as { range?: readonly number[] | null } | null | undefined)?.range
  return range ? [range[0]!, range[1]!] : undefined
}

/** Offset of the end of the line that `offset` is in, before its line break. */
export function lineEnd(source: string, offset: number): number {
  const lf = source.indexOf('\n', offset)
  if (lf < 0) return source.length
  return source[lf - 1] === '\r' && lf > offset ? lf - 1 : lf
}

export const lineStart = (source: string, offset: number): number => source.lastIndexOf('\n', offset - 1) + 1

export const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n')

/** A new head above a text that has none. */
export function newHead(text: string, lines: readonly string[]): TextEdit {
  const eol = eolOf(text)
  const start = text.startsWith('\ufeff') ? 1 : 0
  const gap = /^[ \t]*\r?\n/.test(text.slice(start)) ? '' : eol
  return { start, end: start, newText: ['---', ...lines, '---', ''].join(eol) + gap }
}

/** New lines at the end of a head that is there. */
export function linesAtEnd(text: string, head: Head, lines: readonly string[]): TextEdit | undefined {
  if (head.map?.flow) return undefined
  const first = rangeOf(head.map?.items[0]?.key)?.[0]
  const indent = first === undefined ? '' : head.source.slice(lineStart(head.source, first), first)
  if (indent.trim() !== '') return undefined
  const eol = eolOf(text)
  return { start: head.end, end: head.end, newText: lines.map(line => indent + line + eol).join('') }
}
