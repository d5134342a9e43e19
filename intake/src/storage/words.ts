// Full-text search over Chinese, where words are not parted by blanks: a text is kept as the pairs of neighbouring characters, and
// what is looked for must have its pairs in the same row. Two characters are the commonest thing to look for (秸秆、防汛), which
// indexes of three characters cannot find.

/** What counts: letters and digits of any script. Everything else parts rows. */
const row = /[\p{L}\p{N}]+/gu

/** 全镇秸秆 → 全镇 镇秸 秸秆 秆. The last character stands alone: it is found by itself, and it parts one row from the next. */
export function gramsOf(text: string): string {
  const grams: string[] = []
  for (const [run] of text.toLowerCase().matchAll(row)) {
    const characters = [...run]
    characters.forEach((character, i) => {
      grams.push(character + (characters[i + 1] ?? ''))
    })
  }
  return grams.join(' ')
}

/** The query in the index's own language; undefined where nothing can be looked for. Every row of the query must be met. */
export function matchOf(query: string): string | undefined {
  const phrases = [...query.toLowerCase().matchAll(row)].slice(0, 20).map(([run]) => {
    const characters = [...run].slice(0, 40)
    if (characters.length === 1) return `"${characters[0]}" *`
    return `"${characters
      .slice(0, -1)
      .map((character, i) => character + characters[i + 1])
      .join(' ')}"`
  })
  return phrases.length === 0 ? undefined : phrases.join(' AND ')
}
