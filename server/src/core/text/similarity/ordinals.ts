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

/** Of each slot: the turn in which it was filled, the key, its ordinal, and nothing. */
const width = 4

export function createOrdinals(): Ordinals {
  let slots = new Int32Array(1024 * width)
  let mask = 1023
  let turn = 0
  let count = 0
  const slotOf = (key: number) => {
    let slot = (key ^ (key >>> 15)) & mask
    while (slots[slot * width] === turn && slots[slot * width + 1] !== key) slot = (slot + 1) & mask
    return slot * width
  }
  return {
    clear: size => {
      count = 0
      turn = (turn + 1) | 0
      if (size * 2 <= mask + 1 && turn !== 0) return
      let length = mask + 1
      while (length < size * 2) length *= 2
      slots = new Int32Array(length * width)
      mask = length - 1
      turn = 1
    },
    put: key => {
      const slot = slotOf(key)
      if (slots[slot] === turn) return slots[slot + 2]!
      slots[slot] = turn
      slots[slot + 1] = key
      slots[slot + 2] = count
      return count++
    },
    find: key => {
      const slot = slotOf(key)
      return slots[slot] === turn ? slots[slot + 2]! : -1
    },
  }
}
