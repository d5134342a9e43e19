// The settings of a draft at a terminal: every ligao.config.yaml from the root down to the draft's folder, the nearest
// winning, or the one file that --config names.

import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Settings } from '../core'
import {
  configFileName,
  type Layer,
  type MergedSettings,
  mergeSettings,
  parseConfigFile,
} from '../core/config/layers'
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
    for (const { origin, key, text } of result.problems) warn(`${origin}：${key}：${text[0]}\n`)
    merged.set(directory, result)
    return result
  }
  return Object.assign((draft: string) => explain(draft).settings, { explain })
}

function readLayer(file: string, mustExist: boolean, warn: (text: string) => void): Layer | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (mustExist) throw new UsageError(`读不了配置文件“${file}”：${(error as NodeJS.ErrnoException).code}`)
    return undefined
  }
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
