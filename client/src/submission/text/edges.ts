// What stands at the edges of a text, found by looking at the edges. A pattern such as `[. ]+$` is tried from every place of
// every run in the text, so its time grows with the square of a long run.

/** The text without those of `chars` that stand at its end. `chars` are single UTF-16 code units. */
export function withoutEnd(text: string, chars: string): string {
  let end = text.length
  while (end > 0 && chars.includes(text[end - 1]!)) end--
  return text.slice(0, end)
}

/** The text without those of `chars` that stand at its start. */
export function withoutStart(text: string, chars: string): string {
  let start = 0
  while (start < text.length && chars.includes(text[start]!)) start++
  return text.slice(start)
}

export interface HeadingLine {
  /** 1 to 6. */
  readonly depth: number
  /** Without the marks and the blanks around them. */
  readonly text: string
}

/** `## 甲 ##` as a heading; undefined where the line is none. */
export function headingLine(line: string): HeadingLine | undefined {
  const mark = /^#{1,6}(?=[ \t])/.exec(line)
  if (!mark) return undefined
  const depth = mark[0].length
  return { depth, text: withoutStart(withoutEnd(line.slice(depth), ' \t#'), ' \t') }
}

/** The first heading of a text, of this depth or above, that says something. */
export function firstHeading(text: string, deepest: number): string | undefined {
  for (const [line] of text.matchAll(/^#{1,6}[ \t].*/gm)) {
    const heading = headingLine(line)
    if (heading && heading.depth <= deepest && heading.text !== '') return heading.text
  }
  return undefined
}
