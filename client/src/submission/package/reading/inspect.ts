// Looks for classification marks in what travels with a report, whatever kind of file it is. The readers are a bundle of their own
// (dist/attachment-reader.js), loaded with the first attachment.
import { breathe } from '../../runtime'

/** `unreadable`: some of its words could not be read, and what could be carries no mark. */
export type Inspection = 'clean' | 'marked' | 'unreadable'

export async function inspectAttachment(name: string, bytes: Uint8Array): Promise<Inspection> {
  await breathe()
  const { inspect } = await import('./read')
  const found = inspect(name, bytes)
  await breathe()
  return found
}
