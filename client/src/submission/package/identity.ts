// The id of a package: made from what is reported and nothing else, so that a retry, a restart or another machine
// arrives at the same one, and a receiver that has seen it answers with its receipt instead of taking it twice.
import { createHash } from 'node:crypto'
import { withoutHandInFields } from '../text/handInFields'

export interface ReferencedContent {
  reference: string
  sha256: string
}

/** Shape of every id: `lg1-` and 160 bits of SHA-256 in hex. */
export const idPattern = /^lg1-[0-9a-f]{40}$/

export function packageId(text: string, contents: readonly ReferencedContent[]): string {
  const hash = createHash('sha256').update('ligao-package/1\n')
  hash.update(JSON.stringify(withoutHandInFields(text)))
  const lines = contents.map(each => JSON.stringify([each.reference, each.sha256]))
  for (const line of [...new Set(lines)].sort()) hash.update(`\n${line}`)
  return `lg1-${hash.digest('hex').slice(0, 40)}`
}
