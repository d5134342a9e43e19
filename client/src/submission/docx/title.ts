// Lines of a title: even, and never cut through a word (domain rule: 回行不拆词).

/** The longest line in 二号: 156 mm / 22 pt. */
const titleLineChars = 20
/**
 * Longer than any title. What is longer is cut where the line ends: the word breaker hands out a copy of the whole text with
 * each word, and every cut looks at all of them.
 */
const longestTitle = 400

export function titleLines(title: string): string[] {
  const count = Math.ceil(title.length / titleLineChars)
  if (count <= 1) return [title]
  if (title.length > longestTitle)
    return Array.from({ length: count }, (_, i) => title.slice(i * titleLineChars, (i + 1) * titleLineChars))
  const ends = wordEnds(title)
  const lines: string[] = []
  let start = 0
  for (let left = count; start < title.length; left--) {
    const rest = title.length - start
    if (rest <= titleLineChars) {
      lines.push(title.slice(start))
      break
    }
    const cut = bestEnd(title, ends, start, Math.ceil(rest / Math.max(2, left)))
    lines.push(title.slice(start, cut))
    start = cut
  }
  return lines
}

// The platform's own word breaker; a name or a figure is one word for it often enough.
function wordEnds(title: string): number[] {
  const words = new Intl.Segmenter('zh', { granularity: 'word' }).segment(title)
  return [...words].map(({ index, segment }) => index + segment.length)
}

const isLone = (ends: readonly number[], end: number): boolean =>
  (end === 1 || ends.includes(end - 1)) && ends.includes(end + 1)

// Nearest to the even length; after a pause or a particle gladly, before closing punctuation never.
function bestEnd(title: string, ends: readonly number[], start: number, ideal: number): number {
  const cost = (end: number): number => {
    const before = title[end - 1] ?? ''
    const after = title[end] ?? ''
    if (/[“《（(〔]/.test(before) || /[”》）)〕，、。：的了]/.test(after)) return 100
    // Two single characters side by side are mostly one word that the breaker does not know (排|查).
    const lone = isLone(ends, end) ? 3 : 0
    return Math.abs(end - start - ideal) + lone - (/[的和与及、，：—]/.test(before) ? 2 : 0)
  }
  const possible = ends.filter(end => end > start + 1 && end - start <= titleLineChars)
  return possible.length === 0
    ? start + titleLineChars
    : possible.reduce((best, end) => (cost(end) < cost(best) ? end : best))
}
