// Regular expressions that are bound to the beginning or the end of a text. One look at the character there tells whether
// the expression is worth asking; which characters may stand there is read from the expression itself.

import { type Pattern, readPattern } from './phrases/pattern'
import { endsOf, shortest, startsOf } from './phrases/patternSize'

export interface Edge {
  readonly test: (text: string) => boolean
  /** With this code unit at the edge the expression may match: to be asked before a text is cut out of another. */
  readonly may: (unit: number) => boolean
}

/** An expression that begins with `^`. */
export const opening = (expression: RegExp): Edge => new Watched(expression, startsOf, false)

/** An expression that ends in `$`. */
export const ending = (expression: RegExp): Edge => new Watched(expression, endsOf, true)

type Chars = readonly string[] | null

// Thirty-one expressions share a table, so that many questions about one character look at one entry.
let table = new Int32Array(0x10000)
let taken = 0
const noTable = new Int32Array(0)

// A class, so that all who ask know one shape. An expression is read when it is first asked: many never are.
class Watched implements Edge {
  readonly #expression: RegExp
  readonly #charsOf: (pattern: Pattern) => Chars
  readonly #atEnd: boolean
  #table = noTable
  #bit = 0
  /** What holds where the table says nothing, as of an empty text. */
  #beyond = 0

  constructor(expression: RegExp, charsOf: (pattern: Pattern) => Chars, atEnd: boolean) {
    this.#expression = expression
    this.#charsOf = charsOf
    this.#atEnd = atEnd
  }

  test(text: string): boolean {
    return this.may(text.charCodeAt(this.#atEnd ? text.length - 1 : 0)) && this.#expression.test(text)
  }

  may(unit: number): boolean {
    if (this.#bit === 0) this.#read()
    return ((this.#table[unit] ?? this.#beyond) & this.#bit) !== 0
  }

  #read(): void {
    const { source, ignoreCase } = this.#expression
    const pattern = ignoreCase ? undefined : readPattern(source)
    const chars = pattern && shortest(pattern) > 0 ? this.#charsOf(pattern) : null
    if (!chars) {
      // Any character may stand there, or none has to: always ask.
      this.#bit = 1
      this.#beyond = 1
      return
    }
    if (taken === 31) {
      table = new Int32Array(0x10000)
      taken = 0
    }
    this.#table = table
    this.#bit = 1 << taken++
    for (const char of chars) table[char.charCodeAt(0)]! |= this.#bit
  }
}
