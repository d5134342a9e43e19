// The settings of one document: ligao.config.yaml files beside and above it, over what the editor says for it, over the
// defaults; and the unit's own lexicon from ligao.lexicon.yaml files at the same places. Asked once and kept until
// something changes.

import type { Connection } from 'vscode-languageserver/node'
import {
  configFileName,
  type Instant,
  joinLexicons,
  type Layer,
  type LexiconFile,
  lexiconFileName,
  type MergedSettings,
  mergeSettings,
  parseConfigFile,
  readLexiconFile,
  type UnitLexicon,
  withLexicon,
} from '../core'
import type { Client } from './client'
import type { Runtime } from './runtime'
import { withoutEndSlashes } from './uri'

export interface ResourceSettings extends MergedSettings {
  /** Configuration files that take part, the nearest first. */
  readonly files: readonly string[]
  /** Lexicons that take part, the nearest first. */
  readonly lexicons: readonly string[]
}

export interface SettingsSource {
  /** Never rejects: where the editor does not answer, its layer is left out. The same object until something changes. */
  of(uri: string): Promise<ResourceSettings>
  /** The settings when they are at hand. */
  known(uri: string): ResourceSettings | undefined
  /** The editor's settings changed; `pushed` is what the notification carried. */
  editorChanged(pushed: unknown): void
  /** A configuration file was written, made or removed. */
  filesChanged(): void
  forget(uri: string): void
}

/** A client that does not answer must not keep the findings waiting. */
const longestWait = 1500

/** Milliseconds for which the files are taken to be as they were. */
const believed = 2000

export function createSettings(
  connection: Connection,
  runtime: Runtime,
  client: Client,
  folders: () => readonly string[],
  log: (what: string, error?: unknown) => void,
  late: () => void,
): SettingsSource {
  const merged = new Map<string, ResourceSettings>()
  const asked = new Map<string, Promise<ResourceSettings>>()
  const editor = new Map<string, Promise<unknown>>()
  const files = new Map<string, Promise<readonly Layer[]>>()
  const lexicons = new Map<string, Promise<FolderLexicon>>()
  const readLexicon = lexiconReader(runtime)
  let pushed: unknown
  // A result that was asked for before a change must not be kept after it.
  let generation = 0

  const dropMerged = () => {
    generation++
    merged.clear()
    asked.clear()
  }

  const editorLayer = (uri: string): Promise<unknown> => {
    if (!client.answersConfiguration) return Promise.resolve(pushed ?? client.options.settings)
    const known = editor.get(uri)
    if (known) return known
    let overdue = false
    let timer: { cancel(): void } | undefined
    const request = async () => connection.workspace.getConfiguration({ scopeUri: uri, section: 'ligao' })
    const answer = request()
      .catch((error: unknown) => {
        log('workspace/configuration', error)
        return pushed ?? client.options.settings
      })
      .then(answered => {
        timer?.cancel()
        const value = answered ?? pushed ?? client.options.settings
        if (overdue && editor.get(uri) === asking) {
          editor.set(uri, Promise.resolve(value))
          dropMerged()
          late()
        }
        return value
      })
    const patience = new Promise<unknown>(resolve => {
      timer = runtime.clock.setTimer(() => {
        overdue = true
        resolve(pushed ?? client.options.settings)
      }, longestWait)
    })
    const asking = Promise.race([answer, patience])
    editor.set(uri, asking)
    return asking
  }

  const fileLayers = (folder: string): Promise<readonly Layer[]> => {
    const known = files.get(folder)
    if (known) return known
    const reading = readLayers(folder, runtime)
    files.set(folder, reading)
    return reading
  }

  const lexiconOf = (folder: string): Promise<FolderLexicon> => {
    const known = lexicons.get(folder)
    if (known) return known
    const reading = readLexicon(folder)
    lexicons.set(folder, reading)
    return reading
  }

  const ask = async (uri: string): Promise<ResourceSettings> => {
    const asking = generation
    const folder = folderOf(uri) ?? folders()[0]
    const [input, layers, lexicon] = await Promise.all([
      editorLayer(uri),
      folder ? fileLayers(folder) : [],
      folder ? lexiconOf(folder) : noLexicon,
    ])
    const result = mergedWith(
      mergeSettings([{ origin: 'editor', input: ownKeys(input) }, ...layers]),
      layers,
      lexicon,
    )
    if (asking !== generation) return of(uri)
    merged.set(uri, result)
    return result
  }

  /** What the files of a folder said when they were last looked at. */
  const states = new Map<string, { at: Instant; text: Promise<string> }>()
  // Many editors tell of no file that another program has written (Neovim on Linux, Helix), so a request that comes long
  // enough after the last look has the files read again, behind its back: typing never waits for it.
  const lookAgain = (folder: string) => {
    const now = runtime.clock.now()
    const last = states.get(folder)
    if (last && now >= last.at && now - last.at < believed) return
    const text = stateOf(folder, runtime)
    states.set(folder, { at: now, text })
    if (!last) return
    Promise.all([last.text, text]).then(
      ([before, after]) => {
        if (before === after) return
        filesChanged()
        late()
      },
      error => log('settings', error),
    )
  }
  const filesChanged = () => {
    files.clear()
    lexicons.clear()
    dropMerged()
  }

  const of = (uri: string): Promise<ResourceSettings> => {
    const folder = folderOf(uri) ?? folders()[0]
    if (folder) lookAgain(folder)
    const known = asked.get(uri)
    if (known) return known
    const asking = ask(uri)
    asked.set(uri, asking)
    return asking
  }

  return {
    of,
    known: uri => merged.get(uri),
    editorChanged(settings) {
      // `null` is said by clients that are asked for their settings instead; an object without our section has none.
      if (typeof settings === 'object' && settings !== null)
        pushed = (settings as { ligao?: unknown }).ligao ?? undefined
      editor.clear()
      dropMerged()
    },
    filesChanged,
    forget(uri) {
      editor.delete(uri)
      merged.delete(uri)
      asked.delete(uri)
    },
  }
}

/** Everything that the files of a folder and those above it say, as one text to compare. */
async function stateOf(folder: string, runtime: Runtime): Promise<string> {
  const names = foldersFrom(folder).flatMap(each => [
    `${each}/${configFileName}`,
    `${each}/${lexiconFileName}`,
  ])
  const texts = await Promise.all(names.map(name => runtime.files.read(name).catch(() => undefined)))
  return JSON.stringify(texts.map(text => text ?? null))
}

/** The layers of all configuration files from a folder upwards, the weakest (outermost) first. */
async function readLayers(folder: string, runtime: Runtime): Promise<readonly Layer[]> {
  const layers = await Promise.all(
    foldersFrom(folder).map(async each => {
      const origin = `${each}/${configFileName}`
      const text = await runtime.files.read(origin).catch(() => undefined)
      return text === undefined ? undefined : { origin, input: parseConfigFile(text).input }
    }),
  )
  return layers.filter(layer => layer !== undefined).reverse()
}

interface FolderLexicon extends UnitLexicon {
  readonly origins: readonly string[]
}

const noLexicon: FolderLexicon = { own: undefined, allowed: [], origins: [] }

function mergedWith(
  merged: MergedSettings,
  layers: readonly Layer[],
  lexicon: FolderLexicon,
): ResourceSettings {
  return {
    ...merged,
    settings: withLexicon(merged.settings, lexicon),
    files: layers.map(layer => layer.origin).reverse(),
    lexicons: lexicon.origins,
  }
}

/**
 * Reads the lexicons from a folder upwards. The same texts give the same lexicon object: its phrases are compiled once,
 * however many folders and settings share it.
 */
function lexiconReader(runtime: Runtime): (folder: string) => Promise<FolderLexicon> {
  const read = new Map<string, LexiconFile>()
  const joined = new Map<string, UnitLexicon>()
  const readOnce = (text: string): LexiconFile => {
    const known = read.get(text)
    if (known) return known
    if (read.size > 20) {
      read.clear()
      joined.clear()
    }
    const file = readLexiconFile(text)
    read.set(text, file)
    return file
  }
  return async folder => {
    const found = await Promise.all(
      foldersFrom(folder).map(async each => {
        const uri = `${each}/${lexiconFileName}`
        const text = await runtime.files.read(uri).catch(() => undefined)
        return text === undefined ? undefined : { uri, text }
      }),
    )
    const files = found.filter(each => each !== undefined)
    if (files.length === 0) return noLexicon
    const key = JSON.stringify(files.map(({ text }) => text))
    let unit = joined.get(key)
    if (!unit) {
      unit = joinLexicons(files.map(({ text }) => readOnce(text)).reverse())
      joined.set(key, unit)
    }
    return { ...unit, origins: files.map(({ uri }) => uri) }
  }
}

/** The folder and all folders above it, the nearest first. */
function foldersFrom(folder: string): string[] {
  const folders: string[] = []
  for (let at = withoutEndSlashes(folder); folders.length < 64; at = at.slice(0, at.lastIndexOf('/'))) {
    folders.push(at)
    if (!at.includes('/') || /^[^:]+:\/\/[^/]*$/.test(at)) break
  }
  return folders
}

/** Files have folders; a document that was never saved (untitled:) has none. */
function folderOf(uri: string): string | undefined {
  const match = /^(?!untitled:)([a-z][a-z0-9+.-]*:\/\/[^?#]*)\/[^/]*$/i.exec(uri)
  return match?.[1]
}

/** Keys of the client alone, such as `ligao.trace.server`, are no settings of ours. */
function ownKeys(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input ?? undefined
  const { trace: _, ...own } = input as Record<string, unknown>
  return own
}
