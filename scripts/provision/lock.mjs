// A lock between processes, so that two runs do not build the same cache folder at once.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Runs `work` while holding the lock `path`; a lock whose owner is dead is taken over. */
export async function withLock(path, work, say = console.log) {
  let told = false
  while (!acquire(path)) {
    if (!told) say(`Another run is provisioning (${path}); waiting for it.`)
    told = true
    await pause(500)
  }
  const release = () => rmSync(path, { recursive: true, force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.removeListener('exit', release)
    release()
  }
}

function acquire(path) {
  mkdirSync(dirname(path), { recursive: true })
  try {
    mkdirSync(path)
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!ownerIsDead(path)) return false
    rmSync(path, { recursive: true, force: true })
    return false
  }
  writeFileSync(join(path, 'pid'), String(process.pid))
  return true
}

function ownerIsDead(path) {
  let pid
  try {
    pid = Number(readFileSync(join(path, 'pid'), 'utf8'))
  } catch {
    return false // just being written: look again at the next turn
  }
  // An owner killed between mkdir and the write leaves an empty file; Number('') is 0.
  if (!pid) return true
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}
