// Changes a draft on the disk: written beside it and renamed, so that no half draft is ever seen, and what is not UTF-8
// is not touched.
import { randomUUID } from 'node:crypto'
import * as fs from 'node:fs/promises'
import * as path from 'node:path'
import { decodeUtf8 } from './decode'
import { applyEdits, type TextEdit } from './handInFields'

/** `edit` gets the text and gives the edits, or undefined where there can be none; false then. */
export async function editFile(
  file: string,
  edit: (text: string) => readonly TextEdit[] | undefined,
): Promise<boolean> {
  const real = await fs.realpath(file)
  const { mode } = await fs.stat(real)
  const text = decodeUtf8(await fs.readFile(real))
  const edits = text === undefined ? undefined : edit(text)
  if (text === undefined || edits === undefined) return false
  const next = applyEdits(text, edits)
  if (next === text) return true
  const temporary = path.join(path.dirname(real), `.${randomUUID()}.tmp`)
  try {
    await fs.writeFile(temporary, next, { mode, flag: 'wx', flush: true })
    await fs.rename(temporary, real)
  } catch (error) {
    await fs.rm(temporary, { force: true })
    throw error
  }
  return true
}
