// Finds and reads the drafts that a command is to look at.

import { type Dirent, promises as fs } from 'node:fs'
import path from 'node:path'
import { decodeUtf8 } from '../decode'
import { UsageError } from './terminal'

export const skippedFolders = new Set(['node_modules', '.git', 'dist', 'out'])
/** Marks a folder that reports are handed in to: what lies there are copies. */
export const intakeMark = '.ligao-intake.json'
export const isMarkdown = (name: string) => /\.(?:md|markdown)$/i.test(name)

/** What cannot be read is said here; a command that cannot do without throws. */
export type Unreadable = (reason: string) => void

const refuse: Unreadable = reason => {
  throw new UsageError(reason)
}

/** The Markdown files at and below the paths, in order. A file that is named is taken whatever its ending. */
export async function findDrafts(
  paths: readonly string[],
  cwd: string,
  unreadable: Unreadable = refuse,
): Promise<string[]> {
  const files: string[] = []
  for (const given of paths.length ? paths : ['.']) {
    const full = path.resolve(cwd, given)
    let stat: Awaited<ReturnType<typeof fs.stat>>
    try {
      stat = await fs.stat(full)
    } catch {
      throw new UsageError(`找不到“${given}”`)
    }
    if (stat.isDirectory()) await walk(full, files, unreadable)
    else files.push(full)
  }
  return [...new Set(files)]
}

async function walk(directory: string, files: string[], unreadable: Unreadable): Promise<void> {
  let entries: Dirent[]
  try {
    entries = await fs.readdir(directory, { withFileTypes: true })
  } catch (error) {
    return unreadable(cannotRead(directory, error))
  }
  if (entries.some(({ name }) => name === intakeMark)) return
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const full = path.join(directory, entry.name)
    if (entry.isDirectory()) {
      if (!skippedFolders.has(entry.name) && !entry.name.startsWith('.')) await walk(full, files, unreadable)
    } else if (entry.isFile() && isMarkdown(entry.name)) files.push(full)
  }
}

/** The text of a draft; anything that cannot be read is a usage error with its reason. */
export async function readDraft(file: string): Promise<string> {
  let bytes: Uint8Array
  try {
    bytes = await fs.readFile(file)
  } catch (error) {
    throw new UsageError(cannotRead(file, error))
  }
  const text = decodeUtf8(bytes)
  if (text === undefined) throw new UsageError(`读不了“${file}”：${notUtf8}`)
  return text
}

/** Drafts one after the other with their texts; what cannot be read is said, and the others come all the same. */
export async function* eachDraft(
  files: readonly string[],
  unreadable: Unreadable,
): AsyncGenerator<{ readonly file: string; readonly text: string }> {
  for (const file of files) {
    let text: string
    try {
      text = await readDraft(file)
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      unreadable(error.message)
      continue
    }
    yield { file, text }
  }
}

export const notUtf8 = '不是 UTF-8 编码的文本（多半是 GBK）。请用编辑器打开，另存为 UTF-8 编码'

const cannotRead = (file: string, error: unknown) =>
  `读不了“${file}”：${(error as NodeJS.ErrnoException).code ?? String(error)}`
