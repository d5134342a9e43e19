// The runtime on Node: its clock, its file system, the segmenter.

import {
  close,
  constants,
  type Dirent,
  existsSync,
  fstat,
  open as openFile,
  read as readBytes,
} from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createClauses } from '../clauses'
import { decodeUtf8 } from '../decode'
import { bytesForSize, pictureSize } from '../pictureSize'
import { createSegmenter } from '../segmenter'
import { version } from '../version'
import { describe } from './log'
import type { Files, Runtime } from './runtime'
import { uriOfPath } from './uri'

/** A file longer than this is no text of ours; reading it would only cost memory. */
const longestFile = 64 * 1024 * 1024

/** Not there at all; anything else (no right to read, a share that is away) says nothing. */
const missing = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'])

/** A pipe that somebody laid in the folder must not let the server wait for its writer. */
const readOnly = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

const files: Files = {
  async read(uri) {
    const path = pathOfFile(uri)
    if (path === undefined) return undefined
    return readText(path)
  },
  async picture(uri) {
    const path = pathOfFile(uri)
    if (path === undefined) return undefined
    try {
      const file = await open(path, readOnly)
      try {
        const stats = await file.stat()
        if (!stats.isFile()) return undefined
        const { size } = stats
        const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(size, bytesForSize)), 0)
        return { exists: true, bytes: size, ...pictureSize(buffer.subarray(0, bytesRead)) }
      } finally {
        await file.close()
      }
    } catch (error) {
      return missing.has((error as { code?: string }).code ?? '') ? { exists: false } : undefined
    }
  },
  async list(folder, endings, limit) {
    const root = pathOfFile(folder)
    const found: string[] = []
    if (root !== undefined) await collect(root, endings, limit, found, 0)
    return found.map(uriOfPath)
  },
}

/** With callbacks: a look through ten thousand drafts spends a third of its time in the promises of `readFile`. */
function readText(path: string): Promise<string | undefined> {
  return new Promise(resolve => {
    openFile(path, readOnly, (refused, descriptor) => {
      if (refused) return resolve(undefined)
      const end = (text: string | undefined) => close(descriptor, () => resolve(text))
      fstat(descriptor, (unknown, stats) => {
        if (unknown || !stats.isFile() || stats.size > longestFile) return end(undefined)
        const buffer = Buffer.allocUnsafe(stats.size)
        const fill = (from: number): void => {
          if (from === buffer.length) end(decodeUtf8(buffer))
          else
            readBytes(descriptor, buffer, from, buffer.length - from, from, (failed, count) => {
              if (failed) end(undefined)
              // Cut short while it was read.
              else if (count === 0) end(decodeUtf8(buffer.subarray(0, from)))
              else fill(from + count)
            })
        }
        fill(0)
      })
    })
  })
}

/** Marks a folder that reports are handed in to: what lies there are copies. */
const intakeMark = '.ligao-intake.json'

async function collect(
  folder: string,
  endings: readonly string[],
  limit: number,
  found: string[],
  depth: number,
) {
  if (found.length >= limit || depth > 20) return
  const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => [])
  // Where hand-ins arrive lie copies of drafts, not drafts.
  if (entries.some(({ name }) => name === intakeMark)) return
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (found.length >= limit) return
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    if (entry.isDirectory()) await collect(join(folder, entry.name), endings, limit, found, depth + 1)
    else if (entry.isFile() && endings.some(ending => entry.name.toLowerCase().endsWith(ending)))
      found.push(join(folder, entry.name))
  }
}

function pathOfFile(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri.split(/[?#]/, 1)[0]!) : undefined
  } catch {
    return undefined
  }
}

/** `dist/` holds the bundle; the rules' pages stand beside it in the package. */
function findRuleDocs(dist: string): string | undefined {
  const folder = join(dist, '..', 'server', 'docs', 'rules')
  return existsSync(folder) ? pathToFileURL(folder).href : undefined
}

/** A slip in one handler must not take the server down; a client that is gone must. */
export function surviveErrors(log: (line: string) => void) {
  const survive = (error: unknown) => {
    const code = (error as { code?: string } | null)?.code
    if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || code === 'ERR_IPC_CHANNEL_CLOSED')
      process.exit(1)
    log(`unexpected: ${describe(error)}`)
  }
  process.on('uncaughtException', survive)
  process.on('unhandledRejection', survive)
}

export function nodeRuntime(dist: string, log: (line: string) => void): Runtime {
  return {
    clock: {
      now: () => Date.now(),
      setTimer(run, milliseconds) {
        const timer = setTimeout(run, milliseconds)
        return { cancel: () => clearTimeout(timer) }
      },
    },
    files,
    // Twice: messages are handled one at a turn, and the turn after ours comes first.
    breathe: () => new Promise(resolve => setImmediate(() => setImmediate(resolve))),
    version: version(),
    ruleDocs: findRuleDocs(dist),
    segmenter: createSegmenter({ log }),
    clauses: createClauses(log),
  }
}
