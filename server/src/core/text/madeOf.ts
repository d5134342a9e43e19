// Is a text nothing but words of a list, one behind the other? A regular expression `^(?:但|但是|是)*$` asks the same but tries
// every way to cut the text where words overlap, which doubles with each 但是. Here each place is looked at once.

/** Answers in time that grows with the text: its length times the lengths that words have. The empty text is made of any list. */
export function createMadeOf(words: Iterable<string>): (text: string) => boolean {
  const known = new Set(words)
  const lengths = [...new Set([...known].map(({ length }) => length))].filter(length => length > 0)
  return text => {
    // Places up to which the text is made of words.
    const reached = new Uint8Array(text.length + 1)
    reached[0] = 1
    for (let at = 0; at < text.length; at++) {
      if (!reached[at]) continue
      for (const length of lengths)
        if (at + length <= text.length && !reached[at + length] && known.has(text.slice(at, at + length)))
          reached[at + length] = 1
    }
    return reached[text.length] === 1
  }
}
