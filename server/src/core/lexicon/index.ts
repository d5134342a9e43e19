// The built-in lexicon as the rules use it: classes by letter and one matcher, made when first asked for.

import { compilePhrases, type PhraseMatcher } from '../text/phrases/matcher'
import { phraseClasses, phraseEntries } from './lexicons.generated'
import type { ClassId, PhraseClass } from './types'

const byId = new Map(phraseClasses.map(entry => [entry.id, entry]))

export function classOf(id: ClassId): PhraseClass {
  return byId.get(id)!
}

let matcher: PhraseMatcher | undefined

/** Compiling takes a few milliseconds, so it waits for the first report. */
export function builtInMatcher(): PhraseMatcher {
  matcher ??= compilePhrases(phraseEntries)
  return matcher
}

export { phraseClasses, phraseEntries }
