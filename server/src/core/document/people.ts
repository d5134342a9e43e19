// Who worked on a report, and with which part: 拟稿人 may be one name, names in a line, or a list with parts. People write
// it in many ways, and all of them mean the same.

import { isMap, isPair, isScalar, isSeq } from 'yaml'
import type { Span } from '../types'

export interface Person {
  readonly name: string
  /** 采写, 数据核对, 线索 …; empty where nothing is said. */
  readonly part: string
  readonly span: Span
}

/** What no name can be read from, or what is written twice. */
export interface PeopleFault {
  readonly kind: 'nameless' | 'bracket' | 'twice'
  readonly text: string
  readonly span: Span
}

export interface People {
  readonly people: readonly Person[]
  readonly faults: readonly PeopleFault[]
}

const nameKeys = /^(?:姓名|名字|人员|name)$/i
const partKeys = /^(?:分工|工作|职责|内容|part|role)$/i
/** Longer is a sentence that slipped into the wrong line. */
const longestName = 30
const mostPeople = 100
/** They gave material; who drafted is somebody else. */
const supplied =
  /^(?:(?:提供)?线索|供料|供图|供稿线索|提供(?:素材|材料|图片|数据))(?:[、，,](?:线索|供料|供图))*$/

type Place = (from: number, to: number) => Span

/** Reads the YAML value of such a key. Never throws; what is no person becomes a fault at its place. */
export function readPeople(node: unknown, at: Place): People {
  const people: Person[] = []
  const faults: PeopleFault[] = []
  const add = (name: string, part: string, span: Span) => {
    const fault = faultOf(name, part)
    if (fault) faults.push({ kind: fault, text: personText({ name, part }), span })
    else if (people.some(other => other.name === name)) faults.push({ kind: 'twice', text: name, span })
    else people.push({ name, part, span })
  }
  for (const item of isSeq(node) ? node.items.slice(0, mostPeople) : [node]) readItem(item, at, add)
  return { people, faults }
}

function readItem(item: unknown, at: Place, add: (name: string, part: string, span: Span) => void): void {
  if (isScalar(item)) {
    const text = textOf(item)
    const span = spanOf(item, at)
    // Quotes and escapes shift what is inside; then the whole value is the place.
    const exact = text.length === span.end - span.start
    for (const piece of splitPeople(text)) {
      const { name, part } = personIn(piece.text)
      const start = span.start + piece.at
      add(name, part, exact ? { start, end: start + piece.text.length } : span)
    }
    return
  }
  if (!isMap(item)) {
    if (isSeq(item)) add('', partText(item), spanOf(item, at))
    return
  }
  const pairs = item.items.filter(isPair).slice(0, mostPeople)
  const readKey = (keys: RegExp) => {
    const pair = pairs.find(({ key }) => isScalar(key) && keys.test(textOf(key)))
    return pair && (isScalar(pair.value) || isSeq(pair.value)) ? partText(pair.value) : undefined
  }
  const name = readKey(nameKeys)
  const part = readKey(partKeys)
  if (name !== undefined || part !== undefined) {
    const names = splitPeople(name ?? '').map(({ text }) => text)
    for (const each of names.length ? names : ['']) add(each, part ?? '', spanOf(item, at))
    return
  }
  for (const { key, value } of pairs) {
    const named = isScalar(key) ? textOf(key) : ''
    const readable = value === null || isScalar(value) || isSeq(value)
    const names = readable ? splitPeople(named).map(({ text }) => text) : []
    for (const each of names.length ? names : [''])
      add(each, readable ? partText(value) : '', spanOf(isScalar(key) ? key : item, at))
  }
}

function faultOf(name: string, part: string): PeopleFault['kind'] | undefined {
  if (!/\p{L}/u.test(name) || /[:：]/.test(name)) return 'nameless'
  if (/[（()）]/.test(name) || !balanced(part)) return 'bracket'
  return name.length > longestName ? 'nameless' : undefined
}

function balanced(text: string): boolean {
  let depth = 0
  for (const char of text) {
    if (/[（(]/.test(char)) depth++
    if (/[）)]/.test(char) && --depth < 0) return false
  }
  return depth === 0
}

/** `张三（采写、摄影）、李四` are two: what stands in brackets is not split. */
function splitPeople(text: string): { text: string; at: number }[] {
  const pieces: { text: string; at: number }[] = []
  let depth = 0
  let start = 0
  const close = (end: number) => {
    const piece = text.slice(start, end)
    const trimmed = piece.trim()
    // A gap of a template names nobody yet; the rule on gaps tells it.
    if (trimmed && !/^【[^【】]*】$/.test(trimmed))
      pieces.push({ text: trimmed, at: start + piece.indexOf(trimmed) })
    start = end + 1
  }
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!
    if (/[（(]/.test(char)) depth++
    else if (/[）)]/.test(char)) depth = Math.max(0, depth - 1)
    else if (/[、，,;；\n]/.test(char) && depth === 0) close(i)
  }
  close(text.length)
  return pieces
}

/** `张三（采写）`, `张三：采写` or a bare name. */
function personIn(text: string): { name: string; part: string } {
  const bracketed = /^([^（()）:：]*)[（(](.*)[）)]$/s.exec(text)
  if (bracketed) return { name: bracketed[1]!.trim(), part: bracketed[2]!.trim() }
  const colon = /^([^（()）:：]*)[:：](.*)$/s.exec(text)
  return colon ? { name: colon[1]!.trim(), part: colon[2]!.trim() } : { name: text, part: '' }
}

/** As one line of text, whatever shape it was written in. */
export const personText = ({ name, part }: { name: string; part: string }): string =>
  part ? `${name}（${part}）` : name

/** Those who drafted: who only gave a lead or a picture is credited, but answers for nothing. */
export function drafters(people: readonly Person[]): readonly Person[] {
  const own = people.filter(({ part }) => !supplied.test(part))
  return own.length ? own : people
}

function partText(node: unknown): string {
  if (isScalar(node)) return textOf(node)
  return isSeq(node) ? node.items.filter(isScalar).map(textOf).join('、') : ''
}

function textOf(node: { source?: string | undefined; value: unknown }): string {
  return node.value === null || node.value === undefined ? '' : (node.source ?? String(node.value)).trim()
}

function spanOf(node: unknown, at: Place): Span {
  const range = (node as { range?: [number, number, number] | null } | null)?.range
  return range ? at(range[0], range[1]) : at(0, 0)
}
