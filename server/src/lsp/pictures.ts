// What is known of the pictures beside a draft. The engine asks in the middle of a check and cannot wait: what is not known
// yet is looked up behind its back, and the draft is checked again when it is there.

import { addressesOf } from '../address'
import type { ImageFile } from '../core'
import type { Runtime } from './runtime'

export interface Pictures {
  /** For one check of the draft at a URI. `asked` tells afterwards whether the check depended on pictures. */
  lookup(uri: string): { images: (address: string) => ImageFile | undefined; asked(): boolean }
  /** Changes whenever something else is known than before. */
  version(): number
  /** Resolves when nothing is being looked up, or after that many milliseconds; false when nothing was. */
  settled(milliseconds: number): Promise<boolean>
  /** Files may have come or gone. */
  filesChanged(): void
}

/** A workspace of years has more pictures than anybody is looking at. */
const mostKnown = 5000

export function createPictures(
  { files, clock }: Pick<Runtime, 'files' | 'clock'>,
  late: () => void,
): Pictures {
  const known = new Map<string, ImageFile | undefined>()
  const pending = new Map<string, Promise<void>>()
  let version = 0
  let waiting = 0

  const look = (uri: string) => {
    if (pending.has(uri)) return
    const before = known.get(uri)
    const looking = files
      .picture(uri)
      .catch(() => undefined)
      .then(file => {
        pending.delete(uri)
        if (known.has(uri) && sameFile(before, file)) return
        if (known.size > mostKnown) known.clear()
        known.set(uri, file)
        version++
        // Whoever waits checks again by itself.
        if (waiting === 0 && pending.size === 0) late()
      })
    pending.set(uri, looking)
  }

  return {
    lookup(uri) {
      let asked = false
      return {
        images(address) {
          const targets = addressesOf(uri, address)
          if (targets.length === 0) return undefined
          asked = true
          for (const target of targets) if (!known.has(target)) look(target)
          return likeliest(targets.map(target => known.get(target)))
        },
        asked: () => asked,
      }
    },
    version: () => version,
    async settled(milliseconds) {
      if (pending.size === 0) return false
      waiting++
      let timer: { cancel(): void } | undefined
      const patience = new Promise<void>(resolve => {
        timer = clock.setTimer(resolve, milliseconds)
      })
      await Promise.race([Promise.all(pending.values()), patience])
      timer?.cancel()
      waiting--
      return true
    },
    filesChanged() {
      for (const uri of known.keys()) look(uri)
    },
  }
}

/** The one that is there; missing only where each is known to be missing. */
const likeliest = (files: readonly (ImageFile | undefined)[]): ImageFile | undefined =>
  files.find(file => file?.exists) ?? (files.includes(undefined) ? undefined : files[0])

function sameFile(a: ImageFile | undefined, b: ImageFile | undefined): boolean {
  return a?.exists === b?.exists && a?.width === b?.width && a?.height === b?.height
}
