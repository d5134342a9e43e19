// What training is fed with, and one call that trains: labelled sentences, weakly labelled ones, sentences of laws.

import type { ClauseWeights } from '../../server/src/core/text/clauses/model'
import type { LabelledDraft, LabelledSentence } from '../../test/eval/sentences'
import { type Bag, type Regularity, type Space, trainBags } from './bags'
import type { LawSentence } from './law'
import { pack } from './pack'
import type { WeakSentence } from './weak'

const regularity: Regularity = { cost: 0.5, positive: 2 }
/** A doubtful label counts half, one that two readers disagree on a fifth. */
const trust = ({ generic }: LabelledSentence) => (generic.sure ? 1 : generic.agreed ? 0.5 : 0.2)
/** How much a sentence counts that nobody labelled. */
const unlabelled = { generic: 0.1, clean: 0.2, law: 1 }
const mostLaw = 8000
const seed = 11

export interface Course {
  /** The model that learned from these drafts and from half of the laws. */
  train(drafts: readonly LabelledDraft[], threshold: number): ClauseWeights
  /** Laws that no model learns from. */
  readonly unseenLaw: readonly LawSentence[]
}

export function createCourse(
  space: Space,
  nearest: string,
  drafts: readonly LabelledDraft[],
  law: readonly LawSentence[],
  weak: readonly WeakSentence[],
): Course {
  const bags = new Map<string, Bag[]>(
    drafts.map(({ id, sentences }) => [
      id,
      sentences.map(row => space.bag(row.text, id, row.generic.value, trust(row), row.spans)),
    ]),
  )
  const ofLaw = law
    .filter(({ document }) => document % 2 === 0)
    .slice(0, mostLaw)
    .map(({ text }) => space.bag(text, 'law', false, unlabelled.law))
  const ofOthers = weak.map(({ text, generic, spans }) =>
    space.bag(text, 'weak', generic, generic ? unlabelled.generic : unlabelled.clean, spans),
  )
  return {
    train(chosen, threshold) {
      const own = chosen.flatMap(({ id }) => bags.get(id)!)
      const weights = trainBags([...own, ...ofOthers, ...ofLaw], space.size, regularity, seed)
      return pack(space, weights, {
        threshold,
        nearest,
        trained: `${own.length} labelled sentences of ${chosen.length} documents, ${ofOthers.length} weakly labelled sentences, ${ofLaw.length} of laws`,
      })
    },
    unseenLaw: law.filter(({ document }) => document % 2 === 1),
  }
}
