// A draft as a Word document outside of a hand-in: the same renderer, pictures from inside the workspace folder only.
import * as path from 'node:path'
import { type Disk, forOthers, nodeDisk } from '../disk'
import { resolveReference } from '../package/insideRoot'
import { defaultLimits } from '../types'
import type { DocxRenderer, DocxResult } from './types'

export interface ExportRequest {
  text: string
  /** The draft's own folder, against which its pictures are read; none for a draft that was never saved. */
  folder?: string
  /** Nothing outside of it is read. */
  root?: string
  timeZone?: string
  disk?: Disk
}

export async function exportDocx(
  { text, folder, root, timeZone, disk = forOthers(nodeDisk) }: ExportRequest,
  render: DocxRenderer,
): Promise<DocxResult> {
  const realRoot = root === undefined ? undefined : await disk.realPath(root)
  const realFolder = folder === undefined ? undefined : await disk.realPath(folder)
  const image = async (reference: string): Promise<Uint8Array | undefined> => {
    if (realRoot === undefined || realFolder === undefined) return undefined
    const found = await resolveReference(reference, realFolder, realRoot, disk)
    if (found.kind !== 'file') return undefined
    const { size } = await disk.facts(found.path)
    return size > defaultLimits.fileBytes ? undefined : disk.read(found.path)
  }
  return render({ text, image, timeZone })
}

/** Beside the draft, under its name. */
export const wordPathOf = (draft: string): string =>
  path.join(path.dirname(draft), `${path.basename(draft).replace(/\.(?:md|markdown)$/i, '')}.docx`)
