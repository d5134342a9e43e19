// Completion in the front matter: keys that are missing, and values where a key has a known set of them.

import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver/node'
import {
  type FrontMatterKey,
  frontMatterKeys,
  type Instant,
  type KindId,
  keyBySpelling,
  kinds,
  type Language,
  type Settings,
  say,
} from '../../core'
import { limits } from '../../core/report/deadlines'
import { formatIso } from '../../core/text/dates'
import { keyMeanings } from '../data/frontMatter'
import type { OpenDocument } from '../documents'
import { lineAt, lineText } from '../lines'
import type { NameIndex, NameKind } from './names'
import { placed } from './place'

/** Longest head that is looked for while its end is not written yet. */
const mostLines = 60

/** True when the line stands between the fences, or below the first one while the second is still to come. */
export function inFrontMatter({ lines, draft }: OpenDocument, line: number): boolean {
  if (line === 0 || line > mostLines || !/^﻿?---[ \t]*$/.test(lineText(lines, 0))) return false
  if (draft.bodyStart > 0 && draft.frontMatter) return line < lineAt(lines, draft.frontMatter.inner.end)
  for (let i = 1; i < line; i++) if (!/^\s*(?:[^\s:：#]{1,16}[:：]|- )/.test(lineText(lines, i))) return false
  return true
}

export interface HeadRequest {
  readonly document: OpenDocument
  readonly line: number
  /** The line up to the cursor. */
  readonly before: string
  /** As far as the draft says or suggests it. */
  readonly kind: KindId
  readonly settings: Settings
  readonly language: Language
  readonly now: Instant
  readonly names: NameIndex
  readonly position: Position
  /** Offers of the values behind a key at once, where the editor can. */
  readonly next: CompletionItem['command']
}

export async function headItems(request: HeadRequest): Promise<CompletionItem[]> {
  const { before, position } = request
  const person = /^\s*-\s+([\s\S]*)$/.exec(before)
  if (person) return placed(await personItems(request, person[1]!), position, lastPart(person[1]!))
  const value = /^\s*([^\s:：]+)\s*([:：])([ \t]*)([\s\S]*)$/.exec(before)
  if (!value)
    return /^\s*[^\s:：]*$/.test(before) ? placed(missingKeys(request), position, before.trimStart()) : []
  const key = canonical(value[1]!)
  if (!key) return []
  const open = people.includes(key) && openBracket(value[4]!)
  if (open) return placed(partItems(open), position, open.typed)
  const typed = lastPart(value[4]!)
  // YAML wants a blank behind its colon; the full-width one does without.
  const lead = value[2] === ':' && value[3] === '' && value[4] === '' ? ' ' : ''
  const items = (await valuesOf(key, request)).filter(item => item.label !== typed.trim())
  return placed(
    items.map(item => ({ ...item, insertText: `${lead}${item.insertText ?? item.label}` })),
    position,
    typed,
  )
}

/** What is being typed at the end of a list of values. */
const lastPart = (text: string): string =>
  text
    .split(/[、,，[（(]/)
    .at(-1)!
    .trimStart()

const people: readonly FrontMatterKey[] = ['拟稿人', '审核人', '签发人']
const parts = ['采写', '执笔', '初稿', '统稿', '数据核对', '摄影', '线索', '供料']

/** What is typed inside the last bracket, while it is open. */
const openBracket = (text: string): { typed: string } | undefined => {
  const typed = /[（(]([^（()）]*)$/.exec(text)?.[1]
  return typed === undefined
    ? undefined
    : {
        typed: typed
          .split(/[、，,]/)
          .at(-1)!
          .trim(),
      }
}

const partItems = ({ typed }: { typed: string }): CompletionItem[] =>
  parts
    .filter(part => part !== typed)
    .map((label, i) => ({ label, kind: CompletionItemKind.EnumMember, sortText: String(i).padStart(3, '0') }))

/** A line `- 姓名（分工）` below the key that names people. */
async function personItems(request: HeadRequest, typed: string): Promise<CompletionItem[]> {
  const key = keyAbove(request.document, request.line)
  if (!key || !people.includes(key)) return []
  const open = openBracket(typed)
  if (open) return partItems(open)
  return (await valuesOf(key, request)).filter(({ label }) => label !== typed.trim())
}

function keyAbove({ lines }: OpenDocument, line: number): FrontMatterKey | undefined {
  for (let i = line - 1; i > 0; i--) {
    const text = lineText(lines, i)
    if (!/^(?:\s|-\s)/.test(text)) return canonical(/^([^\s:：]+)\s*[:：]/.exec(text)?.[1] ?? '')
  }
  return undefined
}

const canonical = (written: string): FrontMatterKey | undefined => keyBySpelling.get(written)

/** What the hand-in writes by itself, nobody types. */
const filledIn: readonly FrontMatterKey[] = ['报送时间', '回执号']

function missingKeys({ document: { draft, lines }, line, language, next }: HeadRequest): CompletionItem[] {
  const written = new Set<FrontMatterKey>(draft.frontMatter?.entries.keys())
  for (let i = 1; i <= mostLines && i < lines.starts.length; i++) {
    const text = lineText(lines, i)
    if (/^---/.test(text)) break
    const key = i === line ? undefined : canonical(/^([^\s:：]+)\s*[:：]/.exec(text)?.[1] ?? '')
    if (key) written.add(key)
  }
  return (Object.keys(frontMatterKeys) as FrontMatterKey[])
    .filter(key => !written.has(key) && !filledIn.includes(key))
    .map((key, i) => ({
      label: key,
      kind: CompletionItemKind.Property,
      detail: keyMeanings[key].example,
      documentation: say(keyMeanings[key].meaning, language),
      insertText: `${key}: `,
      ...(next && { command: next }),
      filterText: [key, ...frontMatterKeys[key]].join(' '),
      sortText: String(i).padStart(2, '0'),
    }))
}

const statuses = ['草稿', '待审', '已报送', '已采用', '退回']
const spans = ['40分钟', '2小时', '24小时', '1个工作日', '3个工作日', '5个工作日']
const stages = ['突发初报', '突发续报', '突发终报']

async function valuesOf(
  key: FrontMatterKey,
  { kind, settings, now, names, language }: HeadRequest,
): Promise<CompletionItem[]> {
  const values = (list: readonly string[]) =>
    list.map((label, i) => ({
      label,
      kind: CompletionItemKind.EnumMember,
      sortText: String(i).padStart(3, '0'),
    }))
  const named = async (kind: NameKind, first: readonly string[] = []) =>
    values([...new Set([...first.filter(Boolean), ...(await names.of(kind))])].slice(0, 50))
  const clock = formatIso(now, settings.timeZone)
  switch (key) {
    case '类型':
      return [
        ...values(stages),
        ...kinds
          .filter(kind => kind.id !== 'emergency')
          .map((kind, i) => ({
            label: kind.name,
            kind: CompletionItemKind.EnumMember,
            detail: say(kind.label, language === 'zh' ? 'en' : 'zh'),
            sortText: String(10 + i).padStart(3, '0'),
          })),
      ]
    case '状态':
      return values(statuses)
    case '等级':
      return values(['一般', '较大', '重大', '特别重大'])
    case '密级':
      return values(['非涉密'])
    case '报送时限':
      return limitItems(kind, settings, language, values([...new Set(spans)]))
    case '成稿日期':
      return values([clock.slice(0, 10)])
    case '事发时间':
    case '接报时间':
    case '上次报送时间':
    case '处置结束时间':
      return values([clock.slice(0, 16).replace('T', ' ')])
    case '单位':
      return named('unit', [settings.unit])
    case '拟稿人':
    case '审核人':
    case '签发人':
      return named('person')
    case '报送对象':
      return named('recipient')
    default:
      return []
  }
}

/** The unit's own limits, then those of the table for this kind with their title, then the usual spans. */
function limitItems(
  kind: KindId,
  settings: Settings,
  language: Language,
  usual: readonly CompletionItem[],
): CompletionItem[] {
  const own = Object.entries(settings.deadlineLimits).map(([detail, label]) => ({ label, detail }))
  const shipped = limits
    .filter(limit => limit.choosable && !limit.superseded && limit.kinds.includes(kind))
    .flatMap(limit => {
      const span = limit.steps.find(step => step.by === '书面')?.span
      return span ? [{ label: span, detail: say(limit.title, language) }] : []
    })
  const known = new Set<string>()
  return [...own, ...shipped, ...usual]
    .filter(({ label }) => !known.has(label) && known.add(label))
    .map((item, i) => ({
      ...item,
      kind: CompletionItemKind.EnumMember,
      sortText: String(i).padStart(3, '0'),
    }))
}
