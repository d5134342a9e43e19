// What may stand behind the first characters of a match: looked up in a table, it spares most attempts of an expression.

import type { Pattern } from './pattern'

/** Goes on behind a part that took the prefix up to `at`. */
type Then = (at: number) => void

/**
 * The characters that may follow `prefix` where a match begins with it. Null when any may: because the expression says so, or
 * because it may end there.
 */
export function followersOf(pattern: Pattern, prefix: string): ReadonlySet<string> | null {
  const found = new Set<string>()
  let any = false
  const take = (chars: string | null, at: number, then: Then) => {
    if (at < prefix.length) {
      if (chars === null || chars.includes(prefix[at]!)) then(at + 1)
    } else if (chars === null) any = true
    else for (const char of chars.split('')) found.add(char)
  }
  const walk = (part: Pattern, at: number, then: Then) => {
    if (any) return
    if (part.type === 'char') take(part.char, at, then)
    else if (part.type === 'set') take(part.chars, at, then)
    else if (part.type === 'assertion') then(at)
    else if (part.type === 'choice') for (const option of part.options) walk(option, at, then)
    else if (part.type === 'sequence') walkAll(part.items, 0, at, then)
    else repeat(part.item, part.least, part.most, at, then)
  }
  const walkAll = (items: readonly Pattern[], index: number, at: number, then: Then) => {
    // Most parts are words of which the first character does not fit.
    let item = items[index]
    for (; item?.type === 'char' && item.char === prefix[at]; item = items[index]) {
      index++
      at++
    }
    if (item?.type === 'char') take(item.char, at, then)
    else if (item) walk(item, at, to => walkAll(items, index + 1, to, then))
    else then(at)
  }
  const repeat = (item: Pattern, least: number, most: number, at: number, then: Then) => {
    if (least <= 0) then(at)
    if (most > 0) walk(item, at, to => (to > at ? repeat(item, least - 1, most - 1, to, then) : then(to)))
  }
  walk(pattern, 0, () => {
    any = true
  })
  return any ? null : found
}
