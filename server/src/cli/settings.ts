// The settings of a draft at a terminal: every ligao.config.yaml from the root down to the draft's folder, the nearest
// winning, or the one file that --config names; and the unit's own lexicon from ligao.lexicon.yaml files at the same places.

import { readFileSync } from 'node:fs'
import path from 'node:path'
import {
  joinLexicons,
  type LexiconFile,
  lexiconFileName,
  readLexiconFile,
  rules,
  type Settings,
  type UnitLexicon,
  withLexicon,
} from '../core'
import {
  configFileName,
  type Layer,
  type MergedSettings,
  mergeSettings,
  parseConfigFile,
  ruleProblems,
} from '../core/config/layers'
import { decodeUtf8 } from '../decode'
import { notUtf8 } from './files'
import { positionsOf } from './format/positions'
import { UsageError } from './terminal'

export interface SettingsReader {
  (draft: string): Settings
  /** With the origin of every value, for `ligao config`. */
  explain(draft: string): MergedSettings
}

/** Reads each file once; drafts of one folder share one settings object, and with it every cache keyed by it. */
export function settingsFor(
  cwd: string,
  configFile: string | undefined,
  warn: (text: string) => void,
): SettingsReader {
  const layers = new Map<string, Layer | undefined>()
  const merged = new Map<string, MergedSettings>()
  const layerOf = (file: string, mustExist: boolean): Layer | undefined => {
    if (layers.has(file)) return layers.get(file)
    const layer = readLayer(file, mustExist, warn)
    layers.set(file, layer)
    return layer
  }
  const explain = (draft: string): MergedSettings => {
    const directory = configFile ? '' : path.dirname(draft)
    const known = merged.get(directory)
    if (known) return known
    const files = configFile
      ? [path.resolve(cwd, configFile)]
      : foldersAbove(directory).map(folder => path.join(folder, configFileName))
    const found = files
      .map(file => layerOf(file, configFile !== undefined))
      .filter(layer => layer !== undefined)
    const result = mergeSettings(found)
    for (const { origin, key, text } of [...result.problems, ...ruleProblems(result, rules)])
      warn(`${origin}：${key}：${text[0]}\n`)
    merged.set(directory, result)
    return result
  }
  const lexicon = lexiconsFor(warn)
  const complete = new Map<MergedSettings, Map<UnitLexicon, Settings>>()
  const settings = (draft: string): Settings => {
    const own = explain(draft)
    const unit = lexicon(path.dirname(draft))
    const known = complete.get(own) ?? new Map<UnitLexicon, Settings>()
    complete.set(own, known)
    if (!known.has(unit)) known.set(unit, withLexicon(own.settings, unit))
    return known.get(unit)!
  }
  return Object.assign(settings, { explain })
}

/** The unit's lexicon for a folder: the same object for all folders that share the same files. */
function lexiconsFor(warn: (text: string) => void): (folder: string) => UnitLexicon {
  const files = new Map<string, LexiconFile | undefined>()
  const joined = new Map<string, UnitLexicon>()
  const read = (file: string): LexiconFile | undefined => {
    if (!files.has(file)) files.set(file, readLexicon(file, warn))
    return files.get(file)
  }
  return folder => {
    const found = foldersAbove(folder)
      .map(each => path.join(each, lexiconFileName))
      .filter(file => read(file) !== undefined)
    const key = found.join('\n')
    const known = joined.get(key) ?? joinLexicons(found.map(file => read(file)!))
    joined.set(key, known)
    return known
  }
}

function readLexicon(file: string, warn: (text: string) => void): LexiconFile | undefined {
  const text = readText(file, code => warn(`${file}：读不了词库：${code}\n`))
  if (text === undefined) return undefined
  const lexicon = readLexiconFile(text)
  const position = positionsOf(text)
  for (const problem of lexicon.problems) {
    const { line, character } = position(problem.span.start)
    warn(`${file}:${line + 1}:${character + 1}：${problem.text[0]}\n`)
  }
  return lexicon
}

/** Undefined for a file that is not there, and for one that cannot be read, which is said. */
function readText(file: string, unreadable: (reason: string) => void): string | undefined {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOENT' && code !== 'ENOTDIR') unreadable(code ?? String(error))
    return undefined
  }
  const text = decodeUtf8(bytes)
  if (text === undefined) unreadable(notUtf8)
  return text
}

function readLayer(file: string, mustExist: boolean, warn: (text: string) => void): Layer | undefined {
  const refuse = (reason: string): never => {
    throw new UsageError(`读不了配置文件“${file}”：${reason}`)
  }
  const text = readText(file, mustExist ? refuse : reason => warn(`${file}：读不了配置文件：${reason}\n`))
  if (text === undefined) return mustExist ? refuse('ENOENT') : undefined
  const { input, problems } = parseConfigFile(text)
  const position = positionsOf(text)
  for (const problem of problems) {
    const { line, character } = position(problem.span.start)
    warn(`${file}:${line + 1}:${character + 1}：${problem.text[0]}\n`)
  }
  return { origin: file, input }
}

/** From the root of the file system down to the folder. */
function foldersAbove(folder: string): string[] {
  const parent = path.dirname(folder)
  return parent === folder ? [folder] : [...foldersAbove(parent), folder]
}
