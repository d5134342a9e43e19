// One tool in a process of its own, asked over the channel between parent and child.

import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Peer } from './peers'

export interface Runner {
  readonly name: string
  /** What is switched on. */
  readonly what: string
  /**
   * Checks again and again for so many milliseconds, at least once; nothing of the text is kept in between. The median of
   * the milliseconds that a check took.
   */
  check(text: string, time: number): Promise<number>
  stop(): void
}

interface Job {
  readonly text: string
  readonly time: number
}

type Hello = { readonly what: string } | { readonly missing: string }

/** A tool that cannot be loaded says why. */
export async function startRunner(
  file: string,
  name: string,
): Promise<Runner | { readonly name: string; readonly missing: string }> {
  const child = fork(file, ['--peer', name], { serialization: 'advanced' })
  const answer = async <T>() => {
    const done = new AbortController()
    const ended = once(child, 'exit', { signal: done.signal }).then(([code]) => {
      throw new Error(`${name} ended with ${code}`)
    })
    const message = once(child, 'message', { signal: done.signal }).then(([value]) => value as T)
    try {
      return await Promise.race([message, ended])
    } finally {
      ended.catch(() => undefined)
      message.catch(() => undefined)
      done.abort()
    }
  }
  const hello = await answer<Hello>()
  if ('missing' in hello) {
    child.kill()
    return { name, missing: hello.missing }
  }
  const run = (text: string, time: number) => {
    const answered = answer<number>()
    child.send({ text, time } satisfies Job)
    return answered
  }
  return {
    name,
    what: hello.what,
    check: run,
    stop: () => void child.kill(),
  }
}

/** The other end: answers each job with the median of its checks. */
export async function serve(loading: Promise<Peer>): Promise<void> {
  const send = (message: Hello | number) => void process.send!(message)
  try {
    const peer = await loading
    process.on('message', async ({ text, time }: Job) => {
      const samples: number[] = []
      const started = performance.now()
      for (let begun = started; begun === started || begun - started < time; ) {
        await peer.check(text)
        const ended = performance.now()
        samples.push(ended - begun)
        begun = ended
      }
      send(median(samples))
    })
    send({ what: peer.what })
  } catch (error) {
    send({ missing: error instanceof Error ? error.message.split('\n')[0]! : String(error) })
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}
