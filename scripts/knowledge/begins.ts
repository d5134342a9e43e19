// The first two characters of whatever a pattern can match, so that one pass over a text tells where to try it.

import type { Pattern } from '../../server/src/core/text/phrases/pattern'

const length = 2
const most = 2000

/** Every pair that a match can begin with; undefined when a match may begin with anything, or be shorter than a pair. */
export function beginsOf(pattern: Pattern): readonly string[] | undefined {
  const begins = headsOf(pattern)
  if (!begins || begins.size > most || [...begins].some(head => head.length < length)) return undefined
  return [...begins]
}

/** The first characters, at most two; shorter ones are whole matches. Undefined when they cannot be listed. */
function headsOf(pattern: Pattern): ReadonlySet<string> | undefined {
  switch (pattern.type) {
    case 'char':
      return new Set([pattern.char])
    case 'set':
      return pattern.chars === null ? undefined : new Set(pattern.chars)
    case 'assertion':
      return new Set([''])
    case 'choice':
      return union(pattern.options.map(headsOf))
    case 'sequence':
      return joined(pattern.items)
    case 'repeat': {
      const times = Math.min(pattern.most, Math.max(pattern.least, length))
      const counts = Array.from({ length: times - pattern.least + 1 }, (_, i) => pattern.least + i)
      return union(counts.map(count => joined(new Array<Pattern>(count).fill(pattern.item))))
    }
  }
}

function union(parts: readonly (ReadonlySet<string> | undefined)[]): ReadonlySet<string> | undefined {
  const all = new Set<string>()
  for (const part of parts) {
    if (!part) return undefined
    for (const head of part) all.add(head)
  }
  return all
}

function joined(items: readonly Pattern[]): ReadonlySet<string> | undefined {
  let heads: ReadonlySet<string> = new Set([''])
  for (const item of items) {
    const short = [...heads].filter(head => head.length < length)
    if (short.length === 0) break
    const next = headsOf(item)
    if (!next) return undefined
    const grown = new Set([...heads].filter(head => head.length >= length))
    for (const head of short) for (const more of next) grown.add((head + more).slice(0, length))
    heads = grown
  }
  return heads
}
