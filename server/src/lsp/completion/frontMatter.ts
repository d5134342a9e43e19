// Completion in the front matter: keys that are missing, and values where a key has a known set of them.

import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver/node'
import {
  type FrontMatterKey,
  frontMatterKeys,
  type Instant,
  type KindId,
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
}

export async function headItems(request: HeadRequest): Promise<CompletionItem[]> {
  const person = /^\s*-\s+(.*)$/.exec(request.before)
  if (person) return personItems(request, person[1]!)
  const value = /^\s*([^\s:：]+)\s*([:：])([ \t]*)(.*)$/.exec(request.before)
  if (!value) return /^\s*[^\s:：]*$/.test(request.before) ? missingKeys(request) : []
  const key = canonical(value[1]!)
  if (!key) return []
  const open = people.includes(key) && openBracket(value[4]!)
  if (open) return partItems(open)
  const written = value[4]!
    .split(/[、,，[]/)
    .at(-1)!
    .trim()
  // YAML wants a blank behind its colon; the full-width one does without.
  const lead = value[2] === ':' && value[3] === '' && value[4] === '' ? ' ' : ''
  const items = await valuesOf(key, request)
  return items
    .filter(item => item.label !== written)
    .map(item => ({ ...item, filterText: item.label, insertText: `${lead}${item.insertText ?? item.label}` }))
}

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

function canonical(written: string): FrontMatterKey | undefined {
  return (Object.keys(frontMatterKeys) as FrontMatterKey[]).find(
    key => key === written || (frontMatterKeys[key] as readonly string[]).includes(written),
  )
}

/** What the hand-in writes by itself, nobody types. */
const filledIn: readonly FrontMatterKey[] = ['报送时间', '回执号']

function missingKeys({ document: { draft, lines }, line, language }: HeadRequest): CompletionItem[] {
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
