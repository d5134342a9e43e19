// Adds an allowed wording to the text of a ligao.lexicon.yaml, leaving everything else in it as its author wrote it.

import { isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml'
import type { Edit } from '../../types'
import { readLexiconFile } from './lexiconFile'

export type AllowEdit =
  | { readonly kind: 'edit'; readonly edit: Edit }
  | { readonly kind: 'already' }
  /** The file holds faults that leave no sure place for the wording. */
  | { readonly kind: 'unreadable' }

/** What a new lexicon says of itself to whoever opens it. */
const newFile = (item: string, eol: string) =>
  [
    '# 本单位词库：砺稿检查稿件时使用，可以提交给同事共用',
    '# allowed：允许用语。本单位的规范提法、活动和工程名称，不算套话',
    '# phrases：自定义套话。稿件里出现就会提示，写法见说明',
    'allowed:',
    `  - ${item}`,
    '',
  ].join(eol)

export function allowEdit(text: string, wording: string): AllowEdit {
  const found = placeFor(text, wording)
  if (found.kind !== 'edit') return found
  const { start, end, text: put } = found.edit
  // A bracket at the start of its line holds nothing, but takes nothing in either: what cannot be read back is not written.
  const after = readLexiconFile(text.slice(0, start) + put + text.slice(end))
  return after.allowed.includes(wording) ? found : { kind: 'unreadable' }
}

function placeFor(text: string, wording: string): AllowEdit {
  const eol = /\r\n/.test(text) ? '\r\n' : '\n'
  const item = asYaml(wording)
  const { allowed } = readLexiconFile(text)
  if (allowed.includes(wording)) return { kind: 'already' }
  if (text.trim() === '') return edit(0, text.length, newFile(item, eol))
  let document: ReturnType<typeof parseDocument>
  try {
    document = parseDocument(text, { logLevel: 'silent', prettyErrors: false })
  } catch {
    return { kind: 'unreadable' }
  }
  const { contents } = document
  if (document.errors.length > 0) return { kind: 'unreadable' }
  // Comments alone.
  if (contents === null) return atEnd(text, item, eol)
  if (!isMap(contents) || contents.flow) return { kind: 'unreadable' }
  const pair = allowedPair(contents)
  if (!pair) return atEnd(text, item, eol)
  const { key, value } = pair
  if (isSeq(value) && value.range) {
    if (value.flow) {
      const at = text.lastIndexOf(']', value.range[1])
      if (at < value.range[0]) return { kind: 'unreadable' }
      return edit(at, at, value.items.length > 0 && !/,\s*$/.test(text.slice(0, at)) ? `, ${item}` : item)
    }
    const dash = text.lastIndexOf('\n', value.range[0]) + 1
    const indent = /^[ \t]*/.exec(text.slice(dash))![0]
    const last = value.items.at(-1) as { range?: [number, number, number] | null } | null | undefined
    const from = last?.range?.[1] ?? value.range[1]
    return atLineEnd(text, from, `${indent}- ${item}`, eol)
  }
  const nothing = value === null || value === undefined || (isScalar(value) && value.value === null)
  const keyRange = isScalar(key) ? key.range : undefined
  if (!nothing || !keyRange) return { kind: 'unreadable' }
  return atLineEnd(text, keyRange[1], `  - ${item}`, eol)
}

const edit = (start: number, end: number, text: string): AllowEdit => ({
  kind: 'edit',
  edit: { start, end, text },
})

function allowedPair(map: YAMLMap): Pair | undefined {
  return map.items.find(({ key }) => isScalar(key) && (key.value === 'allowed' || key.value === '允许用语'))
}

/** A line of its own behind the line that holds an offset; a comment at the end of that line stays there. */
function atLineEnd(text: string, offset: number, line: string, eol: string): AllowEdit {
  // A block scalar ends behind its line break.
  const from = offset > 0 && text[offset - 1] === '\n' ? offset - 1 : offset
  const lf = text.indexOf('\n', from)
  if (lf < 0) return edit(text.length, text.length, `${eol}${line}${eol}`)
  const at = text[lf - 1] === '\r' ? lf - 1 : lf
  return edit(at, at, `${eol}${line}`)
}

function atEnd(text: string, item: string, eol: string): AllowEdit {
  const lead = text.endsWith('\n') ? '' : eol
  return edit(text.length, text.length, `${lead}allowed:${eol}  - ${item}${eol}`)
}

/** Plain where nothing in it can mean anything to YAML. */
function asYaml(wording: string): string {
  return /^[\u4e00-\u9fff“”‘’（）《》、，]+$/.test(wording) ? wording : `'${wording.replace(/'/g, "''")}'`
}
