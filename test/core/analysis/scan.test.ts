import assert from 'node:assert/strict'
import { openDraft } from '../../../server/src/core'
import {
  actionWords,
  causeWords,
  complaintWords,
  decisiveWords,
  incidentWords,
  leadWords,
  nounWords,
  outcomeWords,
  praiseWords,
  stateWords,
} from '../../../server/src/core/facts/analysis/cues'
import { cue, cuesIn, lead, leadsIn } from '../../../server/src/core/facts/analysis/scan'
import { readStatements } from '../../../server/src/core/facts/analysis/statements'
import { labelledDrafts } from './support'

describe('the gate of cues', () => {
  const classes = [
    [cue.problem, [...stateWords, ...incidentWords, ...complaintWords, ...nounWords]],
    [cue.cause, causeWords],
    [cue.action, actionWords],
    [cue.praise, praiseWords],
    [cue.outcome, [...outcomeWords, ...decisiveWords]],
  ] as const

  it('opens for every word of its lists, wherever it stands', () => {
    for (const [bit, words] of classes) for (const word of words) assert.ok(cuesIn(`甲乙${word}`) & bit, word)
    for (const word of leadWords) assert.ok(leadsIn(`甲乙${word}`) & lead.lead, word)
  })

  it('stays shut for text without any', () => {
    assert.equal(cuesIn('春江潮水连海平'), 0)
    assert.equal(cuesIn(''), 0)
    assert.equal(leadsIn('春江潮水连海平'), 0)
  })

  it('never keeps a statement from being read', () => {
    const telling = cue.problem | cue.cause | cue.action | cue.praise | cue.outcome
    for (const { id, text } of labelledDrafts)
      for (const { block } of openDraft(text).blocks)
        if (readStatements(block.text, block.sentences).length)
          assert.ok(cuesIn(block.text) & telling, `${id}: ${block.text.slice(0, 40)}`)
  })
})
