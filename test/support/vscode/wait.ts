// Waiting for what VS Code reports, never for time to pass: a limit only says when to give up.
import type { Disposable, Event } from 'vscode'

const LIMIT_MS = 30_000

/**
 * Resolves with the first value of `probe` that is not undefined: asked at once and again at every event.
 * `describe` says, when the limit is reached, how far things had come.
 */
export function waitFor<T>(
  events: readonly Event<unknown>[],
  probe: () => T | undefined,
  describe: () => string,
  limitMs = LIMIT_MS,
): Promise<T> {
  return new Promise((done, fail) => {
    const subscriptions: Disposable[] = []
    const finish = (settle: () => void) => {
      clearTimeout(timer)
      for (const subscription of subscriptions) subscription.dispose()
      settle()
    }
    const look = () => {
      try {
        const found = probe()
        if (found !== undefined) finish(() => done(found))
      } catch (error) {
        finish(() => fail(error))
      }
    }
    const timer = setTimeout(
      () => finish(() => fail(new Error(`Not within ${limitMs / 1000} s: ${describe()}`))),
      limitMs,
    )
    for (const event of events) subscriptions.push(event(look))
    look()
  })
}
