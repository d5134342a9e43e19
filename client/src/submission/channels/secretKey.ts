// What a secret is bound to, in the editor and in the terminal alike: the settings of a channel may come from anybody's folder,
// and a secret goes only to the place that it was given for.
import { createHash } from 'node:crypto'
import type { Channel, SecretPlace } from './types'

export function secretPlaceOf({ name, type, target, settings }: Channel): SecretPlace {
  const ca = (settings as { ca?: string } | undefined)?.ca
  return { channel: name, type, target, ...(ca && { ca }) }
}

/** One word for the place, which tells nothing of it. */
export const secretKey = ({ channel, type, target, ca }: SecretPlace): string =>
  createHash('sha256')
    .update(JSON.stringify(ca ? [channel, type, target, ca] : [channel, type, target]))
    .digest('hex')
    .slice(0, 32)
