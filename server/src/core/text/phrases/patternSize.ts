// How long a match of a pattern can be, how it can begin, and what it can cost to look for.

import type { Pattern } from './pattern'

/** Fewest code units a match can have. */
export function shortest(pattern: Pattern): number {
  switch (pattern.type) {
    case 'char':
    case 'set':
      return 1
    case 'assertion':
      return 0
    case 'repeat':
      return pattern.least * shortest(pattern.item)
    case 'sequence':
      return pattern.items.reduce((sum, item) => sum + shortest(item), 0)
    case 'choice':
      return Math.min(...pattern.options.map(shortest))
  }
}

/** Most code units a match can have. */
export function longest(pattern: Pattern): number {
  switch (pattern.type) {
    case 'char':
    case 'set':
      return 1
    case 'assertion':
      return 0
    case 'repeat':
      return pattern.most * longest(pattern.item)
    case 'sequence':
      return pattern.items.reduce((sum, item) => sum + longest(item), 0)
    case 'choice':
      return Math.max(...pattern.options.map(longest))
  }
}

/**
 * How many ways there are to try one position. What follows each other multiplies. Options of a choice add up where they
 * begin alike, since all of them may fit; otherwise at one place one of them fits.
 */
export function cost(pattern: Pattern): number {
  switch (pattern.type) {
    case 'char':
    case 'set':
      return 1
    case 'assertion':
      return pattern.item ? cost(pattern.item) : 1
    case 'sequence':
      return pattern.items.reduce((ways, item) => Math.min(tooMany, ways * cost(item)), 1)
    case 'choice':
      return rivals(
        pattern.options,
        pattern.options.map(option => cost(option)),
      )
    case 'repeat': {
      const again = pattern.most > 1
      const inner = cost(pattern.item)
      const spread = pattern.most - pattern.least + 1
      const isFixed = inner === 1 && shortest(pattern.item) === longest(pattern.item)
      if (!again || isFixed) return spread * inner
      return Math.min(tooMany, spread * Math.max(inner, 2) ** Math.min(pattern.most, 30))
    }
  }
}

/** Options that begin alike are tried one after the other; the worst group counts. */
function rivals(options: readonly Pattern[], ways: readonly number[]): number {
  const starts = options.map(option => ({ words: wordsOf(option), chars: startsOf(option) }))
  const meet = (a: (typeof starts)[number], b: (typeof starts)[number]) =>
    a.words !== undefined && b.words !== undefined
      ? a.words.startsWith(b.words) || b.words.startsWith(a.words)
      : a.chars === null || b.chars === null || a.chars.some(char => b.chars!.includes(char))
  return Math.max(
    ...starts.map(own =>
      starts.reduce((sum, other, index) => sum + (meet(own, other) ? ways[index]! : 0), 0),
    ),
  )
}

/** The one text that a pattern matches, if it is one: 推动 and 推进 begin alike and are no rivals. */
function wordsOf(pattern: Pattern): string | undefined {
  if (pattern.type === 'char') return pattern.char
  if (pattern.type !== 'sequence') return undefined
  const parts = pattern.items.map(wordsOf)
  return parts.every(part => part !== undefined) ? parts.join('') : undefined
}

const tooMany = 1e9
const mostStarts = 64

/** The characters that a match can begin with, or null when they are many. */
export const startsOf = (pattern: Pattern): string[] | null => edgeOf(pattern, items => items)

/** The characters that a match can end with, or null when they are many. */
export const endsOf = (pattern: Pattern): string[] | null => edgeOf(pattern, items => [...items].reverse())

function edgeOf(
  pattern: Pattern,
  inward: (items: readonly Pattern[]) => readonly Pattern[],
): string[] | null {
  switch (pattern.type) {
    case 'char':
      return [pattern.char]
    case 'set':
      return pattern.chars === null ? null : pattern.chars.split('')
    case 'assertion':
      return []
    case 'repeat':
      return edgeOf(pattern.item, inward)
    case 'choice':
      return union(pattern.options.map(option => edgeOf(option, inward)))
    case 'sequence': {
      const parts: (string[] | null)[] = []
      for (const item of inward(pattern.items)) {
        parts.push(edgeOf(item, inward))
        if (shortest(item) > 0) break
      }
      return union(parts)
    }
  }
}

function union(parts: readonly (string[] | null)[]): string[] | null {
  if (parts.some(part => part === null)) return null
  const chars = [...new Set(parts.flatMap(part => part!))]
  return chars.length > mostStarts ? null : chars
}
