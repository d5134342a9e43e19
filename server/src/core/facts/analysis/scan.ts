// Which classes of cue words a block holds, asked in one pass before all work on its sentences.

import { createGate } from '../../text/gate'
import {
  actedWords,
  actionWords,
  cannotWords,
  causeWords,
  complaintWords,
  decisiveWords,
  headWords,
  incidentWords,
  leadWords,
  nounWords,
  outcomeWords,
  praiseWords,
  stateWords,
  weakStateWords,
} from './cues'
import { causeWord, countedList, listWords } from './roles'

const gate = createGate({
  problem: [
    ...stateWords,
    ...weakStateWords,
    ...cannotWords,
    ...incidentWords,
    ...complaintWords,
    ...nounWords,
    ...['未', '缺', '欠', '只有', '仅为', '仅有'],
  ],
  cause: [...causeWords, '因'],
  // 11月5日前清掏: who names a day plans, whatever the verb.
  action: [...actionWords, ...actedWords, '日前', '月前', '底前', '日内', '天内', '月内'],
  praise: praiseWords,
  outcome: [...outcomeWords, ...decisiveWords],
})

/** Classes of cues as bits: what the sentences of a block may state. */
export const cue = gate.bit

/** The classes of cues that may stand in the text, as bits. */
export const cuesIn = (text: string): number => gate.scan(text)

// Asked of every block, so it looks for few words: those at which a passage opens, and what may open one besides them.
const leads = createGate({
  lead: leadWords,
  cause: causeWord,
  list: [...listWords, countedList],
})

export const lead = leads.bit

export const leadsIn = (text: string): number => leads.scan(text)

const heads = createGate({ head: headWords })

/** May a heading of these words announce a part? */
export const mayAnnounce = (title: string): boolean => heads.scan(title) !== 0
