// The segmenter as checks see it: it is loaded when a rule first asks for words, in a pause after the first answer, and
// what is open is judged again when it is there.

import type { Segmenter } from '../core'
import type { Runtime } from './runtime'

export interface Words {
  /** Handed to the engine. Knows nothing until the dictionary is loaded, and notes that it was asked. */
  current(): Segmenter
  dispose(): void
}

/** Loading holds the server for about a tenth of a second, so it waits until the first findings are out. */
const pause = 400

export function createWords(runtime: Runtime, loaded: () => void, log: (line: string) => void): Words {
  let timer: { cancel(): void } | undefined
  const waiting: Segmenter = {
    cut() {
      timer ??= runtime.clock.setTimer(load, pause)
      return []
    },
  }
  const load = () => {
    runtime.segmenter?.load().then(loaded, error => log(`segmenter: ${String(error)}`))
  }
  return {
    current: () => runtime.segmenter?.current() ?? waiting,
    dispose: () => timer?.cancel(),
  }
}
