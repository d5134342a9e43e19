// What the hand-in needs from the machine: clock, randomness, waiting, disk, and who we are. Injected, so that a
// test can be at any time on any machine, and a restart can be played without one.
import { createHash, randomUUID } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname, networkInterfaces } from 'node:os'
import { type Disk, nodeDisk } from './disk'

/** Who holds a lock: good enough to know that a crashed owner is gone, never to believe that a live one is not. */
export interface Identity {
  /** The same only for processes that can see each other's pids. */
  host: string
  /** Shown to people. */
  hostName: string
  pid: number
  /** Start of the process in the system's own unit: a pid that was given out again is told apart. */
  started: string
}

export interface Runtime {
  now(): number
  /** 0 ≤ x < 1 */
  random(): number
  token(): string
  /** Resolves after the time, or early when the signal aborts. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>
  disk: Disk
  identity: Identity
  /** Start of a live process that we can see; undefined where there is none; '' where the system does not say. */
  startOf(pid: number): string | undefined
}

const quietly = (read: () => string): string => {
  try {
    return read()
  } catch {
    return ''
  }
}

// Two cloned office computers often share a host name, two containers share a boot: all of it goes into the mark.
// If a network adapter appears, the mark changes and we only wait for the lease instead: the safe side.
function hostMark(): string {
  const adapters = Object.values(networkInterfaces()).flatMap(list => (list ?? []).map(each => each.mac))
  const parts = [
    hostname(),
    quietly(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    quietly(() => readlinkSync('/proc/self/ns/pid')),
    ...[...new Set(adapters)].sort(),
  ]
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16)
}

function startOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined
  }
  // Field 22 counts from after the command name, which may itself hold spaces and brackets.
  const stat = quietly(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z') return undefined
  return fields[19] ?? ''
}

function waitFor(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal?.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, Math.min(milliseconds, 2 ** 31 - 1))
    signal?.addEventListener('abort', done, { once: true })
  })
}

export function nodeRuntime(): Runtime {
  return {
    now: () => Date.now(),
    random: () => Math.random(),
    token: () => randomUUID(),
    wait: waitFor,
    disk: nodeDisk,
    identity: {
      host: hostMark(),
      hostName: hostname(),
      pid: process.pid,
      started: startOf(process.pid) ?? '',
    },
    startOf,
  }
}

/** Called between small pieces of long work: lets the rest of the process run when ten milliseconds are used up. */
export function restBetween(sliceMs = 10): () => Promise<void> | undefined {
  let began = performance.now()
  return () => {
    if (performance.now() - began < sliceMs) return undefined
    return breathe().then(() => {
      began = performance.now()
    })
  }
}

/** Lets timers, input and the editor run: long work is cut with this so that no step holds the thread. */
export const breathe = (): Promise<void> => new Promise(resolve => setImmediate(resolve))
