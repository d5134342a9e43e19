// Where each number was first seen, for some thousand numbers at once: a `Map` made for every key that is pressed costs ten
// times as much.

/** Slots for `size` numbers of 32 bits. Made once and emptied for each use; no two uses at a time. */
export interface FirstSeen {
  clear(size: number): void
  /** Undefined where the number was not seen. */
  get(number: number): number | undefined
  /** Keeps what was said first. */
  add(number: number, at: number): void
}

export function createFirstSeen(): FirstSeen {
  let mask = 0
  let numbers = new Uint32Array(0)
  /** `at` over `floor`; what is below it is from an earlier use. */
  let places = new Uint32Array(0)
  let floor = 1
  let highest = 0
  const slotOf = (number: number): number => {
    let slot = Math.imul(number, 0x9e3779b1) >>> 7
    for (slot &= mask; places[slot]! >= floor && numbers[slot] !== number; slot = (slot + 1) & mask);
    return slot
  }
  return {
    clear(size) {
      floor += highest + 1
      highest = 0
      const slots = 2 ** Math.ceil(Math.log2(Math.max(16, size * 2)))
      if (slots <= places.length && floor < 2 ** 31) return
      numbers = new Uint32Array(Math.max(slots, places.length))
      places = new Uint32Array(numbers.length)
      mask = numbers.length - 1
      floor = 1
    },
    get(number) {
      const place = places[slotOf(number)]!
      return place < floor ? undefined : place - floor
    },
    add(number, at) {
      const slot = slotOf(number)
      if (places[slot]! >= floor) return
      numbers[slot] = number
      places[slot] = at + floor
      highest = Math.max(highest, at)
    },
  }
}
