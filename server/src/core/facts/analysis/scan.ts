// Asks a text which classes of cue words it holds, in one pass that looks at two characters at a time: the gate before all
// work on sentences. A regular expression of six hundred alternatives takes ten times as long.

import {
  actedWords,
  actionWords,
  cannotWords,
  causeWords,
  complaintWords,
  headWords,
  incidentWords,
  leadWords,
  nounWords,
  praiseWords,
  stateWords,
  weakStateWords,
} from './cues'

/** Classes of cues as bits. */
export const cue = { problem: 1, cause: 2, action: 4, praise: 8, lead: 16, head: 32 } as const

const first = new Uint8Array(0x10000)
const single = new Uint8Array(0x10000)
const pairs = new Uint8Array(0x10000)

const slot = (a: number, b: number) => (a * 31 + b * 7) & 0xffff

// Only the first two characters are looked at; a rare false alarm costs one reading of the block, never a finding.
function register(words: readonly string[], bit: number) {
  for (const word of words) {
    const a = word.charCodeAt(0)
    first[a] = 1
    if (word.length === 1) single[a]! |= bit
    else pairs[slot(a, word.charCodeAt(1))]! |= bit
  }
}

register(stateWords, cue.problem)
register(weakStateWords, cue.problem)
register(cannotWords, cue.problem)
register(incidentWords, cue.problem)
register(complaintWords, cue.problem)
register(nounWords, cue.problem)
register(['未', '缺', '欠'], cue.problem)
register(causeWords, cue.cause)
register(['因'], cue.cause)
register(actionWords, cue.action)
register(actedWords, cue.action)
register(praiseWords, cue.praise)
register(leadWords, cue.lead)
register(headWords, cue.head)

/** The classes of cues that may stand in the text, as bits. */
export function cuesIn(text: string): number {
  let found = 0
  for (let i = 0; i < text.length; i++) {
    const a = text.charCodeAt(i)
    if (first[a] === 1) found |= single[a]! | pairs[slot(a, text.charCodeAt(i + 1))]!
  }
  return found
}
