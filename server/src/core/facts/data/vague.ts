// The vague amounts of a block that no figure beside them makes exact.

import type { Block } from '../../document/block'
import type { Fact } from '../../engine/rule'
import { hasCheckableFact, laterItem, newTopic, pointsToFigures } from '../../text/claims/evidence'
import { type DoubleHedge, findDoubleHedges, findVague, type Vague } from '../../text/claims/vagueness'
import { claimsOf, hasFigureIn } from './claims'
import { figuresOf } from './figures'
import { sharesMatter } from './matter'

export interface VagueFacts {
  readonly vague: readonly Vague[]
  readonly hedges: readonly DoubleHedge[]
}

const none: VagueFacts = { vague: [], hedges: [] }

export const vagueFacts: Fact<VagueFacts> = {
  id: 'vague',
  holds: ({ vague, hedges }) => vague.length > 0 || hedges.length > 0,
  read(block) {
    const { context, text } = block
    if (context.type !== 'paragraph' || context.quoted || text.length < 6) return none
    const hedges = findDoubleHedges(text, figuresOf(block))
    const all = findVague(text, () => block.sentences).filter(each => !isCounted(block, each))
    // A sentence that says 部分企业, 部分村, 部分学校 has one habit, not three faults.
    const kept = all.filter(
      (each, i) =>
        each.is !== 'some' ||
        !all.slice(0, i).some(({ is, sentence }) => is === 'some' && sentence === each.sentence),
    )
    const vague = kept.length === 0 ? kept : withoutClaims(block, kept)
    return vague.length || hedges.length ? { vague, hedges } : none
  },
}

/** Its sentence gives a number or a case, or the next does, where that is not another item of a list or another topic. */
function isCounted(block: Block, { start, end, sentence }: Vague): boolean {
  const own = block.sentences[sentence]!
  const next = block.sentences[sentence + 1]
  if (hasFigureIn(block, own) || hasCheckableFact(own.text) || pointsToFigures(own.text)) return true
  if (next === undefined || laterItem.test(next.text)) return false
  if (newTopic.test(next.text) && !sharesMatter(block.text.slice(start, end + matterLength), next.text))
    return false
  return hasFigureIn(block, next) || hasCheckableFact(next.text)
}

/** So much behind an amount says what it is an amount of. */
const matterLength = 8

/** A word inside a claim belongs to the claim. */
function withoutClaims(block: Block, vague: readonly Vague[]): readonly Vague[] {
  const claims = claimsOf(block)
  return vague.filter(each => !claims.some(claim => claim.start < each.end && claim.end > each.start))
}
