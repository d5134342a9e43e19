// Where every setting comes from: ligao.config.yaml files (the nearest wins) over the settings of the editor over the
// defaults, key by key and, for `rules`, rule by rule. Pure: whoever calls has read the files.

import { isMap, isScalar, isSeq, parseDocument, visit } from 'yaml'
import type { OptionDeclaration } from '../engine/rule'
import type { Bilingual, Span } from '../types'
import {
  defaultSettings,
  parseSettings,
  type SettingKey,
  type SettingProblem,
  type Settings,
  settingDeclarations,
} from './settings'

/** File name of the project settings, looked for beside the draft and in every folder above it. */
export const configFileName = 'ligao.config.yaml'

/** One source of settings. `origin` is `editor`, or whatever names the file to the caller (path or URI). */
export interface Layer {
  readonly origin: string
  /** As parsed from JSON or YAML; anything at all. */
  readonly input: unknown
}

export const defaultOrigin = 'default'
const editorOrigin = 'editor'

export interface MergedSettings {
  readonly settings: Settings
  /** Origin of every value by key, and of each rule under `rules.<id>`. */
  readonly origins: Readonly<Record<string, string>>
  /** What is wrong in a layer; the values at fault fell back to the layer below. */
  readonly problems: readonly (SettingProblem & { readonly origin: string })[]
}

/** Merges layers, the weakest first. Total: nothing throws, whatever the layers hold. */
export function mergeSettings(layers: readonly Layer[], base: Settings = defaultSettings): MergedSettings {
  let settings = base
  const problems: (SettingProblem & { origin: string })[] = []
  const origins: Record<string, string> = {}
  for (const key of Object.keys(settingDeclarations)) origins[key] = defaultOrigin
  for (const { origin, input } of layers) {
    const before = settings
    const read = parseSettings(input, before)
    settings = read.settings
    for (const problem of read.problems) problems.push({ ...problem, origin })
    for (const key of read.given) {
      // An editor hands over its defaults as if somebody had set them.
      if (origin === editorOrigin && sameValue(settings[key], before[key])) continue
      origins[key] = origin
      if (key === 'rules')
        for (const id of Object.keys(settings.rules))
          if (settings.rules[id] !== before.rules[id]) origins[`rules.${id}`] = origin
    }
  }
  return { settings, origins, problems }
}

/** What the settings say about rules and options that do not exist, or that cannot take the value given. */
export function ruleProblems(
  merged: Pick<MergedSettings, 'settings' | 'origins'>,
  rules: readonly { id: string; options?: Readonly<Record<string, OptionDeclaration>> }[],
): (SettingProblem & { readonly origin: string })[] {
  const known = new Map(rules.map(rule => [rule.id, rule.options ?? {}]))
  return Object.entries(merged.settings.rules).flatMap(([id, setting]) => {
    const origin = merged.origins[`rules.${id}`] ?? defaultOrigin
    const options = known.get(id)
    if (!options)
      return [{ key: `rules.${id}`, origin, text: [`没有名为“${id}”的规则`, `Unknown rule ${id}`] as const }]
    return Object.entries(setting.options).flatMap(([name, value]) => {
      const problem = optionProblem(id, name, value, options)
      return problem ? [{ key: `rules.${id}.${name}`, origin, text: problem }] : []
    })
  })
}

function optionProblem(
  rule: string,
  name: string,
  value: unknown,
  options: Readonly<Record<string, OptionDeclaration>>,
): Bilingual | undefined {
  const declared = Object.hasOwn(options, name) ? options[name] : undefined
  if (!declared) return [`规则“${rule}”没有选项“${name}”`, `Rule ${rule} has no option ${name}`]
  const { type, minimum = -Infinity, maximum = Infinity } = declared
  const fits =
    type === 'strings'
      ? Array.isArray(value) && value.every(item => typeof item === 'string')
      : type === 'number'
        ? typeof value === 'number' && value >= minimum && value <= maximum
        : typeof value === type
  return fits
    ? undefined
    : [
        `规则“${rule}”的选项“${name}”的值不对，已用默认值：${declared.description[0]}`,
        `Wrong value for option ${name} of ${rule}, the default is used: ${declared.description[1]}`,
      ]
}

function sameValue(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

export interface ConfigFile {
  /** The content as plain data, ready for `mergeSettings`; undefined when it could not be read. */
  readonly input: unknown
  /** What YAML itself refuses. */
  readonly problems: readonly (SettingProblem & { readonly span: Span })[]
  /** Place of each key and its value by path, such as `timeZone`, `rules.vague-quantity`, `terms.0`. */
  readonly places: ReadonlyMap<string, { readonly key: Span; readonly value: Span }>
}

/** A settings file longer than this is a mistake, and reading it would cost the editor its answer. */
const longestConfig = 256 * 1024
/** More brackets than any settings need: the parser below recurses once for each. */
const deepestConfig = 40

/** Reads ligao.config.yaml. Never throws; an alias bomb, a wall of brackets or a huge file becomes one problem. */
export function parseConfigFile(text: string): ConfigFile {
  const places = new Map<string, { key: Span; value: Span }>()
  const refused = (problem: Bilingual, span: Span): ConfigFile => ({
    input: undefined,
    problems: [{ key: '', text: problem, span }],
    places,
  })
  const head = { start: 0, end: Math.min(text.length, lineEnd(text, 0)) }
  if (text.length > longestConfig)
    return refused(['配置文件太大，没有读取', 'The configuration file is too large and was not read'], head)
  if (nesting(text) > deepestConfig)
    return refused(
      ['配置嵌套过深，没有读取', 'The configuration is nested too deeply and was not read'],
      head,
    )
  try {
    const document = parseDocument(text, { logLevel: 'silent', prettyErrors: false })
    if (document.errors.length)
      return {
        input: undefined,
        places,
        problems: document.errors.slice(0, 10).map(error => ({
          key: '',
          text: [
            '配置文件写法有误，读不懂这一处，整个文件暂不起作用',
            `Invalid YAML, the file is not used: ${error.message.split('\n')[0]}`,
          ] as Bilingual,
          span: within(text, error.pos[0], error.pos[1]),
        })),
      }
    collectPlaces(document.contents, '', text, places, 0)
    let aliases = 0
    visit(document, { Alias: () => void aliases++ })
    if (aliases > 20)
      return refused(['配置中的引用太多，没有读取', 'Too many aliases, the file was not read'], head)
    return { input: document.toJS({ maxAliasCount: 50 }), problems: [], places }
  } catch (error) {
    return refused(
      ['配置文件读不懂，没有读取', `The configuration could not be read: ${String(error).slice(0, 80)}`],
      head,
    )
  }
}

/** Where a problem of `mergeSettings` stands in the file: the longest part of its path that is written there. */
export function placeOfKey(file: ConfigFile, key: string): Span {
  for (let path = key; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
    const place = file.places.get(path)
    if (place) return path === key ? whole(place) : place.key
  }
  return { start: 0, end: 0 }
}

/** The setting whose key or value stands at an offset, as a path. */
export function keyAtOffset(file: ConfigFile, offset: number): string | undefined {
  let best: string | undefined
  for (const [path, place] of file.places) {
    const { start, end } = whole(place)
    if (offset >= start && offset <= end && (best === undefined || path.length > best.length)) best = path
  }
  return best
}

/** A key of ours that was probably meant, for `timezone` → `timeZone`. */
export function nearestKey(written: string): SettingKey | undefined {
  const flat = (key: string) => key.toLowerCase().replace(/[-_\s]/g, '')
  return (Object.keys(settingDeclarations) as SettingKey[]).find(key => flat(key) === flat(written))
}

function whole(place: { key: Span; value: Span }): Span {
  return { start: place.key.start, end: Math.max(place.key.end, place.value.end) }
}

function collectPlaces(
  node: unknown,
  prefix: string,
  text: string,
  into: Map<string, { key: Span; value: Span }>,
  depth: number,
) {
  if (depth > 4) return
  if (isMap(node)) {
    for (const pair of node.items) {
      if (!isScalar(pair.key) || !pair.key.range) continue
      const path = `${prefix}${String(pair.key.value)}`
      const key = within(text, pair.key.range[0], pair.key.range[1])
      const range = (pair.value as { range?: [number, number, number] | null } | null)?.range
      into.set(path, {
        key,
        value: range ? within(text, range[0], range[1]) : { start: key.end, end: key.end },
      })
      collectPlaces(pair.value, `${path}.`, text, into, depth + 1)
    }
  } else if (isSeq(node)) {
    node.items.forEach((item, index) => {
      const range = (item as { range?: [number, number, number] | null } | null)?.range
      if (range) {
        const span = within(text, range[0], range[1])
        into.set(`${prefix}${index}`, { key: span, value: span })
      }
      collectPlaces(item, `${prefix}${index}.`, text, into, depth + 1)
    })
  }
}

function within(text: string, from: number, to: number): Span {
  const start = Math.max(0, Math.min(from, text.length))
  let end = Math.max(start, Math.min(to, text.length))
  while (end > start && /\s/.test(text[end - 1]!)) end--
  return { start, end }
}

function lineEnd(text: string, from: number): number {
  const end = text.slice(from, from + 200).search(/\r?\n/)
  return end < 0 ? Math.min(text.length, from + 200) : from + end
}

/** Depth of flow brackets, and of indentation two columns at a time. */
function nesting(text: string): number {
  let depth = 0
  let most = 0
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i)
    if (char === 91 || char === 123) most = Math.max(most, ++depth)
    else if (char === 93 || char === 125) depth = Math.max(0, depth - 1)
  }
  for (const indent of text.matchAll(/^[ -]+/gm)) most = Math.max(most, indent[0].length / 2)
  return most
}
