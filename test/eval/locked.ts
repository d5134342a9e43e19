// The third of every labelled set that no tuning may look at: a fixed list. `npm run eval` measures the other two thirds;
// `npm run eval -- --locked` measures this third, once, after the last change.

import locked from './locked.json'

export type LabelledSet = keyof typeof locked

const lists = new Map(Object.entries(locked).map(([set, ids]) => [set, new Set<string>(ids)]))

/** Whether this run measures the locked third. */
export const measuresLocked = process.argv.includes('--locked')

/** Whether a document of a set is kept from every tuning; `id` is its name without `.md`. */
export const isLocked = (set: LabelledSet, id: string): boolean =>
  lists.get(set)!.has(id.replace(/\.md$/, ''))

/** Whether a document of a set belongs to what this run measures. */
export const isMeasured = (set: LabelledSet, id: string): boolean => isLocked(set, id) === measuresLocked
