// What a character may mean to those who read a block. All keep their marks in one table, so that one look at a character
// serves them all, and most blocks need no second one.

const kinds = new Uint8Array(0x10000)
let taken = 0

/** A bit of its own for these characters. There is room for eight. */
export function characterKind(chars: string): number {
  const bit = 1 << taken++
  if (bit > 0x80) throw new RangeError('no room for another kind of characters')
  for (let i = 0; i < chars.length; i++) kinds[chars.charCodeAt(i)]! |= bit
  return bit
}

/** Where the next character of these kinds stands, or the end. Nearly all characters of prose pass through this loop. */
export function nextOf(wanted: number, text: string, from: number): number {
  const end = text.length
  let at = from
  while (at < end && (kinds[text.charCodeAt(at)]! & wanted) === 0) at++
  return at
}

/** The kinds of a character, given by its code unit. */
export function kindsOf(unit: number): number {
  return kinds[unit]!
}
