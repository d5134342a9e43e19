// What the terminal knows of the pictures beside a draft: the same as the editor, looked up when a rule asks.

import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { addressesOf } from '../address'
import type { ImageFile } from '../core'
import { bytesForSize, pictureSize } from '../pictureSize'

export function picturesBeside(draft: string): (address: string) => ImageFile | undefined {
  const uri = pathToFileURL(draft).href
  return address => {
    const files = addressesOf(uri, address).map(target => {
      try {
        return readPicture(fileURLToPath(target.split(/[?#]/, 1)[0]!))
      } catch {
        // No path of this system.
        return undefined
      }
    })
    return files.find(file => file?.exists) ?? (files.includes(undefined) ? undefined : files[0])
  }
}

/** Not there at all; anything else (no right to read, a share that is away) says nothing. */
const missing = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'])

function readPicture(path: string): ImageFile | undefined {
  let file: number | undefined
  try {
    // A pipe of that name would let everybody wait for its writer.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const stats = fstatSync(file)
    if (!stats.isFile()) return undefined
    const { size } = stats
    const bytes = new Uint8Array(Math.min(size, bytesForSize))
    const read = readSync(file, bytes)
    return { exists: true, bytes: size, ...pictureSize(bytes.subarray(0, read)) }
  } catch (error) {
    return missing.has((error as NodeJS.ErrnoException).code ?? '') ? { exists: false } : undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
