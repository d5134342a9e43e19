// Leases on an entry that survive a crash of their owner, between windows and between machines on one folder.
//
// Each lease is a file with a number, created exclusively; the highest number rules and is never deleted, so two that
// both find a stale lease cannot both take it over, however long either of them slept in between. A live owner
// renews its file. An owner is gone when its process is known to be dead (only judged on its own machine), or when
// its file was not renewed for the length of a lease, measured by the clock of the disk that holds it.
import * as path from 'node:path'
import { errorCode } from '../disk'
import type { Identity, Runtime } from '../runtime'

export interface Lease {
  /** Aborts when the lease was taken over, for example after this machine slept. */
  lost: AbortSignal
  stillMine(): Promise<boolean>
  release(): Promise<void>
}

export interface Busy {
  heldBy: Pick<Identity, 'hostName' | 'pid'> | undefined
}

interface Owner extends Identity {
  token: string
}

// One set for the whole process, also if this module is loaded twice.
const shared = globalThis as { [key: symbol]: Set<string> | undefined }
const shelf = Symbol.for('ligao.leases')
const liveTokens: Set<string> = shared[shelf] ?? new Set()
shared[shelf] = liveTokens

const numberOf = (name: string): number => Number(/^(\d{1,12})\.(?:lock|released)$/.exec(name)?.[1] ?? 0)

async function highest(folder: string, runtime: Runtime): Promise<{ top: number; names: string[] }> {
  const names = (await runtime.disk.list(folder)).map(entry => entry.name)
  return { top: Math.max(0, ...names.map(numberOf)), names }
}

/** Takes the lease, or says who has it. Never waits. */
export async function acquire(
  folder: string,
  leaseMs: number,
  runtime: Runtime,
  onRenew?: () => Promise<void>,
): Promise<Lease | Busy> {
  const { disk, identity } = runtime
  // Not with its parents: an entry that is gone must not come back as an empty folder.
  await disk.makeNewFolder(folder).catch(error => {
    if (errorCode(error) !== 'EEXIST') throw error
  })
  for (let attempt = 0; attempt < 5; attempt++) {
    const { top, names } = await highest(folder, runtime)
    const free = top === 0 || names.includes(`${top}.released`)
    if (!free) {
      const file = path.join(folder, `${top}.lock`)
      const owner = await readOwner(file, runtime)
      if (!(await isStale(file, owner, leaseMs, runtime))) return { heldBy: owner }
    }
    const mine = top + 1
    const token = runtime.token()
    const owner: Owner = { ...identity, token }
    liveTokens.add(token)
    try {
      await disk.create(path.join(folder, `${mine}.lock`), JSON.stringify(owner))
    } catch (error) {
      liveTokens.delete(token)
      if (errorCode(error) === 'EEXIST') continue
      throw error
    }
    // Whatever the disk answers, a lease that is not held must not look alive to this very process: it would wait for itself.
    try {
      // Someone may have gone past this number while we looked: then it is theirs.
      if ((await highest(folder, runtime)).top === mine) {
        await sweep(folder, mine, runtime)
        return hold(folder, mine, token, leaseMs, runtime, onRenew)
      }
    } catch (error) {
      liveTokens.delete(token)
      throw error
    }
    liveTokens.delete(token)
    await disk.remove(path.join(folder, `${mine}.lock`))
  }
  return { heldBy: undefined }
}

async function readOwner(file: string, { disk }: Runtime): Promise<Owner | undefined> {
  try {
    const owner = JSON.parse((await disk.read(file)).toString('utf8')) as Owner
    return typeof owner?.token === 'string' && Number.isSafeInteger(owner.pid) ? owner : undefined
  } catch {
    return undefined
  }
}

async function isStale(
  file: string,
  owner: Owner | undefined,
  leaseMs: number,
  runtime: Runtime,
): Promise<boolean> {
  if (owner && owner.host === runtime.identity.host) {
    const itsStart = runtime.startOf(owner.pid)
    if (itsStart === undefined || itsStart !== owner.started) return true
    if (owner.pid === runtime.identity.pid) return !liveTokens.has(owner.token)
  }
  try {
    const { mtimeMs } = await runtime.disk.facts(file)
    // A time ahead of the disk's own clock was written under a wrong one; a live owner would have renewed it since.
    return Math.abs((await diskClock(path.dirname(file), runtime)) - mtimeMs) > leaseMs
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false
    throw error
  }
}

// The time on the machine that holds the folder: clocks of offices differ by hours.
async function diskClock(folder: string, { disk, token }: Runtime): Promise<number> {
  const probe = path.join(folder, `probe-${token()}`)
  await disk.create(probe, '')
  try {
    return (await disk.facts(probe)).mtimeMs
  } finally {
    await disk.remove(probe)
  }
}

async function sweep(folder: string, mine: number, runtime: Runtime): Promise<void> {
  for (const { name } of await runtime.disk.list(folder)) {
    const number = numberOf(name)
    if (number > 0 && number < mine) await runtime.disk.remove(path.join(folder, name))
  }
}

function hold(
  folder: string,
  mine: number,
  token: string,
  leaseMs: number,
  runtime: Runtime,
  onRenew?: () => Promise<void>,
): Lease {
  const lost = new AbortController()
  const ended = new AbortController()
  const stillMine = async (): Promise<boolean> => {
    if (lost.signal.aborted || ended.signal.aborted) return false
    return (await highest(folder, runtime)).top === mine
  }
  const renew = async () => {
    let renewedAt = runtime.now()
    while (!ended.signal.aborted) {
      await runtime.wait(leaseMs / 3, ended.signal)
      if (ended.signal.aborted) return
      try {
        if (!(await stillMine())) return lost.abort()
        await runtime.disk.touch(path.join(folder, `${mine}.lock`))
        renewedAt = runtime.now()
        await onRenew?.()
      } catch {
        // The disk does not answer. Others may think us gone after a lease, so from then on we are.
        if (runtime.now() - renewedAt > leaseMs) return lost.abort()
      }
    }
  }
  void renew()
  const release = async () => {
    if (ended.signal.aborted) return
    ended.abort()
    liveTokens.delete(token)
    try {
      await runtime.disk.create(path.join(folder, `${mine}.released`), '')
    } catch {
      // Not told: the lease runs out by itself.
    }
  }
  return { lost: lost.signal, stillMine, release }
}

export const isBusy = (lease: Lease | Busy): lease is Busy => !('release' in lease)
