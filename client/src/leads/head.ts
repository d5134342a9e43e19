// The front matter of a draft or a lead as something that can be edited in place: what the writer typed, and how, stays.

import { type Document, isMap, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml'
import type { TextEdit } from '../submission/text/handInFields'

export interface Head {
  /** The YAML between the fences; a full-width colon behind a key is read as the colon that it means. */
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

const opening = /^\ufeff?---[ \t]*\r?\n/
const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m
const keyLine = /^[^\s:：#]{1,12}[:：]/m
const fullWidthColon = /^([^\s:：#'"-][^:：\n]{0,15})：(?=[ \t]*\S?)/gm

/** Undefined where there is none, `broken` where there is one that nobody can read. */
export function openHead(text: string): Head | 'broken' | undefined {
  const start = opening.exec(text)?.[0].length
  if (start === undefined) return undefined
  const close = closing.exec(text.slice(start))
  // A line of dashes may open a text; with keys below it, it is a head that was never closed.
  if (!close) return keyLine.test(text.slice(start, start + 400)) ? 'broken' : undefined
  const { source, back } = withHalfWidthColons(text.slice(start, start + close.index))
  try {
    const document = parseDocument(source, { schema: 'core', uniqueKeys: false, logLevel: 'silent' })
    const { contents, errors } = document
    if (errors.length > 0 || (contents !== null && !isMap(contents) && !isEmpty(contents))) return 'broken'
    return {
      source,
      document,
      map: isMap(contents) ? contents : undefined,
      at: offset => start + back(offset),
      end: start + close.index,
      bodyStart: start + close.index + close[0].length,
    }
  } catch {
    return 'broken'
  }
}

const isEmpty = (node: unknown): boolean => isScalar(node) && (node.value === null || node.value === '')

function withHalfWidthColons(head: string): { source: string; back: (offset: number) => number } {
  const added: number[] = []
  const source = head.replace(fullWidthColon, (whole, key: string, offset: number) => {
    added.push(offset + whole.length + added.length)
    return `${key}: `
  })
  return { source, back: offset => offset - added.filter(at => at < offset).length }
}

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

/** A value as YAML reads it back: plain where that is safe, quoted where a colon, a hash or a bracket would change it. */
export function yamlText(value: string): string {
  const text = value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
  const plain =
    /^(?:[\p{L}【《“]|\d{4}-)/u.test(text) &&
    !/[#:,[\]{}&*!|>'"%@`\\]/.test(text.replace(/(?<=\d):(?=\d)/g, '')) &&
    !/^(?:true|false|null|yes|no|on|off|inf|nan)$/i.test(text)
  return plain ? text : JSON.stringify(text)
}

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
