// The last gate before anything is written or sent: classification marks. The rule `classified-content` tells the
// writer while drafting; this one stops every channel even when no checker ran. It returns places, never the text:
// a classified line must not be copied into a message, a log or a ledger.
import { parseDocument } from 'yaml'
import {
  isLevelKey,
  isMarkedName,
  isMarkLine,
  markedLine,
  namesLevel,
} from '../../../../server/src/core/text/classification'
import { readFrontMatter } from './frontMatter'

/** Where a mark stands. `line` is zero-based. */
export type ClassifiedMark = { where: 'body'; line: number } | { where: 'front-matter'; line: number }

/** First mark in the text, or undefined. */
export function classifiedMark(draft: string): ClassifiedMark | undefined {
  // CR alone too: what an old program wrote as lines must not hide a mark by looking like one long line.
  const text = draft.replace(/\r\n?/g, '\n')
  const front = readFrontMatter(text)
  const lines = text.split('\n')
  const bodyFrom = front ? text.slice(0, front.block.end).split('\n').length - 1 : 0
  if (front) {
    const named =
      (front.values.密级?.some(namesLevel) ?? false) ||
      namesLevelSomewhere(text.slice(front.yaml.start, front.yaml.end))
    const line = frontMatterLine(lines.slice(0, bodyFrom), named)
    if (line !== undefined) return { where: 'front-matter', line }
  }
  const line = markedLine(lines, bodyFrom)
  return line < 0 ? undefined : { where: 'body', line }
}

/** However YAML writes it: lists, maps, escapes, several keys. */
function namesLevelSomewhere(head: string): boolean {
  if (!/密|\\|classification|secrecy/i.test(head)) return false
  try {
    const document = parseDocument(head, { schema: 'core', uniqueKeys: false, logLevel: 'silent' })
    return holdsLevel(document.toJS({ maxAliasCount: 20, mapAsMap: true }), false, 0)
  } catch {
    return false
  }
}

function holdsLevel(value: unknown, ofLevel: boolean, depth: number): boolean {
  if (depth > 8) return false
  if (typeof value === 'string') return ofLevel ? namesLevel(value) : isMarkLine(value)
  if (Array.isArray(value)) return value.some(each => holdsLevel(each, ofLevel, depth + 1))
  if (value instanceof Map)
    return [...value].some(([key, each]) => holdsLevel(each, ofLevel || isLevelKey(String(key)), depth + 1))
  return false
}

// Also read line by line, so that YAML that does not parse cannot hide the level.
function frontMatterLine(lines: readonly string[], named: boolean): number | undefined {
  const at = lines.findIndex(line => {
    const colon = line.search(/[:：]/)
    if (colon < 0 || !isLevelKey(line.slice(0, colon).replace(/["'{?\s]/g, ''))) return false
    return named || namesLevel(line.slice(colon + 1).replace(/["'\s]/g, ''))
  })
  if (at >= 0) return at
  const marked = lines.findIndex(line => isMarkLine(line))
  return marked >= 0 ? marked : named ? 0 : undefined
}

export const classifiedFileName = isMarkedName
