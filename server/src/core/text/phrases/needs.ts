// Characters without which a pattern cannot match: where none of them follows an anchor, no expression has to be asked.

import type { Pattern } from './pattern'

/** One of these characters stands in every match. */
type Need = string

/** A need of more characters is met by almost any sentence. */
const mostChars = 12
/** Each is looked up at every anchor; the first two or three turn away nearly all that can be turned away. */
const mostNeeds = 3

/** What a match needs besides its anchor, the rarest first. */
export function needsOf(pattern: Pattern, anchors: readonly string[]): Need[] {
  const told = (need: Need) => anchors.every(anchor => holdsOneOf(anchor, need))
  return [...new Set(allNeeds(pattern))]
    .filter(need => !told(need))
    .sort((a, b) => a.length - b.length)
    .slice(0, mostNeeds)
}

/** From the end: what stands far from the anchor says more than what stands beside it. */
function allNeeds(pattern: Pattern): Need[] {
  switch (pattern.type) {
    case 'char':
      return [pattern.char]
    case 'set':
      return pattern.chars !== null && pattern.chars.length <= mostChars ? [pattern.chars] : []
    case 'assertion':
      return []
    case 'repeat':
      return pattern.least > 0 ? allNeeds(pattern.item) : []
    case 'sequence':
      return pattern.items.map(allNeeds).reverse().flat()
    case 'choice': {
      const need = needOfAny(pattern.options)
      return need ? [need] : []
    }
  }
}

/** A character of each option, as few as possible in all. */
function needOfAny(options: readonly Pattern[]): Need | undefined {
  let chosen = ''
  for (const option of options) {
    const added = allNeeds(option)
      .map(need => withoutAny(need, chosen))
      .sort((a, b) => a.length - b.length)[0]
    if (added === undefined) return undefined
    chosen += added
    if (chosen.length > mostChars) return undefined
  }
  return chosen
}

const withoutAny = (chars: string, others: string) =>
  chars
    .split('')
    .filter(char => !others.includes(char))
    .join('')

const holdsOneOf = (word: string, chars: string) => chars.split('').some(char => word.includes(char))
