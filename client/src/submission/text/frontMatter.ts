// Reads the elements of the hand-in form from the front matter. The client may not import the server's core, and
// the hand-in needs only values; so this is a small reader of its own that never throws. Where a head stands and what its
// lines mean is said once for both (server/src/core/document/head.ts).
import { isMap, isScalar, type Node, parseDocument } from 'yaml'
import {
  type FrontMatterKey,
  frontMatterKeys,
  locateHead,
  readableHead,
} from '../../../../server/src/core/document/head'
import { peopleOf, personText } from './people'

/** Canonical key → accepted spellings, the same as the checks know. */
export const formKeys = Object.fromEntries(
  Object.entries(frontMatterKeys).map(([key, others]) => [key, [key, ...others]]),
) as unknown as Readonly<Record<FormKey, readonly string[]>>

export type FormKey = FrontMatterKey

/** The hand-in writes these after delivery, so they are no part of what was handed in. */
export const writtenByHandIn: readonly FormKey[] = ['状态', '报送时间', '回执号']

export interface FrontMatter {
  /** Offsets of the YAML between the fences, and of the whole block with both fences and their line ends. */
  yaml: { readonly start: number; readonly end: number }
  block: { readonly start: number; readonly end: number }
  /** Every value as text; lists keep their items. */
  values: Partial<Record<FormKey, string[]>>
  /** Why the YAML could not be read, in the parser's words. */
  broken?: string
}

export function readFrontMatter(text: string): FrontMatter | undefined {
  const place = locateHead(text)
  if (!place || place.missing) return undefined
  const { whole: block, inner: yaml } = place
  return { yaml, block, ...readValues(text.slice(yaml.start, yaml.end)) }
}

function readValues(typed: string): Pick<FrontMatter, 'values' | 'broken'> {
  const { source } = readableHead(typed)
  const values: FrontMatter['values'] = {}
  let parsed: unknown
  let broken: string | undefined
  try {
    // Everything is the text that the writer typed: a telephone number keeps its zeros, a title its 2026.10, a day its zone.
    const document = parseDocument(source, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' })
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
  return typeof value !== 'string' || value === '~' ? '' : oneLine(value)
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
