// The data folder of an office: `intake.sqlite` and `files/`. Copied while no intake runs, the folder is the whole backup.
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { Kysely } from 'kysely'
import { type FileStore, openFileStore } from './files'
import { lockFolder } from './folderLock'
import { migrate } from './migrations'
import { sqliteDialect } from './sqliteDialect'
import type { Tables } from './tables'

export type Db = Kysely<Tables>

export interface Storage {
  readonly db: Db
  readonly files: FileStore
  close(): Promise<void>
}

export async function openStorage(folder: string): Promise<Storage> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const unlock = lockFolder(path.join(folder, 'intake.lock'))
  const file = path.join(folder, 'intake.sqlite')
  try {
    // What SQLite's file layer leaves of a killed process; the lock above says that there is no living one.
    await rm(`${file}.lock`, { recursive: true, force: true })
    const db: Db = new Kysely<Tables>({ dialect: sqliteDialect(file) })
    await migrate(db)
    const files = await openFileStore(folder)
    return {
      db,
      files,
      async close() {
        await db.destroy()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}
