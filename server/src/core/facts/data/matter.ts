// Does a neighbouring sentence speak of what the claim is about? Then its figures may back the claim.

import { expressionOf } from '../../knowledge/cue'
import * as evidenceWords from '../../knowledge/evidence.generated'
import type { Claim } from '../../text/claims'
import type { Span } from '../../types'

/** Words that any sentence may share with any other: they tie nothing together. */
const common = expressionOf(evidenceWords.commonWord, 'g')
const han = /[\u4e00-\u9fa5]{2,}/g

/** The words in front of the predicate; the whole sentence up to it where the clause has none. */
export function claimSubject(text: string, claim: Claim, sentence: Span): string {
  const own = text.slice(claim.start, claim.core.end)
  return claim.core.start > claim.start ? own : text.slice(sentence.start, claim.core.end)
}

/** Two characters in a row that both speak of, function words apart. */
export function sharesMatter(subject: string, sentence: string): boolean {
  const runs = subject.replace(common, '，').match(han)
  // 取得明显成效。: nothing is named, so that it can only be about what went before.
  if (!runs || runs.every(run => general.test(run))) return true
  for (const run of runs)
    for (let i = 0; i + 2 <= run.length; i++) {
      const pair = run.slice(i, i + 2)
      if (!general.test(pair) && sentence.includes(pair)) return true
    }
  return false
}

const general = new RegExp(`^(?:${evidenceWords.plainClaim.source})+$`)

/** Who praises: 得到上级充分肯定, 受到居民广泛好评. Undefined when nobody does. */
export function praiseOf(predicate: string): 'superiors' | 'people' | undefined {
  if (!/好评|赞誉|称赞|点赞|赞扬|赞许|肯定|高度评价/.test(predicate)) return undefined
  return /领导|上级|社会各界|[省市县区][^，]{0,6}(?:委|政府|局|部门|组)|检查组|督导组|专家|肯定|高度评价/.test(
    predicate,
  )
    ? 'superiors'
    : 'people'
}
