// Which of several expressions bound to the start (`^…`) may match, told by the first character alone. What the characters
// are is read from the expressions themselves. Beside `gate.ts`, which looks for their words anywhere.

import { readPattern } from './phrases/pattern'
import { shortest, startsOf } from './phrases/pattern-size'

export interface Opening<Name extends string> {
  /** The expressions that may match a text with this first character, as bits. */
  readonly of: (first: number) => number
  readonly bit: Readonly<Record<Name, number>>
}

/** At most eight expressions; what has no certain first character may always match. */
export function createOpening<Name extends string>(
  expressions: Readonly<Record<Name, RegExp>>,
): Opening<Name> {
  const names = Object.keys(expressions) as Name[]
  if (names.length > 8) throw new RangeError('an opening has room for 8 expressions')
  const bit = Object.fromEntries(names.map((name, i) => [name, 1 << i])) as Record<Name, number>
  let table: Uint8Array | undefined
  return {
    bit,
    of: first => {
      table ??= tableOf(names.map(name => [bit[name], expressions[name]]))
      return table[first]!
    },
  }
}

function tableOf(expressions: readonly (readonly [bit: number, expression: RegExp])[]): Uint8Array {
  const table = new Uint8Array(0x10000)
  for (const [bit, { source, ignoreCase }] of expressions) {
    const pattern = ignoreCase ? undefined : readPattern(source)
    const firsts = pattern && shortest(pattern) > 0 ? startsOf(pattern) : null
    if (firsts) for (const char of firsts) table[char.charCodeAt(0)]! |= bit
    else for (let unit = 0; unit < table.length; unit++) table[unit]! |= bit
  }
  return table
}
