// What is too slow to load before the first answer: it is loaded when a check first asks for it, in a pause, and what is open
// is judged again when it is there.

import type { Clock } from './runtime'

/** Loading holds the server for up to a tenth of a second, so it waits until the first findings are out. */
const pause = 400

export interface Later<T> {
  /** Handed to the engine: what was loaded, or until then something that knows nothing and notes that it was asked. */
  current(): T
  dispose(): void
}

export interface Loadable<T> {
  load(): Promise<T | undefined>
  current(): T | undefined
}

export function createLater<T>(
  clock: Clock,
  source: Loadable<T> | undefined,
  waitingFor: (asked: () => void) => T,
  loaded: () => void,
  failed: (error: unknown) => void,
): Later<T> {
  let timer: { cancel(): void } | undefined
  const load = () => {
    source?.load().then(found => found !== undefined && loaded(), failed)
  }
  const waiting = waitingFor(() => {
    if (source) timer ??= clock.setTimer(load, pause)
  })
  return {
    current: () => source?.current() ?? waiting,
    dispose: () => timer?.cancel(),
  }
}
