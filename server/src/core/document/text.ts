// The text of a draft in pages: a key that is pressed costs a page, and not a copy of the whole report.

import { pieceAt } from '../search'
import type { Span } from '../types'

/** UTF-16 units that a page has when a text is first cut; it may grow to twice as many. */
const pageLength = 4096

/** Unchanging, as a string is. Offsets are UTF-16 and half-open; what lies outside is cut off. */
export class Text {
  readonly length: number
  readonly #pages: readonly string[]
  /** Offset of each page. */
  readonly #starts: readonly number[]
  #whole: string | undefined

  private constructor(pages: readonly string[], whole?: string) {
    let length = 0
    this.#starts = pages.map(page => {
      const start = length
      length += page.length
      return start
    })
    this.#pages = pages
    this.length = length
    this.#whole = whole
  }

  static of(text: string | Text): Text {
    return typeof text === 'string' ? new Text(pagesOf(text), text) : text
  }

  /** The text with `inserted` in the place of a span. */
  replaced({ start, end }: Span, inserted: string): Text {
    const first = this.#pageAt(start)
    const last = this.#pageAt(end)
    const head = this.#pages[first]!.slice(0, start - this.#starts[first]!)
    const tail = this.#pages[last]!.slice(end - this.#starts[last]!)
    let changed = head + inserted + tail
    let behind = last + 1
    // What was cut to pieces grows together again.
    if (changed.length < pageLength / 2 && behind < this.#pages.length) changed += this.#pages[behind++]!
    const pages = changed.length > 2 * pageLength ? pagesOf(changed) : [changed]
    return new Text([...this.#pages.slice(0, first), ...pages, ...this.#pages.slice(behind)])
  }

  slice(start: number, end = this.length): string {
    const from = Math.max(0, start)
    const to = Math.min(end, this.length)
    if (from >= to) return ''
    if (this.#whole !== undefined) return this.#whole.slice(from, to)
    const first = this.#pageAt(from)
    const last = this.#pageAt(to - 1)
    const head = this.#pages[first]!.slice(from - this.#starts[first]!, to - this.#starts[first]!)
    if (first === last) return head
    const tail = this.#pages[last]!.slice(0, to - this.#starts[last]!)
    return head + this.#pages.slice(first + 1, last).join('') + tail
  }

  /** Offset of the first `part` at or behind `from`; -1 without one. */
  indexOf(part: string, from = 0): number {
    for (let page = this.#pageAt(from); page < this.#pages.length; page++) {
      const start = Math.max(from, this.#starts[page]!)
      const at = this.slice(start, this.#end(page) + part.length - 1).indexOf(part)
      if (at >= 0) return start + at
    }
    return -1
  }

  /** Offset of the last `part` that begins at or before `from`; -1 without one. */
  lastIndexOf(part: string, from: number): number {
    if (from < 0) return -1
    for (let page = this.#pageAt(from); page >= 0; page--) {
      const start = this.#starts[page]!
      const last = Math.min(from + 1, this.#end(page))
      const at = this.slice(start, last + part.length - 1).lastIndexOf(part)
      if (at >= 0) return start + at
    }
    return -1
  }

  /** In one piece: what costs as much as the text is long. */
  toString(): string {
    this.#whole ??= this.#pages.join('')
    return this.#whole
  }

  #end(page: number): number {
    return this.#starts[page]! + this.#pages[page]!.length
  }

  /** The page that holds an offset; the last one for the end of the text and beyond. */
  #pageAt(offset: number): number {
    return pieceAt(this.#starts, offset)
  }
}

/** Without its line break. */
export function firstLine(text: Text): Span {
  const lf = text.indexOf('\n')
  const end = lf < 0 ? text.length : lf
  return { start: 0, end: text.slice(end - 1, end) === '\r' ? end - 1 : end }
}

/** At least one, which may be empty. */
function pagesOf(text: string): string[] {
  const pages: string[] = []
  for (let at = 0; at === 0 || at < text.length; at += pageLength) pages.push(text.slice(at, at + pageLength))
  return pages
}
