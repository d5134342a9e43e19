// The reports that lie around a draft, for 内容雷同: those that the command was given, and those of the folder that the
// terminal stands in.

import { promises as fs } from 'node:fs'
import path from 'node:path'
import { type EarlierReport, fingerprintOf } from '../core'
import { decodeUtf8 } from '../decode'
import { intakeMark, isMarkdown, skippedFolders } from './files'
import { rootOf } from './root'

/** More files than this are no workspace of drafts; more folders than this are somebody's whole disk. */
const mostFiles = 2000
const mostFolders = 2000
const largestFile = 1024 * 1024

export interface EarlierReports {
  /** The same list for all drafts of one root. */
  of(draft: string): Promise<readonly EarlierReport[]>
}

export function earlierReports(cwd: string, given: readonly string[]): EarlierReports {
  const known = new Map<string, Promise<readonly EarlierReport[]>>()
  return {
    of(draft) {
      const root = rootOf(draft, cwd)
      const reading = known.get(root) ?? readReports(root, given)
      known.set(root, reading)
      return reading
    },
  }
}

async function readReports(root: string, given: readonly string[]): Promise<readonly EarlierReport[]> {
  const files = new Set([...given, ...(await listDrafts(root))])
  const reports: EarlierReport[] = []
  for (const file of [...files].sort()) {
    const report = await readReport(file)
    if (report) reports.push(report)
  }
  return reports
}

/** Nobody asked for these files by name, so what cannot be read is passed over. */
async function readReport(file: string): Promise<EarlierReport | undefined> {
  try {
    const stats = await fs.stat(file)
    if (!stats.isFile() || stats.size > largestFile) return undefined
    const text = decodeUtf8(await fs.readFile(file))
    return text === undefined ? undefined : fingerprintOf(text, file)
  } catch {
    return undefined
  }
}

/** Level by level, so that what lies near is found first. */
async function listDrafts(root: string): Promise<string[]> {
  const found: string[] = []
  const folders = [root]
  for (let i = 0; i < folders.length && i < mostFolders && found.length < mostFiles; i++) {
    const folder = folders[i]!
    const entries = await fs.readdir(folder, { withFileTypes: true }).catch(() => [])
    if (entries.some(({ name }) => name === intakeMark)) continue
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const full = path.join(folder, entry.name)
      if (entry.isDirectory()) {
        if (!skippedFolders.has(entry.name) && !entry.name.startsWith('.')) folders.push(full)
      } else if (entry.isFile() && isMarkdown(entry.name) && found.length < mostFiles) found.push(full)
    }
  }
  return found
}
