// Finds and reads the drafts that a command is to look at.

import { promises as fs } from 'node:fs'
import path from 'node:path'
import { UsageError } from './terminal'

export const skippedFolders = new Set(['node_modules', '.git', 'dist', 'out'])
/** Marks a folder that reports are handed in to: what lies there are copies. */
export const intakeMark = '.ligao-intake.json'
export const isMarkdown = (name: string) => /\.(?:md|markdown)$/i.test(name)

/** The Markdown files at and below the paths, in order. A file that is named is taken whatever its ending. */
export async function findDrafts(paths: readonly string[], cwd: string): Promise<string[]> {
  const files: string[] = []
  for (const given of paths.length ? paths : ['.']) {
    const full = path.resolve(cwd, given)
    let stat: Awaited<ReturnType<typeof fs.stat>>
    try {
      stat = await fs.stat(full)
    } catch {
      throw new UsageError(`找不到“${given}”`)
    }
    if (stat.isDirectory()) await walk(full, files)
    else files.push(full)
  }
  return [...new Set(files)]
}

async function walk(directory: string, files: string[]): Promise<void> {
  const entries = await fs.readdir(directory, { withFileTypes: true })
  if (entries.some(({ name }) => name === intakeMark)) return
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const full = path.join(directory, entry.name)
    if (entry.isDirectory()) {
      if (!skippedFolders.has(entry.name) && !entry.name.startsWith('.')) await walk(full, files)
    } else if (entry.isFile() && isMarkdown(entry.name)) files.push(full)
  }
}

/** The text of a draft; anything that cannot be read is a usage error with its reason. */
export async function readDraft(file: string): Promise<string> {
  try {
    return await fs.readFile(file, 'utf8')
  } catch (error) {
    throw new UsageError(`读不了“${file}”：${(error as NodeJS.ErrnoException).code ?? String(error)}`)
  }
}
