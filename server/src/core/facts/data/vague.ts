// The vague amounts of a block that no figure beside them makes exact.

import type { Block } from '../../document/block'
import type { Fact } from '../../engine/rule'
import { hasCheckableFact } from '../../text/claims/evidence'
import { type DoubleHedge, findDoubleHedges, findVague, type Vague } from '../../text/claims/vagueness'
import { claimsOf, hasFigureIn } from './claims'
import { figuresOf } from './figures'

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

/** The sentence, or the next, gives the number or a case. */
function isCounted(block: Block, { sentence }: Vague): boolean {
  const own = block.sentences[sentence]!
  const next = block.sentences[sentence + 1]
  if (hasFigureIn(block, own) || hasCheckableFact(own.text)) return true
  return next !== undefined && (hasFigureIn(block, next) || hasCheckableFact(next.text))
}

/** A word inside a claim belongs to the claim. */
function withoutClaims(block: Block, vague: readonly Vague[]): readonly Vague[] {
  const claims = claimsOf(block)
  return vague.filter(each => !claims.some(claim => claim.start < each.end && claim.end > each.start))
}
