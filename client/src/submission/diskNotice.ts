// Turns an errno into a sentence that tells a writer whether the disk is full, locked, or gone.
import { errorCode } from './disk'
import { type Notice, notice, noticeOf } from './messages'

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const locked = new Set(['EACCES', 'EPERM', 'EROFS'])
const gone = new Set([
  'ENOENT',
  'ENOTDIR',
  'ESTALE',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTCONN',
  'ENXIO',
])

export function diskNotice(error: unknown, file: string): Notice {
  const code = errorCode(error)
  if (full.has(code)) return notice('disk-full', { file })
  if (locked.has(code)) return notice('disk-read-only', { file })
  if (code === 'ENAMETOOLONG') return notice('name-too-long', { file })
  if (gone.has(code)) return notice('folder-gone', { file })
  return noticeOf(error) ?? notice('disk-error', { file, detail: code || 'unknown' })
}
