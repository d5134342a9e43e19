// The chain of a draft as an editor lists it: is each problem seen, and are its cause, measure, owner and day laid to it?

import { defaultSettings, openDraft, problemMatrix, viewOf } from '../../server/src/core'
import type { MatrixRow } from '../../server/src/core/report/problemMatrix'
import { Tally, wrong } from './measure'
import { grouped } from './sentences'

export interface ChainLabels {
  readonly file: string
  /** In the editor's words. */
  readonly problem: string
  /** `1`: the draft gives it. */
  readonly cause: string
  readonly measure: string
  /** As written, `、` between several any of which is right; `-` where none is given. */
  readonly owner: string
  readonly deadline: string
}

/** The problems are told in the editor's words, so the row of the matrix that shares most pairs of characters is taken. */
export function byChain(set: string, rows: readonly ChainLabels[], textOf: (file: string) => string) {
  let found = 0
  let listed = 0
  let known = 0
  const cause = new Tally()
  const measure = new Tally()
  const owner = new Tally()
  const deadline = new Tally()
  for (const [file, problems] of grouped(rows, row => row.file)) {
    const view = viewOf(openDraft(textOf(file)), { settings: defaultSettings, path: file })
    const own = problemMatrix(view).rows.filter(({ problem }) => problem)
    const taken = new Set<MatrixRow>()
    for (const row of problems) {
      const best = own
        .map(each => ({ each, shared: sharedPairs(row.problem, each.problem!.text) }))
        .sort((a, b) => b.shared - a.shared)[0]
      if (!best || best.shared === 0) {
        wrong('chain', `MISSED ${set}/${file} ${row.problem}`)
        continue
      }
      found++
      taken.add(best.each)
      const { causes, measures } = best.each
      const owners = measures.map(each => each.owner).filter(Boolean)
      const days = measures.map(each => each.deadline).filter(Boolean)
      const answer = (tally: Tally, name: string, has: boolean, wanted: boolean, shown = '') => {
        tally.add(has, wanted)
        if (has !== wanted)
          wrong(
            'chain',
            `${name} ${set}/${file} ${row.problem}: ${wanted ? 'given, not seen' : `none, seen ${shown}`}`,
          )
      }
      answer(cause, 'CAUSE', causes.length > 0, row.cause === '1', causes[0]?.text)
      answer(measure, 'MEASURE', measures.length > 0, row.measure === '1', measures[0]?.text)
      answer(owner, 'OWNER', names(owners, row.owner), row.owner !== '-', owners.join(' '))
      answer(deadline, 'DAY', names(days, row.deadline), row.deadline !== '-', days.join(' '))
    }
    listed += own.length
    known += taken.size
    for (const row of own) if (!taken.has(row)) wrong('chain', `EXTRA ${set}/${file} ${row.problem!.text}`)
  }
  console.log(
    `  problems of the chain seen: ${found} of ${rows.length}; rows that an editor lists: ${known} of ${listed}`,
  )
  console.log(`    with a cause    ${cause}\n    with a measure  ${measure}`)
  console.log(`    with its owner  ${owner}\n    with its day    ${deadline}`)
}

/** Whether what was read holds one of the names that are wanted; where none is, whether anything was read at all. */
const names = (read: readonly string[], wanted: string): boolean =>
  wanted === '-'
    ? read.length > 0
    : wanted.split('、').some(name => read.some(each => each.includes(name) || name.includes(each)))

function sharedPairs(a: string, b: string): number {
  let shared = 0
  for (let i = 0; i + 1 < a.length; i++) if (b.includes(a.slice(i, i + 2))) shared++
  return shared
}
