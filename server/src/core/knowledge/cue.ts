// What an entry of server/knowledge is in the code: words or a pattern under a stable name. The generated files beside this one
// hold nothing but cues, so that nothing that a linguist would change stands in a rule.

export interface Cue {
  /** `<area>.<id>` of the YAML entry. */
  readonly id: string
  /** Source of a regular expression, references already put in. To use it inside another one, write `(?:${cue.source})`. */
  readonly source: string
  /** The entry lists plain words, longer ones before their own beginnings. */
  readonly plain?: true
  /** What the entry says of itself for the code that uses it, such as a class or a level. */
  readonly with?: Readonly<Record<string, string | number | boolean>>
  /** The pairs of characters that a match can begin with, blanks between them; of entries that are looked for in whole texts. */
  readonly begins?: string
  /** Why the entry is there, in Chinese; only in areas that say `shown`, for messages to the writer. */
  readonly why?: string
}

/** The expression of a cue, with the flags of `RegExp`. Make it once, outside of functions. */
export function expressionOf({ source }: Cue, flags = ''): RegExp {
  return new RegExp(source, flags)
}

/** The words of a cue that lists words; throws for one that holds a pattern. */
export function wordsOf({ id, source, plain }: Cue): ReadonlySet<string> {
  if (!plain) throw new TypeError(`${id} is a pattern, not a list of words`)
  return new Set(source.split('|'))
}

/** Several cues as one expression, in the order given. */
export function anyOf(cues: readonly Cue[], flags = ''): RegExp {
  return new RegExp(cues.map(({ source }) => source).join('|'), flags)
}
