// Reads the elements of the hand-in form from the front matter. The client may not import the server's core, and
// the hand-in needs only values; so this is a small reader of its own that never throws.
import { isMap, isScalar, type Node, parseDocument } from 'yaml'
import { peopleOf, personText } from './people'

/** Canonical key → accepted spellings. Keys that the hand-in itself writes are marked in `writtenByHandIn`. */
export const formKeys = {
  标题: ['标题', 'title'],
  类型: ['类型', 'type', '类别'],
  单位: ['单位', 'unit', '报送单位'],
  拟稿人: ['拟稿人', 'authors', 'author', '作者'],
  审核人: ['审核人', 'reviewer'],
  签发人: ['签发人', 'approver', 'signer'],
  联系电话: ['联系电话', 'phone'],
  报送对象: ['报送对象', 'recipient', 'recipients', 'to'],
  成稿日期: ['成稿日期', 'date'],
  事发时间: ['事发时间', 'occurred'],
  接报时间: ['接报时间', '获悉时间', '获知时间', 'received'],
  报送时限: ['报送时限', 'deadline'],
  报送时间: ['报送时间', 'submitted'],
  状态: ['状态', 'status'],
  回执号: ['回执号', 'receipt'],
  密级: ['密级', 'classification', 'secrecy'],
  迟报原因: ['迟报原因', 'late_reason'],
  附件: ['附件', 'attachments'],
} as const

export type FormKey = keyof typeof formKeys

/** The hand-in writes these after delivery, so they are no part of what was handed in. */
export const writtenByHandIn: readonly FormKey[] = ['状态', '报送时间', '回执号']

export interface FrontMatter {
  /** Offsets of the YAML between the fences, and of the whole block with both fences and their line ends. */
  yaml: { start: number; end: number }
  block: { start: number; end: number }
  /** Every value as text; lists keep their items. */
  values: Partial<Record<FormKey, string[]>>
  /** Why the YAML could not be read, in the parser's words. */
  broken?: string
}

const opening = /^\ufeff?---[ \t]*\r?\n/
const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m

export function readFrontMatter(text: string): FrontMatter | undefined {
  const start = opening.exec(text)?.[0].length
  if (start === undefined) return undefined
  const close = closing.exec(text.slice(start))
  if (!close) return undefined
  const yaml = { start, end: start + close.index }
  const block = { start: text.charCodeAt(0) === 0xfeff ? 1 : 0, end: yaml.end + close[0].length }
  return { yaml, block, ...readValues(text.slice(yaml.start, yaml.end)) }
}

/** What a Chinese keyboard types is read as the colon that it means, as the checks do. */
const fullWidthColon = /^([^\s:：#'"-][^:：\n]{0,15})：[ \t]*/gm

function readValues(typed: string): Pick<FrontMatter, 'values' | 'broken'> {
  const source = typed.replace(fullWidthColon, '$1: ')
  const values: FrontMatter['values'] = {}
  let parsed: unknown
  let broken: string | undefined
  try {
    // "core" keeps 2026-04-28 as the text that the writer typed; a Date would bring a zone in.
    const document = parseDocument(source, { schema: 'core', uniqueKeys: false, logLevel: 'silent' })
    broken = document.errors[0]?.message.split('\n')[0]
    onlyFirst(document.contents)
    parsed = document.toJS({ maxAliasCount: 20 })
  } catch (error) {
    broken = error instanceof Error ? error.message.split('\n')[0] : 'unreadable'
  }
  const fields = typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {}
  for (const [key, names] of Object.entries(formKeys) as [FormKey, readonly string[]][]) {
    const name = Object.keys(fields).find(each => names.includes(each))
    const value = name === undefined ? undefined : fields[name]
    // People may stand there with their parts, in a map of their own; elsewhere they are read as one line each.
    const list = asList(key === '拟稿人' ? peopleOf(value).map(personText) : value)
    if (list.length > 0) values[key] = list
  }
  return broken ? { values, broken } : { values }
}

/** Of a key that is given twice the first counts, as it does in the checks. */
function onlyFirst(head: Node | null): void {
  if (!isMap(head)) return
  const seen = new Set<unknown>()
  head.items = head.items.filter(({ key }) => {
    const name = isScalar(key) ? key.value : key
    return !seen.has(name) && seen.add(name)
  })
}

const asList = (value: unknown): string[] =>
  (Array.isArray(value) ? value.slice(0, 200) : [value]).map(asText).filter(each => each !== '')

// One line, no control characters: a value ends up in mail headers, file names and ledgers.
function asText(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return ''
  return oneLine(String(value))
}

export const oneLine = (value: string): string =>
  value
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .trim()

/** People and recipients may be a list or one line: 张三、李四. */
export const splitNames = (values: readonly string[] = []): string[] =>
  values
    .flatMap(value => value.split(/[、，,;；]/))
    .map(name => name.trim())
    .filter(name => name !== '')
