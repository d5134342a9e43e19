// The segmenter and the clause model as checks see them: loaded behind the first answer.

import type { ClauseModel, Segmenter } from '../core'
import { createLater, type Later } from './later'
import type { Runtime } from './runtime'

export type Words = Later<Segmenter>
export type Clauses = Later<ClauseModel>

export const createWords = (runtime: Runtime, loaded: () => void, log: (line: string) => void): Words =>
  createLater<Segmenter>(
    runtime.clock,
    runtime.segmenter,
    asked => ({
      cut() {
        asked()
        return []
      },
    }),
    loaded,
    error => log(`segmenter: ${String(error)}`),
  )

export const createClauses = (runtime: Runtime, loaded: () => void, log: (line: string) => void): Clauses =>
  createLater<ClauseModel>(
    runtime.clock,
    runtime.clauses,
    asked => ({
      judge() {
        asked()
        return undefined
      },
    }),
    loaded,
    error => log(`clause model: ${String(error)}`),
  )
