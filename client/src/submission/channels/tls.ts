// The certificates that a channel trusts: the usual ones, and the office's own where the settings name a file.
import { rootCertificates } from 'node:tls'
import type { Disk } from '../disk'
import { notice, noticeError } from '../messages'

const largest = 2 * 1024 * 1024

export async function trustedCertificates(ca: string | undefined, disk: Disk): Promise<string[] | undefined> {
  if (ca === undefined) return undefined
  const unreadable = noticeError(notice('ca-unreadable', { file: ca }))
  try {
    const { kind, size } = await disk.facts(ca)
    if (kind !== 'file' || size > largest) throw unreadable
    const text = (await disk.read(ca)).toString('utf8')
    if (!text.includes('-----BEGIN CERTIFICATE-----')) throw unreadable
    return [...rootCertificates, text]
  } catch {
    throw unreadable
  }
}
