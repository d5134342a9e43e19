// The few file operations that the spool is made of, behind one small object: the order of write, fsync and
// rename is what survives a power cut, and tests must be able to see that order and break any step of it.
import { createReadStream } from 'node:fs'
import * as fs from 'node:fs/promises'

export interface FileFacts {
  size: number
  mtimeMs: number
  kind: 'file' | 'folder' | 'other'
}

/** Who may read what is made. Nobody else reads a spool, in which reports lie: that is what is taken for granted here. */
export type Readers = 'owner' | 'everybody'

// What is there keeps its mode, and Windows has none.
const fileMode = (readers: Readers = 'owner') => (readers === 'owner' ? 0o600 : 0o666)
const folderMode = (readers: Readers = 'owner') => (readers === 'owner' ? 0o700 : 0o777)

export interface Disk {
  /** Creates the folder and missing parents; existing is fine. */
  makeFolder(path: string, readers?: Readers): Promise<void>
  /** Creates exactly this folder; rejects with EEXIST or ENOENT. */
  makeNewFolder(path: string, readers?: Readers): Promise<void>
  list(path: string): Promise<{ name: string; kind: FileFacts['kind'] }[]>
  read(path: string): Promise<Buffer>
  stream(path: string): AsyncIterable<Uint8Array>
  facts(path: string): Promise<FileFacts>
  /** Writes a new file (EEXIST if there) and fsyncs it before it resolves. */
  create(
    path: string,
    data: string | Uint8Array | AsyncIterable<Uint8Array>,
    readers?: Readers,
  ): Promise<void>
  /** The last bytes of a file. */
  tail(path: string, bytes: number): Promise<Buffer>
  /** Appends in one write and fsyncs. */
  append(path: string, data: string, readers?: Readers): Promise<void>
  /** Moves a file or folder; a non-empty folder in the way makes it reject. */
  rename(from: string, to: string): Promise<void>
  /** Makes the names in a folder durable. */
  syncFolder(path: string): Promise<void>
  /** Sets the modification time to now, as the file's own disk sees it. */
  touch(path: string): Promise<void>
  remove(path: string): Promise<void>
  realPath(path: string): Promise<string>
}

const kindOf = (entry: { isFile(): boolean; isDirectory(): boolean }): FileFacts['kind'] =>
  entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other'

export const errorCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error
    ? String((error as { code: unknown }).code)
    : ''

async function create(
  path: string,
  data: string | Uint8Array | AsyncIterable<Uint8Array>,
  readers?: Readers,
): Promise<void> {
  const file = await fs.open(path, 'wx', fileMode(readers))
  try {
    if (typeof data === 'string' || data instanceof Uint8Array) await file.writeFile(data)
    else for await (const chunk of data) await file.writeFile(chunk)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function tail(path: string, bytes: number): Promise<Buffer> {
  const file = await fs.open(path, 'r')
  try {
    const { size } = await file.stat()
    const length = Math.min(bytes, size)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function append(path: string, data: string, readers?: Readers): Promise<void> {
  const file = await fs.open(path, 'a', fileMode(readers))
  try {
    await file.appendFile(data)
    await file.sync()
  } finally {
    await file.close()
  }
}

// Windows cannot open a folder to fsync it, and some network file systems refuse: the rename is then as durable
// as that system makes it.
const notForFolders = new Set(['EPERM', 'EISDIR', 'EINVAL', 'EACCES', 'ENOTSUP', 'EBADF'])

async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await fs.open(path, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  } catch (error) {
    if (!notForFolders.has(errorCode(error))) throw error
  }
}

// On Windows a virus scanner holds new files open for a moment; a rename then fails though nothing is wrong.
async function rename(from: string, to: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await fs.rename(from, to)
    } catch (error) {
      const passing = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error))
      if (!passing || attempt === 9) throw error
      await new Promise(resolve => setTimeout(resolve, 10 * 2 ** Math.min(attempt, 5)))
    }
  }
}

async function touch(path: string): Promise<void> {
  // A write, not utimes: utimes takes this machine's clock, a write takes the clock of the disk's owner.
  const file = await fs.open(path, 'r+')
  try {
    const first = Buffer.alloc(1)
    const { bytesRead } = await file.read(first, 0, 1, 0)
    if (bytesRead === 1) await file.write(first, 0, 1, 0)
  } finally {
    await file.close()
  }
}

export const nodeDisk: Disk = {
  makeFolder: async (path, readers) =>
    void (await fs.mkdir(path, { recursive: true, mode: folderMode(readers) })),
  makeNewFolder: (path, readers) => fs.mkdir(path, { mode: folderMode(readers) }),
  list: async path =>
    (await fs.readdir(path, { withFileTypes: true })).map(entry => ({
      name: entry.name,
      kind: kindOf(entry),
    })),
  read: path => fs.readFile(path),
  stream: path => createReadStream(path, { highWaterMark: 256 * 1024 }),
  facts: async path => {
    const found = await fs.stat(path)
    return { size: found.size, mtimeMs: found.mtimeMs, kind: kindOf(found) }
  },
  create,
  tail,
  append,
  rename,
  syncFolder,
  touch,
  remove: path => fs.rm(path, { recursive: true, force: true }),
  realPath: path => fs.realpath(path),
}

/** The same disk for files that others are to read, such as what is delivered into a shared folder. */
export const forOthers = (disk: Disk): Disk => ({
  ...disk,
  makeFolder: path => disk.makeFolder(path, 'everybody'),
  makeNewFolder: path => disk.makeNewFolder(path, 'everybody'),
  create: (path, data) => disk.create(path, data, 'everybody'),
  append: (path, data) => disk.append(path, data, 'everybody'),
})
