// The files of packages, each once, under the SHA-256 of its content. A file is whole and on the disk before any record names it,
// so a record never points at nothing; what a killed process left under tmp/ is swept away at the next start.
import { randomUUID } from 'node:crypto'
import { constants, createReadStream, type ReadStream } from 'node:fs'
import { copyFile, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'

export interface FileStore {
  /** A fresh folder for what is being received. */
  staging(): Promise<string>
  /** Moves a staged file to its place; does nothing where the same content lies there already. */
  keep(staged: string, sha256: string): Promise<void>
  read(sha256: string): Promise<Buffer>
  stream(sha256: string): ReadStream
}

export async function openFileStore(folder: string): Promise<FileStore> {
  const tmp = path.join(folder, 'tmp')
  await rm(tmp, { recursive: true, force: true })
  await mkdir(tmp, { recursive: true })
  const placeOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256')
    return path.join(folder, 'files', sha256.slice(0, 2), sha256)
  }
  return {
    async staging() {
      const place = path.join(tmp, randomUUID())
      await mkdir(place)
      return place
    },
    async keep(staged, sha256) {
      const place = placeOf(sha256)
      const { size } = await stat(staged)
      const known = await stat(place).catch(() => undefined)
      if (known?.size === size) return
      await mkdir(path.dirname(place), { recursive: true })
      await sync(staged)
      await rename(staged, place).catch(async error => {
        // Another drive under the same folder: rare, but nothing to lose a report over.
        if (error.code !== 'EXDEV') throw error
        await copyFile(staged, place, constants.COPYFILE_FICLONE)
        await sync(place)
      })
      await sync(path.dirname(place))
    },
    read: sha256 => readFile(placeOf(sha256)),
    stream: sha256 => createReadStream(placeOf(sha256)),
  }
}

async function sync(place: string): Promise<void> {
  let handle: Awaited<ReturnType<typeof open>> | undefined
  try {
    handle = await open(place, 'r')
    await handle.sync()
  } catch (error) {
    // Windows opens no folders and syncs no file that is open for reading alone; its rename is on the disk anyway.
    if (process.platform !== 'win32') throw error
  } finally {
    await handle?.close()
  }
}
