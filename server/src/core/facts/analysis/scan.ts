// Which classes of cue words a block holds, asked in one pass before all work on its sentences.

import { createGate } from '../../text/gate'
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

const gate = createGate({
  problem: [
    ...stateWords,
    ...weakStateWords,
    ...cannotWords,
    ...incidentWords,
    ...complaintWords,
    ...nounWords,
    ...['未', '缺', '欠'],
  ],
  cause: [...causeWords, '因'],
  action: [...actionWords, ...actedWords],
  praise: praiseWords,
  lead: leadWords,
  head: headWords,
})

/** Classes of cues as bits. */
export const cue = gate.bit

/** The classes of cues that may stand in the text, as bits. */
export const cuesIn = (text: string): number => gate.scan(text)
