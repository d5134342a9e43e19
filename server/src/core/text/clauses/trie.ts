// Strings looked up code unit by code unit in typed arrays. Asking a Map for every run of characters of a text means one new
// string for each, and that was nine tenths of the time that the clause model took.

/** From two whole numbers to a third, which is never negative: open addressing, at most half full. */
export class PairTable {
  /** Left, right and value of a slot lie side by side, so that one look at memory finds all; value -1: the slot is free. */
  #slots: Int32Array
  #mask: number
  #count = 0

  /** `expected`: how many pairs will come, so that the table need not grow. */
  constructor(expected: number) {
    let slots = 16
    while (slots < expected * 2) slots *= 2
    this.#slots = new Int32Array(slots * width).fill(-1)
    this.#mask = slots - 1
  }

  /** -1 where the pair is not known. */
  get(left: number, right: number): number {
    return this.#slots[this.#placeOf(left, right) + 2]!
  }

  set(left: number, right: number, value: number): void {
    if (this.#count * 2 > this.#mask) this.#grow()
    const place = this.#placeOf(left, right)
    const slots = this.#slots
    if (slots[place + 2]! < 0) this.#count++
    slots[place] = left
    slots[place + 1] = right
    slots[place + 2] = value
  }

  /** Where the pair is, or where it would be put. */
  #placeOf(left: number, right: number): number {
    const slots = this.#slots
    const mask = this.#mask
    const hash = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b)
    let slot = (hash ^ (hash >>> 15)) & mask
    for (;;) {
      const place = slot * width
      if (slots[place + 2]! < 0 || (slots[place] === left && slots[place + 1] === right)) return place
      slot = (slot + 1) & mask
    }
  }

  #grow() {
    const old = this.#slots
    this.#slots = new Int32Array(old.length * 2).fill(-1)
    this.#mask = old.length / (width / 2) - 1
    this.#count = 0
    for (let place = 0; place < old.length; place += width)
      if (old[place + 2]! >= 0) this.set(old[place]!, old[place + 1]!, old[place + 2]!)
  }
}

/** A power of two, so that a slot never lies across two lines of memory. */
const width = 4

/** A set of strings as a tree of nodes, numbered in the order in which they came; what is known of a string hangs on its node. */
export class Trie {
  /** By the first code unit, because every search asks for it; 0: none. */
  readonly #first = new Int32Array(0x10000)
  readonly #next: PairTable
  /** By node a set of the code units that go on from it, one bit for many of them: most searches end here. */
  #ways: Int32Array
  #size = 1

  /** `expected`: about how many nodes will come. */
  constructor(expected = 0) {
    this.#next = new PairTable(expected)
    this.#ways = new Int32Array(Math.max(expected, 16))
  }

  /** One more than the highest node. */
  get size(): number {
    return this.#size
  }

  /** The node at which the text ends; the empty text has node 0. */
  add(text: string): number {
    let node = 0
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      let next = this.next(node, unit)
      if (next < 0) {
        next = this.#size++
        if (node === 0) this.#first[unit] = next
        else this.#lead(node, unit, next)
      }
      node = next
    }
    return node
  }

  #lead(node: number, unit: number, next: number) {
    if (node >= this.#ways.length) {
      const ways = new Int32Array(this.#size * 2)
      ways.set(this.#ways)
      this.#ways = ways
    }
    this.#ways[node]! |= wayOf(unit)
    this.#next.set(node, unit, next)
  }

  /** The node that lies behind `node` by way of a code unit; -1 where nothing goes on so. */
  next(node: number, unit: number): number {
    if (node === 0) return this.#first[unit]! || -1
    return (this.#ways[node]! & wayOf(unit)) === 0 ? -1 : this.#next.get(node, unit)
  }

  /** The node of a text; -1 where no string of the tree begins so. */
  find(text: string): number {
    let node = 0
    for (let i = 0; i < text.length && node >= 0; i++) node = this.next(node, text.charCodeAt(i))
    return node
  }
}

const wayOf = (unit: number) => 1 << (Math.imul(unit, 0x9e3779b1) >>> 27)
