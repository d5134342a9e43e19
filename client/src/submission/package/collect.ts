// Finds the files that travel with a report, and says of each that does not why it does not.
import { createHash } from 'node:crypto'
import * as path from 'node:path'
import type { Disk } from '../disk'
import { type Notice, notice, readableSize } from '../messages'
import { classifiedFileName } from '../text/classified'
import { imageReferences } from '../text/references'
import type { FileRole, Limits } from '../types'
import { resolveReference } from './insideRoot'
import { attachmentMedia, headBytes, imageMedia } from './media'
import { inspectAttachment } from './reading/inspect'

export interface CollectedFile {
  /** Where it is read from: a real path inside the workspace. */
  source: string
  /** Where the report says that it is; names the place in the package. */
  shownAt: string
  role: FileRole
  mediaType: string
  bytes: number
  sha256: string
  references: string[]
  /** Its words could not be read, so nobody knows whether it carries a classification mark. Absent for pictures. */
  unread?: boolean
}

export interface Collected {
  files: CollectedFile[]
  blocking: Notice[]
  warnings: Notice[]
}

interface Wanted {
  role: 'image' | 'attachment'
  target: string
}

export interface CollectInput {
  text: string
  bodyStart: number
  attachments: readonly string[]
  folder: string
  root: string
  limits: Limits
  disk: Disk
}

export async function collectFiles(input: CollectInput): Promise<Collected> {
  const images = await imageReferences(input.text, input.bodyStart)
  const wanted: Wanted[] = [
    ...images.map(image => ({ role: 'image' as const, target: image.target })),
    ...input.attachments.map(each => ({ role: 'attachment' as const, target: linkTarget(each) })),
  ]
  const result: Collected = { files: [], blocking: [], warnings: [] }
  const seen = new Set<string>()
  for (const each of wanted) {
    if (seen.has(each.target)) continue
    seen.add(each.target)
    await collectOne(each, input, result)
    if (result.files.length > input.limits.files) break
  }
  const { limits } = input
  if (result.files.length > limits.files)
    result.blocking.push(notice('too-many-files', { count: seen.size, limit: limits.files }))
  return result
}

// 附件 may be written as a Markdown link.
const linkTarget = (value: string): string => /^\[[^\]]*\]\(<?([^)>]+)>?\)$/.exec(value)?.[1] ?? value

async function collectOne(wanted: Wanted, input: CollectInput, result: Collected): Promise<void> {
  const { role, target } = wanted
  const file = target.slice(0, 120)
  const found = await resolveReference(target, input.folder, input.root, input.disk)
  switch (found.kind) {
    case 'inline':
      return
    case 'remote':
      result.warnings.push(notice(`${role}-remote`, { file }))
      return
    case 'outside':
      result.blocking.push(notice(`${role}-outside`, { file }))
      return
    case 'missing':
      // 附件 often lists titles, not files; only what looks like a file name is missed.
      if (role === 'image' || /\.[a-z0-9]{2,5}$/i.test(target))
        result.warnings.push(notice(`${role}-missing`, { file }))
      return
    case 'file':
      await addFile({ ...wanted, source: found.path, shownAt: found.shownAt }, input, result)
  }
}

async function addFile(
  wanted: Wanted & { source: string; shownAt: string },
  input: CollectInput,
  result: Collected,
): Promise<void> {
  const { role, target, source, shownAt } = wanted
  const { limits, disk } = input
  const name = path.basename(source)
  const same = result.files.find(each => each.source === source && each.shownAt === shownAt)
  if (same) {
    same.references.push(target)
    return
  }
  const { size } = await disk.facts(source)
  if (size > limits.fileBytes) {
    const values = { file: name, size: readableSize(size), limit: readableSize(limits.fileBytes) }
    result.blocking.push(notice('file-too-large', values))
    return
  }
  const { sha256, bytes, head } = await digest(source, disk)
  const image = imageMedia(head)
  if (role === 'image' && !image) {
    result.blocking.push(notice('image-not-an-image', { file: target.slice(0, 120) }))
    return
  }
  const mediaType = image?.type ?? attachmentMedia(name, head)
  const isNamed = classifiedFileName(name) || classifiedFileName(path.basename(shownAt))
  const inside = isNamed ? 'marked' : await lookInside(source, mediaType, disk)
  if (inside === 'marked')
    result.blocking.push(notice('classified-file', { file: isNamed ? '（文件名含密级）' : name }))
  const file: CollectedFile = { source, shownAt, role, mediaType, bytes, sha256, references: [target] }
  result.files.push(inside === 'unreadable' ? { ...file, unread: true } : file)
}

/** A photograph holds no text; a drawing does. */
const isPhotograph = (mediaType: string): boolean =>
  mediaType.startsWith('image/') && mediaType !== 'image/svg+xml'

async function lookInside(source: string, mediaType: string, disk: Disk) {
  return isPhotograph(mediaType) ? 'clean' : inspectAttachment(path.basename(source), await disk.read(source))
}

/** SHA-256, length and first bytes of a file, read once in chunks. */
export async function digest(
  source: string,
  disk: Disk,
): Promise<{ sha256: string; bytes: number; head: Buffer }> {
  const hash = createHash('sha256')
  const heads: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of disk.stream(source)) {
    if (bytes < headBytes) heads.push(chunk)
    bytes += chunk.length
    hash.update(chunk)
  }
  return { sha256: hash.digest('hex'), bytes, head: Buffer.concat(heads).subarray(0, headBytes) }
}
