// Who worked on a report and with which part, from 拟稿人 in any shape that people write: one name, names in a line, a
// list with parts, a map. The client may not import the server's core, so this says the same in its own words.

export interface Person {
  readonly name: string
  /** 采写, 线索 …; empty where nothing is said. */
  readonly part: string
}

const nameKeys = /^(?:姓名|名字|人员|name)$/i
const partKeys = /^(?:分工|工作|职责|内容|part|role)$/i
/** They gave material; who drafted is somebody else. */
const supplied =
  /^(?:(?:提供)?线索|供料|供图|供稿线索|提供(?:素材|材料|图片|数据))(?:[、，,](?:线索|供料|供图))*$/
const most = 100

/** From the value that YAML gave. Whoever stands there twice is one. */
export function peopleOf(value: unknown): Person[] {
  const found = (Array.isArray(value) ? value.slice(0, most) : [value]).flatMap(readItem)
  return found.filter(
    ({ name }, index) => /\p{L}/u.test(name) && found.findIndex(other => other.name === name) === index,
  )
}

function readItem(item: unknown): Person[] {
  if (isText(item)) return splitPeople(String(item)).map(personIn)
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return []
  const pairs = Object.entries(item).slice(0, most)
  const name = pairs.find(([key]) => nameKeys.test(key))
  const part = pairs.find(([key]) => partKeys.test(key))
  const named = (names: string, part: unknown) =>
    splitPeople(names).map(each => ({ name: each, part: textOf(part) }))
  if (name || part) return named(textOf(name?.[1]), part?.[1])
  return pairs.flatMap(([key, value]) => named(key, value))
}

const isText = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

const textOf = (value: unknown): string =>
  isText(value)
    ? String(value).trim()
    : Array.isArray(value)
      ? value.filter(isText).map(String).join('、').trim()
      : ''

/** `张三（采写、摄影）、李四` are two: what stands in brackets is not split. */
export function splitPeople(text: string): string[] {
  const pieces: string[] = []
  let depth = 0
  let piece = ''
  for (const char of text) {
    if (/[（(]/.test(char)) depth++
    else if (/[）)]/.test(char)) depth = Math.max(0, depth - 1)
    if (depth === 0 && /[、，,;；\n]/.test(char)) {
      pieces.push(piece)
      piece = ''
    } else piece += char
  }
  // A gap of a template (【填：拟稿人】) names nobody yet.
  return [...pieces, piece]
    .map(each => each.trim())
    .filter(each => each !== '' && !/^【[^【】]*】$/.test(each))
}

/** `张三（采写）`, `张三：采写` or a bare name. */
function personIn(text: string): Person {
  const found = /^([^（()）:：]*)[（(](.*)[）)]$/s.exec(text) ?? /^([^（()）:：]*)[:：](.*)$/s.exec(text)
  return found ? { name: found[1]!.trim(), part: found[2]!.trim() } : { name: text, part: '' }
}

export const personText = ({ name, part }: Person): string => (part ? `${name}（${part}）` : name)

/** Those who drafted: who only gave a lead or a picture is credited, but is not whom one telephones. */
export function drafters(people: readonly Person[]): readonly Person[] {
  const own = people.filter(({ part }) => !supplied.test(part))
  return own.length > 0 ? own : people
}
