// Reads a multipart request to the disk, part by part, and stops at the first thing that is wrong. Nothing of the names that come
// with the request is used as a name on this disk.
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyInstance } from '@fastify/busboy'
import { readManifest } from '../../../client/src/submission/package/manifest'
import { defaultLimits, type Manifest, type ManifestFile } from '../../../client/src/submission/types'
import { Problem } from '../http/problem'

export interface StagedFile extends ManifestFile {
  /** Where it lies until it is kept. */
  readonly staged: string
}

export interface StagedPackage {
  readonly manifest: Manifest
  /** As it came. */
  readonly manifestText: string
  readonly files: readonly StagedFile[]
}

const manifestBytes = 1024 * 1024
/** Room for the heads of the parts. */
const overhead = 2 * 1024 * 1024

export const mostBytes = defaultLimits.packageBytes + manifestBytes + overhead

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`

/** Rejects with a `Problem`. `folder` is the caller's to remove, whatever comes of it. */
export async function stage(request: IncomingMessage, folder: string): Promise<StagedPackage> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw tooLarge()
  const files: StagedFile[] = []
  let manifest: Manifest | undefined
  let manifestText = ''
  let arrived = 0

  const takeManifest = async (stream: Readable) => {
    const chunks: Buffer[] = []
    for await (const chunk of limited(stream, manifestBytes, '清单')) chunks.push(chunk)
    const bytes = Buffer.concat(chunks)
    manifestText = bytes.toString('utf8')
    if (!Buffer.from(manifestText, 'utf8').equals(bytes)) throw new Problem(422, '清单不是 UTF-8 编码。')
    manifest = readManifest(manifestText)
    if (!manifest)
      throw new Problem(422, '清单（manifest）读不懂或不合规范：文件名不得含有“..”、绝对路径或重复。')
    const declared = manifest.files
    if (declared.length > defaultLimits.files + 1)
      throw new Problem(413, `一次最多 ${defaultLimits.files} 个附件，这份有 ${declared.length - 1} 个。`)
    if (declared.reduce((sum, file) => sum + file.bytes, 0) > defaultLimits.packageBytes) throw tooLarge()
    if (declared.some(file => file.bytes > largest(file))) throw tooLarge()
  }

  const takeFile = async (field: string, stream: Readable, name: string) => {
    const file = manifest?.files[files.length]
    if (!file) throw new Problem(422, '附来的文件比清单上多。')
    const wanted = file.role === 'report' ? 'report' : 'file'
    if (field !== wanted || (file.role !== 'report' && name !== file.path))
      throw new Problem(422, `清单上的第 ${files.length + 1} 个文件与附来的不是同一个。`)
    const staged = path.join(folder, String(files.length))
    const hash = createHash('sha256')
    let bytes = 0
    const counted = async function* (source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        bytes += chunk.length
        arrived += chunk.length
        if (arrived > defaultLimits.packageBytes) throw tooLarge()
        hash.update(chunk)
        yield chunk
      }
    }
    await pipeline(
      limited(stream, file.bytes, file.path),
      counted,
      createWriteStream(staged, { flags: 'wx' }),
    )
    if (bytes !== file.bytes || hash.digest('hex') !== file.sha256)
      throw new Problem(422, `文件“${file.path}”在路上变了（SHA-256 不符），请重新报送。`)
    files.push({ ...file, staged })
  }

  await eachPart(request, async ({ field, stream, name }) => {
    if (!manifest) {
      if (field !== 'manifest') throw new Problem(400, '第一部分应当是清单（manifest）。')
      await takeManifest(stream)
    } else await takeFile(field, stream, name)
  })
  if (!manifest) throw new Problem(400, '没有清单（manifest）。')
  if (files.length < manifest.files.length)
    throw new Problem(422, `清单上有 ${manifest.files.length} 个文件，只附来了 ${files.length} 个。`)
  return { manifest, manifestText, files }
}

const largest = (file: ManifestFile) =>
  file.role === 'report' ? defaultLimits.reportBytes : defaultLimits.fileBytes

const tooLarge = () =>
  new Problem(
    413,
    `太大：一份最多 ${megabytes(defaultLimits.packageBytes)}，单个附件最多 ${megabytes(defaultLimits.fileBytes)}。`,
  )

/** Rejects once more has come than was said. */
async function* limited(stream: Readable, most: number, name: string): AsyncGenerator<Buffer> {
  let bytes = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > most) throw new Problem(422, `“${name}”比清单上写的长。`)
    yield chunk
  }
}

interface Part {
  readonly field: string
  readonly stream: Readable
  readonly name: string
}

/** One part after the other; rejects with what the first failing one says, and reads no further. */
function eachPart(request: IncomingMessage, take: (part: Part) => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let parser: BusboyInstance
    try {
      parser = new Busboy({
        headers: request.headers as { 'content-type': string },
        preservePath: true,
        isPartAFile: () => true,
        limits: { files: defaultLimits.files + 2, fields: 0, fieldNameSize: 100, headerPairs: 20 },
      })
    } catch {
      reject(new Problem(415, '请求不是 multipart/form-data。'))
      return
    }
    let taking: Promise<void> = Promise.resolve()
    let over = false
    const stop = (error: unknown) => {
      if (over) return
      over = true
      request.unpipe(parser)
      reject(error)
    }
    parser.on('file', (field, stream, name) => {
      // Whoever reads it hears of its errors; here they must only not end the process.
      stream.on('error', () => {})
      taking = taking.then(() => {
        if (over) {
          stream.resume()
          return
        }
        return take({ field, stream, name: name ?? '' })
      })
      taking.catch(stop)
    })
    parser.on('filesLimit', () => stop(new Problem(413, '附来的文件太多。')))
    parser.on('error', () => stop(new Problem(400, '请求不完整，或格式有误。')))
    parser.on('finish', () => {
      taking.then(() => {
        over = true
        resolve()
      }, stop)
    })
    const lost = () => stop(new Problem(400, '请求没有传完。'))
    request.on('aborted', lost)
    request.on('error', lost)
    request.pipe(parser)
  })
}
