// The receipt goes into the draft from the terminal too: written beside it and renamed, so that no half draft is ever seen.

import { randomUUID } from 'node:crypto'
import { promises as fs } from 'node:fs'
import path from 'node:path'
import type * as submission from '../../../../client/src/submission'

/** Applies edits to a file; false where its front matter cannot be edited line by line. */
export async function editFile(file: string, apply: (text: string) => string | undefined): Promise<boolean> {
  const real = await fs.realpath(file)
  const { mode } = await fs.stat(real)
  const text = await fs.readFile(real, 'utf8')
  const next = apply(text)
  if (next === undefined) return false
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

export function writeReceipt(
  library: typeof submission,
  file: string,
  entry: submission.EntryView,
): Promise<boolean> {
  const at = Date.parse(entry.deliveredAt ?? '')
  const time = Number.isNaN(at) ? '' : library.readableTime(at, entry.timeZone)
  const fields = { 状态: '已报送', 报送时间: time, 回执号: entry.receipt ?? '' }
  return editFile(file, text => {
    const edits = library.handInEdits(text, fields)
    return edits && library.applyEdits(text, edits)
  })
}
