// A disk in memory that loses power: names are durable only after their folder was synced, contents only after
// fsync, and between two syncs any number of the last changes may or may not have reached the plate. Any operation
// can be the last one.
import * as path from 'node:path'
import type { Disk } from '../../client/src/submission/disk'

interface FileNode {
  kind: 'file'
  data: Buffer
  durable: Buffer
  mtimeMs: number
}
interface FolderNode {
  kind: 'folder'
  entries: Map<string, Node>
  mtimeMs: number
}
type Node = FileNode | FolderNode

interface Change {
  folders: FolderNode[]
  undo(): void
}

export interface PowerCutDisk extends Disk {
  /** Steps taken so far. */
  steps: number
  /** The step at which power goes; every later one fails as well. */
  cutAt: number
  /** What is on the plate: `keep` says how much of what was not synced survived, from 0 (least) to 1 (all). */
  afterPowerCut(keep: number): PowerCutDisk
  tree(): string[]
  /** The disk's own clock. */
  clock: { now: number }
}

const failure = (code: string) => Object.assign(new Error(code), { code })
const folder = (): FolderNode => ({ kind: 'folder', entries: new Map(), mtimeMs: 0 })

export function powerCutDisk(root: FolderNode = folder(), clock = { now: 1_000 }): PowerCutDisk {
  const journal: Change[] = []
  const step = () => {
    clock.now += 1
    disk.steps++
    if (disk.steps > disk.cutAt) throw failure('EIO')
  }
  const parts = (file: string) => file.split(path.sep).filter(part => part !== '')
  const find = (file: string): Node => {
    let node: Node = root
    for (const part of parts(file)) {
      if (node.kind !== 'folder') throw failure('ENOTDIR')
      const next: Node | undefined = node.entries.get(part)
      if (!next) throw failure('ENOENT')
      node = next
    }
    return node
  }
  const folderAt = (file: string): FolderNode => {
    const node = find(file)
    if (node.kind !== 'folder') throw failure('ENOTDIR')
    return node
  }
  const fileAt = (file: string): FileNode => {
    const node = find(file)
    if (node.kind !== 'file') throw failure('EISDIR')
    return node
  }
  const place = (file: string): [FolderNode, string] => [folderAt(path.dirname(file)), path.basename(file)]
  const set = (
    parent: FolderNode,
    name: string,
    node: Node | undefined,
    also: Change | undefined = undefined,
  ) => {
    const before = parent.entries.get(name)
    if (node) parent.entries.set(name, node)
    else parent.entries.delete(name)
    const undo = () => {
      if (before) parent.entries.set(name, before)
      else parent.entries.delete(name)
    }
    // A rename is one change of two folders: it happens or it does not.
    if (also) {
      const first = also.undo
      also.folders.push(parent)
      also.undo = () => {
        undo()
        first()
      }
      return also
    }
    const change: Change = { folders: [parent], undo }
    journal.push(change)
    return change
  }
  const disk: PowerCutDisk = {
    clock,
    steps: 0,
    cutAt: Number.POSITIVE_INFINITY,
    async makeFolder(file) {
      let at = ''
      for (const part of parts(file)) {
        at += path.sep + part
        const [parent, name] = place(at)
        if (parent.entries.has(name)) continue
        step()
        set(parent, name, folder())
      }
    },
    async makeNewFolder(file) {
      step()
      const [parent, name] = place(file)
      if (parent.entries.has(name)) throw failure('EEXIST')
      set(parent, name, folder())
    },
    async list(file) {
      step()
      return [...folderAt(file).entries].map(([name, node]) => ({ name, kind: node.kind }))
    },
    async read(file) {
      step()
      return Buffer.from(fileAt(file).data)
    },
    async *stream(file) {
      step()
      yield Buffer.from(fileAt(file).data)
    },
    async facts(file) {
      step()
      const node = find(file)
      return { size: node.kind === 'file' ? node.data.length : 0, mtimeMs: node.mtimeMs, kind: node.kind }
    },
    async create(file, data) {
      step()
      const [parent, name] = place(file)
      if (parent.entries.has(name)) throw failure('EEXIST')
      const node: FileNode = {
        kind: 'file',
        data: Buffer.alloc(0),
        durable: Buffer.alloc(0),
        mtimeMs: clock.now,
      }
      set(parent, name, node)
      const chunks: Buffer[] = []
      if (typeof data === 'string' || data instanceof Uint8Array) chunks.push(Buffer.from(data))
      else for await (const chunk of data) chunks.push(Buffer.from(chunk))
      step()
      node.data = Buffer.concat(chunks)
      node.durable = node.data.subarray(0, node.data.length >> 1)
      step()
      node.durable = node.data
    },
    async tail(file, bytes) {
      step()
      const { data } = fileAt(file)
      return Buffer.from(data.subarray(Math.max(0, data.length - bytes)))
    },
    async append(file, data) {
      step()
      const [parent, name] = place(file)
      if (!parent.entries.has(name))
        set(parent, name, { kind: 'file', data: Buffer.alloc(0), durable: Buffer.alloc(0), mtimeMs: 0 })
      const node = fileAt(file)
      const more = Buffer.from(data)
      step()
      node.data = Buffer.concat([node.data, more])
      // Torn in the middle of the line.
      node.durable = Buffer.concat([node.durable, more.subarray(0, more.length >> 1)])
      step()
      node.durable = node.data
    },
    async rename(from, to) {
      step()
      const [source, name] = place(from)
      const [target, newName] = place(to)
      const node = source.entries.get(name)
      if (!node) throw failure('ENOENT')
      const there = target.entries.get(newName)
      if (there?.kind === 'folder' && there.entries.size > 0) throw failure('ENOTEMPTY')
      const change = set(target, newName, node)
      set(source, name, undefined, change)
    },
    async syncFolder(file) {
      step()
      const synced = folderAt(file)
      const last = journal.findLastIndex(change => change.folders.includes(synced))
      journal.splice(0, last + 1)
    },
    async touch(file) {
      step()
      fileAt(file).mtimeMs = clock.now
    },
    async remove(file) {
      step()
      try {
        const [parent, name] = place(file)
        if (parent.entries.has(name)) set(parent, name, undefined)
      } catch {
        return
      }
    },
    realPath: async file => {
      step()
      find(file)
      return path.resolve(file)
    },
    afterPowerCut(keep) {
      const kept = Math.round(journal.length * keep)
      for (const change of journal.splice(kept).reverse()) change.undo()
      const plate = (node: Node): void => {
        if (node.kind === 'file') node.data = node.durable
        else for (const child of node.entries.values()) plate(child)
      }
      plate(root)
      return powerCutDisk(root, clock)
    },
    tree() {
      const walk = (node: Node, at: string): string[] =>
        node.kind === 'file'
          ? [at]
          : [...node.entries].flatMap(([name, child]) => walk(child, `${at}/${name}`))
      return walk(root, '').sort()
    },
  }
  return disk
}
