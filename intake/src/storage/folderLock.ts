// One process for one folder: two would each believe that the database file is theirs alone. The lock is a file with the owner's
// process id and start; a dead owner's is taken over.
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'

const heldHere = new Set<string>()

/** Throws, in words, where a living process holds the folder. Returns what gives it back. */
export function lockFolder(file: string): () => void {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = openSync(file, 'wx', 0o600)
      writeSync(handle, `${process.pid} ${startOf(process.pid)}\n`)
      closeSync(handle)
      heldHere.add(file)
      return () => {
        heldHere.delete(file)
        rmSync(file, { force: true })
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    if (holderLives(file)) throw new Error(`这个数据目录正由另一个接收端进程使用（锁文件 ${file}）。`)
    rmSync(file, { force: true })
  }
  throw new Error(`数据目录的锁文件拿不到：${file}`)
}

function holderLives(file: string): boolean {
  let pid: number
  let started: string
  try {
    const [first = '', second = ''] = readFileSync(file, 'utf8').trim().split(' ')
    pid = Number(first)
    started = second
  } catch {
    return false
  }
  // Written in one go by its owner; an empty one is of a process that died between making and writing it.
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  if (pid === process.pid) return heldHere.has(file)
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  // The number may have been given out again since.
  return started === startOf(pid)
}

/** The start of a process in the system's own unit; '' where the system does not say. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // Field 22; the name of the program before it may hold blanks and brackets.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
