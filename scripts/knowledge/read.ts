// Reads server/knowledge/*.yaml: every entry checked against the schema, its references put in, its cost bounded, its lines run.

import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Ajv, { type ErrorObject } from 'ajv'
import { parse } from 'yaml'
import type { Cue } from '../../server/src/core/knowledge/cue'
import { readMarked } from '../../server/src/core/text/phrases/ownEntries'
import { parsePattern } from '../../server/src/core/text/phrases/pattern'
import { beginsOf } from './begins'
import { knowledgeSchema } from './schema'

export const knowledgeFolder = path.resolve(__dirname, '../../server/knowledge')

export interface Entry extends Cue {
  readonly why: string
  readonly yes: readonly string[]
  readonly no: readonly string[]
}

export interface Area {
  /** The name of the file. */
  readonly name: string
  readonly title: string
  /** The writer is told why each entry is there. */
  readonly shown: boolean
  readonly entries: readonly Entry[]
}

export interface Knowledge {
  readonly areas: readonly Area[]
  /** What is wrong, in words for whoever wrote it, each with file and entry. */
  readonly problems: readonly string[]
}

interface RawEntry {
  readonly id: string
  readonly why: string
  readonly words?: string | readonly string[]
  readonly pattern?: string | readonly string[]
  readonly find?: boolean
  readonly with?: Cue['with']
  readonly yes: readonly string[]
  readonly no?: readonly string[]
}

interface RawArea {
  readonly title: string
  readonly shown?: boolean
  readonly entries: readonly RawEntry[]
}

const isArea = new Ajv({ allErrors: true, allowUnionTypes: true }).compile<RawArea>(knowledgeSchema)

/** All areas in the folder, as far as they are sound. */
export function readKnowledge(folder = knowledgeFolder): Knowledge {
  const names = readdirSync(folder).filter(name => name.endsWith('.yaml'))
  return compileKnowledge(
    new Map(names.sort().map(name => [name.slice(0, -5), readFileSync(path.join(folder, name), 'utf8')])),
  )
}

/** `texts`: the YAML of each area by its name. */
export function compileKnowledge(texts: ReadonlyMap<string, string>): Knowledge {
  const problems: string[] = []
  const raw = new Map<string, RawArea>()
  for (const [name, text] of texts) {
    try {
      const data: unknown = parse(text)
      if (isArea(data)) raw.set(name, data)
      else
        problems.push(
          ...new Set(
            telling(isArea.errors ?? []).map(
              error => `${name}.yaml ${placeOf(data, error)}：${wordsFor(error)}`,
            ),
          ),
        )
    } catch (error) {
      problems.push(`${name}.yaml：${(error as Error).message}`)
    }
  }
  const expand = expander(raw)
  const areas: Area[] = []
  for (const [name, { title, shown = false, entries }] of raw) {
    const seen = new Set<string>()
    const sound: Entry[] = []
    for (const each of entries) {
      const say = (problem: string) => problems.push(`${name}.yaml ${each.id}：${problem}`)
      if (seen.has(each.id)) say('名字重复')
      seen.add(each.id)
      try {
        const entry = compileEntry(name, each, expand)
        for (const problem of failedLines(entry)) say(problem)
        sound.push(entry)
      } catch (error) {
        say((error as Error).message)
      }
    }
    areas.push({ name, title, shown, entries: sound })
  }
  return { areas, problems }
}

/** /entries/3/why → the id of the entry, where it has one, and the key. */
function placeOf(data: unknown, { instancePath: pointer }: ErrorObject): string {
  const index = /^\/entries\/(\d+)/.exec(pointer)?.[1]
  const entry =
    index === undefined ? undefined : (data as { entries: { id?: unknown }[] }).entries[Number(index)]
  return typeof entry?.id === 'string' ? `${entry.id} ${pointer.replace(/^\/entries\/\d+\/?/, '')}` : pointer
}

/** Of the errors at one place, those that say something: that no alternative fits is said besides. */
function telling(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const says = ({ keyword, params }: ErrorObject) =>
    !['anyOf', 'type'].includes(keyword) && !['words', 'pattern'].includes(params.missingProperty)
  return errors.filter(
    error =>
      says(error) ||
      (error.keyword === 'anyOf' &&
        !errors.some(other => says(other) && other.instancePath === error.instancePath)),
  )
}

function wordsFor({ keyword, params, message }: ErrorObject): string {
  switch (keyword) {
    case 'required':
      return `缺少 ${params.missingProperty}`
    case 'additionalProperties':
      return `没有 ${params.additionalProperty} 这一项`
    case 'maxLength':
      return `一行不超过 ${params.limit} 个字：把其中一部分另立一条，用 {名字} 引用`
    case 'anyOf':
      return '词语（words）和句式（pattern）至少写一样，写法见 docs/knowledge.md'
    default:
      return `写法不对（${message}）`
  }
}

type Expand = (area: string, id: string) => string

const listOf = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value

/** Longer words first, so that 大幅度 is not read as 大幅. */
const inOrder = (words: readonly string[]): string[] =>
  [...new Set(words)].sort((a, b) => b.length - a.length)

const plainWords = ({ words }: RawEntry): string[] =>
  inOrder(listOf(words).flatMap(line => line.trim().split(/\s+/)))

const reference = /\{([a-zA-Z]+\.)?([a-z][a-z0-9-]*)\}/g

function expander(areas: ReadonlyMap<string, RawArea>): Expand {
  const done = new Map<string, string>()
  const open = new Set<string>()
  return function expand(area, id): string {
    const key = `${area}.${id}`
    const known = done.get(key)
    if (known !== undefined) return known
    const entry = areas.get(area)?.entries.find(each => each.id === id)
    if (!entry) throw new Error(`没有叫 {${key}} 的条目`)
    if (open.has(key)) throw new Error(`{${key}} 绕回到自己`)
    open.add(key)
    try {
      const pieces = listOf(entry.pattern).map(piece =>
        piece.replace(reference, (_, other: string | undefined, name: string) => {
          const source = expand(other ? other.slice(0, -1) : area, name)
          return `(?:${source})`
        }),
      )
      const source = [...plainWords(entry), ...pieces].filter(part => part !== '').join('|')
      done.set(key, source)
      return source
    } finally {
      open.delete(key)
    }
  }
}

const faults = {
  syntax: '句式写法不对，或用了不支持的写法',
  unbounded: '不能用 * 和 +，也不能没有上限：改用 {0,12} 这样的次数',
  'too-expensive': '可变的部分太多，会拖慢检查：少用几处 {0,…}，或拆成几条',
} as const

function compileEntry(area: string, raw: RawEntry, expand: Expand): Entry {
  const source = expand(area, raw.id)
  // The dialect of the lexicons: repetition is bounded and the ways to try one place are few, so that no text can hang it.
  const parsed = parsePattern(source)
  const { problem } = parsed
  if (problem && problem !== 'matches-nothing') throw new Error(faults[problem])
  // A mere condition of place, such as the end of a clause, may hold in any line.
  if (raw.pattern !== undefined && !raw.no && !problem) throw new Error('句式要有不应对上的例句（no）')
  const begins = raw.find && !parsed.problem ? beginsOf(parsed.pattern) : undefined
  if (raw.find && !begins) throw new Error('要在全文里找的，开头两个字必须是列得出来的')
  return {
    id: `${area}.${raw.id}`,
    source,
    ...(raw.pattern === undefined ? { plain: true as const } : {}),
    ...(raw.with ? { with: raw.with } : {}),
    ...(begins ? { begins: begins.join(' ') } : {}),
    why: raw.why,
    yes: raw.yes,
    no: raw.no ?? [],
  }
}

function failedLines({ source, yes, no }: Entry): string[] {
  const found = (text: string) => [...text.matchAll(new RegExp(source, 'g'))]
  const problems: string[] = []
  for (const line of yes) {
    const { text, spans } = readMarked(line)
    const hits = found(text)
    const said = hits.map(hit => hit[0]).join(' | ')
    if (hits.length === 0) problems.push(`这一句应当对上：${line}`)
    for (const span of spans)
      if (!hits.some(hit => hit.index === span.start && hit.index + hit[0].length === span.end))
        problems.push(`对上的是“${said}”，不是标出的地方：${line}`)
  }
  for (const line of no) {
    const hit = found(line)[0]
    if (hit) problems.push(`这一句不应对上，却对上了“${hit[0]}”：${line}`)
  }
  return problems
}
