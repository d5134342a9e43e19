// Regular expressions that are bound to the beginning or the end of a text. One look at the character there tells whether
// the expression is worth asking; which characters may stand there is read from the expression itself.

import { type Pattern, readPattern } from './phrases/pattern'
import { endsOf, shortest, startsOf } from './phrases/pattern-size'

export interface Edge {
  readonly test: (text: string) => boolean
}

/** An expression that begins with `^`. */
export const opening = (expression: RegExp): Edge => edge(expression, startsOf, false)

/** An expression that ends in `$`. */
export const ending = (expression: RegExp): Edge => edge(expression, endsOf, true)

type Chars = readonly string[] | null

function edge(expression: RegExp, charsOf: (pattern: Pattern) => Chars, atEnd: boolean): Edge {
  const pattern = expression.ignoreCase ? undefined : readPattern(expression.source)
  const chars = pattern && shortest(pattern) > 0 ? charsOf(pattern) : null
  // Where any character may stand, or none has to, there is nothing to be gained.
  return chars ? new Watched(expression, atEnd, chars) : expression
}

// Thirty-one expressions share a table, so that many questions about one character look at one entry.
let table = new Int32Array(0x10000)
let taken = 0

// A class, so that all who ask know one shape.
class Watched implements Edge {
  readonly #expression: RegExp
  readonly #atEnd: boolean
  readonly #table: Int32Array
  readonly #bit: number

  constructor(expression: RegExp, atEnd: boolean, chars: readonly string[]) {
    if (taken === 31) {
      table = new Int32Array(0x10000)
      taken = 0
    }
    this.#expression = expression
    this.#atEnd = atEnd
    this.#table = table
    this.#bit = 1 << taken++
    for (const char of chars) table[char.charCodeAt(0)]! |= this.#bit
  }

  test(text: string): boolean {
    // An empty text has no such character, and no match either.
    const code = text.charCodeAt(this.#atEnd ? text.length - 1 : 0)
    return (this.#table[code]! & this.#bit) !== 0 && this.#expression.test(text)
  }
}
