// The body of a hand-in as multipart/form-data, streamed from the spool: memory stays flat whatever the size.
import * as path from 'node:path'
import type { Disk } from '../../disk'
import type { Parcel } from '../types'

export interface MultipartBody {
  contentType: string
  length: number
  chunks(): AsyncGenerator<Uint8Array>
}

interface Part {
  head: Buffer
  bytes: number
  content: Buffer | string
}

// As browsers write it: UTF-8, with only quote and line ends escaped.
const quoted = (name: string): string =>
  name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const disposition = (field: string, fileName: string): string =>
  `Content-Disposition: form-data; name="${field}"; filename="${quoted(fileName)}"`

export function multipartBody(parcel: Parcel, boundary: string, disk: Disk): MultipartBody {
  const part = (
    field: string,
    name: string,
    type: string,
    bytes: number,
    content: Part['content'],
  ): Part => ({
    head: Buffer.from(`--${boundary}\r\n${disposition(field, name)}\r\nContent-Type: ${type}\r\n\r\n`),
    bytes,
    content,
  })
  const { manifest, manifestBytes, folder } = parcel
  const parts = [
    part('manifest', 'manifest.json', 'application/json', manifestBytes.length, manifestBytes),
    ...manifest.files.map(file => {
      const type = file.role === 'report' ? 'text/markdown; charset=utf-8' : file.mediaType
      const field = file.role === 'report' ? 'report' : 'file'
      return part(field, file.path, type, file.bytes, path.join(folder, ...file.path.split('/')))
    }),
  ]
  const end = Buffer.from(`--${boundary}--\r\n`)
  const length = parts.reduce((sum, each) => sum + each.head.length + each.bytes + 2, end.length)
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (const each of parts) {
      yield each.head
      if (typeof each.content === 'string') yield* disk.stream(each.content)
      else yield each.content
      yield lineEnd
    }
    yield end
  }
  return { contentType: `multipart/form-data; boundary=${boundary}`, length, chunks }
}

const lineEnd = Buffer.from('\r\n')
