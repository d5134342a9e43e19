// Lays causes and measures to the problems they answer, by what they are about and by where they stand.

import { blockMemo } from '../../document/block'
import type { DocumentView, Reading } from '../../engine/rule'
import type { Chain } from './chain'
import type { Item } from './items'
import { likenessAmong, type Topics, topicsOf } from './topics'

export interface Link {
  readonly problem: number
  /** Index among the causes or measures. */
  readonly other: number
  readonly score: number
}

export interface Pairs {
  readonly comparable: boolean
  readonly causes: readonly Link[]
  readonly measures: readonly Link[]
  /** Measures that answer a cause, by index. */
  readonly causedMeasures: ReadonlySet<number>
  /** Causes that some measure answers, by index. */
  readonly treatedCauses: ReadonlySet<number>
}

/** Nobody lays more than this by hand; a longer list is a ledger, and ledgers pair row by row. */
const mostItems = 40
/** Below this two items have nothing in common but the way everybody writes. */
export const loose = 1.2
export const firm = 2

const reading: Reading<Pairs, [Chain]> = { id: 'pairs', read: readPairs }

export function pairsOf(view: DocumentView, chain: Chain): Pairs {
  return view.derived(reading, chain)
}

/** False when there is nothing to compare, or so much that comparing proves nothing. */
export function isComparable({ problems, causes, measures }: Chain): boolean {
  return problems.length > 0 && Math.max(problems.length, causes.length, measures.length) <= mostItems
}

function readPairs(view: DocumentView, chain: Chain): Pairs {
  const { problems, causes, measures } = chain
  const comparable = isComparable(chain)
  if (!comparable)
    return { comparable, causes: [], measures: [], causedMeasures: new Set(), treatedCauses: new Set() }
  const likeness = likenessAmong([...problems, ...causes, ...measures].map(item => topicsOfItem(view, item)))
  const firstCause = problems.length
  const firstMeasure = problems.length + causes.length
  const link = (others: readonly Item[], first: number): Link[] => {
    const owner = followed(problems, others)
    const links: Link[] = []
    for (let problem = 0; problem < problems.length; problem++)
      for (let other = 0; other < others.length; other++) {
        const score = likeness(problem, first + other) + (owner[other] === problem ? 3 : 0)
        if (score >= loose) links.push({ problem, other, score })
      }
    return links
  }
  const causedMeasures = new Set<number>()
  const treatedCauses = new Set<number>()
  for (let measure = 0; measure < measures.length; measure++)
    for (let cause = 0; cause < causes.length; cause++) {
      if (likeness(firstCause + cause, firstMeasure + measure) < loose) continue
      causedMeasures.add(measure)
      treatedCauses.add(cause)
    }
  return {
    comparable,
    causes: link(causes, firstCause),
    measures: link(measures, firstMeasure),
    causedMeasures,
    treatedCauses,
  }
}

/**
 * 问题：…… 原因：…… 措施：…… told one after the other belong together whatever their words, and so do the cells of one row.
 * Index of the problem that each of the others follows; -1 where the draft tells all problems first.
 */
function followed(problems: readonly Item[], others: readonly Item[]): number[] {
  const order = (item: Item) => item.at.block * 1e6 + Math.min(item.at.start, 999_999)
  const owner = others.map(other => {
    if (other.row)
      return problems.findIndex(problem => problem.row === other.row && problem.at.block === other.at.block)
    let last = -1
    problems.forEach((problem, i) => {
      if (order(problem) < order(other)) last = i
    })
    return last
  })
  const inRows = others.some(other => other.row)
  const told = owner.some(index => index >= 0 && index < problems.length - 1)
  return inRows || told || problems.length === 1 ? owner : others.map(() => -1)
}

function topicsOfItem(view: DocumentView, item: Item): Topics {
  const block = view.block(item.at.block)
  const { text } = item
  const byStart = topicsMemo.get(block) ?? topicsMemo.set(block, new Map())
  const before = byStart.get(item.at.start)
  if (before?.text === text) return before.topics
  const topics = topicsOf(item.title, text)
  byStart.set(item.at.start, { text, topics })
  return topics
}

const topicsMemo = blockMemo<Map<number, { readonly text: string; readonly topics: Topics }>>()
