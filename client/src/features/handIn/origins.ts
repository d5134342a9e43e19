// What the client has to remember about a hand-in and the package must not tell: which file it came from, and the channel
// as it was confirmed, so that any window can go on sending, whichever folder it has open. One small file for each.

import { randomUUID } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'

export interface Origin {
  /** URI of the draft. */
  readonly draft: string
  readonly channel: RawChannel
  readonly timeZone: string
  /** The receipt stands in the draft, or was seen not to fit in. */
  readonly written: boolean
}

/** A channel as the settings have it, with what is needed to read it again. */
export interface RawChannel {
  readonly raw: Readonly<Record<string, unknown>>
  /** Folder against which paths in it are read. */
  readonly base: string
  readonly plainHosts: readonly string[]
}

export interface Origins {
  /** Survives a crash: written under another name, then renamed. */
  save(key: string, origin: Origin): Promise<void>
  read(key: string): Promise<Origin | undefined>
}

export function originsIn(folder: string): Origins {
  const fileOf = (key: string) => path.join(folder, `${key}.json`)
  return {
    async save(key, origin) {
      await fs.mkdir(folder, { recursive: true })
      const temporary = path.join(folder, `${randomUUID()}.tmp`)
      const file = await fs.open(temporary, 'wx')
      try {
        await file.writeFile(`${JSON.stringify(origin, null, 2)}\n`)
        await file.sync()
      } finally {
        await file.close()
      }
      await fs.rename(temporary, fileOf(key))
    },
    async read(key) {
      const text = await fs.readFile(fileOf(key), 'utf8').catch(() => undefined)
      return text === undefined ? undefined : parse(text)
    },
  }
}

function parse(text: string): Origin | undefined {
  try {
    const value = JSON.parse(text) as Origin | null
    const sound =
      typeof value === 'object' &&
      value !== null &&
      typeof value.draft === 'string' &&
      typeof value.channel?.raw === 'object' &&
      value.channel.raw !== null &&
      typeof value.channel.base === 'string' &&
      Array.isArray(value.channel.plainHosts)
    return sound ? value : undefined
  } catch {
    return undefined
  }
}
