// The clause model as both hosts load it: the trained weights beside the bundle, or, run from source, where they are kept.
// Loading never fails: without the weights the lexicon speaks alone.

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ClauseModel, type ClauseWeights, readClauseModel } from './core'

export interface LazyClauses {
  /** Starts loading at the first call; undefined where the weights are missing or damaged, which is logged once. */
  load(): Promise<ClauseModel | undefined>
  /** The model once it is loaded. */
  current(): ClauseModel | undefined
}

const name = 'clauses.json'

export function createClauses(log: (line: string) => void): LazyClauses {
  let loading: Promise<ClauseModel | undefined> | undefined
  let model: ClauseModel | undefined
  const read = async () => {
    try {
      model = readClauseModel(JSON.parse(await readFile(findWeights(), 'utf8')) as ClauseWeights)
    } catch (error) {
      log(
        `空泛句的判断暂不可用，套话词库照常；重装扩展一般即可恢复。 / The clause model did not load; the lexicon goes on alone. (${String(error)})`,
      )
    }
    return model
  }
  return {
    load: () => {
      loading ??= read()
      return loading
    },
    current: () => model,
  }
}

function findWeights(): string {
  const places = [join(__dirname, 'model', name), join(__dirname, '../model', name)]
  return places.find(place => existsSync(place)) ?? places[0]!
}
