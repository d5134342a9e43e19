// Numbers things in the order in which they first come, to tell what comes again. Thousands of paragraphs are read that way,
// and a `Map` for each costs most of the reading: one table serves all, and is cleared in no time.

export interface Ordinals {
  /** Forgets everything, and makes room for so many. */
  readonly clear: (size: number) => void
  /** The ordinal of a 32-bit number; as many as there were before when it is a new one. */
  readonly put: (key: number) => number
  /** The same; -1 when it has not come. */
  readonly find: (key: number) => number
}

const longest = 2 ** 30

export function createOrdinals(): Ordinals {
  // In each slot a stamp and a key. A stamp is an ordinal counted on from `base`, and what is below is forgotten.
  let slots = new Int32Array(2048)
  let mask = 1023
  let base = 1
  let next = 1
  const slotOf = (key: number) => {
    let slot = (key ^ (key >>> 15)) & mask
    while (slots[slot * 2]! >= base && slots[slot * 2 + 1] !== key) slot = (slot + 1) & mask
    return slot * 2
  }
  return {
    clear: size => {
      base = next
      if (size * 2 <= mask + 1 && base < longest) return
      let length = mask + 1
      while (length < size * 2) length *= 2
      slots = new Int32Array(length * 2)
      mask = length - 1
      base = 1
      next = 1
    },
    put: key => {
      const slot = slotOf(key)
      const stamp = slots[slot]!
      if (stamp >= base) return stamp - base
      slots[slot] = next
      slots[slot + 1] = key
      return next++ - base
    },
    find: key => {
      const stamp = slots[slotOf(key)]!
      return stamp >= base ? stamp - base : -1
    },
  }
}
