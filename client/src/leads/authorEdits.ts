// How people are written into 拟稿人, for every shape that it may have: a name, names in a line, a list, a map. Offsets of
// YAML nodes are those of `head.source`; edits are in the text.

import { isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import type { TextEdit } from '../submission/text/handInFields'
import { type Person, personText, splitPeople } from '../submission/text/people'
import { yamlText } from '../submission/text/yamlText'
import { eolOf, type Head, lineEnd, lineStart, linesAtEnd, pairOf, rangeOf } from './head'

export const authorKeys = ['拟稿人', 'authors', 'author', '作者'] as const
const nameKey = /^(?:姓名|名字|人员|name)$/i
const partKey = /^(?:分工|工作|职责|内容|part|role)$/i

export const listLine = (person: Person): string => `  - ${yamlText(personText(person))}`

/** Undefined where there is no way to do it without writing the whole value anew. */
export function authorEdits(text: string, head: Head, people: readonly Person[]): TextEdit[] | undefined {
  const pair = pairOf(head, authorKeys)
  if (!pair) return newKey(text, head, people)
  const write = writerOf(text, head, people)
  const { value } = pair
  if (isSeq(value)) return value.flow ? write.intoFlow(value) : write.intoList(value)
  if (isMap(value)) return write.intoMap(value)
  if (value === null || isScalar(value)) return write.intoScalar(pair, value as Scalar | null)
  return undefined
}

/** Behind 单位 where that is one line, otherwise at the end. */
function newKey(text: string, head: Head, people: readonly Person[]): TextEdit[] | undefined {
  const lines = ['拟稿人:', ...people.map(listLine)]
  const last = rangeOf(head.map?.items.at(-1)?.value)
  if (head.map?.flow) {
    if (!last) return undefined
    const items = people.map(person => yamlText(personText(person))).join(', ')
    return [insertion(head.at(last[1]), `, 拟稿人: [${items}]`)]
  }
  const unit = pairOf(head, ['单位', 'unit'])
  const range = rangeOf(unit?.value)
  const key = rangeOf(unit?.key)
  if (isScalar(unit?.value) && range && key && !head.source.slice(...range).includes('\n')) {
    const start = lineStart(head.source, key[0])
    const indent = head.source.slice(start, key[0])
    const eol = eolOf(text)
    if (indent.trim() === '')
      return [
        insertion(head.at(lineEnd(head.source, range[1])), lines.map(line => eol + indent + line).join('')),
      ]
  }
  const edit = linesAtEnd(text, head, lines)
  return edit && [edit]
}

const insertion = (start: number, newText: string): TextEdit => ({ start, end: start, newText })

/** The ways to write people into what stands there; offsets of nodes are those of `head.source`. */
function writerOf(text: string, head: Head, people: readonly Person[]) {
  const { source, at } = head
  const eol = eolOf(text)
  const items = people.map(person => yamlText(personText(person)))

  const intoFlow = (list: YAMLSeq): TextEdit[] | undefined => {
    const range = rangeOf(list)
    const last = rangeOf(list.items.at(-1))
    if (!range) return undefined
    if (!last) return [insertion(at(range[0] + 1), items.join(', '))]
    return [insertion(at(last[1]), items.map(item => `, ${item}`).join(''))]
  }

  const intoList = (list: YAMLSeq): TextEdit[] | undefined => {
    const last = list.items.at(-1)
    const range = rangeOf(last)
    if (!range) return undefined
    const dash = /^([ \t]*)-[ \t]*/.exec(source.slice(lineStart(source, range[0])))
    if (!dash) return undefined
    const lines = people.map(person => itemLines(person, last, dash[1]!))
    if (isScalar(last) && (last.value === null || last.value === '')) {
      // The line that was being typed takes the first of them.
      const [first = '', ...others] = lines.map(each => each.replace(/^[ \t]*-[ \t]*/, ''))
      const more = others.map(each => `${eol}${dash[1]}- ${each}`).join('')
      const start = lineStart(source, range[0]) + dash[1]!.length + 1
      const end = Math.max(range[1], start)
      return [{ start: at(start), end: at(end), newText: ` ${first}${more}` }]
    }
    return [insertion(endOf(range), lines.map(line => eol + line).join(''))]
  }

  /** In the manner of the item before it. */
  const itemLines = (person: Person, like: unknown, indent: string): string => {
    const named = isMap(like) ? keysOf(like) : undefined
    if (named) {
      const [name, part] = named
      if (isMap(like) && like.flow)
        return `${indent}- {${name}: ${yamlText(person.name)}, ${part}: ${yamlText(person.part)}}`
      return `${indent}- ${name}: ${yamlText(person.name)}${eol}${indent}  ${part}: ${yamlText(person.part)}`
    }
    if (isMap(like) && !like.flow && like.items.length === 1)
      return `${indent}- ${yamlText(person.name)}: ${yamlText(person.part)}`
    return `${indent}- ${yamlText(personText(person))}`
  }

  const intoMap = (map: YAMLMap): TextEdit[] | undefined => {
    const range = rangeOf(map)
    const last = map.items.at(-1)
    const named = keysOf(map)
    const firstKey = rangeOf(map.items[0]?.key)
    if (!range || !last || !firstKey) return undefined
    if (map.flow) {
      if (named) {
        const added = people.map(
          ({ name, part }) => `, {${named[0]}: ${yamlText(name)}, ${named[1]}: ${yamlText(part)}}`,
        )
        return [insertion(at(range[0]), '['), insertion(at(range[1]), `${added.join('')}]`)]
      }
      const end = rangeOf(last.value)?.[1] ?? rangeOf(last.key)![1]
      const pairs = people.map(({ name, part }) => `, ${yamlText(name)}: ${yamlText(part)}`)
      return [insertion(at(end), pairs.join(''))]
    }
    const start = lineStart(source, firstKey[0])
    const indent = source.slice(start, firstKey[0])
    if (indent === '' || indent.trim() !== '') return undefined
    if (!named)
      return [
        insertion(
          endOf(range),
          people.map(({ name, part }) => `${eol}${indent}${yamlText(name)}: ${yamlText(part)}`).join(''),
        ),
      ]
    // One person in a map of its own becomes the first of a list.
    const inside = source.slice(
      start,
      lineEnd(source, start + trimmedLength(source.slice(start, range[1])) - 1),
    )
    const shifted = [...inside.matchAll(/\n(?=[ \t]*\S)/g)].map(({ index }) =>
      insertion(at(start + index + 1), '  '),
    )
    return [
      insertion(at(firstKey[0]), '- '),
      ...shifted,
      insertion(endOf(range), people.map(person => eol + itemLines(person, map, indent)).join('')),
    ]
  }

  const intoScalar = (pair: Pair, value: Scalar | null): TextEdit[] | undefined => {
    const key = rangeOf(pair.key)
    if (!key) return undefined
    const range = rangeOf(value) ?? [key[1] + 1, key[1] + 1]
    const written = value?.value === null || value === null ? '' : String(value.value).trim()
    const indent = source.slice(lineStart(source, key[0]), key[0])
    const isFlow = head.map?.flow === true
    if (!isFlow && indent.trim() !== '') return undefined
    const lines = items.map(item => `${eol}${indent}  - ${item}`).join('')
    const list = (names: readonly string[]) =>
      isFlow ? ` [${names.join(', ')}]` : names.map(name => `${eol}${indent}  - ${name}`).join('')
    const shown = source.slice(...range)
    if (written === '' && shown.trim() === '' && !isFlow)
      return [insertion(at(lineEnd(source, key[1])), lines)]
    // An empty pair of quotes, or names over several lines, are written anew; there is nothing in them but names.
    if (written === '' || shown.includes('\n')) {
      const names = [...splitPeople(written).map(yamlText), ...items]
      const end = Math.max(range[0] + trimmedLength(shown), key[1] + 1)
      return [{ start: at(key[1]), end: at(end), newText: `:${list(names)}` }]
    }
    if (splitPeople(written).length > 1) {
      const quoted = value?.type === 'QUOTE_DOUBLE' || value?.type === 'QUOTE_SINGLE'
      const comma =
        /[、，,;；](?=[^、，,;；]*$)/.exec(written.replace(/（[^（）]*）|\([^()]*\)/g, ''))?.[0] ?? '、'
      const separator = comma === ',' || comma === ';' ? `${comma} ` : comma
      const added = people.map(person => separator + personText(person)).join('')
      return [insertion(at(quoted ? range[1] - 1 : range[1]), added)]
    }
    if (isFlow) return [insertion(at(range[0]), '['), insertion(at(range[1]), `, ${items.join(', ')}]`)]
    return [
      { start: at(key[1]), end: at(range[0]), newText: `:${eol}${indent}  - ` },
      insertion(at(lineEnd(source, range[1])), lines),
    ]
  }

  /** Behind the line on which a node ends; its range may reach over the line break. */
  const endOf = (range: readonly [number, number]): number =>
    at(lineEnd(source, range[0] + trimmedLength(source.slice(range[0], range[1]))))

  return { intoFlow, intoList, intoMap, intoScalar }
}

const trimmedLength = (text: string): number => text.trimEnd().length

/** `姓名` and `分工` as the writer calls them, where a map is one person. */
function keysOf(map: YAMLMap): [string, string] | undefined {
  const keys = map.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''))
  const name = keys.find(key => nameKey.test(key))
  return name === undefined
    ? undefined
    : [name, keys.find(key => partKey.test(key)) ?? (name === 'name' ? 'part' : '分工')]
}
