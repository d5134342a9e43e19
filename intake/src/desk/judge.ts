// The findings and the score of a report, by the same core as its writer's editor; the clock is that of the hand-in, so that both
// see the same.
import { createClauses } from '../../../server/src/clauses'
import {
  createAnalyzer,
  defaultSettings,
  openDraft,
  type Report,
  rules,
  type Segmenter,
} from '../../../server/src/core'
import { createSegmenter } from '../../../server/src/segmenter'

export type Judge = (text: string, at: number) => Promise<Report>

export function createJudge(log: (line: string) => void): Judge {
  const analyze = createAnalyzer(rules)
  const segmenter = createSegmenter({ log })
  const clauses = createClauses(log)
  return async (text, at) => {
    const model = await clauses.load()
    const words: Segmenter = await segmenter.load()
    return analyze(openDraft(text), {
      settings: defaultSettings,
      now: at,
      path: '稿件.md',
      earlier: [],
      segmenter: words,
      ...(model && { clauses: model }),
    })
  }
}
